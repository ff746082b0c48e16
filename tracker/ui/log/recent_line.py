"""The last sessions of an exercise, small below its table: a line for each leg."""

from math import isnan
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from tracker.app.language import plural
from tracker.app.recent_estimates import PastBest
from tracker.app.theme import CAPTION, MARKS, colours_of, scaled_font
from tracker.domain.exercise import LEGS, Side
from tracker.domain.load import Unit
from tracker.words.labels import load_text, side_name, within_sentence

LEAST: Final = 56  # of its height in pixels, at which a line can be read
MOST: Final = 140
MARK: Final = 3.0  # half of a point's size
ROOM: Final = 10  # around the line


class RecentLine(QWidget):
    """Draws the best estimates of the last sessions, the newest at the right; it takes no keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._legs: dict[Side, list[float]] = {}
        self._caption = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(scaled_font(self.font(), CAPTION))

    def show_bests(self, bests: list[PastBest], unit: Unit) -> None:
        """Show other sessions, oldest first; fewer than two draw nothing."""
        legs = {
            leg: [each.best[leg].e1rm_kg if leg in each.best else float("nan") for each in bests]
            for leg in LEGS
        }
        known = {leg: [kg for kg in kgs if not isnan(kg)] for leg, kgs in legs.items()}
        self._legs = {leg: kgs for leg, kgs in legs.items() if len(known[leg]) > 1}
        self._caption = plural("Estimates of the last (session|%Ln sessions)", None, len(bests))
        said = (
            f"{within_sentence(side_name(leg))} "
            + self.tr("{} to {}").format(
                load_text(known[leg][0], unit), load_text(known[leg][-1], unit)
            )
            for leg in self._legs
        )
        self.setAccessibleName(f"{self._caption}: {', '.join(said)}" if self._legs else "")
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not self._legs

    def sizeHint(self) -> QSize:
        return QSize(120, LEAST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.is_empty:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(QApplication.palette())
        painter.setPen(colours.muted)
        high = self.fontMetrics().height()
        painter.drawText(QRectF(0, 0, self.width(), high), self._caption)
        area = QRectF(self.rect()).adjusted(ROOM, high + ROOM, -ROOM, -ROOM)
        known = [kg for kgs in self._legs.values() for kg in kgs if not isnan(kg)]
        least, most = min(known), max(known)
        for leg, kgs in self._legs.items():
            step = area.width() / (len(kgs) - 1)
            points = [
                QPointF(
                    area.left() + place * step,
                    area.bottom() - (kg - least) / ((most - least) or 1) * area.height(),
                )
                for place, kg in enumerate(kgs)
                if not isnan(kg)
            ]
            colour = getattr(colours, MARKS[leg].colour)
            style = Qt.PenStyle.SolidLine if leg is Side.LEFT else Qt.PenStyle.DashLine
            painter.setPen(QPen(colour, 1.5, style))
            painter.drawPolyline(points)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            for point in points:
                if leg is Side.LEFT:
                    painter.drawEllipse(point, MARK, MARK)
                else:
                    painter.drawPolygon(
                        [
                            point + QPointF(0, -MARK),
                            point + QPointF(MARK, MARK),
                            point + QPointF(-MARK, MARK),
                        ]
                    )
            painter.setBrush(Qt.BrushStyle.NoBrush)

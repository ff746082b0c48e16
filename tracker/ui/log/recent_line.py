"""The last sessions of an exercise, small below its table: one line per leg."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from tracker.app.language import plural
from tracker.app.recent_estimates import PastBest
from tracker.app.theme import CAPTION, MARKS, colours_of, scaled_font
from tracker.domain.evidence import Evidence, SetEvidence
from tracker.domain.exercise import LEGS, Side
from tracker.domain.load import Unit
from tracker.words.estimates import estimate_words
from tracker.words.labels import load_text, side_name, within_sentence

LEAST: Final = 56  # pixels of height from which a line is readable
MOST: Final = 140
MARK: Final = 3.0  # half the size of a point
SMALL: Final = 2.0  # the same if the reps in reserve are not noted
ARROW: Final = 9.0  # its height
HEAD: Final = 2.0
DOTS: Final = [1.0, 3.0]  # dot and gap, in line widths
ROOM: Final = 10  # margin around the line


class RecentBest(NamedTuple):
    """What a session says about a leg.

    Args:
        place: Index of the session, 0 for the oldest.
        told: The evidence of its best set.
        equipment: The equipment of that set.
    """

    place: int
    told: SetEvidence
    equipment: str | None


class RecentLine(QWidget):
    """Draws the best estimates of the last sessions, the newest at the right; takes no focus.

    They look as in the charts: a bound is hollow with an arrow and a dotted line to it; an estimate
    without noted reps in reserve is small, hollow and on no line; no line joins values of different
    equipment.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._legs: dict[Side, list[RecentBest]] = {}
        self._sessions = 0
        self._caption = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(scaled_font(self.font(), CAPTION))

    def show_bests(self, bests: list[PastBest], unit: Unit) -> None:
        """Show these sessions, oldest first; a leg with fewer than two is not drawn."""
        if (bests, unit) == self._shown:  # as after most sets
            return
        self._shown = (bests, unit)
        legs = {
            leg: [
                RecentBest(place, each.best[leg], each.equipment[leg])
                for place, each in enumerate(bests)
                if leg in each.best
            ]
            for leg in LEGS
        }
        self._legs = {leg: values for leg, values in legs.items() if len(values) > 1}
        self._sessions = len(bests)
        self._caption = plural("Estimates of the last (session|%Ln sessions)", None, len(bests))
        said = (
            f"{within_sentence(side_name(leg))} "
            + self.tr("{} to {}").format(
                *(
                    estimate_words(values[end].told, lambda kg: load_text(kg, unit))
                    for end in (0, -1)
                )
            )
            for leg, values in self._legs.items()
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
        known = [each.told.e1rm_kg for values in self._legs.values() for each in values]
        least, most = min(known), max(known)
        step = area.width() / (self._sessions - 1)
        for leg, values in self._legs.items():
            places = {
                each.place: QPointF(
                    area.left() + each.place * step,
                    area.bottom()
                    - (each.told.e1rm_kg - least) / ((most - least) or 1) * area.height(),
                )
                for each in values
            }
            colour = getattr(colours, MARKS[leg].colour)
            style = Qt.PenStyle.SolidLine if leg is Side.LEFT else Qt.PenStyle.DashLine
            for one, other, is_bound in _joined(values):
                pen = QPen(colour, 1.5, style)
                if is_bound:
                    pen.setDashPattern(DOTS)
                painter.setPen(pen)
                painter.drawLine(places[one], places[other])
            for each in values:
                inside = colour if each.told.evidence is Evidence.KNOWN else colours.card
                _mark(painter, leg, places[each.place], each.told.evidence, colour, inside)


def _joined(values: list[RecentBest]) -> Iterator[tuple[int, int, bool]]:
    """Yield the sessions that a line joins, and whether the later one is a bound."""
    compared = [each for each in values if each.told.evidence is not Evidence.NOT_NOTED]
    for one, other in pairwise(compared):
        if one.equipment == other.equipment:
            yield one.place, other.place, other.told.evidence is Evidence.AT_LEAST


def _mark(
    painter: QPainter, leg: Side, at: QPointF, evidence: Evidence, colour: QColor, inside: QColor
) -> None:
    """Draw a leg's mark, with an arrow up if the value is a bound."""
    painter.setPen(QPen(colour, 1))
    painter.setBrush(inside)
    size = SMALL if evidence is Evidence.NOT_NOTED else MARK
    if evidence is Evidence.AT_LEAST:
        tip = at - QPointF(0, ARROW)
        painter.drawLine(at, tip)
        for side in (-HEAD, HEAD):
            painter.drawLine(tip, tip + QPointF(side, HEAD))
    if leg is Side.LEFT:
        painter.drawEllipse(at, size, size)
    else:
        corners = QPointF(0, -size), QPointF(size, size), QPointF(-size, size)
        painter.drawPolygon([at + each for each in corners])
    painter.setBrush(Qt.BrushStyle.NoBrush)

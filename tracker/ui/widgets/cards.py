"""The plain building blocks of a page: cards, captions, and a row of choices."""

from collections.abc import Sequence
from itertools import product
from typing import Final

from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.app.language import tr as _tr
from tracker.app.theme import CARD_RADIUS, CONTROL_RADIUS, colours_of, scaled_font
from tracker.ui.widgets.icons import show_icon
from tracker.ui.widgets.keys import ENTER


class Card(QFrame):
    """A rounded surface with a hairline border that follows the palette."""

    @property
    def name(self) -> str:
        """What its commands are listed under; blank if the page's name says enough."""
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_card(self, event)


class CardButton(QAbstractButton):
    """A card that is a button: has its own words inside, and a frame while it has the focus.

    Enter presses it, as the space bar does.
    """

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_card(self, event, is_framed=self.hasFocus() or self.underMouse())

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)


def paint_card(
    widget: QWidget, event: QPaintEvent, *, is_framed: bool = False, below: int = 0
) -> None:
    """Paint the surface of a card.

    Args:
        widget: The card.
        event: What is to be painted.
        is_framed: Whether its edge is in the accent colour.
        below: The height of a strip of the page below the card, in pixels.
    """
    painter = QPainter(widget)
    colours = colours_of(widget.palette())
    card = widget.rect().adjusted(0, 0, 0, -below)
    if below:
        painter.fillRect(widget.rect(), colours.page)
    inner = card.adjusted(CARD_RADIUS, CARD_RADIUS, -CARD_RADIUS, -CARD_RADIUS)
    if inner.contains(event.rect()):  # as when one word on it has changed
        painter.fillRect(event.rect(), colours.card)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.accent, 1.5) if is_framed else QPen(colours.line))
    painter.setBrush(colours.card)
    edge = QRectF(card).adjusted(0.75, 0.75, -0.75, -0.75)
    painter.drawRoundedRect(edge, CARD_RADIUS, CARD_RADIUS)


class Caption(QLabel):
    """A label sized relative to the system's font; not muted unless asked."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        factor: float = 1.0,
        bold: bool = False,
        muted: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self.setFont(scaled_font(self.font(), factor, bold=bold))
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)


class OneLineCaption(Caption):
    """A caption that ends in “…” if it is too narrow for its text; its tool tip then has it all."""

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    @property
    def shown_text(self) -> str:
        """What can be seen of the text."""
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def _tell(self) -> None:
        self.setToolTip(self.text() if self.shown_text != self.text() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self.shown_text)


class StillCaption(Caption):
    """A caption that keeps the largest size it has had, so that a new text lays out nothing else.

    Laying out a page measures its wrapped texts over and over, which takes longer than saving the
    set that the text is about.

    Args:
        width: Its fixed width, over as many lines as the text needs; None for one line, as wide as
            the widest text so far.
    """

    def __init__(
        self,
        parent: QWidget,
        *,
        width: int | None = None,
        factor: float = 1.0,
        bold: bool = False,
        muted: bool = False,
    ) -> None:
        super().__init__("", parent, factor=factor, bold=bold, muted=muted)
        self._width = width
        self.setWordWrap(width is not None)

    def setText(self, text: str) -> None:
        super().setText(text)
        if self._width is None:
            room = self.sizeHint().expandedTo(self.minimumSize())
        else:
            self.ensurePolished()  # else the text would be measured in a font that Qt guesses
            high = self.heightForWidth(self._width)
            room = QSize(self._width, max(high, self.minimumHeight()))
        if room != self.minimumSize():
            self.setFixedSize(room)


def calm(calendar: "QtWidgets.QCalendarWidget") -> None:
    """Show a calendar without week numbers, with plain weekends and our own arrows.

    A day is chosen with the mouse or the arrow keys. Qt's own way to type a date is switched off,
    because it takes mistyped text for some other day, and shows the markup of its bold letters.
    """
    calendar.setDateEditEnabled(False)
    calendar.setVerticalHeaderFormat(calendar.VerticalHeaderFormat.NoVerticalHeader)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, calendar.weekdayTextFormat(Qt.DayOfWeek.Monday))
    days = calendar.findChild(QtWidgets.QTableView)
    if isinstance(days, QtWidgets.QTableView):
        days.setAccessibleName(_tr("Days of the month"))
    colour = colours_of(QApplication.palette()).text
    for arrow, button_name in (("previous", "prevmonth"), ("next", "nextmonth")):
        button = calendar.findChild(QtWidgets.QToolButton, f"qt_calendar_{button_name}")
        if isinstance(button, QtWidgets.QToolButton):
            show_icon(button, arrow, colour)


BESIDE = 2  # between two segments


AROUND: Final = 12  # pixels to either side of a choice's text, and where there is little room:
LEAST_AROUND: Final = 6


class Segment(QAbstractButton):
    """One choice of a SegmentedControl."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # repaint when the pointer comes and goes
        self.set_room(AROUND)

    def set_room(self, around: int) -> None:
        """Leave this many pixels to either side of the text."""
        self.setFixedSize(self.width_with(around), self.fontMetrics().height() + 12)

    def width_with(self, around: int) -> int:
        """Return its width with this many pixels to either side of the text."""
        return self.fontMetrics().horizontalAdvance(self.text()) + 2 * around

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = colours_of(self.palette())
        inner = self.rect().adjusted(CARD_RADIUS, CARD_RADIUS, -CARD_RADIUS, -CARD_RADIUS)
        if inner.contains(event.rect()):  # # as when one word on it has changed
            painter.fillRect(event.rect(), colours.card)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(colours.accent if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(
            colours.accent_tint if self.isChecked() or self.underMouse() else Qt.BrushStyle.NoBrush
        )
        painter.drawRoundedRect(edge, CONTROL_RADIUS, CONTROL_RADIUS)
        painter.setPen(colours.accent if self.isChecked() else colours.text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class SegmentedControl(QWidget):
    """A row of choices, one of which is taken; arrow keys move within it.

    Args:
        labels: The choices.
        accessible_name: What is being chosen.
        a_row: Choices per row; None puts them all in one row.

    Signals:
        chosen: The index of the choice the user took.
    """

    chosen = Signal(int)

    def __init__(
        self,
        labels: Sequence[str],
        accessible_name: str,
        parent: QWidget | None = None,
        a_row: int | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(accessible_name)
        self._around = AROUND
        self._group = QButtonGroup(self)
        self._grid = QVBoxLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(BESIDE)
        self._rows: list[QHBoxLayout] = []
        for index, label in enumerate(labels):
            self._group.addButton(Segment(label, self), index)
        self._a_row = 0
        self._lay_out(a_row or len(labels))
        self._group.idClicked.connect(self.chosen)
        self.choose(0)

    def _lay_out(self, a_row: int) -> None:
        if a_row == self._a_row:
            return
        self._a_row = a_row
        for row, segment in product(self._rows, self._group.buttons()):
            row.removeWidget(segment)
        for index, segment in enumerate(self._group.buttons()):
            if index // a_row == len(self._rows):
                row = QHBoxLayout()
                row.setSpacing(BESIDE)
                row.addStretch(1)
                self._rows.append(row)
                self._grid.addLayout(row)
            row = self._rows[index // a_row]
            row.insertWidget(row.count() - 1, segment)

    def fit_beside(self, width: int) -> bool:
        """Bring the choices closer together where one row needs that.

        Args:
            width: The width there is, in pixels.

        Returns:
            Whether they fit.
        """
        segments = [each for each in self._group.buttons() if isinstance(each, Segment)]
        between = BESIDE * (len(segments) - 1)
        wide, narrow = (
            sum(each.width_with(around) for each in segments) + between
            for around in (AROUND, LEAST_AROUND)
        )
        around = LEAST_AROUND if narrow <= width < wide else AROUND
        if around != self._around:
            self._around = around
            for each in segments:
                each.set_room(around)
            self._grid.activate()  # now, or who lays it out would use the old size
        return narrow <= width

    @property
    def width_in_a_row(self) -> int:
        """The width of all visible choices side by side, in pixels."""
        widths = [each.width() for each in self._group.buttons() if not each.isHidden()]
        return sum(widths) + BESIDE * (len(widths) - 1)

    def fit_into(self, width: int) -> None:
        """Put all choices in one row, or in two if one is wider than this width in pixels."""
        count = len(self._group.buttons())
        self._lay_out(count if self.width_in_a_row <= width else (count + 1) // 2)

    @property
    def index(self) -> int:
        """The index of the current choice; -1 if there is none."""
        return self._group.checkedId()

    def choose_none(self) -> None:
        """Take no choice, without a signal; Tab still stops at the previous one."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def choose(self, index: int) -> None:
        """Take a choice, without a signal; Tab then stops only there."""
        self._group.button(index).setChecked(True)
        for button in self._group.buttons():
            checked = button.isChecked()
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus
            )

    def set_choice_visible(self, index: int, *, visible: bool) -> None:
        """Show or hide one choice."""
        self._group.button(index).setVisible(visible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        shown = [id_ for id_ in map(self._group.id, self._group.buttons()) if self._shown(id_)]
        taken = shown.index(self.index) if self.index in shown else -1
        place = taken + step if taken >= 0 else 0
        if step and 0 <= place < len(shown):
            self.choose(shown[place])
            self._group.button(shown[place]).setFocus()
            self.chosen.emit(shown[place])
        else:
            super().keyPressEvent(event)

    def _shown(self, index: int) -> bool:
        return not self._group.button(index).isHidden()

"""The narrow sidebar: one row per page, with icon and name."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from tracker.app.theme import CONTROL_RADIUS, colours_of, for_letters
from tracker.ui.widgets.icons import SIZE, icon

WIDTH = 148
ICON_LEFT = 12
BEHIND_ICON = 9
AROUND_ROW = 8  # beside each row, and after its text
LEAST_LETTERS = 90  # window width, in average letters, from which the sidebar shows names


class PageButton(QAbstractButton):
    """A row of the sidebar."""

    def __init__(self, icon_name: str, text: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setText(text)
        self.setToolTip(tip)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._drawing: QIcon | None = None
        self._drawn_in: QColor | None = None

    def sizeHint(self) -> QSize:
        needed = (
            self._before_text + self.fontMetrics().horizontalAdvance(self.text()) + AROUND_ROW + 2
        )
        return QSize(max(WIDTH - 2 * AROUND_ROW, needed), self.fontMetrics().height() + 20)

    @property
    def icon_size(self) -> int:
        """The side length of the icon, in pixels."""
        return for_letters(SIZE, self.fontMetrics())

    @property
    def _before_text(self) -> int:
        return ICON_LEFT + self.icon_size + BEHIND_ICON

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = colours_of(self.palette())
        if self.isChecked() or self.underMouse():
            painter.setBrush(colours.accent_tint)
        painter.setPen(colours.accent if self.hasFocus() else Qt.PenStyle.NoPen)
        row = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(row, CONTROL_RADIUS, CONTROL_RADIUS)
        colour = colours.accent if self.isChecked() else colours.muted
        if self._drawing is None or self._drawn_in != colour:
            self._drawing = icon(self._icon_name, colour, self.icon_size)
            self._drawn_in = colour
        side = self.icon_size
        top = (self.height() - side) / 2
        self._drawing.paint(painter, QRectF(QPointF(ICON_LEFT, top), QSize(side, side)).toRect())
        painter.setPen(colours.accent if self.isChecked() else colours.text)
        room = row.adjusted(self._before_text, 0, -AROUND_ROW, 0)
        if room.width() > 0:  # else its tool tip and its accessible name say it
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())


class Sidebar(QWidget):
    """A button per page of the window.

    Args:
        pages: Icon, name and shortcut of each page.

    Signals:
        chosen: The index of the page chosen.
    """

    chosen = Signal(int)

    def __init__(
        self, pages: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages"))
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(AROUND_ROW, 16, AROUND_ROW, 16)
        layout.setSpacing(4)
        for index, (icon_name, text, keys) in enumerate(pages):
            button = PageButton(icon_name, text, f"{text} ({keys})", self)
            self._group.addButton(button, index)
            layout.addWidget(button)
        layout.addStretch()
        self._group.idClicked.connect(self.chosen)
        self.fit_beside(0)

    def fit_beside(self, width: int) -> None:
        """Take the width of the names, or of the icons alone if the window is too narrow.

        Args:
            width: Of the window; 0 where it is not known yet.
        """
        buttons = [each for each in self._group.buttons() if isinstance(each, PageButton)]
        names = max(button.sizeHint().width() for button in buttons)
        icon_width = max(button.icon_size for button in buttons) + 2 * ICON_LEFT
        letters = width / self.fontMetrics().averageCharWidth()
        inside = names if not width or letters >= LEAST_LETTERS else icon_width
        self.setFixedWidth(inside + 2 * AROUND_ROW)

    def choose(self, index: int) -> None:
        """Mark a page as current."""
        self._group.button(index).setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(colours_of(self.palette()).line)
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

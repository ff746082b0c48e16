"""The narrow sidebar: one row a page, with icon and key."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from tracker.app.theme import CONTROL_RADIUS, colours_of
from tracker.ui.widgets.icons import SIZE, icon

WIDTH = 148


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
        return QSize(WIDTH - 16, self.fontMetrics().height() + 20)

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
            self._drawing, self._drawn_in = icon(self._icon_name, colour), colour
        top = (self.height() - SIZE) / 2
        self._drawing.paint(painter, QRectF(QPointF(12, top), QSize(SIZE, SIZE)).toRect())
        painter.setPen(colours.accent if self.isChecked() else colours.text)
        painter.drawText(row.adjusted(41, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class Sidebar(QWidget):
    """The pages of the window.

    Args:
        pages: Icon, name and key of each page.

    Signals:
        chosen: The index of the page taken.
    """

    chosen = Signal(int)

    def __init__(
        self, pages: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Pages"))
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 16, 8, 16)
        layout.setSpacing(4)
        for index, (icon_name, text, keys) in enumerate(pages):
            button = PageButton(icon_name, text, f"{text} ({keys})", self)
            self._group.addButton(button, index)
            layout.addWidget(button)
        layout.addStretch()
        self._group.idClicked.connect(self.chosen)

    def choose(self, index: int) -> None:
        """Mark a page as the one shown."""
        self._group.button(index).setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(colours_of(self.palette()).line)
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

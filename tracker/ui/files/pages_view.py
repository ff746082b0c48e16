"""The pages of a report on the screen, white like paper in every theme."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from tracker.app.theme import GAP, LIGHT
from tracker.report.document import ReportDocument
from tracker.ui.widgets.scrolled_column import keep_room_for_bar


class _PaintedPage(QWidget):
    """One page, painted once per size, so that scrolling is quick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: ReportDocument | None = None
        self._number = 0
        self._picture = QPixmap()

    def show_page(self, document: ReportDocument, number: int, place: QRect) -> None:
        """Show a page of a document, given its number, at this place in the parent."""
        self._document, self._number = document, number
        self._picture = QPixmap()
        self.setGeometry(place)
        self.setVisible(True)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture.isNull() and self._document is not None:
            self._picture = self._painted(self._document)
        painter = QPainter(self)
        painter.drawPixmap(QPointF(), self._picture)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _painted(self, document: ReportDocument) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(LIGHT.card)
        painter = QPainter(picture)
        factor = self.width() / document.page_px.width()
        painter.scale(factor, factor)
        document.paint_page(painter, self._number)
        painter.end()
        return picture


class PagesView(QScrollArea):
    """The pages one below the other, as wide as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: ReportDocument | None = None
        self._desk = QWidget()
        self._pages: list[_PaintedPage] = []
        self.setWidget(self._desk)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Always there: otherwise pages that just fit would widen, no longer fit, and so on.
        keep_room_for_bar(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_document(self, document: ReportDocument | None) -> None:
        """Show the pages of a document; None shows none."""
        self._document = document
        self._desk.setAccessibleDescription("" if document is None else document.plain_text)
        self._lay_out()

    @property
    def document(self) -> ReportDocument | None:
        """The document shown; None for none."""
        return self._document

    def _lay_out(self) -> None:
        document, count = self._document, 0
        if document is not None:
            count, size = document.page_count, document.page_px
            width = self.viewport().width() - GAP
            height = round(width * size.height() / size.width())
            while len(self._pages) < count:
                self._pages.append(_PaintedPage(self._desk))
            for number in range(count):
                place = QRect(0, number * (height + GAP), width, height)
                self._pages[number].show_page(document, number, place)
            self._desk.resize(width, count * (height + GAP))
        for page in self._pages[count:]:
            page.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

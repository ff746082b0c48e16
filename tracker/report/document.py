"""Lays out the report on pages, to be viewed, written as PDF, or printed, with the same result.

The layout is in pixels of 1/96 inch with the fonts' own measures, so that every device breaks lines
and pages at the same places.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QLocale,
    QMarginsF,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPyTextObject,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer

from tracker import TrackerError
from tracker.report.pdf_language import with_language

DPI: Final = 96
PDF_DPI: Final = 1200
MARGIN_PX: Final = 56.0
TEXT_PX: Final = 12
FOOTER_PX: Final = 9
PART: Final = 2  # heading level whose parts are kept on one page
# The text is laid out this much wider than the paper, then scaled down to it.
WIDTHS: Final = (1.0, 1.06, 1.12, 1.18, 1.25, 1.32, 1.4, 1.5)
# Beyond this, breaking a part is better than making everything still smaller.
WIDEST_WHOLE: Final = 1.25
PAPER_SIZE: Final = {
    QLocale.MeasurementSystem.ImperialUSSystem: QPageSize.PageSizeId.Letter,
}


@dataclass(frozen=True, slots=True)
class ReportText:
    """The content of the pages.

    Args:
        title: The title of the document.
        html: The text; its images are named after the pictures.
        pictures: SVG by name.
        footer: Shown below every page, with placeholders ``{page}`` and ``{pages}``.
        language: As a BCP 47 tag.
        ink: The colour of the text.
        muted: The colour of the footer.
        most_pages: To fit this many pages, text and pictures are made smaller, as far as they stay
            readable; None for no limit.
    """

    title: str
    html: str
    pictures: Mapping[str, str]
    footer: str
    language: str
    ink: QColor
    muted: QColor
    most_pages: int | None = None


def usual_page(locale: QLocale) -> QPageSize:
    """Return the usual paper for a locale: Letter in the United States, else A4."""
    system = locale.measurementSystem()
    return QPageSize(PAPER_SIZE.get(system, QPageSize.PageSizeId.A4))


def report_font(pixels: int) -> QFont:
    """Return the system's font as used on the pages."""
    font = QFont(QGuiApplication.font().family())
    font.setPixelSize(pixels)
    # Letters are placed for paper, not for the pixels of a screen.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # No ligatures, so that words in the PDF can be searched for.
    for feature in ("liga", "clig"):
        font.setFeature(QFont.Tag(feature), 0)
    return font


class _Pictures(QPyTextObject):
    """Draws the document's images as vectors."""

    def __init__(self, pictures: Mapping[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._renderers = {
            name: QSvgRenderer(QByteArray(svg.encode()), self) for name, svg in pictures.items()
        }

    def intrinsicSize(self, _document: QTextDocument, _place: int, format_: QTextFormat) -> QSizeF:
        return QSizeF(self._renderers[format_.toImageFormat().name()].defaultSize())

    def drawObject(
        self,
        painter: QPainter,
        rectangle: QRectF | QRect,
        _document: QTextDocument,
        _place: int,
        format_: QTextFormat,
    ) -> None:
        painter.save()
        painter.setFont(report_font(TEXT_PX))  # texts inherit the settings that SVG cannot express
        self._renderers[format_.toImageFormat().name()].render(painter, rectangle)
        painter.restore()


class ReportDocument(QObject):
    """The pages of one report.

    Args:
        text: The content.
        page: The size of the paper.
    """

    def __init__(self, text: ReportText, page: QPageSize, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._page = page
        self.page_px = page.size(QPageSize.Unit.Inch) * DPI
        self._pictures = _Pictures(text.pictures, self)
        self._width, self._document = self._fitting(text.most_pages)

    def _fitting(self, most_pages: int | None) -> tuple[float, QTextDocument]:
        """Lay out at the smallest width with so few pages; parts stay whole unless too small."""
        most = math.inf if most_pages is None else most_pages
        torn: float | None = None
        for width in WIDTHS:
            if torn is not None and width > WIDEST_WHOLE:
                break
            document = self._laid_out(width)
            # Keeping parts whole can only add pages, so skip that if there are too many already.
            if document.pageCount() <= most:
                torn = torn or width
                _keep_parts_whole(document)
                if document.pageCount() <= most:
                    return width, document
        width = torn or WIDTHS[-1]
        document = self._laid_out(width)
        if torn is None:
            _keep_parts_whole(document)
        return width, document

    @cached_property
    def _contents(self) -> QTextDocumentFragment:
        """The content of the HTML, parsed once for all widths."""
        document = self._empty()
        document.setHtml(self._text.html)
        return QTextDocumentFragment(document)

    def _empty(self) -> QTextDocument:
        document = QTextDocument(self)
        document.setUseDesignMetrics(True)
        document.setDefaultFont(report_font(TEXT_PX))
        return document

    def _laid_out(self, width: float) -> QTextDocument:
        document = self._empty()
        document.documentLayout().registerHandler(
            QTextFormat.ObjectTypes.ImageObject, self._pictures
        )
        document.setDocumentMargin(MARGIN_PX * width)
        document.setPageSize(self.page_px * width)
        # Qt lays out what is inserted into an empty page at once; a page that has content when its
        # size is set is laid out in steps, the first of them twice.
        QTextCursor(document).insertFragment(self._contents)
        return document

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return self._document.pageCount()

    @property
    def title(self) -> str:
        """The title of the document."""
        return self._text.title

    @property
    def plain_text(self) -> str:
        """All text of the pages, for screen readers."""
        return self._document.toPlainText()

    def paint_page(self, painter: QPainter, number: int) -> None:
        """Paint a page with its footer, in pixels of 1/96 inch from the painter's origin.

        Args:
            painter: Where to paint.
            number: Index of the page, from 0.
        """
        width, height = self.page_px.width(), self.page_px.height()
        laid_out = self._document.pageSize()
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(QPointF(0, number * laid_out.height()), laid_out)
        context.palette = QPalette(self._text.ink)
        context.palette.setColor(QPalette.ColorRole.Text, self._text.ink)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(1 / self._width, 1 / self._width)
        painter.translate(0, -number * laid_out.height())
        painter.setClipRect(context.clip)
        self._document.documentLayout().draw(painter, context)
        painter.restore()
        painter.save()
        painter.setFont(report_font(FOOTER_PX))
        painter.setPen(self._text.muted)
        place = QRectF(MARGIN_PX, height - 40, width - 2 * MARGIN_PX, 16)
        line = self._text.footer.format(page=number + 1, pages=self.page_count)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, line)
        painter.restore()

    def on_paper(self, page: QPageSize) -> "ReportDocument":
        """Return the same document on another paper size; itself if the size is the same."""
        return self if page == self._page else ReportDocument(self._text, page, self)

    def print_to(self, device: QPagedPaintDevice) -> None:
        """Paint all pages onto a printer or into a PDF, edge to edge.

        Raises:
            TrackerError: If the printer cannot be used.
        """
        painter = QPainter()
        if not painter.begin(device):
            raise TrackerError(
                self.tr("The report could not be printed: the printer did not begin.")
            )
        painter.scale(device.width() / self.page_px.width(), device.width() / self.page_px.width())
        for number in range(self.page_count):
            if number:
                device.newPage()
            self.paint_page(painter, number)
        painter.end()

    def pdf(self, creator: str) -> bytes:
        """Return the report as the bytes of a PDF: vectors and text, with title and language."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(PDF_DPI)
        writer.setPageSize(self._page)
        writer.setPageMargins(QMarginsF())
        writer.setTitle(self._text.title)
        writer.setCreator(creator)
        self.print_to(writer)
        return with_language(bytes(buffer.data().data()), self._text.language)


def _keep_parts_whole(document: QTextDocument) -> None:
    """Start a part on a new page if it would be split, unless it is longer than a page."""
    layout, height = document.documentLayout(), document.pageSize().height()
    room = height - 2 * document.rootFrame().frameFormat().topMargin()
    headings = [block for block in _blocks(document) if block.blockFormat().headingLevel() == PART]
    for heading, following in zip_longest(headings, headings[1:]):
        last = document.lastBlock() if following is None else following.previous()
        top = layout.blockBoundingRect(heading).top()
        bottom = layout.blockBoundingRect(last).bottom()
        is_torn = top // height != (bottom - 1) // height
        if is_torn and bottom - top < room:
            _begin_page_at(document, heading)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _begin_page_at(document: QTextDocument, heading: QTextBlock) -> None:
    changed = heading.blockFormat()
    changed.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    cursor = QTextCursor(heading)
    cursor.beginEditBlock()
    cursor.setBlockFormat(changed)
    # Otherwise Qt lays out only what it thinks has changed, and loses what follows.
    document.markContentsDirty(0, document.characterCount())
    cursor.endEditBlock()

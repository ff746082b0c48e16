"""The report's pages: paper, parts, footer, PDF, printer."""

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from tracker import TrackerError
from tracker.report.document import ReportDocument, ReportText, report_font, usual_page

A4 = QPageSize(QPageSize.PageSizeId.A4)
LETTER = QPageSize(QPageSize.PageSizeId.Letter)
BLACK = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">'
    '<rect width="40" height="30"/></svg>'
)


def text_of(html: str) -> ReportText:
    ink, muted = QColor("#101010"), QColor("#808080")
    return ReportText("A title", html, {"black": BLACK}, "{page} of {pages}", "en", ink, muted)


def document_of(html: str) -> ReportDocument:
    return ReportDocument(text_of(html), A4)


def painted(document: ReportDocument, number: int) -> QImage:
    page = QImage(document.page_px.toSize(), QImage.Format.Format_RGB32)
    page.fill("white")
    painter = QPainter(page)
    document.paint_page(painter, number)
    painter.end()
    return page


def ink_rows(page: QImage) -> list[int]:
    """List the rows above the footer that are not white."""
    white = QColor("white")
    return [
        y
        for y in range(page.height() - 60)
        if any(page.pixelColor(x, y) != white for x in range(page.width()))
    ]


@pytest.mark.parametrize(
    ("locale", "size"), [("en_US", LETTER), ("en_GB", A4), ("de_DE", A4), ("C", A4)]
)
def test_the_paper_is_that_of_the_reader(locale: str, size: QPageSize) -> None:
    assert usual_page(QLocale(locale)) == size


def test_text_has_no_ligatures(qapp: QApplication) -> None:
    assert report_font(12).featureTags()


def test_a_page_has_margins_and_a_footer(qapp: QApplication) -> None:
    document = document_of("<p>Some words</p>")
    rows = ink_rows(painted(document, 0))
    assert document.page_count == 1
    assert 56 <= rows[0] < 70
    bare = document_of("")
    footer = painted(bare, 0).copy(0, 1080, 400, 43)
    blank = QImage(footer.size(), footer.format())
    blank.fill("white")
    assert footer != blank


def test_a_picture_is_drawn_as_large_as_it_is(qapp: QApplication) -> None:
    rows = ink_rows(painted(document_of('<img src="black">'), 0))
    assert rows[-1] - rows[0] + 1 == pytest.approx(30, abs=1)


def test_a_part_that_would_be_torn_begins_a_page(qapp: QApplication) -> None:
    lines = "<p>line</p>" * 15
    html = "".join(f"<h2>Part {number}</h2>{lines}" for number in range(3))
    document = document_of(html)
    assert document.page_count == 2
    last_of_first_page = ink_rows(painted(document, 0))[-1]
    first_of_second = ink_rows(painted(document, 1))[0]
    assert last_of_first_page < 1123 - 56 - 60  # room was left, too little for the whole part
    assert first_of_second < 100


def test_nothing_is_lost_behind_a_page_begun_early(qapp: QApplication) -> None:
    lines = "<p>line</p>" * 15
    document = document_of("".join(f"<h2>Part {number}</h2>{lines}" for number in range(5)))
    assert document.page_count == 3
    assert len(ink_rows(painted(document, 2))) > 20


def test_a_part_longer_than_a_page_begins_where_it_stands(qapp: QApplication) -> None:
    document = document_of("<p>before</p><h2>Long</h2>" + "<p>line</p>" * 100)
    assert len(ink_rows(painted(document, 0))) > 400
    assert document.page_count > 2


def test_the_text_can_be_read_without_the_pages(qapp: QApplication) -> None:
    document = document_of("<p>Some words</p>")
    assert document.plain_text == "Some words"
    assert document.title == "A title"


def test_the_pdf_has_its_pages_paper_title_and_language(qapp: QApplication) -> None:
    pdf = document_of("<h2>A</h2>" + "<p>line</p>" * 100).pdf("Soleus 1")
    assert pdf.startswith(b"%PDF-")
    assert b"/Count 3" in pdf
    boxes = re.findall(rb"/MediaBox \[([^\]]+)\]", pdf)
    assert {tuple(round(float(each)) for each in box.split()) for box in boxes} == {
        (0, 0, 595, 842)
    }
    assert "A title".encode("utf-16-be") in pdf
    assert "Soleus 1".encode("utf-16-be") in pdf
    assert b"/Lang (en)" in pdf


def test_the_pdf_has_fonts_and_vectors_but_no_images(qapp: QApplication) -> None:
    pdf = document_of('<p>words</p><img src="black">').pdf("Soleus")
    assert b"/Type /Font" in pdf
    assert b"/Subtype /Image" not in pdf


def test_other_paper_is_laid_out_anew(qapp: QApplication) -> None:
    document = document_of("<p>words</p>")
    assert document.on_paper(A4) is document
    assert document.on_paper(LETTER).page_px.height() == pytest.approx(11 * 96)


@pytest.mark.qt_log_ignore("one painter at a time")
def test_a_printer_that_does_not_begin_is_told(qapp: QApplication) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageMargins(QMarginsF())
    busy = QPainter(writer)
    with pytest.raises(TrackerError, match="did not begin"):
        document_of("<p>words</p>").print_to(writer)
    busy.end()


def test_what_would_take_more_pages_than_it_may_is_made_smaller(qapp: QApplication) -> None:
    html = "<h2>A</h2>" + "<p>line</p>" * 100
    free, held = (ReportDocument(replace(text_of(html), most_pages=most), A4) for most in (None, 2))
    assert (free.page_count, held.page_count) == (3, 2)
    assert held.plain_text == free.plain_text
    # It is smaller, and begins at the same margin.
    tops = [min(ink_rows(painted(document, 0))) for document in (free, held)]
    assert tops[1] == pytest.approx(tops[0], abs=3)


def test_a_part_is_rather_torn_than_all_made_too_small(qapp: QApplication) -> None:
    """Three parts of more than half a page, kept whole, take three pages at any size."""
    html = "".join(f"<h2>{name}</h2>" + "<p>line</p>" * 30 for name in "ABC")
    free, held = (ReportDocument(replace(text_of(html), most_pages=most), A4) for most in (3, 2))
    assert (free.page_count, held.page_count) == (3, 2)
    assert held.plain_text == free.plain_text
    few = ReportDocument(replace(text_of(html), most_pages=1), A4)
    assert few.page_count == 3  # as small as it gets, and no page is lost
    assert few.plain_text == free.plain_text

"""The pages of a report on the screen."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.report.test_document import text_of
from tracker.app.theme import DARK, make_palette
from tracker.report.document import ReportDocument
from tracker.ui.files.pages_view import PagesView

LINE = "<p>a line of some words</p>"


@pytest.fixture
def view(qtbot: QtBot) -> PagesView:
    view = PagesView()
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


def document(lines: int) -> ReportDocument:
    return ReportDocument(text_of(LINE * lines), QPageSize(QPageSize.PageSizeId.A4))


def desk(view: PagesView) -> QWidget:
    desk = view.widget()
    assert desk is not None
    return desk


def pages(view: PagesView) -> list[QWidget]:
    """List the visible pages, from the top."""
    found = [page for page in desk(view).findChildren(QWidget) if page.isVisible()]
    return sorted(found, key=lambda page: page.y())


def picture(page: QWidget) -> QImage:
    return page.grab().toImage()


def has_ink(page: QWidget) -> bool:
    image = picture(page).scaled(QSize(200, 280))
    return any(
        image.pixelColor(x, y).lightness() < 200 for x in range(20, 180) for y in range(10, 240)
    )


def test_without_a_document_there_are_no_pages(view: PagesView) -> None:
    assert pages(view) == []
    assert view.document is None


def test_each_page_stands_below_the_one_before_and_is_as_wide_as_there_is_room(
    view: PagesView,
) -> None:
    report = document(150)
    view.show_document(report)
    assert view.document is report
    shown = pages(view)
    assert len(shown) == report.page_count > 2
    for above, below in pairwise(shown):
        assert below.y() > above.y() + above.height()
        assert (above.width(), above.height()) == (below.width(), below.height())
    assert shown[0].width() <= view.viewport().width()
    assert all(map(has_ink, shown[:2]))


def test_pages_widen_with_the_view_and_keep_the_shape_of_their_paper(view: PagesView) -> None:
    view.show_document(document(3))
    before = pages(view)[0].size()
    view.resize(700, 600)
    after = pages(view)[0].size()
    assert after.width() == before.width() + 200
    assert after.height() / after.width() == pytest.approx(297 / 210, abs=0.01)


def test_paper_is_white_in_every_theme(view: PagesView) -> None:
    view.setPalette(make_palette(DARK))
    view.show_document(document(3))
    assert picture(pages(view)[0]).pixelColor(5, 5).name() == "#ffffff"


def test_pages_that_are_no_longer_there_are_hidden_and_shown_again(view: PagesView) -> None:
    counts = []
    for lines in (150, 3, 150):
        view.show_document(document(lines))
        counts.append(len(pages(view)))
    assert counts[0] == counts[2] > counts[1] == 1
    view.show_document(None)
    assert pages(view) == []


def test_a_page_shows_what_its_document_has_now(view: PagesView) -> None:
    view.show_document(document(3))
    page = pages(view)[0]
    before = picture(page)
    view.show_document(document(30))
    assert pages(view)[0] is page
    assert picture(page) != before


def test_the_pages_can_be_read_out(view: PagesView) -> None:
    view.show_document(document(1))
    assert "a line of some words" in desk(view).accessibleDescription()
    view.show_document(None)
    assert desk(view).accessibleDescription() == ""

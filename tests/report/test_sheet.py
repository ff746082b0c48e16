"""The session sheet as a page: empty cells in the order of Enter, and what is expected in grey."""

import re

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication

from tests.report.test_parts import TODAY
from tracker.app.session_sheet import SessionSheet, SheetTable
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.plan import PlannedSets, PlannedSide
from tracker.domain.session import LoggedSet
from tracker.domain.set_grid import Cell
from tracker.report.document import ReportDocument
from tracker.report.sheet import sheet_text

SEATED = Exercise.SEATED


def sheet(plan: str = "Heavy <b>") -> SessionSheet:
    item = PlannedSets("p", SEATED, PlannedSide.EACH, 2, 8, note="as <heavy> as pain allows")
    expected = {
        Cell(SEATED, 1, Side.LEFT): LoggedSet("s", SEATED, Side.LEFT, 1, 8, 60.0),
        Cell(SEATED, 1, Side.RIGHT): LoggedSet("s", SEATED, Side.RIGHT, 1, 8, 62.5),
        Cell(SEATED, 2, Side.LEFT): None,
    }
    return SessionSheet(TODAY, plan, (SheetTable(SEATED, [item], LEGS, expected),))


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """Fonts need an application."""


def rows_of(html: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    return [
        [re.sub(r"<[^>]+>|&nbsp;", "", cell) for cell in re.findall(r"<td.*?</td>", row)]
        for row in rows
    ]


def test_a_row_is_a_set_and_its_cells_go_from_left_to_right() -> None:
    rows = rows_of(sheet_text(sheet(), Unit.KG).html)
    assert rows[1] == ["1", "8 × 60", "", "", "8 × 62.5", "", ""]
    assert rows[2] == ["2", "", "", "", "", "", ""]
    assert rows[3] == ["3", "", "", "", "", "", ""]  # one on top
    assert rows[5][0] == "Left"
    assert rows[7][0] == "Note"


def test_what_others_wrote_is_escaped_and_a_plan_is_optional() -> None:
    html = sheet_text(sheet(), Unit.KG).html
    assert "Heavy &lt;b&gt;" in html
    assert "as &lt;heavy&gt; as pain allows" in html
    assert "Heavy" not in sheet_text(sheet(""), Unit.KG).html


def test_loads_follow_the_unit() -> None:
    assert "8 × 132.28" in sheet_text(sheet(), Unit.LB).html


@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_a_session_has_room_on_one_page(size: QPageSize.PageSizeId) -> None:
    document = ReportDocument(sheet_text(sheet(), Unit.KG), QPageSize(size))
    assert document.page_count == 1
    assert document.pdf("Soleus").startswith(b"%PDF-")
    assert "page 1 of 1" not in document.plain_text  # it stands in the footer


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("sides", [LEGS, (Side.BOTH,), tuple(Side)], ids=["legs", "both", "all"])
@pytest.mark.parametrize("size", [QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter])
def test_no_word_of_a_heading_is_torn_in_german(
    sides: tuple[Side, ...], size: QPageSize.PageSizeId
) -> None:
    table = SheetTable(SEATED, [], sides, {Cell(SEATED, 1, side): None for side in sides})
    text = sheet_text(SessionSheet(TODAY, "", (table,)), Unit.KG)
    document = ReportDocument(text, QPageSize(size))
    block, seen = document._document.begin(), set()
    while block.isValid():
        words = block.text().split()
        seen |= set(words)
        assert not words or block.layout().lineCount() <= len(words), block.text()
        block = block.next()
    assert {"Satz", "Schmerz", "Reserve"} <= seen

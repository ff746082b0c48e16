"""A report has at most two pages, whatever is logged: in both languages, on either paper."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication

from tests.report.test_parts import TODAY, ago
from tests.report.worst_cases import LONG, PARTS, log_with
from tracker.domain.load import Unit
from tracker.report.contents import Report
from tracker.report.document import ReportDocument
from tracker.report.page import report_text
from tracker.report.words import LONGEST_NOTE, MOST_LINES

PAPERS = QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter
NOTES = {
    "none": "",
    "long": LONG[: LONGEST_NOTE + 100],
    "lines": "\n".join([LONG[:90]] * MOST_LINES),
}
MONTH = 27
some_parts = st.sets(st.sampled_from(list(PARTS)), min_size=1)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """Fonts need an application."""


def pages(parts: set[str], first: int | None, note: str) -> list[int]:
    """Return how many pages a report takes on either paper."""
    begin = None if first is None else ago(first)
    report = Report.of(log_with(parts), begin, None, TODAY, NOTES[note])
    text = report_text(report, Unit.KG, TODAY)
    return [ReportDocument(text, QPageSize(paper)).page_count for paper in PAPERS]


@pytest.mark.parametrize("note", ["long", "lines"])
@pytest.mark.parametrize("first", [None, MONTH])
def test_a_report_of_all_there_is_has_two_pages(first: int | None, note: str) -> None:
    assert pages(set(PARTS), first, note) == [2, 2]


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("note", ["long", "lines"])
@pytest.mark.parametrize("first", [None, MONTH])
def test_in_german_it_has_two_pages_too(first: int | None, note: str) -> None:
    assert pages(set(PARTS), first, note) == [2, 2]


@pytest.mark.parametrize("part", PARTS)
def test_a_report_of_one_thing_has_no_more(part: str) -> None:
    assert max(pages({part}, None, "none")) <= 2


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(parts=some_parts, first=st.none() | st.integers(1, 400), note=st.sampled_from(list(NOTES)))
def test_whatever_is_logged_it_has_at_most_two(
    parts: set[str], first: int | None, note: str
) -> None:
    assert max(pages(parts, first, note)) <= 2


@pytest.mark.usefixtures("german")
@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(parts=some_parts, first=st.none() | st.integers(1, 400), note=st.sampled_from(list(NOTES)))
def test_whatever_is_logged_it_has_at_most_two_in_german(
    parts: set[str], first: int | None, note: str
) -> None:
    assert max(pages(parts, first, note)) <= 2

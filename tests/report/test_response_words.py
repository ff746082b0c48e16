"""How the leg answered, word for word."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.report.test_parts import LEFT, SEATED, TODAY, ago, both, report_of, train
from tests.report.test_response import answered
from tests.report.test_words import plain
from tracker.domain.event import Event, EventKind
from tracker.domain.load import Unit
from tracker.domain.run import Run
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.report import response_words as words


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """Words need an application to be translated by."""


def said(html: str) -> str:
    return plain(html.replace("</th>", "</td>")).replace("\N{NO-BREAK SPACE}", " ")


def test_weeks_stand_side_by_side() -> None:
    morning = Symptom(ago(5), Moment.NEXT_MORNING, LEFT, pain=2)
    report = report_of(
        morning, *train(7, *both(SEATED, 60, 60)), Run(ago(3), 10.0), first=8, last=0
    )
    assert said(words.response_head(report)) == "9 Nov | 16 Nov | 23 Nov |"
    assert said(words.response_rows(report, Unit.KG)) == (
        "Hard sets | 0 | 1 | 0 | Running, km | 0 | 10 | 0 | "
        "Pain next morning, median, left | – | 2 | – |"
    )
    assert "Running, mi | 0 | 6 | 0 |" in said(words.response_rows(report, Unit.LB))


def test_rows_without_anything_are_left_out() -> None:
    felt = Symptom(TODAY, Moment.AFTER, LEFT, pain=2)
    assert words.response_rows(report_of(felt), Unit.KG) == ""
    ran = report_of(felt, Run(TODAY, 10.0))
    assert said(words.response_rows(ran, Unit.KG)) == "Running, km | 10 |"


def test_a_leg_is_told_in_a_sentence() -> None:
    log = [*answered(9, 1, 3), *answered(7, 1, 1)]
    pain = Symptom(ago(2), Moment.AFTER, LEFT, Site.CALF, pain=6)
    assert said(words.response_text(report_of(*log, pain, last=0))) == (
        "Since 14 Nov 2026: Left : next morning above before in 1 of 2 sessions; "
        "pain 3 or more on 2 , 6 or more on 1 of 5 days; worst 6 (after, 21 Nov 2026). "
        "Where, as noted: calf."
    )


def test_a_leg_that_did_not_hurt_has_no_worst() -> None:
    nought = Symptom(TODAY, Moment.AFTER, LEFT, pain=0)
    assert said(words.response_text(report_of(nought))) == (
        "Since 23 Nov 2026: Left : pain 3 or more on 0 , 6 or more on 0 of 1 day."
    )
    visited = report_of(nought, Event(ago(-5), EventKind.VISIT), last=-9)
    assert said(words.response_text(visited)) == "Since 28 Nov 2026: Left : no pain noted."

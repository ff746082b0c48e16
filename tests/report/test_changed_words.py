"""What changed since the last visit, row by row."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from tests.report.test_legs import WEIGHED, weekly
from tests.report.test_parts import (
    BENT,
    LEFT,
    RIGHT,
    SEATED,
    STANDING,
    TODAY,
    ago,
    held,
    report_of,
    train,
)
from tests.report.test_words import plain
from tracker.domain.change import Entry
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Equipment
from tracker.domain.heel_raise import HeelRaiseTest
from tracker.domain.load import Unit
from tracker.domain.measurement import FORCE_SEATED, TENDINS_A, VISA_A, Measurement
from tracker.domain.session import LoggedSet
from tracker.report import changed_words as words

VISIT = Event(ago(30), EventKind.VISIT)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """Words need an application to be translated by."""


def said(html: str) -> str:
    return plain(html.replace("</th>", "</td>")).replace("\N{NO-BREAK SPACE}", " ")


CHANGE = "Change: within or beyond what repeats differ by |"


def part_of(
    *entries: Entry, first: int | None = None, unit: Unit = Unit.KG
) -> tuple[str, str, str]:
    """Give what the part is called, the heads of its columns, and its rows."""
    part = words.changed_part(report_of(*entries, first=first, last=0), unit)
    assert part is not None
    heading, table = part
    heads, rows = table.split("</tr>", 1)
    return heading, said(heads), said(rows)


def rows_of(*entries: Entry, first: int | None = None, unit: Unit = Unit.KG) -> str:
    return part_of(*entries, first=first, unit=unit)[2]


def test_the_part_is_named_after_the_last_visit_or_the_period() -> None:
    scores = [Measurement(ago(day), VISA_A.name, 60.0) for day in (90, 60, 5)]
    assert part_of(*scores, VISIT)[:2] == (
        "What changed since the last visit",
        f"| First | Last visit, 24 Oct 2026 | Now, 23 Nov 2026 | {CHANGE}",
    )
    assert part_of(*scores, first=60)[:2] == (
        "What changed in these days",
        f"| First | At the start, 24 Sep 2026 | Now, 23 Nov 2026 | {CHANGE}",
    )


def test_columns_and_rows_in_which_nothing_stands_are_left_out() -> None:
    scores = [Measurement(ago(day), VISA_A.name, 60.0) for day in (90, 5)]
    assert part_of(*scores)[1:] == (
        f"| At the start, 25 Aug 2026 | Now, 23 Nov 2026 | {CHANGE}",
        "VISA-A (0–100, 100 is best) | 60 | 60 · 18 Nov | 0: within ± 15 |",
    )
    # Of one day nothing changed, and one day of training is no figure of a leg.
    assert part_of(*scores[1:], *train(0, (SEATED, LEFT, 60))) == (
        "What is known so far",
        "| Now, 23 Nov 2026 |",
        "VISA-A (0–100, 100 is best) | 60 · 18 Nov |",
    )
    assert words.changed_part(report_of(*train(0, (SEATED, LEFT, 60))), Unit.KG) is None


def test_what_counts_of_holds_is_said_where_there_are_some() -> None:
    assert words.changed_definition(report_of(*held(0, (LEFT, 45.0, 0.0)))).startswith("Of holds")
    assert words.changed_definition(report_of(*train(0, (SEATED, LEFT, 60)))) == ""


def test_strength_is_told_first_then_and_now_with_what_repeats_differ_by() -> None:
    training = [*weekly(150, 40, 60), *weekly(100, 48, 60), *weekly(0, 60, 75)]
    # Then three days of training of 64 kg and three of 53.33: the median of the last six.
    assert rows_of(*training, Event(ago(95), EventKind.VISIT)) == (
        "Seated , left | 53.3 kg ± 4.1 · 9 Jul | 58.7 kg ± 4.0 | 80.0 kg ± 5.6 | "
        "+36 %: beyond ± 7 | "
        "Seated , right | 80.0 kg ± 6.1 · 9 Jul | 80.0 kg ± 5.5 | 100.0 kg ± 7.0 | "
        "+25 %: beyond ± 6 | "
        "Seated, stronger leg | right 33 %, ± 7 · 9 Jul | right 27 %, ± 4 | right 20 %, ± 5 | "
        "7 points to the left: beyond ± 6 |"
    )


def test_a_difference_that_moves_says_to_which_leg() -> None:
    def moved(left_kg: float, right_kg: float) -> str:
        return rows_of(*weekly(100, 60, 60), *weekly(0, left_kg, right_kg), first=95)

    assert "| 20 points to the right: beyond ± " in moved(60, 75)
    assert "| 20 points to the left: beyond ± " in moved(75, 60)


def test_a_log_that_has_hardly_begun_has_no_then() -> None:
    rows = rows_of(*weekly(0, 60, 75))
    assert rows.startswith("Seated , left | 80.0 kg ± 6.1 |")
    assert rows.endswith("Seated, stronger leg | right 20 %, ± 7 |")


def test_a_start_that_had_to_wait_for_the_log_says_its_day() -> None:
    rows = rows_of(*weekly(100, 48, 60), *weekly(0, 60, 75))
    assert rows.startswith("Seated , left | 64.0 kg ± 4.9 · 28 Aug | 80.0 kg")


def test_a_difference_that_is_no_longer_known_has_no_change() -> None:
    rows = rows_of(*weekly(100, 60, 60), *weekly(0, 60, 60, rir=None), first=90)
    assert "stronger leg | " in rows
    assert rows.endswith(" · 28 Aug | not known |")


def test_a_difference_that_is_only_a_bound_is_at_least() -> None:
    easy = [
        each
        for day in (14, 7, 0)
        for each in (
            *train(day, (SEATED, LEFT, 50)),
            *train(day, (SEATED, RIGHT, 52.5), reps=8, rir=4.0),
        )
    ]
    assert "right at least 9 %, ± 8 |" in rows_of(*easy)
    assert words.changed_part(report_of(*weekly(0, 60, 60, rir=None)), Unit.KG) is None


def test_the_ratio_is_told_of_each_leg_that_has_one() -> None:
    def training(last: int, seated_kg: float) -> list[Entry]:
        loads = [(SEATED, LEFT, seated_kg), (STANDING, LEFT, 5.0)]
        return [each for day in (14, 7, 0) for each in train(last + day, *loads)]

    rows = rows_of(WEIGHED, *training(100, 45), *training(0, 60), first=98)
    assert "Seated / standing, left | 0.60 ± 0.04 · 28 Aug | 0.80 ± 0.05 | +0.20: beyond" in rows
    assert "standing, right" not in rows
    new = rows_of(WEIGHED, *training(0, 60))
    assert new.endswith("Seated / standing, left | 0.80 ± 0.05 |")


def test_heel_raises_are_held_against_chance() -> None:
    days = ((90, 12), (40, 20), (0, 27))
    tests = [HeelRaiseTest(ago(day), STANDING, LEFT, reps) for day, reps in days]
    assert rows_of(*tests, VISIT) == (
        "Heel raises, left | 12 · 25 Aug | 20 · 14 Oct | 27 | +7: beyond ± 6 |"
    )
    assert rows_of(*tests[1:], VISIT, HeelRaiseTest(TODAY, BENT, RIGHT, 9)).endswith(
        "Heel raises, knee bent about 45°, right | – | 9 | – |"
    )


def test_tests_done_differently_are_not_compared() -> None:
    tests = [
        HeelRaiseTest(ago(40), STANDING, LEFT, 20),
        HeelRaiseTest(TODAY, STANDING, LEFT, 27, incline_deg=10),
    ]
    assert rows_of(*tests, VISIT).endswith("| not tested alike |")


def test_holds_are_told_in_seconds_by_leg_at_the_load_held_last() -> None:
    rows = rows_of(
        *held(90, (LEFT, 30.0, 0.0)),
        *held(40, (LEFT, 38.0, 0.0), (RIGHT, 50.0, 2.0)),
        *held(0, (LEFT, 45.0, 0.0), (RIGHT, 45.0, 0.0)),
        VISIT,
    )
    assert rows == (
        "Seated 60 kg held, left | 30 s · 25 Aug | 38 s · 14 Oct | 45 s | +7 s | "
        "Seated 60 kg held, right | – | at least 50 s · 14 Oct | 45 s | not to failure |"
    )
    alone = rows_of(*held(0, (LEFT, 45.0, None), exercise=STANDING, kg=20.0))
    assert alone == "Standing +20 kg held, left | at least 45 s |"


def test_a_ratio_on_other_equipment_has_no_change() -> None:
    machines = [Equipment("Lever"), Equipment("Smith")]
    sets: list[Entry] = [WEIGHED, *machines]
    for last, machine in zip((100, 0), machines, strict=True):
        for day in (14, 7, 0):
            trained = train(last + day, (SEATED, LEFT, 45), (STANDING, LEFT, 5))
            sets += [
                replace(each, equipment_id=machine.id) if isinstance(each, LoggedSet) else each
                for each in trained
            ]
    rows = rows_of(*sets, first=98)
    assert "Seated / standing, left | 0.60 ± 0.04 · 28 Aug | 0.60 ± 0.04 | not known |" in rows


def test_measurements_are_held_against_their_noise_where_that_is_known() -> None:
    measured = [
        Measurement(ago(400), VISA_A.name, 40.0),
        Measurement(ago(40), VISA_A.name, 60.0),
        Measurement(TODAY, VISA_A.name, 76.0),
        Measurement(TODAY, TENDINS_A.name, 30.0),
        Measurement(ago(40), FORCE_SEATED.name, 1_000.0, LEFT),
        Measurement(TODAY, FORCE_SEATED.name, 900.0, LEFT),
        Measurement(ago(40), "<Grip>", 41.0, unit="kg"),
        Measurement(TODAY, "<Grip>", 41.0, unit="kg"),
    ]
    assert rows_of(*measured, VISIT, first=20) == (
        "VISA-A (0–100, 100 is best) | 40 · 19 Oct 2025 | 60 · 14 Oct | 76 | +16: beyond ± 15 | "
        "TENDINS-A (0–100, 0 is best) | – | – | 30 | – | "
        "Peak force, seated, N, left | – | 1000 · 14 Oct | 900 | −100: within ± 118 | "
        "&lt;Grip&gt;, kg | – | 41 · 14 Oct | 41 | 0 |"
    )


def test_loads_may_be_in_pounds() -> None:
    assert "176.4 lb ± 13.5" in rows_of(*weekly(0, 60, 75), unit=Unit.LB)

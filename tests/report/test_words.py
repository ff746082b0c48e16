"""What the physio's report says, and that it never says more than it knows."""

import datetime
import re

import pytest
from PySide6.QtWidgets import QApplication

from tests.report.test_parts import (
    BENT,
    BOTH,
    LEFT,
    RIGHT,
    SEATED,
    STANDING,
    TODAY,
    ago,
    both,
    held,
    report_of,
    train,
)
from tests.report.test_plans import in_a_row, planned
from tracker.domain.change import Entry
from tracker.domain.event import Event, EventKind
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import HeelRaiseTest, StopReason
from tracker.domain.load import Unit
from tracker.domain.measurement import (
    FORCE_SEATED,
    FORCE_STANDING,
    TENDINS_A,
    VISA_A,
    Measurement,
)
from tracker.domain.plan import PlannedSide
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.report import words
from tracker.report.contents import Report

TAGS = re.compile(r"<[^>]+>")
WEIGHED = Bodyweight(ago(300), 70.0)


def plain(html: str) -> str:
    """Return the readable text: cells separated, without tags."""
    return " ".join(TAGS.sub(" ", html.replace("</td>", " |")).split())


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """Words need an application to be translated by."""


def norms(*entries: Entry) -> str:
    return words.norms_html(report_of(*entries))


def test_the_name_is_escaped_and_optional() -> None:
    lead = words.lead_text(report_of(Runner(name=" A <b> ")))
    assert lead == "<b>A &lt;b&gt;</b> · 23 Nov 2026"
    assert words.lead_text(report_of()) == "23 Nov 2026"
    assert words.lead_text(report_of(first=1, last=0)) == "22 Nov 2026 – 23 Nov 2026"


def test_an_injury_is_told_with_its_place_and_since_when() -> None:
    injury = Event(ago(225), EventKind.INJURY, side=LEFT, site=Site.MID_PORTION)
    told = words.injury_told(report_of(injury))
    assert told == "left Achilles, mid-portion, since 12 Apr 2026"


def test_events_are_listed_beside_the_injury_and_no_more_than_a_page_takes() -> None:
    injury = Event(ago(90), EventKind.INJURY)
    race = Event(ago(3), EventKind.RACE, note="10 km <b>")
    report = report_of(injury, race, Event(ago(2), EventKind.VISIT), first=5, last=0)
    assert words.events_text(report) == (
        "Race: 10 km &lt;b&gt;, 20 Nov 2026; Physio visit, 21 Nov 2026."
    )
    many = [Event(ago(30 - day), EventKind.OTHER, note="x" * 300) for day in range(20)]
    told = words.events_text(report_of(*many, first=40, last=0))
    assert told.count(";") == words.MOST_EVENTS
    assert told.endswith("; 16 before them in events.csv.")
    assert all(len(text) <= words.LONGEST_EVENT for text in told.split("; ")[:-1])
    # The injury stands in a line of its own, and counts neither as told nor as left out.
    told = words.events_text(report_of(injury, *many[-5:], first=100, last=0))
    assert told.endswith("; 1 before them in events.csv.")


def test_facts_are_those_that_are_known() -> None:
    assert words.facts_row(report_of(), Unit.KG) == ""
    known = report_of(
        Runner(involved_side=LEFT),
        WEIGHED,
        Bodyweight(ago(5), 71.25),
        *train(27, *both(SEATED, 60, 60)),
        first=27,
        last=0,
    )
    assert plain(words.facts_row(known, Unit.KG)) == (
        "Injured leg Left | Bodyweight 71.2 kg (70.0 kg at the start) | Sessions 1, 0.2 a week |"
    )


def test_the_side_of_the_injury_is_told_with_it_alone() -> None:
    injured = [Event(ago(9), EventKind.INJURY, None, side) for side in (LEFT, RIGHT)]
    same, other = (report_of(Runner(involved_side=LEFT), each, last=0) for each in injured)
    assert words.facts_row(same, Unit.KG) == ""
    assert plain(words.facts_row(other, Unit.KG)) == "Injured leg Left |"


def test_a_bodyweight_that_stays_is_said_once() -> None:
    facts = plain(words.facts_row(report_of(WEIGHED), Unit.LB))
    assert "154.3 lb |" in facts


def test_plans_are_told_by_their_days_and_what_was_done_of_them() -> None:
    report = report_of(
        *planned(20, 1, name="<Heavy>"),
        *planned(10, 1, PlannedSide.BOTH),
        *train(20, (SEATED, LEFT, 60)),
        *train(0, (SEATED, BOTH, 60)),
    )
    assert plain(words.plan_head(report)) == "Sets, left Sets, right Sets, both legs at once"
    assert plain(words.plan_rows(report).replace("\N{NO-BREAK SPACE}", " ")) == (
        "&lt;Heavy&gt; | 3 Nov 2026 – 9 Nov 2026 | 1 of 4 (25 %) | 1 of 4 (25 %) "
        "| 0 of 4 (0 %) | – | 0 | "
        "Any | 13 Nov 2026 – 19 Nov 2026 | 0 of 4 (0 %) | – | – | 0 of 4 (0 %) | 0 |"
    )


def test_a_plan_by_hand_names_the_phase_that_it_is_in() -> None:
    report = report_of(*in_a_row(), *train(20, (SEATED, LEFT, 60)), last=0)
    rows = plain(words.plan_rows(report).replace("\N{NO-BREAK SPACE}", " "))
    assert rows.startswith("In a row Phase 3 since 21 Nov 2026 | 3 Nov 2026 – 23 Nov 2026 |")


def test_of_many_plans_the_latest_are_told() -> None:
    plans = [
        entry for number in range(6) for entry in planned(7 * (number + 1), 1, name=str(number))
    ]
    report = report_of(*plans, *train(0, (SEATED, LEFT, 60)), first=50)
    assert len(report.plans) == 6
    assert re.findall(r"<b>(\d)</b></td>", words.plan_rows(report)) == ["3", "2", "1", "0"]


@pytest.mark.parametrize(
    ("goal", "text"),
    [
        (
            Goal(GoalKind.E1RM_BODYWEIGHTS, SEATED, 1.5, by=datetime.date(2027, 3, 1)),
            "1.5 × bodyweight, seated, by 1 Mar 2027 (now: left 1.14 ± 0.09, right 1.14 ± 0.09).",
        ),
        (
            Goal(GoalKind.HEEL_RAISE_REPS, STANDING, 25, LEFT),
            "25 heel raises, knee straight, left (now: not known).",
        ),
        (
            Goal(GoalKind.DIFFERENCE_PERCENT, SEATED, 5),
            "legs less than 5 % apart, seated "
            "(now: 0 %, ± 7: reached, but the ± reaches beyond it).",
        ),
    ],
)
def test_a_goal_is_said_with_where_it_stands(goal: Goal, text: str) -> None:
    training = [each for day in (14, 7, 0) for each in train(day, *both(SEATED, 60, 60))]
    assert words.goals_text(report_of(goal, WEIGHED, *training)) == text


def test_of_many_goals_those_that_have_room_are_told() -> None:
    goals = [Goal(GoalKind.DIFFERENCE_PERCENT, SEATED, 3.0 + number) for number in range(8)]
    told = words.goals_text(report_of(*goals))
    assert told.count(";") == words.MOST_GOALS
    assert told.endswith("; 2 more in goals.csv.")


def test_of_a_long_note_the_beginning_is_told_and_many_lines_are_one() -> None:
    assert words.note_html("x" * 2_000) == f"{'x' * words.LONGEST_NOTE} … (shortened)"
    assert words.note_html("a\n" * 20 + "<") == "a " * 20 + "&lt;"


def test_a_note_is_escaped_line_for_line() -> None:
    assert words.note_html("a < b\n$5 & more") == "a &lt; b<br>$5 &amp; more"


def work_of(report: Report) -> str:
    """Give the heads of the columns, then the rows."""
    table = words.work_table(report, Unit.KG).replace("</th>", "</td>")
    return plain(table.replace("</tr>", " / ", 1))


def test_work_is_never_added_across_exercises() -> None:
    training = train(0, *both(SEATED, 60, 60), (STANDING, LEFT, 5))
    assert work_of(report_of(WEIGHED, *training, first=27, last=0)) == (
        "Exercise | Hard sets | a week | Volume a week (last 4), left | "
        "Volume a week (last 4), right | / "
        "Seated | 1 | 0.2 | 150 kg | 150 kg | Standing | 1 | 0.2 | 188 kg | – |"
    )


def test_the_volume_of_a_week_is_of_each_side_with_that_of_the_last_four() -> None:
    training = [*train(50, (SEATED, LEFT, 60)), *train(0, (SEATED, BOTH, 80))]
    report = report_of(*training, first=55, last=0)
    assert work_of(report) == (
        "Exercise | Hard sets | a week | last 4 weeks, a week | Volume a week (last 4), left | "
        "Volume a week (last 4), both at once | / "
        "Seated | 2 | 0.2 | 0.2 | 75 kg (0 kg) | 100 kg (200 kg) |"
    )


def test_running_is_said_beside_the_work_in_the_unit_that_goes_with_loads() -> None:
    training = train(0, *both(SEATED, 60, 60))
    runs = [Run(ago(days), 42.0) for days in (30, 1)]
    long = report_of(*training, *runs, first=55, last=0)
    assert plain(words.running_text(long, Unit.KG)) == (
        "Running: 84.0 km , 10.5 km a week; in the last 4 weeks 10.5 km a week."
    )
    short = report_of(*training, *runs, first=3, last=0)
    assert plain(words.running_text(short, Unit.LB)) == "Running: 26.1 mi ."
    assert words.running_text(report_of(*training), Unit.KG) == ""


def test_holds_are_said_beside_the_work_as_time_and_how_the_legs_compare() -> None:
    report = report_of(
        *held(9, (LEFT, 30.0, 0.0), (RIGHT, 30.0, 0.0)),
        *held(7, (LEFT, 30.0, None), exercise=STANDING, kg=20.0),
        *held(2, (LEFT, 45.0, 0.0), (RIGHT, 52.0, 0.0), kg=62.5),
        Run(ago(1), 10.0),
        first=10,
        last=0,
    )
    said = "Holds: 3.1 min under tension; Seated 62.5 kg, 21 Nov 2026: right 7 s longer."
    assert words.holds_text(report, Unit.KG) == said
    assert words.beside_work_text(report, Unit.KG).startswith(f"{said} Running: ")
    both_at_once = report_of(*held(1, (BOTH, 45.0, None)))
    assert words.holds_text(both_at_once, Unit.KG) == "Holds: 0.8 min under tension."
    none = report_of(*train(0, *both(SEATED, 60, 60)))
    assert words.beside_work_text(none, Unit.KG) == ""
    assert words.beside_work_text(report_of(), Unit.KG) == ""


def test_sites_are_named_as_they_were_noted() -> None:
    felt = [Symptom(TODAY, Moment.AFTER, LEFT, site, pain=4) for site in (Site.CALF, None)]
    assert words.sites_text(report_of(*felt)) == "Where, as noted: calf."
    more = Symptom(TODAY, Moment.AFTER, LEFT, Site.INSERTION, pain=4)
    assert words.sites_text(report_of(*felt, more)) == "Where, as noted: Achilles, insertion; calf."
    assert words.sites_text(report_of()) == ""


def test_what_is_not_told_is_said_with_the_file_that_has_it() -> None:
    scores = [Measurement(ago(10 - day), VISA_A.name, 50.0 + 3 * day) for day in range(8)]
    tests = [HeelRaiseTest(ago(10 - day), STANDING, LEFT, 20 + day) for day in range(6)]
    assert words.left_out_text(report_of(*scores, *tests)) == (
        "Not told here: 6 in measurements.csv, 4 in tests.csv."
    )
    assert words.left_out_text(report_of(*scores)) == "Not told here: 6 in measurements.csv."
    assert words.left_out_text(report_of()) == ""


def test_of_kinds_of_one_s_own_those_measured_last_are_told() -> None:
    own = [
        Measurement(ago(number + before), f"Own {number:02}", 3.0)
        for number in range(9)
        for before in (20, 0)
    ]
    report = report_of(*own, Measurement(ago(90), VISA_A.name, 50.0))
    names = [course.kind.name for course in words.courses_told(report)]
    assert names == ["visa_a", *(f"Own {number:02}" for number in range(words.MOST_OWN_KINDS))]
    assert words.left_out_text(report) == "Not told here: 14 in measurements.csv."


def test_holds_alone_have_no_volume() -> None:
    report = report_of(*held(0, (LEFT, 45.0, None)))
    assert work_of(report) == "Exercise | Hard sets | / Seated | 1 |"


def test_what_the_limits_of_measurements_are_of_is_said() -> None:
    scores = [Measurement(TODAY, kind.name, 50.0) for kind in (VISA_A, TENDINS_A)]
    reach = Measurement(TODAY, "knee_to_wall", 9.0, LEFT)
    assert words.measurements_note(report_of(*scores, reach)) == (
        "VISA-A: a change that matters is about 15. "
        "TENDINS-A: repeats differ by up to 12 (Murphy 2023)."
    )
    force = [
        Measurement(ago(2), FORCE_SEATED.name, 1_150.0, LEFT),
        Measurement(TODAY, FORCE_SEATED.name, 1_090.0, RIGHT),
    ]
    assert words.measurements_note(report_of(*force, Bodyweight(ago(100), 70.0))) == (
        "Peak force, seated: repeats differ by up to 118 N (Glaied & Whiteley 2025); "
        "now left 1.68, right 1.59 × bodyweight."
    )


def test_a_force_of_one_s_own_of_no_leg_is_told_in_bodyweights_too() -> None:
    pull = Measurement(TODAY, "Pull <x>", 1_373.0, unit="N")
    assert words.measurements_note(report_of(pull, Bodyweight(ago(100), 70.0))) == (
        "Pull &lt;x&gt;: now 2.00 × bodyweight."
    )


def test_peak_forces_of_one_day_are_laid_beside_what_a_laboratory_found() -> None:
    forces = [
        Measurement(TODAY, kind.name, value, side)
        for kind, side, value in (
            (FORCE_SEATED, LEFT, 800.0),
            (FORCE_STANDING, LEFT, 1_000.0),
            (FORCE_SEATED, RIGHT, 900.0),
            (FORCE_STANDING, RIGHT, 1_000.0),
        )
    ]
    note = words.measurements_note(report_of(*forces))
    assert note.endswith(
        "Peak force seated : standing, left 0.80, right 0.90; in a laboratory 0.85, torque of "
        "135 sedentary adults (Fugl-Meyer 1980), no target."
    )


def newest(*entries: Entry) -> str:
    return plain(words.newest_tests_text(report_of(*entries))).replace("\N{NO-BREAK SPACE}", " ")


def test_the_newest_test_says_how_it_was_done_and_ended() -> None:
    old = HeelRaiseTest(ago(9), STANDING, LEFT, 3)
    left = HeelRaiseTest(
        TODAY, STANDING, LEFT, 23, incline_deg=10, stop_reason=StopReason.HEEL, pain=3
    )
    right = HeelRaiseTest(TODAY, STANDING, RIGHT, 27, incline_deg=10, stop_reason=StopReason.PACE)
    assert newest(old, left, right) == (
        "Newest test, knee straight, 23 Nov 2026 (30 a minute, 10° of incline): "
        "left 23 (pain 3), right 27 , 4 apart, within what repeats differ by (± 7), "
        "right ended: the pace is lost."
    )


def test_a_difference_of_scores_beyond_chance_is_said_to_be_so() -> None:
    left, right = (HeelRaiseTest(TODAY, STANDING, side, n) for side, n in ((LEFT, 17), (RIGHT, 24)))
    assert "7 apart, beyond what repeats differ by (± 6)." in newest(left, right)


def test_legs_tested_differently_each_say_how() -> None:
    left = HeelRaiseTest(TODAY, STANDING, LEFT, 20, incline_deg=10)
    right = HeelRaiseTest(TODAY, STANDING, RIGHT, 25, cadence_bpm=None)
    assert newest(left, right).endswith(
        "(30 a minute, 10° of incline / no metronome, level ground): left 20 , right 25 ."
    )


def test_of_each_exercise_the_newest_test_is_told() -> None:
    bent = HeelRaiseTest(ago(2), BENT, RIGHT, 25, cadence_bpm=None)
    told = newest(bent, HeelRaiseTest(TODAY, STANDING, LEFT, 20))
    assert told.count("Newest test") == 2
    assert told.index("knee straight") < told.index("knee bent")


def test_the_norms_are_laid_side_by_side_with_their_disagreement() -> None:
    test = HeelRaiseTest(TODAY, STANDING, LEFT, 20)
    text = norms(Runner(birth_year=1982, sex="female"), test)
    assert "by up to 6 repetitions, above 24 by 26 % of their mean" in text
    assert "another study found 37 %" in text
    assert "At 40–49 years: women 25 (Hébert-Losier 2017, on 10° of incline)." in text
    assert (
        "25 (dominant leg) and 24 (other leg), on an incline board (Sleeswijk Visser 2025)" in text
    )
    assert "The two disagree" in text
    assert "men 28, women 25" in norms(Runner(birth_year=1982), test)


@pytest.mark.parametrize(
    ("year", "words_of_none"), [(None, "needs the year of birth"), (2010, "Below 20 years")]
)
def test_norms_by_age_are_not_made_up(year: int | None, words_of_none: str) -> None:
    text = norms(Runner(birth_year=year), HeelRaiseTest(TODAY, STANDING, LEFT, 20))
    assert words_of_none in text

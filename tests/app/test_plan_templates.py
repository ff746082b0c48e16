"""The templates say what was published, and bring nothing of their own."""

import datetime
from dataclasses import dataclass
from itertools import pairwise

import pytest

from tracker.app.plan_templates import template_files, template_of, templates
from tracker.domain.exercise import Side
from tracker.domain.plan import LoadBasis, Phase, PlannedSets, PlannedSide, sets_of_phase
from tracker.domain.plan_due import due_on
from tracker.domain.plan_edits import WholePlan, beginning
from tracker.domain.planned import taking
from tracker.domain.session import Tempo
from tracker.storage.database import Database

MONDAY = datetime.date(2026, 11, 2)
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Published:
    """What a template should say: for each phase its weeks, its days, and its sets in short."""

    source: str
    phases: list[tuple[int, int, tuple[int, ...] | int, list[str]]]


def heavy(sets: int, reps: int) -> list[str]:
    return [f"{exercise} each {sets}x{reps}" for exercise in ("seated", "standing")]


PUBLISHED = {
    "heavy-slow-resistance": Published(
        "Beyer et al. (2015), Am J Sports Med 43:1704; NCT06774547",
        [
            (1, 1, (1, 3, 5), heavy(3, 15)),
            (2, 3, (1, 3, 5), heavy(3, 12)),
            (4, 5, (1, 3, 5), heavy(4, 10)),
            (6, 8, (1, 3, 5), heavy(4, 8)),
            (9, 12, (1, 3, 5), heavy(4, 6)),
        ],
    ),
    "alfredson": Published(
        "Alfredson et al. (1998)",
        [(1, 12, 12, ["standing each 3x15", "standing_bent each 3x15"])],
    ),
    "silbernagel": Published(
        "Silbernagel et al. (2007), Am J Sports Med 35:897; J Athl Train 2020, PMC7249277, "
        "table 2; BMC Musculoskelet Disord 2021, s12891-021-04553-6, table 1",
        [
            (
                1,
                2,
                24,
                [
                    "standing both 3x10-15",
                    "standing each 3x10",
                    "seated each 3x10",
                    "standing each 3x10",
                ],
            ),
            (
                2,
                5,
                24,
                [
                    "standing both 3x15",
                    "standing each 3x15",
                    "seated each 3x15",
                    "standing each 3x15",
                    "standing both 3x20",
                ],
            ),
            (
                3,
                12,
                24,
                [
                    "standing each 3x15",
                    "seated each 3x15",
                    "standing each 3x15",
                    "standing both 3x20",
                ],
            ),
            (12, 26, (1, 4), ["standing each 3x15", "standing each 3x15", "standing both 3x20"]),
        ],
    ),
    "isometric-start": Published(
        "Expert practice; no trial of its own",
        [(1, 2, 48, ["seated each 4x1x45s", "standing each 4x1x45s"])],
    ),
    "hypertrophy": Published(
        "Kinoshita et al. (2023), Front Physiol 14:1272106",
        [(1, 12, (1, 4), ["seated each 5x10", "standing each 5x10"])],
    ),
}
# Worked out by hand from the tables of the sources: raises that a leg does on a day of each phase,
# the fewest where they give a range. Of Silbernagel's first: two-leg 30, one-leg 30, seated 30,
# eccentric 30; of Alfredson's: 90 twice a day; of the isometric start's: 8 holds.
RAISES_A_LEG_AND_DAY = {
    "heavy-slow-resistance": [90, 72, 80, 64, 48],
    "alfredson": [180],
    "silbernagel": [120, 240, 195, 150],
    "isometric-start": [8],
    "hypertrophy": [100],
}


def in_short(item: PlannedSets) -> str:
    most = "" if item.most_reps is None else f"-{item.most_reps}"
    held = "" if item.hold_s is None else f"x{item.hold_s:g}s"
    return f"{item.exercise} {item.side} {item.sets}x{item.reps}{most}{held}"


def template(name: str) -> WholePlan:
    (file,) = (file for file in template_files() if file.stem == name)
    return template_of(file, MONDAY).whole


def test_every_file_is_known() -> None:
    assert [file.stem for file in template_files()] == sorted(PUBLISHED)


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_template_says_what_was_published(name: str) -> None:
    found, published = template(name), PUBLISHED[name]
    assert found.plan.weeks == max(last for _, last, _, _ in published.phases)
    assert found.plan.source == published.source
    assert [
        (
            phase.first_week,
            phase.last_week,
            phase.weekdays or phase.every_hours,
            [in_short(item) for item in sets_of_phase(phase, found.items)],
        )
        for phase in found.phases
    ] == published.phases


def raises_on(whole: WholePlan, day: datetime.date) -> dict[Side, int]:
    """Count the raises that a day asks of each leg; those of both legs count for each."""
    raises = dict.fromkeys((Side.LEFT, Side.RIGHT), 0)
    due = due_on(whole.plan, whole.phases, whole.items, day)
    for item in [] if due is None else due.items:
        for leg in raises:
            if {leg, Side.BOTH} & set(item.side.sides):
                raises[leg] += due.sessions * item.sets * item.reps if due else 0
    return raises


@pytest.mark.parametrize("name", PUBLISHED)
def test_each_phase_asks_for_the_raises_of_its_source_and_no_day_for_more(name: str) -> None:
    whole = template(name)
    if whole.phases[0].is_by_hand:  # begun in a row, in the middle of the published weeks
        for phase in whole.phases[1:]:
            change = beginning(whole, phase, MONDAY + 7 * phase.first_week * DAY)
            (begun,) = (edit.after for edit in change.edits)
            assert isinstance(begun, Phase)
            phases = [begun if each.id == phase.id else each for each in whole.phases]
            whole = WholePlan.of(whole.plan, phases, whole.items)
    found: list[int] = []
    for number in range(7 * whole.plan.weeks):
        raises = raises_on(whole, MONDAY + number * DAY)
        assert raises[Side.LEFT] == raises[Side.RIGHT]
        if raises[Side.LEFT] and raises[Side.LEFT] not in found[-1:]:
            found.append(raises[Side.LEFT])
    assert found == RAISES_A_LEG_AND_DAY[name]


def test_silbernagel_goes_on_with_its_first_phase_until_another_is_begun() -> None:
    whole = template("silbernagel")
    assert all(phase.is_by_hand and not phase.begun_on for phase in whole.phases)
    assert [phase.criterion for phase in whole.phases] == [
        "",
        "Able to do phase 1.",
        "Handled phase 2, no pain at the tendon's insertion.",
        "From week 12 on, as agreed with the physio.",
    ]
    days = [raises_on(whole, MONDAY + number * DAY) for number in range(7 * 26)]
    assert days == [{Side.LEFT: 120, Side.RIGHT: 120}] * (7 * 26)


@pytest.mark.parametrize("name", [name for name in PUBLISHED if name != "silbernagel"])
def test_the_other_templates_go_by_week(name: str) -> None:
    assert not any(phase.is_by_hand for phase in template(name).phases)


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_template_says_when_to_stop_is_to_be_agreed_and_raises_no_load(name: str) -> None:
    plan = template(name).plan
    assert "Agree it with your physio" in plan.caution
    assert "Stop and ask where pain goes above 5/10 or the next morning is worse." in plan.caution
    assert "Not for a fresh calf strain." in plan.caution
    assert "Do not raise a load while pain on the next morning is up" in plan.caution


def test_heavy_slow_resistance_is_slow_and_as_heavy_as_its_repetitions_and_pain_allow() -> None:
    whole = template("heavy-slow-resistance")
    assert whole.plan.note.startswith("Adapted: one leg at a time")
    for item in whole.items:
        assert item.tempo == Tempo(3, 0, 3, 0)
        assert item.note == f"The heaviest load for {item.reps} repetitions that pain allows."
        assert item.rest_s is not None
        assert 120 <= item.rest_s <= 180


def test_its_sessions_lie_at_least_48_hours_apart() -> None:
    found = template("heavy-slow-resistance")
    days = [MONDAY + datetime.timedelta(days=number) for number in range(84)]
    due = [day for day in days if due_on(found.plan, found.phases, found.items, day)]
    assert len(due) == 3 * 12
    assert min((late - early).days for early, late in pairwise(due)) == 2


def test_alfredson_rises_with_the_other_leg_and_lowers_below_a_step() -> None:
    whole = template("alfredson")
    for item in whole.items:
        assert item.note.startswith("Up with the other leg, down below a step. Eccentric")
    assert "tendon's insertion do not lower the heel below the step" in whole.plan.caution


def test_alfredson_alone_is_for_the_involved_leg() -> None:
    alone = [t.whole.plan.template for t in templates(MONDAY) if t.is_for_involved_leg]
    assert alone == ["alfredson"]


def test_what_is_lowered_alone_says_so() -> None:
    silbernagel = template("silbernagel").items
    assert sum("Eccentric" in item.note for item in silbernagel) == 4
    rebounds = [item.side for item in silbernagel if item.note == "Quick rebound."]
    assert rebounds == [PlannedSide.BOTH] * 3


@pytest.mark.usefixtures("german")
def test_a_template_is_worded_in_the_language_spoken() -> None:
    found = template("alfredson")
    assert found.plan.caution.startswith(
        "Sprich den Plan mit deiner Physiotherapeutin oder deinem Physiotherapeuten ab"
    )
    assert found.plan.note.startswith("Exzentrisch, zweimal am Tag, sieben Tage in der Woche")
    assert [item.note.partition(",")[0] for item in found.items] == [
        "Mit dem anderen Bein hoch"
    ] * 2
    second = template("silbernagel").phases[1]
    assert second.criterion == "Phase 1 gelingt."
    assert found.plan.source == "Alfredson et al. (1998)"


def test_hypertrophy_is_at_70_percent_of_an_estimate() -> None:
    whole = template("hypertrophy")
    assert "The 70 % are of an estimate" in whole.plan.caution
    for item in whole.items:
        assert (item.load_basis, item.load_value) == (LoadBasis.E1RM_PERCENT, 70)


def test_the_isometric_start_is_held_with_two_minutes_of_rest_and_no_load_of_its_own() -> None:
    for item in template("isometric-start").items:
        assert (item.hold_s, item.rest_s, item.load_basis) == (45, 120, None)
        assert item.note == "A load that can be held for 45 seconds."


def test_a_template_taken_is_a_plan_of_the_log_with_identities_of_its_own() -> None:
    database = Database.in_memory()
    for each, _ in (*templates(MONDAY), *templates(MONDAY + 7 * DAY)):
        assert each.plan.template in PUBLISHED
        database.apply(taking(each.plan, each.phases, each.items, database.plans()))
    assert len(database.plans()) == 2 * len(PUBLISHED)
    assert database.complaints() == []
    database.close()

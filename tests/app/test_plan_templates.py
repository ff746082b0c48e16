"""The templates say what was published (domain.md §6), and bring nothing of their own."""

import datetime
from dataclasses import dataclass
from itertools import pairwise

import pytest

from tracker.app.plan_templates import template_files, template_of, templates
from tracker.domain.plan import LoadBasis, PlannedSets, sets_of_phase
from tracker.domain.plan_due import due_on
from tracker.domain.plan_edits import WholePlan
from tracker.domain.planned import taking
from tracker.domain.session import Tempo
from tracker.storage.database import Database

MONDAY = datetime.date(2026, 11, 2)


@dataclass(frozen=True)
class Published:
    """What a template has to say: by phase its weeks, its days, and its sets in short."""

    source: str
    phases: list[tuple[int, int, tuple[int, ...] | int, list[str]]]


def heavy(sets: int, reps: int) -> list[str]:
    return [f"{exercise} each {sets}x{reps}" for exercise in ("seated", "standing")]


PUBLISHED = {
    "heavy-slow-resistance": Published(
        "Beyer et al. (2015), Am J Sports Med 43:1704; seated and standing as in NCT06774547",
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
        "Silbernagel et al. (2007), Am J Sports Med 35:897",
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
                    "standing each 3x20",
                ],
            ),
        ],
    ),
    "hypertrophy": Published(
        "Kinoshita et al. (2023), Front Physiol 14:1272106",
        [(1, 12, (1, 4), ["seated each 5x10", "standing each 5x10"])],
    ),
}


def in_short(item: PlannedSets) -> str:
    most = "" if item.most_reps is None else f"-{item.most_reps}"
    return f"{item.exercise} {item.side} {item.sets}x{item.reps}{most}"


def template(name: str) -> WholePlan:
    (file,) = (file for file in template_files() if file.stem == name)
    return template_of(file, MONDAY)


def test_every_file_is_known() -> None:
    assert [file.stem for file in template_files()] == sorted(PUBLISHED)


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_template_says_what_was_published(name: str) -> None:
    found, published = template(name), PUBLISHED[name]
    assert found.plan.weeks == 12
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


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_template_is_to_be_agreed_and_raises_no_load(name: str) -> None:
    plan = template(name).plan
    assert "Agree it with your physio" in plan.caution
    assert "none is to be raised while pain on the next morning is up" in plan.caution


def test_heavy_slow_resistance_is_slow_and_as_heavy_as_its_repetitions_allow() -> None:
    for item in template("heavy-slow-resistance").items:
        assert item.tempo == Tempo(3, 0, 3, 0)
        assert item.note == f"The heaviest load for {item.reps} repetitions."
        assert item.rest_s is not None
        assert 120 <= item.rest_s <= 180


def test_its_sessions_lie_at_least_48_hours_apart() -> None:
    found = template("heavy-slow-resistance")
    days = [MONDAY + datetime.timedelta(days=number) for number in range(84)]
    due = [day for day in days if due_on(found.plan, found.phases, found.items, day)]
    assert len(due) == 3 * 12
    assert min((late - early).days for early, late in pairwise(due)) == 2


def test_what_is_lowered_alone_says_so() -> None:
    assert all("Eccentric" in item.note for item in template("alfredson").items)
    silbernagel = [item.note for item in template("silbernagel").items]
    assert sum("Eccentric" in note for note in silbernagel) == 3
    assert sum("Quick rebound" in note for note in silbernagel) == 2


@pytest.mark.usefixtures("german")
def test_a_template_is_worded_in_the_language_spoken() -> None:
    found = template("alfredson")
    assert found.plan.caution.startswith("Vereinbare ihn mit deiner Physio")
    assert found.plan.note == "Zweimal am Tag, sieben Tage in der Woche."
    assert [item.note.partition(":")[0] for item in found.items] == ["Exzentrisch"] * 2
    assert found.plan.source == "Alfredson et al. (1998)"


def test_hypertrophy_is_at_70_percent() -> None:
    for item in template("hypertrophy").items:
        assert (item.load_basis, item.load_value) == (LoadBasis.E1RM_PERCENT, 70)


def test_a_template_taken_is_a_plan_of_the_log_with_identities_of_its_own() -> None:
    database = Database.in_memory()
    for each in (*templates(MONDAY), *templates(MONDAY + datetime.timedelta(days=7))):
        assert each.plan.template in PUBLISHED
        database.apply(taking(each.plan, each.phases, each.items, database.plans()))
    assert len(database.plans()) == 2 * len(PUBLISHED)
    assert database.complaints() == []
    database.close()

"""Running plans of older logs: whatever their phases were, nothing doubles from now on."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlite_utils

from tracker.disk import APPLICATION_ID
from tracker.domain.plan import Begins
from tracker.domain.plan_due import due_on
from tracker.domain.plan_edits import WholePlan
from tracker.storage.database import Database
from tracker.storage.migrations import STEPS, migrations_of

TODAY = datetime.datetime.now().astimezone().date()
DAY = datetime.timedelta(days=1)
# As the program brought them until then.
CAUTION = (
    "Agree it with your physio before you take it, above all the weeks in which its phases "
    "overlap: there the sets of both are due. The program never raises a load, and none is to be "
    "raised while pain on the next morning is up."
)
VORSICHT = (
    "Vereinbare ihn mit deiner Physio, bevor du ihn übernimmst, vor allem die Wochen, in denen "
    "sich seine Phasen überschneiden: Dort stehen die Sätze beider an. Das Programm erhöht nie "
    "eine Last, und keine ist zu erhöhen, solange der Schmerz am Morgen danach erhöht ist."
)
SILBERNAGEL = [(1, 2), (2, 5), (3, 12)]
Migrate = Callable[..., WholePlan]


@pytest.fixture
def migrate(tmp_path: Path) -> Migrate:
    """Write a plan in the third schema, and read it after the migration."""

    def migrated(
        phases: list[tuple[int, int] | tuple[int, int, str]],
        *,
        begun_weeks_ago: int = 0,
        reps: int = 10,
        **plan: Any,
    ) -> WholePlan:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        path = folder / "log.soleus"
        db = sqlite_utils.Database(path)
        migrations_of(STEPS[:3]).apply(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        starts_on = TODAY - begun_weeks_ago * 7 * DAY
        texts = dict.fromkeys(("source", "caution", "note", "template"), "")
        common = {"id": "p", "name": "Plan", "starts_on": starts_on.isoformat(), "weeks": 12}
        db.table("plans").insert(common | texts | plan)
        for place, (first, last, *days) in enumerate(phases):
            name = "abc"[place]
            weekdays = days[0] if days else ""
            hours = None if days else 24
            part = {"id": name, "plan_id": "p", "position": place, "note": name}
            weeks = {"first_week": first, "last_week": last}
            pace = {"weekdays": weekdays, "every_hours": hours}
            db.table("phases").insert(part | weeks | pace)
            item = {"id": f"{name}1", "phase_id": name, "position": 0, "exercise": "seated"}
            work = {"side": "each", "sets": 3, "reps": reps + place, "note": ""}
            db.table("planned_sets").insert(item | work)
        db.conn.commit()
        db.close()
        database = Database.open(path)
        assert database.complaints() == []
        (found,) = database.plans()
        whole = WholePlan.of(found, database.phases(), database.planned_sets())
        database.close()
        return whole

    return migrated


def course(whole: WholePlan, days: int = 84) -> str:
    """Name the phase of each day by the note it started with; "-" for none."""
    starts_on = whole.plan.starts_on
    due = (
        due_on(whole.plan, whole.phases, whole.items, starts_on + number * DAY)
        for number in range(days)
    )
    return "".join("-" if each is None else each.phase.note for each in due)


def weeks(whole: WholePlan) -> list[tuple[str, int, int, Begins]]:
    return [(p.note, p.first_week, p.last_week, p.begins) for p in whole.phases]


@pytest.mark.parametrize(
    ("weeks_ago", "begun"),
    [(0, []), (1, []), (2, [2]), (4, [2]), (5, [2, 5]), (11, [2, 5]), (20, [2, 5])],
)
def test_a_silbernagel_that_runs_goes_by_hand_from_the_phase_of_its_week(
    migrate: Migrate, weeks_ago: int, begun: list[int]
) -> None:
    whole = migrate(SILBERNAGEL, begun_weeks_ago=weeks_ago, template="silbernagel", caution=CAUTION)
    days = [(whole.plan.starts_on + week * 7 * DAY,) for week in begun]
    assert [phase.begun_on for phase in whole.phases] == [(), *days, *[()] * (2 - len(days))]
    assert {phase.begins for phase in whole.phases} == {Begins.BY_HAND}
    changes = [2, 5][: len(begun)]
    lengths = [after - before for before, after in zip([0, *changes], [*changes, 12], strict=True)]
    assert course(whole) == "".join(
        name * 7 * length for name, length in zip("abc", lengths, strict=False)
    )


@pytest.mark.parametrize(
    ("weeks_ago", "sides"), [(4, ["each", "each", "both"]), (5, ["each", "each", "each"])]
)
def test_quick_rebounds_that_are_still_to_come_are_on_both_legs(
    migrate: Migrate, weeks_ago: int, sides: list[str]
) -> None:
    whole = migrate(SILBERNAGEL, begun_weeks_ago=weeks_ago, reps=18, template="silbernagel")
    assert [item.reps for item in whole.items] == [18, 19, 20]
    assert [item.side.value for item in whole.items] == sides


@pytest.mark.parametrize(
    ("before", "after", "criterion"),
    [
        (CAUTION, "Agree with your physio when the next phase begins.", "Able to do phase 1."),
        (VORSICHT, "Sprich mit deiner Physiotherapeutin oder", "Phase 1 gelingt."),
        ("Agreed with Anna.", "Agreed with Anna.", "Able to do phase 1."),
    ],
)
def test_its_words_no_longer_tell_to_do_the_sets_of_both(
    migrate: Migrate, before: str, after: str, criterion: str
) -> None:
    whole = migrate(SILBERNAGEL, template="silbernagel", caution=before)
    assert whole.plan.caution.startswith(after)
    assert whole.phases[0].criterion == ""
    assert whole.phases[1].criterion == criterion


@pytest.mark.parametrize(
    ("caution", "told"),
    [
        (CAUTION, "Since an update phases no longer add up: each ends when the next one begins."),
        (
            VORSICHT,
            "Seit einer Aktualisierung addieren sich Phasen nicht mehr: Jede endet, wenn die "
            "nächste beginnt.",
        ),
    ],
)
def test_it_is_told_once_where_the_plan_is_read(migrate: Migrate, caution: str, told: str) -> None:
    words = {"caution": caution, "note": "With Anna."}
    whole = migrate(SILBERNAGEL, template="silbernagel", **words)
    assert whole.plan.note == f"With Anna.\n{told}"


def test_a_note_without_room_stays_and_so_does_that_of_a_plan_unchanged(
    migrate: Migrate,
) -> None:
    assert migrate(SILBERNAGEL, note="x" * 9_950).plan.note == "x" * 9_950
    assert migrate([(1, 2), (3, 4)], note="With Anna.").plan.note == "With Anna."


def test_phases_that_follow_each_other_stay_as_they_are(migrate: Migrate) -> None:
    whole = migrate([(1, 2), (3, 5), (6, 12)])
    assert weeks(whole) == [
        (name, first, last, Begins.BY_WEEK)
        for name, first, last in (("a", 1, 2), ("b", 3, 5), ("c", 6, 12))
    ]


def test_weeks_that_overlap_are_cut_and_the_later_phase_has_them(migrate: Migrate) -> None:
    whole = migrate(SILBERNAGEL)  # of one's own
    assert [each[1:3] for each in weeks(whole)] == [(1, 1), (2, 2), (3, 12)]
    assert course(whole) == "a" * 7 + "b" * 7 + "c" * 70


def test_a_phase_around_another_goes_on_after_it_with_its_sets(migrate: Migrate) -> None:
    whole = migrate([(1, 12), (3, 5)])
    assert [each[:3] for each in weeks(whole)] == [("a", 1, 2), ("b", 3, 5), ("a", 6, 12)]
    assert course(whole) == "a" * 14 + "b" * 21 + "a" * 49
    assert [item.reps for item in whole.items] == [10, 11, 10]
    assert len({entry.id for entry in whole.entries}) == 7


def test_the_same_log_brought_up_to_date_twice_has_the_same_identities(
    migrate: Migrate,
) -> None:
    first = migrate([(1, 12), (3, 5)])
    assert migrate([(1, 12), (3, 5)]) == first


def test_a_phase_that_would_never_come_can_still_be_begun_by_hand(migrate: Migrate) -> None:
    whole = migrate([(2, 3), (2, 4)])
    assert weeks(whole) == [("b", 2, 4, Begins.BY_WEEK), ("a", 2, 3, Begins.BY_HAND)]
    assert course(whole) == "-" * 7 + "b" * 21 + "-" * 56


def test_days_of_the_week_that_take_turns_stay(migrate: Migrate) -> None:
    whole = migrate([(1, 12, "15"), (1, 12, "3")])
    assert course(whole, 84).count("a") == 24
    assert course(whole, 84).count("b") == 12
    assert [each[1:3] for each in weeks(whole)] == [(1, 12), (1, 12)]


def test_a_plan_without_phases_stays(migrate: Migrate) -> None:
    assert migrate([]).phases == ()

"""The step of the schema that makes measurements of scores, and what a damaged log remembers."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
import sqlite_utils

from tracker.storage.migrations import STEPS, migrations_of
from tracker.storage.remembering import memory_in
from tracker.storage.scores_measured import as_measurement, let_scores_be_measurements

BEFORE = STEPS[: [step.__name__[5:] for step in STEPS].index("measurements")]
SCORE = {"id": "a", "date": "2026-11-24", "questionnaire": "tendins_a", "value": 62.5}
TIMES = {"edited_at": "2026-11-24T18:00:00.000Z", "added_us": 7}
GOAL = {"id": "g", "kind": "heel_raise_reps", "exercise": "standing", "target": 25.0}


@pytest.fixture
def older() -> Iterator[sqlite_utils.Database]:
    """A log before the migration."""
    with closing(sqlite3.connect(":memory:")) as connection:
        db = sqlite_utils.Database(connection, execute_plugins=False)
        migrations_of(BEFORE).apply(db)
        yield db


def test_scores_become_measurements_with_their_ids_and_times(older: sqlite_utils.Database) -> None:
    older.table("scores").insert(SCORE | TIMES)
    let_scores_be_measurements(older)
    (row,) = older.table("measurements").rows
    assert row == {
        "id": "a",
        "date": "2026-11-24",
        "kind": "tendins_a",
        "value": 62.5,
        "side": None,
        "unit": "",
        "trials": "",
        "note": "",
        **TIMES,
    }
    assert "scores" not in older.table_names()


def test_goals_keep_what_they_were(older: sqlite_utils.Database) -> None:
    older.table("goals").insert(GOAL | TIMES | {"side": "both", "by": "2027-03-01"})
    let_scores_be_measurements(older)
    (row,) = older.table("goals").rows
    kept = GOAL | TIMES | {"side": "both", "by": "2027-03-01"}
    assert row == kept | {"measured": "", "unit": ""}


def test_scores_that_are_remembered_are_remembered_as_measurements(
    older: sqlite_utils.Database,
) -> None:
    remembered = older.table("remembered")
    remembered.insert({"kind": "scores", "id": "a", "entry": json.dumps(SCORE)})
    remembered.insert({"kind": "scores", "id": "b", "deleted_at": "2026-11-24T18:00:00.000Z"})
    remembered.insert({"kind": "runs", "id": "c", "deleted_at": "2026-11-24T18:00:00.000Z"})
    let_scores_be_measurements(older)
    memory = {each.key[1]: each for each in map(memory_in, remembered.rows)}
    entry = memory["a"].entry
    assert entry is not None
    assert (entry.id, getattr(entry, "kind", "")) == ("a", "tendins_a")
    assert memory["b"].deleted_at is not None
    assert memory["b"].key[0] is type(entry) is not memory["c"].key[0]


def test_what_is_remembered_of_others_stays_as_it_is() -> None:
    row = {"kind": "runs", "id": "c", "entry": None}
    assert as_measurement(row) is row

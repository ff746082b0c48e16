"""A step of the schema: questionnaire scores become measurements, and goals may be about these.

The columns of a measurement keep the order of a score's, with new ones at the end. So what is left
of a score in a damaged log of an older version can be read as a measurement.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from tracker.domain.measurement import of_score

# Imported only for types, see migrations.
if TYPE_CHECKING:
    from sqlite_utils import Database

SCORES: Final = "scores"
MEASUREMENTS: Final = "measurements"
_DAY: Final = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"
_STATEMENTS: Final = (
    f"""
    CREATE TABLE measurements (
        id TEXT PRIMARY KEY NOT NULL,
        date TEXT NOT NULL CHECK (date {_DAY}),
        kind TEXT NOT NULL CHECK (kind != '' AND length(kind) <= 200),
        value REAL NOT NULL CHECK (value BETWEEN -1000000 AND 1000000),
        edited_at TEXT,
        added_us INTEGER NOT NULL DEFAULT 0,
        side TEXT CHECK (side IN ('left', 'right')),
        unit TEXT NOT NULL DEFAULT '' CHECK (length(unit) <= 20),
        trials TEXT NOT NULL DEFAULT '' CHECK (trials NOT GLOB '*[^-0-9.e+ ]*'),
        note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 10000)
    ) STRICT
    """,
    "INSERT INTO measurements (id, date, kind, value, edited_at, added_us) "
    "SELECT id, date, questionnaire, value, edited_at, added_us FROM scores ORDER BY rowid",
    "DROP TABLE scores",
    "CREATE INDEX measurements_by_date ON measurements (date)",
    "ALTER TABLE goals RENAME TO older_goals",
    f"""
    CREATE TABLE goals (
        id TEXT PRIMARY KEY NOT NULL,
        kind TEXT NOT NULL CHECK (
            kind IN ('e1rm_bodyweights', 'heel_raise_reps', 'difference_percent', 'measurement')
        ),
        exercise TEXT CHECK (exercise IN ('seated', 'standing', 'standing_bent')),
        target REAL NOT NULL CHECK (target BETWEEN -1000000 AND 1000000),
        side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
        by TEXT CHECK (by {_DAY}),
        edited_at TEXT,
        added_us INTEGER NOT NULL DEFAULT 0,
        measured TEXT NOT NULL DEFAULT '' CHECK (length(measured) <= 200),
        unit TEXT NOT NULL DEFAULT '' CHECK (length(unit) <= 20),
        CHECK ((kind = 'measurement') = (exercise IS NULL)),
        CHECK ((kind = 'measurement') = (measured != ''))
    ) STRICT
    """,
    "INSERT INTO goals (id, kind, exercise, target, side, by, edited_at, added_us) "
    "SELECT id, kind, exercise, target, side, by, edited_at, added_us FROM older_goals "
    "ORDER BY rowid",
    "DROP TABLE older_goals",
)


def let_scores_be_measurements(db: "Database") -> None:
    """Convert scores to measurements, remembered ones too, and extend the table of goals."""
    for sql in _STATEMENTS:
        db.execute(sql)
    remembered = list(db.query("SELECT * FROM remembered WHERE kind = ?", [SCORES]))
    for row in remembered:
        then = as_measurement(row)
        db.execute(
            "UPDATE remembered SET kind = ?, entry = ? WHERE kind = ? AND id = ?",
            [then["kind"], then["entry"], SCORES, row["id"]],
        )


def as_measurement(remembered: Mapping[str, Any]) -> Mapping[str, Any]:
    """Convert what is remembered about a score to that of a measurement; leave others as they are.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: If it is not a valid memory.
    """
    if remembered["kind"] != SCORES:
        return remembered
    entry = remembered["entry"]
    if entry is not None:
        added = {"side": None, "unit": "", "trials": "", "note": ""}
        entry = json.dumps(of_score(json.loads(entry)) | added)
    return {**remembered, "kind": MEASUREMENTS, "entry": entry}

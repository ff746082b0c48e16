"""The history of the schema, oldest first; released steps are never changed, only added to."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from tracker.storage.joinable import let_logs_be_joined
from tracker.storage.remembered_words import let_words_be_remembered
from tracker.storage.scores_measured import let_scores_be_measurements
from tracker.storage.set_details import let_sets_be_held, let_sets_say_what_they_tell
from tracker.storage.stamp import add_stamp

# Imported only for types, because opening an up-to-date log does not need sqlite-utils.
if TYPE_CHECKING:
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

MIGRATION_SET: Final = "soleus"  # sqlite-utils' name for the steps below
NOTED_IN: Final = "_sqlite_migrations"  # sqlite-utils' table of applied steps

_TABLES = """
CREATE TABLE runner (
    id TEXT PRIMARY KEY CHECK (id = 'runner'),
    name TEXT NOT NULL,
    involved_side TEXT CHECK (involved_side IN ('left', 'right')),
    birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2199),
    sex TEXT CHECK (sex IN ('male', 'female')),
    formula TEXT NOT NULL
        CHECK (formula IN ('epley', 'brzycki', 'lombardi', 'mayhew', 'oconner', 'wathen')),
    usual_percent REAL NOT NULL CHECK (usual_percent BETWEEN 1 AND 100),
    marked_percent REAL NOT NULL CHECK (marked_percent BETWEEN usual_percent AND 100)
) STRICT;

CREATE TABLE bodyweights (
    id TEXT PRIMARY KEY NOT NULL,
    date TEXT NOT NULL UNIQUE CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    kg REAL NOT NULL CHECK (kg BETWEEN 20 AND 400)
) STRICT;

CREATE TABLE equipment (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL UNIQUE CHECK (name != '' AND length(name) <= 200)
) STRICT;

CREATE TABLE sessions (
    id TEXT PRIMARY KEY NOT NULL,
    date TEXT NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    started_at TEXT,
    note TEXT NOT NULL CHECK (length(note) <= 10000)
) STRICT;
CREATE INDEX sessions_by_date ON sessions (date, started_at);

CREATE TABLE sets (
    id TEXT PRIMARY KEY NOT NULL,
    session_id TEXT NOT NULL REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 0),
    exercise TEXT NOT NULL CHECK (exercise IN ('seated', 'standing', 'standing_bent')),
    side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
    set_no INTEGER NOT NULL CHECK (set_no BETWEEN 1 AND 999),
    set_type TEXT NOT NULL CHECK (set_type IN ('warmup', 'work', 'test')),
    reps INTEGER NOT NULL CHECK (reps BETWEEN 0 AND 1000),
    external_kg REAL NOT NULL CHECK (external_kg BETWEEN -500 AND 2000),
    rir REAL CHECK (rir BETWEEN 0 AND 10),
    tempo_raise_s REAL CHECK (tempo_raise_s BETWEEN 0 AND 60),
    tempo_top_s REAL CHECK (tempo_top_s BETWEEN 0 AND 60),
    tempo_lower_s REAL CHECK (tempo_lower_s BETWEEN 0 AND 60),
    tempo_bottom_s REAL CHECK (tempo_bottom_s BETWEEN 0 AND 60),
    rest_s REAL CHECK (rest_s BETWEEN 0 AND 86400),
    pain_during INTEGER CHECK (pain_during BETWEEN 0 AND 10),
    equipment_id TEXT REFERENCES equipment (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT NOT NULL CHECK (length(note) <= 10000),
    UNIQUE (session_id, exercise, side, set_no),
    CHECK ((tempo_raise_s IS NULL) + (tempo_top_s IS NULL) + (tempo_lower_s IS NULL)
        + (tempo_bottom_s IS NULL) IN (0, 4))
) STRICT;
CREATE INDEX sets_by_equipment ON sets (equipment_id) WHERE equipment_id IS NOT NULL;
"""

# For people who open the file with other tools; the program does the same in its domain. Columns:
# those of sets.csv, in that order.
_VIEW = """
CREATE VIEW set_details AS
WITH loaded AS (
    SELECT
        sets.*, sessions.date, substr(sessions.started_at, 12, 8) AS time,
        coalesce(
            (SELECT kg FROM bodyweights WHERE bodyweights.date <= sessions.date
                ORDER BY bodyweights.date DESC LIMIT 1),
            (SELECT kg FROM bodyweights ORDER BY bodyweights.date LIMIT 1)
        ) AS bodyweight_kg
    FROM sets JOIN sessions ON sessions.id = sets.session_id
), lifted AS (
    SELECT
        loaded.*,
        CASE exercise WHEN 'seated' THEN external_kg ELSE external_kg + bodyweight_kg END
            AS system_kg,
        reps + coalesce(rir, 0) AS r,
        coalesce((SELECT formula FROM runner), 'epley') AS formula
    FROM loaded
), estimated AS (
    SELECT
        lifted.*,
        CASE
            WHEN side = 'both' OR set_type = 'warmup' OR coalesce(rir, 0) >= 4 THEN NULL
            WHEN reps = 0 OR r NOT BETWEEN 1 AND 12 OR system_kg <= 0 THEN NULL
            WHEN r = 1 THEN system_kg
            WHEN formula = 'epley' THEN system_kg * (1 + r / 30.0)
            WHEN formula = 'brzycki' THEN 36 * system_kg / (37 - r)
            WHEN formula = 'lombardi' THEN system_kg * pow(r, 0.10)
            WHEN formula = 'mayhew' THEN 100 * system_kg / (52.2 + 41.9 * exp(-0.055 * r))
            WHEN formula = 'oconner' THEN system_kg * (1 + r / 40.0)
            WHEN formula = 'wathen' THEN 100 * system_kg / (48.8 + 53.8 * exp(-0.075 * r))
        END AS e1rm_kg
    FROM lifted
)
SELECT
    session_id, date, time, exercise, side, set_no, set_type, reps, external_kg, bodyweight_kg,
    system_kg, rir, (set_type = 'test' OR coalesce(rir, 1) = 0) AS to_failure,
    tempo_raise_s, tempo_top_s, tempo_lower_s, tempo_bottom_s,
    reps * (tempo_raise_s + tempo_top_s + tempo_lower_s + tempo_bottom_s) AS tut_s,
    rest_s, equipment.name AS equipment, pain_during, e1rm_kg,
    CASE WHEN e1rm_kg IS NOT NULL THEN formula END AS e1rm_formula,
    CASE
        WHEN e1rm_kg IS NULL THEN NULL
        WHEN r > 10 THEN 'low'
        WHEN rir IS NULL THEN 'lower_bound'
        ELSE 'normal'
    END AS e1rm_confidence,
    note AS notes
FROM estimated LEFT JOIN equipment ON equipment.id = estimated.equipment_id
ORDER BY date, time, session_id, position;
"""


def _execute(db: "Database", script: str) -> None:
    # One statement at a time: executescript() would commit the migration's transaction.
    for statement in script.strip().split(";\n"):
        db.execute(statement)


def m001_sessions_and_sets(db: "Database") -> None:
    """Create the log: runner, bodyweights, equipment, sessions, sets, and the view."""
    _execute(db, _TABLES)
    db.execute(_VIEW)


_REHABILITATION = """
ALTER TABLE sessions ADD COLUMN duration_s REAL CHECK (duration_s BETWEEN 0 AND 86400);
ALTER TABLE runner ADD COLUMN low_pain INTEGER NOT NULL DEFAULT 2 CHECK (low_pain BETWEEN 0 AND 8);
ALTER TABLE runner ADD COLUMN middle_pain INTEGER NOT NULL DEFAULT 5
    CHECK (middle_pain BETWEEN low_pain + 1 AND 9);
ALTER TABLE runner ADD COLUMN target_ratio REAL CHECK (target_ratio BETWEEN 0.1 AND 5);

CREATE TABLE symptoms (
    id TEXT PRIMARY KEY NOT NULL,
    date TEXT NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    moment TEXT NOT NULL CHECK (moment IN ('before', 'during', 'after', 'next_morning')),
    side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
    site TEXT CHECK (site IN ('mid_portion', 'insertion', 'calf')),
    pain INTEGER CHECK (pain BETWEEN 0 AND 10),
    stiffness_min INTEGER CHECK (stiffness_min BETWEEN 0 AND 1440),
    session_id TEXT REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK (pain IS NOT NULL OR stiffness_min IS NOT NULL)
) STRICT;
CREATE INDEX symptoms_by_date ON symptoms (date);
CREATE INDEX symptoms_by_session ON symptoms (session_id) WHERE session_id IS NOT NULL;

CREATE TABLE scores (
    id TEXT PRIMARY KEY NOT NULL,
    date TEXT NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    questionnaire TEXT NOT NULL CHECK (questionnaire IN ('visa_a', 'tendins_a')),
    value REAL NOT NULL CHECK (value BETWEEN 0 AND 100)
) STRICT;

CREATE TABLE tests (
    id TEXT PRIMARY KEY NOT NULL,
    date TEXT NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    exercise TEXT NOT NULL CHECK (exercise IN ('standing', 'standing_bent')),
    side TEXT NOT NULL CHECK (side IN ('left', 'right')),
    reps INTEGER NOT NULL CHECK (reps BETWEEN 0 AND 1000),
    cadence_bpm REAL CHECK (cadence_bpm BETWEEN 10 AND 240),
    incline_deg REAL NOT NULL CHECK (incline_deg BETWEEN 0 AND 45),
    stop_reason TEXT
        CHECK (stop_reason IN ('heel', 'pace', 'position', 'hands', 'pain', 'other')),
    pain INTEGER CHECK (pain BETWEEN 0 AND 10),
    note TEXT NOT NULL CHECK (length(note) <= 10000)
) STRICT;

CREATE TABLE goals (
    id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL
        CHECK (kind IN ('e1rm_bodyweights', 'heel_raise_reps', 'difference_percent')),
    exercise TEXT NOT NULL CHECK (exercise IN ('seated', 'standing', 'standing_bent')),
    target REAL NOT NULL CHECK (target BETWEEN 0.1 AND 1000),
    side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
    by TEXT CHECK (by GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
) STRICT;

CREATE TABLE runs (
    id TEXT PRIMARY KEY NOT NULL,
    date TEXT NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    distance_km REAL NOT NULL CHECK (distance_km BETWEEN 0 AND 1000),
    started_at TEXT,
    duration_s REAL CHECK (duration_s BETWEEN 0 AND 864000)
) STRICT;
CREATE INDEX runs_by_date ON runs (date);
"""


def m002_rehabilitation(db: "Database") -> None:
    """Add what is noted besides sets: symptoms, scores, tests, goals, runs, durations."""
    _execute(db, _REHABILITATION)


_PLANS = """
CREATE TABLE plans (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL CHECK (name != '' AND length(name) <= 200),
    starts_on TEXT NOT NULL
        CHECK (starts_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    weeks INTEGER NOT NULL CHECK (weeks BETWEEN 1 AND 104),
    ends_on TEXT CHECK (ends_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    e1rm_on TEXT CHECK (e1rm_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    source TEXT NOT NULL CHECK (length(source) <= 10000),
    caution TEXT NOT NULL CHECK (length(caution) <= 10000),
    note TEXT NOT NULL CHECK (length(note) <= 10000),
    template TEXT NOT NULL CHECK (length(template) <= 10000)
) STRICT;

CREATE TABLE phases (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plans (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 100000),
    first_week INTEGER NOT NULL CHECK (first_week BETWEEN 1 AND 104),
    last_week INTEGER NOT NULL CHECK (last_week BETWEEN first_week AND 104),
    weekdays TEXT NOT NULL CHECK (weekdays NOT GLOB '*[^1-7]*' AND length(weekdays) <= 7),
    every_hours INTEGER CHECK (every_hours BETWEEN 1 AND 336),
    note TEXT NOT NULL CHECK (length(note) <= 10000),
    CHECK ((weekdays = '') = (every_hours IS NOT NULL))
) STRICT;
CREATE INDEX phases_by_plan ON phases (plan_id);

CREATE TABLE planned_sets (
    id TEXT PRIMARY KEY NOT NULL,
    phase_id TEXT NOT NULL REFERENCES phases (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 100000),
    exercise TEXT NOT NULL CHECK (exercise IN ('seated', 'standing', 'standing_bent')),
    side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both', 'each')),
    sets INTEGER NOT NULL CHECK (sets BETWEEN 1 AND 20),
    reps INTEGER NOT NULL CHECK (reps BETWEEN 1 AND 1000),
    most_reps INTEGER CHECK (most_reps BETWEEN reps + 1 AND 1000),
    load_basis TEXT CHECK (load_basis IN ('external_kg', 'bodyweight', 'e1rm_percent')),
    load_value REAL CHECK (load_value BETWEEN -500 AND 2000),
    tempo_raise_s REAL CHECK (tempo_raise_s BETWEEN 0 AND 60),
    tempo_top_s REAL CHECK (tempo_top_s BETWEEN 0 AND 60),
    tempo_lower_s REAL CHECK (tempo_lower_s BETWEEN 0 AND 60),
    tempo_bottom_s REAL CHECK (tempo_bottom_s BETWEEN 0 AND 60),
    rest_s REAL CHECK (rest_s BETWEEN 0 AND 86400),
    rir REAL CHECK (rir BETWEEN 0 AND 10),
    note TEXT NOT NULL CHECK (length(note) <= 10000),
    CHECK ((load_basis IS NULL) = (load_value IS NULL)),
    CHECK (load_basis != 'e1rm_percent' OR load_value BETWEEN 1 AND 200),
    CHECK ((tempo_raise_s IS NULL) + (tempo_top_s IS NULL) + (tempo_lower_s IS NULL)
        + (tempo_bottom_s IS NULL) IN (0, 4))
) STRICT;
CREATE INDEX planned_sets_by_phase ON planned_sets (phase_id);
"""


def m003_plans_and_edit_times(db: "Database") -> None:
    """Add plans, and the time of each entry's last edit, so that merging can prefer the newest."""
    _execute(db, _PLANS)
    for table in (
        "runner",
        "bodyweights",
        "equipment",
        "sessions",
        "sets",
        "symptoms",
        "scores",
        "tests",
        "goals",
        "runs",
        "plans",
        "phases",
        "planned_sets",
    ):
        db.execute(f"ALTER TABLE {table} ADD COLUMN edited_at TEXT")  # UTC, ISO 8601


def m004_phases_in_a_row(db: "Database") -> None:
    """Let phases begin by hand, and no longer add up."""
    from tracker.storage.phases_in_a_row import let_phases_follow_each_other

    let_phases_follow_each_other(db)


def m005_evidence_of_sets(db: "Database") -> None:
    """Let the view of sets tell apart what is known, what is "at least", and what was not noted."""
    let_sets_say_what_they_tell(db)


def m006_deletions_and_order(db: "Database") -> None:
    """Remember deletions, entries hidden by a merge, and when each entry was added."""
    let_logs_be_joined(db)


def m007_stamp(db: "Database") -> None:
    """Give the log a stamp that each change renews, so that another copy in its place shows."""
    add_stamp(db.conn)


def m008_file_words(db: "Database") -> None:
    """Remember what words of other programs' files mean, as told by the runner."""
    let_words_be_remembered(db.conn)


def m009_holds(db: "Database") -> None:
    """Let sets and planned sets be holds, in seconds held still; no 1RM is estimated from them."""
    let_sets_be_held(db)


def m010_measurements(db: "Database") -> None:
    """Turn scores into measurements, and allow goals about measurements."""
    let_scores_be_measurements(db)


_EVENTS = """
CREATE TABLE events (
    id TEXT PRIMARY KEY NOT NULL,
    date TEXT NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    kind TEXT NOT NULL CHECK (
        kind IN ('injury', 'illness', 'race', 'travel', 'visit', 'equipment', 'other')
    ),
    until TEXT CHECK (until GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND until >= date),
    side TEXT CHECK (side IN ('left', 'right', 'both')),
    site TEXT CHECK (site IN ('mid_portion', 'insertion', 'calf')),
    note TEXT NOT NULL CHECK (length(note) <= 10000),
    edited_at TEXT,
    added_us INTEGER NOT NULL DEFAULT 0,
    CHECK (kind = 'injury' OR (side IS NULL AND site IS NULL))
) STRICT;
CREATE INDEX events_by_date ON events (date);
"""


def m011_events(db: "Database") -> None:
    """Add events: injuries, races, visits and whatever else belongs on the time axis."""
    _execute(db, _EVENTS)


Steps = Sequence[Callable[["Database"], None]]
STEPS: Final[Steps] = (
    m001_sessions_and_sets,
    m002_rehabilitation,
    m003_plans_and_edit_times,
    m004_phases_in_a_row,
    m005_evidence_of_sets,
    m006_deletions_and_order,
    m007_stamp,
    m008_file_words,
    m009_holds,
    m010_measurements,
    m011_events,
)


def migrations_of(steps: Steps = STEPS) -> "Migrations":
    """Return steps of the schema in the form that sqlite-utils applies and records."""
    from sqlite_utils.migrations import Migrations

    migrations = Migrations(MIGRATION_SET)
    for step in steps:
        migrations()(step)
    return migrations

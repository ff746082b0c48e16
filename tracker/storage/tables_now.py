"""What SQLite keeps as the text of a log's tables and indexes once all steps were applied, by name.

``python -m tests.storage.test_tables_now`` writes this file. It is here because running the steps
takes longer than opening a log.
"""

# ruff: noqa: E501

from collections.abc import Mapping
from typing import Final

TABLES_NOW: Final[Mapping[str, str]] = {
    "bodyweights": """CREATE TABLE bodyweights (
    id TEXT PRIMARY KEY NOT NULL,
    date TEXT NOT NULL UNIQUE CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    kg REAL NOT NULL CHECK (kg BETWEEN 20 AND 400)
, edited_at TEXT, added_us INTEGER NOT NULL DEFAULT 0) STRICT""",
    "equipment": """CREATE TABLE equipment (
    id TEXT PRIMARY KEY NOT NULL,
    name TEXT NOT NULL UNIQUE CHECK (name != '' AND length(name) <= 200)
, edited_at TEXT, added_us INTEGER NOT NULL DEFAULT 0) STRICT""",
    "events": """CREATE TABLE events (
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
) STRICT""",
    "events_by_date": """CREATE INDEX events_by_date ON events (date)""",
    "file_words": """CREATE TABLE file_words (
    shape TEXT NOT NULL CHECK (length(shape) <= 200),
    topic TEXT NOT NULL CHECK (length(topic) <= 200),
    word TEXT NOT NULL CHECK (length(word) <= 200),
    means TEXT NOT NULL CHECK (length(means) <= 200),
    PRIMARY KEY (shape, topic, word)
) STRICT
""",
    "goals": """CREATE TABLE goals (
        id TEXT PRIMARY KEY NOT NULL,
        kind TEXT NOT NULL CHECK (
            kind IN ('e1rm_bodyweights', 'heel_raise_reps', 'difference_percent', 'measurement')
        ),
        exercise TEXT CHECK (exercise IN ('seated', 'standing', 'standing_bent')),
        target REAL NOT NULL CHECK (target BETWEEN -1000000 AND 1000000),
        side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
        by TEXT CHECK (by GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
        edited_at TEXT,
        added_us INTEGER NOT NULL DEFAULT 0,
        measured TEXT NOT NULL DEFAULT '' CHECK (length(measured) <= 200),
        unit TEXT NOT NULL DEFAULT '' CHECK (length(unit) <= 20),
        CHECK ((kind = 'measurement') = (exercise IS NULL)),
        CHECK ((kind = 'measurement') = (measured != ''))
    ) STRICT
    """,
    "joined": """CREATE TABLE joined (id INTEGER PRIMARY KEY CHECK (id = 1), at TEXT NOT NULL) STRICT""",
    "measurements": """CREATE TABLE measurements (
        id TEXT PRIMARY KEY NOT NULL,
        date TEXT NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
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
    "measurements_by_date": """CREATE INDEX measurements_by_date ON measurements (date)""",
    "phases": """CREATE TABLE phases (
    id TEXT PRIMARY KEY NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plans (id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 100000),
    first_week INTEGER NOT NULL CHECK (first_week BETWEEN 1 AND 104),
    last_week INTEGER NOT NULL CHECK (last_week BETWEEN first_week AND 104),
    weekdays TEXT NOT NULL CHECK (weekdays NOT GLOB '*[^1-7]*' AND length(weekdays) <= 7),
    every_hours INTEGER CHECK (every_hours BETWEEN 1 AND 336),
    note TEXT NOT NULL CHECK (length(note) <= 10000), edited_at TEXT, begins TEXT NOT NULL DEFAULT 'by_week' CHECK (begins IN ('by_week', 'by_hand')), begun_on TEXT NOT NULL DEFAULT '' CHECK (begun_on NOT GLOB '*[^0-9 -]*'), criterion TEXT NOT NULL DEFAULT '' CHECK (length(criterion) <= 10000), added_us INTEGER NOT NULL DEFAULT 0,
    CHECK ((weekdays = '') = (every_hours IS NOT NULL))
) STRICT""",
    "phases_by_plan": """CREATE INDEX phases_by_plan ON phases (plan_id)""",
    "planned_sets": """CREATE TABLE planned_sets (
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
    note TEXT NOT NULL CHECK (length(note) <= 10000), edited_at TEXT, added_us INTEGER NOT NULL DEFAULT 0, hold_s REAL CHECK (hold_s BETWEEN 1 AND 3600),
    CHECK ((load_basis IS NULL) = (load_value IS NULL)),
    CHECK (load_basis != 'e1rm_percent' OR load_value BETWEEN 1 AND 200),
    CHECK ((tempo_raise_s IS NULL) + (tempo_top_s IS NULL) + (tempo_lower_s IS NULL)
        + (tempo_bottom_s IS NULL) IN (0, 4))
) STRICT""",
    "planned_sets_by_phase": """CREATE INDEX planned_sets_by_phase ON planned_sets (phase_id)""",
    "plans": """CREATE TABLE plans (
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
, edited_at TEXT, added_us INTEGER NOT NULL DEFAULT 0) STRICT""",
    "remembered": """CREATE TABLE remembered (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        deleted_at TEXT,
        entry TEXT,
        edited_at TEXT,
        added_us INTEGER,
        PRIMARY KEY (kind, id),
        CHECK (deleted_at IS NOT NULL OR entry IS NOT NULL)
    ) STRICT
    """,
    "runner": """CREATE TABLE runner (
    id TEXT PRIMARY KEY CHECK (id = 'runner'),
    name TEXT NOT NULL,
    involved_side TEXT CHECK (involved_side IN ('left', 'right')),
    birth_year INTEGER CHECK (birth_year BETWEEN 1900 AND 2199),
    sex TEXT CHECK (sex IN ('male', 'female')),
    formula TEXT NOT NULL
        CHECK (formula IN ('epley', 'brzycki', 'lombardi', 'mayhew', 'oconner', 'wathen')),
    usual_percent REAL NOT NULL CHECK (usual_percent BETWEEN 1 AND 100),
    marked_percent REAL NOT NULL CHECK (marked_percent BETWEEN usual_percent AND 100)
, low_pain INTEGER NOT NULL DEFAULT 2 CHECK (low_pain BETWEEN 0 AND 8), middle_pain INTEGER NOT NULL DEFAULT 5
    CHECK (middle_pain BETWEEN low_pain + 1 AND 9), target_ratio REAL CHECK (target_ratio BETWEEN 0.1 AND 5), edited_at TEXT, added_us INTEGER NOT NULL DEFAULT 0) STRICT""",
    "runs": """CREATE TABLE runs (
    id TEXT PRIMARY KEY NOT NULL,
    date TEXT NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    distance_km REAL NOT NULL CHECK (distance_km BETWEEN 0 AND 1000),
    started_at TEXT,
    duration_s REAL CHECK (duration_s BETWEEN 0 AND 864000)
, edited_at TEXT, added_us INTEGER NOT NULL DEFAULT 0) STRICT""",
    "runs_by_date": """CREATE INDEX runs_by_date ON runs (date)""",
    "sessions": """CREATE TABLE sessions (
    id TEXT PRIMARY KEY NOT NULL,
    date TEXT NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    started_at TEXT,
    note TEXT NOT NULL CHECK (length(note) <= 10000)
, duration_s REAL CHECK (duration_s BETWEEN 0 AND 86400), edited_at TEXT, added_us INTEGER NOT NULL DEFAULT 0) STRICT""",
    "sessions_by_date": """CREATE INDEX sessions_by_date ON sessions (date, started_at)""",
    "sets": """CREATE TABLE sets (
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
    note TEXT NOT NULL CHECK (length(note) <= 10000), edited_at TEXT, added_us INTEGER NOT NULL DEFAULT 0, hold_s REAL CHECK (hold_s BETWEEN 1 AND 3600),
    UNIQUE (session_id, exercise, side, set_no),
    CHECK ((tempo_raise_s IS NULL) + (tempo_top_s IS NULL) + (tempo_lower_s IS NULL)
        + (tempo_bottom_s IS NULL) IN (0, 4))
) STRICT""",
    "sets_by_equipment": """CREATE INDEX sets_by_equipment ON sets (equipment_id) WHERE equipment_id IS NOT NULL""",
    "stamp": """CREATE TABLE stamp (writes TEXT NOT NULL) STRICT""",
    "symptoms": """CREATE TABLE symptoms (
    id TEXT PRIMARY KEY NOT NULL,
    date TEXT NOT NULL CHECK (date GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    moment TEXT NOT NULL CHECK (moment IN ('before', 'during', 'after', 'next_morning')),
    side TEXT NOT NULL CHECK (side IN ('left', 'right', 'both')),
    site TEXT CHECK (site IN ('mid_portion', 'insertion', 'calf')),
    pain INTEGER CHECK (pain BETWEEN 0 AND 10),
    stiffness_min INTEGER CHECK (stiffness_min BETWEEN 0 AND 1440),
    session_id TEXT REFERENCES sessions (id) DEFERRABLE INITIALLY DEFERRED, edited_at TEXT, added_us INTEGER NOT NULL DEFAULT 0,
    CHECK (pain IS NOT NULL OR stiffness_min IS NOT NULL)
) STRICT""",
    "symptoms_by_date": """CREATE INDEX symptoms_by_date ON symptoms (date)""",
    "symptoms_by_session": """CREATE INDEX symptoms_by_session ON symptoms (session_id) WHERE session_id IS NOT NULL""",
    "tests": """CREATE TABLE tests (
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
, edited_at TEXT, added_us INTEGER NOT NULL DEFAULT 0) STRICT""",
}

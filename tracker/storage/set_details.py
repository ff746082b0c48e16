"""The view ``set_details``, which says what each set tells about its leg.

Step five of the schema made it by today's rule, step nine again when sets could be holds.

It is for people who open the file with other tools; the program works out the same in its domain
(``domain/evidence.py``). Its columns are those of ``sets.csv`` in that order, then ``evidence``:
known, at_least or not_noted; NULL if a set tells nothing.
"""

from typing import TYPE_CHECKING, Final

# Imported only for types, see migrations.
if TYPE_CHECKING:
    from sqlite_utils import Database

_OF_REPETITIONS: Final = """
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
        CASE set_type WHEN 'test' THEN reps ELSE reps + coalesce(rir, 0) END AS to_failure_reps,
        coalesce((SELECT formula FROM runner), 'epley') AS formula
    FROM loaded
), told AS (
    SELECT
        lifted.*,
        min(to_failure_reps, 12) AS r,
        CASE
            WHEN side = 'both' OR set_type = 'warmup' OR reps = 0 THEN NULL
            WHEN coalesce(system_kg, 0) <= 0 THEN NULL
            WHEN to_failure_reps > 12 THEN 'at_least'
            WHEN set_type = 'test' OR rir < 4 THEN 'known'
            WHEN rir IS NULL THEN 'not_noted'
            ELSE 'at_least'
        END AS evidence
    FROM lifted
), estimated AS (
    SELECT
        told.*,
        CASE
            WHEN evidence IS NULL THEN NULL
            WHEN r = 1 THEN system_kg
            WHEN formula = 'epley' THEN system_kg * (1 + r / 30.0)
            WHEN formula = 'brzycki' THEN 36 * system_kg / (37 - r)
            WHEN formula = 'lombardi' THEN system_kg * pow(r, 0.10)
            WHEN formula = 'mayhew' THEN 100 * system_kg / (52.2 + 41.9 * exp(-0.055 * r))
            WHEN formula = 'oconner' THEN system_kg * (1 + r / 40.0)
            WHEN formula = 'wathen' THEN 100 * system_kg / (48.8 + 53.8 * exp(-0.075 * r))
        END AS e1rm_kg
    FROM told
)
SELECT
    session_id, date, time, exercise, side, set_no, set_type, reps, external_kg, bodyweight_kg,
    system_kg, rir, (set_type = 'test' OR coalesce(rir, 1) = 0) AS to_failure,
    tempo_raise_s, tempo_top_s, tempo_lower_s, tempo_bottom_s,
    reps * (tempo_raise_s + tempo_top_s + tempo_lower_s + tempo_bottom_s) AS tut_s,
    rest_s, equipment.name AS equipment, pain_during, e1rm_kg,
    CASE WHEN evidence IS NOT NULL THEN formula END AS e1rm_formula,
    CASE evidence
        WHEN 'known' THEN CASE WHEN r > 10 THEN 'low' ELSE 'normal' END
        WHEN 'at_least' THEN 'lower_bound'
        WHEN 'not_noted' THEN 'not_noted'
    END AS e1rm_confidence,
    note AS notes, evidence
FROM estimated LEFT JOIN equipment ON equipment.id = estimated.equipment_id
ORDER BY date, time, session_id, position
"""

_OF_HOLDS_TOO: Final = """
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
        CASE set_type WHEN 'test' THEN reps ELSE reps + coalesce(rir, 0) END AS to_failure_reps,
        coalesce((SELECT formula FROM runner), 'epley') AS formula
    FROM loaded
), told AS (
    SELECT
        lifted.*,
        min(to_failure_reps, 12) AS r,
        CASE
            WHEN side = 'both' OR set_type = 'warmup' OR reps = 0 THEN NULL
            WHEN hold_s IS NOT NULL THEN NULL
            WHEN coalesce(system_kg, 0) <= 0 THEN NULL
            WHEN to_failure_reps > 12 THEN 'at_least'
            WHEN set_type = 'test' OR rir < 4 THEN 'known'
            WHEN rir IS NULL THEN 'not_noted'
            ELSE 'at_least'
        END AS evidence
    FROM lifted
), estimated AS (
    SELECT
        told.*,
        CASE
            WHEN evidence IS NULL THEN NULL
            WHEN r = 1 THEN system_kg
            WHEN formula = 'epley' THEN system_kg * (1 + r / 30.0)
            WHEN formula = 'brzycki' THEN 36 * system_kg / (37 - r)
            WHEN formula = 'lombardi' THEN system_kg * pow(r, 0.10)
            WHEN formula = 'mayhew' THEN 100 * system_kg / (52.2 + 41.9 * exp(-0.055 * r))
            WHEN formula = 'oconner' THEN system_kg * (1 + r / 40.0)
            WHEN formula = 'wathen' THEN 100 * system_kg / (48.8 + 53.8 * exp(-0.075 * r))
        END AS e1rm_kg
    FROM told
)
SELECT
    session_id, date, time, exercise, side, set_no, set_type, reps, external_kg, bodyweight_kg,
    system_kg, rir, (set_type = 'test' OR coalesce(rir, 1) = 0) AS to_failure,
    tempo_raise_s, tempo_top_s, tempo_lower_s, tempo_bottom_s,
    reps * coalesce(
        hold_s, tempo_raise_s + tempo_top_s + tempo_lower_s + tempo_bottom_s
    ) AS tut_s,
    rest_s, equipment.name AS equipment, pain_during, e1rm_kg,
    CASE WHEN evidence IS NOT NULL THEN formula END AS e1rm_formula,
    CASE evidence
        WHEN 'known' THEN CASE WHEN r > 10 THEN 'low' ELSE 'normal' END
        WHEN 'at_least' THEN 'lower_bound'
        WHEN 'not_noted' THEN 'not_noted'
    END AS e1rm_confidence,
    note AS notes, hold_s, evidence
FROM estimated LEFT JOIN equipment ON equipment.id = estimated.equipment_id
ORDER BY date, time, session_id, position
"""


def let_sets_say_what_they_tell(db: "Database") -> None:
    """Rebuild the view, with what each set tells."""
    db.execute("DROP VIEW set_details")
    db.execute(_OF_REPETITIONS)


_HOLDS: Final = """
ALTER TABLE sets ADD COLUMN hold_s REAL CHECK (hold_s BETWEEN 1 AND 3600);
ALTER TABLE planned_sets ADD COLUMN hold_s REAL CHECK (hold_s BETWEEN 1 AND 3600);
DROP VIEW set_details
"""


def let_sets_be_held(db: "Database") -> None:
    """Add the seconds of holds, done and planned, and rebuild the view without maxima for them."""
    for statement in _HOLDS.strip().split(";\n"):
        db.execute(statement)
    db.execute(_OF_HOLDS_TOO)

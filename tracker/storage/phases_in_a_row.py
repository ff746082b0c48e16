"""Step four of the schema: phases follow each other, where they used to add up.

Before, if weeks of phases overlapped, the sets of both were due. Silbernagel's phases, as shipped
with the program, are by hand from here on: 1, 2 and 3 begun in weeks 1, 3 and 6, if those have come
already. Other phases are cut where a later one has all their days, so that what the plan says about
its weeks is what counts; if the later one lies within them, they continue after it.
"""

import datetime
import hashlib
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from tracker.domain.entry import LONGEST_NOTE

# Imported only for types, see migrations.
if TYPE_CHECKING:
    from sqlite_utils import Database

PhaseRow = dict[str, Any]

_COLUMNS: Final = (
    "begins TEXT NOT NULL DEFAULT 'by_week' CHECK (begins IN ('by_week', 'by_hand'))",
    "begun_on TEXT NOT NULL DEFAULT '' CHECK (begun_on NOT GLOB '*[^0-9 -]*')",
    "criterion TEXT NOT NULL DEFAULT '' CHECK (length(criterion) <= 10000)",
)
_SILBERNAGEL_WEEKS: Final = [(1, 2), (2, 5), (3, 12)]
_BEGUN_IN_WEEKS: Final = (1, 3, 6)
# The caution that said to do the sets of both phases, its replacement, and the criteria for
# beginning each phase, in both languages.
_SILBERNAGEL_WORDS: Final = (
    (
        "Agree it with your physio before you take it, above all the weeks in which its phases "
        "overlap: there the sets of both are due. The program never raises a load, and none is to "
        "be raised while pain on the next morning is up.",
        "Agree with your physio when the next phase begins. Stop and ask where pain goes above "
        "5/10 or the next morning is worse. Not for a fresh calf strain. The program never raises "
        "a load and begins no phase by itself, and none is to be raised while pain on the next "
        "morning is up.",
        ("", "Able to do phase 1.", "Handled phase 2, no pain at the tendon's insertion."),
    ),
    (
        "Vereinbare ihn mit deiner Physio, bevor du ihn übernimmst, vor allem die Wochen, in denen "
        "sich seine Phasen überschneiden: Dort stehen die Sätze beider an. Das Programm erhöht nie "
        "eine Last, und keine ist zu erhöhen, solange der Schmerz am Morgen danach erhöht ist.",
        "Sprich mit deiner Physiotherapeutin oder deinem Physiotherapeuten ab, wann die nächste "
        "Phase beginnt. Hör auf und frag nach, wenn der Schmerz über 5/10 steigt oder der Morgen "
        "danach schlechter ist. Nicht bei einer frischen Wadenzerrung. Das Programm erhöht nie "
        "eine Last und beginnt keine Phase von selbst, und keine Last ist zu erhöhen, solange der "
        "Schmerz am Morgen danach erhöht ist.",
        ("", "Phase 1 gelingt.", "Phase 2 bewältigt, kein Schmerz am Ansatz der Sehne."),
    ),
)


# Added once to the note of the plan, where the runner can read and delete it.
_TOLD: Final = (
    "Since an update phases no longer add up: each ends when the next one begins.",
    "Seit einer Aktualisierung addieren sich Phasen nicht mehr: Jede endet, wenn die nächste "
    "beginnt.",
)


def let_phases_follow_each_other(db: "Database") -> None:
    """Let phases begin by hand, and no longer add up."""
    for column in _COLUMNS:
        db.execute(f"ALTER TABLE phases ADD COLUMN {column}")
    today = datetime.datetime.now().astimezone().date()
    plans = list(db.query("SELECT * FROM plans"))
    # A log does not store its language, but the words of templates used.
    is_german = any(plan["caution"].startswith("Vereinbare ihn ") for plan in plans)
    for plan in plans:
        phases = list(
            db.query("SELECT * FROM phases WHERE plan_id = ? ORDER BY position, id", [plan["id"]])
        )
        weeks = [(phase["first_week"], phase["last_week"]) for phase in phases]
        if plan["template"] == "silbernagel" and weeks == _SILBERNAGEL_WEEKS:
            _go_by_hand(db, plan, phases, today)
        elif not _cut(db, phases):
            continue
        note = f"{plan['note']}\n{_TOLD[is_german]}".strip()
        if len(note) <= LONGEST_NOTE:
            db.table("plans").update(plan["id"], {"note": note})


def _go_by_hand(
    db: "Database", plan: PhaseRow, phases: list[PhaseRow], today: datetime.date
) -> None:
    criteria = _SILBERNAGEL_WORDS[0][2]
    for before, after, in_this_language in _SILBERNAGEL_WORDS:
        if plan["caution"] == before:
            criteria = in_this_language
            db.table("plans").update(plan["id"], {"caution": after})
    starts_on = datetime.date.fromisoformat(plan["starts_on"])
    for phase, week, criterion in zip(phases, _BEGUN_IN_WEEKS, criteria, strict=True):
        day = starts_on + datetime.timedelta(weeks=week - 1)
        begun_on = day.isoformat() if week > 1 and day <= today else ""
        changed = {"begins": "by_hand", "begun_on": begun_on, "criterion": criterion}
        db.table("phases").update(phase["id"], changed)
    if not begun_on:
        # Its quick rebounds were for one leg; in the source they are for both. If the phase has
        # begun they stay, because the logged sets match them as they were.
        db.execute(
            "UPDATE planned_sets SET side = 'both' WHERE phase_id = ? AND sets = 3 AND reps = 20",
            [phases[-1]["id"]],
        )


def _cut(db: "Database", phases: list[PhaseRow]) -> bool:
    """Give weeks shared by phases to the later phase, and tell whether there were any."""
    has_cut = False
    in_order = sorted(enumerate(phases), key=lambda placed: (placed[1]["first_week"], placed[0]))
    end = max((phase["position"] for phase in phases), default=0)
    for number, (_, phase) in enumerate(in_order):
        weeks = set(range(phase["first_week"], phase["last_week"] + 1))
        left = weeks.copy()
        for _, later in in_order[number + 1 :]:
            if _days(phase) <= _days(later):
                left -= set(range(later["first_week"], later["last_week"] + 1))
        if left == weeks:
            continue
        has_cut = True
        if not left:  # it would never come, so let the runner begin it by hand
            end += 1
            changed = {"begins": "by_hand", "position": end}
            db.table("phases").update(phase["id"], changed)
            continue
        (first, last), *further = _runs(left)
        db.table("phases").update(phase["id"], {"first_week": first, "last_week": last})
        for first, last in further:
            end += 1
            _copy(db, phase, {"first_week": first, "last_week": last, "position": end})
    return has_cut


def _days(phase: PhaseRow) -> set[str]:
    """Return the weekdays on which a phase may be due."""
    return set(phase["weekdays"] or "1234567")


def _runs(weeks: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of weeks without gaps."""
    for first in sorted(week for week in weeks if week - 1 not in weeks):
        last = first
        while last + 1 in weeks:
            last += 1
        yield first, last


def _copy(db: "Database", phase: PhaseRow, changed: PhaseRow) -> None:
    """Add a copy of a phase with its sets, for further weeks."""
    # Two copies of a log that are updated separately get the same ids, and so can be merged.
    week = changed["first_week"]
    new_id = _id_beside(phase["id"], week)
    db.table("phases").insert(phase | changed | {"id": new_id})
    sets = db.query("SELECT * FROM planned_sets WHERE phase_id = ?", [phase["id"]])
    for row in list(sets):
        copied = {"id": _id_beside(row["id"], week), "phase_id": new_id}
        db.table("planned_sets").insert(row | copied)


def _id_beside(id_: str, week: int) -> str:
    return hashlib.sha256(json.dumps([id_, week]).encode()).hexdigest()[:32]

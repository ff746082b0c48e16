"""What each column of our files means, in the words that lie beside them as ``README.txt``.

``{unit}`` stands for the unit of the loads in the files.
"""

from collections.abc import Iterable
from typing import Final

from tracker.domain.one_rep_max import Formula
from tracker.exchange.exporting.sets import Delimiter, Shape

_SIDE: Final = "left or right: that leg alone; both: both legs at once"
_EXERCISE: Final = "seated (knee about 90 degrees), standing (straight) or standing_bent (about 45)"

ROWS: Final = {
    "sets.csv": "one row a set",
    "weekly.csv": "one row an ISO week, exercise and side; one more for the week's distance run",
    "tests.csv": "one row a heel-raise endurance test of one leg",
    "symptoms.csv": "one row for what was felt at one moment",
}
COLUMNS: Final[dict[str, dict[str, str]]] = {
    "sets.csv": {
        "session_id": "the session the set belongs to; its sets share it",
        "date": "training day",
        "time": "local time at which the session began",
        "exercise": _EXERCISE,
        "side": _SIDE,
        "set_no": "number of the set; the left and the right set of one number belong together",
        "set_type": "warmup, work, or test (to failure)",
        "reps": "repetitions done",
        "external_kg": "load added to the body, {unit}; below 0 it was assistance",
        "bodyweight_kg": "bodyweight that counts on the day, {unit}: the last weighing before it",
        "system_kg": "system load, {unit}: what the calf lifted (see Formulas)",
        "rir": "repetitions in reserve; 0 is to failure",
        "to_failure": "1 if it was a test or nothing was left in reserve, else 0",
        "tempo_raise_s": "seconds of raising, in each repetition",
        "tempo_top_s": "seconds held at the top",
        "tempo_lower_s": "seconds of lowering",
        "tempo_bottom_s": "seconds held at the bottom",
        "tut_s": "time under tension, seconds: reps x the four phases of the tempo",
        "rest_s": "rest before the set, seconds",
        "equipment": "machine, bar or step; loads on different equipment do not compare",
        "pain_during": "pain during the set, 0 (none) to 10",
        "e1rm_kg": "estimated one-repetition maximum, {unit} (see Formulas)",
        "e1rm_formula": "the formula of that estimate",
        "e1rm_confidence": "normal, lower_bound (reserve not noted), low (11 or 12 repetitions)",
        "notes": "the runner's own words",
    },
    "weekly.csv": {
        "iso_week": "ISO 8601 week, Monday to Sunday",
        "exercise": _EXERCISE,
        "side": _SIDE,
        "sessions": "sessions with such sets",
        "hard_sets": "work sets and tests with at most 4 in reserve, or reserve not noted",
        "reps": "repetitions, warm-ups included",
        "volume_load_kg": "sum of reps x system load, {unit}",
        "best_e1rm_kg": "best estimated one-repetition maximum of the week, {unit}",
        "asymmetry_pct": "right against left, percent (see Sides)",
        "lsi_pct": "limb symmetry index, percent (see Sides)",
        "seated_standing_ratio": "best seated / best standing e1RM of that leg, of the 28 days up "
        "to Sunday",
        "adherence_pct": "sets done of the sets planned, percent: on the day, the day before or "
        "the day after; empty without a plan",
        "distance_km": "distance run in the week, kilometres; its row has no exercise and side",
    },
    "tests.csv": {
        "date": "day of the test",
        "exercise": "standing (knee straight) or standing_bent (knee bent about 45 degrees)",
        "side": "the leg tested, left or right",
        "reps": "repetitions until the test ended",
        "cadence_bpm": "beats a minute of the metronome; empty without one",
        "reps_per_min": "repetitions a minute: half the beats, one up and one down",
        "incline_deg": "slope of the surface, degrees; 0 is the floor",
        "stop_reason": "why it ended: heel (not full height), pace, position (of knee or trunk), "
        "hands (carried weight), pain, other",
        "pain": "the worst pain during the test, 0 (none) to 10",
        "notes": "the runner's own words",
    },
    "symptoms.csv": {
        "date": "day on which it was felt; for next_morning the day after the session",
        "moment": "as told from a session: before, during, after, next_morning",
        "side": "the leg, left or right; both where they were not told apart",
        "site": "mid_portion or insertion (of the Achilles tendon), calf; empty where not said",
        "pain_0_10": "pain, 0 (none) to 10 (worst); empty where not asked",
        "stiffness_min": "morning stiffness, minutes; 0 is none, empty where not asked",
        "session_id": "the session it belongs to, as in sets.csv; empty for none",
    },
}
_FORMULAS: Final = {
    Formula.EPLEY: "Epley (1985): W x (1 + r / 30)",
    Formula.BRZYCKI: "Brzycki (1993): 36 x W / (37 - r)",
    Formula.LOMBARDI: "Lombardi (1989): W x r^0.10",
    Formula.MAYHEW: "Mayhew (1992): 100 x W / (52.2 + 41.9 x exp(-0.055 x r))",
    Formula.OCONNER: "O'Conner (1989): W x (1 + r / 40)",
    Formula.WATHEN: "Wathen (1994): 100 x W / (48.8 + 53.8 x exp(-0.075 x r))",
}
_CELLS: Final = {
    Delimiter.COMMA: "Cells are separated by commas, numbers have a decimal point.",
    Delimiter.SEMICOLON: "Cells are separated by semicolons, numbers have a decimal comma.",
    Delimiter.TAB: "Cells are separated by tabs, numbers have a decimal point.",
}


_TEXT: Final = """\
Calf raises of a runner, written by Soleus
==========================================

{cells} Loads are in {unit}. Days are
YYYY-MM-DD, text is UTF-8. An empty cell is unknown or was not asked: it is not nought.
A text that a spreadsheet would run as a formula has an apostrophe before it, which is no
part of the text.

Sides
-----
left and right are sets of one leg. Sets of both legs at once count as work, and are never
split into a left and a right value.
asymmetry_pct = (right - left) / stronger x 100: above 0 the right leg was stronger, below 0
the left. It compares the legs' best e1RM of the week in one exercise; both rows bear it.
lsi_pct = weaker / stronger x 100; where the runner has set an involved leg,
involved / other x 100, which may pass 100.

Formulas
--------
System load W: standing, bodyweight + external load; seated, the external load alone.
Estimated one-repetition maximum (e1RM), where r = reps + rir:
    {formula}
    W itself for r = 1; none with 4 or more in reserve, for r above 12, for warm-ups, and
    for sets of both legs. Reserve not noted counts as 0, which gives a lower bound.
No such formula is validated for calf raises: read one person's trend, not one value.
seated_standing_ratio depends on the machine; no target for it is validated.
These files describe training. They are no medical advice.
"""


def readme_lines(tables: Iterable[str], formula: Formula, shape: Shape) -> list[str]:
    """Explain some of our files to whoever reads them.

    Args:
        tables: Names of the files, as ``sets.csv``.
        formula: Of the estimates.
        shape: How the files are written.

    Returns:
        The lines, without their ends.
    """
    unit = shape.unit.value
    text = _TEXT.format(cells=_CELLS[shape.delimiter], unit=unit, formula=_FORMULAS[formula])
    lines = text.splitlines()
    for table in tables:
        title = f"{table}: {ROWS[table]}"
        names = {shape.name(column): words for column, words in COLUMNS[table].items()}
        width = max(map(len, names))
        lines += ["", title, "-" * len(title)]
        lines += [f"{name:{width}}  {words.format(unit=unit)}" for name, words in names.items()]
    return lines

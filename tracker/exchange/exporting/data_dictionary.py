"""What each column of our files means, in the words of the ``README.txt`` beside them."""

from collections.abc import Iterable
from typing import Final

from tracker.domain.one_rep_max import Formula
from tracker.exchange.tables.dialect import Delimiter, Dialect
from tracker.exchange.tables.table import AnyTable

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
the left. It is the middle of the last four weeks' left-right pairs of one exercise (of the
last 6 within 12 weeks where those are more, of 3 at least): same equipment, at most a week
apart, to failure or with the reserve noted; a leg that was too strong for its load counts as
"at least". Both legs' rows bear it.
asymmetry_pm_pct says within what the figure would stay, 95 times in 100, if those weeks were
repeated with unchanged legs, one repetition misjudged or another formula included.
balance is usual, watch or marked by the bounds of the log (10 and 15 %, unless the runner
changed them); at_least is a bound within the usual range, rough has a +- too wide to judge.
unknown has its reason: no_sets, no_sets_left, no_sets_right (in 12 weeks), few (pairs),
unvarying (the same was noted every time), too_easy (4 or more in reserve, or over 12
repetitions), reserve, reserve_left, reserve_right (not noted), apart (more than 7 days),
equipment (never the same within 7 days).
lsi_pct = 100 - the size of asymmetry_pct: weaker / stronger x 100; where the runner has set
an involved leg, involved / other x 100, which may pass 100.

Formulas
--------
System load W: standing, bodyweight + external load; seated, the external load alone.
Estimated one-repetition maximum (e1RM), where r = reps + rir, of a test its reps alone:
    {formula}
    W itself for r = 1; none for warm-ups, holds, sets of both legs, and where W is not above 0.
    With 4 or more in reserve, or r above 12, it is a lower bound, with r at most 12. Reserve
    not noted counts as 0; such a set is never compared.
A leg's figure is the median of the best sets of its days in the last four weeks (of the last
6 within 12 weeks where those are more, of 3 at least), on the equipment last used.
No such formula is validated for calf raises: read one person's trend, not one value.
seated_standing_ratio depends on the machine; no target for it is validated.
These files describe training. They are no medical advice.
"""


def readme_lines(tables: Iterable[AnyTable], formula: Formula, dialect: Dialect) -> list[str]:
    """Explain some of our files to their readers.

    Args:
        tables: The tables.
        formula: The formula for the estimates.
        dialect: How the files are written.

    Returns:
        The lines, without line ends.
    """
    unit = dialect.unit.value
    text = _TEXT.format(cells=_CELLS[dialect.delimiter], unit=unit, formula=_FORMULAS[formula])
    lines = text.splitlines()
    for table in tables:
        title = f"{table.name}: {table.grain}"
        words = {dialect.name(column.name): column.words for column in table.columns}
        width = max(map(len, words))
        lines += ["", title, "-" * len(title)]
        lines += [f"{name:{width}}  {means.format(unit=unit)}" for name, means in words.items()]
    return lines

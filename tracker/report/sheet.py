"""The session sheet: a page to fill in by hand, in the order that Enter goes through the cells."""

from html import escape
from typing import Final

from tracker.app.language import tr as _tr
from tracker.app.session_sheet import SessionSheet, SheetTable
from tracker.app.theme import LIGHT
from tracker.domain.exercise import LEGS
from tracker.domain.load import Unit
from tracker.domain.plan import PlannedSets
from tracker.domain.set_grid import Cell
from tracker.domain.symptoms import Moment
from tracker.report.document import ReportText
from tracker.words.labels import (
    day_text,
    exercise_knee,
    exercise_name,
    language,
    moment_name,
    set_text,
    side_name,
)
from tracker.words.planned_sets import item_text

_EMPTY: Final = "&nbsp;"
_STYLE: Final = """
body {{ color: {ink}; }}
h1 {{ font-size: large; margin: 0 0 1px 0; }}
h2 {{ font-size: medium; margin: 12px 0 2px 0; }}
p {{ margin: 2px 0; }}
.muted {{ color: {muted}; }}
.small {{ font-size: 10px; }}
th {{ font-size: 10px; font-weight: normal; text-align: left; color: {muted}; padding: 2px 6px; }}
td {{ padding: 7px 6px; vertical-align: middle; }}
"""
# Shares of the width that keep headings, German ones included, from breaking within words: with up
# to two sides, and with both legs at once as well.
SET_PERCENT: Final = 7  # the minimum
ANSWER_PERCENT: Final = 11, 9
_TABLE: Final = (
    '<table border="1" cellspacing="0" width="100%" '
    'style="border-collapse: collapse; border-style: solid; border-color: {line}">'
)


def sheet_text(sheet: SessionSheet, unit: Unit) -> ReportText:
    """Turn a sheet into words: empty cells, with planned or last time's values in grey."""
    day = day_text(sheet.day)
    title = _tr("Session sheet, {}").format(day)
    style = _STYLE.format(ink=LIGHT.text.name(), muted=LIGHT.muted.name())
    plan = f'<p class="muted">{escape(sheet.plan)}</p>' if sheet.plan else ""
    tables = "".join(_table(table, unit) for table in sheet.tables)
    hint = _tr(
        "Grey: planned, or last time’s. Type it in row by row: repetitions × load, and r with the "
        "reserve."
    )
    html = (
        f"<html><head><style>{style}</style></head><body>"
        f"<h1>{title}</h1>{plan}{tables}{_felt()}"
        f'<p class="small muted">{hint}</p></body></html>'
    )
    return ReportText(
        title=title,
        html=html,
        pictures={},
        footer=_tr("Soleus · page {page} of {pages}"),
        language=language(),
        ink=LIGHT.text,
        muted=LIGHT.muted,
    )


def _open_table() -> str:
    return _TABLE.format(line=LIGHT.muted.name())


def _table(table: SheetTable, unit: Unit) -> str:
    name = f"{exercise_name(table.exercise)} ({exercise_knee(table.exercise)})"
    planned = "".join(f'<p class="small muted">{_said(item, unit)}</p>' for item in table.planned)
    number, reserve, pain = _tr("Set"), _tr("in reserve"), _tr("pain")
    count = len(table.sides)
    answer = ANSWER_PERCENT[count > len(LEGS)]
    done = (100 - SET_PERCENT) // count - 2 * answer
    number_width = 100 - count * (done + 2 * answer)
    head = "".join(
        f'<th width="{done}%">{side_name(side)}</th>'
        f'<th width="{answer}%">{reserve}</th><th width="{answer}%">{pain}</th>'
        for side in table.sides
    )
    # One row more than expected, for an extra set.
    rows = "".join(_row(table, set_no, unit) for set_no in (*table.rows, table.rows.stop))
    return (
        f"<h2>{name}</h2>{planned}{_open_table()}"
        f'<tr><th width="{number_width}%">{number}</th>{head}</tr>{rows}</table>'
    )


def _said(item: PlannedSets, unit: Unit) -> str:
    return "<br>".join(map(escape, filter(None, (item_text(item, unit), item.note))))


def _row(table: SheetTable, set_no: int, unit: Unit) -> str:
    cells = f'<td class="muted">{set_no}</td>'
    for side in table.sides:
        expected = table.expected.get(Cell(table.exercise, set_no, side))
        text = _EMPTY if expected is None else escape(set_text(expected, unit))
        cells += f'<td><span class="muted">{text}</span></td><td>{_EMPTY}</td><td>{_EMPTY}</td>'
    return f"<tr>{cells}</tr>"


def _felt() -> str:
    """Ask how it felt, at the moments the program asks about, and for a note."""
    heads = [_tr("Pain, 0 to 10"), *map(moment_name, Moment), _tr("Stiffness, min")]
    head = "".join(f"<th>{each}</th>" for each in heads)
    empty = f"<td>{_EMPTY}</td>" * (len(heads) - 1)
    rows = "".join(f"<tr><td>{side_name(side)}</td>{empty}</tr>" for side in LEGS)
    title, note = _tr("How it felt"), _tr("Note")
    room = f'<td colspan="{len(heads) - 1}">{_EMPTY}<br>{_EMPTY}</td>'
    rows += f"<tr><td>{note}</td>{room}</tr>"
    return f"<h2>{title}</h2>{_open_table()}<tr>{head}</tr>{rows}</table>"

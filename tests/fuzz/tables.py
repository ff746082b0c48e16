"""Tables that look like those of known programs but contain anything, for Hypothesis."""

from typing import Final

from hypothesis import strategies as st

from tracker.exchange.importing.known_formats import FORMATS

_HEADINGS: Final = sorted({heading for each in FORMATS for heading in each.columns})
_cells: Final = st.one_of(
    st.sampled_from(
        [
            *("", "0", "8", "12.0", "60", "-15", "62,5", "1e400", "nan", "kg", "lbs", "stone"),
            *("2026-01-17 18:05:00", "17 Jan 2026, 18:05", "3/4/2026", "2026-02-30", "00:30:00"),
            *("Seated Calf Raise", "Standing Calf Raise (Left)", "Calf Press", "Squat", "seated"),
            *("left", "both", "work", "W", "F", "Rest Timer", "Note", "warmup", "Bodyweight"),
            *("40x12, 40x10", "3x12@40", "12, 12, 10", "8-12", "BW+10", "40 kg", "12 reps", "3/10"),
            *("10.5km", "7:05", "6:30 PM", "18.30", "1.250", "1:02:03", "yes", "✓", "li", "1"),
            *("Running", '"', 'a "quote"', "two\nlines", "a;b,c\td", "=1+1", "🦵", "\x00"),
        ]
    ),
    st.text(max_size=12),
    st.floats().map(str),
    st.integers().map(str),
)


@st.composite
def tables(draw: st.DrawFn) -> bytes:
    """Draw a table: mostly the headings of one format, with rows of about as many cells."""
    format_ = draw(st.sampled_from(FORMATS))
    known = [
        draw(st.sampled_from([name for name, each in format_.columns.items() if each is column]))
        for column in sorted(format_.known_by | set(format_.columns.values()))
        if column in format_.known_by or draw(st.booleans())
    ]
    headings = draw(st.permutations(known + draw(st.lists(st.sampled_from(_HEADINGS), max_size=3))))
    width = len(headings)
    rows = draw(st.lists(st.lists(_cells, min_size=width - 1, max_size=width + 1), max_size=8))
    delimiter = draw(st.sampled_from([",", ";", "\t"]))
    end = draw(st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
    is_quoted = draw(st.booleans())

    def written(cell: str) -> str:
        if is_quoted or any(mark in cell for mark in (delimiter, '"', "\n", "\r")):
            doubled = draw(st.booleans())
            return '"' + (cell.replace('"', '""') if doubled else cell) + '"'
        return cell

    text = end.join(delimiter.join(map(written, row)) for row in [headings, *rows])
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
    return text.encode(encoding, "replace")

"""Strava and Garmin Connect are known by their shape in a language that no list has."""

import pytest

from tests.exchange.logs import read
from tracker.exchange.importing.known_formats import UnknownFormatError
from tracker.exchange.importing.shapes import by_shape

# Made-up headings, as of a language that nobody knows.
WORDS = [f"w{place}" for place in range(40)]
for one, other in ((5, 15), (6, 17), (7, 30), (8, 37)):
    WORDS[other] = WORDS[one]
GARMIN = "Aa,Bb,Cc,Dd,Ee,Ff,Gg,Hh\n"
RUN = 'Running,2026-02-08 11:03:22,false,"Run, slow","5,10","377","00:29:36","145"\n'


def strava(headings: list[str]) -> bytes:
    cells = [""] * 40
    cells[:7] = ["1", '"13 Mai 2026, 09:54:42"', "x", "Run", "", "1890", '"5,04"']
    cells[15:18] = ["1890.0", "1865.0", "5042.5"]
    return (",".join(headings) + "\n" + ",".join(cells) + "\n").encode()


def test_strava_is_known_by_the_headings_that_repeat() -> None:
    found = read(strava(WORDS))
    assert found.format_name == "Strava"
    (run,) = found.runs
    assert (run.distance, run.is_km, run.duration_s) == (5.0425, True, 1865.0)
    assert run.time is not None
    assert run.time.tzinfo is not None
    assert "w2" in found.columns_not_read


@pytest.mark.parametrize(
    "headings",
    [WORDS[:30], [f"x{word}" if at == 15 else word for at, word in enumerate(WORDS)], ["w"] * 40],
)
def test_other_headings_are_not_strava(headings: list[str]) -> None:
    assert by_shape(headings, ()) is None


def test_garmin_is_known_by_what_stands_in_its_first_line() -> None:
    found = read((GARMIN + RUN + RUN.replace("02-08", "02-09")).encode())
    assert found.format_name == "Garmin Connect"
    assert [(str(each.date), each.distance, each.duration_s) for each in found.runs] == [
        ("2026-02-08", 5.1, 1776.0),
        ("2026-02-09", 5.1, 1776.0),
    ]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        (GARMIN, RUN.replace("false", "maybe")),
        (GARMIN, RUN.replace("2026-02-08 11:03:22", "2026-02-08")),
        (GARMIN, RUN.replace("00:29:36", "29 min")),
        (GARMIN, "Running,2026-02-08 11:03:22\n"),
        (GARMIN.replace("Bb", "Aa"), RUN),
    ],
)
def test_other_lines_are_not_garmin(headings: str, row: str) -> None:
    with pytest.raises(UnknownFormatError):
        read((headings + row).encode())

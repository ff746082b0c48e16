"""Our files opened by LibreOffice, where it is installed: numbers, days, texts and umlauts."""

import datetime
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from tests.exchange.logs import finished, log_of
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.heel_raise import HeelRaiseTest, StopReason
from tracker.domain.measurement import Measurement
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet, Session, Tempo
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.exchange.exporting.export import Export, exporting
from tracker.exchange.tables.dialect import Delimiter, Dialect
from tracker.exchange.tables.ours import TABLE_BY_NAME
from tracker.storage.database import Database

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)

DAY = datetime.date(2026, 11, 24)
DAY_NUMBER = (DAY - datetime.date(1899, 12, 30)).days  # as spreadsheets count days
HALF_PAST_SIX = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
NOTE = "Müde, größer — 日本 🏃\nzweite Zeile; “so”"
# What the dialog of LibreOffice proposes there: delimiter, quotation mark, UTF-8, first line, and
# the language whose decimal mark holds (American English, German).
FILTERS = {Delimiter.COMMA: "44,34,76,1,,1033", Delimiter.SEMICOLON: "59,34,76,1,,1031"}
NUMBERS = {
    "sets.csv": ("reps", "external_kg", "bodyweight_kg", "system_kg", "tut_s", "e1rm_kg"),
    "sessions.csv": ("duration_min",),
    "weekly.csv": ("sessions", "reps", "volume_load_kg", "best_e1rm_kg"),
    "tests.csv": ("reps", "cadence_bpm", "reps_per_min", "incline_deg"),
    "symptoms.csv": ("pain_0_10", "stiffness_min"),
    "measurements.csv": ("value",),
}
# A number is a float, whatever it stands for; a text is a str; a formula would be its own kind.
Cell = float | str
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def log() -> Database:
    session, machine = Session(DAY, HALF_PAST_SIX, "=so", "s1", 1234.5), Equipment("=Bank")
    return log_of(
        session,
        machine,
        Bodyweight(DAY, 70.4),
        LoggedSet(
            session_id="s1",
            exercise=Exercise.STANDING,
            side=Side.LEFT,
            set_no=1,
            reps=8,
            external_kg=-12.5,
            rir=1.5,
            tempo=Tempo(3, 0, 3, 0.5),
            equipment_id=machine.id,
            note=NOTE,
        ),
        HeelRaiseTest(DAY, Exercise.STANDING, Side.LEFT, 25, 62.5, 10.5, StopReason.HEEL, 2, "@x"),
        Symptom(DAY, Moment.AFTER, Side.LEFT, Site.CALF, 2, 15, "s1"),
        Measurement(DAY, "=Griff", 42.5, Side.LEFT, "kg", (41.25, 42.5), "-kalt"),
    )


def first_row(path: Path) -> dict[str, Cell]:
    """Return the first row of an .xlsx file by its headings."""
    with ZipFile(path) as archive:
        strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    texts = ["".join(part.text or "" for part in each.iter(f"{_MAIN}t")) for each in strings]
    rows: list[dict[str, Cell]] = []
    for row in sheet.iter(f"{_MAIN}row"):
        cells: dict[str, Cell] = {}
        for cell in row:
            value = cell.findtext(f"{_MAIN}v")
            assert cell.find(f"{_MAIN}f") is None, "a text was taken for a formula"
            if value is not None:
                column = cell.attrib["r"].rstrip("0123456789")
                is_text = cell.attrib.get("t") == "s"
                cells[column] = texts[int(value)] if is_text else float(value)
        rows.append(cells)
    return {str(rows[0][column]): value for column, value in rows[1].items()}


@pytest.fixture(scope="module", params=FILTERS)
def opened(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, Cell]]:
    """The first row of each of our files, opened in a spreadsheet of the right country."""
    delimiter: Delimiter = request.param
    folder = tmp_path_factory.mktemp(delimiter)
    database = log()
    export = Export.of(database, None, None, Dialect(delimiter=delimiter), DAY)
    finished(exporting(export, folder))
    database.close()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "xlsx",
            f"--infilter=Text - txt - csv (StarCalc):{FILTERS[delimiter]}",
            "--outdir",
            str(folder),
            *(str(folder / name) for name in TABLE_BY_NAME),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return {name: first_row((folder / name).with_suffix(".xlsx")) for name in TABLE_BY_NAME}


def test_the_first_heading_bears_no_mark(opened: dict[str, dict[str, Cell]]) -> None:
    firsts = [next(iter(row)) for row in opened.values()]
    assert firsts == ["session_id", "session_id", "iso_week", "date", "date"]


def test_numbers_are_numbers(opened: dict[str, dict[str, Cell]]) -> None:
    for table, columns in NUMBERS.items():
        for column in columns:
            assert isinstance(opened[table][column], float), (table, column)
    row = opened["sets.csv"]
    assert (row["external_kg"], row["system_kg"], row["tempo_bottom_s"]) == (-12.5, 57.9, 0.5)
    assert opened["tests.csv"]["cadence_bpm"] == 62.5


def test_days_and_times_are_days_and_times(opened: dict[str, dict[str, Cell]]) -> None:
    for table in NUMBERS.keys() - {"weekly.csv"}:
        assert opened[table]["date"] == DAY_NUMBER
    for table in ("sets.csv", "sessions.csv"):
        assert opened[table]["time"] == pytest.approx(18.5 / 24)
    assert opened["weekly.csv"]["iso_week"] == "2026-W48"


def test_texts_are_whole_and_none_is_run(opened: dict[str, dict[str, Cell]]) -> None:
    assert opened["sets.csv"]["notes"] == NOTE
    assert opened["sets.csv"]["equipment"] == "'=Bank"
    assert opened["sessions.csv"]["notes"] == "'=so"
    assert opened["tests.csv"]["notes"] == "'@x"
    measured = opened["measurements.csv"]
    assert (measured["kind"], measured["notes"]) == ("'=Griff", "'-kalt")

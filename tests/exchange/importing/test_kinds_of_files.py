"""Kinds of files that people bring, each with what is right, by command and as the window reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tracker.app.import_session import ImportSession
from tracker.app.logbook import Logbook
from tracker.cli.commands import main
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet, SetType
from tracker.exchange.importing.by_hand import COLUMN_MEANINGS
from tracker.exchange.importing.dates import DayOrder
from tracker.storage.database import Database

DATA = Path(__file__).parents[2] / "data" / "import"
pytestmark = pytest.mark.usefixtures("in_berlin")


@dataclass(frozen=True)
class Case:
    """A file, what a person says about it, and what the log should then contain, by hand."""

    file: str
    holds: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    unit: Unit | None = None
    is_km: bool = False
    order: DayOrder | None = None
    left_out: Mapping[int, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.file


OWN = {"Date": "date", "Exercise": "name"}
SEATED = "2026-03-02 18:00:00 seated both"
CASES = (
    Case(
        "bodyweight-apple-health",
        ("2026-11-01 67.7 kg", "2026-11-03 67.9 kg"),
        {"Date": "date", "Body mass(kg)": "bodyweight_kg"},
    ),
    # 0,625 proves that the comma is a decimal one: 22.5 kg and 1.25 kg, not thousands.
    Case(
        "decimal-comma-three-decimals",
        (
            "2026-08-04 seated both 12 × 22.5",
            "2026-08-05 seated both 12 × 1.25",
            "2026-08-06 standing both 12 × 0.625",
        ),
        OWN | {"Weight (kg)": "load_kg", "Reps": "reps"},
    ),
    Case(
        "excel-russian-cp1251",
        ("2026-03-02 seated both 12 × 40.5",),
        {"Дата": "date", "Упражнение": "name", "Вес": "load_kg", "Повторы": "reps"},
    ),
    # Its unit 1 is pounds: 44 lb are 19.95806428 kg.
    Case(
        "fastnfitness",
        (
            "2026-07-01 18:30:00 standing both 12 × 19.95806428",
            *["2026-07-02 18:22:10 seated both 12 × 40"] * 3,
        ),
    ),
    Case(
        "fitnotes-comment-with-line-break",
        (
            "2026-08-04 seated both 12 × 40 felt good, both / left heel sore",
            '2026-08-04 seated both 10 × 40 said "easy", 3 s down',
            "2026-08-06 standing both 10 × 20",
        ),
    ),
    Case(
        "garmin-polish",
        ("2026-10-08 17:04:38 6.08 km 1886 s",),
        is_km=True,
        left_out={3: "“Jazda na rowerze” is no run."},
    ),
    Case(
        "garmin-spanish-treadmill",
        ("2026-08-29 08:00:08 7.97 km 1805 s", "2026-09-19 07:36:32 4.24 km 1358 s"),
        is_km=True,
    ),
    Case(
        "garmin-swedish",
        ("2026-02-07 08:59:27 6.24 km 2001 s", "2026-02-08 11:03:22 5.10 km 1776 s"),
        is_km=True,
        left_out={4: "Whether “Utförsåkning i pist” is a run is not known."},
    ),
    Case(
        "gymbook-units-in-cells",
        ("2024-12-19 19:27:00 seated both 12 × 40", "2024-12-19 19:27:00 seated both 10 × 40"),
        left_out={4: "It was not done."},
    ),
    Case(
        "hevy-turkish-months",
        (
            "2026-01-11 13:05:00 standing both 12 × 80",
            "2026-02-14 13:05:00 standing both 11 × 80",
            "2026-03-12 13:05:00 standing both 10 × 82.5",
            "2026-04-11 13:05:00 standing both 12 × 82.5",
            "2026-08-03 09:10:00 standing both 12 × 85",
            "2026-08-03 09:10:00 seated both 12 × 40",
        ),
    ),
    Case("hevy-unclear-name-cyrillic", ("2026-01-11 13:05:00 seated both 12 × 40",)),
    Case(
        "jefit-sections",
        ("2026-01-01 seated both 12 × 90",) * 2 + ("2026-01-01 seated both 10 × 90",),
        unit=Unit.KG,
    ),
    # 90 lb are 40.8233133 kg.
    Case(
        "liftlog-mixed-units",
        (
            "2026-03-17 18:45:06 seated both 12 × 40.8233133",
            "2026-03-17 18:45:06 standing both 12 × 20",
        ),
    ),
    Case(
        "liftlog-set-times",
        (
            *["2026-03-17 18:45:06 seated both 12 × 40"] * 2,
            "2026-03-17 18:45:06 seated both 10 × 40 last one hard",
            *["2026-03-17 18:45:06 standing both 12 × 20"] * 2,
        ),
    ),
    # 04:56:39 in UTC is 06:56:39 in Berlin's summer.
    Case(
        "liftosaur-warmup-flag",
        (
            "2026-06-29 06:56:39 standing both 10 × 40 warmup",
            "2026-06-29 06:56:39 standing both 14 × 125",
        ),
        left_out={4: "Repetitions are missing."},
    ),
    Case(
        "looks-like-fitnotes",
        ("2026-03-02 seated both 12 × 40", "2026-03-02 seated both 10 × 40"),
        OWN | {"Reps": "reps", "Weight (kg)": "load_kg", "Status": "done"},
        left_out={3: "It was not done."},
    ),
    Case(
        "own-sheet-clock-times",
        (
            "2026-03-02 07:05:00 seated both 12 × 40",
            "2026-03-02 18:30:00 seated both 12 × 40",
            "2026-03-03 18:30:00 seated both 11 × 40",
            "2026-03-04 18:30:00 seated both 10 × 40",
        ),
        OWN | {"Start": "time", "kg": "load_kg", "Reps": "reps"},
    ),
    Case(
        "own-sheet-italian-pain",
        (
            "2026-03-02 seated left 12 × 22.5 pain 2",
            "2026-03-02 seated right 12 × 25 pain 0",
            "2026-03-02 standing left 15 × 10 pain 3 ok",
            *["2026-03-02 standing left 15 × 10 pain 3"] * 2,
        ),
        {
            "Data": "date",
            "Esercizio": "name",
            "Peso (kg)": "load_kg",
            "Set": "sets",
            "Ripetizioni": "reps",
            "Dolore": "pain",
            "Note": "note",
        },
        order=DayOrder.DAY_FIRST,
    ),
    Case(
        "own-sheet-leg-column",
        (
            "2026-03-02 seated left 12 × 40 rir 2",
            "2026-03-02 seated right 12 × 45 rir 2",
            "2026-03-02 seated left 10 × 40 rir 1",
            "2026-03-02 seated right 11 × 45 rir 1",
        ),
        OWN | {"Leg": "side", "Weight": "load_kg", "Reps": "reps", "RIR": "rir"},
    ),
    Case(
        "own-sheet-no-header",
        (
            "2026-03-02 seated left 12 × 40",
            "2026-03-02 seated right 12 × 45",
            "2026-03-04 seated left 13 × 40",
            "2026-03-04 seated right 13 × 45",
        ),
        {
            "2026-03-02": "date",
            "Seated calf raise left": "name",
            "40": "load_kg",
            "12": "reps",
        },
    ),
    Case(
        "own-sheet-packed-sets",
        (
            *["2026-03-02 seated left 12 × 40"] * 2,
            "2026-03-02 seated left 10 × 40",
            *["2026-03-02 seated right 12 × 45"] * 2,
            "2026-03-02 seated right 11 × 45",
            *["2026-03-04 standing left 12 × 20"] * 3,
        ),
        OWN | {"Sets": "sets"},
        unit=Unit.KG,
    ),
    Case(
        "own-sheet-units-in-cells",
        (
            *["2026-03-02 seated both 12 × 40"] * 2,
            "2026-03-04 seated both 15 × 0",
            "2026-03-04 seated both 15 × 10",
            "2026-03-04 seated both 15 × 22.5",
        ),
        OWN | {"Weight": "load", "Reps": "reps"},
        unit=Unit.KG,
        left_out={7: "“8-10” is not a number."},
    ),
    # Where the knee of a heel drop is, its name does not say: it is asked.
    Case(
        "sides-in-short-in-names",
        (
            "2026-03-02 seated left 12 × 40",
            "2026-03-02 seated right 12 × 45",
            "2026-03-02 seated left 12 × 40",
            "2026-03-02 seated right 12 × 40",
            "2026-03-02 seated left 12 × 40",
        ),
    ),
    # Distances are of the files' metres.
    Case("strava-2018-lower-case", ("2018-09-12 17:02:23 5.68 km 1783 s",)),
    Case(
        "strava-german",
        ("2026-05-13 11:54:42 5.04 km 1865 s",),
        left_out={3: "“Radfahrt” is no run."},
    ),
    # Half past two, and an hour later again: the second is in winter time.
    Case(
        "strava-two-runs-in-the-repeated-hour",
        ("2026-10-25 02:30:00 5.04 km 1865 s", "2026-10-25 02:30:00 3.04 km 1265 s"),
    ),
    # 22:01:02 in UTC is past midnight in Berlin.
    Case(
        "strava-utc-twice",
        ("2026-05-13 11:54:42 5.04 km 1865 s", "2026-05-16 00:01:02 10.01 km 3590 s"),
    ),
    Case(
        "strong-before-a-set-was-added",
        (f"{SEATED} 12 × 40", f"{SEATED} 10 × 40", f"{SEATED} 8 × 40"),
        unit=Unit.KG,
    ),
    Case(
        "strong-after-a-load-was-corrected",
        (f"{SEATED} 12 × 40", f"{SEATED} 10 × 60", f"{SEATED} 8 × 40"),
        unit=Unit.KG,
    ),
    Case(
        "strong-after-a-warm-up-was-added-in-front",
        (
            f"{SEATED} 15 × 20 warmup",
            *(f"{SEATED} 12 × 40", f"{SEATED} 10 × 40", f"{SEATED} 8 × 40"),
        ),
        unit=Unit.KG,
    ),
    Case(
        "strong-with-sep-line",
        (f"{SEATED} 12 × 40.5 rir 2", f"{SEATED} 11 × 40.5 rir 1"),
    ),
)


def set_in_words(logged: LoggedSet) -> str:
    said = [logged.exercise.value, logged.side.value, f"{logged.reps} × {logged.external_kg:.12g}"]
    said += [] if logged.set_type is SetType.WORK else [logged.set_type.value]
    said += [] if logged.rir is None else [f"rir {logged.rir:g}"]
    said += [] if logged.pain_during is None else [f"pain {logged.pain_during}"]
    said += [logged.note.replace("\n", " / ")] if logged.note else []
    return " ".join(said)


def held(database: Database) -> list[str]:
    """Write what a log contains: sets in the order of their sessions, bodyweights, and runs."""
    told = []
    for session in database.sessions():
        start = session.started_at
        at = str(session.date) if start is None else f"{start:%Y-%m-%d %H:%M:%S}"
        told += [f"{at} {set_in_words(each)}" for each in database.sets_of(session.id)]
    told += [f"{each.date} {each.kg:g} kg" for each in database.weighings()]
    for run in database.runs():
        assert run.started_at is not None
        assert run.duration_s is not None
        at = f"{run.started_at:%Y-%m-%d %H:%M:%S}"
        told.append(f"{at} {run.distance_km:.2f} km {run.duration_s:g} s")
    return told


def by_command(case: Case, log: Path, *further: str) -> None:
    given = ["import", str(log), str(DATA / f"{case.file}.csv"), *further]
    for heading, meaning in case.columns.items():
        given += ["--column", f"{heading}={meaning}"]
    given += [] if case.unit is None else ["--unit", case.unit]
    given += ["--distance", "km"] if case.is_km else []
    given += [] if case.order is None else ["--dates", case.order]
    assert main(given) == 0


def by_window(case: Case, logbook: Logbook, qtbot: QtBot) -> ImportSession:
    """Answer what the window asks, and nothing else."""
    session = ImportSession(logbook)

    def settle() -> None:
        qtbot.waitUntil(lambda: not session.is_working)

    session.open(DATA / f"{case.file}.csv")
    settle()
    if session.head is not None:
        headings = session.head.headings
        session.choose_columns(
            {headings.index(name): COLUMN_MEANINGS[word] for name, word in case.columns.items()}
        )
        settle()
    if session.ambiguous_date:
        assert case.order is not None
        session.choose_order(case.order)
        settle()
    if session.highest_load is not None:
        assert case.unit is not None
        session.set_unit(case.unit)
        settle()
    if session.read is not None and session.read.must_ask_distance:
        assert case.is_km
        session.set_miles(False)
        settle()
    assert session.error == ""
    return session


@pytest.fixture
def held_by_command(tmp_path: Path) -> Callable[[Case], list[str]]:
    def imported(case: Case, *further: str) -> list[str]:
        by_command(case, tmp_path / "log.soleus", *further)
        database = Database.open(tmp_path / "log.soleus")
        try:
            return held(database)
        finally:
            database.close()

    return imported


def test_each_file_is_a_case() -> None:
    assert sorted(case.file for case in CASES) == sorted(path.stem for path in DATA.glob("*.csv"))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_command_takes_in_what_is_right(
    case: Case, held_by_command: Callable[[Case], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert held_by_command(case) == list(case.holds)
    told = capsys.readouterr().out.splitlines()
    left_out = [f"Left out: line {line}: {reason}" for line, reason in case.left_out.items()]
    assert [line for line in told if line.startswith("Left out: line")] == left_out
    # A second and a third time nothing comes in.
    for _ in range(2):
        assert held_by_command(case) == list(case.holds)
        assert "Nothing was added." in capsys.readouterr().out


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_window_takes_in_the_same(case: Case, qtbot: QtBot) -> None:
    logbook = Logbook(Database.in_memory())
    session = by_window(case, logbook, qtbot)
    assert session.summary is not None
    assert {each.line: each.reason for each in session.summary.left_out} == case.left_out
    session.apply()
    assert held(logbook.database) == list(case.holds)
    again = by_window(case, logbook, qtbot)
    assert again.summary is not None
    assert (bool(again.change), again.summary.differences) == (False, ())
    logbook.database.close()


BEFORE, CORRECTED, WITH_WARM_UP = CASES[-4:-1]


def test_a_warm_up_added_in_front_is_what_is_added(
    held_by_command: Callable[[Case], list[str]],
) -> None:
    held_by_command(BEFORE)
    assert sorted(held_by_command(WITH_WARM_UP)) == sorted(WITH_WARM_UP.holds)


def test_a_load_corrected_there_is_told_and_taken_where_that_is_said(
    held_by_command: Callable[..., list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    held_by_command(BEFORE)
    assert held_by_command(CORRECTED) == list(BEFORE.holds)
    assert (
        "Differs: line 3: This set is 10 × 40 kg here, 10 × 60 kg in the file; kept as it is here."
        in capsys.readouterr().out
    )
    assert held_by_command(CORRECTED, "--take-file") == list(CORRECTED.holds)

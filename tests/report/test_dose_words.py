"""How the dose is written: sets of each leg, reserve, tempo, rest and equipment."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.report.test_parts import LEFT, RIGHT, SEATED, STANDING, ago, both, report_of, train
from tests.report.test_words import plain
from tracker.domain.change import Entry
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet, Session, SetType, Tempo
from tracker.report import dose_words as words
from tracker.report.contents import Report

LEVER = Equipment("<Lever>")


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """Words need an application to be translated by."""


def sets_of(
    *done: tuple[float, int, float | None],
    exercise: Exercise = SEATED,
    side: Side = LEFT,
    hold_s: float | None = None,
    set_type: SetType = SetType.WORK,
) -> list[Entry]:
    """Log a session of sets: load, repetitions and reserve."""
    session = Session(ago(0))
    sets = [
        LoggedSet(
            session.id, exercise, side, no, reps, kg, no, rir=rir, hold_s=hold_s, set_type=set_type
        )
        for no, (kg, reps, rir) in enumerate(done, start=1)
    ]
    return [session, *sets]


def rows_of(*entries: Entry, unit: Unit = Unit.KG) -> str:
    return table_of(report_of(*entries), unit).partition(" / ")[2]


def table_of(report: Report, unit: Unit = Unit.KG) -> str:
    """Give the heads of the columns, then the rows."""
    table = words.dose_table(report, unit).replace("</th>", "</td>").replace("</tr>", " / ", 1)
    return plain(table).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("done", "text"),
    [
        ([(60.0, 8, 2.0)] * 3, "60 kg × 8 (3 sets) · RIR 2"),
        ([(60.0, 8, 2.0), (60.0, 7, None)], "60 kg × 8, 7 · RIR 2, –"),
        ([(60.0, 8, None)], "60 kg × 8 · RIR –"),
        ([(60.0, 8, 1.5), (62.5, 6, 0.0)], "60 kg × 8 · RIR 1.5 62.5 kg × 6 · RIR 0"),
        ([(60.0, 12 - n, 1.0) for n in range(6)], "60 kg × 12 … 7 (6 sets) · RIR 1"),
        (
            [(50.0 + n, 8, 1.0) for n in range(3)],
            "50 kg × 8 · RIR 1 51 kg × 8 · RIR 1 52 kg × 8 · RIR 1",
        ),
        (
            [(50.0 + n, 8, 1.0) for n in range(5)],
            "50 kg × 8 · RIR 1 51 kg × 8 · RIR 1 3 sets more, in sets.csv",
        ),
    ],
)
def test_sets_of_a_leg_are_told_load_by_load(
    done: list[tuple[float, int, float | None]], text: str
) -> None:
    assert rows_of(*sets_of(*done)) == f"Seated | 23 Nov | {text} |"


@pytest.mark.parametrize(("reps", "text"), [(1, "45 s (2 sets)"), (5, "5 × 45 s (2 sets)")])
def test_holds_are_told_in_seconds(reps: int, text: str) -> None:
    rows = rows_of(*sets_of(*[(20.0, reps, None)] * 2, exercise=STANDING, hold_s=45.0))
    assert rows.startswith(f"Standing | 23 Nov | +20 kg × {text} · RIR – |")


def test_a_test_is_named_and_loads_may_be_in_pounds() -> None:
    rows = rows_of(*sets_of((45.359237, 9, None), set_type=SetType.TEST), unit=Unit.LB)
    assert "| 100 lb × 9 · RIR – (test) |" in rows


def test_assistance_has_its_own_sign() -> None:
    assert "| −5 kg × 9" in rows_of(*sets_of((-5.0, 9, 0.0), exercise=STANDING))


def test_tempo_rest_and_equipment_stand_beside_the_sets() -> None:
    session = Session(ago(0))
    tempos = [Tempo(3, 0, 3, 0), Tempo(2, 0, 2, 0), Tempo(1, 0, 1, 0), Tempo(4, 0, 4, 0)]

    def log(count: int) -> list[Entry]:
        sets = [
            LoggedSet(
                session.id,
                SEATED,
                LEFT,
                no + 1,
                8,
                60.0,
                no,
                rir=1.0,
                tempo=tempos[no],
                rest_s=90.0 + 30 * no if no else None,
                equipment_id=LEVER.id,
            )
            for no in range(count)
        ]
        return [LEVER, session, *sets]

    assert rows_of(*log(1)).endswith("| 3-0-3-0 | &lt;Lever&gt; |")  # no rest
    assert rows_of(*log(2)).endswith("| 3-0-3-0, 2-0-2-0 | 2:00 | &lt;Lever&gt; |")
    assert rows_of(*log(4)).endswith("| 3-0-3-0 … 4-0-4-0 | 2:00–3:00 | &lt;Lever&gt; |")


def test_what_was_done_then_stands_below_with_the_day_of_either() -> None:
    training = [*train(400, (SEATED, LEFT, 40)), *train(0, *both(SEATED, 60, 65))]
    report = report_of(*training, first=400, last=0)
    assert words.dose_heading(report) == "The dose, now and then"
    assert table_of(report) == (
        "Exercise | Session | Left | Right | / "
        "Seated | 23 Nov | 60 kg × 10 · RIR 0 | 65 kg × 10 · RIR 0 | "
        "| 19 Oct 2025 | 40 kg × 10 · RIR 0 | – |"
    )
    assert words.dose_heading(report_of(*train(0, (SEATED, LEFT, 40)))) == "The dose"
    assert RIGHT in {each.side for each in report.doses[0].now.sets}

"""Real files of other apps, where they are at hand; they are not shipped."""

from collections import Counter
from pathlib import Path

import pytest

from tests.exchange.logs import imported, logged_sets, read
from tracker.domain.load import Unit
from tracker.exchange.reading import FormatError
from tracker.storage.database import Database

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the real files are not here")


def test_fitnotes_in_kilograms() -> None:
    # Counted by hand: 230 lines with the header. 38 lines "Seated Calf Raise Machine (Each Side)"
    # make a left and a right set each, 76; 34 lines "Standing Calf Raise Machine" make one of both
    # legs; together 110. The other 229 - 72 = 157 lines are of 14 other exercises.
    # Calf work was done on 15 days, 30 April to 14 September 2025.
    database = Database.in_memory()
    summary = imported(database, (SAMPLES / "fitnotes-kg.csv").read_bytes())
    assert (summary.lines, summary.lines_added, summary.sets) == (229, 72, 110)
    assert (summary.sessions, summary.left_out) == (15, ())
    assert (str(summary.first), str(summary.last)) == ("2025-04-30", "2025-09-14")
    assert sum(found.lines for found in summary.names_left_out) == 157
    assert len(summary.names_left_out) == 14
    sets = Counter((each.exercise.value, each.side.value) for each in logged_sets(database))
    assert sets == {("seated", "left"): 38, ("seated", "right"): 38, ("standing", "both"): 34}
    # 12 September, by hand: standing 20, 30, 40 × 12, then each side 5 × 14, 10 × 12, 17.5 × 6.
    (session,) = [each for each in database.sessions() if str(each.date) == "2025-09-12"]
    assert [
        (each.side.value, each.set_no, each.external_kg, each.reps)
        for each in database.sets_of(session.id)
        if each.side.value != "right"
    ] == [
        ("both", 1, 20.0, 12),
        ("both", 2, 30.0, 12),
        ("both", 3, 40.0, 12),
        ("left", 1, 5.0, 14),
        ("left", 2, 10.0, 12),
        ("left", 3, 17.5, 6),
    ]
    assert imported(database, (SAMPLES / "fitnotes-kg.csv").read_bytes()).sets == 0


def test_fitnotes_in_pounds_without_calf_work() -> None:
    # 46 lines below the header. At its end stand cardio lines that try every mixture of weight,
    # repetitions, distance and time; those without repetitions can be no sets.
    found = read((SAMPLES / "fitnotes-lb-edge-cases-no-calf.csv").read_bytes())
    assert (found.lines, {each.unit for each in found.sets if each.load}) == (46, {Unit.LB})
    assert not any(each.guess.is_calf_work for each in found.names)
    assert {each.reason for each in found.left_out} <= {"Repetitions are missing."}


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.csv")), ids=lambda path: path.stem)
def test_every_file_is_read_or_refused_in_words(path: Path) -> None:
    data = path.read_bytes()
    for end in range(len(data), 0, -max(len(data) // 40, 1)):
        try:
            read(data[:end])
        except FormatError as error:
            assert str(error).startswith("file.csv is")  # noqa: PT017 - either is right

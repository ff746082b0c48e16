"""``soleus demo``."""

from pathlib import Path

import pytest

from tracker.cli.commands import main
from tracker.domain.demo.year import MOST_YEARS
from tracker.exchange.tables.ours import TABLE_BY_NAME
from tracker.storage.database import Database

FITNOTES = Path(__file__).parents[1] / "data" / "fitnotes-kg.csv"
Capture = pytest.CaptureFixture[str]


def test_a_demo_is_sound_and_can_be_exported(tmp_path: Path, capsys: Capture) -> None:
    log = tmp_path / "demo.soleus"
    assert main(["demo", str(log), "--years", "1", "--seed", "3"]) == 0
    assert main(["check", str(log)]) == 0
    assert "is sound" in capsys.readouterr().out
    folder = tmp_path / "new" / "folder"
    assert main(["export", str(log), "--to", str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == set(TABLE_BY_NAME)
    assert capsys.readouterr().err == ""


def test_a_demo_never_overwrites_a_file(tmp_path: Path, capsys: Capture) -> None:
    log = tmp_path / "mine.soleus"
    log.write_text("mine")
    assert main(["demo", str(log)]) == 1
    assert log.read_text() == "mine"
    assert capsys.readouterr().err.startswith("soleus: ")


@pytest.mark.parametrize("years", ["0", "-1", str(MOST_YEARS + 1), "many"])
def test_years_that_cannot_be_made_up_are_refused(
    tmp_path: Path, capsys: Capture, years: str
) -> None:
    log = tmp_path / "demo.soleus"
    assert main(["demo", str(log), f"--years={years}"]) == 2
    assert f"{years} is not a number of years, 1 to {MOST_YEARS}" in capsys.readouterr().err
    assert not log.exists()


def test_another_seed_gives_other_training_and_the_same_one_the_same(tmp_path: Path) -> None:
    contents = []
    for name, seed in (("a", "3"), ("b", "3"), ("c", "4")):
        log = tmp_path / f"{name}.soleus"
        assert main(["demo", str(log), "--seed", seed]) == 0
        database = Database.open(log)
        sets = database.set_columns(None, None)
        contents.append((sets.reps.tolist(), sets.external_kg.tolist()))
        database.close()
    assert contents[0] == contents[1] != contents[2]

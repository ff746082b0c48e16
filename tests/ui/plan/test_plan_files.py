"""Plans as files: saved, opened, and their days for a calendar."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import NOW
from tracker.app.plan_book import PlanBook
from tracker.app.plan_templates import templates
from tracker.app.settings import Settings
from tracker.domain.plan_edits import WholePlan
from tracker.exchange.plan_file import plan_json
from tracker.ui.plan.plan_files import PlanFiles
from tracker.ui.widgets.faults import Faults

pytestmark = pytest.mark.usefixtures("english")
TODAY = NOW.date()


@pytest.fixture
def files(book: PlanBook, settings: Settings, faults: Faults, qtbot: QtBot) -> PlanFiles:
    page = QWidget()
    qtbot.addWidget(page)
    made = PlanFiles(book, settings, faults, page)
    made._kept = page  # type: ignore[attr-defined]
    return made


def heavy() -> WholePlan:
    return next(each.whole for each in templates(TODAY) if "Heavy" in each.whole.plan.name)


def answer(files: PlanFiles, path: Path) -> str:
    """Answer the file dialog, and return the name it proposed."""
    dialog = files._page.findChildren(QFileDialog)[-1]
    proposed = Path((dialog.selectedFiles() or [""])[0]).name
    dialog.fileSelected.emit(str(path))
    dialog.close()
    return proposed


def test_the_plan_that_runs_is_saved_and_comes_back(
    files: PlanFiles, book: PlanBook, tmp_path: Path, faults: Faults
) -> None:
    done: list[str] = []
    faults.done.connect(done.append)
    book.take(heavy())
    files.save_plan()
    path = tmp_path / "sent.soleus-plan"
    assert answer(files, path) == "Heavy slow resistance.soleus-plan"
    current = book.current()
    assert current is not None
    assert path.read_bytes() == plan_json(current)
    assert done == ["Saved as sent.soleus-plan."]
    opened: list[WholePlan] = []
    files.ask_plan(opened.append)
    answer(files, path)
    assert [plan_json(each) for each in opened] == [plan_json(current)]


def test_the_coming_weeks_are_saved_for_a_calendar(
    files: PlanFiles, book: PlanBook, tmp_path: Path
) -> None:
    book.take(heavy())
    files.save_calendar()
    path = tmp_path / "plan.ics"
    assert answer(files, path) == "Heavy slow resistance.ics"
    text = path.read_text()
    current = book.current()
    assert current is not None
    assert text.count("BEGIN:VEVENT") == 8 * 3
    assert f"UID:{current.plan.id}-" in text
    assert "SUMMARY:Calf raises: Heavy slow resistance" in text


def test_without_a_plan_there_is_nothing_to_save(
    files: PlanFiles, faults: Faults, qtbot: QtBot
) -> None:
    for save in (files.save_plan, files.save_calendar):
        with qtbot.waitSignal(faults.told) as told:
            save()
        assert "No plan runs" in told.args[0]


def test_a_plan_of_which_nothing_is_due_any_more_has_no_calendar(
    files: PlanFiles, book: PlanBook, faults: Faults, qtbot: QtBot
) -> None:
    whole = heavy()
    book.take(WholePlan(whole.plan, whole.phases))
    with qtbot.waitSignal(faults.told) as told:
        files.save_calendar()
    assert "Nothing is due" in told.args[0]


def test_a_file_that_is_no_plan_is_told(
    files: PlanFiles, faults: Faults, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "x.soleus-plan"
    path.write_text("[]")
    opened: list[WholePlan] = []
    with qtbot.waitSignal(faults.told) as told:
        files.open_plan(path, opened.append)
    assert "not a plan of Soleus" in told.args[0]
    assert opened == []

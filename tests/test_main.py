"""The program as a whole: which log it opens, with which permissions, and how it ends."""

import datetime
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tracker import __version__
from tracker.domain.change import Change
from tracker.domain.demo.year import made_up_log
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.session import LoggedSet, Session
from tracker.storage.database import Database

# Shows the window as always, then says which log it shows and is gone.
ONE_LOOK = """
import sys
from tracker.__main__ import run as run_program
from tracker.ui.window import program as root
class Program(root.Program):
    def show(self, database, title):
        super().show(database, title)
        print(title, database.path, self.window.windowTitle(), sep="|")
        sys.stdout.flush()
        self._settings._store.sync()  # as the event loop would, which is not entered
        import os
        os._exit(0)
root.Program = Program
sys.exit(run_program(sys.argv[1:]))
"""


MODULES = ONE_LOOK.replace("print(title,", "print(*sys.modules, sep='\\n'); print(title,")

# Runs until the start is over and what it did not need has been made ready.
ONE_MOMENT = """
import os, sys
from tracker.__main__ import run as run_program
from tracker.ui.window import program as root
class Program(root.Program):
    def get_ready(self):
        before = "sqlite_utils" in sys.modules
        super().get_ready()
        print(before, "sqlite_utils" in sys.modules, flush=True)
        os._exit(0)
root.Program = Program
run_program(sys.argv[1:])
"""

# Runs until what waits for the first paint is shown.
ONE_PAINT = """
import os, sys
from tracker.__main__ import run as run_program
from tracker.ui.window import main_window
class MainWindow(main_window.MainWindow):
    def _show_what_can_wait(self):
        super()._show_what_can_wait()
        print(*sys.modules, sep="\\n", flush=True)
        os._exit(0)
main_window.MainWindow = MainWindow
run_program(sys.argv[1:])
"""


def run(
    folder: Path, *arguments: str, program: str = ONE_LOOK, language: str = "en"
) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "LANGUAGE": language,
    }
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="the folder is the platform's own")
def test_the_first_start_makes_a_log_that_only_its_owner_may_read(tmp_path: Path) -> None:
    looked = run(tmp_path)
    log = tmp_path / "data" / "Soleus" / "training.soleus"
    assert looked.stdout.strip() == f"training|{log}|training – Soleus"
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.parent.stat().st_mode & 0o777 == 0o700


def test_a_file_named_is_made_and_then_is_the_last_log(tmp_path: Path) -> None:
    log = tmp_path / "calf.soleus"
    assert run(tmp_path, str(log)).stdout.startswith(f"calf|{log}|")
    assert run(tmp_path).stdout.startswith(f"calf|{log}|")


def test_the_demo_is_in_memory_and_marked_as_such(tmp_path: Path) -> None:
    looked = run(tmp_path, "--demo").stdout
    assert "|None|" in looked
    assert "demo" in looked
    assert list(tmp_path.glob("**/*.soleus")) == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems keep their language elsewhere")
def test_the_window_speaks_the_systems_language_or_the_one_chosen(tmp_path: Path) -> None:
    assert run(tmp_path, "--demo", language="de_AT:en").stdout.startswith("Erfundenes Jahr")
    assert run(tmp_path, "--demo", language="fr:en").stdout.startswith("Made-up year")
    chosen = tmp_path / "config" / "Soleus" / "soleus.ini"
    chosen.parent.mkdir(parents=True, exist_ok=True)
    chosen.write_text("[General]\nlanguage=en\n")
    assert run(tmp_path, "--demo", language="de").stdout.startswith("Made-up year")


def test_an_english_start_reads_no_translation() -> None:
    script = (
        "import sys; from PySide6.QtCore import QCoreApplication\n"
        "from tracker.app.language import Language, speak\n"
        "speak(Language.SYSTEM, QCoreApplication([]))\n"
        "sys.exit('tracker.app.translation' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_the_first_look_waits_for_no_chart_and_no_plan(tmp_path: Path) -> None:
    imported = set(run(tmp_path, program=MODULES).stdout.split())
    assert "tracker.ui.log.page" in imported
    later = ("pyqtgraph", "tracker.ui.plan.page", "tracker.words.plans", "tracker.app.plan_book")
    assert not imported & {*later, "tracker.app.planned_session", "tracker.domain.adherence"}


@pytest.mark.parametrize("plans", [False, True], ids=["no plan", "a plan runs"])
def test_the_first_look_waits_for_no_whole_columns_and_no_dataclass(
    tmp_path: Path, plans: bool
) -> None:
    log = tmp_path / "log.soleus"
    made = made_up_log(datetime.datetime.now().astimezone().date())
    kept = [
        each
        for each in made.edits
        if plans or not isinstance(each.after, Plan | Phase | PlannedSets)
    ]
    Database.create_with(log, Change(tuple(kept)))
    imported = set(run(tmp_path, str(log), program=MODULES).stdout.split())
    assert ("tracker.app.planned_session" in imported) is plans
    assert "numpy" not in imported
    # Nor for dataclasses that are made by six methods each, nor for what only the Plan page says.
    assert "tracker.words.plans" not in imported
    modules = [each for each in imported if each.startswith("tracker")]
    sources = [Path(spec.origin) for each in modules if (spec := find_spec(each)) and spec.origin]
    assert [each for each in sources if "\n@dataclass(" in each.read_text("utf-8")] == []


# What only later is used of Python's own library and of ours: each is a millisecond or more.
NOT_TO_START = {
    "hashlib",
    "platform",
    "uuid",
    "tracker.app.conflict_copies",
    "tracker.app.metronome",
    "tracker.domain.columns",
    "tracker.domain.search",
    "tracker.domain.strength_test_run",
    "tracker.exchange.whole_log.joining",
    "tracker.storage.search",
    "tracker.ui.files.other_copies",
}
# Classes of Qt's that PySide makes when they are first named, their enums with them.
QT_NOT_TO_START = {
    "hashlib",
    "QCalendarWidget",
    "QDesktopServices",
    "QDialogButtonBox",
    "QFileDialog",
    "QInputDialog",
    "QMessageBox",
    "QStandardPaths",
    "QStyle",
    "QUrl",
}
# As ONE_LOOK, and says which enums PySide has made, by their class.
ENUMS = """
import enum
enums = []
create = enum.EnumType._create_
def created(*given, **named):
    enums.append(create(*given, **named))
    return enums[-1]
enum.EnumType._create_ = created
""" + ONE_LOOK.replace(
    "print(title,", "print(*(each.__qualname__ for each in enums), sep='\\n'); print(title,"
)


# As a script has it done; says what was loaded, and whether PySide has read the source of it.
REPORT = """
import linecache, sys
from tracker.__main__ import run as run_program
assert not run_program(sys.argv[1:])
from tracker.report import page
print(*sys.modules, page.__file__ in linecache.cache, sep="\\n")
"""
NOT_TO_REPORT = {"tracker.app.progress", "tracker.ui", "PySide6.QtWidgets", "True"}


def test_a_report_waits_for_nothing_that_it_does_not_use(tmp_path: Path) -> None:
    log = tmp_path / "log.soleus"
    Database.create_with(log, made_up_log(datetime.date(2026, 11, 24)))
    arguments = ["report", str(log), "-o", str(tmp_path / "report.pdf")]
    told = set(run(tmp_path, *arguments, program=REPORT).stdout.split())
    assert {"tracker.report.document", "False"} <= told
    assert not NOT_TO_REPORT & told


def test_the_first_look_waits_for_nothing_that_only_later_is_used(tmp_path: Path) -> None:
    run(tmp_path)  # makes the log, which is written
    assert not NOT_TO_START & set(run(tmp_path, program=MODULES).stdout.split())


def test_the_first_look_waits_for_no_class_of_qt_that_only_later_is_used(tmp_path: Path) -> None:
    run(tmp_path)
    made = {name.split(".")[0] for name in run(tmp_path, program=ENUMS).stdout.split()}
    assert "Qt" in made
    assert not QT_NOT_TO_START & made


def test_the_question_of_the_morning_waits_for_no_such_class_either(tmp_path: Path) -> None:
    yesterday = datetime.datetime.now().astimezone().date() - datetime.timedelta(days=1)
    log, session = tmp_path / "log.soleus", Session(yesterday)
    logged = LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0, 0)
    Database.create_with(log, Change.adding(session, logged))
    asked = ENUMS.replace("print(*(each", "print(self.window.morning.isVisible(), *(each")
    is_asked, *made = run(tmp_path, str(log), program=asked).stdout.split()
    assert is_asked == "True"
    assert not {"QMessageBox", "QStyle", "QWizard"} & {name.split(".")[0] for name in made}


def test_history_makes_no_class_of_qt_that_it_shows_nothing_of(tmp_path: Path) -> None:
    shown = ENUMS.replace("print(*(each", "self.window.show_history(); print(*(each")
    made = run(tmp_path, "--demo", program=shown).stdout.split()
    assert "QAccessible.Role" in made
    # All styles, and what PySide tries when it is asked what kind of widget another one is.
    assert not {"QStyle", "QMessageBox", "QWizard"} & {name.split(".")[0] for name in made}


def test_history_waits_for_nothing_of_progress(tmp_path: Path) -> None:
    shown = MODULES.replace("print(*sys", "self.window.show_history(); print(*sys")
    imported = run(tmp_path, "--demo", program=shown).stdout.split()
    assert "tracker.ui.history.page" in imported
    assert not {"tracker.app.progress", "tracker.words.progress"} & set(imported)


def test_a_log_that_is_up_to_date_is_shown_before_what_writes_is_loaded(tmp_path: Path) -> None:
    run(tmp_path)  # makes the log, which is written
    assert "sqlite_utils" not in run(tmp_path, program=MODULES).stdout.split()
    assert run(tmp_path, program=ONE_MOMENT).stdout == "False True\n"


def test_what_waits_for_the_first_paint_reads_no_files_of_others(tmp_path: Path) -> None:
    # Whoever types at once waits for all that is loaded then.
    imported = run(tmp_path, program=ONE_PAINT).stdout.split()
    assert "tracker.ui.window.late_parts" in imported
    assert [each for each in imported if each.startswith("tracker.exchange.importing")] == []


# As at a terminal, as from a menu, and as Windows starts it without either.
AT_A_TERMINAL = "import sys; sys.stderr.isatty = lambda: True\n" + ONE_LOOK
WITHOUT_STDERR = "import sys; sys.stderr = None\n"
# Says what stands in the one window there is, and presses a button of it.
ONE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from tracker.__main__ import run as run_program
def look():
    (dialog,) = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    print(type(dialog).__name__, [each.text().replace("\u200b", "") for each in
        dialog.findChildren(QLabel)], flush=True)
    QTimer.singleShot(0, dialog.quit.click)
from tracker.ui.window import start_dialog
opening = start_dialog.StartDialog.open
def open(self):
    opening(self)
    QTimer.singleShot(0, look)
start_dialog.StartDialog.open = open
sys.exit(run_program(sys.argv[1:]))
"""


def test_a_file_that_is_no_log_is_refused_in_one_line_and_left(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("not a log")
    looked = run(tmp_path, str(text), program=AT_A_TERMINAL)
    assert looked.returncode == 1
    assert looked.stderr.splitlines()[-1] == f"{text} is not a Soleus log. It was left as it is."
    assert text.read_text() == "not a log"


@pytest.mark.parametrize("program", [ONE_WINDOW, WITHOUT_STDERR + ONE_WINDOW])
@pytest.mark.parametrize("is_named", [True, False])
def test_a_start_without_a_terminal_says_in_a_window_why_no_log_is_shown(
    tmp_path: Path, program: str, is_named: bool
) -> None:
    log = tmp_path / "data" / "Soleus" / "training.soleus"
    log.parent.mkdir(parents=True)
    log.write_text("not a log")
    looked = run(tmp_path, *[str(log)] * is_named, program=program)
    why = f"{log} is not a Soleus log. It was left as it is."
    assert looked.stdout == f"StartDialog {['The log could not be opened', why]}\n"
    assert looked.returncode == 1
    assert looked.stderr == ("" if program.startswith(WITHOUT_STDERR) else f"{why}\n")
    assert log.read_text() == "not a log"


def test_a_fault_of_our_own_while_starting_is_told_in_a_window(tmp_path: Path) -> None:
    program = """
import sys
from PySide6.QtCore import QTimer
from tracker.__main__ import run as run_program
from tracker.ui.window import crash_dialog, program as root
def broken(self):
    raise RuntimeError("ours")
root.Program.show_last = broken
opening = crash_dialog.CrashDialog.open
def open(self):
    opening(self)
    print("told", flush=True)
    QTimer.singleShot(0, self.accept)
crash_dialog.CrashDialog.open = open
sys.exit(run_program([]))
"""
    looked = run(tmp_path, program=program)
    assert (looked.stdout, looked.returncode) == ("told\n", 1)
    assert looked.stderr.endswith("RuntimeError: ours\n")


def test_wrong_use_without_a_terminal_is_no_fault_of_ours(tmp_path: Path) -> None:
    assert run(tmp_path, "--bogus", program=WITHOUT_STDERR + ONE_LOOK).returncode == 2


@pytest.mark.parametrize("arguments", [("--bogus",), ("one.soleus", "two.soleus")])
def test_wrong_use_is_said_in_one_line(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    looked = run(tmp_path, *arguments)
    assert looked.returncode == 2
    assert looked.stderr.count("\n") == 1
    assert list(tmp_path.glob("*.soleus")) == []


def test_a_word_that_is_no_command_and_no_file_makes_nothing(tmp_path: Path) -> None:
    looked = run(tmp_path, "help")
    assert looked.returncode == 2
    assert looked.stderr == (
        "soleus: “help” is no command and no file; a new log's name ends in .soleus "
        "(see soleus --help)\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_log_of_any_name_is_opened(tmp_path: Path) -> None:
    run(tmp_path, str(tmp_path / "calf.soleus"))
    log = (tmp_path / "calf.soleus").rename(tmp_path / "diary")
    assert run(tmp_path, str(log)).stdout.startswith(f"diary|{log}|")


# Ends by itself once its window is shown, and says which files it has not let go of.
ONE_END = """
import sqlite3, sys
from PySide6.QtCore import QTimer
from tracker.__main__ import run as run_program
from tracker.ui.window import program as root
class Counted:
    open = set()
    def __init__(self, *arguments, **named):
        super().__init__(*arguments, **named)
        self.open.add(self)
    def close(self):
        super().close()
        self.open.discard(self)
connect = sqlite3.connect
def counted(*given, factory=sqlite3.Connection, **named):
    return connect(*given, factory=type("Connection", (Counted, factory), {}), **named)
sqlite3.connect = counted
class Program(root.Program):
    def show(self, database, title):
        super().show(database, title)
        print(len(Counted.open))
        QTimer.singleShot(0, self.window.close)
root.Program = Program
print(run_program(sys.argv[1:]), len(Counted.open))
"""


@pytest.mark.parametrize("arguments", [(), ("--demo",)])
def test_a_log_is_let_go_of_at_the_end(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ended = run(tmp_path, *arguments, program=ONE_END)
    assert ended.stdout == "1\n0 0\n"
    assert ended.stderr == ""


def test_the_version_and_every_command_are_told(tmp_path: Path) -> None:
    assert run(tmp_path, "--version").stdout.strip() == f"soleus {__version__}"
    told = run(tmp_path, "--help").stdout
    assert all(word in told for word in ("export", "import", "demo", "check", "--demo"))

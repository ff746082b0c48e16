"""Every command of the window as data: its menu, text, shortcuts, and what it calls."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from PySide6.QtGui import QKeySequence

from tracker.app.language import noop as _noop


class Command(NamedTuple):
    """One entry of a menu.

    Args:
        text: Its text in the menu, with the mark of its Alt letter.
        slot: Name of the method of the window or of its dialogs; also the action's name.
        keys: Shortcuts in Qt's notation; the first one is shown.
        is_choice: Whether it can be on or off.
        value: What the slot is called with; None for nothing. The action's name ends in it.
        others: More words that the command palette finds it by.
    """

    text: str
    slot: str
    keys: tuple[str, ...] = ()
    is_choice: bool = False
    value: int | None = None
    others: str = ""

    @property
    def name(self) -> str:
        """The name of the action."""
        return self.slot if self.value is None else f"{self.slot}_{self.value}"


class Submenu(NamedTuple):
    """Commands grouped in a submenu."""

    text: str
    commands: tuple[Command, ...]


SEPARATOR: Final = None
# Menus that the window fills when they open.
RECENT: Final = "recent"
THEME: Final = "theme"
RANGE: Final = "range"


MENUS: Final[tuple[tuple[str, tuple[Command | Submenu | str | None, ...]], ...]] = (
    (
        _noop("&File"),
        (
            Command(_noop("&New log…"), "ask_new_log"),
            Command(_noop("&Open log…"), "ask_open_log", ("Ctrl+O",)),
            RECENT,
            SEPARATOR,
            Command(_noop("&Import…"), "import_file", ("Ctrl+Shift+I",)),
            Command(_noop("&Export…"), "export_log", ("Ctrl+E",)),
            Command(
                _noop("Report for &physio…"), "open_report", ("Ctrl+P",), others=_noop("PDF doctor")
            ),
            SEPARATOR,
            Command(_noop("&Back up…"), "back_up"),
            Command(_noop("Re&store…"), "open_restore"),
            SEPARATOR,
            Command(_noop("&Quit"), "close", ("Ctrl+Q",)),
        ),
    ),
    (
        _noop("&Edit"),
        (
            Command(_noop("&Undo"), "undo", ("Ctrl+Z",)),
            Command(_noop("&Redo"), "redo", ("Ctrl+Shift+Z", "Ctrl+Y")),
            SEPARATOR,
            Command(_noop("&Copy"), "copy", ("Ctrl+C",)),
            Command(_noop("Copy session as &text"), "copy_session", ("Ctrl+Shift+C",)),
            Command(_noop("Paste &sets"), "paste_sets", ("Ctrl+V",)),
            Command(_noop("&Delete selection"), "delete_selection"),
            SEPARATOR,
            Command(_noop("Enter &bodyweight"), "enter_bodyweight", others=_noop("weight weigh")),
            SEPARATOR,
            Command(
                _noop("&Preferences…"),
                "open_preferences",
                ("Ctrl+,",),
                others=_noop("settings unit language formula injured"),
            ),
        ),
    ),
    (
        _noop("&Session"),
        (
            Command(_noop("&New session"), "new_session", ("Ctrl+N",)),
            Command(_noop("&Repeat last session"), "repeat_last_session", ("Ctrl+R",)),
            Command(_noop("&Quick entry"), "go_to_quick_entry", ("Ctrl+L",)),
            Command(_noop("Set &details"), "toggle_panel", ("Ctrl+I",), is_choice=True),
            Submenu(
                _noop("&In reserve"),
                (
                    Command(_noop("&0 in reserve"), "note_reserve", ("Alt+0",), value=0),
                    Command(_noop("&1 in reserve"), "note_reserve", ("Alt+1",), value=1),
                    Command(_noop("&2 in reserve"), "note_reserve", ("Alt+2",), value=2),
                    Command(_noop("&3 in reserve"), "note_reserve", ("Alt+3",), value=3),
                    Command(_noop("&4 or more in reserve"), "note_reserve", ("Alt+4",), value=4),
                    Command(
                        _noop("&Leave the reserve open"),
                        "leave_reserve_open",
                        ("Alt+Backspace",),
                    ),
                ),
            ),
            SEPARATOR,
            Command(_noop("Rest timer: start or pa&use"), "toggle_rest", ("Ctrl+Shift+T",)),
            Command(_noop("Rest &15 s longer"), "prolong_rest", ("Ctrl+Shift+L",)),
            Command(_noop("&End the rest"), "end_rest", ("Ctrl+Shift+E",)),
            Command(_noop("Hold: &begin or end"), "toggle_hold", ("Ctrl+Shift+O",)),
            Command(_noop("Metr&onome"), "toggle_metronome", ("Ctrl+Shift+M",)),
            Command(_noop("Rest timer full &window"), "show_full_figure", ("F11",)),
            SEPARATOR,
            Command(_noop("&Today"), "go_to_today", ("Ctrl+T",)),
            Command(_noop("&Previous session"), "go_to_previous_session", ("Alt+Left",)),
            Command(_noop("Ne&xt session"), "go_to_next_session", ("Alt+Right",)),
            Command(_noop("Session on another da&y…"), "ask_other_day", ("Ctrl+D",)),
            SEPARATOR,
            Command(
                _noop("Symptoms &felt…"),
                "note_symptoms",
                ("Ctrl+Shift+K",),
                others=_noop("pain stiffness"),
            ),
            Command(
                _noop("Next mornin&g"),
                "answer_next_morning",
                ("Ctrl+J",),
                others=_noop("pain stiffness symptoms"),
            ),
            Command(_noop("Ta&ke measurements…"), "take_measurements", ("Ctrl+M",)),
            Command(_noop("Heel-r&aise test…"), "test_heel_raises", ("Ctrl+H",)),
            Command(_noop("Strengt&h test…"), "test_strength", ("Ctrl+Shift+H",)),
            Command(_noop("Goal&s…"), "open_goals", ("Ctrl+G",)),
            Command(
                _noop("E&vents…"),
                "open_events",
                ("Ctrl+Shift+V",),
                others=_noop("race injury illness travel visit shoes"),
            ),
            SEPARATOR,
            Command(_noop("&Move session to…"), "ask_move", ("Ctrl+Shift+D",)),
            Command(_noop("De&lete session"), "delete_session"),
        ),
    ),
    (
        _noop("&Plan"),
        (
            Command(_noop("Choose a &plan…"), "choose_plan", others=_noop("template new own")),
            Command(_noop("&Edit the plan…"), "edit_plan"),
            Command(_noop("S&top the plan"), "stop_plan", others=_noop("end")),
            Command(_noop("&Delete the plan"), "delete_plan"),
            SEPARATOR,
            Command(_noop("Print today’s &sheet…"), "print_sheet", ("Ctrl+Shift+P",)),
            Command(_noop("Send to the &watch…"), "send_to_watch", others=_noop("Garmin FIT")),
            SEPARATOR,
            Command(_noop("&Open a plan file…"), "ask_plan_file"),
            Command(_noop("Save the plan as a &file…"), "save_plan_file"),
            Command(_noop("Save the coming weeks for a &calendar…"), "save_calendar"),
        ),
    ),
    (
        _noop("&View"),
        (
            Command(_noop("&Log"), "show_log", ("Ctrl+1",)),
            Command(
                _noop("&Progress"),
                "show_progress",
                ("Ctrl+2",),
                others=_noop("charts best records strength balance"),
            ),
            Command(
                _noop("&History"), "show_history", ("Ctrl+3",), others=_noop("search sessions")
            ),
            Command(_noop("Pl&an"), "show_plan", ("Ctrl+4",)),
            SEPARATOR,
            RANGE,
            THEME,
        ),
    ),
    (
        _noop("&Help"),
        (
            Command(_noop("Find a &command…"), "open_palette", ("Ctrl+K",)),
            Command(_noop("&Manual"), "open_manual"),
            Command(_noop("How the &figures are made"), "open_figures_help", ("F1",)),
            Command(_noop("&Shortcuts"), "open_shortcuts_help", ("Ctrl+F1",)),
            Command(_noop("Made-up &year"), "open_demo"),
            SEPARATOR,
            Command(_noop("Show &log folder"), "ask_log_folder"),
            Command(_noop("&About Soleus"), "open_about"),
        ),
    ),
)


def all_commands() -> Iterator[Command]:
    """Iterate over the commands of all menus, in order."""
    for _, entries in MENUS:
        for entry in entries:
            if isinstance(entry, Command):
                yield entry
            elif isinstance(entry, Submenu):
                yield from entry.commands


def keys_of(name: str) -> tuple[str, ...]:
    """Return the shortcuts of a command in Qt's notation."""
    return next(command.keys for command in all_commands() if command.name == name)


def keys_text(name: str) -> str:
    """Write a command's first shortcut with the names of the runner's keys, as ``Strg+Z``."""
    return QKeySequence(keys_of(name)[0]).toString(QKeySequence.SequenceFormat.NativeText)

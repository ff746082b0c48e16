"""The parts of the window that are made late."""

from tests.ui.conftest import press
from tracker.ui.window.late_parts import Palette, SessionBar, ToldLine
from tracker.ui.window.main_window import MainWindow


def test_none_is_made_to_start_and_each_when_it_is_needed(window: MainWindow) -> None:
    assert not any(map(window.findChildren, (Palette, SessionBar, ToldLine)))
    window.open_palette()
    window.palette_of_commands.close_and_give_back()
    press("8x60")
    window.log_page.go_to_next_value()
    window.current.remove(window.current.sets, "Deleted it.")
    assert [len(window.findChildren(kind)) for kind in (Palette, SessionBar, ToldLine)] == [1, 1, 1]

"""The parts of the window that are made late."""

from tests.ui.conftest import press
from tracker.ui.window.late_parts import FullFigure, Palette, SessionBar, ToldLine
from tracker.ui.window.main_window import MainWindow

KINDS = (FullFigure, Palette, SessionBar, ToldLine)


def test_none_is_made_to_start_and_each_when_it_is_needed(window: MainWindow) -> None:
    assert not any(map(window.findChildren, KINDS))
    window.open_palette()
    window.palette_of_commands.close_and_give_back()
    window.show_full_figure()
    window.show_full_figure()
    press("8x60")
    window.log_page.go_to_next_value()
    window.current.remove(window.current.sets, "Deleted it.")
    assert [len(window.findChildren(kind)) for kind in KINDS] == [1, 1, 1, 1]

"""The parts that the window makes when they are first needed: to start, none of them is read."""

from tracker.ui.log.full_figure import FullFigure
from tracker.ui.log.session_bar import SessionBar
from tracker.ui.window.palette import Palette
from tracker.ui.window.told_line import ToldLine

__all__ = ["FullFigure", "Palette", "SessionBar", "ToldLine"]

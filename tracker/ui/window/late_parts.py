"""Parts of the window that are created on first use; not imported at the start."""

from tracker.app.conflict_copies import ConflictCopies
from tracker.ui.files.other_copies import OtherCopies
from tracker.ui.log.full_figure import FullFigure
from tracker.ui.log.session_bar import SessionBar
from tracker.ui.window.palette import Palette
from tracker.ui.window.told_line import ToldLine

__all__ = [
    "ConflictCopies",
    "FullFigure",
    "OtherCopies",
    "Palette",
    "SessionBar",
    "ToldLine",
]

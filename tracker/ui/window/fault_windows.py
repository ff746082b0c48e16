"""The windows that only a fault opens; imported with the first fault."""

from tracker.ui.files.rescuer import Rescuer
from tracker.ui.window.crash_dialog import CrashDialog
from tracker.ui.window.start_dialog import StartDialog

__all__ = ["CrashDialog", "Rescuer", "StartDialog"]

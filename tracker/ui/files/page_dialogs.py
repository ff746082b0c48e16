"""The dialogs that show pages; imported when the first one opens."""

from tracker.ui.files.report_dialog import ReportDialog
from tracker.ui.files.sheet_dialog import SheetDialog

__all__ = ["ReportDialog", "SheetDialog"]

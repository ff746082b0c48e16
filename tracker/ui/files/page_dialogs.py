"""The dialogs about pages; imported with the first that is opened."""

from tracker.ui.files.report_dialog import ReportDialog
from tracker.ui.files.sheet_dialog import SheetDialog

__all__ = ["ReportDialog", "SheetDialog"]

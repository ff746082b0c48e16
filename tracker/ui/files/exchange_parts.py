"""The dialogs that import and export training; imported when the first one is asked for.

They read and write every kind of file, which takes longer to load than the whole window.
"""

from tracker.app.session_text import is_session_text, session_text
from tracker.ui.files.export_dialog import ExportDialog
from tracker.ui.files.import_dialog import ImportDialog

__all__ = ["ExportDialog", "ImportDialog", "is_session_text", "session_text"]

"""What brings training in and hands it on; imported with the first of it that is asked for.

It reads and writes every kind of file there is, which takes longer to load than all of the window.
"""

from tracker.app.session_text import is_session_text, session_text
from tracker.ui.files.export_dialog import ExportDialog
from tracker.ui.files.import_dialog import ImportDialog

__all__ = ["ExportDialog", "ImportDialog", "is_session_text", "session_text"]

"""The application class for desktops that hand over documents by an event, as macOS does."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class DocumentApplication(QApplication):
    """An application that the desktop can ask to open a document.

    Signals:
        document_handed_over: The path of the document.
    """

    document_handed_over = Signal(Path)

    def event(self, event: QEvent) -> bool:
        """Take a double-clicked document; leave all other events to Qt."""
        if isinstance(event, QFileOpenEvent):
            self.document_handed_over.emit(Path(event.file()))
            return True
        return super().event(event)

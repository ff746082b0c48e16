"""The application where the desktop hands documents over by an event, as macOS does."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class DocumentApplication(QApplication):
    """An application that is asked by the desktop to open a document.

    Signals:
        document_handed_over: The document's file.
    """

    document_handed_over = Signal(Path)

    def event(self, event: QEvent) -> bool:
        """Take a document that was double-clicked; anything else is Qt's."""
        if isinstance(event, QFileOpenEvent):
            self.document_handed_over.emit(Path(event.file()))
            return True
        return super().event(event)

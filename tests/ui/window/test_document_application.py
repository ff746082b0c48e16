"""A document that the desktop hands over by an event."""

import subprocess
import sys

# An application is one a process.
HANDED_OVER = """
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFileOpenEvent
from tracker.ui.window.document_application import DocumentApplication
application = DocumentApplication(["soleus", "-platform", "offscreen"])
application.document_handed_over.connect(lambda document: print("open", document))
assert QCoreApplication.sendEvent(application, QFileOpenEvent("/training.soleus"))
QCoreApplication.sendEvent(application, QEvent(QEvent.Type.User))
"""


def test_a_document_handed_over_is_asked_for() -> None:
    command = [sys.executable, "-c", HANDED_OVER]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ran.stdout == "open /training.soleus\n"

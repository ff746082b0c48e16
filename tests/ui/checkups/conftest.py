"""What the tests of both guided dialogs measure alike."""

from typing import Final

from PySide6.QtCore import QSize

from tracker.ui.checkups.guided_dialog import GuidedDialog

SCREENS: Final = ((900, 600), (1366, 768), (2560, 1440))


def needed_on(dialog: GuidedDialog, screen: QSize) -> int:
    """Return the height that a dialog needs on a whole screen, in pixels."""
    dialog.fit_into(screen)
    layout = dialog.layout()
    assert layout is not None
    layout.activate()
    return max(layout.totalHeightForWidth(screen.width()), layout.totalMinimumSize().height())

"""The dialogs of what is asked now and then."""

from PySide6.QtWidgets import QDialog

from tracker.ui.checkups import dialogs


def test_each_can_be_opened_from_one_place() -> None:
    for name in dialogs.__all__:
        opened = getattr(dialogs, name)
        assert name == "strength_test_dialog" or issubclass(opened, QDialog)

"""The dialogs about pages stand in one module, imported with the first that is opened."""

from tracker.ui.files import page_dialogs
from tracker.ui.files.pages_dialog import PagesDialog


def test_each_is_a_dialog_about_pages() -> None:
    found = [getattr(page_dialogs, name) for name in page_dialogs.__all__]
    assert len(found) == 2
    assert all(issubclass(each, PagesDialog) for each in found)

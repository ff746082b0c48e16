"""What brings training in and hands it on stands in one module, imported with the first of it."""

from PySide6.QtWidgets import QDialog

from tracker.ui.files import exchange_parts


def test_each_is_a_dialog_or_tells_of_a_session_as_text() -> None:
    found = [getattr(exchange_parts, name) for name in exchange_parts.__all__]
    dialogs = [each for each in found if isinstance(each, type)]
    assert all(issubclass(each, QDialog) for each in dialogs)
    assert [each.__name__ for each in found if each not in dialogs] == [
        "is_session_text",
        "session_text",
    ]

"""A form about one entry, each field saved when it is left, or refused in words."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.entry_fields import EntryFields, FieldValues, FormField

Read = Callable[[], FieldValues]


class Form(EntryFields):
    """A number and a note of an entry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self._keep_fields, parent)
        self.saved: list[FieldValues] = []
        self.number, self.note = self._line("as many as you like"), self._line()
        self.number_field = self._add("Number", self.number)
        self.note_field = self._add("Note", self.note)
        self._saves(self.number, self.number_field, lambda: {"number": int(self.number.text())})
        self._saves(self.note, self.note_field, lambda: {"note": self.note.text()})

    def _keep_fields(self, read: Read, refuse: Callable[[str], object]) -> None:
        try:
            self.saved.append(read())
        except ValueError as error:
            refuse(str(error))

    def show_entry(self, entry_id: str, number: str, note: str = "") -> None:
        self._begin(entry_id)
        self._show(self.number_field, self.number, number)
        self._show(self.note_field, self.note, note)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    form = Form()
    qtbot.addWidget(form)
    form.show()
    qtbot.waitExposed(form)
    form.show_entry("a", "3", "calm")
    return form


def write(line: QLineEdit, text: str, *, enter: bool = True) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    if enter:
        QTest.keyClick(line, Qt.Key.Key_Return)


def refused(form: Form) -> list[str]:
    return [field.name for field in form.fields if field.is_refused]


def test_what_was_changed_is_saved_once(form: Form) -> None:
    write(form.number, "12")
    assert form.saved == [{"number": 12}]
    QTest.keyClick(form.number, Qt.Key.Key_Return)
    assert form.saved == [{"number": 12}]


def test_what_was_left_as_it_was_saves_nothing(form: Form) -> None:
    form.number.setFocus()
    QTest.keyClick(form.number, Qt.Key.Key_Return)
    assert form.saved == []


def test_what_is_refused_stays_as_typed_and_says_why_below_its_field(form: Form) -> None:
    write(form.number, "many")
    assert refused(form) == ["Number"]
    assert "invalid literal" in form.number_field.message.text()
    form.show_entry("a", "3", "calm")
    assert form.number.text() == "many"
    write(form.number, "4")
    assert refused(form) == []
    assert form.saved == [{"number": 4}]


def test_another_entry_takes_the_complaint_and_what_was_typed_away(form: Form) -> None:
    write(form.number, "many")
    write(form.note, "half ty", enter=False)
    form.show_entry("b", "5", "brisk")
    assert (form.number.text(), form.note.text()) == ("5", "brisk")
    assert refused(form) == []
    QTest.keyClick(form.note, Qt.Key.Key_Return)
    assert form.saved == []


def test_a_refresh_leaves_alone_what_is_being_typed(form: Form) -> None:
    write(form.note, "half ty", enter=False)
    form.show_entry("a", "7", "from elsewhere")
    assert (form.number.text(), form.note.text()) == ("7", "half ty")


def test_a_long_text_is_shown_from_its_beginning(form: Form) -> None:
    form.show_entry("a", "3", "a note of many words " * 20)
    assert form.note.cursorPosition() == 0


def test_every_part_has_a_name_and_takes_the_keys_of_its_field(form: Form) -> None:
    assert [field.name for field in form.fields] == ["Number", "Note"]
    assert (form.number.accessibleName(), form.note.accessibleName()) == ("Number", "Note")
    assert form.number_field.focusProxy() is form.number


def test_a_name_that_a_part_has_already_is_kept(qtbot: QtBot) -> None:
    line = QLineEdit()
    line.setAccessibleName("Fewest")
    field = FormField("Repetitions", line, QLineEdit())
    qtbot.addWidget(field)
    assert line.accessibleName() == "Fewest"

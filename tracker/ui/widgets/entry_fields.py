"""A form about one entry: each field is saved when left, or refused with a reason below it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint

FieldValues = Mapping[str, object]
# Saves a field: takes a function that reads it (may raise ValueError), and one that shows why not.
Save = Callable[[Callable[[], FieldValues], Callable[[str], object]], None]


class FormField(QWidget):
    """Input widgets, with the reason below if the answer was refused."""

    def __init__(self, name: str, *parts: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.message = Complaint(self)
        row = QHBoxLayout()
        row.setSpacing(4)
        for part in parts:
            row.addWidget(part)
            if not part.accessibleName():
                part.setAccessibleName(name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.message)
        self.setFocusProxy(parts[0])

    @property
    def is_refused(self) -> bool:
        """Whether the field's content was refused and not saved."""
        return not self.message.isHidden()

    def refuse(self, message: str) -> None:
        """Say why the field's content was not saved; blank if it was."""
        self.message.say(message)


class EntryFields(QWidget):
    """A form about one entry; refused input stays as typed until another entry is shown.

    Args:
        save: Saves the content of a field.
    """

    def __init__(self, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._id = ""
        self.fields: list[FormField] = []
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(12)
        self._form.setVerticalSpacing(8)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def _add(self, name: str, *parts: QWidget) -> FormField:
        field = FormField(name, *parts, parent=self)
        label = Caption(name, self, muted=True)
        # Level with the input, not with the message below it.
        label.setFixedHeight(parts[0].sizeHint().height())
        label.setBuddy(parts[0])
        self._form.addRow(label, field)
        self.fields.append(field)
        return field

    def _line(self, hint: str = "") -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(hint)
        return line

    def _choice(self) -> QComboBox:
        choice = QComboBox(self)
        choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return choice

    def _saves(self, line: QLineEdit, field: FormField, read: Callable[[], FieldValues]) -> None:
        """Save a line, if it was changed, when it is left or Enter is pressed."""

        def on_editing_finished() -> None:
            if line.isModified():
                line.setModified(False)
                self._keep(field, read)

        line.editingFinished.connect(on_editing_finished)

    def _keep(self, field: FormField, read: Callable[[], FieldValues]) -> None:
        field.refuse("")
        self._save(read, field.refuse)

    def _begin(self, entry_id: str) -> None:
        """Start to show an entry, and clear complaints about any other one."""
        if entry_id != self._id:
            self._id = entry_id
            for field in self.fields:
                field.refuse("")
            self.forget()

    def forget(self) -> None:
        """Drop what is half typed, because its entry is gone."""
        for line in self.findChildren(QLineEdit):
            line.setModified(False)

    @staticmethod
    def _show(field: FormField, line: QLineEdit, text: str) -> None:
        # A refresh must not overwrite what is being typed.
        if not (field.is_refused or line.isModified()) and line.text() != text:
            line.setText(text)
            line.setCursorPosition(0)  # a long note is read from its beginning

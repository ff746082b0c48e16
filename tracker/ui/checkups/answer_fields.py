"""Fields for answers about symptoms: a number, or a dash for "not asked"."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSpinBox, QToolTip, QWidget

from tracker.domain.session import MOST_PAIN
from tracker.domain.symptoms import MOST_STIFFNESS_MIN
from tracker.ui.widgets.announce import announce
from tracker.words.labels import NOTHING

NOT_ASKED = -1


class AnswerField(QSpinBox):
    """A whole number, or a dash for "not asked", which is one step below 0.

    Args:
        most: The largest answer.
        name: What a screen reader calls it.
    """

    def __init__(self, most: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(NOT_ASKED, most)
        self.setValue(0)
        self.setSpecialValueText(NOTHING)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0000") + 26)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept a digit; one that would exceed the maximum is refused with a message."""
        line = self.lineEdit()
        begin = line.selectionStart() if line.hasSelectedText() else line.cursorPosition()
        end = begin + len(line.selectedText())
        wanted = f"{line.text()[:begin]}{event.text()}{line.text()[end:]}"
        super().keyPressEvent(event)
        if event.text().isdecimal() and wanted.isdecimal() and line.text() != wanted:
            words = self.tr("From 0 to {}; arrow down for not noted.").format(self.maximum())
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), words, self)
            announce(self, words)
            self.selectAll()  # so that the next digit starts over

    @property
    def answer(self) -> int | None:
        """The number; None for the dash."""
        return None if self.value() == NOT_ASKED else self.value()

    def show_answer(self, answer: int | None) -> None:
        """Show a number, or the dash."""
        self.setValue(NOT_ASKED if answer is None else answer)


def pain_field(name: str, parent: QWidget) -> AnswerField:
    """Make a field for pain, 0 to 10."""
    return AnswerField(MOST_PAIN, name, parent)


def stiffness_field(name: str, parent: QWidget) -> AnswerField:
    """Make a field for morning stiffness in minutes; the arrow keys step by five."""
    field = AnswerField(MOST_STIFFNESS_MIN, name, parent)
    field.setSingleStep(5)
    return field

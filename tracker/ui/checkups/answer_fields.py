"""Fields for answers about symptoms: digits from the keyboard, a dash for what was not asked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSpinBox, QWidget

from tracker.domain.session import MOST_PAIN
from tracker.domain.symptoms import MOST_STIFFNESS_MIN
from tracker.words.labels import NOTHING

NOT_ASKED = -1


class AnswerField(QSpinBox):
    """A whole number, or a dash: the arrow key down from 0.

    Args:
        most: The largest answer.
        name: For those who hear it.
    """

    def __init__(self, most: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(NOT_ASKED, most)
        self.setValue(0)
        self.setSpecialValueText(NOTHING)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("0000") + 26)
        self.setAccessibleName(name)

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
    """Make a field for morning stiffness in minutes; the arrow keys go by five."""
    field = AnswerField(MOST_STIFFNESS_MIN, name, parent)
    field.setSingleStep(5)
    return field

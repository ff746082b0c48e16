"""Suggestions for an empty log; they go away with the first set."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from tracker.domain.load import Unit
from tracker.ui.widgets.cards import Caption


class FirstSteps(QWidget):
    """A few lines in place of a set's details, while there is no set.

    Args:
        unit: The unit of loads.

    Signals:
        bodyweight_asked: The runner wants to enter the bodyweight.
        import_asked: The runner has a file from another program or a watch.
        demo_asked: The runner wants to look at the made-up year.
    """

    bodyweight_asked = Signal()
    import_asked = Signal()
    demo_asked = Signal()

    def __init__(self, unit: Unit, parent: QWidget) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        typed = self.tr("Type 8x60 in the framed cell for 8 repetitions with 60 {}.")
        self._say(typed.format(unit))
        self._say(self.tr("Standing sets lift the body too:"))
        self.bodyweight = self._offer(self.tr("Enter bodyweight"))
        self.bodyweight.clicked.connect(self.bodyweight_asked)
        self._say(self.tr("From Strong, Hevy, FitNotes, a watch:"))
        self.import_ = self._offer(self.tr("Import a file…"))
        self.import_.clicked.connect(self.import_asked)
        self._say(self.tr("To see what comes of it:"))
        self.demo = self._offer(self.tr("Open a made-up year"))
        self.demo.clicked.connect(self.demo_asked)
        self._column.addStretch()

    def _say(self, text: str) -> None:
        line = Caption(text, self, muted=True)
        line.setWordWrap(True)
        self._column.addWidget(line)

    def _offer(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        self._column.addWidget(button)
        self._column.addSpacing(6)
        return button

"""Unknown words in a file, each with a choice of its meaning."""

from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from tracker.app.import_session import ImportSession
from tracker.domain.file_words import Topic, Word
from tracker.exchange.importing.formats import SetMark
from tracker.exchange.importing.names import Sides
from tracker.exchange.importing.words import MEANINGS, NO, OTHER, RUN, YES, WordFound
from tracker.ui.files.choices_table import ChoicesTable
from tracker.words.labels import number_text

MEANS: Final = 3  # the column with choices
MOST_ROWS: Final = 4  # visible at once


class UnknownWords(QWidget):
    """A table: the word, its topic, how often it occurs, and what it means."""

    def __init__(self, session: ImportSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._shown: tuple[tuple[Word, int], ...] = ()
        self._choices: dict[Word, QComboBox] = {}
        self.table = ChoicesTable(
            self.tr("Words that are not known"),
            [self.tr("Word"), self.tr("Tells"), self.tr("Times"), self.tr("Means")],
            (MEANS,),
            self,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self.hide()

    def refresh(self) -> None:
        """Show the file's unknown words, and the meanings chosen for them."""
        read = self._session.read
        found = () if read is None else read.words
        self.setVisible(bool(found))
        shown = tuple((each.word, each.lines) for each in found)
        if shown != self._shown:
            self._shown = shown
            self._choices = {}
            self.table.setRowCount(len(found))
            for row, each in enumerate(found):
                self._show(row, each)
            self._make_room()
        for each in found:
            choice = self._choices[each.word]
            choice.setCurrentIndex(choice.findData(each.means))

    def _show(self, row: int, found: WordFound) -> None:
        texts = (found.text, self._tells(found.topic), number_text(found.lines))
        for column, text in enumerate(texts):
            self.table.show_text(row, column, text, text)
        choice = self.table.new_choice(self.tr("What {} means").format(found.text))
        choice.addItem(self.tr("not known: left out"), None)
        for means in MEANINGS[found.topic]:
            choice.addItem(self._meaning(found.topic, means), means)
        choice.activated.connect(lambda: self._session.say(found.word, choice.currentData()))
        self._choices[found.word] = choice
        self.table.setCellWidget(row, MEANS, choice)

    def _make_room(self) -> None:
        """Make the table a few rows high, and its choices as wide as the widest."""
        self.table.make_room()
        rows = min(self.table.rowCount(), MOST_ROWS)
        height = self.table.horizontalHeader().sizeHint().height() + 2 * self.table.frameWidth()
        height += sum(self.table.rowHeight(row) for row in range(rows))
        self.table.setFixedHeight(height)

    def _tells(self, topic: Topic) -> str:
        return {
            Topic.MONTH: self.tr("a month"),
            Topic.ACTIVITY: self.tr("a kind of sport"),
            Topic.SIDE: self.tr("a leg"),
            Topic.YES_NO: self.tr("yes or no"),
            Topic.SET_TYPE: self.tr("a type of set"),
            Topic.EXERCISE: self.tr("an exercise"),
        }[topic]

    def _meaning(self, topic: Topic, means: str) -> str:
        if topic is Topic.MONTH:
            return QLocale().standaloneMonthName(int(means))
        return {
            RUN: self.tr("running"),
            OTHER: self.tr("something else"),
            Sides.LEFT.value: self.tr("left"),
            Sides.RIGHT.value: self.tr("right"),
            Sides.BOTH.value: self.tr("both at once"),
            Sides.EACH.value: self.tr("each leg"),
            YES: self.tr("yes"),
            NO: self.tr("no"),
            SetMark.WORK.value: self.tr("work"),
            SetMark.WARMUP.value: self.tr("warm-up"),
            SetMark.TEST.value: self.tr("test"),
            SetMark.DROP.value: self.tr("drop set"),
            SetMark.FAILURE.value: self.tr("to failure"),
            SetMark.REST.value: self.tr("a rest, no set"),
            SetMark.NOTE.value: self.tr("a note, no set"),
        }[means]

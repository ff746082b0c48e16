"""The dialog for a session's symptoms; Enter at once says that nothing hurt."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from tracker.app.current_session import CurrentSession
from tracker.app.theme import CAPTION, GAP, MARKS, PAGE_MARGIN
from tracker.domain.exercise import LEGS, Side
from tracker.domain.session_symptoms import (
    IN_A_SESSION,
    Felt,
    When,
    first_of_each,
    worst_pain_of_sets,
)
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.ui.checkups.answer_fields import AnswerField, pain_field, stiffness_field
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.complaint import Complaint
from tracker.ui.widgets.faults import Faults
from tracker.words.labels import (
    day_text,
    moment_name,
    side_name,
    site_name,
    within_sentence,
)


class SymptomsDialog(QDialog):
    """Asks for pain before, during and after the session shown, by leg; OK saves it as one step.

    Args:
        current: The session asked about.
        faults: Where a failed save is told.
    """

    def __init__(
        self,
        current: CurrentSession,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._current = current
        self._faults = faults
        self._noted = first_of_each(current.symptoms())
        self.setWindowTitle(self.tr("Symptoms"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pain: dict[When, AnswerField] = {}
        self.stiffness: dict[Side, AnswerField] = {}
        self.site: dict[Side, QComboBox] = {}
        self.message = Complaint(self)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._buttons.accepted.connect(self._on_buttons_accepted)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._show_noted()

    def _lay_out(self) -> None:
        day = day_text(self._current.session.date)
        hint = Caption(
            self.tr(
                "Pain: 0 is none, 10 the worst. – is not noted (arrow down from 0). "
                "Enter saves what is shown."
            ),
            self,
            factor=CAPTION,
            muted=True,
        )
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, 16)
        layout.setSpacing(GAP)
        layout.addWidget(Caption(self.tr("How was {}?").format(day), self, factor=1.2, bold=True))
        layout.addLayout(self._answers())
        layout.addWidget(hint)
        layout.addWidget(self.message)
        layout.addWidget(self._buttons)
        fields = [*self.pain.values(), *self.stiffness.values(), *self.site.values()]
        for before, after in pairwise([*fields, self._buttons]):
            self.setTabOrder(before, after)

    def _answers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        for column, side in enumerate(LEGS, 1):
            heading = Caption(f"{MARKS[side].letter} {side_name(side)}", self, bold=True)
            grid.addWidget(heading, 0, column, Qt.AlignmentFlag.AlignHCenter)
        rows = [
            self.tr("Pain {}").format(within_sentence(moment_name(each))) for each in IN_A_SESSION
        ]
        rows += [self.tr("Stiffness that morning, minutes"), self.tr("Where")]
        for row, text in enumerate(rows, 1):
            grid.addWidget(Caption(text, self, muted=True), row, 0)
            for column, side in enumerate(LEGS, 1):
                field = self._field(row - 1, side, f"{text}, {within_sentence(side_name(side))}")
                grid.addWidget(field, row, column, Qt.AlignmentFlag.AlignHCenter)
        return grid

    def _field(self, row: int, side: Side, name: str) -> QWidget:
        if row < len(IN_A_SESSION):
            pain = self.pain[IN_A_SESSION[row], side] = pain_field(name, self)
            return pain
        if row == len(IN_A_SESSION):
            stiffness = self.stiffness[side] = stiffness_field(name, self)
            return stiffness
        site = self.site[side] = QComboBox(self)
        for each in (None, *Site):
            site.addItem(site_name(each), each)
        site.setAccessibleName(name)
        return site

    def _show_noted(self) -> None:
        """Show recorded answers or, if there are none, the worst pain of the sets, or else 0.

        A leg for which no pain is recorded has the site of its injury, to be there if it hurts.
        """
        hurt = {side for (_, side), noted in self._noted.items() if noted.pain}
        for side, injured in self._current.injured_sites().items():
            if side not in hurt:
                self.site[side].setCurrentIndex(self.site[side].findData(injured))
        asked_before = [when for when in self.pain if when in self._noted]
        for (moment, side), field in self.pain.items():
            noted = self._noted.get((moment, side))
            if noted is not None or asked_before:
                field.show_answer(None if noted is None else noted.pain)
            elif moment is Moment.DURING:
                field.show_answer(worst_pain_of_sets(self._current.sets, side) or 0)
            if noted is not None and noted.site is not None:
                self.site[side].setCurrentIndex(self.site[side].findData(noted.site))
        for side, field in self.stiffness.items():
            noted = self._noted.get((Moment.BEFORE, side))
            if noted is not None or asked_before:
                field.show_answer(None if noted is None else noted.stiffness_min)
        first = self.pain[IN_A_SESSION[0], Side.LEFT]
        first.setFocus()
        first.selectAll()

    def _felt(self) -> dict[When, Felt]:
        felt = {}
        for (moment, side), field in self.pain.items():
            noted: Symptom | None = self._noted.get((moment, side))
            site = self.site[side].currentData()
            if not field.answer:
                # Without pain there is no site to ask for; a recorded one stays.
                site = None if noted is None else noted.site
            stiffness = None if noted is None else noted.stiffness_min
            if moment is Moment.BEFORE:
                stiffness = self.stiffness[side].answer
            felt[moment, side] = Felt(field.answer, None if site is None else Site(site), stiffness)
        return felt

    def _on_buttons_accepted(self) -> None:
        if self._faults.attempt(self._save, self._refuse):
            self.accept()

    def _save(self) -> None:
        self._current.note_symptoms(self._felt())

    def _refuse(self, message: str) -> None:
        self.message.say(message)

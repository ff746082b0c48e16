"""The question about the next morning: when it is due, and how it is answered or put aside."""

import datetime
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from tracker.app.logbook import Logbook
from tracker.app.settings import Settings
from tracker.domain.event import injured_sites
from tracker.domain.exercise import Side
from tracker.domain.session import Session
from tracker.domain.session_symptoms import NEXT_DAY, Felt, noting
from tracker.domain.symptoms import Moment, Symptom


class MorningQuestion(QObject):
    """Asks once, on the day after a session, how the legs felt in the morning.

    Args:
        logbook: The open log.
        settings: Says whether to ask at all, and which question was put aside.
        now: The clock, giving the current instant with the runner's offset.
    """

    def __init__(
        self,
        logbook: Logbook,
        settings: Settings,
        now: Callable[[], datetime.datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._logbook = logbook
        self._settings = settings
        self._now = now

    def due(self) -> Session | None:
        """Return yesterday's session to ask about; None if there is nothing to ask.

        Raises:
            TrackerError: If the log could not be read.
        """
        if not self._settings.asks_next_morning:
            return None
        now = self._now()
        sessions = self._logbook.database.sessions_on(now.date() - NEXT_DAY)
        if not sessions or sessions[-1].id == self._settings.morning_put_aside:
            return None
        if sessions[-1].is_under_way(now):  # past midnight, but not morning yet
            return None
        return None if self.answers(sessions[-1]) else sessions[-1]

    def to_answer_late(self, shown: Session) -> Session | None:
        """Return the session that an answer given now is about.

        Args:
            shown: The session on the Log page.

        Returns:
            The session shown if its next morning has come, or else the last session before today;
            None if there is none.

        Raises:
            TrackerError: If the log could not be read.
        """
        database, today = self._logbook.database, self._now().date()
        if shown.date < today and database.session(shown.id) is not None:
            return shown
        # An empty id sorts before all others of the day, so that no session of today is found.
        return database.session_beside(Session(today, id=""), forward=False)

    def answers(self, session: Session) -> dict[Side, Symptom]:
        """Return the answers about the morning after a session, by leg.

        Raises:
            TrackerError: If the log could not be read.
        """
        found: dict[Side, Symptom] = {}
        for each in self._symptoms_of(session):
            if each.moment is Moment.NEXT_MORNING:
                found.setdefault(each.side, each)
        return found

    def first_answers(self, session: Session) -> dict[Side, Felt]:
        """Return the answers to show at first, by leg: those noted, or else that nothing was felt.

        A leg for which no pain is noted has the site of its injury, to be there if it hurts.

        Raises:
            TrackerError: If the log could not be read.
        """
        morning, noted = session.date + NEXT_DAY, self.answers(session)
        sites = injured_sites(self._logbook.database.events(morning, morning), morning)
        found = {}
        for side, offered in sites.items():
            old = noted.get(side)
            if old is None:
                found[side] = Felt(0, offered, 0)
            else:
                site = old.site if old.pain else old.site or offered
                found[side] = Felt(old.pain, site, old.stiffness_min)
        return found

    def answer(self, session: Session, felt: Mapping[Side, Felt]) -> None:
        """Note how the morning after a session was; if nothing was answered, do not ask again.

        Raises:
            ValueError: In words, if an answer is out of bounds.
            TrackerError: If it could not be saved.
        """
        if not any(answer.says_something for answer in felt.values()):
            self.put_aside(session)
        before = self.answers(session)
        answers = {
            # Without pain the site is not asked, so an earlier answer about it stays.
            (Moment.NEXT_MORNING, side): answer._replace(site=before[side].site)
            if side in before and not answer.pain
            else answer
            for side, answer in felt.items()
        }
        change = noting(session, self._symptoms_of(session), answers)
        self._logbook.apply(
            change, self.tr("Note next morning"), self.tr("Answers about the morning saved.")
        )

    def put_aside(self, session: Session) -> None:
        """Do not ask again about the morning after this session, if it is the one asked about now.

        Raises:
            TrackerError: If the log could not be read.
        """
        if self.due() == session:
            self._settings.put_morning_aside(session.id)

    def _symptoms_of(self, session: Session) -> list[Symptom]:
        parts = self._logbook.database.parts_of(session.id)
        return [each for each in parts if isinstance(each, Symptom)]

"""The columns of the History table: their names, and what they say about a session."""

import datetime
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import IntEnum
from math import isnan
from typing import Any, Final

from PySide6.QtCore import Qt

from tracker.app.history import SessionRow
from tracker.app.language import noop as _noop
from tracker.app.language import tr as _tr
from tracker.app.settings import Settings
from tracker.app.work_done import ExerciseWork
from tracker.domain.event import Event
from tracker.domain.evidence import Evidence
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.words.estimates import estimate_marks, estimate_text, estimate_words
from tracker.words.events import event_name, event_on_its_day
from tracker.words.felt import felt_text, noted_text
from tracker.words.labels import (
    NOTHING,
    date_text,
    day_text,
    exercise_name,
    load_number,
    load_text,
    number_text,
    side_name,
    time_text,
)
from tracker.words.sets_done import sets_hint, sets_text, sets_words


class HistoryColumn(IntEnum):
    """The columns, in order."""

    DATE = 0
    TIME = 1
    HARD_SETS = 2
    SEATED = 3
    SEATED_VOLUME = 4
    STANDING = 5
    STANDING_VOLUME = 6
    BENT = 7
    BENT_VOLUME = 8
    SETS = 9
    NOTE = 10


BEST: Final = {
    HistoryColumn.SEATED: Exercise.SEATED,
    HistoryColumn.STANDING: Exercise.STANDING,
    HistoryColumn.BENT: Exercise.STANDING_BENT,
}
VOLUME: Final = {
    HistoryColumn.SEATED_VOLUME: Exercise.SEATED,
    HistoryColumn.STANDING_VOLUME: Exercise.STANDING,
    HistoryColumn.BENT_VOLUME: Exercise.STANDING_BENT,
}
EDITABLE: Final = (HistoryColumn.DATE, HistoryColumn.NOTE)
FIGURES: Final = (HistoryColumn.HARD_SETS, *BEST, *VOLUME)
TITLES: Final = {
    HistoryColumn.DATE: _noop("Date"),
    HistoryColumn.TIME: _noop("Time"),
    HistoryColumn.HARD_SETS: _noop("Hard\nsets"),
    HistoryColumn.SEATED: _noop("Seated L · R\nestimate, {}"),
    HistoryColumn.SEATED_VOLUME: _noop("Seated\nvolume, {}"),
    HistoryColumn.STANDING: _noop("Standing L · R\nestimate, {}"),
    HistoryColumn.STANDING_VOLUME: _noop("Standing\nvolume, {}"),
    HistoryColumn.BENT: _noop("Knee bent L · R\nestimate, {}"),
    HistoryColumn.BENT_VOLUME: _noop("Knee bent\nvolume, {}"),
    HistoryColumn.SETS: _noop("Sets"),
    HistoryColumn.NOTE: _noop("Note"),
}
HINTS: Final = {
    HistoryColumn.HARD_SETS: _noop(
        "Work and test sets with at most 4 reps in reserve, or none noted; the left and the "
        "right set of one number count as one"
    ),
    **dict.fromkeys(BEST, _noop("Best estimated one-repetition maximum, left and right leg")),
    **dict.fromkeys(VOLUME, _noop("Volume load: repetitions × system load of all sets")),
}


def sort_value(row: SessionRow, column: HistoryColumn) -> Any:
    """Return what a column sorts by; None if the row has no value there."""
    if column in BEST:
        work = row.work.get(BEST[column])
        best = () if work is None else work.best.values()
        return max((each.e1rm_kg for each in best), default=None)
    if column in VOLUME:
        work = row.work.get(VOLUME[column])
        return None if work is None or isnan(work.volume_load_kg) else work.volume_load_kg
    if column is HistoryColumn.TIME:
        started_at = row.session.started_at
        return None if started_at is None else started_at.time()
    if not row.is_session:
        return None
    if column is HistoryColumn.SETS:
        return sum(sum(work.sets.values()) for work in row.work.values()) or None
    return (
        row.hard_sets if column is HistoryColumn.HARD_SETS else row.session.note.casefold() or None
    )


class RowTexts:
    """Writes the cells of a row.

    Args:
        settings: For the unit.
        events_on: Returns the events on a day.
    """

    def __init__(
        self, settings: Settings, events_on: Callable[[datetime.date], Sequence[Event]]
    ) -> None:
        self._settings = settings
        self._events_on = events_on
        self._sets_texts: dict[int, tuple[SessionRow, str]] = {}  # cached when first painted
        # By session ID; searched for after the table has been painted.
        self.bests: Mapping[str, Collection[tuple[Exercise, Side]]] = {}

    def forget(self) -> None:
        """Drop all cached texts."""
        self._sets_texts.clear()

    def _work(self, row: SessionRow, column: HistoryColumn) -> ExerciseWork | None:
        exercise = (BEST | VOLUME).get(column)
        return None if exercise is None else row.work.get(exercise)

    def legs(self, row: SessionRow, column: HistoryColumn) -> tuple[str, str] | None:
        """Return the figures of the left and the right leg; None if the cell has no such pair."""
        work = self._work(row, column)
        if work is None or column not in BEST:
            return None

        def number(kg: float) -> str:
            return number_text(load_number(kg, self._settings.unit), 1)

        left, right = (estimate_text(work.best.get(leg), number) for leg in LEGS)
        return left, right

    def best_legs(self, row: SessionRow, column: HistoryColumn) -> tuple[Side, ...]:
        """Return the legs whose figure is a new best on their equipment."""
        bests = self.bests.get(row.session.id, ())
        return tuple(leg for leg in LEGS if column in BEST and (BEST[column], leg) in bests)

    def text(self, row: SessionRow, column: HistoryColumn) -> str:
        """Write a cell."""
        if not row.is_session and column is not HistoryColumn.DATE:
            return self._noted(row) if column is HistoryColumn.NOTE else ""
        session, work = row.session, self._work(row, column)
        legs = self.legs(row, column)
        if legs is not None:
            return " · ".join(legs)
        if work is not None:
            return number_text(load_number(work.volume_load_kg, self._settings.unit))
        if column is HistoryColumn.DATE:
            return date_text(session.date)
        if column is HistoryColumn.TIME and session.started_at is not None:
            return time_text(session.started_at.time())
        if column is HistoryColumn.HARD_SETS:
            return number_text(row.hard_sets)
        if column is HistoryColumn.SETS:
            return self._sets_text(row)
        if column is not HistoryColumn.NOTE:
            return ""
        return " · ".join(filter(None, (felt_text(row.met), " ".join(session.note.split()))))

    @staticmethod
    def _noted(row: SessionRow) -> str:
        """Write what is known about a day without a session."""
        felt = "" if row.felt is None else noted_text(row.felt)
        return " · ".join(filter(None, (*map(event_on_its_day, row.events), felt)))

    def _sets_text(self, row: SessionRow) -> str:
        """Return the sets of a row, written when first painted: nobody looks at all rows."""
        known = self._sets_texts.get(id(row))
        if known is None or known[0] is not row:
            known = self._sets_texts[id(row)] = row, sets_text(row.sets, self._settings.unit)
        return known[1]

    def edited(self, row: SessionRow, column: HistoryColumn) -> str:
        """Write the part of a cell that is edited, if it can be."""
        return row.session.note if column is HistoryColumn.NOTE else self.text(row, column)

    def hint(self, row: SessionRow, column: HistoryColumn) -> str | None:
        """Explain a cell; None if there is nothing to explain."""
        work = self._work(row, column)
        if column is HistoryColumn.DATE:
            events = map(event_name, self._events_on(row.session.date))
            return "\n".join((day_text(row.session.date), *row.equipment, *events))
        if column is HistoryColumn.NOTE:
            if not row.is_session:
                return self._noted(row)
            return "\n".join(filter(None, (felt_text(row.met), row.session.note))) or None
        if column is HistoryColumn.SETS:
            text = self.text(row, column)
            return f"{text}\n{sets_hint()}" if text else None
        if work is None:
            return None
        if column in VOLUME and isnan(work.volume_load_kg):
            return _tr("Bodyweight unknown: weigh in on the Log page.")
        words = {
            Side.LEFT: _tr("left"),
            Side.RIGHT: _tr("right"),
            Side.BOTH: _tr("of both legs"),
        }
        sets = ", ".join(f"{count} {words[side]}" for side, count in work.sets.items())
        hint = _tr("Sets: {}").format(sets)
        is_plain = all(each.evidence is Evidence.KNOWN for each in work.best.values())
        marks = "" if column in VOLUME or is_plain else estimate_marks()
        return "\n".join(filter(None, (hint, marks, self._best_text(row, column))))

    def _best_text(self, row: SessionRow, column: HistoryColumn) -> str:
        legs = ", ".join(map(side_name, self.best_legs(row, column)))
        return _tr("Higher than ever before on this equipment: {}").format(legs) if legs else ""

    def spoken(self, row: SessionRow, column: HistoryColumn, draft: tuple[str, str] | None) -> str:
        """Write a cell for a screen reader, with the name of its column."""
        exercise = {**BEST, **VOLUME}.get(column)
        title = " ".join(_tr(TITLES[column]).split("\n"))
        if exercise is not None:
            title = exercise_name(exercise)
        if draft:
            return f"{title}: {draft[0]}. {draft[1]}"
        if column is HistoryColumn.SETS:
            return f"{title}: {sets_words(row.sets, self._settings.unit) or NOTHING}"
        work = self._work(row, column)
        if work is not None and column in BEST:

            def load(kg: float) -> str:
                return load_text(kg, self._settings.unit)

            figures = ", ".join(
                f"{side_name(leg)} {estimate_words(work.best[leg], load)}"
                for leg in LEGS
                if leg in work.best
            )
            best = self._best_text(row, column)
            return ". ".join(filter(None, (f"{title}: {figures or NOTHING}", best)))
        return f"{title}: {self.text(row, column) or NOTHING}"


def alignment_of(column: HistoryColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter

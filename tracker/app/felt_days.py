"""Days on which something was felt or measured, shown as rows where there was no training."""

import datetime
from collections.abc import Iterable
from math import nan
from typing import NamedTuple

from tracker.domain.columns import MOMENTS, SIDES, SymptomColumns, day_of_number
from tracker.domain.exercise import Side
from tracker.domain.measurement import Measurement
from tracker.domain.search import Comparison, Figure, Search, is_beginning_of
from tracker.domain.symptoms import Moment, Symptom


class FeltSymptom(NamedTuple):
    """One symptom: pain 0 to 10, and stiffness in minutes; NaN if not noted."""

    moment: Moment
    side: Side
    pain: float
    stiffness_min: float


class FeltDay(NamedTuple):
    """A day on which pain or stiffness was felt, or something was measured."""

    date: datetime.date
    felt: tuple[FeltSymptom, ...]
    measured: tuple[Measurement, ...] = ()

    @property
    def worst_pain(self) -> int:
        """Worst pain of the day, 0 to 10; 0 if there was only stiffness."""
        return max((int(each.pain) for each in self.felt if each.pain > 0), default=0)

    def answers(self, search: Search, text: str = "", notes: str = "") -> bool:
        """Tell whether the day matches a search, by its date, pain and measurements.

        Args:
            search: What is searched for.
            text: Other text about the day, casefolded.
            notes: Other notes on the day, casefolded.
        """
        notes = "\n".join((notes, *(each.note.casefold() for each in self.measured)))
        text = "\n".join((text, notes, *(each.kind.casefold() for each in self.measured)))
        return (
            all(each in notes for each in search.notes)
            and all(word in text or is_beginning_of(word, self.date) for word in search.words)
            and all(self._meets(each) for each in search.comparisons)
            and all(each.is_met_by(self.measured) for each in search.measured)
        )

    def _meets(self, comparison: Comparison) -> bool:
        if comparison.figure is not Figure.PAIN:
            return False
        holds = comparison.operator.holds
        return any(holds(each.pain, comparison.value) for each in self.felt)


def felt_of(symptoms: Iterable[Symptom]) -> tuple[FeltSymptom, ...]:
    """List what was felt, leaving out what has only zeros."""
    return tuple(
        FeltSymptom(
            each.moment,
            each.side,
            nan if each.pain is None else each.pain,
            nan if each.stiffness_min is None else each.stiffness_min,
        )
        for each in symptoms
        if each.pain or each.stiffness_min
    )


def felt_days(
    symptoms: SymptomColumns, measurements: Iterable[Measurement] = ()
) -> dict[datetime.date, FeltDay]:
    """Collect what was felt and measured by day, leaving out days with only zeros."""
    is_felt = (symptoms.pain > 0) | (symptoms.stiffness_min > 0)
    days: dict[datetime.date, list[FeltSymptom]] = {}
    columns: Iterable[tuple[int, int, int, float, float]] = zip(
        symptoms.day[is_felt].tolist(),
        symptoms.moment[is_felt].tolist(),
        symptoms.side[is_felt].tolist(),
        symptoms.pain[is_felt].tolist(),
        symptoms.stiffness_min[is_felt].tolist(),
        strict=True,
    )
    for day, moment, side, pain, stiffness_min in columns:
        felt = FeltSymptom(MOMENTS[moment], SIDES[side], pain, stiffness_min)
        days.setdefault(day_of_number(day), []).append(felt)
    measured: dict[datetime.date, list[Measurement]] = {}
    for each in measurements:
        measured.setdefault(each.date, []).append(each)
    return {
        date: FeltDay(date, tuple(days.get(date, ())), tuple(measured.get(date, ())))
        for date in sorted(days.keys() | measured.keys())
    }

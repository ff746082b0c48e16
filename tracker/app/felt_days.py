"""The days on which something was felt: for the calendar, and as rows where nothing was trained."""

import datetime
import operator
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from tracker.domain.columns import MOMENTS, SIDES, SymptomColumns, day_of_number
from tracker.domain.exercise import Side
from tracker.domain.search import Comparison, Figure, Operator
from tracker.domain.symptoms import Moment

_HOLDS: Final[dict[Operator, Callable[[float, float], bool]]] = {
    Operator.MORE: operator.gt,
    Operator.LESS: operator.lt,
    Operator.AT_LEAST: operator.ge,
    Operator.AT_MOST: operator.le,
    Operator.EQUAL: operator.eq,
}


class FeltSymptom(NamedTuple):
    """One symptom: pain 0 to 10 and stiffness in minutes, NaN where it was not noted."""

    moment: Moment
    side: Side
    pain: float
    stiffness_min: float


class FeltDay(NamedTuple):
    """A day on which pain or stiffness was felt."""

    date: datetime.date
    felt: tuple[FeltSymptom, ...]

    @property
    def worst_pain(self) -> int:
        """The worst pain of the day, 0 to 10; 0 where there was stiffness alone."""
        return max((int(each.pain) for each in self.felt if each.pain > 0), default=0)

    def meets(self, comparison: Comparison) -> bool:
        """Tell whether pain of the day stands so to a number; nothing else was measured."""
        if comparison.figure is not Figure.PAIN:
            return False
        holds = _HOLDS[comparison.operator]
        return any(holds(each.pain, comparison.value) for each in self.felt)


def felt_days(symptoms: SymptomColumns) -> dict[datetime.date, FeltDay]:
    """Gather what was felt by day; a nought alone says that nothing was, and makes no day."""
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
    return {day: FeltDay(day, tuple(felt)) for day, felt in days.items()}

"""The days on which something was felt."""

import datetime

from tracker.app.felt_days import felt_days
from tracker.domain.columns import SymptomColumns
from tracker.domain.exercise import Side
from tracker.domain.measurement import Measurement
from tracker.domain.search import read_search
from tracker.domain.symptoms import Moment, Symptom

DAY = datetime.date(2026, 5, 12)
OTHER = datetime.date(2026, 5, 14)


def test_what_was_felt_is_gathered_by_day_and_a_nought_makes_none() -> None:
    days = felt_days(
        SymptomColumns.of(
            [
                Symptom(DAY, Moment.NEXT_MORNING, Side.LEFT, pain=3, stiffness_min=10),
                Symptom(DAY, Moment.NEXT_MORNING, Side.RIGHT, pain=0),
                Symptom(DAY, Moment.AFTER, Side.BOTH, pain=5),
                Symptom(OTHER, Moment.BEFORE, Side.LEFT, stiffness_min=20),
                Symptom(datetime.date(2026, 5, 15), Moment.BEFORE, Side.LEFT, pain=0),
            ]
        )
    )
    assert list(days) == [DAY, OTHER]
    assert [(each.moment, each.side) for each in days[DAY].felt] == [
        (Moment.NEXT_MORNING, Side.LEFT),
        (Moment.AFTER, Side.BOTH),
    ]
    assert (days[DAY].worst_pain, days[OTHER].worst_pain) == (5, 0)


def test_a_day_meets_what_is_asked_of_its_pain() -> None:
    symptoms = [Symptom(DAY, Moment.AFTER, Side.LEFT, pain=4)]
    (day,) = felt_days(SymptomColumns.of(symptoms)).values()
    answering = ["", "2026", "2026-05-12", "pain>3", "pain>=4", "pain<=4", "pain<5", "pain=4"]
    assert [query for query in answering if not day.answers(read_search(query))] == []
    for query in ("2025", "pain>4", "pain<4", "kg>1", "note:x", "seated", "2026 pain=3"):
        assert not day.answers(read_search(query)), query


def test_what_was_measured_is_gathered_by_day_and_makes_one() -> None:
    felt = SymptomColumns.of([Symptom(DAY, Moment.AFTER, Side.LEFT, pain=4)])
    both = Measurement(DAY, "visa_a", 70.0)
    alone = Measurement(OTHER, "knee_to_wall", 9.0, Side.LEFT, note="Cold morning")
    days = felt_days(felt, [both, alone])
    assert list(days) == [DAY, OTHER]
    assert (days[DAY].worst_pain, days[DAY].measured) == (4, (both,))
    assert (days[OTHER].worst_pain, days[OTHER].felt, days[OTHER].measured) == (0, (), (alone,))


def test_a_day_answers_a_search_by_what_was_measured_and_its_note() -> None:
    cold = Measurement(DAY, "knee_to_wall", 9.0, Side.LEFT, note="Cold morning")
    (day,) = felt_days(SymptomColumns.of([]), [cold]).values()
    answering = ["knee>8", "knee", "cold", "note:cold", "2026-05 knee<=9"]
    assert [query for query in answering if not day.answers(read_search(query))] == []
    for query in ("knee>9", "visa>10", "note:knee", "knee>8 visa>10", "knee>8 pain>1"):
        assert not day.answers(read_search(query)), query

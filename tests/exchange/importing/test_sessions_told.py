"""The sessions of a file that gives the time of each set."""

import datetime

from tracker.domain.load import Unit
from tracker.exchange.importing.found import ImportedSet, SessionTold, SetsRead, SetTold
from tracker.exchange.importing.sessions_told import sessions_told

DAY = datetime.date(2026, 11, 24)


def done(time: str | None, name: str | None = None, day: datetime.date = DAY) -> ImportedSet:
    at = None if time is None else datetime.time.fromisoformat(time)
    return ImportedSet(1, SessionTold(day, at, name), SetTold(8, 60.0, Unit.KG, "Calf"))


def told(*sets: ImportedSet, app: str = "Some app") -> list[ImportedSet]:
    return list(sessions_told(SetsRead(sets), app))


def begun(sets: list[ImportedSet]) -> list[datetime.time | None]:
    return [each.session.time for each in told(*sets)]


def test_sets_that_follow_each_other_within_four_hours_are_of_one_session() -> None:
    first, late = datetime.time(8), datetime.time(13, 30)
    assert begun([done("08:00"), done("08:05"), done("09:10"), done("13:30")]) == [
        *[first] * 3,
        late,
    ]


def test_the_first_set_is_the_earliest_whatever_the_order_of_the_file() -> None:
    assert begun([done("08:10"), done("08:00")]) == [datetime.time(8)] * 2


def test_a_session_past_midnight_stays_on_the_day_it_began() -> None:
    after = done("00:10", day=DAY + datetime.timedelta(days=1))
    assert [each.session.date for each in told(done("23:50"), after)] == [DAY, DAY]


def test_sets_of_one_name_within_a_day_are_one_session_and_get_its_id() -> None:
    tomorrow = DAY + datetime.timedelta(days=2)
    morning, evening, later = told(
        done("08:00", "a"), done("18:00", "a"), done("08:00", "a", tomorrow)
    )
    assert morning.session.id == evening.session.id != later.session.id
    assert morning.session.id not in (None, "a")
    (other,) = told(done("08:00", "a"), app="Another app")
    assert other.session.id != morning.session.id


def test_an_instant_is_laid_beside_others_in_one_time() -> None:
    times = begun([done("18:00+01:00"), done("17:20+00:00")])
    assert times == [datetime.time.fromisoformat("18:00+01:00")] * 2


def test_a_set_without_a_time_stays_by_itself() -> None:
    alone = done(None)
    assert told(alone) == [alone]

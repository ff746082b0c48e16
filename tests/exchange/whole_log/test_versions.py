import datetime
from dataclasses import replace
from itertools import permutations

import pytest

from tests.exchange.whole_log.test_json_file import MACHINE, SESSION, SET
from tracker.domain.change import Memory, Past, key_of
from tracker.exchange.whole_log.versions import Known, Version, later

EARLY = datetime.datetime(2026, 11, 24, 18, 0, tzinfo=datetime.UTC)
LATE = EARLY + datetime.timedelta(seconds=1)
OTHER = replace(SET, reps=9)


def test_the_later_version_counts_and_was_added_when_it_was_first() -> None:
    one, two = Version(SET, EARLY, 5), Version(OTHER, LATE, 7)
    assert later(one, two) == later(two, one) == Version(OTHER, LATE, 5)
    assert later(one, None) == later(None, one) == one


def test_a_version_of_unknown_time_is_before_any_other() -> None:
    assert later(Version(SET, None), Version(OTHER, EARLY)) == Version(OTHER, EARLY)


def test_equal_entries_count_from_their_last_edit() -> None:
    assert later(Version(SET, EARLY, 5), Version(SET, LATE)) == Version(SET, LATE, 5)
    assert later(Version(SET, None), Version(SET, EARLY)) == Version(SET, EARLY)


def test_what_is_known_comes_from_what_is_shown_and_remembered() -> None:
    raw = replace(SET, set_no=4)
    memory = (Memory(key_of(SET), None, raw, LATE), Memory(key_of(MACHINE), EARLY))
    known = Known.of([SESSION, SET], Past({key_of(SESSION): EARLY}, {key_of(SET): 3}, memory))
    assert known.versions == {
        key_of(SESSION): Version(SESSION, EARLY),
        key_of(SET): Version(raw, LATE, 3),
    }
    assert known.deleted == {key_of(MACHINE): EARLY}


@pytest.mark.parametrize(
    ("edited_at", "is_deleted"), [(EARLY, True), (LATE, True), (None, True), (LATE.max, False)]
)
def test_only_an_edit_after_the_deletion_counts(
    edited_at: datetime.datetime | None, is_deleted: bool
) -> None:
    if edited_at is not None:
        edited_at = edited_at.replace(tzinfo=datetime.UTC)
    known = Known({key_of(SET): Version(SET, edited_at)}, {key_of(SET): LATE})
    assert known.is_deleted(key_of(SET)) == is_deleted
    assert not Known().is_deleted(key_of(SET))
    assert Known(deleted={key_of(SET): LATE}).is_deleted(key_of(SET))


def test_of_what_is_deleted_only_what_others_may_need_stays() -> None:
    key, session = key_of(SET), key_of(SESSION)
    known = Known({key: Version(SET, EARLY), session: Version(SESSION, EARLY)})
    both = known.joined(Known(deleted={key: LATE, session: LATE}))
    assert both.versions == {session: Version(replace(SESSION, note=""), EARLY)}
    assert both.deleted == {key: LATE, session: LATE}


def test_a_deletion_before_the_last_edit_is_forgotten() -> None:
    key = key_of(SET)
    both = Known(deleted={key: EARLY}).joined(Known({key: Version(SET, LATE)}))
    assert (both.versions, both.deleted) == ({key: Version(SET, LATE)}, {})


def test_three_are_joined_to_the_same_in_every_order() -> None:
    key = key_of(SESSION)
    noted = replace(SESSION, note="other")
    three = (
        Known({key: Version(SESSION, EARLY, 1)}),
        Known({key: Version(noted, LATE, 2)}),
        Known(deleted={key: LATE}),
    )
    ends = [one.joined(two).joined(third) for one, two, third in permutations(three)]
    ends += [one.joined(two.joined(third)) for one, two, third in permutations(three)]
    frame = replace(SESSION, note="")
    assert all(end.versions == {key: Version(frame, LATE, 1)} for end in ends)

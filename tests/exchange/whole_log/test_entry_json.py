"""One entry as JSON, there and back."""

import datetime
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tracker.domain.change import Entry
from tracker.domain.entry_fields import KINDS
from tracker.domain.exercise import Exercise, Side
from tracker.domain.plan import Phase
from tracker.domain.session import LoggedSet, Session
from tracker.exchange.whole_log.entry_json import codec_of, read_instant

DAY = datetime.date(2026, 11, 24)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@given(data=st.data())
def test_an_entry_comes_back_from_its_object(kind: type[Entry], data: st.DataObject) -> None:
    entry, codec = data.draw(strategies.of_kind[kind]), codec_of(kind)
    back = codec.read(json.loads(json.dumps(codec.written(entry), allow_nan=False)))
    assert back == entry
    assert strategies.types_in(back) == strategies.types_in(entry)


def test_what_is_unknown_is_null_and_several_are_a_list() -> None:
    bare = codec_of(LoggedSet).written(LoggedSet("s1", Exercise.SEATED, Side.LEFT, 1, 8, 60.0))
    assert (bare["rir"], bare["tempo"], bare["side"]) == (None, None, "left")
    assert codec_of(Phase).written(Phase("pl1", 1, 3, (1, 3)))["weekdays"] == [1, 3]


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([], "must be an object."),
        ({"id": "s1"}, "lacks the field “date”."),
        ({"date": "2026-11-24"}, "lacks the field “id”."),
        ({"date": "2026-11-24", "id": "s1", "place": 3}, "has no field “place”."),
        ({"date": "24.11.2026", "id": "s1"}, "date must be a day like 2026-11-24."),
        ({"date": None, "id": "s1"}, "date must be a day like 2026-11-24."),
        ({"date": "2026-11-24", "id": 1}, "id must be a text."),
    ],
)
def test_what_is_no_session_is_refused_by_its_field(found: object, words: str) -> None:
    with pytest.raises(ValueError, match=f"^{words}$"):
        codec_of(Session).read(found)


def test_what_has_a_default_may_be_missing() -> None:
    found = {"date": "2026-11-24", "id": "s1"}
    assert codec_of(Session).read(found) == Session(DAY, id="s1")


@pytest.mark.parametrize("number", [2**53 + 1, True, 8.0, "8", None])
def test_a_whole_number_that_not_every_program_can_tell_is_refused(number: object) -> None:
    with pytest.raises(ValueError, match="reps must be a whole number"):
        codec_of(LoggedSet).read(
            {"session_id": "s1", "exercise": "seated", "side": "left", "set_no": 1}
            | {"reps": number, "external_kg": 60, "id": "a1"}
        )


def test_an_instant_keeps_its_offset() -> None:
    offset = datetime.timezone(datetime.timedelta(hours=1))
    at = datetime.datetime(2026, 11, 24, 18, 5, tzinfo=offset)
    assert read_instant("2026-11-24T18:05:00+01:00").isoformat() == at.isoformat()
    with pytest.raises(ValueError, match="must be an instant like"):
        read_instant("18:05")

"""The messages of a FIT file: which are handed over, and damage told in words."""

import random

import pytest
from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.messages.record_message import RecordMessage
from fit_tool.profile.profile_type import FileType

from tests.exchange.importing.fit_files import BEGUN, Done, activity, at
from tests.exchange.logs import finished
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing import fit_messages
from tracker.exchange.importing.fit_activities import reading_fit
from tracker.exchange.importing.fit_messages import (
    FitFields,
    first_in,
    reading_messages,
    text_in,
)

FILE = activity([Done(8, 20.0), Done(8, 20.0)])


def names_in(data: bytes, most: int = 1_000) -> list[str]:
    names: list[str] = []

    def take(name: str, fields: FitFields) -> bool:
        names.append(name)
        return len(names) < most

    finished(reading_messages(data, "x.fit", take))
    return names


def with_records() -> bytes:
    builder = FitFileBuilder(auto_define=True)
    head = FileIdMessage()
    head.type = FileType.ACTIVITY
    builder.add(head)
    for number in range(50):
        record = RecordMessage()
        record.timestamp = at(BEGUN) + 1_000 * number
        record.heart_rate = 120
        builder.add(record)
    return bytes(builder.build().to_bytes())


def test_only_messages_that_are_read_are_handed_over() -> None:
    assert names_in(FILE) == ["file_id", "set", "set", "session", "activity"]
    assert names_in(FILE, most=2) == ["file_id", "set"]
    assert names_in(with_records()) == ["file_id"]


def test_a_file_cut_short_anywhere_is_told_in_words() -> None:
    for length in range(len(FILE)):
        with pytest.raises(FormatError, match=r"^x\.fit is a (damaged )?FIT file"):
            finished(reading_fit(FILE[:length], "x.fit", {}))


def test_a_file_with_a_changed_byte_is_told_in_words() -> None:
    chance = random.Random(0)
    for place in range(len(FILE)):
        data = bytearray(FILE)
        data[place] ^= chance.randrange(1, 256)
        with pytest.raises(FormatError, match=r"^x\.fit "):
            finished(reading_fit(bytes(data), "x.fit", {}))


def test_what_is_larger_than_an_activity_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fit_messages, "MOST_BYTES", 100)
    with pytest.raises(FormatError, match=r"x\.fit is larger than the file of any activity"):
        names_in(FILE)


def test_a_field_of_several_values_gives_the_first() -> None:
    fields = {"category": (None, 3), "kind": (), "text": "two \n lines", "one": 7}
    assert first_in({"category": ("curl", "squat")}, "category") == "curl"
    assert [first_in(fields, name) for name in ("category", "kind", "one")] == [None, None, 7]
    assert (text_in(fields, "text"), text_in(fields, "one")) == ("two lines", "")

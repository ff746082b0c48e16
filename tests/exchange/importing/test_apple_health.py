"""Apple Health's export gives bodyweights and runs, and nothing it declares is believed."""

from io import BytesIO
from pathlib import Path

import pytest

from tests.exchange.logs import finished
from tracker.domain.load import Unit
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing import containers
from tracker.exchange.importing.apple_health import is_apple_health, reading_apple_health
from tracker.exchange.importing.containers import Contents
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.importing.words import Words

EXPORT = (Path(__file__).parents[2] / "data" / "forms" / "apple-health.xml").read_bytes()
WHOLE = b'<HealthData locale="en">%s</HealthData>'
WEIGHED = (
    b'<Record type="HKQuantityTypeIdentifierBodyMass" unit="kg" value="70" '
    b'startDate="2026-11-01 07:07:12 +0100"/>'
)


def read(data: bytes) -> ReadFile:
    contents = Contents("export.xml", "", len(data), BytesIO(data))
    return finished(reading_apple_health(contents, Words({})))


def test_bodyweights_and_runs_come_out_with_their_lines() -> None:
    found = read(EXPORT)
    # 10.6 stone are 148.4 lb; 3.02 miles are 4.86021888 km.
    assert [(each.line, str(each.date), each.weight, each.unit) for each in found.weighings] == [
        (16, "2026-11-01", 67.7, Unit.KG),
        (19, "2026-11-03", 149.7, Unit.LB),
        (20, "2026-11-04", 148.4, Unit.LB),
    ]
    assert [
        (each.line, f"{each.date}T{each.time}", round(each.distance, 6), each.duration_s)
        for each in found.runs
    ] == [
        (21, "2026-11-05T18:00:00+01:00", 5.042, 1890.0),
        (26, "2019-09-20T07:00:00-04:00", 4.860219, 1800.0),
    ]
    assert [(each.line, each.reason) for each in found.left_out] == [
        (27, "“Cycling” is no run."),
        (28, "The distance is missing."),
    ]
    assert found.lines == 7


def test_it_is_known_by_what_it_begins_with() -> None:
    assert is_apple_health(EXPORT)
    assert is_apple_health(b"<HealthData>")
    assert not is_apple_health(b"<?xml version='1.0'?><ClinicalDocument/>")


@pytest.mark.parametrize("chunk", [4_000, 1_000, 700])
def test_pieces_of_any_size_give_the_same(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    # What it declares of itself stands in the first piece.
    monkeypatch.setattr(containers, "CHUNK", chunk)
    assert read(EXPORT) == read(EXPORT)
    assert len(read(EXPORT).runs) == 2


@pytest.mark.parametrize("end", [b" <Work", b'value="10.6', b"</HealthData>"])
def test_what_stands_before_the_end_of_a_file_cut_short_comes_in(end: bytes) -> None:
    found = read(EXPORT[: EXPORT.index(end)])
    assert len(found.weighings) >= 2
    (told,) = [each for each in found.left_out if "damaged" in each.reason]
    assert told.line > 16
    assert found.lines == len(found.weighings) + len(found.runs) + len(found.left_out)


def test_an_entity_is_neither_declared_nor_followed() -> None:
    declared = (
        b'<!DOCTYPE HealthData [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
        + WHOLE % (WEIGHED + b'<Record value="&f;"/>' + WEIGHED)
    )
    found = read(declared)
    assert len(found.weighings) == 1
    assert "undefined entity" in found.left_out[0].reason
    other = declared.replace(b"DOCTYPE HealthData", b"DOCTYPE Other")
    with pytest.raises(FormatError, match="declares words that stand for others"):
        read(other)


def test_elements_deeper_or_longer_than_any_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FormatError, match="deeper"):
        read(WHOLE % (b"<a>" * 200))
    monkeypatch.setattr(containers, "CHUNK", 1 << 16)
    with pytest.raises(FormatError, match="longer"):
        read(b"<HealthData a='" + b"x" * (1 << 23))


@pytest.mark.parametrize("encoding", [b"UTF-2026", b"shift_jis"])
def test_an_encoding_that_is_not_read_is_told(encoding: bytes) -> None:
    with pytest.raises(FormatError, match="is in an encoding that is not read"):
        read(b'<?xml version="1.0" encoding="%s"?>' % encoding + WHOLE % WEIGHED)


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        (WEIGHED.replace(b"kg", b"st").replace(b"70", b"x"), "“x st” is not a number."),
        (WEIGHED.replace(b' unit="kg"', b""), ""),
        (WEIGHED.replace(b"2026-11-01", b"soon"), "is not a date."),
    ],
)
def test_what_cannot_be_read_is_told(record: bytes, reason: str) -> None:
    found = read(WHOLE % record)
    assert [reason in each.reason for each in found.left_out] == ([True] if reason else [])


def test_a_duration_that_is_none_is_left_open() -> None:
    run = (
        b'<Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="%s" '
        b'durationUnit="%s" totalDistance="5" totalDistanceUnit="km" '
        b'startDate="2026-11-01 07:07:12 +0100"/>'
    )
    durations = ((b"2", b"hr"), (b"x", b"min"), (b"1", b"moon"))
    found = read(WHOLE % b"".join(run % each for each in durations))
    assert [each.duration_s for each in found.runs] == [7_200.0, None, None]

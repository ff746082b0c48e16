"""The list of activities in Garmin's archive of an account gives its runs."""

from pathlib import Path

import pytest

from tests.exchange.logs import finished
from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing.foreign_csv import reading_table
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.importing.garmin_archive import (
    FORMAT,
    HEADINGS,
    activity_rows,
    is_garmin_archive,
)

LIST = (Path(__file__).parents[2] / "data" / "forms" / "garmin-archive.json").read_bytes()


def read(data: bytes) -> ReadFile:
    rows = finished(activity_rows(data, "x.json"))
    return finished(reading_table(FORMAT, HEADINGS, rows, first=1))


def test_runs_have_their_instants_metres_and_seconds() -> None:
    # 1,762,365,600 s after 1970 by the clock there are 5 November 2025, 18:00; UTC is an hour less.
    found = read(LIST)
    assert [
        (each.line, f"{each.date}T{each.time}", each.distance, each.is_km, each.duration_s)
        for each in found.runs
    ] == [
        (1, "2025-11-05T18:00:00+01:00", 5.0425, True, 1890.0),
        (3, "2025-11-07T18:00:00+01:00", 3.0, True, 1200.0),
    ]
    assert [(each.line, each.reason) for each in found.left_out] == [
        (2, "“road biking” is no run.")
    ]


def test_it_is_known_by_what_it_begins_with() -> None:
    assert is_garmin_archive(LIST)
    assert is_garmin_archive(LIST[1:-2])
    assert not is_garmin_archive(b'[{"activityId": 1}]')
    assert not is_garmin_archive(b'Date,"summarizedActivitiesExport"')


@pytest.mark.parametrize(
    "told",
    [
        b'{"beginTimestamp": "x", "activityType": "running", "distance": 1}',
        b'{"beginTimestamp": 1e300, "activityType": "running", "distance": 1}',
        b'{"beginTimestamp": 1762365600000, "activityType": null, "distance": 1}',
        b'{"beginTimestamp": 1762365600000, "activityType": "running", "distance": "1"}',
    ],
)
def test_an_activity_that_lacks_something_is_told(told: bytes) -> None:
    found = read(b'{"summarizedActivitiesExport": [%s, 7]}' % told)
    assert (len(found.runs), len(found.left_out)) == (0, 1)


@pytest.mark.parametrize("data", [b"[{", b"[" * 100_000])
def test_a_damaged_list_is_told(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"x\.json is damaged, or cut short"):
        read(data)


@pytest.mark.parametrize("data", [b"[]", b"7", b"[7]", b'[{"summarizedActivitiesExport": 7}]'])
def test_what_lists_nothing_gives_nothing(data: bytes) -> None:
    assert read(data).lines == 0

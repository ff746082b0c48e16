import csv
import datetime
from pathlib import Path

from tests.exchange.logs import exported, log_of
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Side
from tracker.domain.symptoms import Site
from tracker.exchange.tables.events import EVENTS

APRIL, MAY = datetime.date(2026, 4, 12), datetime.date(2026, 5, 2)
FULL = Event(APRIL, EventKind.INJURY, MAY, Side.LEFT, Site.MID_PORTION, "=after the race")
BARE = Event(MAY, EventKind.RACE)


def rows_of(path: Path) -> list[dict[str, str]]:
    text = exported(log_of(FULL, BARE), path).decode("utf-8-sig")
    return list(csv.DictReader(text.splitlines()))


def test_an_event_is_written_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    row = rows_of(tmp_path / "events.csv")[0]
    assert tuple(row) == EVENTS.names
    assert row == {
        "date": "2026-04-12",
        "until": "2026-05-02",
        "kind": "injury",
        "side": "left",
        "site": "mid_portion",
        "notes": "'=after the race",
    }


def test_what_was_not_said_of_an_event_is_empty(tmp_path: Path) -> None:
    row = rows_of(tmp_path / "events.csv")[1]
    assert {name for name, cell in row.items() if not cell} == {"until", "side", "site", "notes"}

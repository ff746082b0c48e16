"""``events.csv``: one row per event: an injury, an illness, a race, a visit and more.

A row is dated with the event's first day. ``until`` is empty for a single day, and for an injury
still going on.
"""

from typing import Final

from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Side
from tracker.domain.symptoms import Site
from tracker.exchange.tables.cell_readers import day, member, required
from tracker.exchange.tables.dialect import restored
from tracker.exchange.tables.table import Column, Into, Table
from tracker.worded import worded

EVENTS: Final[Table[list[Event]]] = Table(
    name="events.csv",
    grain="one row an event: an injury, an illness, a race, a visit to the physio and more",
    columns=(
        Column(
            "date",
            "day of the event, the first one where it lasted",
            lambda events, write: write.dates(event.date for event in events),
            Into("date", required(worded("The date is"), day)),
            is_telling=True,
        ),
        Column(
            "until",
            "its last day; empty for a single day, and for an injury that goes on",
            lambda events, write: write.dates(event.until for event in events),
            Into("until", day),
            is_telling=True,
        ),
        Column(
            "kind",
            "injury, illness, race, travel, visit (to the physio), equipment (other equipment or "
            "shoes from then on), other",
            lambda events, write: write.words(event.kind for event in events),
            Into(
                "kind", required(worded("The kind is"), member(EventKind, worded("kind of event")))
            ),
            is_telling=True,
        ),
        Column(
            "side",
            "the leg injured, left, right or both; empty where not said",
            lambda events, write: write.words(event.side for event in events),
            Into("side", member(Side, worded("side"))),
        ),
        Column(
            "site",
            "where it was injured: mid_portion or insertion (of the Achilles tendon), calf; empty "
            "where not said",
            lambda events, write: write.words(event.site for event in events),
            Into("site", member(Site, worded("site"))),
        ),
        Column(
            "notes",
            "the runner's own words",
            lambda events, write: write.texts(event.note for event in events),
            Into("note", restored),
        ),
    ),
    take=lambda period: period.log.events(period.first, period.last),
    days=lambda period: (event.date for event in period.log.events(period.first, period.last)),
    entry=Event,
)

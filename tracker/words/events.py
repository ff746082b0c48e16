"""What is said about events: kind, injured part, days, and the runner's own words."""

from collections.abc import Iterable

from tracker.app.language import tr as _tr
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import Side
from tracker.domain.symptoms import Site
from tracker.words.labels import date_text, short_date_text, side_name, site_name, within_sentence


def event_kind_name(kind: EventKind) -> str:
    """Name a kind of event."""
    return {
        EventKind.INJURY: _tr("Injury"),
        EventKind.ILLNESS: _tr("Illness"),
        EventKind.RACE: _tr("Race"),
        EventKind.TRAVEL: _tr("Travel"),
        EventKind.VISIT: _tr("Physio visit"),
        EventKind.EQUIPMENT: _tr("New equipment or shoes"),
        EventKind.OTHER: _tr("Other"),
    }[kind]


def injured_place(side: Side | None, site: Site | None) -> str:
    """Say where an injury is, as ``left Achilles, mid-portion``; empty if not given."""
    if site is None:
        return {
            None: "",
            Side.LEFT: _tr("left leg"),
            Side.RIGHT: _tr("right leg"),
            Side.BOTH: _tr("both legs"),
        }[side]
    words = {
        None: "{}",
        Side.LEFT: _tr("left {}"),
        Side.RIGHT: _tr("right {}"),
        Side.BOTH: _tr("{}, both legs"),
    }[side]
    return words.format(site_name(site))


def event_days(event: Event) -> str:
    """Write the days of an event: ``12 Apr 2026``, ``since 12 Apr 2026``, or from … to …."""
    first = date_text(event.date)
    if event.is_open:
        return _tr("since {}").format(first)
    last = event.end(event.date)
    if last == event.date:
        return first
    if last.year == event.date.year:
        first = short_date_text(event.date)
    return _tr("{} to {}").format(first, date_text(last))


def event_name(event: Event) -> str:
    """Name an event in one line without its days, as ``Injury: left Achilles, mid-portion``."""
    told = ", ".join(filter(None, (injured_place(event.side, event.site), event.note)))
    name = event_kind_name(event.kind)
    return " ".join(_tr("{}: {}").format(name, told).split()) if told else name


def event_names(events: Iterable[Event]) -> str:
    """List the events of a day by name; empty for none."""
    return " · ".join(map(event_name, events))


def event_kinds(events: Iterable[Event]) -> str:
    """List the distinct kinds of the events of a day; empty for none."""
    return " · ".join(dict.fromkeys(event_kind_name(event.kind) for event in events))


def event_text(event: Event) -> str:
    """Name an event with its days."""
    return _tr("{}, {}").format(event_name(event), event_days(event))


def event_on_its_day(event: Event) -> str:
    """Name an event where its first day is already given, with its days only if it lasts longer."""
    return event_text(event) if event.is_open or event.until is not None else event_name(event)


def injured_leg_name() -> str:
    """Name the question which leg is the injured one: in figures it is compared with the other."""
    return _tr("Injured leg")


def this_is_injured_text() -> str:
    """Say of a leg that it is the injured one."""
    return _tr("This leg is the injured one")


def involved_text(leg: Side, injury: Event | None) -> str:
    """Name a leg that may be the involved one, with its injury if it has one."""
    name = within_sentence(side_name(leg))
    if injury is None or injury.side is not leg:
        return name
    return _tr("{} ({})").format(name, injury_text(injury))


def injury_text(event: Event) -> str:
    """Say what is injured and since when, as ``left Achilles, mid-portion, since 12 Apr 2026``."""
    place = injured_place(event.side, event.site)
    days = event_days(event)
    return _tr("{}, {}").format(place, days) if place else days

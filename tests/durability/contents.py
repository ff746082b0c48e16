"""Everything that a log holds, to be compared with what it should hold."""

from pathlib import Path

from tracker.domain.change import Entry
from tracker.storage.database import Database

Contents = dict[tuple[str, str], Entry]


def contents(database: Database) -> Contents:
    """Give every entry of a log by kind and id."""
    found: list[Entry] = [*database.weighings(), *database.equipment()]
    if database.has_runner():
        found.append(database.runner())
    for session in database.sessions():
        found += [session, *database.sets_of(session.id)]
    found += [*database.symptoms(), *database.measurements(), *database.tests()]
    found += [*database.goals(), *database.runs(), *database.events()]
    found += [*database.plans(), *database.phases(), *database.planned_sets()]
    return {(type(entry).__name__, entry.id): entry for entry in found}


def contents_of(path: Path) -> Contents:
    """Give every entry of a log file that must open without a question and be sound.

    Raises:
        TrackerError: If it cannot be opened.
        AssertionError: If it is not sound.
    """
    database = Database.open(path)
    try:
        complaints = database.complaints()
        assert complaints == [], f"{path.name} is not sound: {complaints[0]}"
        return contents(database)
    finally:
        database.close()

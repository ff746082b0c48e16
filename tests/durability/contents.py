"""Everything that a log contains, to compare with what it should contain."""

from pathlib import Path

from tracker.domain.change import Entry
from tracker.storage.database import Database

Contents = dict[tuple[str, str], Entry]


def contents(database: Database) -> Contents:
    """Return every entry of a log by kind and ID."""
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
    """Return every entry of a log file, which must open without questions and be sound.

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

"""Step six of the schema: what it takes to merge two logs again and again.

Deletions are remembered, and so are entries that a log cannot show as they are. Each row has the
time it was added, for an order that does not depend on where SQLite stores it.
"""

from typing import TYPE_CHECKING, Final

# Imported only for types, see migrations.
if TYPE_CHECKING:
    from sqlite_utils import Database

_TABLES: Final = (
    """
    CREATE TABLE remembered (
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        deleted_at TEXT,
        entry TEXT,
        edited_at TEXT,
        added_us INTEGER,
        PRIMARY KEY (kind, id),
        CHECK (deleted_at IS NOT NULL OR entry IS NOT NULL)
    ) STRICT
    """,
    "CREATE TABLE joined (id INTEGER PRIMARY KEY CHECK (id = 1), at TEXT NOT NULL) STRICT",
)
_ENTRIES: Final = (
    "runner",
    "bodyweights",
    "equipment",
    "sessions",
    "sets",
    "symptoms",
    "scores",
    "tests",
    "goals",
    "runs",
    "plans",
    "phases",
    "planned_sets",
)


def let_logs_be_joined(db: "Database") -> None:
    """Add the memory of entries, the time of the last merge, and the time each row was added."""
    for sql in _TABLES:
        db.execute(sql)
    for table in _ENTRIES:
        db.execute(f"ALTER TABLE {table} ADD COLUMN added_us INTEGER NOT NULL DEFAULT 0")
        db.execute(f"UPDATE {table} SET added_us = rowid")

"""Foreign parts of a file's schema, which SQLite would run together with our own.

A trigger can change or drop what is being written. A view or a computed column in the place of one
of our tables can take forever to read, or return what was never written. To SQLite, none of this is
damage.
"""

import re
import sqlite3
from collections.abc import Iterable

from tracker.storage.migrations import NOTED_IN
from tracker.storage.remembered_words import TABLE as WORDS
from tracker.storage.remembering import BESIDE
from tracker.storage.rows import TABLES
from tracker.storage.stamp import TABLE as STAMP
from tracker.worded import worded

_OURS = {STAMP, WORDS, *BESIDE, *(table.name for table in TABLES.values())}
_COMPUTED = re.compile(r"\bas\b", re.IGNORECASE)  # every computed column has this word
_SQL = "SELECT type, name, rootpage, sql FROM sqlite_master WHERE type IN ('table', 'view')"


class StrangerError(ValueError):
    """Something foreign in the place of one of our tables; the message fits within a sentence."""


def require_plain_tables(connection: sqlite3.Connection, names: Iterable[str] = _OURS) -> None:
    """Refuse a schema with something else in the place of a table.

    Args:
        connection: A connection to the file; nothing in it is run.
        names: Names of the tables; missing ones are accepted.

    Raises:
        StrangerError: If there is one.
    """
    wanted = set(names)
    for kind, name, root, sql in connection.execute(_SQL).fetchall():
        if name.casefold() not in wanted:
            continue
        if kind == "view":
            raise StrangerError(worded("in the place of its table {} is a view", name))
        if not root:  # a virtual table
            raise StrangerError(worded("its table {} is kept by another program's module", name))
        if _COMPUTED.search(str(sql)):
            columns = connection.execute("SELECT name, hidden FROM pragma_table_xinfo(?)", [name])
            computed = [column for column, hidden in columns if hidden]
            if computed:
                raise StrangerError(
                    worded("column {} of its table {} is computed", computed[0], name)
                )


def require_plain_history(connection: sqlite3.Connection) -> None:
    """Refuse a schema in which the list of applied steps is not a plain table.

    Raises:
        StrangerError: If there is one.
    """
    require_plain_tables(connection, [NOTED_IN])


def triggers_in(connection: sqlite3.Connection) -> list[str]:
    """Name the triggers of a file; none of our steps makes any."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    return [name for (name,) in rows]


def sentence_about(triggers: Iterable[str]) -> str:
    """Say which triggers there are, and what that means."""
    names = ", ".join(f"“{name}”" for name in triggers)
    return worded(
        "it has the trigger {}, which Soleus did not make and does not run, so it can only be "
        "read; soleus recover makes a log without it",
        names,
    )


def drop_triggers(connection: sqlite3.Connection) -> None:
    """Remove the triggers from a copy, so that updating it runs none."""
    for name in triggers_in(connection):
        quoted = name.replace('"', '""')
        connection.execute(f'DROP TRIGGER "{quoted}"')

"""Foreign parts of a file's schema, which SQLite would run together with our own.

A trigger can change or drop what is being written, a foreign key can delete entries that nobody
deleted, and a constraint or a unique index can refuse them. A view or a computed column in the
place of one of our tables can take forever to read, or return what was never written. To SQLite,
none of this is damage.
"""

import re
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from functools import cache
from typing import Final, NamedTuple

from tracker.storage.migrations import NOTED_IN, Steps, migrations_of
from tracker.storage.remembered_words import TABLE as WORDS
from tracker.storage.remembering import BESIDE
from tracker.storage.rows import TABLES
from tracker.storage.scores_measured import SCORES
from tracker.storage.stamp import TABLE as STAMP
from tracker.storage.tables_now import TABLES_NOW
from tracker.worded import worded

_OURS = {STAMP, WORDS, *BESIDE, *(table.name for table in TABLES.values())}
_COMPUTED = re.compile(r"\bas\b", re.IGNORECASE)  # every computed column has this word
_SQL = "SELECT type, name, rootpage, sql FROM sqlite_master WHERE type IN ('table', 'view')"
_EXPRESSION: Final = -2  # in place of the number of a column
_REFERS: Final = "references"  # every foreign key has this word
# The words, numbers, strings and marks of a statement, without its spaces and comments.
_PART: Final = (
    r"""(?s)--[^\n]*|/\*.*?(?:\*/|\Z)|'(?:[^']|'')*'|"(?:[^"]|"")*"|\[[^]]*\]|`[^`]*`|\w+|[^\s\w]"""
)
_COMMENTS: Final = ("--", "/*")
# What a column may be that somebody added to a table of ours: nothing is refused or run for it.
_VALUE: Final = r"(?:[-+] )?(?:null|\d+(?: \. \d+)?|'(?:[^']|'')*'|current_\w+)"
_HARMLESS: Final = (
    r"""(?:"(?:[^"]|"")*"|\[[^]]*\]|`[^`]*`|\w+) (?:text|int|integer|real|blob|any)"""
    rf"(?: (?:not null )?default {_VALUE}(?: not null)?)?"
)
_USUAL_ORDERS: Final = {"BINARY", "NOCASE", "RTRIM"}


class StrangerError(ValueError):
    """Something foreign in the place of one of our tables; the message fits within a sentence."""


class Strangers(NamedTuple):
    """Foreign parts of a log's schema, because of which it can only be read.

    Args:
        triggers: The names of triggers; none of our steps makes any.
        tables: The names of tables with rules that bear upon our entries.
        indexes: The names of indexes that may refuse an entry, or run something for it.
    """

    triggers: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(self)

    @property
    def sentence(self) -> str:
        """Say what there is, and what that means."""
        if self.triggers:
            return worded(
                "it has the trigger {}, which Soleus did not make and does not run, so it can only "
                "be read; soleus recover makes a log without it",
                self.names,
            )
        if self.tables:
            return worded(
                "its table {} has other rules than those of Soleus, so it can only be read; soleus "
                "recover makes a log with those of Soleus",
                self.names,
            )
        return worded(
            "it has the index {}, which Soleus did not make, so it can only be read; soleus "
            "recover makes a log without it",
            self.names,
        )

    @property
    def names(self) -> str:
        """The names of those of the first kind there are."""
        return ", ".join(f"“{name}”" for name in self.triggers or self.tables or self.indexes)


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


def strangers_in(
    connection: sqlite3.Connection, applied: Collection[str], steps: Steps
) -> Strangers:
    """Find what is foreign in a log whose tables are tables; nothing in it is run.

    Args:
        connection: A connection to the file.
        applied: The names of the steps that were applied to it.
        steps: All steps of the schema.
    """
    count = sum(step.__name__ in applied for step in steps)
    texts: Mapping[str, str] = TABLES_NOW if count == len(steps) else _texts_after(steps[:count])
    triggers, tables, indexes = [], [], []
    sql = "SELECT type, name, tbl_name, sql FROM sqlite_master"
    for kind, name, table, text in connection.execute(sql).fetchall():
        if kind == "trigger":
            triggers.append(name)
        elif text is None or text == texts.get(name):  # nearly always
            continue
        elif kind == "table":
            expected = texts.get(name.casefold())
            if expected is None:
                is_foreign = _refers(connection, name, text, texts)
            else:
                is_foreign = not _is_as_expected(text, expected)
            if is_foreign:
                tables.append(name)
        elif kind == "index" and table.casefold() in texts:
            # In ours, the name of the table may be written otherwise.
            is_ours = name in texts and _parts(text) == _parts(texts[name])
            if _has_a_say(connection, table, name, may_be_partial=is_ours):
                indexes.append(name)
    return Strangers(*map(tuple, map(sorted, (triggers, tables, indexes))))


def own_texts(connection: sqlite3.Connection) -> dict[str, str]:
    """Return the text of a log's own tables and indexes, by name."""
    sql = "SELECT name, tbl_name, sql FROM sqlite_master WHERE type IN ('table', 'index')"
    return {
        name: text
        for name, table, text in connection.execute(sql)
        if text is not None and (table in _OURS or table == SCORES)
    }


@cache
def _texts_after(steps: Steps) -> Mapping[str, str]:
    """Return the texts that a log of an older version has."""
    from sqlite_utils import Database

    with closing(sqlite3.connect(":memory:")) as connection:
        migrations_of(steps).apply(Database(connection, execute_plugins=False))
        return own_texts(connection)


def _is_as_expected(text: str, expected: str) -> bool:
    """Tell whether a table has the rules that it should have, but for harmless columns more."""
    found, wanted = _parts(text), _parts(expected)
    more = len(found) - len(wanted)
    alike = next(
        (at for at, (one, other) in enumerate(zip(found, wanted, strict=False)) if one != other),
        min(len(found), len(wanted)),
    )
    if more < 0 or found[alike + more :] != wanted[alike:]:
        return False
    if not more:
        return True
    before = found[:alike]
    if before.count("(") - before.count(")") != 1:  # not between columns
        return False
    added = found[alike : alike + more]
    # What follows begins with a comma too, if it is a rule of the table.
    added = added[1:] if added[0] == "," else added[:-1] if added[-1] == "," else []
    columns = " ".join(added).split(" , ")
    return all(re.fullmatch(_HARMLESS, column) for column in columns)


def _parts(text: str) -> list[str]:
    """Return a table's text from its columns on as words and marks; names without quotes."""
    parts = [part for part in re.findall(_PART, text) if not part.startswith(_COMMENTS)]
    begin = parts.index("(") if "(" in parts else 0
    return [part if part[0] == "'" else part.casefold().strip('"') for part in parts[begin:]]


def _refers(connection: sqlite3.Connection, name: str, text: str, ours: Collection[str]) -> bool:
    """Tell whether another program's table refers to one of ours, and so may refuse a change."""
    if _REFERS not in text.casefold():
        return False
    found = connection.execute('SELECT "table" FROM pragma_foreign_key_list(?)', [name])
    return any(table.casefold() in ours for (table,) in found)


def _has_a_say(
    connection: sqlite3.Connection, table: str, index: str, *, may_be_partial: bool
) -> bool:
    """Tell whether an index can refuse an entry, or runs something for it."""
    found = 'SELECT 1 FROM pragma_index_list(?) WHERE name = ? AND NOT "unique" AND partial <= ?'
    if connection.execute(found, [table, index, may_be_partial]).fetchone() is None:
        return True
    columns = connection.execute("SELECT cid, coll FROM pragma_index_xinfo(?)", [index])
    return any(cid == _EXPRESSION or order.upper() not in _USUAL_ORDERS for cid, order in columns)


def triggers_in(connection: sqlite3.Connection) -> list[str]:
    """Name the triggers of a file; none of our steps makes any."""
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
    return [name for (name,) in rows]


def drop_triggers(connection: sqlite3.Connection) -> None:
    """Remove the triggers from a copy, so that updating it runs none."""
    for name in triggers_in(connection):
        quoted = name.replace('"', '""')
        connection.execute(f'DROP TRIGGER "{quoted}"')

"""Words for copies of a log: why each was made, what it holds, and when it was made."""

import datetime

from PySide6.QtCore import QLocale, QTime

from tracker.app.language import in_language, plural
from tracker.app.language import tr as _tr
from tracker.storage.backup import BackupKind
from tracker.storage.checking import Flaw, Holdings
from tracker.words.labels import date_text


def backup_reason(kind: BackupKind | None) -> str:
    """Say why a copy was made."""
    names = {
        BackupKind.DAILY: _tr("by itself"),
        BackupKind.BEFORE_RESTORE: _tr("before a restore"),
        BackupKind.DAMAGED: _tr("as damaged"),
        BackupKind.BEFORE_UPDATE: _tr("before an update"),
        BackupKind.OTHER_COPY: _tr("as another copy"),
        None: _tr("the file chosen"),
    }
    return names[kind]


def moment_text(moment: datetime.datetime) -> str:
    """Write a day and a time in the reader's locale."""
    time = QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    return f"{date_text(moment.date())}, {time}"


def counts_text(sessions: int, sets: int) -> str:
    """Count sessions and their sets in words."""
    within = plural("{} in %Ln (session|sessions)", None, sessions)
    return within.format(plural("%Ln (set|sets)", None, sets))


def days_text(holdings: Holdings) -> str:
    """Write the first and the last day with a session."""
    if holdings.first is None or holdings.last is None:
        return ""
    first, last = date_text(holdings.first), date_text(holdings.last)
    return first if first == last else f"{first} – {last}"


def state_text(holdings: Holdings | None) -> str:
    """Say whether a copy is sound, as far as it is known."""
    if holdings is None:
        return _tr("looking …")
    return {
        None: _tr("sound"),
        Flaw.NO_LOG: _tr("not a Soleus log"),
        Flaw.LATER: _tr("of a later version of Soleus"),
        Flaw.DAMAGED: _tr("damaged"),
        Flaw.UNREADABLE: _tr("cannot be read"),
    }[holdings.flaw]


def flaw_text(holdings: Holdings | None) -> str:
    """Say what exactly is wrong with a copy, as far as it is known; empty if nothing is."""
    if holdings is None:
        return ""
    ours = {
        "database disk image is malformed": _tr("a part of the file is overwritten or cut off"),
        "file is not a database": _tr("the beginning of the file is overwritten"),
    }  # for words of SQLite, which knows one language
    return ours.get(holdings.detail) or in_language(holdings.detail)

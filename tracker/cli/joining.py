"""The result of merging another log, in words."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from tracker.cli.terminal import counted
from tracker.domain.change import Entry
from tracker.domain.entry_fields import KINDS
from tracker.domain.runner import Bodyweight
from tracker.domain.session import LoggedSet
from tracker.exchange.whole_log.joining import Conflict, Joined, Lacking, Outcome

# Singular names; an s makes the plural.
_ONE: Final[Mapping[str, str]] = {
    "runner": "profile",
    "bodyweights": "bodyweight",
    "equipment": "piece of equipment",
    "sessions": "session",
    "sets": "set",
    "symptoms": "symptom",
    "measurements": "measurement",
    "tests": "heel-raise test",
    "goals": "goal",
    "runs": "run",
    "events": "event",
    "plans": "plan",
    "phases": "phase",
    "planned_sets": "planned set",
}


def lacking_in_words(lacking: Lacking) -> str:
    """Say what a log lacks: "3 sessions and 12 sets", or "nothing"."""
    found = ((lacking.sessions, "session"), (lacking.sets, "set"))
    return " and ".join(counted(number, thing) for number, thing in found if number) or "nothing"


def joined_in_words(joined: Joined) -> list[str]:
    """Say where two logs differed, and what was deleted in one of them, line by line."""
    told = []
    kinds: Counter[type[Entry]] = Counter(map(type, joined.removed))
    if kinds:
        gone = [counted(kinds[kind], _ONE[name]) for name, kind in KINDS.items() if kinds[kind]]
        told.append(f"Removed, as deleted there: {', '.join(gone)}.")
    if joined.left_deleted:
        left = f"{joined.left_deleted:,} {'entry' if joined.left_deleted == 1 else 'entries'}"
        told.append(f"Left out, as deleted here: {left}.")
    return told + [_in_words(each) for each in joined.conflicts]


def _in_words(conflict: Conflict) -> str:
    became = conflict.became
    named = (
        f"bodyweight of {became.date} ({became.kg:g} kg)"  # what a person knows it by
        if isinstance(became, Bodyweight)
        else f"{type(became).__name__} {became.id}"
    )
    if conflict.outcome is Outcome.BROUGHT_BACK:
        return f"Brought back: {named}, deleted here and edited or needed there since."
    if conflict.outcome is Outcome.RENUMBERED:
        assert isinstance(became, LoggedSet)  # only sets have a number
        return f"Renumbered: {named} is set {became.set_no} now, as two machines logged one number."
    if not conflict.differing:
        return f"Kept: {named}, deleted there and edited or needed here since."
    said = "Taken, as edited later" if conflict.outcome is Outcome.TAKEN else "Kept"
    return f"{said}: {named} differs in {', '.join(conflict.differing)}."

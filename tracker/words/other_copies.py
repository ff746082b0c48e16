"""What is said about other copies of the log: one beside it, or one that took its place."""

from pathlib import Path

from tracker.app.language import plural
from tracker.app.language import tr as _tr
from tracker.domain.change import Change
from tracker.domain.session import LoggedSet
from tracker.storage.conflict_copies import ConflictCopy


def copy_text(copy: ConflictCopy) -> str:
    """Say in one sentence what a copy has that the log lacks, the most important first."""
    if copy.sessions:
        return plural(
            "A copy of this log has %Ln (session|sessions) that this one lacks.",
            None,
            copy.sessions,
        )
    if copy.sets:
        return plural("A copy of this log has %Ln (set|sets) that this one lacks.", None, copy.sets)
    if copy.others:
        return plural(
            "A copy of this log has %Ln (entry|entries) that this one lacks.", None, copy.others
        )
    return plural(
        "In a copy of this log, %Ln (entry was|entries were) edited later than here.",
        None,
        copy.later,
    )


def put_back_text(change: Change) -> str:
    """Say that another copy took the log's place, and what was put back into it."""
    sets = sum(after is not None for _, after in change.of(LoggedSet))
    if sets == 0:
        return _tr(
            "Another program put a copy in place of this log. What you had saved is back in it."
        )
    return plural(
        "Another program put a copy in place of this log. "
        "The %Ln (set it lacked is|sets it lacked are) back.",
        None,
        sets,
    )


def parted_text() -> str:
    """Say that another program wrote into the log's file, and where both are now."""
    return _tr(
        "Another program wrote into the file of this log. The log goes on in a new file; what the "
        "other wrote is with the backups."
    )


def kept_aside_text(path: Path) -> str:
    """Say that another file took the log's place, and where what was saved here is now."""
    return _tr(
        "Another program put a file in this log's place in which nothing can be saved. What this "
        "window had saved is with the backups, as “{}”."
    ).format(path.name)

"""What is said of other copies of the log: one that lies beside it, one that took its place."""

from tracker.app.language import tr as _tr
from tracker.domain.change import Change
from tracker.domain.session import LoggedSet
from tracker.storage.conflict_copies import ConflictCopy
from tracker.words.labels import number_text


def copy_text(copy: ConflictCopy) -> str:
    """Say what a copy has that the log lacks: the most of it, in one sentence."""
    for number, one, many in (
        (
            copy.sessions,
            _tr("A copy of this log has 1 session that this one lacks."),
            _tr("A copy of this log has {} sessions that this one lacks."),
        ),
        (
            copy.sets,
            _tr("A copy of this log has 1 set that this one lacks."),
            _tr("A copy of this log has {} sets that this one lacks."),
        ),
        (
            copy.others,
            _tr("A copy of this log has 1 entry that this one lacks."),
            _tr("A copy of this log has {} entries that this one lacks."),
        ),
    ):
        if number:
            return one if number == 1 else many.format(number_text(number))
    if copy.later == 1:
        return _tr("In a copy of this log, 1 entry was edited later than here.")
    return _tr("In a copy of this log, {} entries were edited later than here.").format(
        number_text(copy.later)
    )


def put_back_text(change: Change) -> str:
    """Say that another copy took the log's place, and what was put back into it."""
    sets = sum(after is not None for _, after in change.of(LoggedSet))
    if sets == 0:
        return _tr(
            "Another program put a copy in place of this log. What you had saved is back in it."
        )
    if sets == 1:
        return _tr("Another program put a copy in place of this log. The 1 set it lacked is back.")
    return _tr(
        "Another program put a copy in place of this log. The {} sets it lacked are back."
    ).format(number_text(sets))


def parted_text() -> str:
    """Say that another program wrote into the log's file, and where both are now."""
    return _tr(
        "Another program wrote into the file of this log. The log goes on in a new file; what the "
        "other wrote is with the backups."
    )

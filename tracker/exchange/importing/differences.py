"""Where log and file differ: the log's version is kept, unless the runner takes the file's."""

from dataclasses import dataclass, replace
from functools import partial, reduce
from typing import Any, Final, TypeAlias

from tracker.domain.change import Edit
from tracker.domain.notation import done_text
from tracker.domain.run import Run
from tracker.domain.runner import Bodyweight
from tracker.domain.session import DETAILS, LoggedSet, SetType
from tracker.exchange.importing.found import SetTold
from tracker.worded import worded

Differing: TypeAlias = LoggedSet | Run | Bodyweight


_NAMES: Final = {LoggedSet: worded("set"), Run: worded("run"), Bodyweight: worded("bodyweight")}


@dataclass(frozen=True, slots=True)
class FileDifference:
    """An entry that differs between the log and a file.

    Args:
        own: The log's version.
        told: The file's version; None if it is gone from the file.
        line: Its line in the file; None if it is gone from there.
        is_taken: Whether the file's version replaces the log's.
    """

    own: Differing
    told: Differing | None
    line: int | None
    is_taken: bool = False

    @property
    def edit(self) -> Edit:
        """The edit that takes the file's version."""
        return Edit(self.own, self.told)

    def __str__(self) -> str:
        """Describe it in one line, for a person."""
        what = _NAMES[type(self.own)]
        here = done_in_words(self.own)
        if self.told is None:
            return (
                worded(
                    "This {} is {} here, and no longer in the file; removed here too.", what, here
                )
                if self.is_taken
                else worded(
                    "This {} is {} here, and no longer in the file; kept as it is here.", what, here
                )
            )
        there = done_in_words(self.told)
        kept = worded("the file's was taken") if self.is_taken else worded("kept as it is here")
        if here == there and isinstance(self.own, LoggedSet):
            names = reduce(partial(worded, "{}, {}"), differing(self.own, self.told))
            return worded("This {} ({}) has another {} in the file; {}.", what, here, names, kept)
        return worded("This {} is {} here, {} in the file; {}.", what, here, there, kept)


def differing(own: LoggedSet, told: object) -> list[str]:
    """Name the details in which two versions of a set differ, in words."""
    return [
        detail.name
        for field, detail in DETAILS.items()
        if getattr(own, field) != getattr(told, field)
    ]


def done_in_words(entry: Differing) -> str:
    """Say what was done, for a person."""
    if isinstance(entry, Run):
        return f"{entry.distance_km:g} km"
    if isinstance(entry, Bodyweight):
        return f"{entry.kg:g} kg"
    done = done_text(entry.reps, entry.hold_s)
    of_type = "" if entry.set_type is SetType.WORK else f" ({entry.set_type})"
    return f"{done} × {entry.external_kg:g} kg{of_type}"


def as_told(own: LoggedSet, found: SetTold, external_kg: float) -> LoggedSet:
    """Return a set of the log with the file's values; what the file does not know stays.

    Raises:
        ValueError: In words for a person, if a value is out of bounds.
    """
    return replace(own, reps=found.reps, external_kg=external_kg, **_told_of(found))


def has_all(own: LoggedSet, found: SetTold) -> bool:
    """Tell whether a set of the log has all the details that the file gives for one."""
    return all(getattr(own, name) == value for name, value in _told_of(found).items())


def _told_of(found: SetTold) -> dict[str, Any]:
    known = ((name, getattr(found, name)) for name in DETAILS)
    return {name: value for name, value in known if value is not None and value != ""}

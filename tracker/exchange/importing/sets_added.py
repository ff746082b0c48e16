"""The sets that an import adds, as columns: among a million lines, few say something new."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, overload

from tracker.domain.entry import require_within
from tracker.domain.exercise import Side
from tracker.domain.session import MOST_POSITION, MOST_SET_NO, LoggedSet
from tracker.exchange.importing.laying import Missing, id_of_set

Shared = Mapping[str, Any]  # values of a set by field name


def shared(**values: Any) -> Shared:
    """Return the values that several sets share, after checking that a set may have them.

    Raises:
        ValueError: In words for a person, if a value is out of bounds.
    """
    LoggedSet(session_id="", side=Side.BOTH, set_no=1, id="", **values)
    return values


class SetsAdded(Sequence[LoggedSet]):
    """New sets, each made on demand; ``lines`` holds the line of each."""

    def __init__(self) -> None:
        self.lines: Final = array("q")
        self._session_ids: list[str] = []
        self._shared: list[Shared] = []
        self._sides: list[Side] = []
        self._parts: list[str] = []
        self._ordinals = array("l")
        self._numbers = array("h")
        self._positions = array("l")

    def add(
        self,
        line: int,
        session_id: str,
        shared: Shared,
        missing: Sequence[Missing],
        set_no: int,
        position: int,
    ) -> None:
        """Add the sets of a line, all of them or none.

        Args:
            line: Its line in the file.
            session_id: Id of its session.
            shared: The values they share with others, from ``shared``.
            missing: Their sides, and what their ids are made from.
            set_no: Their number.
            position: Position of the first one in its session.

        Raises:
            ValueError: In words for a person, if a value is out of bounds.
        """
        require_within("A set number", set_no, 1, MOST_SET_NO)
        require_within("A place in the session", position + len(missing) - 1, 0, MOST_POSITION)
        for further, (side, part, ordinal) in enumerate(missing):
            self.lines.append(line)
            self._session_ids.append(session_id)
            self._shared.append(shared)
            self._sides.append(side)
            self._parts.append(part)
            self._ordinals.append(ordinal)
            self._numbers.append(set_no)
            self._positions.append(position + further)

    def __len__(self) -> int:
        return len(self.lines)

    @overload
    def __getitem__(self, place: int) -> LoggedSet: ...
    @overload
    def __getitem__(self, place: slice) -> list[LoggedSet]: ...
    def __getitem__(self, place: int | slice) -> LoggedSet | list[LoggedSet]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        return self._made(
            self._session_ids[place],
            self._shared[place],
            self._sides[place],
            self._parts[place],
            self._ordinals[place],
            self._numbers[place],
            self._positions[place],
        )

    def __iter__(self) -> Iterator[LoggedSet]:
        return map(
            self._made,
            self._session_ids,
            self._shared,
            self._sides,
            self._parts,
            self._ordinals,
            self._numbers,
            self._positions,
        )

    @staticmethod
    def _made(
        session_id: str,
        shared: Shared,
        side: Side,
        part: str,
        ordinal: int,
        set_no: int,
        position: int,
    ) -> LoggedSet:
        return LoggedSet(
            session_id=session_id,
            side=side,
            set_no=set_no,
            position=position,
            id=id_of_set(part, ordinal, side),
            **shared,
        )

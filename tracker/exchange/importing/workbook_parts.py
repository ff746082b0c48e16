"""The parts of a workbook, unpacked only as far as their XML fits into the memory.

openpyxl keeps what it parses, which takes some hundred times the bytes of short elements: all of a
part, or a row of a sheet with all of its cells. So these are counted while they are unpacked.
"""

from types import TracebackType
from typing import IO, Any, Final, Self, cast
from zipfile import ZipFile

from tracker.exchange.csv_text import FormatError
from tracker.worded import worded

# Tags and attributes of all shared texts, of which there may be some 500,000.
MOST_OF_TEXTS: Final = 2_000_000
# Of a row, or of a part that is read at once. Excel allows 16,384 cells and 65,490 styles.
MOST_AT_ONCE: Final = 400_000


def too_large(name: str) -> FormatError:
    """Say that a workbook is not opened, because it would fill the memory."""
    return FormatError(worded("{} unpacks to far more than any training. It was not opened.", name))


class Parts(ZipFile):
    """The archive that a workbook is.

    Args:
        file: The workbook.
        name: What to call it in an error.
    """

    def __init__(self, file: IO[bytes], name: str) -> None:
        super().__init__(file)
        self._name = name
        self._most = MOST_OF_TEXTS
        self._begun = 0
        self.taken = 0  # tags and attributes, ever

    def open(self, name: Any, *args: Any, **kwargs: Any) -> IO[bytes]:
        """Open a part; what is read of it is counted."""
        self._begun = self.taken
        return cast(IO[bytes], _CountedPart(super().open(name, *args, **kwargs), self))

    def read(self, name: Any, pwd: bytes | None = None) -> bytes:
        """Read a part at once."""
        data = super().read(name, pwd)
        self._require_few(data.count(b"<"), MOST_AT_ONCE)
        return data

    def begin_row(self) -> None:
        """Count from here: what was parsed before is no longer kept."""
        self._begun, self._most = self.taken, MOST_AT_ONCE

    def count(self, data: bytes) -> None:
        """Count what is in a piece of a part.

        Raises:
            FormatError: If there is too much.
        """
        self.taken += data.count(b"<") + data.count(b"=")
        self._require_few(self.taken - self._begun, self._most)

    def _require_few(self, tags: int, most: int) -> None:
        if tags > most:
            raise too_large(self._name)


class _CountedPart:
    """A part that is read, and counted."""

    def __init__(self, part: IO[bytes], parts: Parts) -> None:
        self._part = part
        self._parts = parts

    def read(self, size: int = -1) -> bytes:
        data = self._part.read(size)
        self._parts.count(data)
        return data

    def close(self) -> None:
        self._part.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

"""The pages of an SQLite file read one by one, if SQLite itself can no longer read it.

Source: SQLite's documentation of its file format, https://www.sqlite.org/fileformat2.html, sections
1.3 (header), 1.5 (freelist), 1.6 (b-tree pages), 2.1 (records).

Our logs have pages of 4096 bytes, SQLite's default; a log that another program has vacuumed may
have others.
"""

import struct
from collections.abc import Iterator
from typing import Final

from tracker.disk import HEADER_LENGTH, is_database_header

SqliteValue = None | int | float | str | bytes

# Most likely size first, which wins if two sizes fit a file equally well.
PAGE_SIZES: Final = (4096, 8192, 1024, 2048, 512, 16_384, 32_768, 65_536)
_FRACTIONS: Final = bytes((64, 32, 32))  # bytes 21 to 23 of every header
_TABLE_LEAF, _TABLE_INTERIOR, _INDEX_LEAF, _INDEX_INTERIOR = 0x0D, 0x05, 0x0A, 0x02
_CELLS_AT: Final = {_TABLE_LEAF: 8, _TABLE_INTERIOR: 12, _INDEX_LEAF: 8, _INDEX_INTERIOR: 12}
_READINGS: Final = 8
_ENOUGH: Final = 512  # pages enough to tell their size
_INTEGER_LENGTHS: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Pages:
    """The records of a file, as far as they can be read; the rest is skipped.

    Pages that SQLite has marked as free are left out, because they hold deleted data.

    Args:
        data: The bytes of the file.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        in_header = _sizes_in_header(data)
        self._size, self._usable = in_header or (_likeliest_size(data),) * 2
        self._count = len(data) // self._size
        # Each page belongs to one record, and each record is read only a few times. Damaged pages
        # that name the same pages again and again would otherwise take endless time and memory.
        self._most_followed = _READINGS * self._count
        self._free = set(self._free_pages())

    def __len__(self) -> int:
        return self._count

    def _page(self, number: int) -> bytes:
        """Return a page by its number, counted from 1.

        Raises:
            IndexError: If there is no such page.
        """
        if not 1 <= number <= self._count:
            raise IndexError(number)
        return self._data[(number - 1) * self._size : number * self._size]

    def _free_pages(self) -> Iterator[int]:
        trunk = int.from_bytes(self._data[32:36])
        seen: set[int] = set()
        while 1 < trunk <= self._count and trunk not in seen:
            seen.add(trunk)
            yield trunk
            page = self._page(trunk)
            trunk, leaves = struct.unpack_from(">II", page)
            if leaves > self._usable // 4 - 2:
                return  # not a list of free pages, so do not trust the rest
            yield from struct.unpack_from(f">{leaves}I", page, 8)

    def rows(self, number: int) -> Iterator[tuple[SqliteValue, ...]]:
        """Yield the table rows on a page, by its number; none if it is another kind of page."""
        if number not in self._free:
            yield from self._records(number, _TABLE_LEAF)

    def keys(self, root: int) -> Iterator[tuple[SqliteValue, ...]]:
        """Yield the keys of an index, each ending with its row number.

        Args:
            root: The number of its first page.
        """
        seen: set[int] = set()
        to_read = [root]
        while to_read:
            number = to_read.pop()
            if number in seen or not 1 < number <= self._count:
                continue
            seen.add(number)
            yield from self._records(number, _INDEX_LEAF)
            yield from self._records(number, _INDEX_INTERIOR)
            page = self._page(number)
            if page[0] == _INDEX_INTERIOR:
                offsets = [8, *_cells(page, 0)]
                to_read += [int.from_bytes(page[offset : offset + 4]) for offset in offsets]

    def _records(self, number: int, kind: int) -> Iterator[tuple[SqliteValue, ...]]:
        page = self._page(number)
        start = HEADER_LENGTH if number == 1 else 0
        if page[start] != kind:
            return
        for offset in _cells(page, start):
            try:
                yield _record(self._payload(page, offset, kind))
            except (IndexError, ValueError, struct.error):
                continue  # skip an unreadable cell

    def _payload(self, page: bytes, offset: int, kind: int) -> bytes:
        """Assemble the content of a cell, including its overflow pages."""
        if kind == _INDEX_INTERIOR:
            offset += 4
        length, offset = _varint(page, offset)
        if kind == _TABLE_LEAF:
            _, offset = _varint(page, offset)
            most_here = self._usable - 35
        else:
            most_here = (self._usable - 12) * 64 // 255 - 23
        if length > len(self._data):
            raise ValueError(length)
        if length <= most_here:
            return _part(page, offset, length)
        least = (self._usable - 12) * 32 // 255 - 23
        here = least + (length - least) % (self._usable - 4)
        here = here if here <= most_here else least
        payload = bytearray(_part(page, offset, here))
        (following,) = struct.unpack_from(">I", page, offset + here)
        while len(payload) < length:
            self._most_followed -= 1
            if self._most_followed < 0:
                raise ValueError(following)
            # Even a circular chain ends, because each page makes the payload longer.
            overflow = self._page(following)
            (following,) = struct.unpack_from(">I", overflow)
            payload += overflow[4 : min(self._usable, 4 + length - len(payload))]
        return bytes(payload)


def _sizes_in_header(data: bytes) -> tuple[int, int] | None:
    """Return the page size and its usable bytes, from the header; None if that is destroyed."""
    if not is_database_header(data) or data[21:24] != _FRACTIONS:
        return None
    written = int.from_bytes(data[16:18])
    size = 65_536 if written == 1 else written  # 65,536 does not fit in two bytes
    return (size, size - data[20]) if size in PAGE_SIZES else None


def _likeliest_size(data: bytes) -> int:
    """Return the page size with which most pages of a file look valid."""

    def pages(size: int) -> int:
        step = max(1, len(data) // size // _ENOUGH)
        starts = range(0, len(data) - size + 1, size * step)
        return step * sum(_looks_like_page(data[start : start + size]) for start in starts)

    return max(PAGE_SIZES, key=pages)


def _looks_like_page(page: bytes) -> bool:
    """Tell whether the cells of a page lie between its own header and its end."""
    if page[0] not in _CELLS_AT:
        return False
    content = int.from_bytes(page[5:7]) or 65_536
    cells = _cells(page, 0)
    behind = _CELLS_AT[page[0]] + 2 * len(cells)
    return (
        bool(cells) and behind <= content and all(content <= offset < len(page) for offset in cells)
    )


def _cells(page: bytes, start: int) -> list[int]:
    """Return the distinct offsets of a page's cells; its own header is at ``start``."""
    first = start + _CELLS_AT[page[start]]
    (count,) = struct.unpack_from(">H", page, start + 3)
    last = min(first + 2 * count, len(page) - 1)
    offsets = (int.from_bytes(page[place : place + 2]) for place in range(first, last, 2))
    return list(dict.fromkeys(offsets))


def _part(data: bytes, offset: int, length: int) -> bytes:
    """Return some bytes in full.

    Raises:
        IndexError: If there are fewer.
    """
    part = data[offset : offset + length]
    if len(part) < length:
        raise IndexError(offset + length)
    return part


def _varint(data: bytes, offset: int) -> tuple[int, int]:
    """Read a number of one to nine bytes; returns it and the offset after it."""
    value = 0
    for place in range(8):
        byte = data[offset + place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, offset + place + 1
    return value << 8 | data[offset + 8], offset + 9


def _record(payload: bytes) -> tuple[SqliteValue, ...]:
    """Read the values of a record; from a damaged text, keep whatever can be decoded.

    Raises:
        IndexError, ValueError: If it is not a record.
    """
    head, offset = _varint(payload, 0)
    types = []
    while offset < head:
        serial, offset = _varint(payload, offset)
        types.append(serial)
    if offset != head:
        raise ValueError(head)
    values: list[SqliteValue] = []
    for serial in types:
        length = _length_of(serial)
        part = _part(payload, offset, length)
        offset += length
        values.append(_value(serial, part))
    if offset != len(payload):
        raise ValueError(len(payload))
    return tuple(values)


def _length_of(serial: int) -> int:
    if serial in _INTEGER_LENGTHS:
        return _INTEGER_LENGTHS[serial]
    if serial == 7:
        return 8
    if serial in (10, 11):
        raise ValueError(serial)
    return (serial - 12) // 2 if serial >= 12 else 0


def _value(serial: int, part: bytes) -> SqliteValue:
    if serial == 0:
        return None
    if serial in _INTEGER_LENGTHS:
        return int.from_bytes(part, signed=True)
    if serial == 7:
        return float(struct.unpack(">d", part)[0])
    if serial in (8, 9):
        return serial - 8
    return part.decode(errors="replace") if serial % 2 else part

"""Finds the few wanted messages of a FIT file by their lengths.

A watch records thousands of moments of each activity, none of which are needed here. Definitions
earlier in the file give the lengths of messages, so that they can be skipped without decoding.
"""

import functools
import struct
from collections.abc import Collection, Generator
from typing import Final

from tracker.exchange.csv_text import FormatError
from tracker.worded import worded

MOST_MESSAGES: Final = 1_000_000
_MARK: Final = b".FIT"
# Its length, two versions, length of the messages, signature.
_HEAD: Final = struct.Struct("<BBHI4s")
_SUM: Final = struct.Struct("<H")
_LENGTHS_OF_HEADS: Final = (_HEAD.size, _HEAD.size + _SUM.size)  # some have a checksum of their own
# First byte of the fields in a definition, after flags, byte order, kind and field count.
_FIELDS_FROM: Final = 6
_BYTES_A_FIELD: Final = 3  # number, length and type
_SAYS_LATER, _DEFINES, _OF_DEVELOPERS = 0x80, 0x40, 0x20  # flags in the first byte of a message
_MESSAGES_A_STEP: Final = 2_000
_BYTES_A_STEP: Final = 1 << 16
_POLYNOMIAL: Final = 0xA001  # polynomial of the checksum


class DamagedError(Exception):
    """The bytes are not a complete FIT file."""


def is_fit(head: bytes) -> bool:
    """Tell whether a file is a FIT file, by its first bytes."""
    return head[8:12] == _MARK


class Scan:
    """Goes through one file, or several concatenated ones, and keeps what is wanted.

    Args:
        data: The file.
        name: What to call it in an error.
        kinds: Numbers of the wanted messages in Garmin's profile.
    """

    def __init__(self, data: bytes, name: str, kinds: Collection[int]) -> None:
        self._data = data
        self._name = name
        self._kinds = kinds
        self._kept = bytearray()
        self._needs_all = False
        self._messages = 0
        self._files: list[tuple[int, int]] = []  # start of each, and position of its checksum
        self._is_whole = False

    @property
    def kept(self) -> bytes:
        """The same file without unwanted messages and without checksums."""
        return self._data if self._needs_all else bytes(self._kept)

    def finding(self) -> Generator[float, None, None]:
        """Find what is wanted, in steps, as far as the file is intact.

        Raises:
            FormatError: If it has more messages than any activity.
        """
        place = 0
        try:
            while place < len(self._data):
                place = yield from self._finding_in_file(place)
        except (DamagedError, IndexError, KeyError, struct.error):
            return
        self._is_whole = True

    def proving(self) -> Generator[float, None, None]:
        """Verify the checksums of the file, in steps.

        Raises:
            DamagedError: If it is truncated, or a byte was changed.
        """
        if not self._is_whole:
            raise DamagedError
        for begins, ends in self._files:
            head = begins + _HEAD.size
            if self._data[begins] > _HEAD.size:
                (told,) = _SUM.unpack_from(self._data, head)
                if told and told != _summed(self._data[begins:head], 0):
                    raise DamagedError
            summed = 0
            for place in range(begins, ends, _BYTES_A_STEP):
                yield 1.0
                summed = _summed(self._data[place : min(place + _BYTES_A_STEP, ends)], summed)
            if _SUM.unpack_from(self._data, ends) != (summed,):
                raise DamagedError

    def _finding_in_file(self, begins: int) -> Generator[float, None, int]:
        """Go through the file that begins at an offset; returns where the next one would begin."""
        length: int
        size: int
        length, protocol, profile, size, mark = _HEAD.unpack_from(self._data, begins)
        if length not in _LENGTHS_OF_HEADS or mark != _MARK:
            raise DamagedError
        ends = begins + length + size
        self._files.append((begins, ends))
        body: list[bytes] = []
        try:
            yield from self._finding_between(begins + length, ends, body)
        finally:
            kept = b"".join(body)
            self._kept += _HEAD.pack(_HEAD.size, protocol, profile, len(kept), mark)
            self._kept += kept + _SUM.pack(0)
        if ends + _SUM.size > len(self._data):
            raise DamagedError
        return ends + _SUM.size

    def _finding_between(
        self, place: int, ends: int, body: list[bytes]
    ) -> Generator[float, None, None]:
        data = self._data
        lengths: dict[int, int] = {}  # lengths of messages by local definition number
        wanted: set[int] = set()  # those of the numbers that are wanted
        while place < ends:
            if self._messages % _MESSAGES_A_STEP == 0:
                yield place / len(data)
            self._messages += 1
            if self._messages > MOST_MESSAGES:
                raise FormatError(worded("{} has more messages than any activity.", self._name))
            mark = data[place]
            if mark & _SAYS_LATER:
                number = mark >> 5 & 0x3
                after = place + lengths[number]
                # Its time depends on an earlier message, which may be any.
                self._needs_all |= number in wanted
            elif mark & _DEFINES:
                number = mark & 0xF
                after, kind, lengths[number] = _definition(data, place)
                (wanted.add if kind in self._kinds else wanted.discard)(number)
            else:
                number = mark & 0xF
                after = place + lengths[number]
            if after > ends:
                raise DamagedError
            if number in wanted:
                body.append(data[place:after])
            place = after


def _definition(data: bytes, place: int) -> tuple[int, int, int]:
    """Return where a definition ends, the kind of message it defines, and the message's length."""
    kind = int.from_bytes(data[place + 3 : place + 5], "big" if data[place + 2] else "little")
    fields = place + _FIELDS_FROM
    after = fields + data[fields - 1] * _BYTES_A_FIELD
    length = 1 + sum(data[fields + 1 : after : _BYTES_A_FIELD])
    if data[place] & _OF_DEVELOPERS:
        fields = after + 1
        after = fields + data[fields - 1] * _BYTES_A_FIELD
        length += sum(data[fields + 1 : after : _BYTES_A_FIELD])
    return after, kind, length


def _summed(data: bytes, before: int) -> int:
    """Continue a checksum over more bytes; the number of bytes before them must be even.

    >>> hex(_summed(b"123456789", 0))
    '0xbb3d'
    """
    pairs, rest = divmod(len(data), 2)
    table = _sums()
    for pair in struct.unpack_from(f"<{pairs}H", data):
        before = table[before ^ pair]
    if rest:
        before = _shifted(before ^ data[-1])
    return before


@functools.cache
def _sums() -> list[int]:
    """Return the checksum of every pair of bytes, a table that halves the time."""
    once = [_shifted(byte) for byte in range(256)]
    twice = [once[each & 0xFF] ^ each >> 8 for each in once]
    return [later ^ earlier for later in once for earlier in twice]


def _shifted(value: int) -> int:
    for _ in range(8):
        value = value >> 1 ^ (_POLYNOMIAL if value & 1 else 0)
    return value

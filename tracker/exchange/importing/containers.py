"""Opens files that contain others: archives, workbooks, compressed files.

A file inside is judged by its first bytes, like a file on its own. If one thing is recognised it is
taken; if there are several candidates they are listed, and the person is asked. Nothing is written
to disk here, and everything is limited: the unpacked size, the number of files, the nesting depth,
and the compression ratio.
"""

import zlib
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Final
from zipfile import ZipFile, ZipInfo

from tracker.disk import disk_in_words, require_plain_file
from tracker.exchange.csv_text import FormatError
from tracker.exchange.file_kinds import HEAD, Container, container_of
from tracker.exchange.importing.archives import (
    CHUNK,
    damage_in_words,
    opened_archive,
    opened_part,
    require_plausible,
    require_size,
    require_unpackable,
)
from tracker.exchange.importing.workbooks import MOST_IN_WORKBOOK, WORKBOOK, opened_workbook
from tracker.worded import worded

MOST_STREAMED: Final = 1 << 32  # bytes of a file that is read in pieces
MOST_NESTED: Final = 3  # nested containers
MOST_LOOKED_AT: Final = 1_000  # files of an archive
MOST_NAMED: Final = 12  # named in a sentence
_PIECE: Final = 1 << 13
_TABLES: Final = (
    "csv",
    "tsv",
    "txt",
    "xml",
    "json",
    "xlsx",
    "xlsm",
    "zip",
    "gz",
    "soleus",
    "fitnotes",
)
_NO_TABLES: Final = (".fit.gz", ".gpx.gz", ".tcx.gz", ".tar.gz")
_NOT_OF_PEOPLE: Final = (
    "__MACOSX/",
    ".",
    "~$",
)  # prefixes of names that programs use for themselves
# Other kinds of ZIP archive, by a file in them.
_OTHERS: Final = {
    "xl/workbook.bin": worded(
        "a binary workbook (.xlsb). Save it as .xlsx or CSV and import that."
    ),
    "content.xml": worded("a file of LibreOffice. Save it as .xlsx or CSV and import that."),
    "Index/Document.iwa": worded("a file of Apple Numbers. Export it as CSV and import that."),
    "word/document.xml": worded("a text of Word. Save its table as CSV and import that."),
}

# Names the format of something by its first bytes; None if it cannot be read.
Recognise = Callable[[bytes], str | None]


@dataclass(frozen=True, slots=True)
class Contents:
    """An open file, on disk or inside a container.

    Args:
        name: What to call it in an error.
        inside: Which part of the file on disk it is; empty for all of it.
        size: Size in bytes.
        file: The open file.
    """

    name: str
    inside: str
    size: int
    file: IO[bytes]

    def head(self) -> bytes:
        """Return its first bytes."""
        with damage_in_words(self.name):
            self.file.seek(0)
            head = self.file.read(HEAD)
            self.file.seek(0)
        return head

    def chunks(self) -> Iterator[bytes]:
        """Read it from the beginning, in pieces."""
        with damage_in_words(self.name):
            self.file.seek(0)
            while chunk := self.file.read(CHUNK):
                yield chunk

    def reading(self) -> Generator[float, None, bytes]:
        """Read all of it, in steps.

        Raises:
            FormatError: If it is too large for training data, or damaged.
        """
        require_size(self.name, self.size)
        data = bytearray()
        for chunk in self.chunks():
            data += chunk
            yield min(len(data) / max(self.size, 1), 1.0)
        return bytes(data)


@dataclass(frozen=True, slots=True)
class Inside:
    """Something inside a container, and its format; empty if unknown."""

    name: str
    format_name: str

    def __str__(self) -> str:
        return f"{self.name} ({self.format_name})" if self.format_name else self.name


@dataclass(frozen=True, slots=True)
class Pasted:
    """Data from the clipboard, to be read like a file.

    Args:
        name: What to call it in an error.
        data: Its bytes.
    """

    name: str
    data: bytes


class NothingInsideError(FormatError):
    """A container without any table."""


class SeveralInsideError(FormatError):
    """A container with several candidates, of which a person must choose.

    Args:
        name: What to call it.
        insides: The candidates in it.
        path: The choices made so far, a prefix for the name of a candidate.
    """

    def __init__(self, name: str, insides: Sequence[Inside], path: str) -> None:
        super().__init__(worded("{} holds {}.", name, _listed(insides)))
        self.insides = tuple(
            Inside(f"{path}/{each.name}" if path else each.name, each.format_name)
            for each in insides
        )


def opened(source: Path | Pasted, stack: ExitStack) -> Contents:
    """Open a file on disk, or pasted data; the stack closes it.

    Raises:
        TrackerError: As with ``file_at``.
    """
    if isinstance(source, Pasted):
        return Contents(source.name, "", len(source.data), BytesIO(source.data))
    return file_at(source, stack)


def file_at(path: Path, stack: ExitStack) -> Contents:
    """Open a file on disk; the stack closes it.

    Raises:
        TrackerError: If it is not a regular file, could not be opened, or is too large.
    """
    require_plain_file(path, "read")
    with disk_in_words(path, "read"):
        file = stack.enter_context(path.open("rb"))
        size = path.stat().st_size
    require_size(str(path), size, MOST_STREAMED)
    return Contents(str(path), "", size, file)


def unpacking(
    contents: Contents, wanted: str, recognise: Recognise, stack: ExitStack
) -> Generator[float, None, Contents]:
    """Unpack nested containers until there is a plain file, in steps.

    Args:
        contents: The file.
        wanted: Which part of it is meant, nested names separated by ``/``; empty to take what is
            recognised.
        recognise: Tells what something is by its first bytes.
        stack: Closes everything that is opened.

    Returns:
        What to read; the file itself if it is not a container.

    Raises:
        SeveralInsideError: If a person must choose.
        FormatError: If there is nothing to read, or it is damaged or exceeds a limit.
    """
    for _ in range(MOST_NESTED):
        yield 0.0
        match container_of(contents.head()):
            case Container.GZIP:
                contents = yield from _gunzipped(contents)
            case Container.ZIP:
                contents, wanted = yield from _taken_out(contents, wanted, recognise, stack)
            case _ if wanted:
                raise FormatError(worded("{} holds no “{}”.", contents.name, wanted))
            case _:
                return contents
    if container_of(contents.head()) is not None:
        raise FormatError(
            worded(
                "{} lies more than {} archives deep. Unpack it and import what is in it.",
                contents.name,
                MOST_NESTED,
            )
        )
    return contents


def _gunzipped(contents: Contents) -> Generator[float, None, Contents]:
    """Unpack a compressed file."""
    unpacked = BytesIO()
    size = told = taken = 0
    has_end = False
    decoder = zlib.decompressobj(wbits=31)  # expects a gzip header
    for chunk in contents.chunks():
        # What follows a part is copied; in short pieces that costs little, however many parts.
        for piece in (chunk[at : at + _PIECE] for at in range(0, len(chunk), _PIECE)):
            taken += len(piece)
            rest = piece.lstrip(b"\0") if has_end else piece
            while rest:
                with damage_in_words(contents.name):
                    size += unpacked.write(decoder.decompress(rest, CHUNK))
                require_plausible(contents.name, size, taken)
                rest, has_end = decoder.unconsumed_tail, decoder.eof
                if has_end:
                    rest = decoder.unused_data.lstrip(b"\0")
                    decoder = zlib.decompressobj(wbits=31)
                if size + taken - told >= CHUNK:
                    told = size + taken
                    yield min(taken / max(contents.size, 1), 1.0)
    if not has_end:  # and so no checksum either
        raise FormatError(
            worded("{} is cut off: its end is missing. Copy or download it anew.", contents.name)
        )
    return Contents(contents.name, contents.inside, size, unpacked)


def _taken_out(
    contents: Contents, wanted: str, recognise: Recognise, stack: ExitStack
) -> Generator[float, None, tuple[Contents, str]]:
    """Take one file from an archive, or one sheet from a workbook.

    Returns:
        What was taken, and what is wanted inside it in turn.
    """
    archive = stack.enter_context(opened_archive(contents.file, contents.name))
    infos = [each for each in archive.infolist() if _is_of_people(each)]
    names = [each.filename for each in infos]
    for told, words in _OTHERS.items():
        if told in names:
            raise FormatError(worded("{} is {}", contents.name, words))
    if WORKBOOK in names:
        parts = archive.infolist()
        require_size(contents.name, sum(each.file_size for each in parts), MOST_IN_WORKBOOK)
        for each in parts:  # openpyxl opens them by itself
            require_unpackable(each, contents.name)
        with damage_in_words(contents.name):
            book = stack.enter_context(opened_workbook(contents.file, contents.name))
        found = []
        for sheet in book.sheets():
            yield 0.0
            head = book.head(sheet)
            if head.strip():
                found.append(Inside(sheet, recognise(head) or ""))
        chosen, rest = _chosen(contents, found, wanted, worded("no sheet with a table"))
        data = yield from book.reading(chosen)
        return _part(contents, chosen, len(data), BytesIO(data)), rest
    found = []
    for info in infos:
        if wanted and _rest_of(wanted, info.filename) is not None:
            found.append(Inside(info.filename, ""))  # keep it; reading it will say what is wrong
        elif len(found) < MOST_LOOKED_AT and _may_be_table(info.filename):
            yield 0.0
            what = _recognised(archive, info, f"{contents.name}/{info.filename}", recognise)
            if what is not None:
                found.append(Inside(info.filename, what))
    chosen, rest = _chosen(contents, found, wanted, _without_tables(infos))
    info = next(each for each in infos if each.filename == chosen)
    name = f"{contents.name}/{chosen}"
    require_plausible(name, info.file_size, info.compress_size, MOST_STREAMED)
    file = stack.enter_context(opened_part(archive, info, name))
    part = _part(contents, chosen, info.file_size, file)
    if container_of(part.head()) is not None:
        data = yield from part.reading()
        part = _part(contents, chosen, len(data), BytesIO(data))
    return part, rest


def _part(contents: Contents, name: str, size: int, file: IO[bytes]) -> Contents:
    inside = f"{contents.inside}/{name}" if contents.inside else name
    return Contents(f"{contents.name}/{name}", inside, size, file)


def _is_of_people(info: ZipInfo) -> bool:
    base = info.filename.rpartition("/")[2]
    return bool(base) and not (
        info.filename.startswith(_NOT_OF_PEOPLE[0]) or base.startswith(_NOT_OF_PEOPLE[1:])
    )


def _may_be_table(name: str) -> bool:
    folded = name.casefold()
    return folded.rpartition(".")[2] in _TABLES and not folded.endswith(_NO_TABLES)


def _recognised(archive: ZipFile, info: ZipInfo, name: str, recognise: Recognise) -> str | None:
    """Tell what a file in an archive is, by its first bytes."""
    with opened_part(archive, info, name) as file, damage_in_words(name):
        head = file.read(HEAD)
    return "" if container_of(head) is not None else recognise(head)


def _without_tables(infos: Sequence[ZipInfo]) -> str:
    """Say what an archive contains instead of tables."""
    kinds = Counter(each.filename.rpartition(".")[2].casefold() for each in infos)
    named = ", ".join(f"{count:,} × .{kind}" for kind, count in kinds.most_common(5))
    return f"no table that can be read, but {named}" if named else "nothing"


def _rest_of(wanted: str, name: str) -> str | None:
    """Return what is wanted inside something, by its path or name; None if it is not meant."""
    folded = wanted.casefold()
    for known in (name.casefold(), name.casefold().rpartition("/")[2]):
        if folded == known or folded.startswith(f"{known}/"):
            return wanted[len(known) + 1 :]
    return None


def _listed(insides: Sequence[Inside]) -> str:
    named = ", ".join(map(str, insides[:MOST_NAMED]))
    more = len(insides) - MOST_NAMED
    return worded("{} and {:,} more", named, more) if more > 0 else named


def _chosen(
    contents: Contents, found: Sequence[Inside], wanted: str, otherwise: str
) -> tuple[str, str]:
    """Decide what to take from a container.

    Args:
        contents: The container.
        found: What in it can be read.
        wanted: What the person chose; empty for no choice.
        otherwise: What it contains if there is nothing to read.

    Returns:
        The name of what is taken, and what is wanted inside it in turn.

    Raises:
        SeveralInsideError: If a person must say.
        FormatError: If there is nothing, or what is wanted is missing.
    """
    if not found:
        raise NothingInsideError(worded("{} holds {}.", contents.name, otherwise))
    if wanted:
        for each in sorted(found, key=lambda one: len(one.name), reverse=True):
            rest = _rest_of(wanted, each.name)
            if rest is not None:
                return each.name, rest
        raise FormatError(
            worded("{} holds no “{}”, but {}.", contents.name, wanted, _listed(found))
        )
    known_ones = [each for each in found if each.format_name] or list(found)
    if len(known_ones) > 1:
        raise SeveralInsideError(contents.name, known_ones, contents.inside)
    return known_ones[0].name, ""

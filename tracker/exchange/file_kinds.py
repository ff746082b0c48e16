"""What kind of file it is, judged by its first bytes and never by its name."""

import codecs
import re
from enum import StrEnum, auto
from typing import Final

from tracker.disk import SQLITE_MAGIC
from tracker.worded import worded

# Bytes needed to tell what a file is: Apple Health starts with a long description of itself.
HEAD: Final = 1 << 16


class Container(StrEnum):
    """A file that contains other files."""

    ZIP = auto()  # an archive, or a workbook
    GZIP = auto()  # one compressed file


_CONTAINERS: Final = {b"PK\x03\x04": Container.ZIP, b"\x1f\x8b": Container.GZIP}

_PICTURE: Final = worded("a picture. Import the table that the app exports (CSV).")
_FILM: Final = worded("a film or a sound. Import the table that the app exports (CSV).")
_UNPACK: Final = worded(
    "an archive of a kind that is not opened. Unpack it and import what is in it."
)
_OLD_OFFICE: Final = worded(
    "a file of an old Excel or Word, or one locked with a password. Save it as .xlsx or CSV and "
    "import that."
)
_TRACK: Final = worded(
    "the track of one activity. Import the list of all of them that the app exports (CSV)."
)
_FIT: Final = worded("a FIT file of a watch, which has no columns to choose.")
_WEB_PAGE: Final = worded("a web page. Import a table (CSV).")
_XML: Final = worded("an XML file, which is not read. Import a table (CSV).")
_JSON: Final = worded("a JSON file of another program, which is not read. Import its table (CSV).")
_DATABASE: Final = worded("a database. Take it out of its archive and import it by itself.")

# By the position of the telling bytes.
_BINARY: Final = (
    (0, b"\x89PNG\r\n", _PICTURE),
    (0, b"\xff\xd8\xff", _PICTURE),
    (0, b"GIF8", _PICTURE),
    (0, b"II*\x00", _PICTURE),
    (0, b"MM\x00*", _PICTURE),
    (8, b"WEBP", _PICTURE),
    (4, b"ftyphei", _PICTURE),
    (4, b"ftypmif", _PICTURE),
    (4, b"ftypavif", _PICTURE),
    (4, b"ftyp", _FILM),
    (0, b"ID3\x03", _FILM),
    (0, b"ID3\x04", _FILM),
    (8, b"WAVE", _FILM),
    (8, b"AVI ", _FILM),
    (0, b"%PDF", worded("a PDF. Import a table (CSV).")),
    (0, b"Rar!", _UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", _UNPACK),
    (0, b"BZh", _UNPACK),
    (0, b"\xfd7zXZ\x00", _UNPACK),
    (0, b"\x28\xb5\x2f\xfd", _UNPACK),
    (257, b"ustar", _UNPACK),
    (0, b"PK\x05\x06", worded("an empty ZIP archive.")),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_OFFICE),
    (8, b".FIT", _FIT),
    (0, SQLITE_MAGIC, _DATABASE),
    (0, b"{\\rtf", worded("a text of Word (RTF). Save its table as CSV and import that.")),
)
_MARKED_UP: Final = (
    (rb"<gpx\b", _TRACK),
    (rb"<TrainingCenterDatabase\b", _TRACK),
    (rb"<kml\b", _TRACK),
    (rb"<!doctype html|<html\b", _WEB_PAGE),
)


def container_of(head: bytes) -> Container | None:
    """Tell what kind of container a file is by its first bytes; None if it is not one."""
    return next((kind for start, kind in _CONTAINERS.items() if head.startswith(start)), None)


def refusal_of(data: bytes) -> str:
    """Say what kind of file it is that cannot be a table.

    Args:
        data: The file, or its first ``HEAD`` bytes.

    Returns:
        What it is and what to do, to follow “NAME is”; empty if it may be a table.
    """
    head = data[:HEAD]
    if container_of(head) is not None:
        return _UNPACK
    for place, magic, words in _BINARY:
        if head[place:].startswith(magic):
            return words
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if start.startswith(b"<"):
        found = (words for each, words in _MARKED_UP if re.search(each, head, re.IGNORECASE))
        return next(found, _XML)
    return _JSON if re.match(rb"\[\s*[\[{\]]", start) else ""

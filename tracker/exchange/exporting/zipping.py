"""Our CSV files as one archive, with a ``README.txt`` that explains each column.

The same log gives the same bytes: nothing in the archive tells when or where it was made.
"""

from collections.abc import Generator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tracker.disk import bytes_written_beside, make_folder
from tracker.exchange.exporting.data_dictionary import readme_lines
from tracker.exchange.exporting.export import Export, Table, part_of
from tracker.exchange.exporting.sets import ENCODING, LINE_END

README: Final = "README.txt"
_UNIX: Final = 3  # so that the machine it was made on leaves no mark
_OWNER_ALONE: Final = 0o100600 << 16


def _member(name: str) -> ZipInfo:
    """Describe a file of the archive, its date the first that an archive knows."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    info.create_system = _UNIX
    info.external_attr = _OWNER_ALONE
    return info


def zipping(
    export: Export, path: Path, tables: Sequence[Table]
) -> Generator[float, None, dict[Table, int]]:
    """Write files into an archive, whole or not at all.

    Args:
        export: What to write.
        path: Of the archive; its folder is made where it is missing.
        tables: Which files.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The number of lines of each file, without its header.

    Raises:
        TrackerError: If it could not be written.
    """
    make_folder(path.parent)
    written: dict[Table, int] = {}
    with bytes_written_beside(path) as file, ZipFile(file, "w") as archive:
        for place, table in enumerate(tables):
            with (
                archive.open(_member(table.value), "w") as member,
                TextIOWrapper(member, encoding=ENCODING, newline="") as text,
            ):
                written[table] = yield from part_of(export.writing(table, text), place, len(tables))
        readme = readme_lines(tables, export.runner.formula, export.shape)
        data = LINE_END.join([*readme, ""]).encode(ENCODING)
        archive.writestr(_member(README), data)
    return written

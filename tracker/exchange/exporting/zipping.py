"""Our CSV files as one archive, with a ``README.txt`` that explains each column.

The same log gives the same bytes: nothing in the archive tells when or where it was made.
"""

from collections.abc import Generator
from io import TextIOWrapper
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tracker.disk import bytes_written_beside, make_folder
from tracker.exchange.exporting.data_dictionary import readme_lines
from tracker.exchange.exporting.export import Export, part_of
from tracker.exchange.tables.dialect import ENCODING, LINE_END

README: Final = "README.txt"
_UNIX: Final = 3  # a fixed system, so that the machine leaves no trace
_OWNER_ALONE: Final = 0o100600 << 16


def _member(name: str) -> ZipInfo:
    """Describe a file of the archive, dated with the earliest date a ZIP archive can hold."""
    info = ZipInfo(name)
    info.compress_type = ZIP_DEFLATED
    info.create_system = _UNIX
    info.external_attr = _OWNER_ALONE
    return info


def zipping(export: Export, path: Path) -> Generator[float, None, dict[str, int]]:
    """Write files to an archive, completely or not at all.

    Args:
        export: What to write.
        path: Path of the archive; its folder is made if missing.

    Yields:
        The fraction done, 0 to 1.

    Returns:
        The number of lines without the header, by file name.

    Raises:
        TrackerError: If it could not be written.
    """
    make_folder(path.parent)
    written: dict[str, int] = {}
    with bytes_written_beside(path) as file, ZipFile(file, "w") as archive:
        for table in export.rows:
            with (
                archive.open(_member(table.name), "w") as member,
                TextIOWrapper(member, encoding=ENCODING, newline="") as text,
            ):
                steps = export.writing(table, text)
                written[table.name] = yield from part_of(steps, len(written), len(export.rows))
        readme = readme_lines(export.rows, export.formula, export.dialect)
        data = LINE_END.join([*readme, ""]).encode(ENCODING)
        archive.writestr(_member(README), data)
    return written

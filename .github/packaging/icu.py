"""ICU's data in the bundle without what Qt never asks for: half of its 32 megabytes.

    python icu.py BUNDLE

Qt asks ICU to convert, to sort, to change case, and for the names of time zones, as
``nm -D libQt6Core.so.6`` lists; names of languages, countries and currencies and the boundaries of
words it has of its own. It needs binutils.
"""

import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

LEFT_OUT: Final = ("brkitr", "curr", "lang", "rbnf", "region", "translit", "unit")
_ALIGNED: Final = 16  # bytes, where the parts of a package begin
_SOURCE: Final = """\
    .section .rodata
    .balign {aligned}
    .globl {symbol}
    .type {symbol}, %object
{symbol}:
    .incbin "{file}"
    .size {symbol}, . - {symbol}
    .section .note.GNU-stack, "", %progbits
"""


def without(package: bytes) -> bytes:
    """Give a package of ICU's without the parts that are left out.

    Args:
        package: A head, whose first two bytes say its own length; the number of parts; for each
            part where its name and its content begin, counted from behind the head, in the order
            of both; the names, with a zero behind each; the contents. Numbers have four bytes.
    """
    (head,) = struct.unpack_from("<H", package)
    (count,) = struct.unpack_from("<I", package, head)
    places = list(struct.iter_unpack("<II", package[head + 4 : head + 4 + 8 * count]))
    ends = [start for _, start in places[1:]] + [len(package) - head]
    kept: list[tuple[bytes, bytes]] = []
    for (named, start), end in zip(places, ends, strict=True):
        name = package[head + named : package.index(b"\0", head + named) + 1]
        if name.split(b"/")[1].decode() not in LEFT_OUT:
            content = package[head + start : head + end]
            kept.append((name, content + bytes(-len(content) % _ALIGNED)))
    names = b"".join(name for name, _ in kept)
    named = 4 + 8 * len(kept)
    start = named + len(names)
    padding = bytes(-(head + start) % _ALIGNED)
    start += len(padding)
    table = struct.pack("<I", len(kept))
    for name, content in kept:
        table += struct.pack("<II", named, start)
        named += len(name)
        start += len(content)
    return package[:head] + table + names + padding + b"".join(content for _, content in kept)


def main() -> int:
    """Make the library anew in its place, and give the exit code."""
    (library,) = Path(sys.argv[1]).rglob("PySide6/Qt/lib/libicudata.so.*")
    symbol = f"icudt{library.suffix[1:]}_dat"
    with tempfile.TemporaryDirectory() as folder:
        package, source, made = (Path(folder) / name for name in ("package", "source.s", "made.o"))
        run("objcopy", "-O", "binary", "-j", ".rodata", library, package)
        package.write_bytes(without(package.read_bytes()))
        source.write_text(_SOURCE.format(aligned=_ALIGNED, symbol=symbol, file=package))
        run("as", source, "-o", made)
        run("ld", "-shared", "-soname", library.name, "-z", "noseparate-code", made, "-o", library)
    return 0


def run(*command: str | Path) -> None:
    """Run a command that must succeed."""
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())

"""``soleus desktop``: registers the program and its logs with the user's desktop, or removes them.

Meant for installations by pip, pipx or uv; system packages bring the same files themselves. The
folders are those of the XDG base directory specification.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tracker import DONE, TrackerError
from tracker.app.drawing import png_of
from tracker.app.resources import DESKTOP_ID, DOCUMENT_ICON, desktop_file
from tracker.cli.terminal import counted, say
from tracker.disk import bytes_written_beside, disk_in_words, make_folder

SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)  # of icons, in pixels
# Tools that index the files in a folder; desktops without them read the folders directly.
REFRESHING: Final = (
    ("update-desktop-database", "applications"),
    ("update-mime-database", "mime"),
    ("gtk-update-icon-cache", "icons/hicolor"),
)
# The indexes they write, which are useless once nothing else is left in the folder.
INDEXES: Final = {
    *("mimeinfo.cache", "icon-theme.cache", "XMLnamespaces", "aliases", "generic-icons", "globs"),
    *("globs2", "icons", "magic", "mime.cache", "subclasses", "treemagic", "types", "version"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``desktop``."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--install", action="store_true", help="into the menu, with icon and files")
    what.add_argument("--remove", action="store_true", help="take all of it away again")


def run(arguments: argparse.Namespace) -> int:
    """Install or remove the desktop's files about the program for this user; returns the exit code.

    Raises:
        TrackerError: On a system without such folders, or if a file cannot be written or removed.
    """
    if sys.platform in ("win32", "darwin"):
        raise TrackerError("This is for desktops of Linux and BSD; here the installer does it.")
    folder = data_folder()
    count = _install(folder) if arguments.install else _remove(folder)
    files = counted(count, "file")
    if arguments.install:
        say(f"Put {files} into {folder}: Soleus is in the menu, and its files open with it.")
        say("soleus desktop --remove takes them away again.")
    else:
        say(f"Removed {files} from {folder}." if count else f"There was nothing in {folder}.")
    return DONE


def data_folder() -> Path:
    """Return the user's data folder, where the desktop looks for such files."""
    given = Path(os.environ.get("XDG_DATA_HOME", ""))
    return given if given.is_absolute() else Path.home() / ".local" / "share"


def installed_files(command: str) -> Iterator[tuple[str, bytes]]:
    """Yield each file to install: its path below the data folder, and its contents.

    Args:
        command: The command that starts the program, in the form of an entry's ``Exec``.
    """
    entry = desktop_file(f"{DESKTOP_ID}.desktop").read_text(encoding="utf-8")
    entry = entry.replace("Exec=soleus ", f"Exec={command} ")
    yield f"applications/{DESKTOP_ID}.desktop", entry.encode()
    for kind, name in (
        ("metainfo", f"{DESKTOP_ID}.metainfo.xml"),
        ("mime/packages", f"{DESKTOP_ID}.xml"),
    ):
        yield f"{kind}/{name}", desktop_file(name).read_bytes()
    icons = "icons/hicolor"
    symbolic = f"{DESKTOP_ID}-symbolic.svg"
    yield f"{icons}/symbolic/apps/{symbolic}", desktop_file(symbolic).read_bytes()
    for kind, name in (("apps", DESKTOP_ID), ("mimetypes", DOCUMENT_ICON)):
        drawing = desktop_file(f"{name}.svg").read_bytes()
        yield f"{icons}/scalable/{kind}/{name}.svg", drawing
        for size in SIZES:
            yield f"{icons}/{size}x{size}/{kind}/{name}.png", png_of(drawing, size)


def entry_command() -> list[str]:
    """Return the command that starts this very program, whatever the desktop's search path."""
    script = Path(sys.argv[0])
    found = script if script.name == "soleus" and script.is_file() else shutil.which("soleus")
    return [str(Path(found).absolute())] if found else [sys.executable, "-m", "tracker"]


def entry_quoted(command: list[str]) -> str:
    r"""Quote a command for the ``Exec`` key of a desktop entry.

    >>> entry_quoted(["/opt/my apps/soleus"])
    '"/opt/my apps/soleus"'
    >>> entry_quoted(["/100%/soleus"])
    '"/100%%/soleus"'

    Source: Desktop Entry Specification 1.5, "The Exec key".
    """
    plain = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+:@")
    parts = []
    for part in command:
        if set(part) <= plain:
            parts.append(part)
            continue
        for special in ("\\", '"', "`", "$"):
            part = part.replace(special, "\\" + special)
        # A backslash is escaped twice: once for the string, once for the quotes.
        parts.append('"' + part.replace("\\", "\\\\").replace("%", "%%") + '"')
    return " ".join(parts)


def _install(folder: Path) -> int:
    count = 0
    for name, content in installed_files(entry_quoted(entry_command())):
        target = folder / name
        make_folder(target.parent)
        with bytes_written_beside(target) as file:
            file.write(content)
        count += 1
    _refresh(folder)
    return count


def _remove(folder: Path) -> int:
    targets = [folder / name for name, _ in installed_files("soleus")]
    there = [target for target in targets if target.is_file()]
    for target in there:
        with disk_in_words(target, "removed"):
            target.unlink()
    _refresh(folder)  # before removing folders, or an index would still list removed files
    for _, name in REFRESHING:
        _remove_index_of_nothing(folder / name)
    for target in targets:
        _remove_empty(target.parent, folder)
    return len(there)


def _remove_index_of_nothing(folder: Path) -> None:
    """Remove a folder that contains only indexes."""
    files = [each for each in folder.rglob("*") if each.is_symlink() or not each.is_dir()]
    if all(each.name in INDEXES for each in files):
        shutil.rmtree(folder, ignore_errors=True)


def _remove_empty(start: Path, end: Path) -> None:
    """Remove empty folders, up to the data folder."""
    while start != end and (not start.is_dir() or not any(start.iterdir())):
        if start.is_dir():
            with disk_in_words(start, "removed"):
                start.rmdir()
        start = start.parent


def _refresh(folder: Path) -> None:
    for program, name in REFRESHING:
        found, target = shutil.which(program), folder / name
        if found and target.is_dir():
            subprocess.run([found, str(target)], capture_output=True, check=False, timeout=60)

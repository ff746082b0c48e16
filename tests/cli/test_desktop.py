"""The program known to the user's desktop, and forgotten again, with everything that was there."""

import errno
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from tracker import disk
from tracker.app.resources import DESKTOP_ID
from tracker.cli.commands import main
from tracker.cli.desktop import SIZES, entry_command, entry_quoted

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data"


def files_of(folder: Path) -> set[str]:
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def test_everything_installed_lies_where_the_desktop_looks(home: Path, capsys: Capture) -> None:
    assert main(["desktop", "--install"]) == 0
    assert "Soleus is in the menu" in capsys.readouterr().out
    icons = "icons/hicolor"
    assert files_of(home) >= {
        f"applications/{DESKTOP_ID}.desktop",
        f"metainfo/{DESKTOP_ID}.metainfo.xml",
        f"mime/packages/{DESKTOP_ID}.xml",
        f"{icons}/scalable/apps/{DESKTOP_ID}.svg",
        f"{icons}/scalable/mimetypes/application-x-soleus-log.svg",
        f"{icons}/symbolic/apps/{DESKTOP_ID}-symbolic.svg",
        *(f"{icons}/{size}x{size}/apps/{DESKTOP_ID}.png" for size in SIZES),
    }


def test_an_icon_has_the_size_of_its_folder_and_is_not_empty(home: Path) -> None:
    from PySide6.QtGui import QImage

    main(["desktop", "--install"])
    for size in SIZES:
        image = QImage(str(home / f"icons/hicolor/{size}x{size}/apps/{DESKTOP_ID}.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(size // 2, size // 2).alpha() > 200
        assert image.pixelColor(0, 0).alpha() == 0


def test_what_was_installed_is_removed_and_other_files_stay(home: Path, capsys: Capture) -> None:
    other = home / "applications" / "other.desktop"
    other.parent.mkdir(parents=True)
    other.write_text("[Desktop Entry]\n")
    main(["desktop", "--install"])
    assert main(["desktop", "--remove"]) == 0
    assert "Removed 24 files" in capsys.readouterr().out
    ours = {each for each in files_of(home) if "soleus" in each}
    assert not ours
    assert other.exists()
    assert not (home / "icons").exists()
    assert main(["desktop", "--remove"]) == 0
    assert "There was nothing" in capsys.readouterr().out


@pytest.mark.parametrize("others", [(), ("mime/packages/mine.xml", "applications/mine.desktop")])
def test_an_index_goes_with_the_last_that_it_tells_of(home: Path, others: tuple[str, ...]) -> None:
    main(["desktop", "--install"])
    made = ("mime/globs2", "mime/version", "applications/mimeinfo.cache")
    for name in (*made, *others):
        (home / name).touch()
    main(["desktop", "--remove"])
    assert all((home / name).exists() == bool(others) for name in (*made, *others))
    assert any(home.iterdir()) == bool(others)


def test_the_entry_starts_this_very_program(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = home.parent / "my apps" / "soleus"
    script.parent.mkdir()
    script.touch()
    monkeypatch.setattr(sys, "argv", [str(script)])
    assert entry_command() == [str(script)]
    main(["desktop", "--install"])
    entry = (home / f"applications/{DESKTOP_ID}.desktop").read_text(encoding="utf-8")
    assert f'Exec="{script}" %f\n' in entry
    assert f'Exec="{script}" --demo\n' in entry


def test_without_a_script_python_starts_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["-c"])
    monkeypatch.setenv("PATH", "")
    assert entry_command() == [sys.executable, "-m", "tracker"]


def test_a_command_with_special_signs_is_read_back_as_it_was() -> None:
    command = ['/a b/$x/`y`/"z"\\', "plain"]
    # The string level of a desktop entry first, then quoting, which is the shell's.
    quoted = entry_quoted(command).replace("\\\\", "\\")
    done = subprocess.run(["sh", "-c", f"printf '%s\n' {quoted}"], capture_output=True, check=True)
    assert done.stdout.decode().splitlines() == command


def test_a_folder_that_cannot_be_written_is_told_in_a_line(home: Path, capsys: Capture) -> None:
    home.write_text("a file in its place")
    assert main(["desktop", "--install"]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "could not be made: not a directory." in said


def test_a_file_that_cannot_be_written_whole_leaves_the_one_that_was_there(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    main(["desktop", "--install"])
    entry = home / f"applications/{DESKTOP_ID}.desktop"
    before = entry.read_bytes()

    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "whatever this system says")

    monkeypatch.setattr(disk, "flush", full)
    capsys.readouterr()
    assert main(["desktop", "--install"]) == 1
    assert capsys.readouterr().err.endswith("could not be written: no space left on device.\n")
    assert entry.read_bytes() == before
    assert [each.name for each in entry.parent.glob("*soleus*")] == [entry.name]


def test_a_file_that_cannot_be_removed_is_told_in_a_line(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    main(["desktop", "--install"])

    def refused(_path: Path) -> None:
        raise OSError(errno.EACCES, "whatever this system says")

    monkeypatch.setattr(Path, "unlink", refused)
    capsys.readouterr()
    assert main(["desktop", "--remove"]) == 1
    said = capsys.readouterr().err
    assert said.endswith(f"{DESKTOP_ID}.desktop could not be removed: permission denied.\n")


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_are_told_that_it_is_not_for_them(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert main(["desktop", "--install"]) == 1
    assert "Linux" in capsys.readouterr().err
    assert not home.exists()


@pytest.mark.skipif(which("desktop-file-validate") is None, reason="no desktop-file-validate")
def test_the_installed_entry_is_valid(home: Path) -> None:
    main(["desktop", "--install"])
    entry = home / f"applications/{DESKTOP_ID}.desktop"
    done = subprocess.run(
        ["desktop-file-validate", str(entry)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")

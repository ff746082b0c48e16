"""The disk: what it says, in words, and files that are written whole or not at all."""

from pathlib import Path

import pytest

from tracker import TrackerError
from tracker.disk import bytes_of, bytes_written_beside, make_folder, written_beside


def test_a_file_takes_its_place_when_the_block_ends_well(tmp_path: Path) -> None:
    path = tmp_path / "sets.csv"
    path.write_text("old")
    with written_beside(path, "utf-8") as file:
        file.write("new\r\n")
        assert path.read_text() == "old"
    assert path.read_bytes() == b"new\r\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_block_that_fails_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "sets.csv"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), written_beside(path, "utf-8") as file:
        file.write(f"new {1 // 0}")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_told_with_the_name_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "none" / "sets.csv"
    saying = r"none.sets\.csv could not be written: no such file"
    with pytest.raises(TrackerError, match=saying), written_beside(path, "utf-8"):
        pass


def test_a_folder_in_the_place_of_the_file_is_told_and_left(tmp_path: Path) -> None:
    path = tmp_path / "sets.csv"
    path.mkdir()
    saying = "could not be written"
    with pytest.raises(TrackerError, match=saying), written_beside(path, "utf-8") as file:
        file.write("new")
    assert list(tmp_path.iterdir()) == [path]


def test_bytes_take_their_place_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "log.zip"
    with bytes_written_beside(path) as file:
        file.write(b"\x00\r\n\xff")
        assert not path.exists()
    assert path.read_bytes() == b"\x00\r\n\xff"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(TrackerError, match="deeper could not be made: not a directory"):
        make_folder(tmp_path / "file" / "deeper")


def test_only_its_owner_may_read_the_file(tmp_path: Path) -> None:
    path = tmp_path / "sets.csv"
    with written_beside(path, "utf-8") as file:
        file.write("new")
    assert path.stat().st_mode & 0o077 == 0


def test_of_a_link_the_file_it_leads_to_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "sets.csv"
    real.write_text("old")
    link.symlink_to(real)
    with written_beside(link, "utf-8") as file:
        file.write("new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match=r"none\.csv could not be read: no such file"):
        bytes_of(tmp_path / "none.csv")

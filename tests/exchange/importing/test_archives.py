"""An archive is opened within limits, and only what can be unpacked in pieces is unpacked."""

import zipfile
from io import BytesIO

import pytest

from tracker.exchange.csv_text import FormatError
from tracker.exchange.importing import archives
from tracker.exchange.importing.archives import (
    damage_in_words,
    opened_archive,
    opened_part,
    require_plausible,
    require_size,
)


def archive(kind: int = zipfile.ZIP_DEFLATED) -> BytesIO:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", kind) as each:
        each.writestr("a.csv", b"Date,Reps\n")
    return made


@pytest.mark.parametrize("kind", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_what_is_unpacked_in_pieces_is_opened(kind: int) -> None:
    opened = opened_archive(archive(kind), "x.zip")
    with opened_part(opened, opened.infolist()[0], "x.zip/a.csv") as file:
        assert file.read() == b"Date,Reps\n"


@pytest.mark.parametrize("kind", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_would_be_unpacked_at_once_is_refused(kind: int) -> None:
    opened = opened_archive(archive(kind), "x.zip")
    with pytest.raises(FormatError, match=r"^x\.zip/a\.csv is packed in a way that is not read\."):
        opened_part(opened, opened.infolist()[0], "x.zip/a.csv")


def test_a_kind_of_packing_that_is_locked_is_told_to_be_locked() -> None:
    data = bytearray(archive(zipfile.ZIP_LZMA).getvalue())
    for place in (6, data.rindex(b"PK\x01\x02") + 8):
        data[place] |= 1
    opened = opened_archive(BytesIO(data), "x.zip")
    with pytest.raises(FormatError, match=r"^x\.zip/a\.csv is locked with a password"):
        opened_part(opened, opened.infolist()[0], "x.zip/a.csv")


def test_a_directory_too_long_for_training_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_DIRECTORY", 10)
    with pytest.raises(FormatError, match=r"^x\.zip holds far more files than any training"):
        opened_archive(archive(), "x.zip")


def test_damage_is_told_in_words() -> None:
    with pytest.raises(FormatError, match=r"^x\.zip is damaged"):
        opened_archive(BytesIO(archive().getvalue()[:-30]), "x.zip")
    with pytest.raises(FormatError, match=r"^x\.zip is damaged"), damage_in_words("x.zip"):
        raise EOFError


def test_limits_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    require_size("x", 10)
    with pytest.raises(FormatError, match="no training has more"):
        require_size("x", 10, 9)
    monkeypatch.setattr(archives, "MUCH", 1_000)
    require_plausible("x", 1_000, 1)
    require_plausible("x", 2_000, 10)
    with pytest.raises(FormatError, match=r"^x unpacks to far more than any training"):
        require_plausible("x", 2_001, 10)
    with pytest.raises(FormatError, match="no training has more"):
        require_plausible("x", 2_000, 10, 1_999)

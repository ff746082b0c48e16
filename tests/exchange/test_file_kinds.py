"""What is no table is called what it is, with what to do; what may be one is let through."""

import pytest

from tracker.exchange.file_kinds import Container, container_of, refusal_of


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"GIF89a", "a picture"),
        (b"II*\x00\x08\x00\x00\x00", "a picture"),  # TIFF, its lowest byte first, and last
        (b"MM\x00*\x00\x00\x00\x08", "a picture"),
        (b"RIFF\x00\x00\x00\x00WEBP", "a picture"),
        (b"\x00\x00\x00\x18ftypheic", "a picture"),
        (b"\x00\x00\x00\x18ftypmif1", "a picture"),
        (b"\x00\x00\x00\x1cftypavif", "a picture"),
        (b"\x00\x00\x00\x18ftypmp42", "a film"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", "a film"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "a film"),
        (b"ID3\x03\x00\x00", "a film"),  # MP3, as it is mostly tagged, and as FFmpeg tags it
        (b"ID3\x04\x00\x00", "a film"),
        (b"%PDF-1.7", "a PDF"),
        (b"Rar!\x1a\x07", "an archive of a kind that is not opened"),
        (b"7z\xbc\xaf\x27\x1c", "an archive of a kind that is not opened"),
        (b"BZh91AY&SY", "an archive of a kind that is not opened"),
        (b"\xfd7zXZ\x00\x00\x04", "an archive of a kind that is not opened"),
        (b"\x28\xb5\x2f\xfd\x04", "an archive of a kind that is not opened"),  # zstd
        (b"a.csv" + b"\x00" * 252 + b"ustar", "an archive of a kind that is not opened"),
        (b"PK\x05\x06", "an empty ZIP"),
        (b"PK\x03\x04", "an archive"),
        (b"\x1f\x8b\x08", "an archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel"),
        (b"\x0e\x10\x00\x00\x00\x00\x00\x00.FIT\x00", "a FIT file"),
        (b"SQLite format 3\x00", "a database"),
        (b"{\\rtf1", "a text of Word"),
        (b"<?xml version='1.0'?><gpx version='1.1'>", "the track of one activity"),
        (b"<?xml version='1.0'?>\n<TrainingCenterDatabase>", "the track of one activity"),
        (b"<!DOCTYPE html><table>", "a web page"),
        (b"\n <html>", "a web page"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><a/>", "an XML file"),
        (b'[ {"weight": 40}]', "a JSON file"),
    ],
)
def test_what_is_no_table_is_called_what_it_is(data: bytes, words: str) -> None:
    assert words in refusal_of(data)
    assert refusal_of(data).endswith(".")


@pytest.mark.parametrize(
    "data",
    [b"", b"Date,kg\n", b"\xff\xfeD\x00", b"[notes]\n", b"{", b"BMI,kg\n", b"ID3,kg\n"],
)
def test_what_may_be_a_table_is_let_through(data: bytes) -> None:
    assert refusal_of(data) == ""


def test_what_others_lie_in_is_told_by_its_first_bytes() -> None:
    assert container_of(b"PK\x03\x04") is Container.ZIP
    assert container_of(b"\x1f\x8b\x08") is Container.GZIP
    assert container_of(b"Date,kg") is None

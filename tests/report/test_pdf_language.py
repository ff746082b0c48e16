"""The language that is added to a PDF."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from tracker.report.pdf_language import with_language


@pytest.fixture
def pdf(qapp: QApplication) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    painter.drawText(500, 500, "Hello")
    painter.end()
    return bytes(buffer.data().data())


def test_what_was_there_stays_and_the_language_follows(pdf: bytes) -> None:
    spoken = with_language(pdf, "en-GB")
    assert spoken.startswith(pdf)
    assert b"/Lang (en-GB)" in spoken[len(pdf) :]
    assert b"/Lang" not in pdf


def test_the_new_catalogue_is_found_where_the_table_says(pdf: bytes) -> None:
    spoken = with_language(pdf, "de")
    *_, table = re.findall(rb"startxref\s+(\d+)", spoken)
    placed = re.match(rb"xref\n(\d+) 1\n(\d{10}) 00000 n \ntrailer", spoken[int(table) :])
    assert placed is not None
    assert spoken[int(placed[2]) :].startswith(placed[1] + b" 0 obj\n<<\n/Type /Catalog\n/Lang")
    before = re.search(rb"/Prev (\d+)", spoken)
    assert before is not None
    assert pdf[int(before[1]) :].startswith(b"xref")


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="a second reader's opinion")
def test_another_program_reads_it_without_complaint(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "spoken.pdf").write_bytes(with_language(pdf, "en"))
    done = subprocess.run(
        ["pdftotext", "spoken.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
    )
    assert (done.stdout.strip(), done.stderr) == (b"Hello", b"")

"""Every page and dialog can be opened, and has its picture, in a real window."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

_SECONDS = 120
_SIZE = "900x600"


def test_each_page_and_dialog_has_a_picture(tmp_path: Path) -> None:
    taken = subprocess.run(
        [
            *(sys.executable, "-m", "tests.screenshots", str(tmp_path)),
            *("--logs", "three-sessions", "--themes", "light", "--sizes", _SIZE),
        ],
        timeout=_SECONDS,
        capture_output=True,
        text=True,
        check=False,
    )
    assert taken.returncode == 0, taken.stderr
    pictures = {path: QImage(str(path)) for path in tmp_path.iterdir()}
    assert len(pictures) >= 35
    for path, picture in pictures.items():
        assert picture.width() >= 900, path.name
        colours = {
            picture.pixel(x, y)
            for x in range(0, picture.width(), 9)
            for y in range(0, picture.height(), 9)
        }
        assert len(colours) > 3, f"{path.name} shows nothing"

"""The program's icon as one file for Windows (.ico) or macOS (.icns): ``python icon.py FILE``."""

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from tracker.app.drawing import png_of
from tracker.app.resources import DESKTOP_ID, desktop_file

PIXELS = 256


def main() -> int:
    """Draw the icon into the file, and give the exit code."""
    target = Path(sys.argv[1])
    application = QGuiApplication(["icon", "-platform", "offscreen"])
    image = QImage.fromData(png_of(desktop_file(f"{DESKTOP_ID}.svg").read_bytes(), PIXELS))
    is_written = image.save(str(target))
    application.quit()
    return 0 if is_written else 1


if __name__ == "__main__":
    sys.exit(main())

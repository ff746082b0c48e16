"""Where icons and sounds lie: beside the package in a checkout, inside it when installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_INSTALLED = _PACKAGE / "resources"
ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"


def icon_file(name: str) -> Path:
    """Give the SVG file of an icon, drawn in ``currentColor``."""
    return ROOT / "icons" / f"{name}.svg"


def sound_file(name: str) -> Path:
    """Give the WAV file of a sound; how it was made stands in ``resources/sounds/README.md``."""
    return ROOT / "sounds" / f"{name}.wav"

"""Where icons and sounds lie: beside the package in a checkout, inside it when installed."""

from pathlib import Path
from typing import Final

# What the desktop knows the program by: the name of its entry, its icon and its windows.
DESKTOP_ID: Final = "org.soleus.soleus"
DOCUMENT_ICON: Final = "application-x-soleus-log"

_PACKAGE = Path(__file__).resolve().parent.parent
_INSTALLED = _PACKAGE / "resources"
ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"


def icon_file(name: str) -> Path:
    """Give the SVG file of an icon, drawn in ``currentColor``."""
    return ROOT / "icons" / f"{name}.svg"


def sound_file(name: str) -> Path:
    """Give the WAV file of a sound; how it was made stands in ``resources/sounds/README.md``."""
    return ROOT / "sounds" / f"{name}.wav"


def desktop_file(name: str) -> Path:
    """Give a file that describes the program, or draws it, for a desktop."""
    return ROOT / "desktop" / name

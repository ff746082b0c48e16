"""Where icons and sounds are: beside the package in a checkout, inside it when installed."""

from pathlib import Path
from typing import Final

# The desktop's id for the program: the name of its entry, icon and windows.
DESKTOP_ID: Final = "org.soleus.soleus"
DOCUMENT_ICON: Final = "application-x-soleus-log"

_PACKAGE = Path(__file__).resolve().parent.parent
_INSTALLED = _PACKAGE / "resources"
ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "resources"


def icon_file(name: str) -> Path:
    """Return the SVG file of an icon, drawn in ``currentColor``."""
    return ROOT / "icons" / f"{name}.svg"


def sound_file(name: str) -> Path:
    """Return the WAV file of a sound; ``resources/sounds/README.md`` says how it was made."""
    return ROOT / "sounds" / f"{name}.wav"


def desktop_file(name: str) -> Path:
    """Return a file that describes or depicts the program for a desktop."""
    return ROOT / "desktop" / name

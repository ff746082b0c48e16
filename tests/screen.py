"""The missing screen: Qt's own is 800 pixels wide, and the window fits its screen."""

from pathlib import Path
from typing import Final

PLATFORM: Final = f"offscreen:configfile={Path(__file__).with_suffix('.json')}"

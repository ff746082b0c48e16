"""The program's preferences, each declared once: its key, its possible values, and its words."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from tracker.app.language import Language
from tracker.app.language import noop as _noop
from tracker.app.rest_timer import LONGEST_REST_S
from tracker.domain.exercise import Exercise
from tracker.domain.frozen import frozen
from tracker.domain.load import Unit

# Heavy calf raises are done with 2 to 3 minutes of rest between sets (Beyer 2015).
REST_S: Final = 120
REST_BETWEEN_LEGS_S: Final = 30

Value = TypeVar("Value")


class Theme(StrEnum):
    """The colour theme of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class ReserveAsked(StrEnum):
    """After which sets to ask for the reserve."""

    EVERY_SET = "every set"
    LAST_OF_LEG = "last of leg"
    NEVER = "never"


def _text_of(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


@frozen
class Choice(Generic[Value]):
    """A preference with a few possible values.

    Args:
        key: Its name in the settings file.
        words: What it is about.
        values: The possible values, in order, each with its words.
        default: The value until one is chosen.
    """

    key: str
    words: str
    values: Mapping[Value, str]
    default: Value

    def __hash__(self) -> int:
        return hash(self.key)  # the values are a mapping, which has no hash

    def read(self, text: str) -> Value:
        """Read a stored value; an invalid one becomes the default."""
        return next((each for each in self.values if _text_of(each) == text), self.default)

    def written(self, value: Value) -> str:
        """Return a value as it is stored."""
        return _text_of(value)


@frozen
class Seconds:
    """A preference for a length of time, 0 for none.

    Args:
        key: Its name in the settings file.
        words: What it is about.
        default: The value until one is chosen.
        most: The longest allowed, in seconds.
    """

    key: str
    words: str
    default: int
    most: int = LONGEST_REST_S

    def read(self, text: str) -> int:
        """Read a stored value; an invalid one becomes the default."""
        return int(text) if text.isdecimal() and int(text) <= self.most else self.default

    def written(self, value: int) -> str:
        """Return a value as it is stored."""
        return str(value)


UNIT: Final = Choice(
    "unit",
    _noop("Unit of loads"),
    {Unit.KG: _noop("kilograms"), Unit.LB: _noop("pounds")},
    Unit.KG,
)
THEME: Final = Choice(
    "theme",
    _noop("Theme"),
    {
        Theme.SYSTEM: _noop("as the system"),
        Theme.LIGHT: _noop("light"),
        Theme.DARK: _noop("dark"),
    },
    Theme.SYSTEM,
)
LANGUAGE: Final = Choice(
    "language",
    _noop("Language, at next start"),
    # Each language in its own words, for those who cannot read any other.
    {
        Language.SYSTEM: _noop("as the system"),
        Language.ENGLISH: "English",
        Language.GERMAN: "Deutsch",
    },
    Language.SYSTEM,
)
ASKS_NEXT_MORNING: Final = Choice(
    "asks_next_morning",
    _noop("Next-morning question"),
    {True: _noop("asked the day after a session"), False: _noop("not asked")},
    True,
)
# Useful strength tests are 2 to 4 weeks apart; 0 is never.
STRENGTH_REMINDER_WEEKS: Final = Choice(
    "strength_reminder_weeks",
    _noop("Strength-test reminder"),
    {0: _noop("never"), **dict.fromkeys((2, 3, 4), _noop("every {} weeks"))},
    0,
)
RESERVE_ASKED: Final = Choice(
    "reserve_asked",
    _noop("Ask for the reserve"),
    {
        ReserveAsked.EVERY_SET: _noop("after every set"),
        ReserveAsked.LAST_OF_LEG: _noop("after the last set of each leg"),
        ReserveAsked.NEVER: _noop("never"),
    },
    ReserveAsked.EVERY_SET,
)
REST_IS_HEARD: Final = Choice(
    "rest_is_heard",
    _noop("End of a rest"),
    {True: _noop("seen and heard"), False: _noop("seen only")},
    True,
)
CHOICES: Final[tuple[Choice[Any], ...]] = (
    UNIT,
    THEME,
    LANGUAGE,
    ASKS_NEXT_MORNING,
    STRENGTH_REMINDER_WEEKS,
    RESERVE_ASKED,
    REST_IS_HEARD,
)
RESTS: Final = {
    Exercise.SEATED: Seconds("rest_seated_s", _noop("seated"), REST_S),
    Exercise.STANDING: Seconds("rest_standing_s", _noop("standing"), REST_S),
    Exercise.STANDING_BENT: Seconds("rest_standing_bent_s", _noop("knee bent"), REST_S),
}
REST_BETWEEN_LEGS: Final = Seconds("rest_between_legs_s", _noop("other leg"), REST_BETWEEN_LEGS_S)
LENGTHS: Final[tuple[Seconds, ...]] = (*RESTS.values(), REST_BETWEEN_LEGS)

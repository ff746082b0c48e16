"""The exercises, the legs that do them, and the machines they are done on."""

from dataclasses import field
from enum import StrEnum
from typing import Final

from tracker.domain.entry import new_id, require_keepable
from tracker.domain.frozen import frozen
from tracker.worded import worded

LONGEST_NAME = 200


class Exercise(StrEnum):
    """A loaded calf raise, named by where the knee is."""

    SEATED = "seated"  # knee at about 90 degrees: soleus-biased
    STANDING = "standing"  # knee straight: whole calf
    STANDING_BENT = "standing_bent"  # standing, knee bent about 45 degrees

    @property
    def carries_bodyweight(self) -> bool:
        """Whether the calf lifts the body as well as the external load."""
        return self is not Exercise.SEATED


class Side(StrEnum):
    """The leg or legs that did a set."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"  # both at once: counts as work, but is never split into left and right

    @property
    def opposite(self) -> "Side":
        """The other leg; both legs are their own opposite."""
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)


LEGS: Final = (Side.LEFT, Side.RIGHT)


@frozen
class Equipment:
    """A machine, bar or step; loads on different equipment are not comparable.

    Raises:
        ValueError: If the name is empty, longer than 200 characters, or cannot be stored in a file.
    """

    name: str
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        require_keepable("The name of equipment", self.name)
        if not self.name.strip() or len(self.name) > LONGEST_NAME:
            raise ValueError(worded("Equipment needs a name of 1 to {} characters.", LONGEST_NAME))

"""Words in other programs' files, and what the runner said that they mean."""

from collections.abc import Iterable, Mapping
from enum import StrEnum, auto
from typing import Final, NamedTuple

LONGEST_WORD: Final = 200  # of a file, that is remembered


class Topic(StrEnum):
    """What a word tells, and so what it can mean."""

    MONTH = auto()  # 1 to 12
    ACTIVITY = auto()  # run, other
    SIDE = auto()  # left, right, both, each
    YES_NO = auto()  # yes, no
    SET_TYPE = auto()  # work, warmup, test, drop, failure, rest, note
    EXERCISE = auto()  # an exercise and its legs, as seated:left; or skip


Word = tuple[Topic, str]  # a word of a file, folded, and what it tells


class FileWord(NamedTuple):
    """What a word means in files of one shape.

    Args:
        shape: Whose files, or which columns: a word may mean something else in others.
        topic: What the word tells.
        word: As it is compared, folded.
        means: In our own terms, see ``Topic``; empty where what was said was taken back.
    """

    shape: str
    topic: Topic
    word: str
    means: str


def meanings_in(known: Iterable[FileWord], shape: str) -> dict[Word, str]:
    """Give what is known of the words in files of a shape."""
    return {(each.topic, each.word): each.means for each in known if each.shape == shape}


def file_words(shape: str, meanings: Mapping[Word, str]) -> list[FileWord]:
    """Give what is to be remembered of words in files of a shape; none that is too long for one."""
    return [
        FileWord(shape, topic, word, means)
        for (topic, word), means in meanings.items()
        if len(word) <= LONGEST_WORD
    ]

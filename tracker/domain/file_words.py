"""Words found in other programs' files, and what the runner said they mean."""

from collections.abc import Iterable, Mapping
from enum import StrEnum, auto
from typing import Final, NamedTuple

LONGEST_WORD: Final = 200  # the longest word remembered, in characters


class Topic(StrEnum):
    """What kind of thing a word stands for, and so which meanings it can have."""

    MONTH = auto()  # 1 to 12
    ACTIVITY = auto()  # run, other
    SIDE = auto()  # left, right, both, each
    YES_NO = auto()  # yes, no
    SET_TYPE = auto()  # work, warmup, test, drop, failure, rest, note
    EXERCISE = auto()  # an exercise and its legs, as seated:left; or skip


Word = tuple[Topic, str]  # what a word stands for, and the word, folded


class FileWord(NamedTuple):
    """What a word means in files of one shape.

    Args:
        shape: The program or the columns of the files; in other files the word may mean something
            else.
        topic: What the word stands for.
        word: The word, folded for comparison.
        means: The meaning in our own terms, see ``Topic``; empty if the runner took it back.
    """

    shape: str
    topic: Topic
    word: str
    means: str


def meanings_in(known: Iterable[FileWord], shape: str) -> dict[Word, str]:
    """Return what is known about the words in files of a shape."""
    return {(each.topic, each.word): each.means for each in known if each.shape == shape}


def file_words(shape: str, meanings: Mapping[Word, str]) -> list[FileWord]:
    """Return what to remember about the words in files of a shape, leaving out words too long."""
    return [
        FileWord(shape, topic, word, means)
        for (topic, word), means in meanings.items()
        if len(word) <= LONGEST_WORD
    ]

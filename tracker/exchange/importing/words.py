"""Words in a file that none of our lists know: each is asked about once, with its line count."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from tracker.domain.exercise import Exercise
from tracker.domain.file_words import Topic, Word
from tracker.exchange.importing.formats import SetMark, heading_of
from tracker.exchange.importing.names import Meaning, Sides

MONTHS: Final = tuple(str(number) for number in range(1, 13))
RUN, OTHER = "run", "other"
YES, NO = "yes", "no"
SKIP: Final = "skip"
# Possible meanings by topic; no two topics share one, so each meaning identifies its topic.
MEANINGS: Final[Mapping[Topic, tuple[str, ...]]] = {
    Topic.MONTH: MONTHS,
    Topic.ACTIVITY: (RUN, OTHER),
    Topic.SIDE: tuple(each for each in Sides if each is not Sides.ALTERNATING),
    Topic.YES_NO: (YES, NO),
    Topic.SET_TYPE: tuple(SetMark),
    Topic.EXERCISE: (
        *(f"{exercise}:{sides}" for exercise in Exercise for sides in Sides),
        SKIP,
    ),
}
# Letters that do not decompose into a plain letter and a mark.
_WHOLE_LETTERS: Final = str.maketrans("ıłøđ", "ilod")


def folded(text: str) -> str:
    """Return a word without what does not matter: case, accents, spaces."""
    return heading_of(text).translate(_WHOLE_LETTERS)


def topic_of(means: str) -> Topic | None:
    """Return the topic of a meaning; None if nothing has that meaning."""
    return next((topic for topic, words in MEANINGS.items() if means in words), None)


def exercise_meant(means: str) -> Meaning | None:
    """Read the meaning of an exercise's name; None if it is left out."""
    if means == SKIP:
        return None
    exercise, _, sides = means.partition(":")
    return Meaning(Exercise(exercise), Sides(sides))


def names_meant(mapping: Mapping[str, Meaning | None]) -> dict[Word, str]:
    """Convert the meanings of exercise names to meanings of words."""
    return {
        (Topic.EXERCISE, folded(name)): SKIP if meaning is None else str(meaning)
        for name, meaning in mapping.items()
    }


class UnknownWordError(ValueError):
    """A word that a person could be asked about.

    Args:
        message: In words for a person.
        topic: What the word stands for.
        text: The word as written in the file.
    """

    def __init__(self, message: str, topic: Topic, text: str) -> None:
        super().__init__(message)
        self.topic = topic
        self.text = text.strip()


@dataclass(frozen=True, slots=True)
class WordFound:
    """A word in a file that no list knows.

    Args:
        topic: What it stands for.
        text: As written at its first occurrence in the file.
        lines: Number of lines with it.
        means: What the runner said it means; None if nothing.
    """

    topic: Topic
    text: str
    lines: int
    means: str | None = None

    @property
    def word(self) -> Word:
        """The key under which it is asked about and remembered."""
        return self.topic, folded(self.text)


class Words:
    """What is known about the words in a file besides our lists, and which were found.

    Args:
        meanings: What the runner said.
    """

    def __init__(self, meanings: Mapping[Word, str]) -> None:
        self._meanings = dict(meanings)
        self._asked = {topic for topic, _ in meanings}
        self._lines: Counter[Word] = Counter()
        self._texts: dict[Word, str] = {}

    def said_of(self, topic: Topic) -> dict[str, str]:
        """Return the meanings given to words of one topic."""
        return {word: means for (of, word), means in self._meanings.items() if of is topic}

    def note(self, topic: Topic, text: str) -> None:
        """Count a line for a word whose meaning the runner gave."""
        if topic in self._asked and (word := (topic, folded(text))) in self._meanings:
            self._count(word, text)

    def note_unknown(self, error: Exception) -> None:
        """Count a line that was refused because of an unknown word."""
        if isinstance(error, UnknownWordError):
            self._count((error.topic, folded(error.text)), error.text)

    def _count(self, word: Word, text: str) -> None:
        self._texts.setdefault(word, text.strip())
        self._lines[word] += 1

    @property
    def found(self) -> tuple[WordFound, ...]:
        """The words that no list knows, in the order of their topics and of the file."""
        topics = list(Topic)
        return tuple(
            WordFound(word[0], self._texts[word], lines, self._meanings.get(word))
            for word, lines in sorted(
                self._lines.items(), key=lambda each: topics.index(each[0][0])
            )
        )

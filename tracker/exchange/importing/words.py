"""Words of a file that no list of ours knows: asked once, by word, with their count."""

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
# What a word can mean, by what it tells; no two topics share a meaning, so each tells its topic.
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
# Letters that are not made of a plain one and a mark.
_WHOLE_LETTERS: Final = str.maketrans("ıłøđ", "ilod")


def folded(text: str) -> str:
    """Give a word without what does not matter in it: case, accents, spaces."""
    return heading_of(text).translate(_WHOLE_LETTERS)


def topic_of(means: str) -> Topic | None:
    """Tell what a word tells by what it means; None where nothing means that."""
    return next((topic for topic, words in MEANINGS.items() if means in words), None)


def exercise_meant(means: str) -> Meaning | None:
    """Read what a name of an exercise means; None where it is left out."""
    if means == SKIP:
        return None
    exercise, _, sides = means.partition(":")
    return Meaning(Exercise(exercise), Sides(sides))


def names_meant(mapping: Mapping[str, Meaning | None]) -> dict[Word, str]:
    """Give what names of exercises mean as what words mean."""
    return {
        (Topic.EXERCISE, folded(name)): SKIP if meaning is None else str(meaning)
        for name, meaning in mapping.items()
    }


class UnknownWordError(ValueError):
    """A word that could be asked for.

    Args:
        message: In words for a person.
        topic: What the word tells.
        text: The word as it stands in the file.
    """

    def __init__(self, message: str, topic: Topic, text: str) -> None:
        super().__init__(message)
        self.topic = topic
        self.text = text.strip()


@dataclass(frozen=True, slots=True)
class WordFound:
    """A word of a file that no list knows.

    Args:
        topic: What it tells.
        text: As it stands in the file, where it stands first.
        lines: On how many lines it stands.
        means: What the runner said that it means; None where nobody did.
    """

    topic: Topic
    text: str
    lines: int
    means: str | None = None

    @property
    def word(self) -> Word:
        """By what it is asked for and remembered."""
        return self.topic, folded(self.text)


class Words:
    """What is known of the words of a file beside our lists, and what was found of them.

    Args:
        meanings: What the runner said.
    """

    def __init__(self, meanings: Mapping[Word, str]) -> None:
        self._meanings = dict(meanings)
        self._asked = {topic for topic, _ in meanings}
        self._lines: Counter[Word] = Counter()
        self._texts: dict[Word, str] = {}

    def said_of(self, topic: Topic) -> dict[str, str]:
        """Give what words mean that tell something."""
        return {word: means for (of, word), means in self._meanings.items() if of is topic}

    def note(self, topic: Topic, text: str) -> None:
        """Count a line by a word of it, where the runner said what that means."""
        if topic in self._asked and (word := (topic, folded(text))) in self._meanings:
            self._count(word, text)

    def note_unknown(self, error: Exception) -> None:
        """Count a line that was refused, where it was for a word."""
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

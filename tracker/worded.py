"""Sentences of the rooms below ``app``, which speak English and can be said in another language.

It stands beside the faults of ``tracker`` itself, below the rooms, and knows none of them. Who
refuses something writes ``worded("{} is empty.", name)`` and gives it to an error or keeps it as a
reason: it is the English sentence, and remembers how it was made. ``app.language.in_language`` says
it as the runner speaks, where it is shown.
"""

from typing import Any


class Worded(str):
    """An English sentence that remembers its words and, apart from them, what was put into them.

    Args:
        template: The words, with ``{}`` for each part.
        parts: What they are about; an error, or another such sentence, is itself said in the
            language of the whole.
    """

    __slots__ = ("parts", "template")

    template: str
    parts: tuple[Any, ...]

    def __new__(cls, template: str, *parts: Any) -> "Worded":
        told = tuple(worded_by(each) if isinstance(each, Exception) else each for each in parts)
        text = super().__new__(cls, template.format(*told))
        text.template, text.parts = template, told
        return text


def worded(template: str, *parts: Any) -> str:
    """Write a sentence for a person: ``pyside6-lupdate`` finds its words by this name.

    >>> worded("{} is {}.", "sets.csv", worded("empty"))
    'sets.csv is empty.'
    """
    return Worded(template, *parts)


def worded_by(error: Exception) -> str:
    """Give what an error tells, as it was worded."""
    words = error.args[0] if error.args else None
    return words if isinstance(words, str) else str(error)

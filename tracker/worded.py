"""Sentences from the rooms below ``app``, which speak English, made translatable.

This module sits below the rooms, beside the errors of ``tracker`` itself, and depends on none of
them. Code that refuses something writes ``worded("{} is empty.", name)`` and passes it to an error
or keeps it as a reason. The result is the English sentence, which also remembers its template and
parts; ``app.language.in_language`` says it in the runner's language when it is displayed.
"""

from typing import Any


class Worded(str):
    """An English sentence that remembers its template and the parts put into it.

    Args:
        template: The words, with ``{}`` for each part.
        parts: What is put in. Errors and other such sentences among them are translated too.
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
    """Make a sentence for a person; ``pyside6-lupdate`` finds translatable texts by this name.

    >>> worded("{} is {}.", "sets.csv", worded("empty"))
    'sets.csv is empty.'
    """
    return Worded(template, *parts)


def worded_by(error: Exception) -> str:
    """Return the message of an error as it was worded."""
    words = error.args[0] if error.args else None
    return words if isinstance(words, str) else str(error)

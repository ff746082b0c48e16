"""Which language the program speaks, and how words outside of classes are translated.

Words in a class are ``self.tr(…)``, as Qt has it. Those of modules are ``tr`` (imported as ``_tr``)
and, in tables of data, ``noop`` (as ``_noop``): they stand in the context without a name, which is
where ``pyside6-lupdate`` files what it finds outside of classes. The rooms below write what they
refuse as ``worded`` (see ``tracker/worded.py``), to be said by ``in_language``. English needs no
file: what is said of a number has both its words, ``%Ln (set|sets)``, where other languages have as
many forms as Qt knows of them.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from string import Formatter
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from tracker.worded import Worded, worded_by

TRANSLATED = {"de": QLocale.Language.German}
MARCH = 3  # is called otherwise in each of them


class Language(StrEnum):
    """Which language is chosen."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


def tr(text: str) -> str:
    """Translate words that stand outside of a class."""
    return QCoreApplication.translate("", text)


def noop(text: str) -> str:
    """Mark words of a table, which ``tr`` translates where they are shown."""
    return text


class _Filling(Formatter):
    """Fills the places of a sentence, and writes numbers as the runner's country does."""

    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        if isinstance(value, int | float) and QLocale().decimalPoint() == ",":
            return text.translate({ord(","): ".", ord("."): ","})
        return text


def in_language(text: str) -> str:
    """Say a sentence of the rooms below as the runner speaks; any other text stays as it is."""
    if not isinstance(text, Worded):
        return text
    parts = (in_language(each) if isinstance(each, str) else each for each in text.parts)
    return _Filling().format(tr(text.template), *parts)


def error_text(error: Exception) -> str:
    """Say what an error tells of, as the runner speaks."""
    return in_language(worded_by(error))


_ONE_OR_MANY = re.compile(r"\(([^()|]*)\|([^()|]*)\)")


def plural(text: str, _comment: None, number: int) -> str:
    """Say how many there are, in the form that the language has for that number.

    Args:
        text: With ``%Ln`` for the number, and in brackets the words for one and for others.
        _comment: None; where it stands, ``pyside6-lupdate`` finds that there is a number behind.
        number: How many.

    >>> plural("%Ln (entry|entries)", None, 1), plural("%Ln (entry|entries)", None, 3)
    ('1 entry', '3 entries')
    """
    told = QCoreApplication.translate("", text, None, number)
    return _ONE_OR_MANY.sub(lambda words: words[1 if number == 1 else 2], told)


def spoken(choice: Language, system: Iterable[str]) -> str:
    """Give the language to speak: the one chosen, or the system's first that there is.

    Args:
        choice: What the runner chose.
        system: The system's languages, the preferred one first, as BCP 47 names them.

    >>> spoken(Language.SYSTEM, ["gsw-CH", "de-CH", "en"])
    'de'
    >>> spoken(Language.SYSTEM, ["C"])
    'en'
    """
    if choice is not Language.SYSTEM:
        return choice.value
    primary = (each.partition("-")[0] for each in system)
    return next((each for each in primary if each == "en" or each in TRANSLATED), "en")


def speak(choice: Language, application: QCoreApplication) -> None:
    """Let a starting application speak; English words cost nothing.

    Args:
        choice: What the runner chose.
        application: Has no widgets yet: what is made is not made anew.
    """
    system = QLocale.system()
    language = spoken(choice, system.uiLanguages())
    if language != "en":
        from tracker.app.translation import install

        install(language, application)
    elif choice is Language.SYSTEM:
        return
    # Words and dates are of one language, which a system need not have: “12. Mar” is neither.
    ours = QLocale(TRANSLATED.get(language, QLocale.Language.English), system.territory())
    if system.standaloneMonthName(MARCH) != ours.standaloneMonthName(MARCH):
        QLocale.setDefault(ours)

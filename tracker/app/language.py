"""Which language the program speaks, and how texts outside of classes are translated.

Texts in a class use ``self.tr(…)``, as usual in Qt. Those in modules use ``tr`` (imported as
``_tr``) and, in tables of data, ``noop`` (as ``_noop``); their context has no name, which is where
``pyside6-lupdate`` puts what it finds outside of classes. The rooms below write errors as
``worded``
(see ``tracker/worded.py``), which ``in_language`` translates. English needs no file: texts with a
number have both of its forms, ``%Ln (set|sets)``, and translations as many forms as Qt knows for
the language.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from string import Formatter
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from tracker.worded import Worded, worded_by

TRANSLATED = {"de": QLocale.Language.German}
MARCH = 3  # a month with a different name in each language


class Language(StrEnum):
    """The choice of language."""

    SYSTEM = "system"
    ENGLISH = "en"
    GERMAN = "de"


def tr(text: str) -> str:
    """Translate a text outside of a class."""
    return QCoreApplication.translate("", text)


def noop(text: str) -> str:
    """Mark a text in a table, to be translated by ``tr`` when it is shown."""
    return text


class _Filling(Formatter):
    """Fills in the parts of a sentence, writing numbers in the runner's locale."""

    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        if isinstance(value, int | float) and QLocale().decimalPoint() == ",":
            return text.translate({ord(","): ".", ord("."): ","})
        return text


def in_language(text: str) -> str:
    """Translate a sentence from the rooms below; any other text stays as it is."""
    if not isinstance(text, Worded):
        return text
    parts = (in_language(each) if isinstance(each, str) else each for each in text.parts)
    return _Filling().format(tr(text.template), *parts)


def error_text(error: Exception) -> str:
    """Return an error's message in the runner's language."""
    return in_language(worded_by(error))


_ONE_OR_MANY = re.compile(r"\(([^()|]*)\|([^()|]*)\)")


def plural(text: str, _comment: None, number: int) -> str:
    """Say how many there are, in the language's form for that number.

    Args:
        text: Text with ``%Ln`` for the number, and the words for one and for many in brackets.
        _comment: None; ``pyside6-lupdate`` needs an argument here to recognise the number.
        number: The number.

    >>> plural("%Ln (entry|entries)", None, 1), plural("%Ln (entry|entries)", None, 3)
    ('1 entry', '3 entries')
    """
    told = QCoreApplication.translate("", text, None, number)
    return _ONE_OR_MANY.sub(lambda words: words[1 if number == 1 else 2], told)


def spoken(choice: Language, system: Iterable[str]) -> str:
    """Return the language to use: the one chosen, or the system's first that is available.

    Args:
        choice: What the runner chose.
        system: The system's languages as BCP 47 tags, the preferred one first.

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
    """Set the language of a starting application; English costs nothing.

    Args:
        choice: What the runner chose.
        application: The application, without widgets yet, since existing texts are not translated
            again.
    """
    system = QLocale.system()
    language = spoken(choice, system.uiLanguages())
    if language != "en":
        from tracker.app.translation import install

        install(language, application)
    elif choice is Language.SYSTEM:
        return
    # Words and dates must be in the same language, even if the system's locale differs: “12. Mar”
    # is neither.
    ours = QLocale(TRANSLATED.get(language, QLocale.Language.English), system.territory())
    if system.standaloneMonthName(MARCH) != ours.standaloneMonthName(MARCH):
        QLocale.setDefault(ours)

"""Strips letters of what does not matter in a word: accents, and variants within a language."""

import unicodedata
from typing import Final

# Letters that do not decompose into a plain letter and a mark.
_WHOLE: Final = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae"})


def without_accents(text: str) -> str:
    """Replace letters that consist of a plain letter and a mark by the plain letter.

    >>> without_accents("Échauffement, Zahřátí, Łydki")
    'Echauffement, Zahrati, Łydki'
    """
    parted = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def plain_letters(text: str) -> str:
    """Return a text in lower-case plain letters.

    >>> plain_letters("Łydki Ønske Đak")
    'lydki onske dak'
    """
    return without_accents(text.casefold()).translate(_WHOLE)

"""Strips letters of what does not matter in a word: accents, and variants within a language."""

import unicodedata
from typing import Final

# Letters that do not decompose into a plain letter and a mark.
_WHOLE: Final = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae"})

_FULL_WIDTH: Final = frozenset(map(chr, range(0xFF01, 0xFF5F)))  # ASCII as wide as ideographs


def without_accents(text: str) -> str:
    """Replace letters that consist of a plain letter and a mark by the plain letter.

    >>> without_accents("Échauffement, Zahřátí, Łydki")
    'Echauffement, Zahrati, Łydki'
    """
    parted = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def plain_digits(text: str) -> str:
    """Give a number in the digits and marks of ASCII that other scripts have forms of their own of.

    What is smaller than a digit, as in 10², is another number and stays.

    >>> plain_digits("４０．５ｋｇ"), plain_digits("١٢"), plain_digits("10²")
    ('40.5kg', '12', '10²')
    """
    if text.isascii():
        return text
    return "".join(
        str(unicodedata.decimal(letter))
        if letter.isdecimal()
        else unicodedata.normalize("NFKC", letter)
        if letter in _FULL_WIDTH
        else letter
        for letter in text
    )


def plain_letters(text: str) -> str:
    """Return a text in lower-case plain letters.

    >>> plain_letters("Łydki Ønske Đak")
    'lydki onske dak'
    """
    return without_accents(text.casefold()).translate(_WHOLE)

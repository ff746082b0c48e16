"""Letters without what does not matter in a word: accents, and forms of one language."""

import unicodedata
from typing import Final

# Letters that are not made of a plain one and a mark.
_WHOLE: Final = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae"})


def without_accents(text: str) -> str:
    """Give a text with plain letters for those made of one and a mark.

    >>> without_accents("Échauffement, Zahřátí, Łydki")
    'Echauffement, Zahrati, Łydki'
    """
    parted = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in parted if not unicodedata.combining(letter))


def plain_letters(text: str) -> str:
    """Give a text in small plain letters.

    >>> plain_letters("Łydki Ønske Đak")
    'lydki onske dak'
    """
    return without_accents(text.casefold()).translate(_WHOLE)

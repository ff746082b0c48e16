"""Detects the old encoding of a text, by whether its words make sense."""

import re
from typing import Final

# Non-ASCII letters of the languages that were written in each encoding. If two encodings both make
# words, the first one wins.
_ALPHABETS: Final = {
    "cp1252": (
        "äöüß",  # German
        "àâæçéèêëîïôœùûüÿ",  # French
        "áéíóúüñ",  # Spanish
        "ãõáâàéêíóôúç",  # Portuguese
        "àèéìíòóùú",  # Italian
        "åäöéæøåü",  # Swedish, Danish, Norwegian, Finnish
        "éèëïöüóá",  # Dutch
        "ğışçöü",  # what Turkish has in cp1252
    ),
    "cp1250": (
        "ąćęłńóśźż",  # Polish
        "áčďéěíňóřšťúůýž",  # Czech
        "áäčďéíĺľňóôŕšťúýž",  # Slovak
        "áéíóöőúüű",  # Hungarian
        "ăâîşţșț",  # Romanian
        "čćđšž",  # Croatian, Slovenian
    ),
    "cp1251": ("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґў",),
}
_BETWEEN_WORDS: Final = re.compile(
    r"[\s\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f\u2000-\u206f\u00a0-\u00b0«»€]+"
)
_DIGITS: Final = "0123456789"
_ENOUGH: Final = 200_000  # bytes


def old_encoding(data: bytes) -> str:
    """Find the encoding of a text that is not in Unicode.

    Args:
        data: The text.

    Returns:
        One of ``cp1252``, ``cp1250`` and ``cp1251``: the one with the most letters in words that
            some language could have.

    >>> [old_encoding(text.encode(code)) for text, code in (
    ...     ("Übung;Wadenheben", "cp1252"), ("Упражнение", "cp1251"), ("Ciężar", "cp1250"))]
    ['cp1252', 'cp1251', 'cp1250']
    """
    sample = data[:_ENOUGH]
    return max(_ALPHABETS, key=lambda encoding: _letters_in_words(sample, encoding))


def _letters_in_words(data: bytes, encoding: str) -> int:
    """Count the non-ASCII letters in words that a language of an encoding could have."""
    text = data.decode(encoding, errors="replace").casefold()
    count = 0
    for word in _BETWEEN_WORDS.split(text):
        others = {letter for letter in word if not letter.isascii()}
        if not others or len(word.strip(_DIGITS)) == 1:  # a symbol, as in £5
            continue
        if encoding == "cp1251" and others != set(word.strip(_DIGITS)):
            continue  # no word mixes in Latin letters
        if any(others <= set(alphabet) for alphabet in _ALPHABETS[encoding]):
            count += sum(not letter.isascii() for letter in word)
    return count

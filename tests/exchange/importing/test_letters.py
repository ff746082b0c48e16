"""Letters made plain: accents go, and so do forms that one language has."""

import pytest

from tracker.exchange.importing.letters import plain_letters, without_accents


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Échauffement", "Echauffement"),
        ("Zahřátí", "Zahrati"),
        ("Řím I", "Rim I"),
        ("Ｗａｄｅ", "Wade"),  # full width, as on a Japanese keyboard
        ("Łydki", "Łydki"),
    ],
)
def test_accents_go_and_case_stays(text: str, plain: str) -> None:
    assert without_accents(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [("ŁYDKI", "lydki"), ("Ønske", "onske"), ("ısınma", "isinma"), ("Đak", "dak"), ("Æ", "ae")],
)
def test_letters_of_one_language_become_plain_ones(text: str, plain: str) -> None:
    assert plain_letters(text) == plain

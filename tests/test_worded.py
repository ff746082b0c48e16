"""Sentences of the rooms below, which can be said in another language."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from tracker import TrackerError
from tracker.app.language import error_text, in_language
from tracker.disk import bytes_of
from tracker.domain.entry import require_note, require_within
from tracker.domain.notation import NotationError, read_notation
from tracker.domain.search import SearchError, read_search
from tracker.exchange.csv_text import decoded
from tracker.storage.database import Database
from tracker.worded import Worded, worded, worded_by


def test_it_is_the_english_sentence_and_remembers_how_it_was_made() -> None:
    text = worded("{} has {:,} lines.", "sets.csv", 12_000)
    assert text == "sets.csv has 12,000 lines."
    assert isinstance(text, Worded)
    assert (text.template, text.parts) == ("{} has {:,} lines.", ("sets.csv", 12_000))


def test_an_error_gives_what_it_was_told_and_one_of_the_system_what_it_says() -> None:
    text = worded("{} is empty.", "sets.csv")
    assert worded_by(TrackerError(text)) is text
    assert worded_by(OSError(2, "No such file")) == "[Errno 2] No such file"
    assert worded_by(ValueError()) == ""


def test_an_error_within_a_sentence_is_said_in_its_language(german: None) -> None:
    inner = ValueError(worded("{} is empty.", "a.csv"))
    outer = worded("{}: {}, entry {}: {}", "log.json", "sets", 3, inner)
    assert outer == "log.json: sets, entry 3: a.csv is empty."
    assert in_language(outer) == "log.json: sets, Eintrag 3: a.csv ist leer."


def test_what_was_not_worded_and_braces_in_what_it_is_about_stay_as_they_are(german: None) -> None:
    assert in_language("no such word") == "no such word"
    assert in_language(worded("{} is empty.", "{}.csv")) == "{}.csv ist leer."


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (QLocale.Language.English, "A note may have 10,000 characters, not 10,001."),
        (QLocale.Language.German, "A note may have 10.000 characters, not 10.001."),
    ],
)
def test_numbers_are_those_of_the_runner_s_country(language: QLocale.Language, words: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        with pytest.raises(ValueError, match="note") as refused:
            require_note("x" * 10_001)
        assert error_text(refused.value) == words
    finally:
        QLocale.setDefault(before)


# As a runner who speaks German meets them


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("8x6o", "„o“ ist nicht zu verstehen: Schreib 8x60, dann r2, w oder # Notiz."),
        ("8x", "Erwartet: eine Last wie in 8x60."),
        ("8x60 r12,5", "Reserve: erlaubt ist 0 bis 10, nicht 12,5."),
        ("8x60 p2.5", "Schmerz: erlaubt ist nur eine ganze Zahl, nicht 2,5."),
    ],
)
def test_a_cell_that_cannot_be_read_is_refused_in_german(
    german: None, typed: str, words: str
) -> None:
    with pytest.raises(NotationError) as refused:
        read_notation(typed)
    assert error_text(refused.value).replace("Wdh. in Reserve", "Reserve") == words


def test_a_search_that_cannot_be_read_is_refused_in_german(german: None) -> None:
    for typed, words in (
        ("pain>x", "Gib nach „>“ eine Zahl ein, nicht „x“."),
        ("2026-13", "2026-13 gibt es nicht: Ein Monat schreibt sich 2026-03, ein Tag 2026-03-12."),
    ):
        with pytest.raises(SearchError) as refused:
            read_search(typed)
        assert error_text(refused.value) == words


def test_a_bound_names_what_was_refused_in_german(german: None) -> None:
    with pytest.raises(ValueError, match="Bodyweight") as refused:
        require_within("Bodyweight in kg", 700, 20, 300)
    assert error_text(refused.value) == "Körpergewicht in kg: erlaubt ist 20 bis 300, nicht 700."


def test_files_are_refused_in_german(german: None, tmp_path: Path) -> None:
    missing, other = tmp_path / "weg.soleus", tmp_path / "brief.soleus"
    other.write_text("Liebe Oma")
    told = []
    for ask in (
        lambda: bytes_of(missing),
        lambda: bytes_of(tmp_path),
        lambda: Database.open(other),
        lambda: decoded(b"%PDF-1.7", "brief.pdf"),
    ):
        with pytest.raises(TrackerError) as refused:
            ask()
        told.append(error_text(refused.value))
    assert told == [
        f"{missing} konnte nicht gelesen werden: Datei oder Ordner gibt es nicht.",
        f"{tmp_path} konnte nicht gelesen werden: es ist ein Ordner.",
        f"{other} ist kein Protokoll von Soleus. Es wurde so gelassen, wie es ist.",
        "brief.pdf ist ein PDF. Importiere eine Tabelle (CSV).",
    ]

"""Translations as they are written."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tracker.app.language import plural
from tracker.app.translation import Translation, translation_files

WRITTEN = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context><name>Page</name>
<message><source>Log</source><translation>Protokoll</translation></message>
<message><source>Open</source><translation type="unfinished"></translation></message>
</context>
<context><name>Menu</name>
<message><source>Log</source><translation>Eintragen</translation></message>
</context>
</TS>
"""


@pytest.fixture
def translation(tmp_path: Path, qapp: QApplication) -> Translation:
    path = tmp_path / "words_de.ts"
    path.write_text(WRITTEN, encoding="utf-8")
    return Translation([path])


def test_a_word_is_translated_where_it_stands(translation: Translation) -> None:
    assert translation.translate("Page", "Log") == "Protokoll"
    assert translation.translate("Menu", "Log") == "Eintragen"


def test_what_is_not_translated_yet_is_left_in_english(translation: Translation) -> None:
    assert translation.translate("Page", "Open") is None
    assert translation.translate("Page", "Close") is None
    assert translation.translate("Nowhere", "Log") is None


def test_without_a_word_it_is_empty(tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "words_de.ts"
    path.write_text('<TS version="2.1" language="de"></TS>', encoding="utf-8")
    assert Translation([path]).isEmpty()


def test_german_has_its_words_and_those_of_the_plans_and_english_none() -> None:
    assert [file.name for file in translation_files("de")] == ["plans_de.ts", "soleus_de.ts"]
    assert translation_files("en") == []


@pytest.mark.usefixtures("german")
def test_qt_s_own_buttons_are_spoken_too() -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


COUNTED = """<TS version="2.1" language="de"><context><name></name>
<message numerus="yes"><source>%Ln (set|sets)</source><translation>
<numerusform>%Ln Satz</numerusform><numerusform>%Ln Sätze</numerusform></translation></message>
<message numerus="yes"><source>%Ln (day|days)</source><translation type="unfinished">
<numerusform></numerusform><numerusform></numerusform></translation></message>
</context></TS>"""


def test_what_is_counted_has_the_form_of_its_number(tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "words_de.ts"
    path.write_text(COUNTED, encoding="utf-8")
    translation = Translation([path])
    found = [translation.translate("", "%Ln (set|sets)", None, n) for n in (0, 1, 2)]
    assert found == ["%Ln Sätze", "%Ln Satz", "%Ln Sätze"]
    assert translation.translate("", "%Ln (day|days)", None, 1) is None  # not written yet


@pytest.mark.usefixtures("german")
def test_german_counts_in_its_own_forms_and_numbers() -> None:
    words = [plural("%Ln (session|sessions)", None, n) for n in (0, 1, 12_000)]
    assert words == ["0 Einheiten", "1 Einheit", "12.000 Einheiten"]


@pytest.mark.usefixtures("english")
def test_english_chooses_between_the_words_in_brackets() -> None:
    words = [plural("%Ln (session|sessions)", None, n) for n in (0, 1, 12_000)]
    assert words == ["0 sessions", "1 session", "12,000 sessions"]
    assert plural("every (day|%Ln days)", None, 1) == "every day"

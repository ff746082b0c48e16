"""The language spoken: which one, from when on, and that days and numbers go with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QApplication

from tracker.app import language
from tracker.app.language import Language, error_text, in_language, noop, plural, speak, spoken, tr
from tracker.app.translation import Translation, translation_files
from tracker.worded import worded

DAY = QDate(2026, 3, 12)


@pytest.fixture(autouse=True)
def locale() -> Iterator[None]:
    """Restore the locale afterwards."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("choice", "system", "expected"),
    [
        (Language.SYSTEM, ["de-DE", "de"], "de"),
        (Language.SYSTEM, ["fr-FR", "de", "en"], "de"),
        (Language.SYSTEM, ["en-US", "de"], "en"),
        (Language.SYSTEM, ["fr"], "en"),
        (Language.SYSTEM, [], "en"),
        (Language.ENGLISH, ["de"], "en"),
        (Language.GERMAN, ["en"], "de"),
    ],
)
def test_the_choice_comes_first_then_the_systems_first_known(
    choice: Language, system: list[str], expected: str
) -> None:
    assert spoken(choice, system) == expected


def system_of(monkeypatch: pytest.MonkeyPatch, name: str, kind: type[QLocale] = QLocale) -> None:
    """Make the system appear to have this locale."""

    class System(QLocale):
        @staticmethod
        def system() -> QLocale:
            return kind(name)

    monkeypatch.setattr(language, "QLocale", System)
    QLocale.setDefault(QLocale(name))


def test_english_chosen_on_a_german_system_has_english_months(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    system_of(monkeypatch, "de_DE")
    speak(Language.ENGLISH, qapp)
    assert QLocale().language() is QLocale.Language.English
    assert QLocale().toString(DAY, "MMM") == "Mar"
    assert QLocale().decimalPoint() == ","  # as it is written there


def test_another_system_keeps_its_days_and_numbers(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    system_of(monkeypatch, "fr_FR")
    speak(Language.SYSTEM, qapp)
    assert QLocale().language() is QLocale.Language.French


def test_english_chosen_on_an_english_system_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    system_of(monkeypatch, "en_GB")
    speak(Language.ENGLISH, qapp)
    assert QLocale().name() == "en_GB"


def test_a_german_system_with_english_days_has_german_days(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    class Mixed(QLocale):
        """German, but for its days, as LC_TIME makes it."""

        def standaloneMonthName(self, month: int, *_: object) -> str:
            return QLocale("en").standaloneMonthName(month)

    system_of(monkeypatch, "de_AT", Mixed)
    QLocale.setDefault(QLocale("en"))
    monkeypatch.setattr("tracker.app.translation.install", lambda *_: None)
    speak(Language.SYSTEM, qapp)
    assert QLocale().name() == "de_AT"


@pytest.mark.usefixtures("german")
def test_german_has_our_words_qts_own_and_german_months() -> None:
    assert tr(noop("Seated")) == "Sitzend"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    assert QLocale().toString(DAY, "MMMM") == "März"


@pytest.mark.usefixtures("german")
def test_words_that_no_file_has_stay_english() -> None:
    assert tr("Words of nobody") == "Words of nobody"


def test_a_message_without_its_translation_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "x.ts"
    path.write_text(
        "<TS><context><name/><message><source>One</source><translation>Eins</translation></message>"
        '<message><source>Two</source><translation type="unfinished"></translation></message>'
        "</context></TS>",
        encoding="utf-8",
    )
    translation = Translation([path])
    assert not translation.isEmpty()
    assert translation.translate("", "One") == "Eins"
    assert translation.translate("", "Two") is None
    assert translation.translate("Other", "One") is None


def test_every_language_that_can_be_chosen_has_its_file() -> None:
    chosen = {each.value for each in Language} - {"system", "en"}
    assert chosen == set(language.TRANSLATED)
    files = {each: [file.stem for file in translation_files(each)] for each in chosen}
    assert files == {each: [f"plans_{each}", f"soleus_{each}"] for each in chosen}


@pytest.mark.usefixtures("german")
def test_what_a_room_below_has_worded_is_said_in_the_language_and_numbers_of_the_runner() -> None:
    inner = worded("A line may have {:,} characters.", 10_000)
    outer = worded("{}: {}, entry {}: {}", "a.json", "sets", 3, ValueError(inner))
    assert in_language(outer) == "a.json: sets, Eintrag 3: Eine Zeile darf 10.000 Zeichen haben."
    assert error_text(ValueError(inner)) == "Eine Zeile darf 10.000 Zeichen haben."
    assert in_language("no sentence of ours") == "no sentence of ours"


@pytest.mark.usefixtures("english")
def test_english_keeps_its_words_and_numbers() -> None:
    words = worded("A line may have {:,} characters.", 10_000)
    assert in_language(words) == "A line may have 10,000 characters."
    assert plural("%Ln (entry|entries)", None, 1) == "1 entry"
    assert plural("%Ln (entry|entries)", None, 1_200) == "1,200 entries"

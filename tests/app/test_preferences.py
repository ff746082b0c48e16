"""The choices about the program: what is kept of each, and what an edited file may hold."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings

from tracker.app.preferences import (
    ASKS_NEXT_MORNING,
    CHOICES,
    LENGTHS,
    REST_BETWEEN_LEGS,
    RESTS,
    STRENGTH_REMINDER_WEEKS,
    Choice,
    Seconds,
)
from tracker.app.settings import Settings
from tracker.domain.exercise import Exercise


def opened(folder: Path) -> Settings:
    return Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))


def test_no_two_have_one_key() -> None:
    keys = [each.key for each in CHOICES] + [each.key for each in LENGTHS]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("preference", CHOICES, ids=lambda each: each.key)
def test_a_choice_is_its_default_until_one_is_made_and_then_kept(
    tmp_path: Path, preference: Choice[Any]
) -> None:
    assert opened(tmp_path).value(preference) == preference.default
    for value in preference.values:
        settings = opened(tmp_path)
        settings.choose(preference, value)
        assert settings.value(preference) == value
        del settings
        assert opened(tmp_path).value(preference) == value


def test_what_no_file_of_ours_holds_is_the_default() -> None:
    assert ASKS_NEXT_MORNING.read("perhaps") is True
    assert STRENGTH_REMINDER_WEEKS.read("7") == 0
    for text in ("", "-1", "3601", "soon"):
        assert REST_BETWEEN_LEGS.read(text) == REST_BETWEEN_LEGS.default


def test_each_exercise_has_its_rest_and_none_is_one_too(tmp_path: Path) -> None:
    assert RESTS.keys() == set(Exercise)
    for length in LENGTHS:
        assert isinstance(length, Seconds)
        settings = opened(tmp_path)
        assert settings.seconds(length) == length.default
        settings.set_seconds(length, 0)
        assert opened(tmp_path).seconds(length) == 0


def test_one_can_be_looked_up_by() -> None:
    places = {each: place for place, each in enumerate((*CHOICES, *LENGTHS))}
    assert places[ASKS_NEXT_MORNING] == CHOICES.index(ASKS_NEXT_MORNING)

"""Choices come back as they were made, and nonsense in the store does no harm."""

import datetime
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.app.language import Language
from tracker.app.preferences import (
    ASKS_NEXT_MORNING,
    LANGUAGE,
    RESERVE_ASKED,
    REST_BETWEEN_LEGS,
    RESTS,
    STRENGTH_REMINDER_WEEKS,
    ReserveAsked,
    Theme,
)
from tracker.app.settings import (
    MOST_COPIES_PUT_ASIDE,
    MOST_RECENT_LOGS,
    Settings,
    SettingsFile,
)
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit

NOW = datetime.datetime(2026, 11, 24, 18, 30, tzinfo=datetime.UTC)
FOUR_HOURS = datetime.timedelta(hours=4)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


@pytest.fixture
def settings(file: Path) -> Settings:
    return settings_in(file)


def settings_in(file: Path) -> Settings:
    return Settings(QSettings(str(file), QSettings.Format.IniFormat))


def settings_after(file: Path, settings: Settings) -> Settings:
    """The settings of the next run of the program."""
    settings._store.sync()
    return settings_in(file)


def settings_of(file: Path, key: str, value: str) -> Settings:
    """Settings whose file contains something that the program did not write."""
    file.write_text(f"[General]\n{key}={value}\n", encoding="utf-8")
    return settings_in(file)


def test_a_start_does_not_wait_for_the_file_of_settings(tmp_path: Path, qapp: QApplication) -> None:
    form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings.setPath(form, scope, str(tmp_path))
    store = SettingsFile()
    file = tmp_path / "Soleus" / "soleus.ini"
    assert Path(store.fileName()) == file
    store.setValue("unit", "lb")
    QCoreApplication.sendPostedEvents(store)
    assert not file.exists()
    store.get_ready()
    assert "unit=lb" in file.read_text()
    store.setValue("unit", "kg")
    QCoreApplication.sendPostedEvents(store)
    assert "unit=kg" in file.read_text()


def test_at_first_loads_are_in_kilograms_and_colours_the_systems(settings: Settings) -> None:
    assert settings.unit is Unit.KG
    assert settings.theme is Theme.SYSTEM
    assert settings.recent_logs == []
    assert settings.window_geometry.isEmpty()
    assert settings.session_shown(NOW, FOUR_HOURS) is None


def test_a_unit_chosen_is_told_and_kept(file: Path, settings: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(settings.unit_changed) as changed:
        settings.set_unit(Unit.LB)
    assert changed.args == [Unit.LB]
    assert settings.unit is Unit.LB
    assert settings_after(file, settings).unit is Unit.LB


def test_a_theme_chosen_is_told_and_kept(file: Path, settings: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(settings.theme_changed) as changed:
        settings.set_theme(Theme.DARK)
    assert changed.args == [Theme.DARK]
    assert settings.theme is Theme.DARK
    assert settings_after(file, settings).theme is Theme.DARK


def test_a_language_chosen_is_kept_and_nonsense_is_the_systems(
    file: Path, settings: Settings
) -> None:
    assert settings.language is Language.SYSTEM
    settings.choose(LANGUAGE, Language.GERMAN)
    assert settings_after(file, settings).language is Language.GERMAN
    assert settings_of(file, "language", "klingon").language is Language.SYSTEM


def test_a_choice_that_is_none_is_not_told(settings: Settings, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(settings.unit_changed):
        settings.set_unit(Unit.KG)
    with qtbot.assertNotEmitted(settings.theme_changed):
        settings.set_theme(Theme.SYSTEM)


@pytest.mark.parametrize("value", ["stone", "", "KG", '"1, 2"'])
def test_an_unknown_choice_counts_as_none(file: Path, value: str) -> None:
    assert settings_of(file, "unit", value).unit is Unit.KG
    assert settings_of(file, "theme", value).theme is Theme.SYSTEM


def test_the_log_opened_last_comes_first(file: Path, settings: Settings, tmp_path: Path) -> None:
    one, other = tmp_path / "one.soleus", tmp_path / "mit ü, = und ;.soleus"
    for log in (one, other, one):
        settings.remember_log(log)
    assert settings.recent_logs == [one, other]
    assert settings_after(file, settings).recent_logs == [one, other]


def test_the_log_opened_longest_ago_is_forgotten(settings: Settings, tmp_path: Path) -> None:
    logs = [tmp_path / f"{number}.soleus" for number in range(MOST_RECENT_LOGS + 2)]
    for log in logs:
        settings.remember_log(log)
    assert settings.recent_logs == logs[:1:-1]


def test_a_log_is_remembered_wherever_the_program_starts_next(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings.remember_log(Path("log.soleus"))
    assert settings.recent_logs == [tmp_path / "log.soleus"]


@pytest.mark.parametrize(
    "value", ["nonsense", '"{}"', "3", '"[1, 2]"', '"[null]"', f'"{"[" * 100_000}"']
)
def test_recent_logs_that_are_none_count_as_none(file: Path, value: str) -> None:
    assert settings_of(file, "recent_logs", value).recent_logs == []


def test_copies_put_aside_are_remembered_as_they_looked_last(
    file: Path, settings: Settings, tmp_path: Path
) -> None:
    for number in range(MOST_COPIES_PUT_ASIDE + 1):
        settings.put_copy_aside(tmp_path / str(number), "1 2")
    settings.put_copy_aside(tmp_path / "7", "3 4")
    kept = settings_after(file, settings).copies_put_aside
    assert kept[:2] == [(tmp_path / "7", "3 4"), (tmp_path / "32", "1 2")]
    assert len(kept) == MOST_COPIES_PUT_ASIDE


@pytest.mark.parametrize("value", ["nonsense", '"[1]"', '"[[1, 2]]"', '"[[]]"'])
def test_copies_put_aside_that_are_none_count_as_none(file: Path, value: str) -> None:
    assert settings_of(file, "copies_put_aside", value).copies_put_aside == []


@pytest.mark.parametrize(
    "path", ["x" * 100_000, "/" + "x" * 256, "/x" * 2048, "/\0", "/\ud800", "/" + "\u00fc" * 128]
)
def test_a_path_that_no_system_knows_is_left_out(file: Path, path: str) -> None:
    store = QSettings(str(file), QSettings.Format.IniFormat)
    store.setValue("recent_logs", json.dumps([path, "/log.soleus", "/" + "x" * 255]))
    settings = Settings(store)
    assert settings.recent_logs == [Path("/log.soleus"), Path("/" + "x" * 255)]
    assert not any(each.exists() for each in settings.recent_logs)


def test_brackets_without_end_are_no_recent_logs(file: Path) -> None:
    store = QSettings(str(file), QSettings.Format.IniFormat)
    store.setValue("recent_logs", "[" * 100_000)
    assert Settings(store).recent_logs == []


def test_place_and_size_of_the_window_are_kept(file: Path, settings: Settings) -> None:
    geometry = QByteArray(b"\x01\xd9\xd0\xcb\x00")
    settings.set_window_geometry(geometry)
    assert settings_after(file, settings).window_geometry == geometry


def test_a_geometry_that_is_none_is_empty(file: Path) -> None:
    assert settings_of(file, "window_geometry", "wide").window_geometry.isEmpty()


def test_the_session_shown_is_remembered_for_a_while(settings: Settings) -> None:
    settings.set_session_shown("abc", NOW)
    assert settings.session_shown(NOW + FOUR_HOURS, FOUR_HOURS) == "abc"
    later = NOW + FOUR_HOURS + datetime.timedelta(seconds=1)
    assert settings.session_shown(later, FOUR_HOURS) is None


def test_the_session_shown_survives_a_kill(file: Path, settings: Settings) -> None:
    settings.set_session_shown("abc", NOW)
    assert "abc" in file.read_text(encoding="utf-8")
    assert settings_in(file).session_shown(NOW, FOUR_HOURS) == "abc"


@pytest.mark.parametrize("value", ["abc", "abc yesterday", "abc 2026-11-24T18:30:00"])
def test_a_session_shown_at_no_instant_is_forgotten(file: Path, value: str) -> None:
    assert settings_of(file, "session_shown", value).session_shown(NOW, FOUR_HOURS) is None


def test_rests_are_kept_by_exercise_and_for_the_other_leg(file: Path, settings: Settings) -> None:
    assert [settings.rest_s(each) for each in Exercise] == [120, 120, 120]
    assert settings.rest_between_legs_s == 30
    settings.set_seconds(RESTS[Exercise.STANDING], 180)
    settings.set_seconds(REST_BETWEEN_LEGS, 0)
    again = settings_after(file, settings)
    assert [again.rest_s(each) for each in Exercise] == [120, 180, 120]
    assert again.rest_between_legs_s == settings.rest_between_legs_s == 0


@pytest.mark.parametrize("value", ["long", "-1", "3601", "1.5", ""])
def test_a_rest_that_is_none_counts_as_not_chosen(file: Path, value: str) -> None:
    assert settings_of(file, "rest_seated_s", value).rest_s(Exercise.SEATED) == 120


def test_a_calendar_folded_away_stays_so(file: Path, settings: Settings) -> None:
    assert settings.has_calendar
    settings.set_has_calendar(has_calendar=False)
    assert not settings_after(file, settings).has_calendar
    settings.set_has_calendar(has_calendar=True)
    assert settings_after(file, settings).has_calendar


def test_the_next_morning_is_asked_after_until_that_is_switched_off(
    file: Path, settings: Settings, qtbot: QtBot
) -> None:
    assert settings.asks_next_morning
    with qtbot.waitSignal(settings.asks_next_morning_changed) as changed:
        settings.choose(ASKS_NEXT_MORNING, False)
    assert changed.args == [False]
    assert not settings_after(file, settings).asks_next_morning
    with qtbot.assertNotEmitted(settings.asks_next_morning_changed):
        settings.choose(ASKS_NEXT_MORNING, False)
    settings.choose(ASKS_NEXT_MORNING, True)
    assert settings_after(file, settings).asks_next_morning


def test_the_reserve_is_asked_for_after_every_set_unless_chosen_otherwise(
    file: Path, settings: Settings, qtbot: QtBot
) -> None:
    assert settings.reserve_asked is ReserveAsked.EVERY_SET
    with qtbot.waitSignal(settings.reserve_asked_changed) as changed:
        settings.choose(RESERVE_ASKED, ReserveAsked.LAST_OF_LEG)
    assert changed.args == [ReserveAsked.LAST_OF_LEG]
    assert settings_after(file, settings).reserve_asked is ReserveAsked.LAST_OF_LEG
    with qtbot.assertNotEmitted(settings.reserve_asked_changed):
        settings.choose(RESERVE_ASKED, ReserveAsked.LAST_OF_LEG)


def test_a_morning_put_aside_is_remembered(file: Path, settings: Settings) -> None:
    assert settings.morning_put_aside == ""
    settings.put_morning_aside("session")
    assert settings_after(file, settings).morning_put_aside == "session"


def test_a_strength_test_is_recalled_only_where_that_was_asked_for(
    file: Path, settings: Settings, qtbot: QtBot
) -> None:
    assert settings.strength_reminder_weeks == 0
    with qtbot.waitSignal(settings.strength_reminder_changed) as changed:
        settings.choose(STRENGTH_REMINDER_WEEKS, 3)
    assert changed.args == [3]
    with qtbot.assertNotEmitted(settings.strength_reminder_changed):
        settings.choose(STRENGTH_REMINDER_WEEKS, 3)
    assert settings_after(file, settings).strength_reminder_weeks == 3


def test_a_strength_test_put_off_is_remembered_to_its_day(file: Path, settings: Settings) -> None:
    assert settings.strength_test_put_off_to is None
    settings.put_strength_test_off_to(NOW.date())
    assert settings_after(file, settings).strength_test_put_off_to == NOW.date()


@pytest.mark.parametrize("weeks", ["1", "5", "often", "2.5"])
def test_weeks_that_are_no_choice_count_as_never(file: Path, weeks: str) -> None:
    assert settings_of(file, "strength_reminder_weeks", weeks).strength_reminder_weeks == 0


def test_a_day_that_is_none_puts_nothing_off(file: Path) -> None:
    assert settings_of(file, "strength_test_put_off_to", "soon").strength_test_put_off_to is None

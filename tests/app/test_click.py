"""The metronome's sound: where it can be had, and what is said where it cannot."""

import re
import sys
import types
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl

from tracker import TrackerError
from tracker.app.click import Click
from tracker.app.resources import sound_file


class SoundEffect(QObject):
    """Stands in for Qt's, which the extra brings."""

    played: list[str] = []  # noqa: RUF012

    def setSource(self, url: QUrl) -> None:  # noqa: N802
        self.source = url.toLocalFile()

    def play(self) -> None:
        self.played.append(self.source)


def test_a_click_is_played(monkeypatch: pytest.MonkeyPatch, qapp: object) -> None:
    sounds = types.ModuleType("PySide6.QtMultimedia")
    sounds.QSoundEffect = SoundEffect  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", sounds)
    monkeypatch.setattr(SoundEffect, "played", [])
    click = Click()
    click.play()
    click.play()
    assert SoundEffect.played == [str(sound_file("click"))] * 2


def test_without_the_extra_it_is_said_where_its_needs_are_told(
    monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    with pytest.raises(TrackerError, match="no sound here; its beat is seen") as told:
        Click()
    section = re.search("“(.+)”", str(told.value))
    assert section is not None
    manual = Path(__file__).parents[2] / "resources" / "manual" / "logging.md"
    (words,) = re.findall(f"^## {section[1]}$(.+?)(?=^## |\\Z)", manual.read_text(), re.M | re.S)
    assert all(need in words for need in ("'.[sound]'", "libpulse0", "libgssapi-krb5-2"))


def test_the_sound_is_short_and_plain() -> None:
    with wave.open(str(sound_file("click"))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 44_100)
        assert file.getnframes() / file.getframerate() < 0.03

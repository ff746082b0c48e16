"""The metronome's sound: where it can be had, and what is said where it cannot."""

import re
import sys
import wave
from itertools import pairwise
from pathlib import Path

import miniaudio
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tracker import TrackerError
from tracker.app.click import RATE, Click
from tracker.app.resources import sound_file

ROOT = Path(__file__).parents[2]
SILENT = [
    miniaudio.Backend.NULL
]  # a device that takes samples at their time, and has no loudspeaker


class Heard:
    """What a device was given: wraps the stream that the click made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.samples = bytearray()
        stream = Click._stream

        def heard(click: Click, sound: bytes):  # type: ignore[no-untyped-def]
            inner = stream(click, sound)
            part = next(inner)
            while True:
                part = inner.send((yield part))
                self.samples += part

        monkeypatch.setattr(Click, "_stream", heard)

    def starts(self, sound: bytes) -> list[int]:
        """Return where each whole sound starts, in samples."""
        return [match.start() // 2 for match in re.finditer(re.escape(sound), self.samples)]


def click_samples() -> bytes:
    with wave.open(str(sound_file("click"))) as file:
        return bytes(file.readframes(file.getnframes()))


def test_a_click_is_heard_whole_each_time_that_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    heard, sound = Heard(monkeypatch), click_samples().strip(b"\0")
    owner = QObject()
    click = Click(owner, backends=SILENT)
    qtbot.waitUntil(lambda: len(heard.samples) > 0)
    assert not heard.samples.strip(b"\0")  # silence until then
    click.play()
    qtbot.waitUntil(lambda: len(heard.starts(sound)) == 1)
    click.play()
    qtbot.waitUntil(lambda: len(heard.starts(sound)) == 2)
    assert all(
        later - earlier >= len(sound) // 2 for earlier, later in pairwise(heard.starts(sound))
    )


def test_a_second_click_begins_anew_where_the_first_has_not_ended(qapp: QObject) -> None:
    click = Click(backends=SILENT)
    stream = click._stream(b"abcdefgh")
    next(stream)
    click._device.stop()  # which would take the question away
    click.play()
    assert stream.send(2) == b"abcd"
    click.play()
    assert stream.send(5) == b"abcdefgh\0\0"
    assert stream.send(1) == b"\0\0"


def test_the_device_is_closed_with_what_owns_the_click(
    monkeypatch: pytest.MonkeyPatch, qapp: QObject
) -> None:
    closed: list[bool] = []
    close = miniaudio.PlaybackDevice.close

    def told(device: miniaudio.PlaybackDevice) -> None:
        closed.append(device.running)
        close(device)

    monkeypatch.setattr(miniaudio.PlaybackDevice, "close", told)
    owner = QObject()
    Click(owner, backends=SILENT)
    assert not closed
    owner.deleteLater()
    qapp.sendPostedEvents(owner, 52)  # type: ignore[attr-defined]
    assert closed[0]


def refused(**given: object) -> str:
    with pytest.raises(TrackerError, match="no sound here; its beat is seen") as told:
        Click(**given)  # type: ignore[arg-type]
    return str(told.value)


def test_without_the_extra_it_is_said_where_its_needs_are_told(
    monkeypatch: pytest.MonkeyPatch, qapp: QObject
) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    section = re.search("“(.+)”", refused())
    assert section is not None
    manual = (ROOT / "resources" / "manual" / "logging.md").read_text()
    (words,) = re.findall(f"^## {section[1]}$(.+?)(?=^## |\\Z)", manual, re.M | re.S)
    assert "'.[sound]'" in words


def test_without_a_way_to_a_loudspeaker_the_same_is_said(qapp: QObject) -> None:
    refused(backends=[miniaudio.Backend.WEBAUDIO])  # no desktop has it


def test_the_sound_is_short_and_plain() -> None:
    with wave.open(str(sound_file("click"))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert file.getnframes() / file.getframerate() < 0.03

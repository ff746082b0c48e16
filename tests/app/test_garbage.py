"""Garbage is collected between events, and not before."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tracker.app import garbage
from tracker.app.garbage import GarbageCollector, Generations


class Ring:
    """An object that only the garbage collector can free."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def thresholds() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def dropped_ring() -> "weakref.ref[Ring]":
    return weakref.ref(Ring())


def test_nothing_is_collected_while_python_runs_on(qapp: object, thresholds: None) -> None:
    collector = GarbageCollector()
    gc.set_threshold(1)
    ring = dropped_ring()
    assert len([Ring() for _ in range(1000)]) == 1000
    assert ring() is not None
    del collector


def test_the_event_loop_collects(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, thresholds: None
) -> None:
    monkeypatch.setattr(garbage, "INTERVAL_MS", 1)
    parent = QObject()
    GarbageCollector(parent)
    gc.set_threshold(1)
    ring = dropped_ring()
    qtbot.waitUntil(lambda: ring() is None)


def test_little_garbage_is_left_for_later(thresholds: None) -> None:
    gc.set_threshold(1_000_000)
    ring = dropped_ring()
    Generations().collect_due()
    assert ring() is not None


def test_where_python_is_told_to_collect_nothing_nothing_is(thresholds: None) -> None:
    gc.set_threshold(0)
    ring = dropped_ring()
    Generations().collect_due()
    assert ring() is not None


@pytest.fixture(
    params=[(700, 10, 10), (2000, 10, 10), (2000, 10, 0)], ids=["3.11", "3.13", "3.14.0"]
)
def thresholds_of_python(request: pytest.FixtureRequest, thresholds: None) -> int:
    """Python's thresholds by release; returns the first, which counts new objects."""
    gc.set_threshold(*request.param)
    first: int = request.param[0]
    return first


def test_older_generations_follow_the_younger(
    thresholds_of_python: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    collected: list[int] = []

    def collect(generation: int) -> None:
        collected.append(generation)

    monkeypatch.setattr(gc, "get_count", lambda: (thresholds_of_python + 1, 0, 0))
    monkeypatch.setattr(gc, "collect", collect)
    generations = Generations()
    for _ in range(200):
        generations.collect_due()
    assert collected[:10] == [0] * 9 + [1]
    assert [round_ for round_, generation in enumerate(collected, 1) if generation == 2] == [
        100,
        200,
    ]
    assert collected.count(1) == 18


def test_what_has_grown_old_is_collected_at_last(thresholds_of_python: int) -> None:
    kept = Ring()
    old = weakref.ref(kept)
    for _ in range(3):
        gc.collect(1)  # whatever lives through them is old
    del kept
    generations = Generations()
    for _ in range(100):
        made = [Ring() for _ in range(thresholds_of_python + 1)]
        generations.collect_due()
        del made
    assert old() is None

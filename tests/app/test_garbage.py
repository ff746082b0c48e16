"""Garbage is collected between events, and not before."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tracker.app import garbage
from tracker.app.garbage import GarbageCollector, collect_due


class Ring:
    """What only the collector can free."""

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
    collect_due()
    assert ring() is not None


def test_a_generation_that_is_never_due_is_never_collected(thresholds: None) -> None:
    gc.set_threshold(0)
    ring = dropped_ring()
    collect_due()
    assert ring() is not None


def test_the_oldest_generation_that_is_due_is_collected(thresholds: None) -> None:
    ring = dropped_ring()
    gc.collect(0)
    assert ring() is None
    kept = Ring()
    old = weakref.ref(kept)
    gc.collect(1)  # whatever lives through it is in the oldest generation
    del kept
    gc.set_threshold(1, 0, 0)
    collect_due()
    assert old() is not None
    gc.set_threshold(1, 1, 1)
    for _ in range(2):
        gc.collect(1)
    collect_due()
    assert old() is None

"""A card around one chart: its fold, its words, and its copies as a picture."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.charts.test_chart import FIRST, curve
from tracker import TrackerError
from tracker.ui.charts import Chart
from tracker.ui.progress.chart_card import ChartCard, write_picture
from tracker.ui.widgets.cards import Caption
from tracker.ui.widgets.faults import Faults


class Frame:
    """A card with a chart, and what it signalled."""

    def __init__(self, chart: Chart) -> None:
        self.faults = Faults()
        self.told: list[str] = []
        self.faults.told.connect(self.told.append)
        self.done: list[str] = []
        self.faults.done.connect(self.done.append)
        self.card = ChartCard(chart, "Strength", self.faults)


@pytest.fixture
def frame(qtbot: QtBot) -> Frame:
    chart = Chart(least_span=10.0)
    chart.resize(600, 240)
    chart.set_bounds(FIRST - 400, FIRST + 400)
    chart.show_range(FIRST - 10, FIRST + 40)
    chart.show_curves([curve(60, 61, 62, 63, 64, plus_minus=2.0)])
    frame = Frame(chart)
    qtbot.addWidget(frame.card)
    frame.card.resize(700, 300)
    frame.card.set_caption("estimated")
    frame.card.show()
    return frame


def test_a_card_folds_away_and_comes_back(frame: Frame, qtbot: QtBot) -> None:
    card = frame.card
    assert card.fold_button.accessibleName() == "Fold Strength away"
    QTest.mouseClick(card.fold_button, Qt.MouseButton.LeftButton)
    assert not card.chart.isVisible()
    assert card.fold_button.accessibleName() == "Show Strength"
    QTest.mouseClick(card.fold_button, Qt.MouseButton.LeftButton)
    assert card.chart.isVisible()


def test_a_reading_takes_the_place_of_the_caption_and_is_told_to_screen_readers(
    frame: Frame,
) -> None:
    frame.card.show_reading("<b>24 Nov</b> left 80 kg")
    assert frame.card.chart.accessibleDescription() == "24 Nov left 80 kg"
    frame.card.show_reading("")
    assert frame.card.words.text() == "estimated"


def test_a_card_shows_that_its_chart_has_the_keys(frame: Frame, qtbot: QtBot) -> None:
    before = frame.card.grab().toImage()
    frame.card.chart.focused.emit(True)
    assert frame.card.grab().toImage() != before


@pytest.mark.parametrize(
    ("reason", "is_seen"),
    [
        (Qt.FocusReason.OtherFocusReason, True),  # as when its page is gone to
        (Qt.FocusReason.TabFocusReason, True),
        (Qt.FocusReason.MouseFocusReason, False),
    ],
)
def test_the_keys_are_seen_where_no_click_gave_them(
    frame: Frame, reason: Qt.FocusReason, is_seen: bool
) -> None:
    seen: list[bool] = []
    frame.card.chart.focused.connect(seen.append)
    frame.card.chart.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, reason))
    assert seen == [is_seen]


def test_a_copy_is_a_picture_of_the_chart(frame: Frame) -> None:
    frame.card.copy()
    image = QGuiApplication.clipboard().image()
    assert image.width() == 2 * frame.card.chart.width()
    colours = {image.pixelColor(x, y).name() for x in range(0, 1200, 3) for y in range(0, 500, 3)}
    assert "#0072b2" in colours
    assert frame.done == ["Copied."]


def test_a_copied_table_is_told_wherever_it_was_asked_for(frame: Frame) -> None:
    frame.card.copy_table_action.trigger()
    assert frame.done == ["Copied."]
    assert frame.card.table is not None
    frame.card.table.copy()
    assert frame.done == ["Copied.", "Copied."]


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
@pytest.mark.parametrize("on", ["card", "chart"])
def test_the_menu_of_a_card_opens_where_it_is_asked_for(frame: Frame, on: str) -> None:
    widget = frame.card if on == "card" else frame.card.chart.viewport()
    place = widget.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))
    assert frame.card.menu.isVisible()
    frame.card.menu.close()


def save(frame: Frame, kind: str, path: Path, qtbot: QtBot) -> None:
    actions = frame.card.menu.actions()
    next(each for each in actions if kind in each.text()).trigger()
    dialog = frame.card.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_a_png_can_be_saved(frame: Frame, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "strength.png"
    save(frame, "PNG", path, qtbot)
    assert QImage(str(path)).width() == 2 * frame.card.chart.width()
    assert frame.done == ["Saved as strength.png."]


def test_an_svg_holds_shapes_and_words(frame: Frame, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "strength.svg"
    save(frame, "SVG", path, qtbot)
    text = path.read_text(encoding="utf-8")
    assert "Strength" in text
    assert "<path" in text
    assert "<image" not in text


def test_a_picture_that_cannot_be_saved_is_told_in_words(
    frame: Frame, tmp_path: Path, qtbot: QtBot
) -> None:
    save(frame, "PNG", tmp_path / "missing" / "strength.png", qtbot)
    assert "could not be written: no such file or directory" in frame.told[0]
    assert frame.done == []


def test_a_picture_that_cannot_be_written_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "strength.png"
    write_picture(path, b"before")

    def fill_up(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fill_up)
    with pytest.raises(TrackerError, match="could not be written: no space left"):
        write_picture(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_where_more_lines_are_said_than_one_their_place_is_always_as_high(
    qtbot: QtBot,
) -> None:
    class Wordy(ChartCard):
        word_lines = 2

    card = Wordy(Chart(least_span=10.0), "Left – right", Faults())
    qtbot.addWidget(card)
    heights = []
    for words in ("one line", "one line<br>and another", ""):
        card.show_reading(words)
        heights.append(card.words.sizeHint().height())
    assert len(set(heights[:2])) == 1


def test_narrow_the_words_go_below_the_title(frame: Frame) -> None:
    title = frame.card.findChildren(Caption)[0]
    frame.card.set_narrow(is_narrow=True)
    QApplication.processEvents()
    assert frame.card.words.y() > title.y()
    frame.card.set_narrow(is_narrow=False)
    QApplication.processEvents()
    assert frame.card.words.x() > title.x()


@pytest.mark.usefixtures("large_letters")
def test_in_large_letters_long_words_are_broken_between_two_parts(frame: Frame) -> None:
    card = ChartCard(Chart(least_span=10.0), "Work", frame.faults, parent=frame.card)
    card.set_narrow(is_narrow=True)
    words = "<b>24 Nov</b> · week of 23 Nov 2026: 6 hard sets, 18 planned · 6.8 km run · Injury"
    card.resize(560, 300)
    card.show()
    QApplication.processEvents()
    card.show_reading(words)
    first, second = card.words.text().split("<br>")
    assert first.startswith("<b>24 Nov</b> · week of")
    assert f"{first} · {second}" == words
    assert card.has_room(first)
    assert card.has_room(second)
    # For a screen reader they stay whole; and one line of words has room for a second one.
    assert "\n" not in card.chart.accessibleDescription()
    card.show_reading("short")
    assert card.words.text() == "short<br>&nbsp;"


def test_in_usual_letters_a_line_of_words_stays_one(frame: Frame) -> None:
    frame.card.set_narrow(is_narrow=True)
    words = " · ".join(["some words"] * 40)
    frame.card.show_reading(words)
    assert frame.card.words.text() == words

"""Cards, captions, and the choice of one in a row."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tracker.ui.widgets.cards import (
    BESIDE,
    CardButton,
    OneLineCaption,
    Segment,
    SegmentedControl,
    StillCaption,
)


@pytest.fixture
def control(qtbot: QtBot) -> SegmentedControl:
    control = SegmentedControl(["one", "two", "three"], "number")
    qtbot.addWidget(control)
    control.show()
    qtbot.waitExposed(control)
    control.activateWindow()
    return control


def test_the_first_choice_is_taken_at_first(control: SegmentedControl) -> None:
    assert control.index == 0
    assert control.accessibleName() == "number"


def test_a_click_takes_a_choice_and_tells(control: SegmentedControl, qtbot: QtBot) -> None:
    with qtbot.waitSignal(control.chosen) as chosen:
        control._group.button(2).click()
    assert chosen.args == [2]
    assert control.index == 2


def test_arrow_keys_move_among_the_choices_shown(control: SegmentedControl, qtbot: QtBot) -> None:
    control.set_choice_visible(1, visible=False)
    control._group.button(0).setFocus()
    qtbot.waitUntil(control._group.button(0).hasFocus)
    with qtbot.waitSignal(control.chosen) as chosen:
        QTest.keyClick(control._group.button(0), Qt.Key.Key_Right)
    assert chosen.args == [2]
    assert QApplication.focusWidget() is control._group.button(2)
    QTest.keyClick(control._group.button(2), Qt.Key.Key_Right)
    assert control.index == 2


def test_choosing_by_program_tells_nothing(control: SegmentedControl, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(control.chosen):
        control.choose(1)
    assert control.index == 1


def test_no_choice_may_be_taken_and_the_keys_begin_with_the_first(
    control: SegmentedControl, qtbot: QtBot
) -> None:
    control.choose(1)
    with qtbot.assertNotEmitted(control.chosen):
        control.choose_none()
    assert control.index == -1
    assert control._group.button(1).focusPolicy() is Qt.FocusPolicy.StrongFocus
    QTest.keyClick(control._group.button(1), Qt.Key.Key_Right)
    assert control.index == 0
    control.choose(2)
    assert [each.isChecked() for each in control._group.buttons()] == [False, False, True]


class Watcher(QObject):
    """Counts the events of one type that a widget gets."""

    def __init__(self, widget: QWidget, kind: QEvent.Type) -> None:
        super().__init__(widget)
        self.kind, self.count = kind, 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is self.kind
        return False


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    holder = QWidget()
    QHBoxLayout(holder)
    qtbot.addWidget(holder)
    holder.show()
    qtbot.waitExposed(holder)
    return holder


def test_a_still_caption_keeps_its_room_and_lays_out_nothing(holder: QWidget) -> None:
    caption = StillCaption(holder)
    layout = holder.layout()
    assert layout is not None
    layout.addWidget(caption)
    caption.setText("100.5 kg")
    room = caption.size()
    QApplication.processEvents()
    watcher = Watcher(holder, QEvent.Type.LayoutRequest)
    caption.setText("–")
    QApplication.processEvents()
    assert (caption.minimumSize(), watcher.count) == (caption.maximumSize(), 0)
    caption.setText("a longer text than before")
    QApplication.processEvents()
    assert watcher.count
    assert caption.width() > room.width()
    assert caption.sizeHint().width() <= caption.width()


def test_a_still_caption_of_a_width_takes_the_lines_it_needs(holder: QWidget) -> None:
    caption = StillCaption(holder, width=80)
    caption.setText("short")
    line = caption.height()
    caption.setText("a text of some words that takes several lines")
    assert (caption.width(), caption.height() >= 3 * line) == (80, True)


def test_a_card_that_is_a_button_is_pressed_by_enter_and_framed_with_the_keys(
    qtbot: QtBot,
) -> None:
    card = CardButton()
    qtbot.addWidget(card)
    card.resize(80, 60)
    card.show()
    plain = card.grab().toImage()
    card.setFocus()
    qtbot.waitUntil(card.hasFocus)
    assert card.grab().toImage() != plain
    with qtbot.waitSignal(card.clicked):
        QTest.keyClick(card, Qt.Key.Key_Return)
    assert card.sizeHint() == QAbstractButton.sizeHint(card)
    layout = QVBoxLayout(card)
    assert card.sizeHint() == layout.sizeHint()


def test_choices_stand_in_two_rows_where_one_is_too_wide(control: SegmentedControl) -> None:
    segments = [each for each in control.findChildren(Segment) if not each.isHidden()]
    taken = control.width_in_a_row
    assert taken == sum(each.width() for each in segments) + BESIDE * (len(segments) - 1)
    for room, rows in ((taken, 1), (taken - 1, 2), (taken, 1)):
        control.fit_into(room)
        control.resize(taken, control.sizeHint().height())
        QApplication.processEvents()
        assert len({each.y() for each in segments}) == rows
        in_order = sorted(segments, key=lambda each: (each.y(), each.x()))
        assert in_order == segments
        for one, other in pairwise(in_order):
            assert not one.geometry().intersects(other.geometry())


def test_choices_keep_together_at_the_left_of_more_room(control: SegmentedControl) -> None:
    control.resize(control.width_in_a_row + 400, 40)
    QApplication.processEvents()
    first, second, *_ = (each for each in control.findChildren(Segment) if not each.isHidden())
    assert first.x() == 0
    assert second.x() == first.width() + BESIDE


def test_a_caption_of_one_line_says_in_its_tip_what_is_cut(qtbot: QtBot) -> None:
    caption = OneLineCaption("words that need some room")
    qtbot.addWidget(caption)
    caption.show()
    caption.resize(caption.sizeHint())
    assert (caption.shown_text, caption.toolTip()) == (caption.text(), "")
    whole = caption.grab().toImage()
    caption.resize(caption.width() // 2, caption.height())
    assert caption.shown_text.endswith("…")
    assert caption.toolTip() == caption.text()
    assert caption.minimumSizeHint().width() < caption.width()
    cut = caption.grab().toImage()
    assert cut != whole.copy(cut.rect())
    caption.setText("words")
    assert (caption.shown_text, caption.toolTip()) == ("words", "")

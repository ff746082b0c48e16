"""The command palette: every menu entry and every button of the page shown, found by typing."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tracker.app.language import tr as _tr
from tracker.app.theme import for_letters
from tracker.ui.widgets.announce import announce
from tracker.ui.widgets.cards import Caption, Card
from tracker.ui.widgets.cursor_table import CursorTable
from tracker.ui.widgets.keys import ENTER
from tracker.ui.window.actions import all_commands

WIDTH: Final = 560
ROWS: Final = 10  # visible at once
TOP: Final = 64  # pixels below the window's upper edge
_KEYS: Final = 1  # the column of shortcuts
_OURS: Final = "open_palette"  # the command that opens it
_ENTRY: Final = Qt.ItemDataRole.UserRole
_WORD: Final = re.compile(r"\w+")
_MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class PaletteEntry:
    """One command that can be run.

    Args:
        doer: Its action in a menu, or its button.
        menus: The titles of the menus it is in, or of the page and card, the outermost first.
        others: More words that it is found by.
    """

    def __init__(
        self, doer: QAction | QAbstractButton, menus: Sequence[str], others: str = ""
    ) -> None:
        self.doer = doer
        self.others = others
        text, _, keys = doer.text().partition("\t")  # as in menus whose keys are no shortcuts
        if isinstance(doer, QAbstractButton):
            text = doer.accessibleName() or text
        self.last = plain(text)
        self.name = " ▸ ".join([*menus, self.last])
        self.keys = keys or doer.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def do(self) -> None:
        """Run it."""
        if isinstance(self.doer, QAction):
            self.doer.trigger()
        else:
            self.doer.click()


def plain(text: str) -> str:
    """Return a menu text without the mark of its Alt letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def entries_of(
    menu: QMenu, others: Mapping[str, str], menus: Sequence[str] = ()
) -> Iterator[PaletteEntry]:
    """Iterate over the enabled commands of a menu and its submenus, in order.

    Args:
        menu: The menu.
        others: More words that commands are found by, by the names of their actions.
        menus: The titles of the menus it is in, the outermost first.
    """
    menu.aboutToShow.emit()  # some are filled only when they open
    titles = (*menus, plain(menu.title())) if menu.title() else tuple(menus)
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from entries_of(inner, others, titles)
        elif action.isEnabled() and not action.isSeparator() and action.objectName() != _OURS:
            yield PaletteEntry(action, titles, others.get(action.objectName(), ""))


def entries_in_sight(
    title: str, part: QWidget, focused: QWidget | None, holder: QWidget
) -> list[PaletteEntry]:
    """List what the visible buttons, their menus and the menus of the cells in a widget do.

    Args:
        title: What they are listed under.
        part: The page, or another part of the window.
        focused: The widget that has the focus: the commands of its card come first.
        holder: Takes ownership of the menus of cells, which are made for this alone.
    """
    found: list[tuple[bool, PaletteEntry]] = []
    for widget in part.findChildren(QWidget):
        if not (widget.isVisibleTo(part) and widget.isEnabled()) or _is_inner(widget, part):
            continue
        within, is_near = _place_of(widget, part, focused)
        menu: QMenu | None = None
        if isinstance(widget, CursorTable):
            menu = widget.make_menu()
            if menu is not None:
                menu.setParent(holder)
                menu.setTitle("")
        elif isinstance(widget, QPushButton | QToolButton):
            menu = widget.menu()
        if menu is not None:
            found += [(is_near, each) for each in entries_of(menu, {}, (title, *within))]
        elif isinstance(widget, QAbstractButton):
            found.append((is_near, PaletteEntry(widget, (title, *within))))
    found.sort(key=lambda each: not each[0])
    return [each for _, each in found if each.last]


def _is_inner(widget: QWidget, part: QWidget) -> bool:
    """Tell whether a widget is a piece of one of Qt's own, which does what its keys do."""
    parent = widget.parentWidget()
    while parent is not None and parent is not part:
        if any(map(parent.inherits, ("QCalendarWidget", "QAbstractItemView", "QLineEdit"))):
            return True
        parent = parent.parentWidget()
    return False


def _place_of(
    widget: QWidget, part: QWidget, focused: QWidget | None
) -> tuple[tuple[str, ...], bool]:
    """Return the name of a widget's card, if it has one, and whether that has the focus."""
    parent = widget.parentWidget()
    while parent is not None and parent is not part:
        if isinstance(parent, Card):
            is_near = focused is not None and parent.isAncestorOf(focused)
            return ((parent.name,) if parent.name else ()), is_near
        parent = parent.parentWidget()
    return (), False


def rank(typed: str, name: str) -> int | None:
    """Tell how well a name matches what is typed, 0 best; None if it does not.

    Each typed word must start a word of the name; or its letters must occur in order in a word with
    the same first letter, which adds 1.

    >>> rank("strength test", "Session ▸ Strength test…")
    0
    >>> rank("tst", "Session ▸ Strength test…")
    1
    >>> rank("goals", "Session ▸ Strength test…") is None
    True
    """
    words = _WORD.findall(name.casefold())
    loose = 0
    for part in _WORD.findall(typed.casefold()):
        if any(word.startswith(part) for word in words):
            continue
        if not any(_comes_in(part, word) for word in words):
            return None
        loose += 1
    return loose


def _comes_in(part: str, word: str) -> bool:
    """Tell whether letters occur in a word in order, starting with its first letter."""
    letters = iter(word)
    return word.startswith(part[0]) and all(letter in letters for letter in part)


class Palette(Card):
    """A line over a list, above the page; Enter runs the chosen command, Escape cancels.

    It takes the keyboard focus, and gives it back before any command runs.

    Args:
        window: The window whose menus it lists.
        in_sight: Returns the parts of the window whose buttons it lists, with their names.

    Signals:
        left: It has closed, and the widget that had the focus before is gone.
    """

    left = Signal()

    def __init__(
        self, window: QMainWindow, in_sight: Callable[[], Sequence[tuple[str, QWidget]]]
    ) -> None:
        super().__init__(window)
        self.setAccessibleName(self.tr("Commands"))
        self._window = window
        self._in_sight = in_sight
        self._before: QWidget | None = None
        self._entries: list[PaletteEntry] = []
        self._holder = QWidget(self)  # of menus made for one opening
        self._holder.hide()
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Type what to do"))
        self.line.setAccessibleName(self.tr("Find a command"))
        self.line.textChanged.connect(self._show_found)
        self.line.installEventFilter(self)
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("Commands found"))
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line keeps the focus throughout
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, self.list.header().ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(
            _KEYS, self.list.header().ResizeMode.ResizeToContents
        )
        self.list.itemClicked.connect(lambda _item, _column: self._do())
        self.list.currentItemChanged.connect(self._on_list_current_item_changed)
        self.nothing = Caption(self.tr("No command matches."), self, muted=True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list)
        self.hide()

    def open(self) -> None:
        """Show the commands that can be run now, and take the focus."""
        self._before = self._window.focusWidget()
        self._holder.deleteLater()
        self._holder = QWidget(self)
        self._holder.hide()
        menus = [action.menu() for action in self._window.menuBar().actions()]
        others = {each.name: _tr(each.others) for each in all_commands() if each.others}
        self._entries = [
            entry for menu in menus if isinstance(menu, QMenu) for entry in entries_of(menu, others)
        ]
        in_menus = {entry.last.removesuffix("…") for entry in self._entries}
        for title, part in self._in_sight():
            self._entries += [
                entry
                for entry in entries_in_sight(title, part, self._before, self._holder)
                if entry.last.removesuffix("…") not in in_menus
            ]
        self.line.clear()
        self._show_found("")
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_and_give_back(self) -> None:
        """Close, and give the focus back."""
        before, self._before = self._before, None
        is_there = (
            before is not None
            and shiboken6.isValid(before)
            and before.isVisible()
            and not isinstance(before, QMenuBar)  # which has the focus only briefly
        )
        if before is not None and is_there:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        if not is_there:
            self.left.emit()

    @property
    def found(self) -> list[str]:
        """The names listed, from the top."""
        items = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [item.text(0) for item in items if item is not None]

    def _place(self) -> None:
        room = self._window.rect()
        width = min(for_letters(WIDTH, self.fontMetrics()), room.width() - 48)
        row = self.list.sizeHintForRow(0)
        high = self.line.sizeHint().height() + ROWS * row + 48
        top = min(TOP, room.height() // 10)
        self.setGeometry((room.width() - width) // 2, top, width, min(high, room.height() - top))

    def _show_found(self, typed: str) -> None:
        """List the commands that match, best first, and choose the first."""
        answers: list[tuple[int, bool, bool, PaletteEntry]] = []
        for entry in self._entries:
            how = rank(typed, f"{entry.name} {entry.others}")
            if how is not None:
                by_name = rank(typed, entry.name) == how
                answers.append((how, not by_name, rank(typed, entry.last) != how, entry))
        # Names before other words, and before the titles that they are under; stable: equal ranks
        # keep the order of the menus.
        answers.sort(key=lambda each: each[:3])
        self.list.clear()
        for *_, entry in answers:
            item = QTreeWidgetItem(self.list, [entry.name, entry.keys])
            item.setData(0, _ENTRY, entry)
            said = f"{entry.name}, {entry.keys}" if entry.keys else entry.name
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
        first = self.list.topLevelItem(0)
        self.nothing.setVisible(first is None)
        if first is not None:
            self.list.setCurrentItem(first)
        else:
            announce(self.line, self.nothing.text())

    def _on_list_current_item_changed(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and self.line.hasFocus():
            # The line has the focus, not the list, so nothing else announces it.
            announce(self.line, str(item.data(0, Qt.ItemDataRole.AccessibleTextRole)))

    def _do(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        entry = item.data(0, _ENTRY)
        assert isinstance(entry, PaletteEntry)
        self.close_and_give_back()
        entry.do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.line:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if key in ENTER:
                self._do()
                return True
            if key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.close_and_give_back()
                return True
        elif event.type() is QEvent.Type.FocusOut and self.isVisible():
            self.hide()  # as after a click elsewhere, which now has the focus
        return super().eventFilter(watched, event)

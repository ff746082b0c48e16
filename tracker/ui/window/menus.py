"""The menu bar, built from the commands in ``actions.py``."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from tracker.app.language import tr as _tr
from tracker.app.logbook import Logbook
from tracker.app.preferences import Theme
from tracker.app.settings import Settings
from tracker.domain.change import Change
from tracker.domain.period import Period
from tracker.ui.window.actions import MENUS, RANGE, RECENT, THEME, Command, Submenu
from tracker.words.labels import period_name


class Menus(QObject):
    """Fills a window's menu bar, and keeps the texts of Undo and Redo current.

    Args:
        window: The window whose menu bar is filled; it owns the menus.
        doers: The objects that carry out the commands: each slot is a method of one of them.
        logbook: The open log, for undo and redo.
        settings: For the recently opened logs and the theme.
        ranges: Returns the ranges of Progress that can be chosen.

    Signals:
        log_chosen: The path of a recently opened log to open again.
        range_chosen: The index of the range of Progress to show, in the order of ``Period``.
    """

    log_chosen = Signal(Path)
    range_chosen = Signal(int)

    def __init__(
        self,
        window: QMainWindow,
        doers: Sequence[QObject],
        logbook: Logbook,
        settings: Settings,
        ranges: Callable[[], Sequence[Period]],
    ) -> None:
        super().__init__(window)
        self._doers = doers
        self._logbook = logbook
        self._settings = settings
        self._ranges = ranges
        self.actions: dict[str, QAction] = {}
        for title, entries in MENUS:
            menu = window.menuBar().addMenu(_tr(title))
            for entry in entries:
                if isinstance(entry, Command):
                    menu.addAction(self._make_action(entry))
                elif isinstance(entry, Submenu):
                    menu.addMenu(_tr(entry.text)).addActions(
                        [self._make_action(each) for each in entry.commands]
                    )
                elif entry is None:
                    menu.addSeparator()
                else:
                    self._add_submenu(menu, entry)
        logbook.changed.connect(self._on_logbook_changed)
        self._on_logbook_changed()

    def _make_action(self, command: Command) -> QAction:
        action = QAction(_tr(command.text), self)
        action.setObjectName(command.name)
        if command.keys:
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.setCheckable(command.is_choice)
        doer = next(each for each in self._doers if hasattr(each, command.slot))
        slot = getattr(doer, command.slot)
        if command.value is not None:
            slot = partial(slot, command.value)
        # `triggered` carries whether the action is on, which matters only to a choice.
        action.triggered.connect(slot if command.is_choice else lambda _on: slot())
        self.actions[command.name] = action
        return action

    def _add_submenu(self, menu: QMenu, kind: str) -> None:
        words = {
            RECENT: self.tr("Open &recent"),
            THEME: self.tr("&Theme"),
            RANGE: self.tr("&Range of Progress"),
        }
        fill = {RECENT: self._fill_recent, THEME: self._fill_themes, RANGE: self._fill_ranges}
        submenu = menu.addMenu(words[kind])
        submenu.aboutToShow.connect(partial(fill[kind], submenu))

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self._settings.recent_logs:
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setToolTip(str(path))
            action.setEnabled(path.exists())
            action.triggered.connect(partial(self.log_chosen.emit, path))
        if menu.isEmpty():
            menu.addAction(self.tr("No log opened yet")).setEnabled(False)

    def _fill_themes(self, menu: QMenu) -> None:
        words = {
            Theme.SYSTEM: self.tr("As the &system"),
            Theme.LIGHT: self.tr("&Light"),
            Theme.DARK: self.tr("&Dark"),
        }
        menu.clear()
        group = QActionGroup(menu)
        for theme, text in words.items():
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(theme is self._settings.theme)
            action.triggered.connect(partial(self._settings.set_theme, theme))
            group.addAction(action)

    def _fill_ranges(self, menu: QMenu) -> None:
        menu.clear()
        places = list(Period)
        for period in self._ranges():
            place = places.index(period)
            menu.addAction(period_name(period), partial(self.range_chosen.emit, place))

    def _on_logbook_changed(self, _change: Change | None = None) -> None:
        for name, text, named, label in (
            ("undo", self.tr("&Undo"), self.tr("&Undo {}"), self._logbook.undo_label),
            ("redo", self.tr("&Redo"), self.tr("&Redo {}"), self._logbook.redo_label),
        ):
            action = self.actions[name]
            action.setEnabled(label is not None)
            action.setText(text if label is None else named.format(label).replace("\n", " "))

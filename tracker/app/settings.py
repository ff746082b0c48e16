"""What the program remembers between runs, with types, stored in a given QSettings."""

import datetime
import json
import os
from math import isfinite
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QObject, QSettings, Signal

from tracker.app.language import Language
from tracker.app.preferences import (
    ASKS_NEXT_MORNING,
    LANGUAGE,
    RESERVE_ASKED,
    REST_BETWEEN_LEGS,
    RESTS,
    STRENGTH_REMINDER_WEEKS,
    THEME,
    UNIT,
    Choice,
    ReserveAsked,
    Seconds,
    Theme,
    Value,
)
from tracker.app.rest_timer import Rest
from tracker.domain.exercise import Exercise
from tracker.domain.load import Unit

MOST_RECENT_LOGS = 8
MOST_COPIES_PUT_ASIDE = 32
# In bytes: no system has longer paths, and some fail when asked about one.
LONGEST_NAME = 255
LONGEST_PATH = 4096


def _can_be_path(text: str) -> bool:
    """Tell whether a text could be a path at all, without asking the system."""
    try:
        path = os.fsencode(text)
    except ValueError:
        return False
    names = path.split(os.fsencode(os.sep))
    is_short = len(path) < LONGEST_PATH and max(map(len, names)) <= LONGEST_NAME
    return is_short and b"\0" not in path


class SettingsFile(QSettings):
    """The user's settings file, which is not written while the program starts.

    Qt writes settings as soon as the event loop runs and waits for the disk, which would delay the
    first key press. Whatever is set before ``get_ready`` is written then, or by ``sync``, for
    example when the program ends.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        form, scope = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        super().__init__(form, scope, "Soleus", "soleus", parent)
        self._is_ready = False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.UpdateRequest and not self._is_ready:
            return True
        return super().event(event)

    def get_ready(self) -> None:
        """Write what was set so far, and everything else at once from now on."""
        self._is_ready = True
        self.sync()


class Settings(QObject):
    """Choices about the program; those about the training are in the log.

    Args:
        store: Where they are stored; tests pass a file of their own.

    Signals:
        unit_changed: The new unit.
        theme_changed: The new theme.
        asks_next_morning_changed: Whether to ask about the next morning.
        reserve_asked_changed: After which sets to ask for the reserve.
        strength_reminder_changed: Weeks after which to remind of a strength test, 0 for never.
    """

    unit_changed = Signal(Unit)
    theme_changed = Signal(Theme)
    asks_next_morning_changed = Signal(bool)
    reserve_asked_changed = Signal(ReserveAsked)
    strength_reminder_changed = Signal(int)

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._chosen: dict[str, Any] = {}  # read only once, because every load shown needs the unit
        self._signals = {
            UNIT.key: self.unit_changed,
            THEME.key: self.theme_changed,
            ASKS_NEXT_MORNING.key: self.asks_next_morning_changed,
            RESERVE_ASKED.key: self.reserve_asked_changed,
            STRENGTH_REMINDER_WEEKS.key: self.strength_reminder_changed,
        }

    def _text(self, key: str) -> str:
        return str(self._store.value(key, "") or "")

    # Preferences, which are declared in ``preferences``

    def value(self, preference: Choice[Value]) -> Value:
        """Return the chosen value of a preference."""
        if preference.key not in self._chosen:
            self._chosen[preference.key] = preference.read(self._text(preference.key))
        chosen: Value = self._chosen[preference.key]
        return chosen

    def choose(self, preference: Choice[Value], value: Value) -> None:
        """Choose a value for a preference."""
        if value != self.value(preference):
            self._store.setValue(preference.key, preference.written(value))
            self._chosen[preference.key] = value
            if preference.key in self._signals:
                self._signals[preference.key].emit(value)

    def seconds(self, length: Seconds) -> int:
        """Return a preferred length of time in seconds; 0 for none."""
        return length.read(self._text(length.key))

    def set_seconds(self, length: Seconds, seconds: int) -> None:
        """Choose a length of time in seconds, from 0 to its limit."""
        self._store.setValue(length.key, length.written(seconds))

    @property
    def unit(self) -> Unit:
        """The unit of loads, kilograms unless chosen otherwise."""
        return self.value(UNIT)

    def set_unit(self, unit: Unit) -> None:
        """Choose the unit of loads."""
        self.choose(UNIT, unit)

    @property
    def theme(self) -> Theme:
        """The theme, the system's unless chosen otherwise."""
        return self.value(THEME)

    def set_theme(self, theme: Theme) -> None:
        """Choose the theme."""
        self.choose(THEME, theme)

    @property
    def language(self) -> Language:
        """The language from the next start on, the system's unless chosen otherwise."""
        return self.value(LANGUAGE)

    def rest_s(self, exercise: Exercise) -> int:
        """Return how long to rest between sets of an exercise, in seconds; 0 for no timer."""
        return self.seconds(RESTS[exercise])

    @property
    def rest_between_legs_s(self) -> int:
        """How long to rest between the two legs of one set, in seconds; 0 for no timer."""
        return self.seconds(REST_BETWEEN_LEGS)

    @property
    def asks_next_morning(self) -> bool:
        """Whether to ask about the next morning; yes unless switched off."""
        return self.value(ASKS_NEXT_MORNING)

    @property
    def reserve_asked(self) -> ReserveAsked:
        """After which sets to ask for the reserve, every one unless chosen otherwise."""
        return self.value(RESERVE_ASKED)

    @property
    def strength_reminder_weeks(self) -> int:
        """Weeks after which to remind of a strength test: 2, 3 or 4; 0 for never, the default."""
        return self.value(STRENGTH_REMINDER_WEEKS)

    # What was put aside, and the state of the window

    @property
    def has_calendar(self) -> bool:
        """Whether the calendar of the History page is unfolded, as it is by default."""
        return self._text("calendar") != "folded"

    def set_has_calendar(self, *, has_calendar: bool) -> None:
        """Remember whether the calendar is unfolded."""
        self._store.setValue("calendar", "shown" if has_calendar else "folded")

    @property
    def morning_put_aside(self) -> str:
        """The id of the session about whose next morning not to ask again."""
        return self._text("morning_put_aside")

    def put_morning_aside(self, session_id: str) -> None:
        """Remember that a question was put aside; only yesterday's session is ever asked about."""
        self._store.setValue("morning_put_aside", session_id)

    @property
    def strength_test_put_off_to(self) -> datetime.date | None:
        """The first day on which to remind of a strength test again; None for any."""
        try:
            return datetime.date.fromisoformat(self._text("strength_test_put_off_to"))
        except ValueError:
            return None

    def put_strength_test_off_to(self, day: datetime.date) -> None:
        """Remember the first day on which to remind of a strength test again."""
        self._store.setValue("strength_test_put_off_to", day.isoformat())

    @property
    def recent_logs(self) -> list[Path]:
        """Recently opened log files, the last one first; some may no longer exist."""
        paths = self._list("recent_logs")
        return [Path(path) for path in paths if isinstance(path, str) and _can_be_path(path)]

    def _list(self, key: str) -> list[object]:
        """Read a list; anything else, as in a file edited by hand, counts as empty."""
        try:
            found = json.loads(self._text(key) or "[]")
        except (ValueError, RecursionError):
            return []
        return found if isinstance(found, list) else []

    def remember_log(self, path: Path) -> None:
        """Put a log file first among the recent ones."""
        path = path.absolute()
        others = [each for each in self.recent_logs if each != path]
        paths = [str(each) for each in (path, *others)][:MOST_RECENT_LOGS]
        self._store.setValue("recent_logs", json.dumps(paths))

    @property
    def copies_put_aside(self) -> list[tuple[Path, str]]:
        """Copies of logs not to report, and the state each was in."""
        return [
            (Path(each[0]), each[1])
            for each in self._list("copies_put_aside")
            if isinstance(each, list) and len(each) == 2 and all(isinstance(x, str) for x in each)
        ]

    def put_copy_aside(self, path: Path, look: str) -> None:
        """Remember not to report a copy while it stays in this state."""
        others = [each for each in self.copies_put_aside if each[0] != path]
        kept = [(str(path), look), *((str(path), look) for path, look in others)]
        self._store.setValue("copies_put_aside", json.dumps(kept[:MOST_COPIES_PUT_ASIDE]))

    @property
    def window_geometry(self) -> QByteArray:
        """Position and size of the window as encoded by Qt; empty at first."""
        value = self._store.value("window_geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_window_geometry(self, geometry: QByteArray) -> None:
        """Remember position and size of the window."""
        self._store.setValue("window_geometry", geometry)

    def session_shown(self, now: datetime.datetime, within: datetime.timedelta) -> str | None:
        """Return the id of the session last shown, if that was recent.

        Args:
            now: The current instant.
            within: How long ago counts as recent.
        """
        id_, _, instant = self._text("session_shown").partition(" ")
        try:
            ago = now - datetime.datetime.fromisoformat(instant)
        except (ValueError, TypeError):  # not an instant, or one without offset
            return None
        return id_ if ago <= within else None

    def rest_running(self, session_id: str, now: datetime.datetime) -> Rest | None:
        """Return the rest of a session that ran when a window was closed, as it stands now.

        Args:
            session_id: The session's id.
            now: The current instant.
        """
        try:
            id_, instant, *seconds, state = self._text("rest_running").split(" ")
            away_s = (now - datetime.datetime.fromisoformat(instant)).total_seconds()
            taken_s, left_s, length_s = (float(each) for each in seconds)
        except (ValueError, TypeError):  # nothing, or a file edited by hand
            return None
        rest = Rest(taken_s, left_s, length_s, state == "paused").after(away_s)
        is_whole = isfinite(taken_s + left_s + length_s)
        return rest if id_ == session_id and away_s >= 0 and is_whole else None

    def set_rest_running(self, session_id: str, now: datetime.datetime, rest: Rest | None) -> None:
        """Remember the rest of a session as it stands; None if there is none."""
        if rest is None:
            self._store.remove("rest_running")
            return
        *numbers, is_paused = rest
        state = "paused" if is_paused else "running"
        told = (session_id, now.isoformat(), *map(str, numbers), state)
        self._store.setValue("rest_running", " ".join(told))

    def set_session_shown(self, session_id: str, now: datetime.datetime) -> None:
        """Remember at once which session is shown, so that it survives a crash."""
        self._store.setValue("session_shown", f"{session_id} {now.isoformat()}")
        self._store.sync()

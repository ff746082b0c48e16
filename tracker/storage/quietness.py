"""How long nobody has written to a file, which may be half of a copy until a moment has passed."""

import time
from pathlib import Path

from tracker.storage.stamp import FileState

QUIET_S = 0.25  # after the last write by others, the file is assumed complete
STUCK_S = 5.0  # after the last write by others, an incomplete file is assumed abandoned


class Quietness:
    """Tells how long a file has been unchanged."""

    def __init__(self) -> None:
        self._seen_first: tuple[FileState, float] | None = None  # maybe not complete yet

    def is_quiet(self, place: FileState) -> bool:
        """Tell whether the file has been unchanged long enough to be probably complete.

        Args:
            place: The state of the file.
        """
        return self._has_been_for(QUIET_S, place)

    def is_stuck(self, place: FileState) -> bool:
        """Tell whether the file has been unchanged so long that nobody will continue writing.

        Args:
            place: The state of the file.
        """
        return self._has_been_for(STUCK_S, place)

    def comes(self, path: Path, place: FileState) -> bool:
        """Wait until the file has been unchanged for a moment; False if it changes meanwhile.

        Args:
            path: The file.
            place: The state of the file.
        """
        while not self.is_quiet(place):
            time.sleep(QUIET_S / 10)
            if FileState.of(path) != place:
                return False
        return True

    def _has_been_for(self, seconds: float, place: FileState) -> bool:
        if time.time() - place.touched_ns / 1e9 >= seconds:
            return True
        # The disk's clock may differ from this machine's.
        if self._seen_first is None or self._seen_first[0] != place:
            self._seen_first = place, time.monotonic()
        return time.monotonic() - self._seen_first[1] >= seconds

"""How long nobody has written to a file: until it has been a moment, it may be half of a copy."""

import time
from pathlib import Path

from tracker.storage.stamp import FileState

QUIET_S = 0.25  # since another program wrote into the file, until it is taken for whole
STUCK_S = 5.0  # the same, until what is not whole is taken for given up


class Quietness:
    """Tells of one file how long it has been as it is."""

    def __init__(self) -> None:
        self._seen_first: tuple[FileState, float] | None = None  # what may not be whole yet

    def is_quiet(self, place: FileState) -> bool:
        """Tell whether nobody has written to the file for as long as makes it probably whole.

        Args:
            place: How the file looks.
        """
        return self._has_been_for(QUIET_S, place)

    def is_stuck(self, place: FileState) -> bool:
        """Tell whether nobody has written to the file for so long that nobody will go on.

        Args:
            place: How the file looks.
        """
        return self._has_been_for(STUCK_S, place)

    def comes(self, path: Path, place: FileState) -> bool:
        """Wait until nobody has written to the file for a moment; false where somebody does.

        Args:
            path: The file.
            place: How it looks.
        """
        while not self.is_quiet(place):
            time.sleep(QUIET_S / 10)
            if FileState.of(path) != place:
                return False
        return True

    def _has_been_for(self, seconds: float, place: FileState) -> bool:
        if time.time() - place.touched_ns / 1e9 >= seconds:
            return True
        # The disk's clock may be another one than this machine's.
        if self._seen_first is None or self._seen_first[0] != place:
            self._seen_first = place, time.monotonic()
        return time.monotonic() - self._seen_first[1] >= seconds

"""The metronome's click, if the extra for sound is installed."""

from collections.abc import Generator
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from tracker import TrackerError
from tracker.app.resources import sound_file

if TYPE_CHECKING:
    from miniaudio import PlaybackDevice

RATE: Final = 44_100  # samples per second, as in the file
_BYTES: Final = 2  # per sample: one channel of 16 bits
_BUFFER_MS: Final = 20  # by which a click may be late


class Click(QObject):
    """A short click, loaded once and played on each beat.

    If there is no loudspeaker it stays silent, without an error.

    Args:
        backends: The miniaudio backends to try; None for all available.

    Raises:
        TrackerError: If the library that plays it, or every backend, is missing.
    """

    def __init__(self, parent: QObject | None = None, *, backends: list[Any] | None = None) -> None:
        super().__init__(parent)
        self._is_asked = False
        # Imported when sound is first used, because few have it and it takes a while.
        try:
            import miniaudio
        except ImportError as error:
            raise TrackerError(self._no_sound()) from error
        mono, bits = 1, miniaudio.SampleFormat.SIGNED16
        try:
            decoded = miniaudio.decode_file(str(sound_file("click")), bits, mono, RATE)
            self._device: PlaybackDevice = miniaudio.PlaybackDevice(
                bits, mono, RATE, _BUFFER_MS, backends=backends, app_name="Soleus"
            )
            stream = self._stream(decoded.samples.tobytes())
            next(stream)
            self._device.start(stream)
        except miniaudio.MiniaudioError as error:
            raise TrackerError(self._no_sound()) from error
        self.destroyed.connect(self._device.close)

    def play(self) -> None:
        """Play it once."""
        self._is_asked = True

    def _no_sound(self) -> str:
        return self.tr(
            "The metronome has no sound here; its beat is seen. "
            "Help ▸ Manual says what the sound needs, under “Rest timer and metronome”."
        )

    def _stream(self, click: bytes) -> Generator[bytes, int, None]:
        """Yield as many samples as the device asks for: a click if one is due, otherwise silence.

        It runs in the device's thread, which shares only the request with this one.
        """
        place = len(click)
        wanted = yield b""
        while True:
            if self._is_asked:
                self._is_asked, place = False, 0
            end = place + wanted * _BYTES
            part = click[place:end]
            place = end
            wanted = yield part.ljust(wanted * _BYTES, b"\0")

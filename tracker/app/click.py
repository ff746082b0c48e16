"""The metronome's click, where the extra that can sound it is installed."""

from collections.abc import Generator
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject

from tracker import TrackerError
from tracker.app.resources import sound_file

if TYPE_CHECKING:
    from miniaudio import PlaybackDevice

RATE: Final = 44_100  # samples a second, as of the file
_BYTES: Final = 2  # of a sample: one channel of 16 bits
_BUFFER_MS: Final = 20  # what a click may come late by


class Click(QObject):
    """A short click, loaded once and played on each beat.

    Where nothing can be heard, for want of a loudspeaker, that is no fault: it is then silent.

    Args:
        backends: Which of miniaudio's ways to a loudspeaker are tried; None for those there are.

    Raises:
        TrackerError: If the library that plays it, or a way to a loudspeaker, is missing.
    """

    def __init__(self, parent: QObject | None = None, *, backends: list[Any] | None = None) -> None:
        super().__init__(parent)
        self._is_asked = False
        # Imported when sound is first asked for: few have it, and it takes its time.
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
        """Sound once."""
        self._is_asked = True

    def _no_sound(self) -> str:
        return self.tr(
            "The metronome has no sound here; its beat is seen. "
            "Help ▸ Manual says what the sound needs, under “Rest timer and metronome”."
        )

    def _stream(self, click: bytes) -> Generator[bytes, int, None]:
        """Give as many samples as the device asks for: a click where one was asked for, or silence.

        It runs in the device's own thread, which shares nothing but the question with this one.
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

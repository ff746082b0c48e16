"""The metronome's click, where the extra that can sound it is installed."""

from PySide6.QtCore import QObject, QUrl

from tracker import TrackerError
from tracker.app.resources import sound_file


class Click(QObject):
    """A short click, loaded once and played on each beat.

    Raises:
        TrackerError: If Qt's sounds, or a library that they need, are not installed.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Imported when sound is first asked for: few have it, and it takes its time.
        try:
            from PySide6.QtMultimedia import QSoundEffect
        except ImportError as error:
            words = self.tr(
                "The metronome has no sound here; its beat is seen. "
                "Help ▸ Manual says what the sound needs, under “Rest timer and metronome”."
            )
            raise TrackerError(words) from error
        self._effect = QSoundEffect(self)
        self._effect.setSource(QUrl.fromLocalFile(str(sound_file("click"))))

    def play(self) -> None:
        """Sound once."""
        self._effect.play()

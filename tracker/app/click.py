"""The metronome's click, where the extra that can sound it is installed."""

from PySide6.QtCore import QObject, QUrl

from tracker import TrackerError
from tracker.app.resources import sound_file


class Click(QObject):
    """A short click, loaded once and played on each beat.

    Raises:
        TrackerError: If Qt's sounds are not installed.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Imported when sound is first asked for: few have it, and it takes its time.
        try:
            from PySide6.QtMultimedia import QSoundEffect
        except ImportError as error:
            words = self.tr(
                "The metronome has no sound here ({}). It needs the extra “sound”: "
                "pip install 'soleus[sound]'. The beat is seen without it."
            )
            raise TrackerError(words.format(error)) from error
        self._effect = QSoundEffect(self)
        self._effect.setSource(QUrl.fromLocalFile(str(sound_file("click"))))

    def play(self) -> None:
        """Sound once."""
        self._effect.play()

"""The one place that catches faults outside the program, and where it is told how it went."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from tracker import DamagedLogError, TrackerError
from tracker.app.language import error_text


class Faults(QObject):
    """Runs actions that may fail; the window shows the reasons.

    Signals:
        done: What was done out of sight, in a sentence, where no Undo takes it back: a file saved,
            something copied.
        told: What happened, in words for a person, if nothing shows it beside the input.
        damaged: The DamagedLogError, instead of ``told``, because the user has a choice to make.
        caught: Every TrackerError, however it was told.
    """

    done = Signal(str)
    told = Signal(str)
    damaged = Signal(object)
    caught = Signal(object)

    def attempt(
        self,
        action: Callable[[], object],
        on_refusal: Callable[[str], object] | None = None,
    ) -> bool:
        """Run an action that may fail because of the outside world or an invalid value.

        Args:
            action: What to do; may raise TrackerError, and ValueError if ``on_refusal`` is given.
            on_refusal: Called with the reason, which is then shown beside the input and nowhere
                else.

        Returns:
            Whether it was done; if not, the runner has been told why.
        """
        try:
            action()
        except TrackerError as error:
            if on_refusal is None:
                self.tell(error)
            else:
                on_refusal(error_text(error))
                self._note(error)
            return False
        except ValueError as error:
            if on_refusal is None:
                raise
            on_refusal(error_text(error))
            return False
        return True

    def tell(self, error: TrackerError) -> None:
        """Tell of a fault that was caught elsewhere."""
        if not isinstance(error, DamagedLogError):
            self.told.emit(error_text(error))
        self._note(error)

    def _note(self, error: TrackerError) -> None:
        if isinstance(error, DamagedLogError):
            self.damaged.emit(error)
        self.caught.emit(error)

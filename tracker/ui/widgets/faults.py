"""The one place where faults of the world are caught, to be told in words."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from tracker import DamagedLogError, TrackerError
from tracker.app.language import error_text


class Faults(QObject):
    """Tries what may fail; the window shows what is told.

    Signals:
        told: What happened, in words for a person, where nothing shows it beside what was typed.
        damaged: The DamagedLogError, instead of ``told``: there is something to choose.
        caught: The TrackerError that was told.
    """

    told = Signal(str)
    damaged = Signal(object)
    caught = Signal(object)

    def attempt(
        self,
        action: Callable[[], object],
        on_refusal: Callable[[str], object] | None = None,
    ) -> bool:
        """Do something that the world, or a value out of bounds, may prevent.

        Args:
            action: What to do; it may raise TrackerError, and ValueError where ``on_refusal`` is
                given.
            on_refusal: Called with the reason, to be shown beside what was typed and nowhere else.

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
        """Tell what the world prevented elsewhere."""
        if not isinstance(error, DamagedLogError):
            self.told.emit(error_text(error))
        self._note(error)

    def _note(self, error: TrackerError) -> None:
        if isinstance(error, DamagedLogError):
            self.damaged.emit(error)
        self.caught.emit(error)

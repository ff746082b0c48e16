"""What is said about bests: about a set that is one, and about those of a whole log."""

from tracker.app.language import tr as _tr
from tracker.domain.best_lifts import Beaten
from tracker.words.labels import number_text

BEST_MARK = "★"


def beaten_text(beaten: Beaten) -> str:
    """Say what a set has beaten, as ``Best on this equipment: heaviest for 1, 3 reps``."""
    parts = []
    if beaten.reps:
        reps = ", ".join(map(number_text, beaten.reps))
        parts.append(_tr("heaviest for {} reps").format(reps))
    if beaten.is_estimate:
        parts.append(_tr("highest estimate"))
    return _tr("Best on this equipment: {}").format(", ".join(parts))


def surface_text(incline_deg: float) -> str:
    """Name the surface of a heel-raise test, as ``10° incline``."""
    if not incline_deg:
        return _tr("floor")
    return _tr("{}° incline").format(number_text(incline_deg))

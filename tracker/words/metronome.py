"""Words for the phases announced by the metronome."""

from tracker.app.language import tr as _tr
from tracker.app.metronome import RaisePhase


def phase_name(phase: RaisePhase) -> str:
    """Name a phase of a repetition."""
    return {
        RaisePhase.RAISE: _tr("Raise"),
        RaisePhase.TOP: _tr("Top"),
        RaisePhase.LOWER: _tr("Lower"),
        RaisePhase.BOTTOM: _tr("Bottom"),
    }[phase]

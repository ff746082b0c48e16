"""Words for the phases of a repetition."""

from tracker.app.metronome import RaisePhase
from tracker.words.metronome import phase_name


def test_every_phase_has_a_word_of_its_own() -> None:
    assert [phase_name(each) for each in RaisePhase] == ["Raise", "Top", "Lower", "Bottom"]

"""The single-leg heel-raise endurance test, and the norms it is laid beside.

Protocol: Sleeswijk Visser 2025, Braz J Phys Ther, doi 10.1016/j.bjpt.2025.101188: fingertips on a
wall at shoulder height, full height each time, one beat up and one beat down, until the heel no
longer lifts, pace or position is lost, or the hands carry weight.
"""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum
from math import floor
from typing import Final

from tracker.domain.entry import new_id, require_day, require_note, require_within
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import MOST_PAIN, MOST_REPS
from tracker.worded import worded

CADENCES_BPM = (10.0, 240.0)
USUAL_CADENCE_BPM = 60.0
INCLINES_DEG = (0.0, 45.0)
BEATS_A_REP = 2
# By how much two scores differ by chance, 95 times in 100: repetitions, and above 24 a share of
# their mean. Limits of agreement -6.2 to 6.5, n = 32 (Hébert-Losier 2017, Physiotherapy 103:446);
# typical error 2.07, n = 17 (Ross & Fontenot, J Sport Rehabil 9:117); but 37 %, n = 38, in the
# Journal of Electromyography and Kinesiology (ndorms.ox.ac.uk/publications/708358).
CHANCE_REPS: Final = 6.2
CHANCE_SHARE: Final = 0.26
# Medians of 500 people, with no effect of age (Sleeswijk Visser 2025): one for each leg.
MEDIAN_REPS_2025: Final = (25, 24)
# Bent at 45 degrees against straight, to fatigue (Hébert-Losier 2012, J Strength Cond Res 26:3134).
BENT_TO_STRAIGHT: Final = 1.07
# By the first age of each decade, 10 degrees of incline (Hébert-Losier 2017, n = 566; as reprinted
# by clinics, one repetition of rounding either way).
_REPS_2017: Final[dict[str, dict[int, int]]] = {
    "male": {20: 37, 30: 33, 40: 28, 50: 24, 60: 19, 70: 15, 80: 10},
    "female": {20: 31, 30: 27, 40: 25, 50: 22, 60: 19, 70: 17, 80: 14},
}


class StopReason(StrEnum):
    """Why a test ended."""

    HEEL = "heel"  # no longer lifts to full height
    PACE = "pace"
    POSITION = "position"  # of knee or trunk
    HANDS = "hands"  # carry weight
    PAIN = "pain"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class HeelRaiseTest:
    """One leg's test.

    Args:
        date: The day.
        exercise: Standing (straight knee) or standing bent.
        side: Left or right.
        reps: Repetitions, 0 to 1000.
        cadence_bpm: Beats a minute, 10 to 240; None without a metronome. Two beats are one
            repetition.
        incline_deg: Of the surface, 0 to 45 degrees.
        stop_reason: Why it ended; None where not noted.
        pain: The worst during the test, 0 to 10; None where not asked.
        note: Free text.

    Raises:
        ValueError: In words for a person, if a value is out of bounds.
    """

    date: datetime.date
    exercise: Exercise
    side: Side
    reps: int
    cadence_bpm: float | None = USUAL_CADENCE_BPM
    incline_deg: float = 0.0
    stop_reason: StopReason | None = None
    pain: int | None = None
    note: str = ""
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        require_day("The day of a test", self.date)
        if self.exercise is Exercise.SEATED:
            raise ValueError(
                worded("The heel-raise test is done standing: no seated norm is known.")
            )
        if self.side is Side.BOTH:
            raise ValueError(worded("The heel-raise test is of one leg: left or right."))
        require_within("Repetitions", self.reps, 0, MOST_REPS)
        if self.cadence_bpm is not None:
            require_within("Beats a minute", self.cadence_bpm, *CADENCES_BPM)
        require_within("The incline in degrees", self.incline_deg, *INCLINES_DEG)
        if self.pain is not None:
            require_within("Pain", self.pain, 0, MOST_PAIN)
        require_note(self.note)

    @property
    def reps_per_min(self) -> float | None:
        """Repetitions a minute: half the beats; None without a metronome."""
        return None if self.cadence_bpm is None else self.cadence_bpm / BEATS_A_REP


def norm_reps_2017(age: int, sex: str) -> int | None:
    """Give the repetitions of people of one decade of age and sex.

    Args:
        age: In years.
        sex: "male" or "female".

    Returns:
        Repetitions on 10 degrees of incline; None below 20, where none are known.

    Source: Hébert-Losier 2017, Physiotherapy 103:446, as reprinted by clinics.

    >>> norm_reps_2017(44, "female"), norm_reps_2017(95, "male"), norm_reps_2017(19, "male")
    (25, 10, None)
    """
    return _REPS_2017[sex].get(min(age // 10 * 10, 80))


def chance_limit_reps(first: int, second: int) -> int:
    """Give by how many repetitions two scores differ by chance; beyond it is a difference.

    Args:
        first: The score of one leg on one day.
        second: That of the same leg on another day, or of the other leg on the same: a difference
            of legs is one of two scores already, so that nothing is multiplied by sqrt(2).

    >>> chance_limit_reps(20, 26), chance_limit_reps(40, 31)
    (6, 9)
    """
    return floor(max(CHANCE_REPS, CHANCE_SHARE * (first + second) / 2) + 0.5)

"""The single-leg heel-raise endurance test, and the norms it is compared with.

Protocol: Sleeswijk Visser 2025, Braz J Phys Ther, doi 10.1016/j.bjpt.2025.101188: fingertips on a
wall at shoulder height, full height each time, one beat up and one beat down, until the heel no
longer lifts, pace or position is lost, or the hands carry weight.
"""

import datetime
from dataclasses import field
from enum import StrEnum
from math import floor
from typing import Final

from tracker.domain.entry import new_id, require_day, require_note, require_within
from tracker.domain.exercise import Exercise, Side
from tracker.domain.frozen import frozen
from tracker.domain.session import MOST_PAIN, MOST_REPS
from tracker.worded import worded

CADENCES_BPM = (10.0, 240.0)
USUAL_CADENCE_BPM = 60.0
INCLINES_DEG = (0.0, 45.0)
BEATS_A_REP = 2
# How far two scores differ by chance in 95 % of cases: in repetitions, and above 24 repetitions as
# a share of their mean. Limits of agreement -6.2 to 6.5, n = 32 (Hébert-Losier 2017, Physiotherapy
# 103:446); typical error 2.07, n = 17 (Ross & Fontenot, J Sport Rehabil 9:117); but 37 %, n = 38,
# in the Journal of Electromyography and Kinesiology (ndorms.ox.ac.uk/publications/708358).
CHANCE_REPS: Final = 6.2
CHANCE_SHARE: Final = 0.26
# Medians of 500 people, one for each leg; age had no effect (Sleeswijk Visser 2025).
MEDIAN_REPS_2025: Final = (25, 24)
# Ratio of repetitions to fatigue with the knee bent 45 degrees to those with it straight
# (Hébert-Losier 2012, J Strength Cond Res 26:3134).
BENT_TO_STRAIGHT: Final = 1.07
# By the first age of each decade, on a 10-degree incline (Hébert-Losier 2017, n = 566; as reprinted
# by clinics, one repetition of rounding either way).
_REPS_2017: Final[dict[str, dict[int, int]]] = {
    "male": {20: 37, 30: 33, 40: 28, 50: 24, 60: 19, 70: 15, 80: 10},
    "female": {20: 31, 30: 27, 40: 25, 50: 22, 60: 19, 70: 17, 80: 14},
}


class StopReason(StrEnum):
    """Why a test ended."""

    HEEL = "heel"  # the heel no longer reaches full height
    PACE = "pace"
    POSITION = "position"  # the knee or trunk lost its position
    HANDS = "hands"  # the hands carry weight
    PAIN = "pain"
    OTHER = "other"


@frozen
class HeelRaiseTest:
    """A heel-raise test of one leg.

    Args:
        date: The day.
        exercise: Standing (straight knee) or standing bent.
        side: Left or right.
        reps: Repetitions, 0 to 1000.
        cadence_bpm: Metronome beats a minute, 10 to 240, two to a repetition; None without a
            metronome.
        incline_deg: Incline of the surface, 0 to 45 degrees.
        stop_reason: Why it ended; None if not noted.
        pain: Worst pain during the test, 0 to 10; None if not asked.
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
        """Repetitions a minute, half the beats; None without a metronome."""
        return None if self.cadence_bpm is None else self.cadence_bpm / BEATS_A_REP


def norm_reps_2017(age: int, sex: str) -> int | None:
    """Return the typical repetitions for an age and sex.

    Args:
        age: In years.
        sex: "male" or "female".

    Returns:
        Repetitions on a 10-degree incline; None below age 20, for which there is no norm.

    Source: Hébert-Losier 2017, Physiotherapy 103:446, as reprinted by clinics.

    >>> norm_reps_2017(44, "female"), norm_reps_2017(95, "male"), norm_reps_2017(19, "male")
    (25, 10, None)
    """
    return _REPS_2017[sex].get(min(age // 10 * 10, 80))


def chance_limit_reps(first: int, second: int) -> int:
    """Return how far two scores may differ by chance, in repetitions; beyond it they really differ.

    Args:
        first: The score of one leg on one day.
        second: The score of the same leg on another day, or of the other leg on the same day. Both
            are differences of two scores, so neither needs a factor of sqrt(2).

    >>> chance_limit_reps(20, 26), chance_limit_reps(40, 31)
    (6, 9)
    """
    return floor(max(CHANCE_REPS, CHANCE_SHARE * (first + second) / 2) + 0.5)

"""What the made-up runner's legs can lift."""

import datetime

import pytest

from tracker.domain.demo.legs import maximum_kg, winter
from tracker.domain.demo.story import Story
from tracker.domain.exercise import Exercise, Side

UNTIL = datetime.date(2026, 11, 24)
STORY = Story(UNTIL - datetime.timedelta(days=3 * 365), UNTIL)
RAISES = (Exercise.SEATED, Exercise.STANDING)
A_DAY = datetime.timedelta(days=1)


def left_of_right(day: datetime.date, exercise: Exercise) -> float:
    return maximum_kg(STORY, day, exercise, Side.LEFT) / maximum_kg(
        STORY, day, exercise, Side.RIGHT
    )


def test_january_is_winter_and_july_is_not() -> None:
    assert winter(datetime.date(2026, 1, 15)) == pytest.approx(1)
    assert winter(datetime.date(2026, 7, 16)) == pytest.approx(-1, abs=1e-3)


@pytest.mark.parametrize("exercise", RAISES)
def test_the_left_leg_is_hurt_and_catches_up(exercise: Exercise) -> None:
    before = left_of_right(STORY.injury - A_DAY, exercise)
    hurt = left_of_right(STORY.injury, exercise)
    halfway = left_of_right(STORY.injury + 100 * A_DAY, exercise)
    assert before == pytest.approx(0.975)
    assert hurt < 0.87
    assert hurt < halfway < left_of_right(UNTIL, exercise) <= before


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_years_of_training_make_both_legs_stronger_and_the_soleus_most(side: Side) -> None:
    gained = []
    for exercise in RAISES:
        first = maximum_kg(STORY, STORY.first, exercise, side)
        later = maximum_kg(STORY, STORY.first + 730 * A_DAY, exercise, side)
        gained.append(later / first)
    assert gained[0] > gained[1] > 1.05


def test_weeks_of_rest_cost_the_right_leg_a_little() -> None:
    before = maximum_kg(STORY, STORY.injury - A_DAY, Exercise.SEATED, Side.RIGHT)
    after = maximum_kg(STORY, STORY.injury, Exercise.SEATED, Side.RIGHT)
    assert after / before == pytest.approx(0.95, abs=0.005)

"""A made-up runner's training to look around in: believable, and the same for the same seed.

The story: three sessions a week of seated and standing raises, one leg at a time. For the first six
weeks both legs have the same load and no reserve is noted, so nothing can be said about their
balance; for the first four, each session ends with holds. After a half marathon the left Achilles
tendon is injured; it rests for twelve days, comes back a fifth weaker and catches up over months;
the right leg loses a little as well. A plan of twelve weeks leads back, and another has been
running since; in its last weeks both legs are tested twice. There are holidays, an illness each
winter, missed days, and good and bad days. All figures are invented.
"""

import datetime
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from random import Random
from typing import Final

from tracker.domain.change import Change
from tracker.domain.demo.checkups import MadeUpCheckups
from tracker.domain.demo.events import made_up_events
from tracker.domain.demo.legs import winter
from tracker.domain.demo.plans import MadeUpPlans
from tracker.domain.demo.runs import made_up_runs
from tracker.domain.demo.story import HOLIDAY, ILL_DAYS, WEEKDAYS, Story
from tracker.domain.demo.training import MadeUpTraining
from tracker.domain.entry import require_within
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.runner import Bodyweight, Runner
from tracker.worded import worded

MOST_YEARS = 100
_A_DAY: Final = datetime.timedelta(days=1)
_TESTED: Final = (-16, -4)  # indices into the training days, counted from the last


def made_up_log(until: datetime.date, years: int = 1, seed: int = 1) -> Change:
    """Make up a log of some years, as a change to an empty log.

    Args:
        until: The last day that may have a session.
        years: Number of years, 1 to 100.
        seed: Seed of the random generators; another seed gives other training.

    Returns:
        The change that adds the runner, weighings, equipment, sessions and sets, what is noted
        besides (symptoms, measurements, heel-raise tests, goals, runs and events), and plans.

    Raises:
        ValueError: If ``years`` is out of bounds.
    """
    require_within("Years", years, 1, MOST_YEARS)

    def chance(what: str) -> Random:
        # One generator for each, so that changing one does not change the rest.
        return Random(f"{seed} {what}")

    first = until - datetime.timedelta(days=round(365.25 * years) - 1)
    story = Story(first, until)
    ill_from = _illnesses(story, chance("illness"))
    days = _days_of_training(story, ill_from, chance("days"))
    weighings = _weighings(story, chance("weighing"))
    names = chance("equipment")
    equipment = {
        Exercise.SEATED: Equipment(worded("Seated calf machine"), _id(names)),
        Exercise.STANDING: Equipment(worded("Smith machine and step"), _id(names)),
    }

    training = MadeUpTraining(story, equipment, chance("sets"), chance("holds"))
    tested = {days[place] for place in _TESTED}
    for day in days:
        last = bisect_right(weighings, day, key=lambda weighing: weighing.date) - 1
        training.train(day, weighings[last].kg, is_tested=day in tested)

    runs = made_up_runs(story, ill_from, chance("running"))
    checkups = MadeUpCheckups(story, training, runs, chance("beside the sets"))
    return Change.adding(
        Runner(involved_side=Side.LEFT, birth_year=until.year - 42, sex="female"),
        *equipment.values(),
        *weighings,
        *training.sessions,
        *training.sets,
        *checkups.entries(),
        *runs,
        *made_up_events(story, ill_from, chance("events")),
        *MadeUpPlans(story, chance("plans")).entries(),
    )


def _id(random: Random) -> str:
    return f"{random.getrandbits(128):032x}"


def _days(story: Story) -> Iterator[datetime.date]:
    for number in range((story.until - story.first).days + 1):
        yield story.first + number * _A_DAY


def _illnesses(story: Story, random: Random) -> dict[int, datetime.date]:
    """Return the first day of each year's illness, some day from late January on."""
    return {
        year: datetime.date(year, 1, 20) + random.randrange(30) * _A_DAY
        for year in range(story.first.year, story.until.year + 1)
    }


def _weighings(story: Story, random: Random) -> list[Bodyweight]:
    """Weigh the runner on the first day and on every Monday."""
    kg = 70.0
    found: list[Bodyweight] = []
    for day in _days(story):
        if day.weekday() == 0 or not found:
            # Pulled back towards 70 kg, a little more in winter, so that it wanders but stays near.
            kg += 0.25 * (70.0 + 0.7 * winter(day) - kg) + random.gauss(0, 0.25)
            found.append(Bodyweight(day, round(kg, 1), _id(random)))
    return found


def _days_of_training(
    story: Story, ill_from: Mapping[int, datetime.date], random: Random
) -> list[datetime.date]:
    """List the days with a session: three a week, minus those the runner misses."""
    found = []
    for day in _days(story):
        is_ill = 0 <= (day - ill_from[day.year]).days < ILL_DAYS
        first, last = HOLIDAY
        is_on_holiday = (day.month, day.day) >= (12, 23) or first <= (day.month, day.day) <= last
        is_resting = story.injury <= day < story.ready
        if day.isoweekday() not in WEEKDAYS or is_ill or is_on_holiday or is_resting:
            continue
        if random.random() > 0.08:  # work, family, weather
            found.append(day)
    return found

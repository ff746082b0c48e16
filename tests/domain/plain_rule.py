"""The balance rule again, one set and one day at a time: slow, as a check on the arrays."""

from dataclasses import dataclass
from itertools import pairwise
from math import hypot, inf, isfinite, log, nan, pi, sqrt
from statistics import median
from typing import TypeVar

from tests.domain.sets import LEFT, RIGHT, Lift
from tracker.domain.exercise import Exercise, Side
from tracker.domain.one_rep_max import Formula, times_load
from tracker.domain.session import SetType


@dataclass(frozen=True)
class Value:
    day: int
    equipment: int
    bounded: bool
    load_kg: float
    r: float
    test: bool

    def kg(self, formula: Formula, more: int = 0) -> float:
        more = 0 if self.bounded or self.test else more
        return float(self.load_kg * times_load(formula, self.r + more))


@dataclass(frozen=True)
class Pair:
    left: Value
    right: Value

    @property
    def day(self) -> int:
        return max(self.left.day, self.right.day)

    @property
    def test(self) -> bool:
        return self.left.test and self.right.test

    @property
    def known(self) -> bool:
        return not (self.left.bounded or self.right.bounded)

    def percent(self, formula: Formula, more_left: int = 0, more_right: int = 0) -> float:
        left, right = self.left.kg(formula, more_left), self.right.kg(formula, more_right)
        return 100 * (right - left) / max(left, right)


def told(lift: Lift) -> Value | str | None:
    """Return the value of a set if it may be compared; ``blank`` if its reserve is unknown."""
    load = lift.kg
    if lift.exercise is not Exercise.SEATED:
        if lift.bodyweight_kg is None:
            return None
        load += lift.bodyweight_kg
    if lift.side is Side.BOTH or lift.set_type is SetType.WARMUP or lift.hold_s is not None:
        return None
    if lift.reps < 1 or load <= 0:
        return None
    if lift.set_type is SetType.TEST:
        return Value(lift.day, lift.equipment, lift.reps > 12, load, min(lift.reps, 12), True)
    if lift.rir is None:
        if lift.reps <= 12:
            return "blank"
        return Value(lift.day, lift.equipment, True, load, 12, False)
    r = lift.reps + lift.rir
    return Value(lift.day, lift.equipment, r > 12 or lift.rir >= 4, load, min(r, 12), False)


def values_of(lifts: list[Lift], exercise: Exercise, side: Side, formula: Formula) -> list[Value]:
    days: dict[int, dict[int, list[Value]]] = {}
    for lift in lifts:
        value = told(lift) if (lift.exercise, lift.side) == (exercise, side) else None
        if isinstance(value, Value):
            machines = days.setdefault(value.day, {})
            machines[value.equipment] = [*machines.pop(value.equipment, []), value]
    best = []
    for day in sorted(days):
        for values in days[day].values():  # the machine used last comes last
            if any(value.test for value in values):
                values = [value for value in values if value.test]
            top = max(value.kg(formula) for value in values)
            tops = [value for value in values if value.kg(formula) == top]
            best.append(next((value for value in tops if not value.bounded), tops[0]))
    return best


def pairs_of(lifts: list[Lift], exercise: Exercise, formula: Formula) -> list[Pair]:
    left, right = (values_of(lifts, exercise, side, formula) for side in (LEFT, RIGHT))
    made = []
    for machine in {value.equipment for value in left + right}:
        ours = {value.day: value for value in left if value.equipment == machine}
        theirs = {value.day: value for value in right if value.equipment == machine}
        free_left: Value | None = None
        free_right: Value | None = None
        for day in sorted(ours | theirs):
            free_left = ours.get(day, free_left)
            free_right = theirs.get(day, free_right)
            if free_left and free_right and abs(free_left.day - free_right.day) <= 7:
                if not (free_left.bounded and free_right.bounded):
                    made.append(Pair(free_left, free_right))
                free_left = free_right = None
    return sorted(made, key=lambda pair: (pair.day, pair.left.equipment))


Item = TypeVar("Item", Pair, Value)


def seen_at(items: list[Item], at: int) -> list[Item]:
    reach = [item for item in items if at - 84 < item.day <= at]
    lately = [item for item in reach if at - 28 < item.day]
    return lately if len(lately) >= 6 else reach[-6:]


def deviation(points: list[tuple[int, float]], start: float) -> float:
    steps = [
        min(abs(value - before), 4 * start)
        for (earlier, before), (day, value) in pairwise(points)
        if day - earlier <= 35
    ]
    mean = (8 * 1.128 * start + sum(steps)) / (8 + len(steps))
    return max(mean / 1.128, start / 2)


def weeks_of(items: list[Item], at: int) -> int:
    return len({(at - item.day) // 7 for item in items})


def repeats(sd: float, count: int) -> float:
    return 2 * sd * 1.2533 / sqrt(count + pi / 2 - 1)


def formulas(first: Formula) -> list[Formula]:
    return [first, *(other for other in Formula if other is not first)]


def readings(formula: Formula) -> list[tuple[Formula, int, int]]:
    return [*((each, 0, 0) for each in formulas(formula)), (formula, 1, 0), (formula, 0, 1)]


def bounds(pairs: list[Pair], reading: tuple[Formula, int, int]) -> tuple[float, float]:
    low = median(-inf if pair.left.bounded else pair.percent(*reading) for pair in pairs)
    high = median(inf if pair.right.bounded else pair.percent(*reading) for pair in pairs)
    return low, high


def middle(low: float, high: float) -> float:
    if isfinite(low) and isfinite(high):
        return (low + high) / 2
    return low if isfinite(low) else high if isfinite(high) else nan


def is_unvarying(pairs: list[Pair], formula: Formula) -> bool:
    trained = [pair for pair in pairs if not pair.test]
    measured = [pair.percent(formula) for pair in trained if pair.known]
    if len(trained) < 6 or not measured:
        return False
    alike = [value for value in measured if abs(value - median(measured)) <= 0.25]
    return len(alike) >= 0.8 * len(trained)


@dataclass(frozen=True)
class Figure:
    low: float
    high: float
    value: float
    plus_minus: float
    pairs: int
    weeks: int


def scatter_of(pairs: list[Pair], at: int, formula: Formula) -> float:
    known = [(pair.day, pair.percent(formula)) for pair in pairs if pair.known and pair.day <= at]
    return deviation(known, 6.0)


def figure_of(pairs: list[Pair], at: int, formula: Formula) -> Figure | None:
    seen = seen_at(pairs, at)
    if len(seen) < 3 or is_unvarying(seen, formula):
        return None
    low, high = bounds(seen, (formula, 0, 0))
    value = middle(low, high)
    count = min(len(seen), 2 * weeks_of(seen, at))
    reading = max(abs(middle(*bounds(seen, each)) - value) for each in readings(formula))
    limit = hypot(repeats(scatter_of(pairs, at, formula), count), reading)
    if isfinite(low) and isfinite(high):
        limit += (high - low) / 2
    return Figure(low, high, value, limit, len(seen), weeks_of(seen, at))


def why_not(lifts: list[Lift], exercise: Exercise, at: int, formula: Formula) -> str:
    """Return the reason why nothing can be said on a day."""
    of: dict[Side, list[tuple[Lift, Value | str]]] = {LEFT: [], RIGHT: []}
    for lift in lifts:
        value = told(lift)
        if value and lift.exercise is exercise and at - 84 < lift.day <= at:
            of[lift.side].append((lift, value))
    missing = [side for side, sets in of.items() if not sets]
    if missing:
        return "no_sets" if len(missing) == 2 else f"no_sets_{missing[0]}"
    seen = seen_at(pairs_of(lifts, exercise, formula), at)
    if seen:
        if len(seen) < 3:
            return "few"
        return "unvarying" if is_unvarying(seen, formula) else "too_easy"
    blank = [side for side, sets in of.items() if all(value == "blank" for _, value in sets)]
    if blank:
        return "reserve" if len(blank) == 2 else f"reserve_{blank[0]}"
    near = [
        one.equipment == other.equipment
        for one, a in of[LEFT]
        for other, b in of[RIGHT]
        if "blank" not in (a, b) and abs(one.day - other.day) <= 7
    ]
    return "apart" if not near else "too_easy" if any(near) else "equipment"


@dataclass(frozen=True)
class LegFigure:
    kg: float
    at_least: bool
    percent: float
    r: float
    days: int


def leg_figure_of(values: list[Value], at: int, formula: Formula) -> LegFigure | None:
    so_far = [value for value in values if value.day <= at]
    same = [value for value in so_far if value.equipment == so_far[-1].equipment]
    seen = seen_at(same, at)
    if len(seen) < 3:
        return None
    kg = median(value.kg(formula) for value in seen)
    upper = median(inf if value.bounded else value.kg(formula) for value in seen)
    read = [median(value.kg(each) for value in seen) for each in formulas(formula)]
    read.append(median(value.kg(formula, 1) for value in seen))
    known = [(value.day, 100 * log(value.kg(formula))) for value in same if not value.bounded]
    half = 0.0 if upper == inf else 50 * (upper / kg - 1)
    spread = max(abs(100 * (each / kg - 1)) for each in read)
    limit = repeats(deviation(known, 4.2), min(len(seen), weeks_of(seen, at)))
    return LegFigure(
        kg * (1 + half / 100),
        upper == inf,
        hypot(limit, spread) + half,
        median(value.r for value in seen),
        len(seen),
    )

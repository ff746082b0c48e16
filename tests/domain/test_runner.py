"""The runner's choices, and the bodyweight that counts on a day."""

import datetime
from typing import Any

import pytest

from tracker.domain.exercise import Side
from tracker.domain.one_rep_max import Formula
from tracker.domain.runner import RUNNER_ID, Bodyweight, Runner, bodyweight_on

MAY = datetime.date(2026, 5, 1)
JUNE = datetime.date(2026, 6, 1)
WEEK = datetime.timedelta(days=7)
WEIGHINGS = [Bodyweight(MAY, 70.0), Bodyweight(JUNE, 68.5)]


def test_a_new_runner_has_epley_and_the_usual_bands() -> None:
    runner = Runner()
    assert (runner.formula, runner.usual_percent, runner.marked_percent) == (Formula.EPLEY, 10, 15)


def test_there_is_one_runner_of_one_identity() -> None:
    assert Runner(name="A").id == Runner(name="B").id == RUNNER_ID


@pytest.mark.parametrize(
    "fields",
    [
        {"involved_side": Side.LEFT},
        {"involved_side": Side.RIGHT},
        {"birth_year": 1900},
        {"birth_year": 2199},
        {"sex": "male"},
        {"sex": "female"},
        {"usual_percent": 1, "marked_percent": 1},
        {"usual_percent": 100, "marked_percent": 100},
        {"low_pain": 0, "middle_pain": 1},
        {"low_pain": 8, "middle_pain": 9},
        {"target_ratio": 0.85},
    ],
)
def test_choices_within_bounds_are_taken(fields: dict[str, Any]) -> None:
    runner = Runner(**fields)
    assert {name: getattr(runner, name) for name in fields} == fields


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"name": "\udc00"}, "half a character"),
        ({"involved_side": Side.BOTH}, "left or right"),
        ({"birth_year": 1899}, "1900 to 2199"),
        ({"birth_year": 2200}, "1900 to 2199"),
        ({"sex": "other"}, "norms know no other"),
        ({"usual_percent": 0.5}, "The usual range in % must be 1 to 100"),
        ({"usual_percent": 101, "marked_percent": 102}, "The usual range in % must be 1 to 100"),
        ({"usual_percent": 20}, "The marked difference in % must be 20 to 100, not 15"),
        ({"marked_percent": 101}, "The marked difference in % must be 10 to 100"),
        ({"low_pain": -1}, "The lowest band of pain must be 0 to 8"),
        ({"low_pain": 5}, "The middle band of pain must be 6 to 9, not 5"),
        ({"middle_pain": 10}, "The middle band of pain must be 3 to 9"),
        ({"target_ratio": 5.1}, "The ratio aimed at must be 0.1 to 5"),
    ],
)
def test_choices_out_of_bounds_are_refused(fields: dict[str, Any], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        Runner(**fields)


@pytest.mark.parametrize("kg", [20.0, 400.0])
def test_a_weighing_takes_any_body(kg: float) -> None:
    assert Bodyweight(MAY, kg).kg == kg


@pytest.mark.parametrize("kg", [19.9, 400.1, float("nan")])
def test_a_weighing_of_no_body_is_refused(kg: float) -> None:
    with pytest.raises(ValueError, match="Bodyweight in kg must be 20 to 400"):
        Bodyweight(MAY, kg)


def test_a_weighing_on_a_mistyped_day_is_refused() -> None:
    with pytest.raises(ValueError, match="The day of a weighing"):
        Bodyweight(datetime.date(202, 5, 1), 70.0)


@pytest.mark.parametrize(
    ("day", "kg"),
    [
        (MAY, 70.0),
        (MAY + WEEK, 70.0),
        (JUNE, 68.5),
        (JUNE + WEEK, 68.5),
    ],
)
def test_the_last_weighing_up_to_the_day_counts(day: datetime.date, kg: float) -> None:
    assert bodyweight_on(day, WEIGHINGS) == kg


def test_before_the_first_weighing_the_first_counts() -> None:
    assert bodyweight_on(MAY - WEEK, WEIGHINGS) == 70.0


def test_a_runner_never_weighed_has_no_bodyweight() -> None:
    assert bodyweight_on(MAY, []) is None


def test_a_log_has_one_runner_of_one_id() -> None:
    with pytest.raises(ValueError, match="id of the runner is “runner”"):
        Runner(id="=1+1")

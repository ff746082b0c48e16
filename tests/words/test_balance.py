"""What is said of the balance of the legs, word for word."""

import math
from dataclasses import replace
from typing import Any

import pytest

from tests.domain.sets import CASES, DAY, SEATED, duo, lifts_of, number_of, strengths_of
from tracker.domain.difference import Difference, Source
from tracker.domain.exercise import Exercise, Side
from tracker.domain.leg_strength import LegChange
from tracker.domain.one_rep_max import Formula
from tracker.domain.strengths import LegBalance, Trend
from tracker.domain.verdict import Bands, Reason, State, Verdict
from tracker.words import balance as words

POINT = Difference(6.4, 6.4, 6.4, 3.6, 12, 4, Source.PAIRS)


def balance_of(case: dict[str, Any]) -> LegBalance:
    strengths = strengths_of(lifts_of(case), Formula(case["formula"]))
    return strengths.balance(Exercise(case["exercise"]))


@pytest.mark.parametrize("case", CASES["vectors"], ids=lambda case: case["name"])
def test_a_case_is_said_word_for_word(case: dict[str, Any]) -> None:
    bands = Bands(case["usual_percent"], case["marked_percent"])
    verdict = balance_of(case).on(number_of(case["as_of"]), bands)
    assert words.figure_text(verdict) == case["verdict"]["figure_text"]
    assert words.verdict_sentence(verdict) == case["verdict"]["sentence"]


@pytest.mark.parametrize(
    "case", [case for case in CASES["vectors"] if "trend" in case], ids=lambda case: case["name"]
)
def test_a_trend_is_said_word_for_word(case: dict[str, Any]) -> None:
    trend = balance_of(case).trend(number_of(case["as_of"]))
    assert words.trend_sentence(trend) == case["trend"]["sentence"]


@pytest.mark.parametrize(("first", "second", "limit", "beyond"), CASES["heel_raise_limits"])
def test_two_scores_are_told_apart_only_beyond_their_limit(
    first: int, second: int, limit: int, beyond: bool
) -> None:
    told = f"{abs(first - second)} apart, "
    told += f"{'beyond' if beyond else 'within'} what repeats differ by (± {limit})"
    assert words.apart_text(first, second) == told


def test_below_its_figure_a_sentence_begins_with_a_capital() -> None:
    verdict = Verdict(State.USUAL, True, POINT, None, 12, Bands())
    assert words.judgement_sentence(verdict) == "Within your usual range (under 10 %)."
    assert words.figure_text(verdict) == "Right 6 % stronger, ± 4"


def test_half_a_percent_is_shown_rounded_up() -> None:
    verdict = Verdict(State.USUAL, True, replace(POINT, value=2.5), None, 12, Bands())
    assert words.figure_text(verdict) == "Right 3 % stronger, ± 4"


@pytest.mark.parametrize(
    ("value", "involved", "told"),
    [
        (12.44, None, ("Right 12 % stronger, ± 4", "88 %")),
        (12.46, None, ("Right 13 % stronger, ± 4", "87 %")),  # not 88, of 87.54
        (-12.5, None, ("Left 13 % stronger, ± 4", "87 %")),
        (9.7, None, ("Right 9.7 % stronger, ± 4", "90.3 %")),
        (-20.0, Side.RIGHT, ("Left 20 % stronger, ± 4", "80 %")),
        (-20.0, Side.LEFT, ("Left 20 % stronger, ± 4", "125 %")),
        (0.2, Side.RIGHT, ("Legs equal, ± 4", "100 %")),
    ],
)
def test_the_symmetry_index_and_the_difference_beside_it_are_one_figure(
    value: float, involved: Side | None, told: tuple[str, str]
) -> None:
    bands = Bands()
    difference = replace(POINT, low=value, high=value, value=value)
    verdict = Verdict(bands.of_size(difference.size), True, difference, None, 12, bands)
    assert (words.figure_text(verdict), words.symmetry_text(verdict, involved)) == told


def test_a_bound_and_what_is_not_known_have_no_symmetry_index() -> None:
    bound = replace(POINT, high=math.inf)
    for difference, state in (
        (bound, State.AT_LEAST),
        (POINT, State.UNKNOWN),
        (None, State.UNKNOWN),
    ):
        verdict = Verdict(state, False, difference, None, 12, Bands())
        assert words.symmetry_text(verdict, None) == "–"


def test_a_trend_towards_the_right_leg_names_it() -> None:
    trend = Trend(9.5, 3.6, 12, Source.PAIRS)
    said = "In 12 weeks the right leg has gained 10 points on the left, ± 4."
    assert words.trend_sentence(trend) == said


@pytest.mark.parametrize(
    ("difference", "text"),
    [
        (POINT, "12 pairs in 4 weeks"),
        (replace(POINT, pairs=3, weeks=1), "3 pairs in 1 week"),
        (replace(POINT, pairs=3, source=Source.TESTS), "3 strength tests"),
    ],
)
def test_a_figure_says_what_it_is_made_of(difference: Difference, text: str) -> None:
    assert words.basis_text(difference) == text


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (LegChange(3.4, 8.6, 12, 6), "+3 % (12, then 6 reps a set)"),
        (LegChange(-7.0, 6.2, 10.5, 10), "−7 %"),
        (LegChange(0.4, 6.2, 10, 12), "0 %"),
    ],
)
def test_a_change_tells_its_sets_where_they_differ(change: LegChange, text: str) -> None:
    assert words.with_sets(words.signed_percent(change.percent), change) == text


def test_every_reason_has_words_of_its_own() -> None:
    assert len({words.reason_text(reason, 2) for reason in Reason}) == len(Reason)


@pytest.mark.usefixtures("german")
def test_german_says_it_too() -> None:
    lifts = [lift for week in range(6) for lift in duo(DAY + 7 * week, 50 + week % 2, 55)]
    verdict = strengths_of(lifts).balance(SEATED).on(DAY + 35, Bands())
    assert words.verdict_sentence(verdict) == (
        "Rechts 8 % stärker, ± 5: in deinem üblichen Bereich (unter 10 %). "
        "Das ± reicht darüber hinaus."
    )

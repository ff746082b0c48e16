"""All our tables."""

import re
from enum import StrEnum

import pytest

from tracker.domain.event import EventKind
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.goal import GoalKind
from tracker.domain.heel_raise import StopReason
from tracker.domain.one_rep_max import Formula
from tracker.domain.session import SetType
from tracker.domain.symptoms import Moment, Site
from tracker.domain.verdict import Reason, State
from tracker.exchange.exporting.data_dictionary import readme_lines
from tracker.exchange.tables.dialect import Dialect
from tracker.exchange.tables.ours import OUR_TABLES, TABLE_BY_NAME
from tracker.exchange.tables.weekly_strength import DifferenceKind

MEMBERS: dict[str, tuple[StrEnum, ...]] = {
    "events.csv kind": tuple(EventKind),
    "events.csv side": tuple(Side),
    "events.csv site": tuple(Site),
    "goals.csv kind": tuple(GoalKind),
    "goals.csv exercise": tuple(Exercise),
    "sets.csv exercise": tuple(Exercise),
    "sets.csv side": tuple(Side),
    "sets.csv set_type": tuple(SetType),
    "symptoms.csv moment": tuple(Moment),
    "symptoms.csv side": tuple(Side),
    "symptoms.csv site": tuple(Site),
    "tests.csv side": LEGS,
    "tests.csv stop_reason": tuple(StopReason),
    "weekly.csv exercise": tuple(Exercise),
    "weekly.csv asymmetry_kind": tuple(DifferenceKind),
    "weekly.csv balance": tuple(State),
}


def test_every_table_has_a_name_of_its_own_by_which_it_is_found() -> None:
    assert list(TABLE_BY_NAME.values()) == list(OUR_TABLES)
    assert all(table.name == name for name, table in TABLE_BY_NAME.items())


def test_the_sets_come_first() -> None:
    assert OUR_TABLES[0].name == "sets.csv"


@pytest.mark.parametrize("column", MEMBERS)
def test_a_column_of_few_words_explains_each_of_them(column: str) -> None:
    table, name = column.split()
    words = {each.name: each.words for each in TABLE_BY_NAME[table].columns}[name]
    assert set(MEMBERS[column]) <= set(re.findall(r"\w+", words))


def test_each_reason_why_nothing_is_known_is_explained() -> None:
    lines = readme_lines((), Formula.EPLEY, Dialect())
    assert set(Reason) <= set(re.findall(r"\w+", " ".join(lines)))


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("sets.csv", "session_id date exercise side set_no reps"),
        ("sessions.csv", "session_id date duration_min"),
        ("weekly.csv", "iso_week exercise side hard_sets"),
        ("tests.csv", "date exercise side reps cadence_bpm incline_deg"),
        ("symptoms.csv", "date moment side pain_0_10"),
        ("measurements.csv", "date kind side value unit"),
        ("events.csv", "date until kind"),
        ("runs.csv", "date time distance_km duration_min"),
        ("goals.csv", "kind exercise side target by"),
    ],
)
def test_a_table_is_told_by_these_columns_and_without_one_it_is_none(
    name: str, columns: str
) -> None:
    table, headings = TABLE_BY_NAME[name], columns.split()
    assert table.is_told_by([*headings, "another"])
    for missing in headings:
        assert not table.is_told_by(each for each in table.names if each != missing)

"""A plan as a file: there and back with all that it says, and nothing of the log it is from."""

import datetime
import json
from dataclasses import replace
from typing import Any

import pytest

from tracker.app.plan_templates import templates
from tracker.domain.exercise import Exercise
from tracker.domain.plan import Begins, LoadBasis, Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.plan_differences import differing_phases
from tracker.domain.plan_edits import WholePlan
from tracker.exchange.csv_text import FormatError
from tracker.exchange.plan_file import MOST_BYTES, plan_json, plan_of_json

MONDAY = datetime.date(2026, 11, 23)
LATER = datetime.date(2027, 1, 4)


def own_plan() -> WholePlan:
    plan = Plan("Mine – Łódź", MONDAY, 4, e1rm_on=MONDAY, note="a\nb")
    phases = (
        Phase(plan.id, 1, 2, (1, 4), note="light"),
        Phase(plan.id, 3, 4, every_hours=48, position=1, begins=Begins.BY_HAND, begun_on=(LATER,)),
    )
    items = (
        PlannedSets(
            phases[0].id, Exercise.SEATED, PlannedSide.EACH, 3, 8, 12, LoadBasis.BODYWEIGHT, 0.0
        ),
        PlannedSets(phases[1].id, Exercise.STANDING, PlannedSide.LEFT, 4, 6, rir=2.0),
    )
    return WholePlan(plan, phases, items)


def fields_of(whole: WholePlan) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(plan_json(whole))
    return found


def read(fields: object) -> WholePlan:
    return plan_of_json(json.dumps(fields).encode(), "x.soleus-plan", LATER)


@pytest.mark.parametrize("number", range(1 + len(templates(MONDAY))))
def test_a_plan_comes_back_with_all_that_it_says(number: int) -> None:
    whole = [own_plan(), *(template.whole for template in templates(MONDAY))][number]
    back = plan_of_json(plan_json(whole), "x.soleus-plan", LATER)
    assert plan_json(back) == plan_json(whole)
    assert differing_phases(whole, back) == []
    assert back.plan == replace(
        whole.plan, id=back.plan.id, starts_on=LATER, ends_on=None, e1rm_on=None
    )
    assert {part.id for part in back.entries}.isdisjoint(part.id for part in whole.entries)


def test_a_file_says_nothing_of_the_log_it_is_from() -> None:
    whole = own_plan()
    text = plan_json(whole).decode()
    assert "2026" not in text
    assert "2027" not in text
    assert not any(part.id in text for part in whole.entries)
    assert "Łódź" in text


def _without(name: str) -> Any:
    def edit(fields: dict[str, Any]) -> None:
        del fields[name]

    return edit


def _with(**given: object) -> Any:
    return lambda fields: fields.update(given)


def _in_phase(**given: object) -> Any:
    return lambda fields: fields["phases"][0].update(given)


def _in_sets(**given: object) -> Any:
    return lambda fields: fields["phases"][0]["sets"][0].update(given)


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (_with(format="soleus"), "not a plan of Soleus"),
        (_without("version"), "does not say which version"),
        (_with(version=True), "does not say which version"),
        (_with(version=2), "later version"),
        (_without("name"), "lacks the field “name”"),
        (_with(weeks="4"), "weeks must be a whole number"),
        (_with(weeks=0), "The weeks of a plan must be 1 to 104"),
        (_with(starts_on="2026-01-01"), "has no field “starts_on”"),
        (_with(colour="red"), "has no field “colour”"),
        (_without("phases"), "phases must be a list of objects"),
        (_with(phases=[1]), "phases must be a list of objects"),
        (_in_phase(sets=None), "sets must be a list of objects"),
        (_in_phase(plan_id="x"), "has no field “plan_id”"),
        (_in_phase(weekdays=[8]), "A day of the week must be 1 to 7"),
        (_in_sets(exercise="squat"), "exercise must be one of seated"),
        (_in_sets(id="x"), "has no field “id”"),
    ],
)
def test_what_is_no_plan_is_refused_in_words(edit: Any, reason: str) -> None:
    fields = fields_of(own_plan())
    edit(fields)
    with pytest.raises(FormatError, match=reason) as told:
        read(fields)
    assert str(told.value).startswith("x.soleus-plan")


def test_two_phases_on_the_same_days_are_refused() -> None:
    fields = fields_of(own_plan())
    fields["phases"][1] = {**fields["phases"][0], "first_week": 2}
    with pytest.raises(FormatError, match="phases never add up"):
        read(fields)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "is not JSON, or is cut short"),
        (b"[" * 100_000, "is not JSON, or is cut short"),
        (b'{"format": "soleus-plan", "version": 1, "weeks": NaN}', "is not JSON"),
        (b"[]", "not a plan of Soleus"),
        (b" " * (MOST_BYTES + 1), "too large for a plan"),
    ],
    ids=["cut", "deep", "nan", "a list", "large"],
)
def test_files_of_others_are_refused_in_words(data: bytes, reason: str) -> None:
    with pytest.raises(FormatError, match=reason):
        plan_of_json(data, "x", LATER)

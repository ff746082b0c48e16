"""A plan as a file of its own, to pass on: its contents as JSON, without days of this log.

It is an object with the fields of ``Plan`` except its days, and ``phases`` with the fields of
``Phase``, each with ``sets`` with the fields of ``PlannedSets``. Ids and positions follow from the
order. The plans shipped with the program have the same form.
"""

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from tracker.domain.entry import new_id
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.plan_edits import WholePlan, meeting
from tracker.exchange.csv_text import FormatError
from tracker.exchange.json_envelope import contents_of_json
from tracker.exchange.whole_log.entry_json import codec_of
from tracker.worded import worded

FORMAT: Final = "soleus-plan"
VERSION: Final = 1
MOST_BYTES: Final = 2_000_000  # far more than the longest plan with the longest notes
# Fields that only make sense in the log where a plan runs: ids, positions and days.
_OF_A_LOG: Final = {
    Plan: ("id", "starts_on", "ends_on", "e1rm_on"),
    Phase: ("id", "plan_id", "position", "begun_on"),
    PlannedSets: ("id", "phase_id", "position"),
}


def plan_json(whole: WholePlan) -> bytes:
    """Write a plan as a file; the same plan gives the same bytes."""
    fields: dict[str, Any] = {"format": FORMAT, "version": VERSION, **_said(whole.plan)}
    fields["phases"] = [
        {**_said(phase), "sets": [_said(item) for item in items]} for phase, items in whole
    ]
    return (json.dumps(fields, ensure_ascii=False, indent=1) + "\n").encode()


def _said(part: Plan | Phase | PlannedSets) -> dict[str, Any]:
    """Return the fields of a part, without empty ones."""
    written: dict[str, Any] = codec_of(type(part)).written(part)
    left_out = _OF_A_LOG[type(part)]
    return {
        name: value
        for name, value in written.items()
        if name not in left_out and value not in (None, "", [])
    }


def plan_of_json(data: bytes, name: str, starts_on: datetime.date) -> WholePlan:
    """Read a plan from a file, to begin on a given day.

    Args:
        data: The file.
        name: The name of the file for messages.
        starts_on: The plan's first day.

    Raises:
        FormatError: In words, if it is not a plan, or of a later version.
    """
    if len(data) > MOST_BYTES:
        raise FormatError(worded("{} is too large for a plan.", name))
    no_plan = worded("{} is JSON, but not a plan of Soleus.", name)
    fields = contents_of_json(data, name, FORMAT, VERSION, no_plan)
    try:
        whole = plan_of_fields(fields, starts_on)
    except ValueError as error:
        raise FormatError(worded("{}: {}", name, error)) from None
    if any(meeting(whole, phase) for phase in whole.phases):
        raise FormatError(
            worded("{} has two phases on the same days, and phases never add up.", name)
        )
    return whole


def plan_of_fields(
    fields: Mapping[str, Any], starts_on: datetime.date, template: str | None = None
) -> WholePlan:
    """Make a plan from the fields in a file, with new ids.

    Args:
        fields: The fields in the file.
        starts_on: Its first day.
        template: The id of the program's own template; None to take it from the file.

    Raises:
        ValueError: In words, if it is not a plan.
    """
    own = {"id": new_id(), "starts_on": starts_on.isoformat()}
    said = {name: value for name, value in fields.items() if name != "phases"}
    plan: Plan = _made(Plan, said, own if template is None else own | {"template": template})
    phases: list[Phase] = []
    items: list[PlannedSets] = []
    for place, part in enumerate(_objects(fields.get("phases"), "phases")):
        of_phase = {name: value for name, value in part.items() if name != "sets"}
        phase: Phase = _made(
            Phase, of_phase, {"id": new_id(), "plan_id": plan.id, "position": place}
        )
        phases.append(phase)
        items += [
            _made(PlannedSets, each, {"id": new_id(), "phase_id": phase.id, "position": position})
            for position, each in enumerate(_objects(part.get("sets"), "sets"))
        ]
    return WholePlan(plan, tuple(phases), tuple(items))


def _objects(value: object, what: str) -> Iterable[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise ValueError(worded("{} must be a list of objects.", what))
    return value


def _made(
    kind: type[Plan | Phase | PlannedSets], said: Mapping[str, Any], own: Mapping[str, Any]
) -> Any:
    """Make a part from what a file says about it and what only this log can say."""
    unknown = said.keys() & set(_OF_A_LOG[kind])
    if unknown:
        raise ValueError(worded("has no field “{}”.", min(unknown)))
    return codec_of(kind).read({**said, **own})

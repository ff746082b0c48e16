"""A plan as a file of its own, to be handed on: JSON of what it says, without days of this log.

An object with the fields of ``Plan``, but for its days, and its ``phases`` with the fields of
``Phase``, each with its ``sets`` with the fields of ``PlannedSets``. Identities and places come
from their order. The plans that the program brings along are of the same form.
"""

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from tracker.domain.entry import new_id
from tracker.domain.plan import Phase, Plan, PlannedSets
from tracker.domain.plan_edits import WholePlan, meeting
from tracker.exchange.csv_text import FormatError
from tracker.exchange.whole_log.entry_json import codec_of
from tracker.worded import worded

FORMAT: Final = "soleus-plan"
VERSION: Final = 1
MOST_BYTES: Final = 2_000_000  # the longest plan with the longest notes is far shorter
# What only the log says in which a plan runs: who it is, where it stands, and since when.
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
    """Give what a part says, without what is empty."""
    written: dict[str, Any] = codec_of(type(part)).written(part)
    left_out = _OF_A_LOG[type(part)]
    return {
        name: value
        for name, value in written.items()
        if name not in left_out and value not in (None, "", [])
    }


def plan_of_json(data: bytes, name: str, starts_on: datetime.date) -> WholePlan:
    """Read a plan out of a file, as one that begins on a day.

    Args:
        data: The file.
        name: What it is called, for messages.
        starts_on: The plan's first day.

    Raises:
        FormatError: In words, if it is no plan, or of a later version.
    """
    if len(data) > MOST_BYTES:
        raise FormatError(worded("{} is too large for a plan.", name))
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError):
        raise FormatError(worded("{} is not JSON, or is cut short.", name)) from None
    if not isinstance(fields, dict) or fields.pop("format", None) != FORMAT:
        raise FormatError(worded("{} is JSON, but not a plan of Soleus.", name))
    version = fields.pop("version", None)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise FormatError(worded("{} does not say which version of the format it has.", name))
    if version > VERSION:
        raise FormatError(
            worded("{} was written by a later version of Soleus. Read it with that.", name)
        )
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
    """Make a plan of what a file says, with identities of its own.

    Args:
        fields: As the file has them.
        starts_on: Its first day.
        template: Which of the program's own it is; None where the file itself says it.

    Raises:
        ValueError: In words, if it is no plan.
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
    """Make a part of what a file says of it, and of what only this log can say."""
    unknown = said.keys() & set(_OF_A_LOG[kind])
    if unknown:
        raise ValueError(worded("has no field “{}”.", min(unknown)))
    return codec_of(kind).read({**said, **own})

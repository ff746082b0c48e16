"""The plans shipped with the program, to look at before taking one on."""

import datetime
import json
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from tracker.app.resources import ROOT
from tracker.domain.plan_edits import WholePlan
from tracker.exchange.plan_file import plan_of_fields

WORDS: Final = (
    "name",
    "caution",
    "note",
    "criterion",
)  # the fields of a template that are translated, at any depth


class Template(NamedTuple):
    """A plan as it was published.

    Args:
        whole: The plan.
        is_for_involved_leg: Whether in its source only the injured leg does what is planned for
            each leg.
    """

    whole: WholePlan
    is_for_involved_leg: bool


def template_files() -> list[Path]:
    """List the files of the templates, by name.

    Each has the form of ``exchange.plan_file``; ``"legs": "involved"`` sets
    ``is_for_involved_leg``.
    """
    return sorted((ROOT / "plans").glob("*.json"))


def templates(starts_on: datetime.date) -> list[Template]:
    """Read all templates, by name, as plans that start on a day.

    Args:
        starts_on: The day each would start; use ``replace`` on the plan for another day.
    """
    return [template_of(file, starts_on) for file in template_files()]


def _in_our_language(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: QCoreApplication.translate("plans", value) if name in WORDS else value
        for name, value in fields.items()
    }


def template_of(file: Path, starts_on: datetime.date) -> Template:
    """Read one template as a plan that starts on a day, with new ids.

    Raises:
        ValueError: If it is not a template, which is a bug.
    """
    text = file.read_text(encoding="utf-8")
    fields: dict[str, Any] = json.loads(text, object_hook=_in_our_language)
    legs = fields.pop("legs", None)
    return Template(plan_of_fields(fields, starts_on, file.stem), legs == "involved")

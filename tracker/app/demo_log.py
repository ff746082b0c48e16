"""The made-up year, with names and notes in the runner's language."""

import datetime
from dataclasses import fields, replace
from typing import Any

from tracker.app.language import in_language
from tracker.domain.change import Change, Edit
from tracker.domain.demo.year import made_up_log
from tracker.worded import Worded


def spoken_year(last: datetime.date) -> Change:
    """Make up a year of training with ``made_up_log``, as logged by someone of this language.

    Args:
        last: The last day that may have a session.
    """
    return Change(tuple(map(_spoken, made_up_log(last).edits)))


def _spoken(edit: Edit) -> Edit:
    entry: Any = edit.entry  # of any kind; its texts are in its fields
    written = {field.name: getattr(entry, field.name) for field in fields(entry)}
    said = {name: in_language(text) for name, text in written.items() if isinstance(text, Worded)}
    return Edit(None, replace(entry, **said)) if said else edit

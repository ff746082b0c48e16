"""How a session felt: how answers about symptoms become a change of the log."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from tracker.domain.change import Change, Entry
from tracker.domain.exercise import Side
from tracker.domain.session import LoggedSet, Session
from tracker.domain.symptoms import Moment, Site, Symptom

When = tuple[Moment, Side]
NEXT_DAY = datetime.timedelta(days=1)
IN_A_SESSION = (Moment.BEFORE, Moment.DURING, Moment.AFTER)


class Felt(NamedTuple):
    """One answer: pain 0 to 10, its site, and morning stiffness in minutes; None if not asked."""

    pain: int | None = None
    site: Site | None = None
    stiffness_min: int | None = None

    @property
    def says_something(self) -> bool:
        """Whether pain or stiffness was answered; a site alone is not worth saving."""
        return self.pain is not None or self.stiffness_min is not None


def first_of_each(symptoms: Iterable[Symptom]) -> dict[When, Symptom]:
    """Return the first symptom of each moment and leg: the one that is shown and edited."""
    found: dict[When, Symptom] = {}
    for each in symptoms:
        found.setdefault((each.moment, each.side), each)
    return found


def worst_pain_of_sets(sets: Iterable[LoggedSet], side: Side) -> int | None:
    """Return the worst pain noted for a leg's sets; None if none was noted."""
    return max(
        (each.pain_during for each in sets if each.side is side and each.pain_during is not None),
        default=None,
    )


def noting(session: Session, symptoms: Iterable[Symptom], felt: Mapping[When, Felt]) -> Change:
    """Make the change that notes answers, replacing earlier ones; empty answers remove them.

    Args:
        session: The session asked about; its next morning is on the following day.
        symptoms: The symptoms noted for it so far.
        felt: The answers; moments and legs not asked about stay as they are.

    Raises:
        ValueError: In words, if an answer is out of bounds.
    """
    before = first_of_each(symptoms)
    changes = []
    for (moment, side), answer in felt.items():
        old = before.get((moment, side))
        if not answer.says_something:
            changes.append(Change() if old is None else Change.removing(old))
            continue
        if old is None:
            date = session.date + NEXT_DAY if moment is Moment.NEXT_MORNING else session.date
            new = Symptom(
                date, moment, side, answer.site, answer.pain, answer.stiffness_min, session.id
            )
            changes.append(Change.adding(new))
        else:
            new = replace(
                old, pain=answer.pain, site=answer.site, stiffness_min=answer.stiffness_min
            )
            changes.append(Change.replacing(old, new))
    return Change.together(changes)


def moving(session: Session, parts: Iterable[Entry], day: datetime.date) -> Change:
    """Make the change that moves a session to another day, shifting its symptoms as far.

    Args:
        session: The session.
        parts: The entries that belong to it; only symptoms have a day to shift.
        day: The new day.

    Raises:
        ValueError: If a day is out of bounds.
    """
    shift = day - session.date
    return Change.together(
        [
            Change.replacing(session, session.moved_to(day)),
            *(
                Change.replacing(each, replace(each, date=each.date + shift))
                for each in parts
                if isinstance(each, Symptom)
            ),
        ]
    )

"""A completed session in one line."""

from tracker.app.language import plural
from tracker.app.language import tr as _tr
from tracker.app.session_end import BestOfSession, SessionEnd
from tracker.domain.load import Unit
from tracker.words.labels import (
    MINUS,
    exercise_name,
    load_number,
    load_text,
    number_text,
    side_name,
    within_sentence,
)


def end_text(end: SessionEnd, unit: Unit, *, asks_tomorrow: bool) -> str:
    """Sum up a session, as in “13 sets in 24 min. Best seated left 82.3 kg, +1.2.”.

    Args:
        end: What was done.
        unit: The unit of loads.
        asks_tomorrow: Whether the next morning is asked about.
    """
    sets = plural("%Ln (set|sets)", None, end.sets)
    if end.minutes is not None:
        sets = _tr("{sets} in {minutes} min").format(sets=sets, minutes=number_text(end.minutes))
    parts = [_tr("{}.").format(sets)]
    if end.best is not None:
        parts.append(_best_text(end.best, unit))
    if end.is_today and asks_tomorrow:
        parts.append(_tr("Tomorrow you will be asked how your legs feel."))
    return " ".join(parts)


def _best_text(best: BestOfSession, unit: Unit) -> str:
    exercise = within_sentence(exercise_name(best.exercise))
    leg, load = within_sentence(side_name(best.side)), load_text(best.e1rm_kg, unit)
    more_text = "" if best.more_kg is None else number_text(load_number(best.more_kg, unit), 1)
    if more_text.strip(MINUS) in ("", number_text(0, 1)):  # the same, as far as it is shown
        return _tr("Best {exercise} {leg} {load}.").format(exercise=exercise, leg=leg, load=load)
    more = more_text if more_text.startswith(MINUS) else f"+{more_text}"
    return _tr("Best {exercise} {leg} {load}, {more}.").format(
        exercise=exercise, leg=leg, load=load, more=more
    )

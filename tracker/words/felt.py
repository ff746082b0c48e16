"""What was felt and measured on a day, in one line."""

from collections.abc import Iterable

from tracker.app.felt_days import FeltDay, FeltSymptom
from tracker.app.language import tr as _tr
from tracker.domain.symptoms import Moment
from tracker.words.labels import moment_name, number_text, side_name, within_sentence
from tracker.words.measurements import measurement_text


def noted_text(day: FeltDay) -> str:
    """Say what was felt and measured on a day."""
    felt = [felt_text(day.felt)] if day.felt else []
    return "; ".join([*felt, *map(measurement_text, day.measured)])


def felt_text(felt: Iterable[FeltSymptom]) -> str:
    """Say what was felt on a day, as ``Next morning: left pain 3, stiffness 10 min``."""
    moments: dict[Moment, list[str]] = {}
    for each in felt:
        parts = []
        if each.pain > 0:
            parts.append(_tr("pain {}").format(number_text(each.pain)))
        if each.stiffness_min > 0:
            parts.append(_tr("stiffness {} min").format(number_text(each.stiffness_min)))
        side = within_sentence(side_name(each.side))
        moments.setdefault(each.moment, []).append(f"{side} {', '.join(parts)}")
    return "; ".join(f"{moment_name(moment)}: {', '.join(of)}" for moment, of in moments.items())

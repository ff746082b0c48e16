"""``symptoms.csv``: one row for what was felt at one moment of one day.

An empty cell was not asked; 0 says that there was none. The next morning's row stands on its own
day, the one after the session that its ``session_id`` names.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from tracker.domain.symptoms import Symptom
from tracker.exchange.exporting.sets import Shape, Step, steps_of

SYMPTOMS_COLUMNS: Final = (
    "date",
    "moment",
    "side",
    "site",
    "pain_0_10",
    "stiffness_min",
    "session_id",
)


def symptoms_steps(symptoms: Sequence[Symptom], shape: Shape) -> Iterator[Step]:
    """Make the lines of ``symptoms.csv``, some thousand at a time.

    Args:
        symptoms: By day, those of one day as they were noted.
        shape: How numbers are written.

    Yields:
        The fraction done after these lines, and the lines.
    """
    columns: list[list[str]] = [
        [symptom.date.isoformat() for symptom in symptoms],
        [symptom.moment.value for symptom in symptoms],
        [symptom.side.value for symptom in symptoms],
        [symptom.site or "" for symptom in symptoms],
        [shape.number(symptom.pain) for symptom in symptoms],
        [shape.number(symptom.stiffness_min) for symptom in symptoms],
        [shape.text(symptom.session_id or "") for symptom in symptoms],
    ]
    yield from steps_of(columns, shape)

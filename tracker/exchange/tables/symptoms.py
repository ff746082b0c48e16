"""``symptoms.csv``: one row for what was felt at one moment of one day.

An empty cell means not asked, 0 means none. The next morning's row has its own date, the day after
the session named in its ``session_id``.
"""

from typing import Final

from tracker.domain.exercise import Side
from tracker.domain.symptoms import Moment, Site, Symptom
from tracker.exchange.tables.cell_readers import day, member, required, session_id, whole
from tracker.exchange.tables.table import Column, Into, Table
from tracker.worded import worded

SYMPTOMS: Final[Table[list[Symptom]]] = Table(
    name="symptoms.csv",
    grain="one row for what was felt at one moment",
    columns=(
        Column(
            "date",
            "day on which it was felt; for next_morning the day after the session",
            lambda symptoms, write: write.dates(symptom.date for symptom in symptoms),
            Into("date", required(worded("The date is"), day)),
            is_telling=True,
        ),
        Column(
            "moment",
            "as told from a session: before, during, after, next_morning",
            lambda symptoms, write: write.words(symptom.moment for symptom in symptoms),
            Into("moment", required(worded("The moment is"), member(Moment, worded("moment")))),
            is_telling=True,
        ),
        Column(
            "side",
            "the leg, left or right; both where they were not told apart",
            lambda symptoms, write: write.words(symptom.side for symptom in symptoms),
            Into("side", required(worded("The side is"), member(Side, worded("side")))),
            is_telling=True,
        ),
        Column(
            "site",
            "mid_portion or insertion (of the Achilles tendon), calf; empty where not said",
            lambda symptoms, write: write.words(symptom.site for symptom in symptoms),
            Into("site", member(Site, worded("site"))),
        ),
        Column(
            "pain_0_10",
            "pain, 0 (none) to 10 (worst); empty where not asked",
            lambda symptoms, write: write.numbers(symptom.pain for symptom in symptoms),
            Into("pain", whole(worded("Pain"))),
            is_telling=True,
        ),
        Column(
            "stiffness_min",
            "morning stiffness, minutes; 0 is none, empty where not asked",
            lambda symptoms, write: write.numbers(symptom.stiffness_min for symptom in symptoms),
            Into("stiffness_min", whole(worded("Stiffness in minutes"))),
        ),
        Column(
            "session_id",
            "the session it belongs to, as in sets.csv; empty for none",
            lambda symptoms, write: write.texts(symptom.session_id for symptom in symptoms),
            Into("session_id", session_id),
        ),
    ),
    take=lambda period: period.log.symptoms(period.first, period.last),
    days=lambda period: (each.date for each in period.log.symptoms(period.first, period.last)),
    entry=Symptom,
)

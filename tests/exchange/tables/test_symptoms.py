import datetime
from pathlib import Path

from tests.exchange.logs import exported, log_of
from tracker.domain.exercise import Side
from tracker.domain.session import Session
from tracker.domain.symptoms import Moment, Site, Symptom

DAY = datetime.date(2026, 11, 24)


def test_symptoms_are_written_by_day_as_they_were_noted(tmp_path: Path) -> None:
    morning = DAY + datetime.timedelta(days=1)
    database = log_of(
        Session(DAY, id="s1"),
        Symptom(morning, Moment.NEXT_MORNING, Side.LEFT, Site.INSERTION, 3, 15, "s1"),
        Symptom(DAY, Moment.DURING, Side.RIGHT, pain=0),
        Symptom(DAY, Moment.BEFORE, Side.BOTH, stiffness_min=0),
    )
    assert exported(database, tmp_path / "symptoms.csv").decode("utf-8-sig").split("\r\n") == [
        "date,moment,side,site,pain_0_10,stiffness_min,session_id",
        "2026-11-24,during,right,,0,,",
        "2026-11-24,before,both,,,0,",
        "2026-11-25,next_morning,left,insertion,3,15,s1",
        "",
    ]

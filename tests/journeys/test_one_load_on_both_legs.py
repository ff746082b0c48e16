"""A log of one load on both legs, imported: what a physio is told of a leg 20 % weaker.

The reserve is blank, as where a plan prescribes the load: the sets then mirror the prescription.
Strength tests alone measure, once there are three of them.
"""

import csv
import datetime
from io import StringIO
from pathlib import Path
from random import Random

from PySide6.QtGui import QPageSize
from PySide6.QtWidgets import QApplication

from tracker.cli.commands import main
from tracker.domain.load import Unit
from tracker.report.contents import Report
from tracker.report.document import ReportDocument
from tracker.report.page import report_text
from tracker.storage.database import Database

MONDAY = datetime.date(2026, 8, 31)
WEEKS = 12
TRUE_KG = {"left": 80.0, "right": 100.0}
TESTED_KG = {"left": 62.5, "right": 80.0}  # for about eight repetitions
DEVIATION = 0.045  # of a day's strength
NOT_KNOWN = "reserve was not noted. Note what was left, or do a strength test."
HEADINGS = ("session_id", "date", "exercise", "side", "set_no", "set_type", "reps", "external_kg")


def sets_csv(path: Path, *, with_tests: bool) -> Path:
    """Write three sessions a week, each of three sets of eight with the same load on both legs."""
    random = Random(20)
    rows: list[tuple[object, ...]] = []
    for day in (7 * week + weekday for week in range(WEEKS) for weekday in (0, 2, 4)):
        date = (MONDAY + datetime.timedelta(days=day)).isoformat()
        for side, true_kg in TRUE_KG.items():
            rows += [(f"s{day}", date, "seated", side, n, "work", 8, 55) for n in (1, 2, 3)]
            if with_tests and day in (21, 49, 77):
                kg = TESTED_KG[side]
                reps = round(30 * (true_kg * random.gauss(1, DEVIATION) / kg - 1))  # Epley
                rows.append((f"s{day}", date, "seated", side, 4, "test", reps, kg))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *rows])
    return path


def told_of(folder: Path, *, with_tests: bool) -> tuple[list[dict[str, str]], list[str], str]:
    """Import the log; returns the rows of ``weekly.csv``, confidences of sets, and the report."""
    log = folder / "log.soleus"
    assert (
        main(["import", str(log), str(sets_csv(folder / "sets.csv", with_tests=with_tests))]) == 0
    )
    assert main(["export", str(log), "--to", str(folder / "out")]) == 0
    weekly, sets = (
        list(csv.DictReader(StringIO((folder / "out" / name).read_text(encoding="utf-8-sig"))))
        for name in ("weekly.csv", "sets.csv")
    )
    database = Database.open(log)
    text = report_text(Report.of(database, None, None, MONDAY), Unit.KG, MONDAY)
    database.close()
    told = ReportDocument(text, QPageSize(QPageSize.PageSizeId.A4)).plain_text
    return weekly, [row["e1rm_confidence"] for row in sets], " ".join(told.split())


def test_without_tests_nothing_is_said_to_be_known(tmp_path: Path, qapp: QApplication) -> None:
    weekly, confidences, report = told_of(tmp_path, with_tests=False)
    assert len(weekly) == 2 * WEEKS
    told = {
        (row["balance"], row["balance_reason"], row["asymmetry_pct"], row["lsi_pct"])
        for row in weekly
    }
    assert told == {("unknown", "reserve", "", "")}
    assert {row["best_e1rm_kg"] for row in weekly} == {""}
    assert set(confidences) == {"not_noted"}
    assert f"Not known: {NOT_KNOWN}" in report
    assert "equal" not in report.replace("equal legs", "")


def test_three_monthly_tests_show_the_difference(tmp_path: Path, qapp: QApplication) -> None:
    weekly, confidences, report = told_of(tmp_path, with_tests=True)
    assert confidences.count("normal") + confidences.count("low") == 6
    reasons = [row["balance_reason"] for row in weekly[::2]]
    assert reasons == ["reserve"] * 3 + ["few"] * 8 + [""]
    last = weekly[-1]
    assert (last["asymmetry_kind"], last["pairs"], last["balance_source"]) == (
        "point",
        "3",
        "pairs",
    )
    assert last["balance"] in ("watch", "marked")
    difference, limit = float(last["asymmetry_pct"]), float(last["asymmetry_pm_pct"])
    assert abs(difference - 20) < limit
    assert f"Right {difference:.0f} % stronger, ± {limit:.0f}" in report.replace("\xa0", " ")
    assert float(last["lsi_pct"]) == 100 - difference
    assert NOT_KNOWN not in report

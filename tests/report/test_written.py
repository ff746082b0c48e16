"""The report drawn without a window."""

import datetime

import pytest
from PySide6.QtWidgets import QApplication

from tracker.domain.change import Change
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import Unit
from tracker.domain.session import LoggedSet, Session
from tracker.report.contents import Report
from tracker.report.written import pdf_of
from tracker.storage.database import Database

DAY = datetime.date(2026, 11, 24)


@pytest.fixture
def database() -> Database:
    database = Database.in_memory()
    session = Session(DAY)
    logged = LoggedSet(session.id, Exercise.SEATED, Side.LEFT, 1, 8, 60.0)
    database.apply(Change.adding(session, logged))
    return database


def test_a_report_is_a_pdf_with_as_many_pages_as_it_says(
    database: Database, qapp: QApplication
) -> None:
    report = Report.of(database, None, None, DAY)
    pdf, pages = pdf_of(report, Unit.KG, DAY, "en")
    assert pdf.startswith(b"%PDF-")
    assert pages == pdf.count(b"/Type /Page\n") >= 1
    assert b"/Lang (en" in pdf


@pytest.mark.usefixtures("german")
def test_it_speaks_the_language_asked_for(database: Database) -> None:
    pdf, _ = pdf_of(Report.of(database, None, None, DAY), Unit.KG, DAY, "de")
    assert b"/Lang (de" in pdf


def test_a_long_note_takes_no_more_than_two_pages(database: Database, qapp: QApplication) -> None:
    long = Report.of(database, None, None, DAY, "a line of many words\n" * 300)
    assert pdf_of(long, Unit.KG, DAY, "en")[1] <= 2

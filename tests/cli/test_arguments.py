"""What several commands are told in the same words."""

import argparse
import datetime
from contextlib import closing
from pathlib import Path

import pytest

from tracker import TrackerError
from tracker.cli.arguments import (
    add_choice,
    add_days,
    add_log,
    add_unit,
    begin_of,
    day_argument,
    today,
)
from tracker.domain.change import Change
from tracker.domain.event import Event, EventKind
from tracker.domain.load import Unit
from tracker.domain.period import Period
from tracker.exchange.tables.dialect import Delimiter
from tracker.storage.database import Database


def test_days_and_the_log_are_read() -> None:
    parser = argparse.ArgumentParser()
    add_log(parser)
    add_days(parser)
    read = parser.parse_args(["log.soleus", "--from", "2026-01-05"])
    assert (read.log, read.first, read.last) == (
        Path("log.soleus"),
        datetime.date(2026, 1, 5),
        None,
    )
    assert parser.parse_args(["l", "--until", "2026-01-05"]).last == datetime.date(2026, 1, 5)


def test_the_first_day_may_be_that_of_an_event() -> None:
    parser = argparse.ArgumentParser()
    add_days(parser)
    assert parser.parse_args(["--from", "injury"]).first is Period.SINCE_INJURY
    visit, first = parser.parse_args(["--from", "visit"]).first, datetime.date(2026, 1, 5)
    with closing(Database.in_memory()) as database:
        assert begin_of(None, None, database) is None
        assert begin_of(first, None, database) == first
        with pytest.raises(TrackerError, match="has no visit to begin with"):
            begin_of(visit, None, database)
        later = first + datetime.timedelta(days=9)
        database.apply(Change.adding(*(Event(day, EventKind.VISIT) for day in (first, later))))
        assert begin_of(visit, None, database) == later
        assert begin_of(visit, later, database) == first  # the last one before that day


def test_neither_a_day_nor_an_event_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    parser = argparse.ArgumentParser()
    add_days(parser)
    with pytest.raises(SystemExit):
        parser.parse_args(["--from", "race"])
    assert "race is not a date like 2026-11-24" in capsys.readouterr().err
    assert "[--from DATE|injury|visit]" in parser.format_usage()


def test_one_of_a_few_words_is_read_and_others_are_refused(
    capsys: pytest.CaptureFixture[str],
) -> None:
    parser = argparse.ArgumentParser()
    add_unit(parser)
    add_choice(parser, "--delimiter", Delimiter, "what stands between cells")
    read = parser.parse_args(["--unit", "lb"])
    assert (read.unit, read.delimiter) == (Unit.LB, None)
    with pytest.raises(SystemExit):
        parser.parse_args(["--unit", "stone"])
    assert "invalid Unit value: 'stone'" in capsys.readouterr().err
    assert "[--unit kg|lb]" in parser.format_usage()


@pytest.mark.parametrize("text", ["yesterday", "2026-13-01", "5.1.2026", ""])
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="is not a date like 2026-11-24"):
        day_argument(text)


@pytest.mark.usefixtures("in_berlin")
def test_today_is_the_day_on_this_machine_s_wall() -> None:
    offset = datetime.timezone(datetime.timedelta(hours=1))
    summer = datetime.timezone(datetime.timedelta(hours=2))
    assert today() in {datetime.datetime.now(zone).date() for zone in (offset, summer)}

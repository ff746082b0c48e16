"""Days as a calendar file: lines of RFC 5545, and names that stay."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from tracker.exchange.exporting.calendar_file import CalendarDay, calendar_file

DAY = datetime.date(2026, 12, 31)
NOW = datetime.datetime(2026, 11, 24, 18, 5, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))


def lines_of(data: bytes) -> list[str]:
    assert data.endswith(b"\r\n")
    return data.decode().replace("\r\n ", "").split("\r\n")[:-1]


def test_a_day_is_an_entry_of_its_own_with_a_name_that_stays() -> None:
    data = calendar_file("abc", [CalendarDay(DAY, "Calf raises", "Seated\nStanding")], NOW)
    assert lines_of(data) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Soleus//plan//EN",
        "CALSCALE:GREGORIAN",
        "BEGIN:VEVENT",
        "UID:abc-20261231@soleus",
        "DTSTAMP:20261124T170500Z",
        "DTSTART;VALUE=DATE:20261231",
        "DTEND;VALUE=DATE:20270101",
        "SUMMARY:Calf raises",
        "DESCRIPTION:Seated\\nStanding",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    later = calendar_file("abc", [CalendarDay(DAY, "Other", "")], NOW + datetime.timedelta(9))
    assert "UID:abc-20261231@soleus" in lines_of(later)


def test_signs_with_a_meaning_are_escaped() -> None:
    data = calendar_file("a", [CalendarDay(DAY, "a;b,c\\d", "")], NOW)
    assert "SUMMARY:a\\;b\\,c\\\\d" in lines_of(data)


def test_a_long_line_goes_on_below() -> None:
    data = calendar_file("a", [CalendarDay(DAY, "ä" * 100, "")], NOW)
    assert "SUMMARY:" + "ä" * 100 in lines_of(data)
    assert max(map(len, data.split(b"\r\n"))) in (74, 75)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_no_line_is_longer_than_a_calendar_takes_and_none_is_broken_in_a_sign(text: str) -> None:
    data = calendar_file("a", [CalendarDay(DAY, text, text)], NOW)
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    for line in data.split(b"\r\n"):
        line.decode()


def test_no_day_is_an_empty_calendar() -> None:
    assert lines_of(calendar_file("a", [], NOW))[-1] == "END:VCALENDAR"
    assert b"VEVENT" not in calendar_file("a", [], NOW)

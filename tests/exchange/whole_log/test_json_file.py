import datetime
import json
import time
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.exchange.logs import finished
from tests.strategies import Log
from tracker.domain.change import Change, Entry, Memory, Past
from tracker.domain.entry_fields import KINDS
from tracker.domain.exercise import Equipment, Exercise, Side
from tracker.domain.measurement import Measurement
from tracker.domain.plan import Phase, Plan, PlannedSets, PlannedSide
from tracker.domain.runner import Bodyweight, Runner
from tracker.domain.session import LoggedSet, Session, Tempo
from tracker.domain.symptoms import Moment, Symptom
from tracker.exchange.csv_text import FormatError
from tracker.exchange.whole_log import json_file
from tracker.exchange.whole_log.joining import join
from tracker.exchange.whole_log.json_file import reading_json, writing_json
from tracker.storage.database import Database

DAY = datetime.date(2026, 11, 24)
START = datetime.datetime(
    2026, 11, 24, 18, 5, tzinfo=datetime.timezone(datetime.timedelta(hours=1))
)
MACHINE = Equipment("Bank, schräg “A”", id="m1")
SESSION = Session(DAY, START, "ruhig", id="s1")
SET = LoggedSet(
    session_id="s1",
    exercise=Exercise.STANDING,
    side=Side.LEFT,
    set_no=1,
    reps=8,
    external_kg=20.0,
    tempo=Tempo(3.0, 0.0, 3.0, 0.5),
    equipment_id="m1",
    id="a1",
)
FELT = Symptom(DAY, Moment.AFTER, Side.LEFT, pain=2, session_id="s1", id="p1")
PLAN = Plan("Schwer und langsam", DAY, 12, id="pl1")
PHASE = Phase("pl1", 1, 3, (1, 3, 5), id="ph1")
PLANNED = PlannedSets("ph1", Exercise.SEATED, PlannedSide.EACH, 3, 15, id="ps1")
ENTRIES = (
    *(Runner(), Bodyweight(DAY, 70.0, id="w1"), MACHINE, SESSION, SET, FELT),
    *(PLAN, PHASE, PLANNED),
)
Sheet = dict[str, Any]


def written(entries: tuple[Entry, ...] | list[Entry], past: Past | None = None) -> bytes:
    past = past or Past()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "new" / "log.json"
        assert finished(writing_json(path, entries, past)) == len(entries)
        return path.read_bytes()


def read(data: bytes) -> tuple[Entry, ...]:
    return finished(reading_json(data, "log.json"))[0]


def sheet() -> Sheet:
    """Return the small log as a program sees it."""
    found: Sheet = json.loads(written(ENTRIES))
    return found


def refusal(found: object) -> str:
    """Return the words with which a file is refused."""
    with pytest.raises(FormatError) as refused:
        read(json.dumps(found).encode())
    words = str(refused.value)
    assert words.startswith("log.json")
    assert "\n" not in words
    return words


# Written


def test_every_kind_of_entry_has_its_list() -> None:
    assert list(sheet()) == ["format", "version", *KINDS, "remembered"]


def test_an_entry_is_an_object_of_its_fields() -> None:
    found = sheet()
    assert (found["format"], found["version"]) == ("soleus-log", 1)
    assert found["sets"] == [
        {
            "session_id": "s1",
            "exercise": "standing",
            "side": "left",
            "set_no": 1,
            "reps": 8,
            "external_kg": 20.0,
            "position": 0,
            "set_type": "work",
            "rir": None,
            "tempo": {"raise_s": 3.0, "top_s": 0.0, "lower_s": 3.0, "bottom_s": 0.5},
            "rest_s": None,
            "pain_during": None,
            "equipment_id": "m1",
            "note": "",
            "id": "a1",
            "hold_s": None,
        }
    ]
    assert found["sessions"][0]["started_at"] == "2026-11-24T18:05:00+01:00"
    assert found["sessions"][0]["date"] == "2026-11-24"
    assert found["runs"] == []
    assert found["phases"][0]["weekdays"] == [1, 3, 5]


def test_one_entry_is_one_line_of_utf_8() -> None:
    lines = written(ENTRIES).decode("utf-8").split("\n")
    assert "  " + json.dumps({"name": MACHINE.name, "id": "m1"}, ensure_ascii=False) in lines
    assert lines[-2:] == ["}", ""]


def test_a_cancelled_file_leaves_the_old_one_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    path.write_text("old")
    job = writing_json(path, ENTRIES, Past())
    for _ in range(3):
        next(job)
    job.close()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_progress_runs_from_nought_to_one() -> None:
    with TemporaryDirectory() as folder:
        told = list(writing_json(Path(folder) / "x.json", ENTRIES, Past()))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)
    assert list(reading_json(written(()), "x"))[-1] == 1.0


def test_a_kind_of_many_entries_is_written_and_read_in_steps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(json_file, "ENTRIES_A_STEP", 2)
    weighings: list[Entry] = [
        Bodyweight(DAY - datetime.timedelta(days=n), 70.0 + n) for n in range(5)
    ]
    data = written(weighings)
    assert read(data) == tuple(weighings)
    told = list(reading_json(data, "log.json"))
    assert told == [0.0, 0.4, 0.8, 1.0]


# There and back


def test_when_an_entry_was_edited_comes_back_and_is_left_out_where_unknown() -> None:
    at = datetime.datetime(2026, 11, 24, 18, 5, 0, 250_000, tzinfo=datetime.UTC)
    past = Past({(LoggedSet, SET.id): at}, {(LoggedSet, SET.id): 12})
    data = written(ENTRIES, past)
    found = json.loads(data)["sets"][0]
    assert (found["edited_at"], found["added_us"]) == ("2026-11-24T18:05:00.250000+00:00", 12)
    assert finished(reading_json(data, "log.json")) == (ENTRIES, past)


def test_what_is_remembered_comes_back() -> None:
    at = datetime.datetime(2026, 11, 24, 18, 5, tzinfo=datetime.UTC)
    past = Past(
        memory=(
            Memory((LoggedSet, "gone"), at),
            Memory((Session, "s0"), at, replace(SESSION, id="s0"), at, 7),
            Memory((LoggedSet, SET.id), None, replace(SET, set_no=4)),
        )
    )
    data = written(ENTRIES, past)
    assert json.loads(data)["remembered"][0] == {
        "kind": "sets",
        "id": "gone",
        "deleted_at": "2026-11-24T18:05:00+00:00",
    }
    assert finished(reading_json(data, "log.json")) == (ENTRIES, past)


@pytest.mark.parametrize(
    ("remembered", "words"),
    [
        (3, "must be an object."),
        ({"kind": "sets", "id": "a", "weight": 3}, "has no field “weight”."),
        ({"kind": "routes", "id": "a"}, "kind must be one of runner,"),
        ({"kind": "sets", "id": ""}, "id must have 1 to 200 characters."),
        ({"kind": "sets", "id": 3}, "id must have 1 to 200 characters."),
        ({"kind": "sets", "id": "a\0b"}, "id must have no control characters."),
        ({"kind": "sets", "id": "\ud800"}, "id must have no control characters."),
        ({"kind": "sets", "id": "a"}, "needs deleted_at, or the entry."),
        ({"kind": "sets", "id": "a", "deleted_at": "now"}, "deleted_at must be an instant"),
        ({"kind": "sets", "id": "a", "deleted_at": "2026-11-24T18:05"}, "deleted_at: The inst"),
        ({"kind": "equipment", "id": "a", "entry": 3}, "must be an object."),
        (
            {"kind": "equipment", "id": "a", "entry": {"id": "b", "name": "Step"}},
            "has the entry of another id.",
        ),
        (
            {"kind": "equipment", "id": "a", "entry": {"id": "a", "name": "S", "added_us": "?"}},
            "added_us must be a whole number.",
        ),
    ],
)
def test_what_no_log_remembers_is_refused_by_its_place(remembered: object, words: str) -> None:
    found = refusal(sheet() | {"remembered": [remembered]})
    assert f"remembered, entry 1: {words}" in found


def test_what_is_remembered_twice_is_refused() -> None:
    twice = [{"kind": "sets", "id": "a", "deleted_at": "2026-11-24T18:05:00+01:00"}] * 2
    assert "remembered, entry 2: its id stands twice." in refusal(sheet() | {"remembered": twice})


@pytest.mark.parametrize(
    ("edited_at", "reason"),
    [
        ("yesterday", "edited_at must be an instant"),
        (12, "edited_at must be"),
        ("2026-11-24T18:05:00", "edited_at: The instant of an edit needs its offset from UTC"),
        ("2199-12-31T23:59:59-05:00", "edited_at: The instant of an edit must lie between"),
        ("0001-01-01T00:00:00+05:00", "edited_at: The instant of an edit must lie between"),
    ],
)
def test_an_edit_at_no_instant_is_refused(edited_at: object, reason: str) -> None:
    found = sheet()
    found["sets"][0]["edited_at"] = edited_at
    assert f"sets, entry 1: {reason}" in refusal(found)


def with_scores(found: dict[str, Any]) -> dict[str, Any]:
    """A log as older versions wrote it, with scores of questionnaires instead of measurements."""
    del found["measurements"]
    score = {"date": "2026-11-24", "questionnaire": "visa_a", "value": 78.0, "id": "a"}
    return found | {"scores": [score]}


def test_scores_of_older_versions_are_read_as_measurements() -> None:
    found = with_scores(sheet())
    found["scores"][0]["added_us"] = 7
    found["remembered"] = [
        {"kind": "scores", "id": "b", "deleted_at": "2026-11-24T18:00:00+00:00"},
        {"kind": "scores", "id": "c", "entry": {**found["scores"][0], "id": "c"}},
    ]
    entries, past = finished(reading_json(json.dumps(found).encode(), "log.json"))
    score = Measurement(datetime.date(2026, 11, 24), "visa_a", 78.0, id="a")
    assert [each for each in entries if isinstance(each, Measurement)] == [score]
    assert past.added[Measurement, "a"] == 7
    assert [(each.key, each.entry) for each in past.memory] == [
        ((Measurement, "b"), None),
        ((Measurement, "c"), replace(score, id="c")),
    ]


@pytest.mark.parametrize(
    ("scores", "reason"),
    [
        ({}, "scores must be a list"),
        ([7], "measurements, entry 1: must be an object"),
        ([{"id": "a"}], "measurements, entry 1: lacks the field"),
    ],
)
def test_scores_that_are_none_are_refused(scores: object, reason: str) -> None:
    assert reason in refusal(with_scores(sheet()) | {"scores": scores})


@settings(max_examples=60, deadline=None)
@given(log=strategies.logs(), data=st.data())
def test_export_import_export_gives_the_same_bytes(log: Log, data: st.DataObject) -> None:
    sessions = st.sampled_from([None, *(session.id for session in log.sessions)])
    felt = [
        replace(each, session_id=data.draw(sessions))
        for each in data.draw(st.lists(strategies.symptoms, max_size=3))
    ]
    others = st.one_of(
        strategies.measurements,
        strategies.heel_raise_tests,
        strategies.goals,
        strategies.runs,
        strategies.events,
        strategies.plans,
    )
    database, other = Database.in_memory(), Database.in_memory()
    noted = data.draw(st.lists(others, max_size=5))
    owners = [plan.id for plan in noted if isinstance(plan, Plan)]
    phases = [replace(data.draw(strategies.phases), plan_id=owner) for owner in owners]
    items = [replace(data.draw(strategies.planned_sets), phase_id=each.id) for each in phases]
    database.apply(log.making + Change.adding(*felt, *noted, *phases, *items))
    gone = [each for each in noted if not isinstance(each, Plan)][:1]
    database.apply(Change.removing(*gone))
    first = written(list(database.entries()), database.past())
    entries, past = finished(reading_json(first, "log.json"))
    joined = join(entries, other.entries(), past, other.past())
    other.apply(joined.change)
    assert joined.conflicts == ()
    assert list(other.entries()) == list(database.entries())
    assert written(list(other.entries()), other.past()) == first
    database.close()
    other.close()


def test_what_has_a_default_may_be_missing() -> None:
    found = sheet()
    for name in ("rir", "tempo", "note", "position"):
        del found["sets"][0][name]
    del found["goals"]
    assert read(json.dumps(found).encode())[4] == replace(SET, tempo=None)


def test_whole_numbers_are_numbers() -> None:
    found = sheet()
    found["sets"][0]["external_kg"] = 20
    assert written(list(read(json.dumps(found).encode()))) == written(ENTRIES)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_unicode_is_read_too(encoding: str) -> None:
    assert read(written(ENTRIES).decode().encode(encoding)) == ENTRIES


def test_the_manual_names_every_list_in_the_order_of_the_file() -> None:
    manual = Path(__file__).parents[3] / "resources" / "manual" / "files.md"
    rows = manual.read_text(encoding="utf-8").splitlines()
    lists = next(row.split("|")[1] for row in rows if row.startswith("| `runner`, "))
    assert [name.strip(" `") for name in lists.split(",")] == list(KINDS)


# Refused


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe\x00\xd8",
        b"session_id,date\r\ns1,2026-11-24\r\n",
        b'{"format": "soleus-log", "version": 1, "x": NaN}',
        b"[" * 10_000_000,
        b'{"a":' * 1_000_000,
        b"1" * 10_000_000,
        b"\x00\xff" * 5_000_000,
        written(ENTRIES)[:-20],
    ],
    ids=["empty", "cut", "text", "csv", "nan", "deep", "deeper", "digits", "noise", "short"],
)
def test_what_is_not_json_is_refused_at_once(data: bytes) -> None:
    began = time.process_time()
    with pytest.raises(FormatError, match=r"^log\.json is not JSON, or is cut short\.$"):
        read(data)
    assert time.process_time() - began < 5


@pytest.mark.parametrize("found", [[], {}, "x", None, {"format": "other", "version": 1}])
def test_other_json_is_refused(found: object) -> None:
    assert refusal(found) == "log.json is JSON, but not a log of Soleus."


@pytest.mark.parametrize("version", [None, "1", True, 0, 1.0])
def test_a_file_of_no_known_version_is_refused(version: object) -> None:
    assert "does not say which version" in refusal(sheet() | {"version": version})


def test_a_file_of_a_later_version_is_refused() -> None:
    assert "later version of Soleus" in refusal(sheet() | {"version": 2})


def test_a_kind_that_is_not_known_is_refused() -> None:
    assert refusal(sheet() | {"routes": []}) == "log.json has “routes”, which no log has."


def test_a_kind_that_is_no_list_is_refused() -> None:
    assert refusal(sheet() | {"sets": {}}) == "log.json: sets must be a list."


def _set(**values: object) -> Callable[[Sheet], None]:
    return lambda found: found["sets"][0].update(values)


def _in(kind: str, **values: object) -> Callable[[Sheet], None]:
    return lambda found: found[kind][0].update(values)


def _again(kind: str, **values: object) -> Callable[[Sheet], None]:
    return lambda found: found[kind].append(found[kind][0] | values)


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_set(weight=3), "sets, entry 1: has no field “weight”."),
        (lambda found: found["sets"][0].pop("reps"), "sets, entry 1: lacks the field “reps”."),
        (lambda found: found["sets"][0].pop("id"), "sets, entry 1: lacks the field “id”."),
        (lambda found: found["sets"].append(3), "sets, entry 2: must be an object."),
        (_set(reps=1001), "sets, entry 1: Repetitions must be 0 to 1000, not 1001."),
        (_set(reps=8.5), "sets, entry 1: reps must be a whole number."),
        (_set(reps=True), "reps must be a whole number."),
        (_set(reps=10**400), "reps must be a whole number."),
        (_set(position=-1), "A place in the session must be 0 to 100000, not -1."),
        (_set(external_kg="60"), "external_kg must be a number."),
        (_set(external_kg=10**400), "external_kg must be a whole number."),
        (_set(external_kg=False), "external_kg must be a number."),
        (_set(external_kg=1e308), "A load in kg must be"),
        (_set(rir=[1]), "rir must be a number."),
        (_set(side="links"), "side must be one of left, right, both."),
        (_set(side=["left"]), "side must be one of"),
        (_set(side=None), "side must be one of"),
        (_set(note=None), "note must be a text."),
        (_set(note="\ud800"), "note It has half a character"),
        (_set(note="x" * 10_001), "10,000 characters"),
        (_set(tempo=3), "tempo must be an object."),
        (_set(tempo={"raise_s": 1.0}), "tempo lacks the field"),
        (_set(tempo={"raise_s": 61, "top_s": 0, "lower_s": 0, "bottom_s": 0}), "0 to 60"),
        (_set(id=""), "id must have 1 to 200 characters."),
        (_set(session_id="s2"), "sets, entry 1: session_id names none of the sessions."),
        (_set(equipment_id="m2"), "equipment_id names none of the equipment."),
        (_in("symptoms", session_id="s2"), "session_id names none of the sessions."),
        (_in("phases", plan_id="pl2"), "phases, entry 1: plan_id names none of the plans."),
        (_in("planned_sets", phase_id="ph2"), "phase_id names none of the phases."),
        (_in("planned_sets", side="legs"), "side must be one of left, right, both, each."),
        (_in("phases", weekdays="135"), "weekdays must be a list."),
        (_in("phases", weekdays=[1, "3"]), "weekdays must be a whole number."),
        (_in("phases", weekdays=[1, 1]), "from Monday to Sunday, each once."),
        (_in("phases", every_hours=48), "on days of the week, or every so many hours."),
        (_in("sessions", date="24.11.2026"), "date must be a day like 2026-11-24."),
        (_in("sessions", date=20261124), "date must be a day like"),
        (_in("sessions", started_at="now"), "started_at must be an instant like"),
        (_in("sessions", started_at="2026-11-24T18:05"), "needs its offset"),
        (_in("sessions", started_at="1066-10-14T09:00:00+00:00"), "A session's start must lie"),
        (_in("sessions", started_at="0001-01-01T00:00+14:00"), "1900-01-01"),
        (_in("symptoms", id="a\0b"), "symptoms, entry 1: id must have no control characters."),
        (_in("runner", id="me"), "The id of the runner is “runner”."),
        (_again("runner"), "runner, entry 2: its id stands twice."),
        (_again("sets", set_no=2), "sets, entry 2: its id stands twice."),
        (_again("sets", id="a2"), "sets, entry 2: its place is taken by an entry before it."),
        (_again("bodyweights", id="w2", kg=71.0), "bodyweights, entry 2: its place is taken"),
        (_again("equipment", id="m2"), "equipment, entry 2: its place is taken"),
    ],
)
def test_an_entry_that_no_log_could_hold_is_refused_by_its_place(
    spoil: Callable[[Sheet], object], words: str
) -> None:
    found = sheet()
    spoil(found)
    assert words in refusal(found)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_whatever_stands_in_a_field_ends_in_entries_or_one_refusal(data: st.DataObject) -> None:
    found = sheet()
    kind = data.draw(st.sampled_from([name for name in KINDS if found[name]]))
    name = data.draw(st.sampled_from([each.name for each in fields(KINDS[kind])]))
    anything = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
        max_leaves=4,
    )
    found[kind][0][name] = data.draw(anything)
    try:
        entries = read(json.dumps(found).encode())
    except FormatError:
        return
    database = Database.in_memory()
    database.apply(join(entries, ()).change)  # what was read can be kept
    assert database.complaints() == []
    database.close()

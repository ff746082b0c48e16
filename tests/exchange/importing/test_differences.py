"""A diary edited in its own app and imported again: the log keeps its own, or takes the file's."""

from collections import Counter
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.logs import logged_sets, read
from tracker.app.language import in_language
from tracker.domain.exercise import Exercise, Side
from tracker.domain.session import DETAILS, LoggedSet
from tracker.exchange.importing.differences import FileDifference, differing
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.proposal import Answers, Summary, build_change
from tracker.storage.database import Database

HEADER = "Date,Workout Name,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds,Notes,RPE\n"
NAMES = {
    "Seated Calf Raise (Machine)": ("seated", "both"),
    "Seated Calf Raise (Plate Loaded)": ("seated", "both"),
    "Standing Calf Raise, each side": ("standing", None),
}
SESSIONS = ("2026-03-02 18:00:00", "2026-03-02 19:00:00", "2026-03-05 07:30:00")


@dataclass(frozen=True)
class Line:
    session: str
    name: str
    kg: float
    reps: int
    is_warmup: bool = False
    rpe: str = ""

    @property
    def text(self) -> str:
        order = "W" if self.is_warmup else "1"
        return f'{self.session},A,"{self.name}",{order},{self.kg},{self.reps},0,0,,{self.rpe}\n'

    @property
    def done(self) -> list[tuple[object, ...]]:
        """The sets it should become, worked out by hand: an exercise for each side makes two."""
        exercise, side = NAMES[self.name]
        what = self.kg, self.reps, "warmup" if self.is_warmup else "work"
        rir = 10 - float(self.rpe) if self.rpe else None
        sides = (side,) if side is not None else ("left", "right")
        return [(self.session, exercise, each, *what, rir) for each in sides]


# Few values, so that sets are often alike, which is what makes them hard to tell apart.
lines = st.builds(
    Line,
    st.sampled_from(SESSIONS),
    st.sampled_from(list(NAMES)),
    st.sampled_from([20.0, 40.0, 42.5]),
    st.sampled_from([8, 10, 12]),
    st.booleans(),
    st.sampled_from(["7", "8"]),  # what the file does not know stays as it was noted here
)


def taken_in(database: Database, diary: list[Line], **answers: object) -> Summary:
    """Import a diary, one session after the other."""
    found = read((HEADER + "".join(each.text for each in diary)).encode())
    known = Answers(found.guessed_mapping, **answers)  # type: ignore[arg-type]
    change, summary = build_change(found, known, LogSoFar.of(database, found))
    database.apply(change)
    return summary


def held(database: Database) -> Counter[tuple[object, ...]]:
    """Count the sets of a log, in the form of ``Line.done``."""
    begun = {
        each.id: each.started_at.strftime("%Y-%m-%d %H:%M:%S")
        for each in database.sessions()
        if each.started_at is not None
    }
    return Counter(
        (
            begun[each.session_id],
            *(each.exercise.value, each.side.value, each.external_kg, each.reps),
            *(each.set_type.value, each.rir),
        )
        for each in logged_sets(database)
    )


def told(diary: list[Line]) -> Counter[tuple[object, ...]]:
    return Counter(done for each in diary for done in each.done)


@st.composite
def edited(draw: st.DrawFn) -> tuple[list[Line], list[Line]]:
    """Draw a diary, and the same diary after edits in its app that keep its sessions."""
    before = sorted(draw(st.lists(lines, min_size=1, max_size=8)), key=lambda each: each.session)
    after: list[Line] = []
    for each in before:
        fate = draw(st.sampled_from(["kept", "kept", "changed", "removed", "added before"]))
        if fate == "added before":
            after.append(replace(draw(lines), session=each.session))
        if fate == "changed":
            other = draw(lines)
            after.append(replace(other, session=each.session, name=each.name))
        elif fate != "removed":
            after.append(each)
    still = {each.session for each in after}
    # A session that is gone as a whole may as well be one that was not exported.
    after += [each for each in before if each.session not in still]
    return before, sorted(after, key=lambda each: each.session)


@settings(max_examples=60)  # each makes a log and imports four times
@given(edited())
def test_what_differs_is_kept_and_once_the_files_is_taken_the_log_holds_just_that(
    diaries: tuple[list[Line], list[Line]],
) -> None:
    before, after = diaries
    database = Database.in_memory()
    taken_in(database, before)
    own = {each.id: each for each in logged_sets(database)}
    # Kept: whatever was there is as it was, and the file adds what has no partner.
    kept = taken_in(database, after)
    there = {each.id: each for each in logged_sets(database)}
    assert {id_: there[id_] for id_ in own} == own
    assert sum(len(each.done) for each in after) == (
        len(there) - sum(each.told is None for each in kept.differences)
    )
    # Taken: the log holds what the file holds, no more and no less.
    assert [each.own for each in kept.differences if each.is_taken] == []
    taken_in(database, after, takes_all=True)
    assert held(database) == told(after)
    # A third time there is nothing to do.
    last = taken_in(database, after, takes_all=True)
    assert (last.sets, last.differences) == (0, ())
    assert held(database) == told(after)


@settings(max_examples=30)
@given(edited(), st.data())
def test_only_what_is_ticked_is_taken(
    diaries: tuple[list[Line], list[Line]], data: st.DataObject
) -> None:
    before, after = diaries
    database = Database.in_memory()
    taken_in(database, before)
    taken_in(database, after)
    own = {each.id: each for each in logged_sets(database)}
    offered = taken_in(database, after).differences
    ids = [each.own.id for each in offered]
    ticked = frozenset(data.draw(st.sets(st.sampled_from(ids)) if ids else st.just(set())))
    shown = taken_in(database, after, taken=ticked).differences
    assert {each.own.id for each in shown if each.is_taken} == ticked
    expected: dict[str, LoggedSet] = dict(own)
    for each in offered:
        if each.own.id in ticked:
            del expected[each.own.id]
            if isinstance(each.told, LoggedSet):
                expected[each.told.id] = each.told
    assert {each.id: each for each in logged_sets(database)} == expected
    assert taken_in(database, after).sets == 0


WORK = Line(SESSIONS[0], "Seated Calf Raise (Machine)", 40.0, 12)


def test_a_set_removed_in_the_other_app_is_told_and_removed_where_that_is_ticked() -> None:
    database = Database.in_memory()
    lighter = replace(WORK, kg=20.0)
    taken_in(database, [WORK, lighter])
    kept = taken_in(database, [WORK])
    assert [(each.line, str(each)) for each in kept.differences] == [
        (None, "This set is 12 × 20 kg here, and no longer in the file; kept as it is here.")
    ]
    assert held(database) == told([WORK, lighter])
    gone = taken_in(database, [WORK], takes_all=True)
    assert [str(each) for each in gone.differences] == [
        "This set is 12 × 20 kg here, and no longer in the file; removed here too."
    ]
    assert held(database) == told([WORK])


def test_of_sets_alike_the_one_that_came_from_its_line_is_compared() -> None:
    machine, plates = replace(WORK, rpe="8"), replace(WORK, name="Seated Calf Raise (Plate Loaded)")
    plates = replace(plates, rpe="7")
    database = Database.in_memory()
    taken_in(database, [machine, plates])
    gone = taken_in(database, [plates], takes_all=True)
    assert [str(each) for each in gone.differences] == [
        "This set is 12 × 40 kg here, and no longer in the file; removed here too."
    ]
    assert held(database) == told([plates])


def test_a_set_that_its_app_gave_another_name_is_compared_with_what_it_was() -> None:
    database = Database.in_memory()
    taken_in(database, [replace(WORK, rpe="8")])
    renamed = replace(WORK, name="Seated Calf Raise (Plate Loaded)", rpe="7")
    kept = taken_in(database, [renamed])
    assert [str(each) for each in kept.differences] == [
        "This set (12 × 40 kg) has another reserve in the file; kept as it is here."
    ]
    taken_in(database, [renamed], takes_all=True)
    assert held(database) == told([renamed])


def test_a_set_is_not_looked_for_in_another_session_that_the_file_has() -> None:
    database = Database.in_memory()
    early = replace(WORK, reps=8)
    late = replace(early, session=SESSIONS[1])
    other = replace(WORK, session=SESSIONS[1], name="Seated Calf Raise (Plate Loaded)")
    taken_in(database, [early, other, late])
    after = [replace(WORK), early, late]  # in the early session now, by the other name
    taken_in(database, after, takes_all=True)
    assert held(database) == told(after)


def test_sets_that_are_alike_but_for_what_else_is_known_tell_nothing_of_their_order() -> None:
    database = Database.in_memory()
    harder = replace(WORK, rpe="8")
    taken_in(database, [WORK, harder])
    assert taken_in(database, [harder, WORK]).differences == ()
    hardest = replace(WORK, rpe="9")
    assert [str(each) for each in taken_in(database, [hardest, WORK]).differences] == [
        "This set (12 × 40 kg) has another reserve in the file; kept as it is here."
    ]


def test_a_set_that_is_still_there_but_cannot_be_read_is_not_taken_for_removed() -> None:
    database = Database.in_memory()
    taken_in(database, [WORK, replace(WORK, reps=10)])
    assert taken_in(database, [WORK, replace(WORK, rpe="hard")]).differences == ()


def test_sets_of_an_exercise_that_is_left_out_now_are_not_taken_for_removed() -> None:
    database = Database.in_memory()
    other = replace(WORK, name="Standing Calf Raise, each side")
    taken_in(database, [WORK, other])
    found = read((HEADER + WORK.text + other.text).encode())
    mapping = found.guessed_mapping | {other.name: None}
    _, summary = build_change(found, Answers(mapping), LogSoFar.of(database, found))
    assert summary.differences == ()


def test_what_else_is_known_of_a_set_is_told_and_taken() -> None:
    database = Database.in_memory()
    taken_in(database, [WORK])
    harder = replace(WORK, rpe="8")
    assert [str(each) for each in taken_in(database, [harder]).differences] == [
        "This set (12 × 40 kg) has another reserve in the file; kept as it is here."
    ]
    summary = taken_in(database, [harder], takes_all=True)
    assert str(summary.differences[0]).endswith("in the file; the file's was taken.")
    assert [each.rir for each in logged_sets(database)] == [2.0]
    # What the file does not know stays as it was noted here.
    assert taken_in(database, [WORK], takes_all=True).differences == ()


@pytest.mark.parametrize("second", ["", "2026-03-02,71.5\n"])
def test_a_bodyweight_corrected_in_the_other_app_is_told_and_taken(second: str) -> None:
    def weighed(rows: str, **answers: object) -> Summary:
        found = read(b"Date,Weight (kg)\n" + rows.encode())
        known = Answers({}, **answers)  # type: ignore[arg-type]
        change, summary = build_change(found, known, LogSoFar.of(database, found))
        database.apply(change)
        return summary

    database = Database.in_memory()
    weighed("2026-03-02,70.0\n" + second)
    corrected = "2026-03-02,70.4\n" + second
    assert [str(each) for each in weighed(corrected).differences] == [
        "This bodyweight is 70 kg here, 70.4 kg in the file; kept as it is here."
    ]
    weighed(corrected, takes_all=True)
    assert [each.kg for each in database.weighings()] == [70.4]
    assert weighed(corrected).differences == ()


def test_two_lines_that_say_otherwise_of_one_set_are_not_both_taken() -> None:
    header = "session_id,date,exercise,side,set_no,reps,external_kg\n"
    lines = "s1,2026-01-05,seated,left,1,8,60\ns1,2026-01-05,seated,left,1,9,60\n"
    found = read((header + lines).encode())
    change, summary = build_change(found, Answers({}), LogSoFar())
    assert [(each.line, each.reason) for each in summary.left_out] == [
        (3, "This stands further up in the file, with other values.")
    ]
    assert (summary.sets, len(change.of(LoggedSet)), summary.differences) == (1, 1, ())


def test_what_differs_is_named_as_a_runner_says_it() -> None:
    own = LoggedSet("s", Exercise.SEATED, Side.LEFT, 1, 8, 60.0)
    told = replace(own, rir=2.0, rest_s=90.0, pain_during=3)
    assert set(differing(own, told)) == {"reserve", "rest", "pain"}


def test_every_detail_is_named_as_wherever_else_it_stands() -> None:
    own = LoggedSet("s", Exercise.SEATED, Side.LEFT, 1, 8, 60.0)
    told = replace(own, rir=2.0, rest_s=90.0, pain_during=3, note="slow")
    names = [DETAILS[field].name for field in ("rir", "rest_s", "pain_during", "note")]
    assert differing(own, told) == names


@pytest.mark.usefixtures("german")
def test_what_differs_is_named_in_the_language_of_the_runner() -> None:
    own = LoggedSet("s", Exercise.SEATED, Side.LEFT, 1, 8, 60.0)
    told = FileDifference(own, replace(own, rir=2.0, rest_s=90.0), 2)
    assert in_language(str(told)) == (
        "Satz (8 × 60 kg): Reserve, Pause ist in der Datei anders; wie hier behalten."
    )

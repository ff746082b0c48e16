"""Made-up entries of every kind, and whole logs of them, for Hypothesis."""

import datetime
from dataclasses import dataclass, fields, replace

from hypothesis import strategies as st

from tracker.domain.change import Change, Entry
from tracker.domain.entry import DATES
from tracker.domain.event import Event, EventKind
from tracker.domain.exercise import LONGEST_NAME, Equipment, Exercise, Side
from tracker.domain.goal import Goal, GoalKind
from tracker.domain.heel_raise import CADENCES_BPM, INCLINES_DEG, HeelRaiseTest, StopReason
from tracker.domain.load import KG_DECIMALS, kg_from_pounds
from tracker.domain.measurement import KNOWN_KINDS, LONGEST_UNIT, MeasuredKind, Measurement
from tracker.domain.one_rep_max import Formula
from tracker.domain.plan import (
    MOST_HOURS,
    MOST_WEEKS,
    Begins,
    LoadBasis,
    Phase,
    Plan,
    PlannedSets,
    PlannedSide,
)
from tracker.domain.run import MOST_KM, MOST_S, Run
from tracker.domain.runner import BODYWEIGHTS_KG, Bodyweight, Runner
from tracker.domain.session import (
    HOLDS_S,
    LOADS_KG,
    MOST_DURATION_S,
    MOST_PAIN,
    MOST_REPS,
    MOST_REST_S,
    MOST_RIR,
    MOST_SET_NO,
    MOST_SETS,
    MOST_TEMPO_S,
    LoggedSet,
    Session,
    SetType,
    Tempo,
)
from tracker.domain.symptoms import MOST_STIFFNESS_MIN, Moment, Site, Symptom

ids = st.uuids().map(lambda made: made.hex)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
names = st.text(
    st.characters(exclude_categories=["Cs"]),
    min_size=1,
    max_size=LONGEST_NAME,
).filter(lambda name: bool(name.strip()))
dates = st.dates(*DATES)
offsets = st.integers(-14 * 60, 14 * 60).map(
    lambda minutes: datetime.timezone(datetime.timedelta(minutes=minutes))
)
# With an offset no instant comes twice, so that there is no second one to tell apart.
times = st.times().map(lambda time: time.replace(fold=0))
instants = st.builds(datetime.datetime.combine, dates, times, offsets)
loads_kg = st.one_of(
    st.integers(-800, 3200).map(lambda quarters: quarters / 4),
    st.integers(-4000, 17_000).map(lambda quarters: kg_from_pounds(quarters / 4)),
    st.floats(*LOADS_KG).map(lambda kg: round(kg, KG_DECIMALS)),
).filter(lambda kg: LOADS_KG[0] <= kg <= LOADS_KG[1])
phases_s = st.floats(0, MOST_TEMPO_S)
tempos = st.builds(Tempo, phases_s, phases_s, phases_s, phases_s)
# Mostly what bears an estimate, or is just past it; seldom the rest.
reps = st.integers(0, 15) | st.integers(0, MOST_REPS)
reserves = st.one_of(
    st.none(),
    st.integers(0, 5).map(float),
    st.integers(0, 10).map(lambda halves: halves / 2),
    st.floats(0, MOST_RIR),
)
holds_s = st.none() | st.integers(5, 60).map(float) | st.floats(*HOLDS_S)

runners = st.builds(
    Runner,
    name=texts,
    involved_side=st.sampled_from([None, Side.LEFT, Side.RIGHT]),
    birth_year=st.none() | st.integers(1900, 2199),
    sex=st.sampled_from([None, "male", "female"]),
    formula=st.sampled_from(Formula),
    usual_percent=st.floats(1, 50),
    marked_percent=st.floats(50, 100),
    low_pain=st.integers(0, 4),
    middle_pain=st.integers(5, 9),
    target_ratio=st.none() | st.floats(0.1, 5),
)
equipment = st.builds(Equipment, names, ids)
weighings = st.builds(Bodyweight, dates, st.floats(*BODYWEIGHTS_KG), ids)
sessions = st.builds(
    Session, dates, st.none() | instants, texts, ids, st.none() | st.floats(0, MOST_DURATION_S)
)
logged_sets = st.builds(
    LoggedSet,
    session_id=ids,
    exercise=st.sampled_from(Exercise),
    side=st.sampled_from(Side),
    set_no=st.integers(1, MOST_SET_NO),
    reps=reps,
    external_kg=loads_kg,
    position=st.integers(0, 10_000),
    set_type=st.sampled_from(SetType),
    rir=reserves,
    tempo=st.none() | tempos,
    rest_s=st.none() | st.floats(0, MOST_REST_S),
    pain_during=st.none() | st.integers(0, MOST_PAIN),
    equipment_id=st.none() | ids,
    note=texts,
    id=ids,
    hold_s=holds_s,
)
symptoms = st.builds(
    Symptom,
    date=dates,
    moment=st.sampled_from(Moment),
    side=st.sampled_from(Side),
    site=st.none() | st.sampled_from(Site),
    pain=st.integers(0, MOST_PAIN),
    stiffness_min=st.none() | st.integers(0, MOST_STIFFNESS_MIN),
    session_id=st.none() | ids,
    id=ids,
)
own_kinds = st.builds(
    MeasuredKind,
    names.filter(lambda name: name not in KNOWN_KINDS),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=LONGEST_UNIT),
)


@st.composite
def measurements_of(draw: st.DrawFn, kind: MeasuredKind) -> Measurement:
    """Draw a measurement of a kind, perhaps the best of some trials."""
    sides: dict[bool | None, list[Side | None]] = {
        True: [Side.LEFT, Side.RIGHT],
        False: [None],
        None: [None, Side.LEFT, Side.RIGHT],
    }
    values = st.floats(*kind.bounds).map(lambda value: value + 0.0)  # no minus before a nought
    trials = draw(st.lists(values, min_size=1, max_size=4))
    return Measurement(
        draw(dates),
        kind.name,
        kind.best_of(trials),
        draw(st.sampled_from(sides[kind.is_of_legs])),
        "" if kind.is_known else kind.unit,
        tuple(trials) if len(trials) > 1 else (),
        draw(texts),
        draw(ids),
    )


measurements = (st.sampled_from(list(KNOWN_KINDS.values())) | own_kinds).flatmap(measurements_of)
heel_raise_tests = st.builds(
    HeelRaiseTest,
    date=dates,
    exercise=st.sampled_from([Exercise.STANDING, Exercise.STANDING_BENT]),
    side=st.sampled_from([Side.LEFT, Side.RIGHT]),
    reps=st.integers(0, MOST_REPS),
    cadence_bpm=st.none() | st.floats(*CADENCES_BPM),
    incline_deg=st.floats(*INCLINES_DEG).map(abs),
    stop_reason=st.none() | st.sampled_from(StopReason),
    pain=st.none() | st.integers(0, MOST_PAIN),
    note=texts,
    id=ids,
)
measured_goals = measurements.map(
    lambda measured: Goal(
        GoalKind.MEASUREMENT,
        None,
        measured.value,
        measured.side or Side.BOTH,
        measured=measured.kind,
        unit=measured.unit,
        id=measured.id,
    )
)
goals = measured_goals | st.builds(
    Goal,
    kind=st.just(GoalKind.E1RM_BODYWEIGHTS),
    exercise=st.sampled_from(Exercise),
    target=st.floats(0.1, 20),
    side=st.sampled_from(Side),
    by=st.none() | dates,
    id=ids,
)
runs = st.builds(
    Run,
    date=dates,
    distance_km=st.floats(0, MOST_KM).map(abs),
    started_at=st.none() | instants,
    duration_s=st.none() | st.floats(0, MOST_S).map(abs),
    id=ids,
)
spans = st.one_of(
    st.tuples(dates, st.none()),
    st.tuples(dates, dates).map(lambda days: (min(days), max(days))),
)
events = st.builds(
    lambda days, kind, note, id_, place: Event(
        days[0], kind, days[1], note=note, id=id_, **(place if kind is EventKind.INJURY else {})
    ),
    spans,
    st.sampled_from(EventKind),
    texts,
    ids,
    st.fixed_dictionaries(
        {
            "side": st.none() | st.sampled_from(Side),
            "site": st.none() | st.sampled_from(Site),
        }
    ),
)
plans = st.builds(
    Plan,
    name=names,
    starts_on=dates,
    weeks=st.integers(1, MOST_WEEKS),
    e1rm_on=st.none() | dates,
    source=texts,
    caution=texts,
    note=texts,
    template=texts,
    id=ids,
).flatmap(
    lambda plan: (
        st.just(plan)
        | st.dates(plan.starts_on, DATES[1]).map(lambda day: replace(plan, ends_on=day))
    )
)
weekdays = st.sets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days)))
phases = st.builds(
    lambda phase, every: replace(phase, **every),
    st.builds(
        Phase,
        plan_id=ids,
        first_week=st.integers(1, 4),
        last_week=st.integers(4, MOST_WEEKS),
        weekdays=weekdays,
        position=st.integers(0, 10),
        note=texts,
        begins=st.sampled_from(Begins),
        begun_on=st.lists(dates, unique=True, max_size=3).map(lambda some: tuple(sorted(some))),
        criterion=texts,
        id=ids,
    ),
    st.just({}) | st.builds(dict, weekdays=st.just(()), every_hours=st.integers(1, MOST_HOURS)),
)
planned_loads: st.SearchStrategy[dict[str, object]] = st.one_of(
    st.just({}),
    st.builds(
        dict,
        load_basis=st.sampled_from([LoadBasis.EXTERNAL_KG, LoadBasis.BODYWEIGHT]),
        load_value=loads_kg,
    ),
    st.builds(dict, load_basis=st.just(LoadBasis.E1RM_PERCENT), load_value=st.floats(1, 200)),
)
planned_sets = st.builds(
    lambda planned, load: replace(planned, **load),
    st.builds(
        PlannedSets,
        phase_id=ids,
        exercise=st.sampled_from(Exercise),
        side=st.sampled_from(PlannedSide),
        sets=st.integers(1, MOST_SETS),
        reps=st.integers(1, 15),
        most_reps=st.none() | st.integers(16, MOST_REPS),
        tempo=st.none() | tempos,
        rest_s=st.none() | st.floats(0, MOST_REST_S).map(abs),
        rir=st.none() | st.floats(0, MOST_RIR).map(abs),
        position=st.integers(0, 10),
        note=texts,
        id=ids,
        hold_s=holds_s,
    ),
    planned_loads,
)
of_kind: dict[type[Entry], st.SearchStrategy[Entry]] = {
    Runner: runners,
    Equipment: equipment,
    Bodyweight: weighings,
    Session: sessions,
    LoggedSet: logged_sets,
    Symptom: symptoms,
    Measurement: measurements,
    HeelRaiseTest: heel_raise_tests,
    Goal: goals,
    Run: runs,
    Event: events,
    Plan: plans,
    Phase: phases,
    PlannedSets: planned_sets,
}
entries = st.one_of(*of_kind.values())


def types_in(entry: Entry) -> list[type]:
    """List the types of an entry's values, in the order of its fields."""
    return [type(getattr(entry, each.name)) for each in fields(entry)]


@dataclass(frozen=True)
class Log:
    """The entries of a whole log, in the order drawn."""

    runner: Runner | None
    equipment: list[Equipment]
    weighings: list[Bodyweight]
    sessions: list[Session]
    sets: list[LoggedSet]

    @property
    def making(self) -> Change:
        """The change that makes this log from an empty one."""
        runners = [] if self.runner is None else [self.runner]
        return Change.adding(*runners, *self.equipment, *self.weighings, *self.sessions, *self.sets)


@st.composite
def logs(draw: st.DrawFn) -> Log:
    """Draw a log: some weeks with some sessions of some sets, by a runner weighed now and then."""
    first = draw(dates.filter(lambda day: day.year < 2199))
    days = st.integers(0, 30).map(lambda number: first + datetime.timedelta(days=number))
    machines = draw(st.lists(equipment, max_size=3, unique_by=lambda each: each.name))
    weighed = draw(st.lists(days, max_size=4, unique=True))
    logged: list[LoggedSet] = []
    trained = []
    for session in draw(st.lists(sessions, max_size=4)):
        trained.append(replace(session, date=draw(days)))
        places = st.tuples(st.sampled_from(Exercise), st.sampled_from(Side), st.integers(1, 3))
        cells = draw(st.lists(places, max_size=6, unique=True))
        positions = draw(st.permutations(range(len(cells))))
        for (exercise, side, set_no), position in zip(cells, positions, strict=True):
            logged.append(
                replace(
                    draw(logged_sets),
                    session_id=session.id,
                    exercise=exercise,
                    side=side,
                    set_no=set_no,
                    position=position,
                    equipment_id=draw(st.sampled_from([None, *(each.id for each in machines)])),
                )
            )
    return Log(
        runner=draw(st.none() | runners),
        equipment=machines,
        weighings=[replace(draw(weighings), date=day) for day in weighed],
        sessions=trained,
        sets=logged,
    )

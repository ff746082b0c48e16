"""``soleus import``: adds another program's file to a log, and says what it did."""

import argparse
import datetime
import json
from pathlib import Path
from typing import Any, Final

from tracker import DONE, WRONG_USE
from tracker.app.incoming import head_in, incoming
from tracker.cli.arguments import add_choice, add_parts
from tracker.cli.joining import joined_in_words
from tracker.cli.terminal import complain, counted, finished, say, say_whole
from tracker.domain.exercise import Exercise
from tracker.domain.file_words import Topic, Word, file_words
from tracker.domain.load import Unit
from tracker.domain.runner import BODYWEIGHTS_KG
from tracker.domain.session import SetType
from tracker.domain.typed_number import typed_number
from tracker.exchange.importing.by_hand import COLUMN_MEANINGS
from tracker.exchange.importing.containers import SeveralInsideError
from tracker.exchange.importing.dates import DayOrder
from tracker.exchange.importing.differences import done_in_words
from tracker.exchange.importing.foreign_csv import Choices, DayOrderUnknownError, Head
from tracker.exchange.importing.formats import heading_of
from tracker.exchange.importing.found import ReadFile
from tracker.exchange.importing.known_formats import UnknownFormatError
from tracker.exchange.importing.log_so_far import LogSoFar
from tracker.exchange.importing.names import Meaning, Sides
from tracker.exchange.importing.proposal import Answers, Summary, building
from tracker.exchange.importing.words import MEANINGS as MEANINGS_OF_WORDS
from tracker.exchange.importing.words import SKIP, folded, names_meant, topic_of
from tracker.exchange.roles import Role
from tracker.storage.database import Database

KM, MILES = "km", "mi"
_EXERCISES: Final = ", ".join(Exercise)
_SIDES: Final = ", ".join(Sides)
_TOPICS: Final = {
    Topic.MONTH: "month",
    Topic.ACTIVITY: "kind of activity",
    Topic.SIDE: "leg",
    Topic.YES_NO: "yes or no",
    Topic.SET_TYPE: "type of set",
    Topic.EXERCISE: "exercise",
}
_MEANINGS: Final = "; ".join(
    f"{name}: {', '.join(MEANINGS_OF_WORDS[topic])}" for topic, name in _TOPICS.items()
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``import``."""
    parser.add_argument("log", type=Path, metavar="LOG", help="the log; made if there is none")
    parser.add_argument("csv", type=Path, metavar="FILE", help="the file to read")
    parser.add_argument(
        "--map",
        type=_mapped,
        action="append",
        default=[],
        metavar='"NAME=EXERCISE:SIDE"',
        help=f"what a name in the file means: {_EXERCISES}, and {_SIDES}; or NAME={SKIP}",
    )
    add_choice(
        parser, "--unit", Unit, "the unit of loads and bodyweights where the file does not say"
    )
    parser.add_argument(
        "--bodyweight",
        type=_bodyweight,
        metavar="KG",
        help="the runner's, where neither the log nor the file has one",
    )
    parser.add_argument(
        "--distance",
        choices=(KM, MILES),
        metavar=f"{KM}|{MILES}",
        help="the unit of distances where the file does not say",
    )
    add_choice(parser, "--dates", DayOrder, "what comes first in dates like 3/4/2026")
    parser.add_argument(
        "--column",
        type=_column,
        action="append",
        default=[],
        metavar='"HEADING=MEANING"',
        help=f"a column of a file that is not recognised: {', '.join(COLUMN_MEANINGS)}",
    )
    add_parts(parser)
    parser.add_argument(
        "--inside",
        default="",
        metavar="NAME",
        help="which table of an archive or a workbook is meant, where there are several",
    )
    parser.add_argument(
        "--word",
        type=_word,
        action="append",
        default=[],
        metavar='"WORD=MEANING"',
        help=f"what a word of the file means that is not known: {_MEANINGS}",
    )
    parser.add_argument(
        "--first-set",
        choices=(SetType.WARMUP, SetType.WORK),
        default=SetType.WORK,
        metavar=f"{SetType.WARMUP}|{SetType.WORK}",
        help="what the first set of an exercise and leg was where the file cannot tell",
    )
    parser.add_argument(
        "--take-file",
        action="store_true",
        help="where the log has an entry of the file otherwise, take the file's",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would be added, and add nothing"
    )
    parser.add_argument("--json", action="store_true", help="say it as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Add a file to a log.

    Args:
        arguments: The arguments, parsed by a parser with ``add_arguments``.

    Returns:
        The exit code; 2 if an answer is missing, after saying which.

    Raises:
        TrackerError: If the file or the log cannot be read, or the log not be written.
    """
    log: Path = arguments.log
    if not log.exists():
        return _imported(arguments, None)
    database = Database.open(log)
    try:
        return _imported(arguments, database)
    finally:
        database.close()


def _imported(arguments: argparse.Namespace, database: Database | None) -> int:
    """Add a file to an open log, or to one made for it."""
    log: Path = arguments.log
    path: Path = arguments.csv
    words = dict(arguments.word)
    # Read the file before making a log, so that a failure leaves nothing behind.
    try:
        known = () if database is None else tuple(database.file_words())
        choices = Choices(
            _columns(arguments, path), arguments.dates, words, known, arguments.inside
        )
        read = finished(incoming(path, choices), f"Reading {path}")
    except UnknownFormatError as error:
        head = finished(head_in(path, arguments.inside), f"Reading {path}")
        complain(f"{error} Say what they mean: {_columns_in_words(head)} …")
        return WRONG_USE
    except SeveralInsideError as error:
        complain(f'{error} Say which is meant: --inside "{error.insides[0].name}".')
        return WRONG_USE
    except DayOrderUnknownError as error:
        complain(f"{error} Add --dates {' or --dates '.join(DayOrder)}.")
        return WRONG_USE
    except ValueError as error:
        complain(str(error))
        return WRONG_USE
    meant = _meant(arguments, read)
    mapping = read.guessed_mapping | meant
    highest = read.highest_load(mapping)
    if highest is not None and arguments.unit is None:
        complain(
            f"{path} does not say the unit of its loads (the highest is {highest:g}): "
            "add --unit kg or --unit lb."
        )
        return WRONG_USE
    if read.must_ask_distance and arguments.distance is None:
        complain(
            f"{path} does not say the unit of its distances: "
            f"add --distance {KM} or --distance {MILES}."
        )
        return WRONG_USE
    answers = Answers(
        mapping,
        arguments.unit,
        arguments.bodyweight,
        arguments.distance == MILES,
        arguments.parts,
        takes_all=arguments.take_file,
        begins_warm=arguments.first_set == SetType.WARMUP,
    )
    there = LogSoFar() if database is None else LogSoFar.of(database, read)
    change, summary = finished(building(read, answers, there), f"Comparing with {log}")
    said = file_words(read.shape, words | names_meant(meant))
    is_made = database is None and bool(change) and not arguments.dry_run
    if is_made:
        Database.create_with(log, change, said)
    elif database is not None and not arguments.dry_run:
        database.remember_words(said)
        database.put(change)
        if read.is_whole_log:
            database.note_joined(datetime.datetime.now(datetime.UTC))
    path = path / read.inside if read.inside else path
    if arguments.json:
        told = as_json(summary, read.format_name, path, is_dry_run=arguments.dry_run)
        say_whole(json.dumps(told, ensure_ascii=False, indent=2))
        return DONE
    if is_made:
        say(f"{log} was made.")
    for line in import_lines(summary, read.format_name, path, is_dry_run=arguments.dry_run):
        say(line)
    return DONE


def _meant(arguments: argparse.Namespace, read: ReadFile) -> dict[str, Meaning | None]:
    """Collect the meanings given for names of exercises, and report names not in the file."""
    meant: dict[str, Meaning | None] = {}
    names = {found.name for found in read.names}
    by_fold = {name.casefold(): name for name in names}
    for name, meaning in arguments.map:
        known = name if name in names else by_fold.get(name.casefold())
        if known is None:
            complain(f"{arguments.csv} has no exercise called “{name}”; that --map does nothing.")
        else:
            meant[known] = meaning
    there = {found.word for found in read.words}
    there |= {(Topic.EXERCISE, folded(name)) for name in names}
    for (topic, word), means in arguments.word:
        if (topic, word) not in there:
            complain(
                f"{arguments.csv} has no word “{word}” that is not known; "
                f"that --word {word}={means} does nothing."
            )
    return meant


def _columns(arguments: argparse.Namespace, path: Path) -> dict[int, Role]:
    """Find the indices of the columns that were chosen.

    Raises:
        ValueError: In words for a person, if the file has no such column.
    """
    if not arguments.column:
        return {}
    headings = finished(head_in(path, arguments.inside), f"Reading {path}").headings
    places = {heading_of(heading): place for place, heading in enumerate(headings)}
    for heading, _ in arguments.column:
        if heading_of(heading) not in places:
            raise ValueError(f"{path} has no column “{heading}”; it has {', '.join(headings)}.")
    return {places[heading_of(heading)]: column for heading, column in arguments.column}


def _columns_in_words(head: Head) -> str:
    """Return the meanings of columns as command-line options, with ``…`` for unknown ones."""
    words = {role: word for word, role in COLUMN_MEANINGS.items()}
    proposed = {head.headings[at]: words[role] for at, role in head.proposed.items()}
    known = proposed or dict.fromkeys(head.headings[:3], "…")
    return " ".join(f'--column "{heading}={meaning}"' for heading, meaning in known.items())


def _mapped(text: str) -> tuple[str, Meaning | None]:
    name, _, words = text.rpartition("=")
    if name and words == SKIP:
        return name, None
    exercise, _, sides = words.partition(":")
    if not name or exercise not in set(Exercise) or sides not in set(Sides):
        raise argparse.ArgumentTypeError(
            f"“{text}” is not NAME=EXERCISE:SIDE with {_EXERCISES}, and {_SIDES}, or NAME={SKIP}"
        )
    return name, Meaning(Exercise(exercise), Sides(sides))


def _column(text: str) -> tuple[str, Role]:
    heading, _, word = text.rpartition("=")
    if not heading or word not in COLUMN_MEANINGS:
        raise argparse.ArgumentTypeError(
            f"“{text}” is not HEADING=MEANING with {', '.join(COLUMN_MEANINGS)}"
        )
    return heading, COLUMN_MEANINGS[word]


def _word(text: str) -> tuple[Word, str]:
    word, _, means = text.rpartition("=")
    topic = topic_of(means)
    if not word.strip() or topic is None:
        raise argparse.ArgumentTypeError(f"“{text}” is not WORD=MEANING with {_MEANINGS}")
    return (topic, folded(word)), means


def _bodyweight(text: str) -> float:
    least, most = BODYWEIGHTS_KG
    try:
        kg = typed_number(text)
    except ValueError:
        kg = 0.0
    if not least <= kg <= most:
        raise argparse.ArgumentTypeError(f"{text} is not a bodyweight of {least:g} to {most:g} kg")
    return kg


# The summary


def import_lines(summary: Summary, format_name: str, path: Path, *, is_dry_run: bool) -> list[str]:
    """Say what an import did, or would do, line by line."""
    told = [f"{path} was read as {format_name}: {counted(summary.lines, 'line')}."]
    added = [
        counted(number, thing)
        for number, thing in (
            (summary.sets, "set"),
            (summary.weighings, "bodyweight"),
            (summary.runs, "run"),
            (summary.tests, "heel-raise test"),
            (summary.symptoms, "symptom"),
            (summary.measurements, "measurement"),
            (summary.events, "event"),
            (summary.goals, "goal"),
        )
        if number
    ]
    if summary.sessions_completed:
        added.append(f"more about {counted(summary.sessions_completed, 'session')}")
    sessions = counted(summary.sessions, "new session")
    if not added and summary.sessions:
        added, sessions = [sessions], "no sets"
    if not added and summary.lines_added:
        added = ["equipment or choices"]
    if added:
        verb = "Would add" if is_dry_run else "Added"
        days = "" if summary.first is None else f", {summary.first} to {summary.last}"
        told.append(
            f"{verb} {' and '.join(added)} from {counted(summary.lines_added, 'line')}{days}; "
            f"{sessions}."
        )
    else:
        told.append("Nothing would be added." if is_dry_run else "Nothing was added.")
    taken = sum(each.is_taken for each in summary.differences)
    if taken:
        verb = "Would take" if is_dry_run else "Took"
        told.append(f"{verb} what the file has in place of {counted(taken, 'difference')}.")
    if summary.lines_already_there:
        told.append(f"Already there: {counted(summary.lines_already_there, 'line')}.")
    if summary.lines_of_rest:
        told.append(f"Rests and notes of sets: {counted(summary.lines_of_rest, 'line')}.")
    if summary.needs_bodyweight and not summary.weighings:
        told.append(
            "No bodyweight is known: add --bodyweight KG, or standing sets have no estimate."
        )
    if summary.type_not_known:
        told.append(
            f"{path} does not tell warm-ups. Where the first set of an exercise and leg was one, "
            f"say --first-set {SetType.WARMUP}."
        )
    others = [found for found in summary.names_left_out if not found.guess.is_calf_work]
    if others:
        told.append(
            f"Left out: {counted(sum(found.lines for found in others), 'line')} of "
            f"{counted(len(others), 'exercise')} other than calf raises."
        )
    for found in summary.names_left_out:
        if found.guess.is_calf_work:
            reason = found.guess.reason or "as --map says"
            exercise = found.guess.exercise or "EXERCISE"
            told.append(
                f"Left out: {counted(found.lines, 'line')} of “{found.name}” ({reason}). "
                f'Take it in with --map "{found.name}={exercise}:SIDE".'
            )
    for each in summary.differences:
        where = "Differs" if each.line is None else f"Differs: line {each.line:,}"
        told.append(f"{where}: {each}")
    if any(not each.is_taken for each in summary.differences):
        told.append("Take what the file has in their place with --take-file.")
    told += [
        f"Not known: “{word.text}” ({_TOPICS[word.topic]}), {counted(word.lines, 'line')}. "
        f'Take them in with --word "{word.text}=…": '
        f"{' or '.join(MEANINGS_OF_WORDS[word.topic])}."
        for word in summary.words
        if word.means is None
    ]
    told += [f"“{text}” was read as {value:g}." for text, value in summary.decimals_guessed]
    if summary.columns_not_read:
        told.append(f"Columns not read: {', '.join(summary.columns_not_read)}.")
    told += joined_in_words(summary.joined)
    told += [f"Left out: line {each.line:,}: {each.reason}" for each in summary.left_out]
    return told


def as_json(summary: Summary, format_name: str, path: Path, *, is_dry_run: bool) -> dict[str, Any]:
    """Return the summary for programs; days are ISO 8601 or null."""
    return {
        "file": str(path),
        "format": format_name,
        "dry_run": is_dry_run,
        "lines": summary.lines,
        "sessions": summary.sessions,
        "sessions_completed": summary.sessions_completed,
        "sets": summary.sets,
        "bodyweights": summary.weighings,
        "runs": summary.runs,
        "tests": summary.tests,
        "symptoms": summary.symptoms,
        "measurements": summary.measurements,
        "events": summary.events,
        "goals": summary.goals,
        "first": None if summary.first is None else summary.first.isoformat(),
        "last": None if summary.last is None else summary.last.isoformat(),
        "lines_added": summary.lines_added,
        "lines_already_there": summary.lines_already_there,
        "lines_differing": summary.lines_differing,
        "lines_of_rests_and_notes": summary.lines_of_rest,
        "needs_bodyweight": summary.needs_bodyweight,
        "decimals_guessed": dict(summary.decimals_guessed),
        "columns_not_read": list(summary.columns_not_read),
        "words": [
            {"word": each.text, "topic": each.topic, "lines": each.lines, "means": each.means}
            for each in summary.words
        ],
        "names_left_out": [
            {
                "name": found.name,
                "lines": found.lines,
                "is_calf_work": found.guess.is_calf_work,
                "reason": found.guess.reason,
            }
            for found in summary.names_left_out
        ],
        "differences": [
            {
                "line": each.line,
                "kind": type(each.own).__name__,
                "id": each.own.id,
                "here": done_in_words(each.own),
                "in_file": None if each.told is None else done_in_words(each.told),
                "is_taken": each.is_taken,
            }
            for each in summary.differences
        ],
        "parts": sorted(summary.parts),
        "conflicts": [
            {
                "kind": type(each.became).__name__,
                "id": each.became.id,
                "differing": each.differing,
                "outcome": each.outcome,
            }
            for each in summary.joined.conflicts
        ],
        "removed": [
            {"kind": type(each).__name__, "id": each.id} for each in summary.joined.removed
        ],
        "left_deleted": summary.joined.left_deleted,
        "left_out": [
            {"line": each.line, "name": each.name, "reason": each.reason}
            for each in summary.left_out
        ],
    }

"""Reads tables without sets: bodyweights by day, and runs."""

import re
from typing import Final

from tracker.domain.file_words import Topic
from tracker.exchange.csv_text import Record
from tracker.exchange.importing.cell_numbers import metres_in
from tracker.exchange.importing.cells import Cells
from tracker.exchange.importing.formats import heading_of
from tracker.exchange.importing.found import ImportedRun, ImportedWeighing, LeftOut
from tracker.exchange.importing.letters import plain_digits
from tracker.exchange.importing.words import RUN, UnknownWordError, folded
from tracker.exchange.roles import Role
from tracker.worded import worded, worded_by

# English, German, French, Spanish, Italian, Portuguese.
BODYWEIGHT_WORDS: Final = frozenset(
    {
        *("bodyweight", "body weight", "weight", "korpergewicht", "gewicht", "poids"),
        *("poids corporel", "poids du corps", "peso", "peso corporal", "peso corporeo"),
    }
)
# An activity is a run if it has one of the first words and none of the second. Treadmills have
# names of their own. English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish,
# Norwegian, Finnish, Polish, Czech, Hungarian, Turkish, Russian, Chinese, Japanese.
_RUNS: Final = re.compile(
    r"run\b|running|jog|treadmill|lauf|laufen|laufband|course|tapis|trail|carrera|correr|cinta"
    r"|corsa|corrida|esteira|passadeira|tapis roulant|hardlo|loopband"
    r"|lopning|lopband|lobning|lobeband|loping|\blop\b|\blob\b|tredemolle|juoksu|bieg|bieznia|beh\b|bezeck"
    r"|futas|futopad|kosu|\bбег|пробежка|дорожк|трейлран|跑|ラン|トレットミル"
)
_NO_RUNS: Final = re.compile(
    r"ski|eis|ice|inline|roller|snow|schlittschuh|walk|ride|rad|bike|hike|hiking|wander|swim|row"
    r"|langlauf|langrenn|schneeschuh|obstacle course|golf|camin|promenad|gang\b|vandring|elliptic"
    r"|marche|randonn|cycl|velo|cicl|bici|fiets|nordic|biegow|rower|ride|skate|patin|rodel|sled"
    r"|cykl|biking|jazda|велос|bisiklet|kerekpar|pyorai|サイクリンク|自転車|骑行"
    r"|horse|wheelchair|rullstol|rollstuhl|crosstrainer|\blyz|лыж|hiihto|\bsifut|\bsci\b|esqui|rollsch"
    r"|rullaluist|raquett|raqueta|aqua|wandel|\bgehen|spazier|cammin|passegg|\bga(?:ing|tur)|kavely"
    r"|\bchod|spacer|marsz|chuze|\bseta|gyaloglas|yuruyus|ходьб|ウォーキンク|步行|健走"
)
_BOTH: Final = re.compile(r"\brun\b.*\bwalk|\bwalk.*\brun\b")
# Other activities; words in none of these lists are asked about.
_OTHERS: Final = re.compile(
    r"workout|weight|strength|yoga|pilates|cardio|hiit|kraft|training|fitness|musculation|fuerza"
    r"|pesas|forza|forca|styrk|kracht|climb|kletter|escalad|tennis|football|soccer|fussball|kayak"
    r"|canoe|paddl|surf|sail|box|stair|stretch|mobility|breath|meditat|other|sonstig|autre|otro"
)
_METRES_A_KM: Final = 1_000.0
_MISSING: Final = frozenset({"", "--", "-"})


class WeighingLines:
    """Takes lines with body measurements, keeping the bodyweights."""

    def __init__(self, cells: Cells) -> None:
        self.weighings: list[ImportedWeighing] = []
        self.left_out: list[LeftOut] = []
        self._cells = cells

    def add(self, record: Record) -> None:
        """Take the next line."""
        try:
            self._cells.take(record)
            measured = self._cells.cell(Role.MEASUREMENT)
            if measured and heading_of(measured) not in BODYWEIGHT_WORDS:
                self.left_out.append(LeftOut(record.line, worded("“{}” is not kept.", measured)))
                return
            date, _ = self._cells.moment()
            weight, unit = self._cells.weight(
                Role.BODYWEIGHT_KG, Role.BODYWEIGHT_LB, Role.BODYWEIGHT
            )
            if weight is None:
                raise ValueError(worded("The bodyweight is missing."))
            self.weighings.append(ImportedWeighing(record.line, date, weight, unit))
        except ValueError as error:
            self._cells.words.note_unknown(error)
            self.left_out.append(LeftOut(record.line, worded_by(error)))


class RunLines:
    """Takes lines of activities, keeping the runs."""

    def __init__(self, cells: Cells) -> None:
        self.runs: list[ImportedRun] = []
        self.left_out: list[LeftOut] = []
        self._cells = cells
        self._said = cells.words.said_of(Topic.ACTIVITY)

    def add(self, record: Record) -> None:
        """Take the next line."""
        try:
            self._cells.take(record)
            activity = self._cells.cell(Role.ACTIVITY).strip()
            if self._cells.has(Role.ACTIVITY) and not self._is_run(activity):
                self.left_out.append(LeftOut(record.line, worded("“{}” is no run.", activity)))
                return
            date, time = self._cells.moment()
            distance, is_km = self._distance()
            self.runs.append(
                ImportedRun(
                    line=record.line,
                    date=date,
                    time=time,
                    distance=distance,
                    is_km=is_km,
                    duration_s=self._duration_s(distance),
                )
            )
        except ValueError as error:
            self._cells.words.note_unknown(error)
            self.left_out.append(LeftOut(record.line, worded_by(error)))

    def _is_run(self, activity: str) -> bool:
        """Tell whether an activity is a run.

        Raises:
            UnknownWordError: If that is unknown.
        """
        self._cells.words.note(Topic.ACTIVITY, activity)
        said = self._said.get(folded(activity))
        known = is_run(activity) if said is None else said == RUN
        if known is None:
            raise UnknownWordError(
                worded("Whether “{}” is a run is not known.", activity), Topic.ACTIVITY, activity
            )
        return known

    def _distance(self) -> tuple[float, bool]:
        """Read the distance: in kilometres and True, or in an unknown unit and False."""
        for role in (Role.DISTANCE_M, Role.DISTANCE_KM, Role.DISTANCE):
            cell = plain_digits(self._cells.cell(role).strip())
            if cell not in _MISSING:
                if role is Role.DISTANCE and cell[-1].isdigit():
                    cell += self._cells.cell(Role.DISTANCE_UNIT)
                metres, is_known = metres_in(cell, role, self._cells.mark(role))
                return (metres / _METRES_A_KM, True) if is_known else (metres, False)
        raise ValueError(worded("The distance is missing."))

    def _measured(self, role: Role) -> float | None:
        """Read a number; None if the watch did not measure it."""
        return None if self._cells.cell(role).strip() in _MISSING else self._cells.number(role)

    def _duration_s(self, distance: float) -> float | None:
        seconds = self._measured(Role.DURATION_S)
        return self._cells.lasted(distance) if seconds is None else seconds


def is_run(activity: str) -> bool | None:
    """Tell whether a kind of activity, in an app's words, is running; None if unknown.

    >>> [is_run(each) for each in ("Laufen auf der Bahn", "Skilanglauf", "Orienteering")]
    [True, False, None]
    """
    plain = folded(activity)
    if _BOTH.search(plain):
        return None
    if _NO_RUNS.search(plain) or not plain:
        return False
    if _RUNS.search(plain):
        return True
    return False if _OTHERS.search(plain) else None

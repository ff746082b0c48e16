"""Two cards of the Progress page: symptoms, and the heel-raise test."""

from collections.abc import Sequence
from math import isnan
from typing import Final

import numpy as np
from PySide6.QtWidgets import QWidget

from tracker.app.progress import ProgressData
from tracker.app.settings import Settings
from tracker.app.theme import MARKS
from tracker.domain.columns import Floats, Integers
from tracker.domain.exercise import LEGS, Exercise, Side
from tracker.domain.felt import FeltByDay, morning_pain_of_two_weeks
from tracker.domain.goal import GoalKind
from tracker.domain.heel_raise import chance_limit_reps
from tracker.domain.session import MOST_PAIN
from tracker.domain.symptoms import USUAL_STIFFNESS_MIN, Moment
from tracker.domain.trend import smooth
from tracker.ui.charts import Chart, Curve, Line, Points, Stripes, Tint
from tracker.ui.progress.cards import ProgressCard, from_nought_text
from tracker.ui.widgets.cards import SegmentedControl
from tracker.ui.widgets.faults import Faults
from tracker.words.checkups import bands_text, comparison_text, weeks_text
from tracker.words.labels import (
    leg,
    moment_name,
    number_text,
    within_sentence,
)

# The dash pattern of a line stands for the moment; its colour and the shape of its points, for the
# leg.
DASHES: Final[dict[Moment, tuple[float, ...]]] = {
    Moment.NEXT_MORNING: (),
    Moment.DURING: (5.0, 2.5),
    Moment.AFTER: (1.5, 2.0),
    Moment.BEFORE: (7.0, 2.0, 1.5, 2.0),
}
DASH_OF_ONE: Final[dict[Side, tuple[float, ...]]] = {
    Side.LEFT: (),
    Side.RIGHT: (5.0, 2.5),
    Side.BOTH: (1.5, 2.0),
}
LINES: Final = {
    Moment.NEXT_MORNING: "──",
    Moment.DURING: "╌╌",
    Moment.AFTER: "┈┈",
    Moment.BEFORE: "─·─",
}
# The row of stiffness below the pain, in values of the pain axis: left leg up, right leg down.
STIFFNESS_ROW: Final = -2.7
STIFFNESS_REACH: Final = 1.6
CHOICES: Final = ((Moment.NEXT_MORNING,), (Moment.DURING,), tuple(DASHES))
KNEES: Final = (Exercise.STANDING, Exercise.STANDING_BENT)


class SymptomsCard(ProgressCard):
    """Pain by moment and leg over coloured ranges, with morning stiffness in a row below."""

    word_lines = 2

    def __init__(
        self,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        self.moments = SegmentedControl(
            [self.tr("next morning"), self.tr("during"), self.tr("all moments")],
            self.tr("Moments of pain"),
        )
        self._pain: dict[tuple[Moment, Side], FeltByDay] = {}
        self._stiffness: dict[Side, FeltByDay] = {}
        chart = Chart(least_span=MOST_PAIN, includes=[0, MOST_PAIN])
        title = self.tr("Symptoms")
        super().__init__(chart, 200, title, data, settings, faults, [self.moments], parent)
        chart.set_value_text(from_nought_text)
        self.moments.chosen.connect(self.show_again)

    @property
    def exercises_shown(self) -> tuple[Exercise, ...]:
        return ()

    def _show_series(self) -> None:
        checkups = self._data.checkups
        moments = CHOICES[self.moments.index]
        pain = {(each, side): checkups.pain(each, side) for each in moments for side in Side}
        stiffness = {side: checkups.stiffness(side) for side in Side}
        self._pain = {key: values for key, values in pain.items() if len(values)}
        self._stiffness = {side: values for side, values in stiffness.items() if len(values)}
        self._show_bands()
        self._show_stiffness()
        self.chart.show_curves(
            [
                Curve(
                    # With one moment shown, line ends name the legs; with all, the dash patterns
                    # are explained.
                    leg(side) if len(moments) == 1 else "",
                    MARKS[side].colour,
                    Points.full(values.day, values.value),
                    Line.plain(values.day, smooth(values.day, values.value)),
                    MARKS[side].shape,
                    dash=DASHES[moment] if len(moments) > 1 else DASH_OF_ONE[side],
                    title=f"{moment_name(moment)}, {leg(side)}",
                    line_title=self.tr("{}, {}: smoothed").format(moment_name(moment), leg(side)),
                )
                for (moment, side), values in self._pain.items()
            ]
        )

    def _show_bands(self) -> None:
        runner = self._data.runner
        low, middle = runner.low_pain + 0.5, runner.middle_pain + 0.5
        self.chart.show_tints(
            [
                Tint(-0.4, low, "accent", 22),
                Tint(low, middle, "muted", 12),
                Tint(middle, MOST_PAIN + 0.4, "muted", 30),
            ]
        )

    def _show_stiffness(self) -> None:
        longest = max((float(each.value.max()) for each in self._stiffness.values()), default=0.0)
        reach = STIFFNESS_REACH / max(longest, USUAL_STIFFNESS_MIN)
        self.chart.show_stripes(
            [
                Stripes(
                    MARKS[side].colour,
                    values.day,
                    STIFFNESS_ROW,
                    values.value * (-reach if side is Side.RIGHT else reach),
                    -reach if side is Side.RIGHT else reach,
                    self.tr("Stiffness, {}, min").format(leg(side)),
                )
                for side, values in self._stiffness.items()
            ]
        )
        if self._stiffness:
            most = self.tr("{} min").format(number_text(max(longest, USUAL_STIFFNESS_MIN)))
            ends = (STIFFNESS_ROW - STIFFNESS_REACH, STIFFNESS_ROW + STIFFNESS_REACH)
            scale = dict.fromkeys(ends, most)
            self.chart.show_reference(STIFFNESS_ROW, self.tr("stiffness"), scale)
            self.chart.set_includes([STIFFNESS_ROW - STIFFNESS_REACH, MOST_PAIN])

    def _days_shown(self) -> Sequence[Integers]:
        shown = (*self._pain.values(), *self._stiffness.values())
        return [values.day for values in shown]

    def _describe(self) -> str:
        sides = [side for side in Side if any(side is of for _, of in self._pain) or side in LEGS]
        legend = self._legend(
            [(MARKS[side].colour, MARKS[side].letter, leg(side)) for side in sides]
        )
        if self.moments.index == CHOICES.index(tuple(DASHES)):
            dashes = [
                f"{line} {within_sentence(moment_name(moment))}" for moment, line in LINES.items()
            ]
            legend = f"{legend} · {', '.join(dashes)}"
        text = self.tr("pain, bands {} · {}").format(bands_text(self._data.runner), legend)
        if self._stiffness:
            text += self.tr(" · stiff: left up, right down")
        weeks = {
            side: morning_pain_of_two_weeks(self._data.checkups.symptoms, side, self._data.today)
            for side in sides
        }
        return "<br>".join(filter(None, (text, weeks_text(weeks))))

    def _what_fills(self) -> str:
        return self.tr(
            "Log what you feel before, during, after and on the next morning: "
            "Session ▸ Symptoms felt."
        )

    def _words_at(self, day: int) -> str:
        parts = []
        for moment in DASHES:
            sides = [
                f"{leg(side)} {number_text(values.at(day))}"
                for (of, side), values in self._pain.items()
                if of is moment and not isnan(values.at(day))
            ]
            if sides:
                parts.append(f"{within_sentence(moment_name(moment))} {', '.join(sides)}")
        stiff = [
            f"{leg(side)} {number_text(values.at(day))}"
            for side, values in self._stiffness.items()
            if not isnan(values.at(day))
        ]
        if stiff:
            parts.append(self.tr("stiff {} min").format(", ".join(stiff)))
        return " · ".join(parts)


class HeelRaiseCard(ProgressCard):
    """Repetitions of the heel-raise test by leg, with the margin of error of a repeat."""

    word_lines = 2

    def __init__(
        self,
        data: ProgressData,
        settings: Settings,
        faults: Faults,
        parent: QWidget | None = None,
    ) -> None:
        self.knee = SegmentedControl(
            [self.tr("straight"), self.tr("bent")], self.tr("Knee straight or bent")
        )
        self._raises: dict[Side | None, FeltByDay] = {}
        chart = Chart(least_span=16.0)
        title = self.tr("Heel-raise test")
        super().__init__(chart, 164, title, data, settings, faults, [self.knee], parent)
        chart.set_value_text(from_nought_text)
        self.knee.chosen.connect(self.show_again)

    @property
    def exercises_shown(self) -> tuple[Exercise, ...]:
        return (self._exercise,)

    @property
    def _exercise(self) -> Exercise:
        return KNEES[self.knee.index]

    def _show_series(self) -> None:
        checkups, exercise = self._data.checkups, self._exercise
        is_bent_known = any(each.exercise is KNEES[1] for each in checkups.tests)
        self.knee.set_choice_visible(1, visible=is_bent_known)
        self._raises = {side: checkups.heel_raises(exercise, side) for side in LEGS}
        self.chart.show_goals(
            [
                (goal.target, self._goal_name(number_text(goal.target)))
                for goal in checkups.goals
                if goal.kind is GoalKind.HEEL_RAISE_REPS and goal.exercise is exercise
            ]
        )
        self.chart.show_curves(self._measured_curves(self._raises, _limits))

    def _days_shown(self) -> Sequence[Integers]:
        return [values.day for values in self._raises.values()]

    def _describe(self) -> str:
        text = self.tr("repetitions · {} · veil: what repeats differ by").format(self._legs())
        return self._with_last(text)

    def _what_fills(self) -> str:
        return self.tr("Test each leg to its end: Session ▸ Heel-raise test.")

    def _words_at(self, day: int) -> str:
        left, right = (self._raises[side].at(day) for side in LEGS)
        return comparison_text(left, right)


def _limits(reps: Floats) -> Floats:
    """Return by how much a repeated test of the same leg differs by chance."""
    return np.array([float(chance_limit_reps(int(each), int(each))) for each in reps])

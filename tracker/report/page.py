"""The report for the physio as a page: the template filled in with words, and the charts drawn."""

import datetime
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from string import Template
from typing import Final

import numpy as np
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from tracker.app.language import noop as _noop
from tracker.app.language import tr as _tr
from tracker.app.theme import LIGHT, accent_depths
from tracker.domain.columns import day_number
from tracker.domain.exercise import Exercise, Side
from tracker.domain.load import KG_PER_LB, Unit
from tracker.domain.running import WeeklyDistance
from tracker.domain.symptoms import Moment
from tracker.report import changed_words, dose_words, legs_words, response_words, words
from tracker.report.charts import (
    Running,
    strips_chart,
    weeks_a_bar,
    work_chart,
)
from tracker.report.contents import Report
from tracker.report.document import DPI, MARGIN_PX, ReportText
from tracker.report.legs_charts import FigureLine, difference_chart, ratio_chart, strength_chart
from tracker.report.paper import Grain, Style
from tracker.report.svg import Point
from tracker.words.labels import (
    date_text,
    distance_number,
    distance_unit,
    exercise_name,
    formula_name,
    language,
    leg,
    moment_name,
    number_text,
    qdate_of,
    resource_text,
    shortest_text,
    when_to_seek_help,
)

# Set by the narrower paper, so that charts fit both: A4 is 210 mm wide.
WIDTH_PX: Final = 210 / 25.4 * DPI - 2 * MARGIN_PX
HALF_PX: Final = WIDTH_PX / 2 - 8
CHART_PX: Final = 95.0
# For three exercises, so that their charts leave room for the rest of the page.
MOST_PAGES: Final = 2
LOW_CHART_PX: Final = 64.0
WORK_PX: Final = {CHART_PX: 100.0, LOW_CHART_PX: 72.0}
_BLOCK = re.compile(r"<!-- begin ([a-z-]+) -->\n(.*?)<!-- end -->\n", re.DOTALL)
_ABOUT: Final = "about-"
_PATTERNS: Final = {
    Grain.DAY: _noop("d MMM"),
    Grain.MONTH: _noop("MMM yyyy"),
    Grain.YEAR: _noop("yyyy"),
}
_TARGET_DASHES: Final = "2 2"


def paper_style(spells: Sequence[tuple[int, int]] = ()) -> Style:
    """Return the look of charts on white paper, in the reader's locale.

    Args:
        spells: First and last days of the events named on the page, marked in every chart.
    """
    locale = QLocale()
    sides = {Side.LEFT: LIGHT.left, Side.RIGHT: LIGHT.right, Side.BOTH: LIGHT.muted}
    return Style(
        font=QGuiApplication.font().family(),
        ink=LIGHT.text.name(),
        muted=LIGHT.muted.name(),
        hairline=LIGHT.line.name(),
        accent=LIGHT.accent.name(),
        tint=accent_depths(LIGHT)[2].name(),
        legs={side: colour.name() for side, colour in sides.items()},
        names={side: leg(side) for side in Side},
        number=number_text,
        date=lambda day, grain: locale.toString(qdate_of(day), _tr(_PATTERNS[grain])),
        spells=tuple(spells),
    )


class _PageParts:
    """Collects the parts of one report, and the charts that they refer to."""

    def __init__(self, report: Report, unit: Unit) -> None:
        self._report = report
        self._unit = unit
        injuries = [] if report.injury is None else [report.injury]
        # A mark without a name on the page would mean nothing.
        self._style = paper_style(
            [
                (day_number(event.date), day_number(event.end(report.last)))
                for event in [*injuries, *words.events_told(report)]
            ]
        )
        self._days = (day_number(report.first), day_number(report.last))
        self.pictures: dict[str, str] = {}

    @property
    def _half(self) -> Point:
        """The size of charts that are placed side by side."""
        few = len(self._report.strength) < len(Exercise)
        return HALF_PX, CHART_PX if few else LOW_CHART_PX

    def _picture(self, name: str, svg: str) -> str:
        self.pictures[name] = svg
        return f'<img src="{name}">'

    def parts(self) -> dict[str, dict[str, str]]:
        """Fill in the parts about which the log knows something; the others are missing."""
        report = self._report
        known = {
            "injury": (report.injury, self._injury),
            "facts": (self._facts, lambda: {"facts": self._facts}),
            "events": ([each for each in report.events if each != report.injury], self._events),
            "goals": (report.aims, self._goals),
            "note": (report.note, self._note),
            "changed": (self._changes, self._changed),
            "dose": (report.doses, self._dose),
            "plans": (report.plans, self._plans),
            "strength": (report.strength, self._strength),
            "ratio": (report.ratio, dict),
            "work": (report.work, dict),
            "sets": (report.work and len(report.work.weeks), self._sets),
            "beside": (self._beside, lambda: {"beside": self._beside}),
            "sets-chart": (self._has_sets_chart, self._sets_chart),
            "symptoms": (report.strips, self._symptoms),
            "response": (report.response, self._response),
            "tests": (report.tests, self._tests),
        }
        return {name: fill() for name, (found, fill) in known.items() if found}

    @cached_property
    def _facts(self) -> str:
        return words.facts_row(self._report, self._unit)

    def _injury(self) -> dict[str, str]:
        return {"injury": words.injury_told(self._report)}

    def _events(self) -> dict[str, str]:
        return {"events": words.events_text(self._report)}

    def _goals(self) -> dict[str, str]:
        return {"goals": words.goals_text(self._report)}

    def _note(self) -> dict[str, str]:
        return {"note": words.note_html(self._report.note)}

    @cached_property
    def _changes(self) -> tuple[str, str] | None:
        return changed_words.changed_part(self._report, self._unit)

    def _changed(self) -> dict[str, str]:
        report, changes = self._report, self._changes
        assert changes is not None
        heading, table = changes
        return {
            "heading": heading,
            "table": table,
            "note": f"{words.left_out_text(report)} {words.measurements_note(report)}",
            "held": changed_words.changed_definition(report),
        }

    def _dose(self) -> dict[str, str]:
        return {
            "heading": dose_words.dose_heading(self._report),
            "table": dose_words.dose_table(self._report, self._unit),
        }

    def _plans(self) -> dict[str, str]:
        return {"sides": words.plan_head(self._report), "rows": words.plan_rows(self._report)}

    def _strength(self) -> dict[str, str]:
        report = self._report
        rows = [legs_words.strength_row(each, report, self._unit) for each in report.strength]
        factor = 1 / KG_PER_LB if self._unit is Unit.LB else 1.0
        charts = ""
        for each in report.strength:
            days = np.concatenate([leg.values.day for leg in each.legs.values()])
            if days.min() == days.max():  # which is no course
                continue
            name = exercise_name(each.exercise)
            title = _tr("{}: e1RM, {}").format(name, self._unit.value)
            svg = strength_chart(self._style, self._half, title, self._days, each.legs, factor)
            cells = [self._picture(f"strength-{each.exercise}", svg)]
            if len(each.pairs):
                svg = difference_chart(
                    self._style,
                    self._half,
                    _tr("{}: difference of the legs, %").format(name),
                    self._days,
                    each,
                    report.runner.usual_percent,
                    (_tr("right stronger"), _tr("left stronger")),
                )
                cells.append(self._picture(f"difference-{each.exercise}", svg))
            charts += f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
        if report.ratio is not None:
            cells = [self._ratio_chart(), self._work_chart(self._half)]
            charts += f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
        return {
            "symmetry": legs_words.symmetry_head(report),
            "rows": "".join(rows),
            "charts": charts and f'<table cellspacing="0" style="margin-top: 8px">{charts}</table>',
            "formula": formula_name(report.runner.formula),
            "index": legs_words.symmetry_definition(report),
            "usual": shortest_text(report.runner.usual_percent),
            "marked": shortest_text(report.runner.marked_percent),
        }

    def _ratio_chart(self) -> str:
        report = self._report
        assert report.ratio is not None
        references, target = [], report.runner.target_ratio
        if target is not None:
            name = _tr("{}, aimed at by the physio").format(shortest_text(target))
            references.append((target, name, _TARGET_DASHES))
        lines = {
            side: FigureLine.of_shares(
                report.ratio.days[side], shares, report.ratio.equipment[side]
            )
            for side, shares in report.ratio.lines.items()
        }
        svg = ratio_chart(
            self._style, self._half, _tr("Seated / standing"), self._days, lines, references
        )
        return self._picture("ratio", svg)

    @cached_property
    def _beside(self) -> str:
        return words.beside_work_text(self._report, self._unit)

    def _sets(self) -> dict[str, str]:
        return {"table": words.work_table(self._report, self._unit)}

    @property
    def _has_sets_chart(self) -> bool:
        """Whether it has a place of its own: beside the ratio there is one; one bar is no chart."""
        report = self._report
        return report.work is not None and report.ratio is None and len(report.work.weeks) > 1

    def _sets_chart(self) -> dict[str, str]:
        return {"chart": self._work_chart((WIDTH_PX, WORK_PX[self._half[1]]))}

    def _work_chart(self, size: Point) -> str:
        report = self._report
        assert report.work is not None
        weeks = weeks_a_bar(len(report.work.weeks))
        title = _tr("Hard sets a week")
        if weeks > 1:
            title = _tr("Hard sets a week, mean of {} weeks").format(weeks)
        svg = work_chart(
            self._style,
            size,
            title,
            self._days,
            report.work.weeks,
            words.exercise_names(),
            self._running(report.work.distance),
        )
        return self._picture("work", svg)

    def _running(self, distance: WeeklyDistance) -> Running | None:
        if not len(distance):
            return None
        unit = distance_unit(self._unit)
        return Running(distance, distance_number(1.0, self._unit), unit, _tr("running"))

    def _response(self) -> dict[str, str]:
        report = self._report
        return {
            "heads": response_words.response_head(report),
            "rows": response_words.response_rows(report, self._unit),
            "told": response_words.response_text(report),
        }

    def _symptoms(self) -> dict[str, str]:
        names: dict[Moment | None, str] = {each: moment_name(each) for each in Moment}
        names[None] = _tr("Stiffness, min")
        title = _tr("Pain, 0 to 10")
        svg = strips_chart(self._style, WIDTH_PX, title, self._days, self._report.strips, names)
        return {"chart": self._picture("strips", svg)}

    def _tests(self) -> dict[str, str]:
        return {
            "newest": words.newest_tests_text(self._report),
            "norms": words.norms_html(self._report),
        }


def filled(template: str, parts: Mapping[str, Mapping[str, str]], rest: Mapping[str, str]) -> str:
    """Fill in a template: the known parts, and everything outside of parts.

    Args:
        template: HTML with blocks ``<!-- begin NAME -->`` to ``<!-- end -->``. The block
            ``about-NAME`` is kept only with the part NAME, and has the same values.
        parts: The values of each known part; blocks of other parts are removed.
        rest: Values that every block may use.
    """

    def block(found: re.Match[str]) -> str:
        values = parts.get(found[1].removeprefix(_ABOUT))
        return "" if values is None else Template(found[2]).substitute({**rest, **values})

    # Outside first, because text written by people, in the blocks, may contain anything.
    outside = Template(_BLOCK.sub(lambda found: found[0].replace("$", "$$"), template))
    return _BLOCK.sub(block, outside.substitute(rest))


def report_text(report: Report, unit: Unit, made_on: datetime.date) -> ReportText:
    """Turn a report into words and pictures.

    Args:
        report: The report.
        unit: The unit of its loads.
        made_on: The day to name in its footer.
    """
    page = _PageParts(report, unit)
    title = _tr("Calf strength report")
    rest = {
        "title": title,
        "lead": words.lead_text(report),
        "disclaimer": when_to_seek_help(),
        "ink": LIGHT.text.name(),
        "muted": LIGHT.muted.name(),
        "line": LIGHT.line.name(),
    }
    template, parts = resource_text("report.html"), page.parts()
    if any(f"<!-- begin {_ABOUT}{name} -->" in template for name in parts):
        parts["definitions"] = {}
    html = words.unbroken_html(filled(template, parts, rest))
    who = report.runner.name.strip()
    period = words.period_text(report)
    return ReportText(
        title=f"{title}, {who}, {period}" if who else f"{title}, {period}",
        html=html,
        pictures=page.pictures,
        footer=_tr("Soleus · made on {} · page {{page}} of {{pages}}").format(date_text(made_on)),
        language=language(),
        ink=LIGHT.text,
        muted=LIGHT.muted,
        most_pages=MOST_PAGES,
    )

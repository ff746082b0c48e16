"""All our tables, in the order they are offered and written."""

from typing import Final

from tracker.exchange.tables.events import EVENTS
from tracker.exchange.tables.goals import GOALS
from tracker.exchange.tables.measurements import MEASUREMENTS
from tracker.exchange.tables.runs import RUNS
from tracker.exchange.tables.sessions import SESSIONS
from tracker.exchange.tables.sets import SETS
from tracker.exchange.tables.symptoms import SYMPTOMS
from tracker.exchange.tables.table import AnyTable
from tracker.exchange.tables.tests import TESTS
from tracker.exchange.tables.weekly import WEEKLY

OUR_TABLES: Final[tuple[AnyTable, ...]] = (
    SETS,
    SESSIONS,
    WEEKLY,
    TESTS,
    SYMPTOMS,
    MEASUREMENTS,
    EVENTS,
    RUNS,
    GOALS,
)
TABLE_BY_NAME: Final = {table.name: table for table in OUR_TABLES}

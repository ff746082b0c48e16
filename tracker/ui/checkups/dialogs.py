"""The dialogs for what is asked now and then; imported when the first one opens."""

from tracker.ui.checkups.events_dialog import EventsDialog
from tracker.ui.checkups.goals_dialog import GoalsDialog
from tracker.ui.checkups.heel_raise_dialog import HeelRaiseDialog
from tracker.ui.checkups.measurements_dialog import MeasurementsDialog
from tracker.ui.checkups.strength_test_dialog import strength_test_dialog
from tracker.ui.checkups.symptoms_dialog import SymptomsDialog

__all__ = [
    "EventsDialog",
    "GoalsDialog",
    "HeelRaiseDialog",
    "MeasurementsDialog",
    "SymptomsDialog",
    "strength_test_dialog",
]

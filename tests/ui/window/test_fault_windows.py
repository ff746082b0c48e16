"""The windows that only a fault opens."""

import subprocess
import sys

LOADED = """
import sys
from tracker.ui.window import program
print("tracker.ui.window.fault_windows" in sys.modules, "tracker.ui.files.rescuer" in sys.modules)
"""


def test_without_a_fault_none_of_them_is_loaded() -> None:
    ran = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert ran.stdout == "False False\n"

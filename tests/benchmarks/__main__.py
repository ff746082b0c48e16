"""Prints the table of what the runner waits for: what, ours, floor, ratio, limit."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.screen import PLATFORM

os.environ.setdefault("QT_QPA_PLATFORM", PLATFORM)
# What is measured is compiled by the first round, as everything is that pip installs.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

from tests.benchmarks.export import measure_export
from tests.benchmarks.imports import measure_import
from tests.benchmarks.logs import make_log
from tests.benchmarks.report import measure_report
from tests.benchmarks.start import measure_start
from tests.benchmarks.table import Measured, written
from tests.benchmarks.window import measure_enter, measure_history, measure_pan, measure_progress

PARTS: dict[str, Callable[[Path, Path, Path], list[Measured]]] = {
    "start": lambda small, _large, folder: measure_start(small, folder),
    "enter": lambda small, _large, folder: [measure_enter(small, folder)],
    "progress": lambda small, large, folder: measure_progress(small, large, folder),
    "pan": lambda small, _large, folder: measure_pan(small, folder),
    "history": lambda small, _large, folder: [measure_history(small, folder)],
    "export": lambda small, _large, folder: [measure_export(small, folder)],
    "import": lambda _small, _large, folder: measure_import(folder),
    "report": lambda _small, _large, folder: [measure_report(folder)],
}
WITH_A_MILLION = {"progress"}


def main() -> int:
    """Measure everything or a selection; the exit code is 1 if a limit is exceeded."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    arguments = parser.parse_args()
    parts = arguments.parts or list(PARTS)
    if unknown := set(parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    lines: list[Measured] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        small, large = folder / "small.soleus", folder / "large.soleus"
        print("making logs of 100,000 sets and more …", file=sys.stderr)
        make_log(small, 100_000)
        if WITH_A_MILLION & set(parts):
            make_log(large, 1_000_000)
        for part in parts:
            measured = PARTS[part](small, large, folder)
            # Minutes of measuring are not lost where a later part breaks.
            print(written(measured), file=sys.stderr)
            lines += measured
    print(written(lines))
    if arguments.json:
        arguments.json.write_text(json.dumps([line.as_json() for line in lines], indent=2))
    return 0 if all(line.is_within for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())

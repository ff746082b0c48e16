"""Prints the table of what the runner waits for: what, ours, floor, ratio, bar."""

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What is measured is compiled by the first round, as everything is that pip installs.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

from tests.benchmarks.export import measure_export
from tests.benchmarks.imports import measure_import
from tests.benchmarks.logs import make_log
from tests.benchmarks.report import measure_report
from tests.benchmarks.start import measure_start
from tests.benchmarks.table import written
from tests.benchmarks.window import measure_enter, measure_progress


def main() -> int:
    """Measure everything; the exit code is 1 where a bar is passed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        small, large = folder / "small.soleus", folder / "large.soleus"
        for log, sets in ((small, 100_000), (large, 1_000_000)):
            print(f"making a log of {sets:,} sets …", file=sys.stderr)
            make_log(log, sets)
        lines = [measure_start(small, folder), measure_enter(small, folder)]
        lines += measure_progress(small, large, folder)
        lines.append(measure_export(small, folder))
        lines += measure_import(folder)
        lines.append(measure_report(folder))
    print(written(lines))
    if arguments.json:
        arguments.json.write_text(json.dumps([line.as_json() for line in lines], indent=2))
    return 0 if all(line.is_within for line in lines) else 1


if __name__ == "__main__":
    sys.exit(main())

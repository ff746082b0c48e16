"""Does every kind of damage and prints the results: ``python -m tests.durability --long``."""

import argparse
import sys
import time

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from tests.durability.forms import FORMS, SEED
from tests.durability.outcome import written


def main() -> int:
    """Do the damage; the exit code is 1 if the promise did not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.durability", description=__doc__)
    parser.add_argument("--long", action="store_true", help="as often as the promise asks for")
    parser.add_argument("--seed", type=int, default=SEED, help="another one does other damage")
    names = [form.name for form in FORMS]
    parser.add_argument("--only", choices=names, metavar="NAME", help="one kind of damage alone")
    arguments = parser.parse_args()
    qInstallMessageHandler(_say_what_fails)
    outcomes = []
    for form in FORMS:
        if arguments.only not in (None, form.name):
            continue
        began = time.monotonic()
        print(f"{form.name} …", end=" ", file=sys.stderr, flush=True)
        outcomes.append(form.run(form.long if arguments.long else form.short, arguments.seed))
        print(f"{time.monotonic() - began:.0f} s", file=sys.stderr)
    print(written(outcomes))
    for outcome in outcomes:
        for complaint in outcome.complaints:
            print(f"{outcome.damage}: {complaint}", file=sys.stderr)
    return 0 if all(outcome.verdict == "held" for outcome in outcomes) else 1


def _say_what_fails(kind: QtMsgType, _context: object, message: str) -> None:
    """Pass on Qt's errors, except about what the platform without a display cannot do."""
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        print(message, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())

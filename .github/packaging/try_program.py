"""A first session with a built program: a set typed in a real window, closed, and read back.

    xvfb-run -a python .github/packaging/try_program.py COMMAND

COMMAND is what starts the program: the bundle's ``soleus``, or an installed one. It needs xdotool
and a display, and keeps everything in a folder of its own.
"""

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

MOST_S: Final = 60.0  # for a machine with much else to do


def main() -> int:
    """Try it, say what was seen, and give the exit code."""
    program = Path(sys.argv[1]).absolute()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        environment = os.environ | {"HOME": folder, "XDG_RUNTIME_DIR": folder, "LANG": "C.UTF-8"}
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
        log = home / "first.soleus"
        start = time.monotonic()
        with subprocess.Popen([program, log], env=environment) as running:
            window = found(lambda: xdotool("search", "--onlyvisible", "--name", "first"))
            shown_s = time.monotonic() - start
            xdotool("windowfocus", "--sync", window.splitlines()[0])
            xdotool("type", "--delay", "40", "8x60")
            xdotool("key", "Return")
            found(lambda: exported(program, log, home, environment))
            xdotool("key", "ctrl+q")
            code = running.wait(MOST_S)
        if code:
            raise SystemExit(f"The window ended with {code}.")
        rows = list(csv.DictReader((home / "sets.csv").read_text("utf-8").splitlines()))
        kept = [(row["exercise"], row["side"], row["reps"], row["external_kg"]) for row in rows]
        expected = [("seated", "left", "8", "60")]
        if kept != expected:
            raise SystemExit(f"Typed {expected}, read back {kept}.")
    sys.stdout.write(f"window after {shown_s:.2f} s; typed, closed and read back: {kept[0]}\n")
    return 0


def exported(program: Path, log: Path, home: Path, environment: dict[str, str]) -> str:
    """Give the rows of the sets once there is one, or nothing."""
    command = [program, "export", log, "--tables", "sets", "--to", home, "--force"]
    subprocess.run(command, env=environment, capture_output=True, check=False)
    rows = home / "sets.csv"
    return rows.read_text("utf-8").partition("\n")[2] if rows.exists() else ""


def xdotool(*words: str) -> str:
    """Do something on the display as a person would, and give what is said of it."""
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def found(look: Callable[[], str]) -> str:
    """Look until something is there, and give it."""
    end = time.monotonic() + MOST_S
    while time.monotonic() < end:
        if there := look():
            return there
        time.sleep(0.05)
    raise SystemExit("Nothing was there within a minute.")


if __name__ == "__main__":
    sys.exit(main())

"""How long a built program takes to start, against an installed one: processor time, in turns.

    xvfb-run -a python .github/packaging/start_time.py COMMAND OTHER

Each is started on a log of a made-up year until its window has come to rest, and then ended. The
processor's time is told, in seconds, as it depends little on what else the machine does.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

TURNS: Final = 9
REST_S: Final = 0.5  # without work, until a window is taken to have come to rest
MOST_S: Final = 60.0


def main() -> int:
    """Measure, say what was found, and give the exit code."""
    programs = [Path(given).absolute() for given in sys.argv[1:3]]
    found: dict[Path, list[float]] = {program: [] for program in programs}
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"HOME": folder, "XDG_RUNTIME_DIR": folder, "LANG": "C.UTF-8"}
        for name in (
            "XDG_DATA_HOME",
            "XDG_CONFIG_HOME",
            "XDG_STATE_HOME",
            "PYTHONDONTWRITEBYTECODE",
        ):
            environment.pop(name, None)
        log = Path(folder) / "year.soleus"
        subprocess.run([programs[1], "demo", log], env=environment, check=True)
        for turn in range(TURNS + 1):
            for program in programs:
                took_s = start(program, log, environment)
                if turn:  # the first fills what the system keeps in memory
                    found[program].append(took_s)
    built, other = (statistics.median(found[program]) for program in programs)
    sys.stdout.write(f"{built:.2f} s against {other:.2f} s: {built / other:.2f}\n")
    return 0


def start(program: Path, log: Path, environment: dict[str, str]) -> float:
    """Start a program until its window rests; give the processor's time, in seconds."""
    with subprocess.Popen([program, log], env=environment) as running:
        end = time.monotonic() + MOST_S
        used_s = 0.0
        while time.monotonic() < end:
            used_s = rested(running.pid, REST_S)
            if is_shown(running.pid):
                break
        running.terminate()
    return used_s


def rested(process: int, rest_s: float) -> float:
    """Wait until a process has had nothing to do for a while; give the processor's time, in s.

    Args:
        process: Its number; it may end meanwhile.
        rest_s: For how long, in seconds.
    """
    end = time.monotonic() + MOST_S
    used_s, since = 0.0, time.monotonic()
    while time.monotonic() < min(end, since + rest_s):
        time.sleep(0.02)
        try:
            now_s, is_waiting = processor_s(process)
        except OSError:
            break
        # One that only waits for the processor does not rest.
        if now_s != used_s or not is_waiting:
            used_s, since = now_s, time.monotonic()
    return used_s


def is_shown(process: int) -> bool:
    """Say whether a process shows a window."""
    look = ["xdotool", "search", "--onlyvisible", "--pid", str(process), "--name", "year"]
    return subprocess.run(look, capture_output=True, check=False).returncode == 0


def processor_s(process: int) -> tuple[float, bool]:
    """Give what a process has used of the processor, in seconds, and whether it waits for work."""
    parts = Path(f"/proc/{process}/stat").read_text().rpartition(") ")[2].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK"), parts[0] == "S"


if __name__ == "__main__":
    sys.exit(main())

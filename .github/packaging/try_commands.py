"""Every command of a built program, once: called by its words in a real window, on a made-up year.

    xvfb-run -a python .github/packaging/try_commands.py COMMAND

COMMAND is what starts the program. What only a command asks for is loaded when it is called, so a
bundle may lack it and start all the same. It needs xdotool, openbox and a display, says which
windows came up, and fails where a fault was reported.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from start_time import rested

ROOT: Final = Path(__file__).resolve().parents[2]
MOST_S: Final = 60.0  # until the window is there, for a machine with much else to do
REST_S: Final = 0.3  # without work, until a key is taken to have been answered
LEAST: Final = 20  # windows that come up where anything is called at all
PAGES: Final = tuple(f"ctrl+{number}" for number in range(1, 5))  # whose words are in others, too
# Ends the program, asks for the list that calls all others, starts another program, or takes away
# what others are about.
LEFT_OUT: Final = {
    *("close", "open_palette", "open_demo", "ask_log_folder"),
    *("delete_session", "stop_plan", "delete_plan"),
}


def main() -> int:
    """Call them, say what was seen, and give the exit code."""
    program = Path(sys.argv[1]).absolute()
    text = (ROOT / "tracker/ui/window/actions.py").read_text("utf-8")
    found = re.findall(r'Command\(\s*_noop\(\s*"([^"]+)"\s*\),\s*"(\w+)"', text)
    words = [name.replace("&", "") for name, slot in found if slot not in LEFT_OUT]
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"HOME": folder, "XDG_RUNTIME_DIR": folder, "LANG": "C.UTF-8"}
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "QT_QPA_PLATFORM"):
            environment.pop(name, None)
        log = Path(folder) / "year.soleus"
        subprocess.run([program, "demo", log], env=environment, check=True)
        manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
        try:
            with subprocess.Popen([program, log], env=environment) as running:
                titles = called(words, running)
                code = running.poll()
                running.terminate()
        finally:
            manager.terminate()
        state = Path(folder) / ".local/state/Soleus/log"
        noted = "".join(file.read_text("utf-8") for file in state.iterdir() if file.is_file())
    faults = [
        line for line in noted.splitlines() if re.search(r" (WARNING|ERROR) |Traceback", line)
    ]
    sys.stdout.write(f"{len(words)} commands called; {len(titles)} windows: {', '.join(titles)}\n")
    if code is not None or faults or len(titles) < LEAST:
        raise SystemExit(f"{noted}Exit code {code}, {len(titles)} windows.")
    return 0


def called(words: list[str], running: subprocess.Popen[bytes]) -> list[str]:
    """Call each command by the list of commands; give the titles of all windows that came up."""
    pid = str(running.pid)
    end = time.monotonic() + MOST_S
    while not (main_window := xdotool("search", "--onlyvisible", "--pid", pid, "--name", "year")):
        if running.poll() is not None or time.monotonic() > end:
            return []
        time.sleep(0.1)
    rested(running.pid, 3)  # what is made ready after the first look
    titles: dict[str, None] = {}
    for each in [*PAGES, *words]:
        xdotool("windowactivate", "--sync", main_window.split()[0])
        if each in PAGES:
            xdotool("key", each)
        else:
            xdotool("key", "ctrl+k")
            rested(running.pid, REST_S)
            xdotool("type", "--delay", "10", each.rstrip("…"))
            rested(running.pid, REST_S)
            xdotool("key", "Return")
        rested(running.pid, REST_S)
        for _ in range(4):
            shown = xdotool("search", "--onlyvisible", "--pid", pid, "--name", ".").split()
            others = [window for window in shown if window not in main_window]
            if not others:
                break
            titles.update(dict.fromkeys(xdotool("getwindowname", window) for window in others))
            xdotool("windowactivate", others[-1])
            xdotool("key", "Escape")
            rested(running.pid, REST_S)
        if running.poll() is not None:
            break
    return list(titles)


def xdotool(*words: str) -> str:
    """Do something on the display as a person would, and give what is said of it."""
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, check=False)
    return done.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())

"""What a screen reader hears of a first session: out of process, over AT-SPI."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

DEBIAN_PYTHON = "/usr/bin/python3"  # which has the bindings, where they are installed
TOOLS = ("Xvfb", "xdotool", "dbus-run-session")
LONGEST_S = 300


def has_bindings() -> bool:
    asked = [DEBIAN_PYTHON, "-c", "import pyatspi"]
    return (
        Path(DEBIAN_PYTHON).exists() and not subprocess.run(asked, capture_output=True).returncode
    )


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[str]:
    """A separate screen; returns its name."""
    missing = [each for each in TOOLS if shutil.which(each) is None]
    if missing or not has_bindings():
        pytest.skip(f"for want of {', '.join(missing) or 'python3-pyatspi'}")
    read, write = os.pipe()
    shown = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24"]
    server = subprocess.Popen(shown, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        yield f":{told.readline().strip()}"
    server.terminate()
    server.wait()


def test_what_is_saved_and_what_is_refused_is_heard(screen: str, tmp_path: Path) -> None:
    places = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE")}
    environment = os.environ | places | {"DISPLAY": screen, "LC_ALL": "C.UTF-8"}
    environment.pop("WAYLAND_DISPLAY", None)
    script = str(Path(__file__).with_name("heard.py"))
    program = [sys.executable, "-m", "tracker", str(tmp_path / "training.soleus")]
    done = subprocess.run(
        ["dbus-run-session", "--", DEBIAN_PYTHON, script, *program],
        env=environment,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
    )
    assert done.returncode == 0, done.stderr
    heard = json.loads(done.stdout.splitlines()[-1])  # the bus has its say before it
    assert heard["said"][0] == "Saved, estimate 80.0 kg"
    assert heard["said"][1].startswith("Not saved: “y” is not understood")
    assert heard["cells"][0] == "Set 1, Left: 8 × 60 r2, saved"
    assert heard["cells"][1].startswith("Set 1, Right: 8y, not saved. “y” is not understood")
    assert heard["cells"][2:] == ["Set 2, Left: empty", "Set 2, Right: empty"]

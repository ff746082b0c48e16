"""Icons are found beside the package in a checkout, and inside it when installed."""

import shutil
import subprocess
import sys
from pathlib import Path

from tracker.app.resources import DESKTOP_ID, ROOT, desktop_file, icon_file, sound_file


def test_every_icon_is_found_by_its_name() -> None:
    icons = list((ROOT / "icons").iterdir())
    assert icons
    assert sorted(icon_file(icon.stem) for icon in icons) == sorted(icons)


def test_an_installed_program_finds_its_icons_inside_itself(tmp_path: Path) -> None:
    package = tmp_path / "tracker"
    inside = package / "resources" / "icons"
    inside.mkdir(parents=True)
    (package / "app").mkdir()
    source = Path(__file__).parents[2] / "tracker"
    for name in ("__init__.py", "app/__init__.py", "app/resources.py"):
        shutil.copy(source / name, package / name)
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from tracker.app.resources import icon_file; print(icon_file('log'))",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()) == inside.resolve() / "log.svg"


def test_sounds_and_what_a_desktop_is_told_lie_beside_the_icons() -> None:
    assert sound_file("click").is_file()
    assert desktop_file(f"{DESKTOP_ID}.desktop").is_file()

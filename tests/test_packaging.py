"""What is handed out says one version, and is built of what the program reads."""

import re
import runpy
import struct
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

from tracker import LOG_SUFFIX, PLAN_SUFFIX, __version__

ROOT = Path(__file__).parents[1]
RESOURCES = ROOT / "resources"
DESKTOP = RESOURCES / "desktop"
PACKAGING = ROOT / ".github" / "packaging"

# Loads all that the program ever loads, without what the bundle leaves out.
LOADS_ALL = """
import importlib, pkgutil, runpy, sys
exec(sys.argv[1])
class LeftOut:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if any(f"{name}.".startswith(f"{each}.") for each in EXCLUDED):
            raise ModuleNotFoundError(f"{name} is left out of the bundle")
sys.meta_path.insert(0, LeftOut)
runpy.run_path(sys.argv[2])
import tracker
ours = [module.name for module in pkgutil.walk_packages(tracker.__path__, "tracker.")]
others = "defusedxml.ElementTree fit_tool.fit_file_builder fitdecode miniaudio openpyxl".split()
for name in ours + others:
    importlib.import_module(name)
print(len(ours))
"""


def test_package_metainfo_and_changelog_agree_on_the_version() -> None:
    metainfo = ET.parse(DESKTOP / "org.soleus.soleus.metainfo.xml")
    releases = [release.attrib["version"] for release in metainfo.iter("release")]
    changes = (RESOURCES / "manual" / "changes.md").read_text("utf-8")
    headings = re.findall(r"^## (\S+)", changes, re.MULTILINE)
    assert releases == headings
    assert releases[0] == __version__


def test_each_release_has_its_notes_in_both_languages() -> None:
    metainfo = ET.parse(DESKTOP / "org.soleus.soleus.metainfo.xml")
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for release in metainfo.iter("release"):
        notes = [note for note in release.iter() if note.tag in ("p", "li")]
        assert len(notes) > 2
        assert [note.get(language) for note in notes] == [None, "de"] * (len(notes) // 2)


def test_entry_metainfo_and_kinds_of_files_agree_on_what_is_opened() -> None:
    entry = (DESKTOP / "org.soleus.soleus.desktop").read_text("utf-8")
    (opened,) = re.findall(r"^MimeType=(.+);$", entry, re.MULTILINE)
    metainfo = ET.parse(DESKTOP / "org.soleus.soleus.metainfo.xml")
    told = [each.text for each in metainfo.iter("mediatype")]
    kinds = ET.parse(DESKTOP / "org.soleus.soleus.xml").getroot()
    names = {"": "http://www.freedesktop.org/standards/shared-mime-info"}
    assert opened.split(";") == told == [kind.attrib["type"] for kind in kinds]
    globs = [glob.attrib["pattern"] for glob in kinds.findall("*/glob", names)]
    assert globs == [f"*{LOG_SUFFIX}", f"*{PLAN_SUFFIX}"]
    icons = {icon.attrib["name"] for icon in kinds.findall("*/icon", names)}
    assert all((DESKTOP / f"{icon}.svg").exists() for icon in icons)


def test_an_index_is_shown_neither_pictures_nor_links_that_lead_nowhere_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    shown = (ROOT / "README.md").read_text("utf-8")
    for each in project["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]["substitutions"]:
        shown = re.sub(each["pattern"], each["replacement"], shown)
    assert shown.startswith("# Soleus\n")
    assert "(resources/" not in shown
    assert re.findall(r"\]\((?!https?:)", shown) == []
    assert "log a session ·" in shown


def test_the_wheel_carries_every_resource_but_the_pictures_of_the_readme() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    there = {f"resources/{path.name}" for path in RESOURCES.iterdir()} - {"resources/pictures"}
    assert set(included) == there
    assert all(inside == f"tracker/{outside}" for outside, inside in included.items())


def test_the_shell_scripts_can_be_read_by_a_shell() -> None:
    scripts = sorted(PACKAGING.glob("*.sh"))
    assert [script.name for script in scripts] == ["install.sh", "uninstall.sh"]
    for script in scripts:
        subprocess.run(["sh", "-n", script], check=True)
        assert script.stat().st_mode & 0o111


def test_what_is_installed_without_root_is_what_is_removed() -> None:
    install, uninstall = (
        (PACKAGING / f"{name}.sh").read_text() for name in ("install", "uninstall")
    )
    files = re.compile(r"for file in ([^;]+); do")
    installed, removed = files.findall(install), files.findall(uninstall)
    assert installed == removed
    texts = (PACKAGING / "texts.py").read_text("utf-8")
    assert all(name in texts for name in installed[0].replace("\\", "").split())


def test_nothing_that_the_program_loads_is_left_out_of_the_bundle() -> None:
    spec = (PACKAGING / "soleus.spec").read_text("utf-8")
    (listed,) = re.findall(r"^EXCLUDED = \[$.*?^\]$", spec, re.MULTILINE | re.DOTALL)
    command = [sys.executable, "-c", LOADS_ALL, listed, PACKAGING / "without_opengl.py"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    assert int(ran.stdout) > 100


def test_the_data_of_icu_keep_every_part_that_qt_may_ask_for() -> None:
    head = struct.pack("<H", 32) + bytes(30)
    table = struct.pack("<7I", 3, 28, 64, 36, 80, 47, 96)
    names = b"i73/a.r\0i73/unit/b\0i73/coll/c\0"
    package = head + table + names + bytes(6) + b"a" * 16 + b"b" * 16 + b"c" * 9
    without = runpy.run_path(str(PACKAGING / "icu.py"))["without"]
    table = struct.pack("<5I", 2, 20, 48, 28, 64)
    names = b"i73/a.r\0i73/coll/c\0"
    # Every content begins where sixteen bytes do, as ICU reads it where it lies.
    assert without(package) == head + table + names + bytes(9) + b"a" * 16 + b"c" * 9 + bytes(7)

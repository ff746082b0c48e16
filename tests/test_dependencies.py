"""What the program is built from: named with its reason, and locked within its ranges."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
LISTS = {"locked-dev.txt": ("dev", "sound"), "locked-bundle.txt": ("bundle", "sound")}


def asked(extras: tuple[str, ...]) -> list[Requirement]:
    """Return what pyproject requires, including these extras."""
    texts = [*PROJECT["dependencies"], *(text for extra in extras for text in EXTRAS[extra])]
    return [each for text in texts if (each := Requirement(text)).name != PROJECT["name"]]


def locked(name: str) -> list[Requirement]:
    """Return the lines of a lock file, without their hashes."""
    lines = re.findall(r"^(\S.*?) \\$", (ROOT / ".github" / name).read_text("utf-8"), re.MULTILINE)
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("name", LISTS)
def test_each_dependency_is_locked_within_its_range(name: str) -> None:
    lines = locked(name)
    for wanted in asked(LISTS[name]):
        versions = [
            next(iter(line.specifier)).version
            for line in lines
            if canonicalize_name(line.name) == canonicalize_name(wanted.name)
        ]
        assert versions, f"{wanted.name} is not in {name}: .github/dependencies lock"
        for version in versions:
            assert wanted.specifier.contains(Version(version)), f"{wanted} is locked at {version}"


@pytest.mark.parametrize("name", LISTS)
def test_every_locked_version_is_one_and_has_its_sums(name: str) -> None:
    text = (ROOT / ".github" / name).read_text("utf-8")
    entries = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert len(entries) == len(locked(name)) > 10
    for entry in entries:
        assert re.match(r"[\w.-]+==[\w.]+ ", entry), entry
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry


@pytest.mark.parametrize("name", LISTS)
def test_a_package_has_one_version_on_a_python(name: str) -> None:
    for python in ("3.11", "3.12", "3.13", "3.14"):
        environment = {"python_version": python, "python_full_version": f"{python}.1"}
        chosen = [
            canonicalize_name(line.name)
            for line in locked(name)
            if line.marker is None or line.marker.evaluate(environment)
        ]
        assert len(chosen) == len(set(chosen))


def test_every_dependency_is_named_with_its_reason_and_licence() -> None:
    contributing = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")
    table = contributing.partition("## Dependencies")[2].partition("\n## ")[0]
    for wanted in asked(tuple(EXTRAS)):
        assert re.search(rf"\b{re.escape(wanted.name)}\b", table, re.IGNORECASE), wanted.name

"""The parts of the bundle with their licences: PARTS.md, the licences' texts, and a CycloneDX list.

    python parts.py BUNDLE

It runs in the environment that the bundle was made of, and looks at what the program asks for.
"""

import os
import re
import shutil
import sqlite3
import sys
import sysconfig
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement

# What the program asks for and the bundle leaves out: sqlite-utils names pip.
LEFT_OUT: Final = {"pip"}
# Licences by their names in SPDX, where a part states its own in other words.
IN_SPDX: Final = {
    "BSD License": "BSD-3-Clause",
    "Apache License, Version 2.0": "Apache-2.0",
    "Public Domain": "LicenseRef-Public-Domain",
    "MIT License": "MIT",
}
# Parts that come inside others, and have no metadata of Python's.
WITHIN: Final = (
    ("Qt", "PySide6-Essentials", "LGPL-3.0-only"),
    ("ICU", "Qt", "Unicode-3.0"),
    ("OpenBLAS", "numpy", "BSD-3-Clause"),
    ("GCC runtime (libgfortran, libquadmath)", "numpy", "GPL-3.0-or-later WITH GCC-exception-3.1"),
    ("PyInstaller's bootloader", "the program", "GPL-2.0-or-later WITH Bootloader-exception"),
)


def parts() -> list[Distribution]:
    """Give the distributions that the program needs, with what these need, in order of name."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement("soleus[sound]")]
    while waiting:
        wanted = waiting.pop()
        key = wanted.name.lower()
        if key in found or key in LEFT_OUT:
            continue
        found[key] = distribution(wanted.name)
        for text in found[key].requires or ():
            inner = Requirement(text)
            extras = wanted.extras or {""}
            if inner.marker is None or any(inner.marker.evaluate({"extra": e}) for e in extras):
                waiting.append(inner)
    return [found[key] for key in sorted(found)]


def licence_of(part: Distribution) -> str:
    """Give a part's licence by its name in SPDX."""
    expression = part.metadata.get("License-Expression")
    if expression:
        return str(expression)
    classifiers = part.metadata.get_all("Classifier") or []
    told = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License :: ")]
    words = str(part.metadata.get("License") or "").strip()
    for name in (words, *told):
        if name in IN_SPDX:
            return IN_SPDX[name]
    if words and "\n" not in words:
        return words
    raise SystemExit(f"{part.metadata['Name']} states no licence: name it in parts.py")


def licence_files(part: Distribution) -> Iterator[Path]:
    """Give the files in which a part has the text of its licence."""
    for file in part.files or ():
        if re.search(r"licen[cs]e|copying|notice", file.name, re.IGNORECASE):
            path = Path(str(part.locate_file(file)))
            if path.is_file() and path.suffix not in (".py", ".pyc"):
                yield path


def table(found: list[Distribution]) -> str:
    """Give the list of parts for people."""
    rows = [(p.metadata["Name"], p.version, licence_of(p)) for p in found]
    rows.append(("Python", sys.version.split()[0], "PSF-2.0"))
    rows.append(("SQLite", sqlite3.sqlite_version, "blessing (public domain)"))
    rows += [(name, f"in {where}", licence) for name, where, licence in WITHIN]
    lines = [f"| {name} | {version} | {licence} |" for name, version, licence in rows]
    return (
        "# Parts of this program, and their licences\n\n"
        "Qt and PySide6 are used under the LGPL 3. Their libraries lie in this folder as files of\n"
        "their own, which can be exchanged for others of the same version.\n\n"
        "| part | version | licence |\n|---|---|---|\n" + "\n".join(lines) + "\n"
    )


def list_of_parts(found: list[Distribution]) -> str:
    """Give the list of parts for programs, as CycloneDX."""
    components = [component(p.metadata["Name"], p.version, licence_of(p)) for p in found]
    own = next(c for c in components if c.name == "soleus")
    own.type = ComponentType.APPLICATION
    components.remove(own)
    components.append(component("python", sys.version.split()[0], "PSF-2.0", kind="generic"))
    components.append(component("sqlite", sqlite3.sqlite_version, "blessing", kind="generic"))
    bom = Bom(components=components, serial_number=uuid5(NAMESPACE_URL, f"soleus {own.version}"))
    bom.metadata.component = own
    bom.metadata.timestamp = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    bom.register_dependency(own, components)
    return JsonV1Dot6(bom).output_as_string(indent=2)


def component(name: str, version: str, licence: str, *, kind: str = "pypi") -> Component:
    """Give one part as CycloneDX has it."""
    purl = PackageURL(kind, name=name.lower(), version=version)
    return Component(
        name=name,
        version=version,
        bom_ref=str(purl),
        purl=purl,
        licenses=[LicenseExpression(licence)],
    )


def main() -> int:
    """Write lists and texts into the bundle and beside it, and give the exit code."""
    bundle = Path(sys.argv[1])
    found = parts()
    folder = bundle / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "PARTS.md").write_text(table(found), encoding="utf-8")
    for part in found:
        for file in licence_files(part):
            target = folder / part.metadata["Name"]
            target.mkdir(exist_ok=True)
            shutil.copy(file, target / file.name)
    # Their packages carry no text: Qt's and PySide's licence, and Python's own.
    shutil.copytree(Path(__file__).with_name("licences"), folder / "Qt and PySide6")
    for file in Path(sysconfig.get_path("stdlib")).glob("LICENSE.txt"):
        (folder / "Python").mkdir()
        shutil.copy(file, folder / "Python")
    for target in (folder / "parts.cdx.json", bundle.parent / "soleus-parts.cdx.json"):
        target.write_text(list_of_parts(found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

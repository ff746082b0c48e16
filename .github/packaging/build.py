"""Everything that is handed out, each built by one command.

    python .github/packaging/build.py WHAT [--to FOLDER]

WHAT is one of

- wheel: with the sdist,
- bundle: one folder that runs without Python,
- deb: the bundle for Debian and what comes of it; it needs dpkg-deb,
- archive: the bundle for other distributions, without root; it needs zstd,
- sums: of all that lies in FOLDER,
- all.

The environment is made of the versions in ``locked-bundle.txt``; on Debian it needs the packages
binutils and libpython3-dev (its Python has no library of itself that a bundle could carry). What it
builds depends on the commit alone: its times are the commit's.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from email.utils import formatdate
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parents[1]
LOCKED: Final = HERE.parent / "locked-bundle.txt"
IS_LINUX: Final = sys.platform.startswith("linux")
BIN: Final = "Scripts" if sys.platform == "win32" else "bin"
PYTHON: Final = "python.exe" if sys.platform == "win32" else "python"
_NUMPY: Final = "numpy.libs"  # whose libraries were rewritten, and break when stripped
# The most that zstd does; whoever unpacks it needs no more memory than zstd allows of itself.
SMALL: Final = ("--ultra", "-22", "--long=27")
# Debian wants an address; the authors have none yet, and this one can be nobody's.
MAINTAINER: Final = "the Soleus authors <authors@soleus.invalid>"

# What the desktop, not the bundle, brings: a library's package on Debian.
DEPENDS: Final = (
    *("libc6 (>= 2.36)", "libstdc++6", "libgl1", "libegl1", "libglib2.0-0 | libglib2.0-0t64"),
    *("libdbus-1-3", "libfontconfig1", "libfreetype6", "libx11-6", "libx11-xcb1", "libxcb1"),
    *(
        "libwayland-cursor0",
        "libwayland-egl1",
        "xkb-data",
        "fonts-dejavu-core | fonts-freefont-ttf",
    ),
)


def main() -> int:
    """Build what the command line asks for, and give the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=[*STEPS, "all"])
    parser.add_argument("--to", type=Path, default=ROOT / "dist", help="where it is put")
    asked = parser.parse_args()
    build = Build(asked.to.resolve())
    for step in STEPS if asked.what == "all" else [asked.what]:
        STEPS[step](build)
    return 0


class Build:
    """One build: where its results go, and what its steps share.

    Args:
        to: The folder of the results; what they are made of lies in its ``work``.
    """

    def __init__(self, to: Path) -> None:
        self.to = to
        self.work = to / "work"
        self.work.mkdir(parents=True, exist_ok=True)
        self.instant = printed("git", "-C", str(ROOT), "log", "-1", "--format=%ct").strip()
        # Wheels, archives and packages all take their times from it.
        self.environment = os.environ | {"SOURCE_DATE_EPOCH": self.instant, "PYTHONHASHSEED": "0"}
        self.python = self.work / "environment" / BIN / PYTHON

    @property
    def version(self) -> str:
        """The version, as the package says it."""
        return printed(str(self.python), "-c", "import tracker; print(tracker.__version__)").strip()

    @property
    def bundle(self) -> Path:
        """The folder of the bundle."""
        return self.to / "soleus"

    def run(self, *command: str | Path, cwd: Path = ROOT) -> None:
        """Run a command that must succeed."""
        subprocess.run([str(part) for part in command], check=True, cwd=cwd, env=self.environment)

    def make_wheel(self) -> None:
        """Build the wheel and the sdist, and check what an index would show of them."""
        self.make_environment()
        wheel, source = self.wheel(), self.source()
        twine = self.environment_of("tools", "twine")
        self.run(twine, "-m", "twine", "check", "--strict", wheel, source)

    def make_environment(self) -> None:
        """Make what everything is built with, once."""
        if not self.python.exists():
            self.environment_of("environment", "--require-hashes", "-r", LOCKED)

    def wheel(self) -> Path:
        """Build the wheel and give it."""
        return self.packed("wheel", "soleus-*.whl")

    def source(self) -> Path:
        """Build the sdist and give it."""
        return self.packed("sdist", "soleus-*.tar.gz")

    def packed(self, kind: str, name: str) -> Path:
        """Build wheel or sdist by the locked builder, whose version the wheel names."""
        for old in self.to.glob(name):
            old.unlink()
        self.run(self.python, "-m", "hatchling", "build", "-t", kind, "-d", self.to)
        (made,) = self.to.glob(name)
        return made

    def environment_of(self, name: str, *given: str | Path) -> Path:
        """Make an environment with what pip is given; give its Python."""
        python = self.work / name / BIN / PYTHON
        if not python.exists():
            self.run(sys.executable, "-m", "venv", self.work / name)
        # What is built is compiled by its builder; most of what comes along is never run.
        self.run(python, "-m", "pip", "install", "--quiet", "--no-compile", *given)
        return python

    def make_bundle(self) -> None:
        """Build the bundle, with the wheel's own files in it."""
        self.make_environment()
        self.environment_of("environment", "--no-deps", "--force-reinstall", self.wheel())
        places = ("--distpath", self.to, "--workpath", self.work / "pyinstaller")
        shutil.rmtree(self.bundle, ignore_errors=True)
        spec = HERE / "soleus.spec"
        quiet = ("--noconfirm", "--log-level", "ERROR")
        if not IS_LINUX:  # where the file carries its icon, and no desktop's folder does
            icon = self.work / ("soleus.icns" if sys.platform == "darwin" else "soleus.ico")
            self.run(self.python, HERE / "icon.py", icon)
            self.environment["SOLEUS_ICON"] = str(icon)
        # Not from the checkout: the bundle is made of what is installed.
        self.run(self.python, "-m", "PyInstaller", *quiet, *places, spec, cwd=self.work)
        if IS_LINUX:
            self.run(self.python, HERE / "icu.py", self.bundle)
            for library in libraries(self.bundle):
                self.run("strip", "--strip-unneeded", library)
            (self.bundle / "soleus-gui").symlink_to("soleus")
        self.run(self.python, HERE / "parts.py", self.bundle)
        require_no_network(self.bundle)

    def make_deb(self) -> None:
        """Build the package for Debian, of the bundle that is there or is made."""
        root = self.work / "deb"
        shutil.rmtree(root, ignore_errors=True)
        library = root / "usr/lib/soleus"
        shutil.copytree(self.made_bundle(), library, symlinks=True)
        (root / "usr/bin").mkdir(parents=True)
        for name in ("soleus", "soleus-gui"):
            (root / "usr/bin" / name).symlink_to(f"../lib/soleus/{name}")
        self.run(self.python, HERE / "texts.py", root / "usr/share", "soleus")
        zsh = root / "usr/share/zsh"
        (zsh / "site-functions").rename(zsh / "vendor-completions")  # where Debian's looks
        documents = root / "usr/share/doc/soleus"
        documents.mkdir(parents=True)
        (documents / "copyright").write_text(self.copyright(), encoding="utf-8")
        changes = (ROOT / "resources/manual/changes.md").read_bytes()
        self.run("gzip", "-9n", self.written(documents / "changelog", changes))
        entry = self.entry_of_changelog().encode()
        self.run("gzip", "-9n", self.written(documents / "changelog.Debian", entry))
        pages = root / "usr/share/man/man1"
        (pages / "soleus-gui.1.gz").symlink_to("soleus.1.gz")
        overrides = root / "usr/share/lintian/overrides/soleus"
        overrides.parent.mkdir(parents=True)
        shutil.copy(HERE / "lintian-overrides", overrides)
        control = root / "DEBIAN"
        control.mkdir()
        kilobytes = sum(f.lstat().st_size for f in root.rglob("*") if not f.is_dir()) // 1024
        (control / "control").write_text(self.control(kilobytes), encoding="utf-8")
        for folder, folders, files in os.walk(root):
            for name in folders:
                Path(folder, name).chmod(0o755)
            for name in files:
                path = Path(folder, name)
                if not path.is_symlink():
                    path.chmod(0o755 if path.parent == library and name == "soleus" else 0o644)
        self.run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", root, self.deb)

    @property
    def deb(self) -> Path:
        """The file of the package."""
        return self.to / f"soleus_{self.version}-1_{self.architecture()}.deb"

    def make_archive(self) -> None:
        """Build the archive for other distributions, with what installs and removes it."""
        name = f"soleus-{self.version}-linux-{os.uname().machine}"
        root = self.work / "archive" / name
        shutil.rmtree(root.parent, ignore_errors=True)
        shutil.copytree(self.made_bundle(), root / "soleus", symlinks=True)
        self.run(self.python, HERE / "texts.py", root / "share", "soleus")
        for script in ("install.sh", "uninstall.sh"):
            shutil.copy2(HERE / script, root / script)
        shutil.copy2(ROOT / "LICENSE", root / "LICENSE")
        plain = self.work / f"{name}.tar"
        with tarfile.open(plain, "w") as tar:
            for path in [root, *sorted(root.rglob("*"))]:
                tar.add(path, path.relative_to(root.parent), recursive=False, filter=self.owned)
        target = self.to / f"{name}.tar.zst"
        self.run("zstd", "--quiet", "--force", "--rm", *SMALL, plain, "-o", target)

    def owned(self, entry: tarfile.TarInfo) -> tarfile.TarInfo:
        """Give an entry of the archive that tells of nobody and of no time but the commit's."""
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = int(self.instant)
        return entry

    def make_sums(self) -> None:
        """Write the sums of all that lies in the folder of results."""
        files = sorted(path for path in self.to.iterdir() if path.is_file())
        lines = [f"{digest(path)}  {path.name}\n" for path in files if path.name != "SHA256SUMS"]
        (self.to / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")

    def made_bundle(self) -> Path:
        """Give the folder of the bundle, and make it where it is missing."""
        if not (self.bundle / "soleus").exists():
            self.make_bundle()
        return self.bundle

    def written(self, path: Path, content: bytes) -> Path:
        """Write a file and give it back."""
        path.write_bytes(content)
        return path

    def entry_of_changelog(self) -> str:
        """Give the entry that Debian wants of the package itself."""
        date = formatdate(int(self.instant), localtime=False)
        line = "  * Packaged; changelog.gz says what is new in the program."
        head = f"soleus ({self.version}-1) unstable; urgency=medium"
        return f"{head}\n\n{line}\n\n -- {MAINTAINER}  {date}\n"

    def architecture(self) -> str:
        """Give what Debian calls this machine's kind."""
        return printed("dpkg", "--print-architecture").strip()

    def control(self, kilobytes: int) -> str:
        """Give what Debian is told of the package."""
        return "\n".join(
            (
                "Package: soleus",
                f"Version: {self.version}-1",
                f"Architecture: {self.architecture()}",
                "Section: misc",
                "Priority: optional",
                f"Maintainer: {MAINTAINER}",
                f"Installed-Size: {kilobytes}",
                f"Depends: {', '.join(DEPENDS)}",
                "Recommends: libcups2",
                "Description: strength log for runners",
                " Log loaded calf raises, seated and standing, one leg at a time, and see over",
                " months and years whether left and right, and soleus and gastrocnemius, are in",
                " balance.",
                " .",
                " It holds Python, Qt and all else that it needs, and never uses the network.",
                "",
            )
        )

    def copyright(self) -> str:
        """Give the licence of the program and of every part, for Debian's folder."""
        parts = (self.bundle / "licences" / "PARTS.md").read_text(encoding="utf-8")
        texts = "On Debian the text of the LGPL is in /usr/share/common-licenses/LGPL-3.\n"
        return f"{(ROOT / 'LICENSE').read_text(encoding='utf-8')}\n{parts}\n{texts}"


def printed(*command: str) -> str:
    """Give what a command prints."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def digest(path: Path) -> str:
    """Give the SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def libraries(bundle: Path) -> list[Path]:
    """Give the shared libraries that can be stripped of what only a debugger reads."""
    return [
        path
        for path in sorted(bundle.rglob("*"))
        if re.search(r"\.so(\.[\d.]+)?$", path.name)
        and path.is_file()
        and not path.is_symlink()
        and _NUMPY not in path.parts
    ]


def network_files(bundle: Path) -> Iterator[Path]:
    """Give the files that a network could be reached with, by their names."""
    for path in bundle.rglob("*"):
        name = path.name.lower()
        if "network" in name or name.startswith(("libssl", "_ssl", "libcurl", "libqopenssl")):
            yield path


def require_no_network(bundle: Path) -> None:
    """Raise SystemExit where the bundle could reach a network: its promise is that it cannot."""
    found = [str(path.relative_to(bundle)) for path in network_files(bundle)]
    if found:
        raise SystemExit(f"The bundle holds parts of a network: {', '.join(found)}")


STEPS: Final[dict[str, Callable[[Build], object]]] = {
    "wheel": Build.make_wheel,
    "bundle": Build.make_bundle,
    "deb": Build.make_deb,
    "archive": Build.make_archive,
    "sums": Build.make_sums,
}

if __name__ == "__main__":
    sys.exit(main())

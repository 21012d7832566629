"""Set up the project's own virtual environment from the lock files; needs nothing but Python itself."""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from ctypes.util import find_library
from pathlib import Path

from npm_packages import fetch_file, install_program, kept, pinned

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
WHOLE_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSERS = ("chromium-headless-shell", *WHOLE_BROWSERS)
"""Chromium for programs first: it shows pages as the whole one does, and has no windows to draw around them."""
CHECKER = "build/dist/vnu.jar"
"""The file of the package vnu-jar that checks HTML."""
PANGO = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
"""The libraries that WeasyPrint loads, and the packages of Debian that have them."""


def read_words(about: str, name: str, meaning: str, number: str = "*") -> list[str]:
    """Return the words after the command; `--help` says what they mean, before anything is set up."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument(name, nargs=number, default=[], help=meaning)
    found = getattr(parser.parse_args(), name)
    return [found] if isinstance(found, str) else list(found)


def say(text: str) -> None:
    """Tell the person at the keyboard what is going on."""
    print(f"» {text}", flush=True)


def run(*command: str | Path) -> int:
    """Run a program in the project's environment and return how it ended."""
    return subprocess.run([str(PYTHON), *map(str, command)], check=False).returncode


def set_up(lock: str) -> None:
    """Make sure that everything in `requirements/<lock>.txt` and charterpress itself is installed."""
    if sys.version_info < OLDEST:
        sys.exit(f"charterpress needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}.")
    requirements = ROOT / "requirements" / f"{lock}.txt"
    stamp = VENV / f"installed-{lock}"
    wanted = _fingerprint(requirements)
    if stamp.is_file() and stamp.read_text() == wanted and _works():
        return
    if not _works():
        say("Making a virtual environment in .venv …")
        _make_environment()
    say("Installing what is needed, with every file checked against its hash …")
    _pip("install", "--require-hashes", "--no-deps", "-r", requirements)
    say("Installing charterpress …")
    _pip("install", "--no-build-isolation", "--no-deps", "--editable", ROOT)
    stamp.write_text(wanted)


def set_up_browser(*, whole: bool = False) -> str:
    """Return the path of a Chromium; install the system's own where there is none.

    `CHARTERPRESS_BROWSER` names another one. With `whole` it is one that can also be used by hand.
    """
    names = WHOLE_BROWSERS if whole else BROWSERS
    if (found := os.environ.get("CHARTERPRESS_BROWSER") or _first(names)) is not None:
        return found
    # Older systems have no package for the first.
    for package in names[:2]:
        say("Installing Chromium from the system's packages …")
        _install_system_packages(package)
        if (found := _first(names)) is not None:
            return found
    sys.exit("The browser tests need Chromium. Install it, on Debian with: apt-get install chromium")


def set_up_gettext() -> None:
    """Make sure that there is GNU gettext, against which the tests hold the files for translators."""
    _set_up_program("msgfmt", "gettext", "GNU gettext")


def set_up_poppler() -> None:
    """Make sure that there is poppler, with which the tests read the words of leaflets back."""
    _set_up_program("pdftotext", "poppler-utils", "poppler")


def set_up_checker() -> None:
    """Make sure that there are Java and the Nu checker, which the tests hold every page against."""
    _set_up_program("java", "default-jre-headless", "Java")
    checker = pinned("vnu-jar")
    if not kept(checker, CHECKER).is_file():
        _set_up_program("npm", "npm", "npm")
        say("Fetching the Nu checker into .cache …")
        fetch_file(checker, CHECKER)


def set_up_lighthouse() -> Path:
    """Return Lighthouse, put into `.cache/` the first time; it needs Node.js 18.16 or newer."""
    return install_program(pinned("lighthouse"))


def _set_up_program(program: str, package: str, title: str) -> None:
    if shutil.which(program) is None:
        say(f"Installing {title} from the system's packages …")
        _install_system_packages(package)
    if shutil.which(program) is None:
        sys.exit(f"The tests need {title}. Install it, on Debian with: apt-get install {package}")


def set_up_pango() -> None:
    """Make sure that there is Pango, with which WeasyPrint sets the leaflets that ours are compared with."""
    if not _has_pango():
        say("Installing Pango from the system's packages …")
        _install_system_packages(*PANGO.values())
    if not _has_pango():
        sys.exit(f"WeasyPrint needs Pango. Install it, on Debian with: apt-get install {' '.join(PANGO.values())}")


def _has_pango() -> bool:
    return all(find_library(name) is not None for name in PANGO)


def _first(programs: tuple[str, ...]) -> str | None:
    return next((path for name in programs if (path := shutil.which(name))), None)


def _fingerprint(requirements: Path) -> str:
    settings = (ROOT / "pyproject.toml").read_bytes()
    parts = [requirements.read_bytes(), settings, str(ROOT).encode(), sys.version.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _works() -> bool:
    if not PYTHON.exists():
        return False
    return subprocess.run([str(PYTHON), "-c", "import pip"], check=False, capture_output=True).returncode == 0


def _make_environment() -> None:
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command, check=False, capture_output=True).returncode == 0:
        return
    # Debian keeps a part of Python's own venv module in a package of its own.
    say("Python's venv module is not complete; installing python3-venv from the system's packages …")
    _install_system_packages("python3-venv")
    if subprocess.run(command, check=False).returncode != 0:
        sys.exit("No virtual environment could be made. On Debian run: apt-get install python3-venv")


def _install_system_packages(*names: str) -> None:
    if shutil.which("apt-get") is None:
        return
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    prefix = [] if root else ["sudo", "--non-interactive"]
    if prefix and shutil.which("sudo") is None:
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *names]):
        subprocess.run([*prefix, *command], check=False, env=environment, stdout=subprocess.DEVNULL)


def _pip(*arguments: str | Path) -> None:
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    if run("-m", "pip", *arguments, *quiet) != 0:
        sys.exit("The installation did not succeed; the lines above say why. Nothing else was changed.")

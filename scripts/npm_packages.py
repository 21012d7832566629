"""Keep programs from npm in `.cache/`, each in the version that requirements/npm.txt names, and fetch none twice."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PINS = ROOT / "requirements" / "npm.txt"
CACHE = ROOT / ".cache"


class Pin(NamedTuple):
    """Name a package in one version; `sha512` is the sum of its file in hexadecimal digits, or empty."""

    name: str
    version: str
    sha512: str = ""


def pinned(name: str, pins: Path = PINS) -> Pin:
    """Return the version of a package that is used here."""
    lines = (line.split() for line in pins.read_text("utf-8").splitlines() if not line.startswith("#"))
    for found, version, *sums in lines:
        if found == name:
            return Pin(name, version, "".join(sums).removeprefix("sha512:"))
    sys.exit(f"{pins.name} does not name {name}.")


def kept(pin: Pin, file: str, cache: Path = CACHE) -> Path:
    """Return where a file of a package is kept, whether it is there or not."""
    return cache / f"{pin.name}-{pin.version}" / Path(file).name


def fetch_file(pin: Pin, file: str, cache: Path = CACHE) -> Path:
    """Return one file of a package, out of the cache or fetched and held against its sum; stop where it differs."""
    target = kept(pin, file, cache)
    if target.is_file():
        return target
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as name:
        folder = Path(name)
        command = [
            _npm(),
            "pack",
            f"{pin.name}@{pin.version}",
            "--pack-destination",
            name,
            "--ignore-scripts",
            "--silent",
        ]
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode != 0:
            sys.exit(f"npm could not fetch {pin.name} {pin.version}; is there a network?")
        return take_file(pin, file, next(folder.glob("*.tgz")), target)


def take_file(pin: Pin, file: str, packed: Path, target: Path) -> Path:
    """Take a file out of a package that was fetched, if it has the sum that it should have; else stop."""
    if hashlib.sha512(packed.read_bytes()).hexdigest() != pin.sha512:
        sys.exit(
            f"The file of {pin.name} {pin.version} is not the one that requirements/npm.txt names. Nothing was kept."
        )
    with tarfile.open(packed) as archive:
        content = archive.extractfile(f"package/{file}")
        if content is None:
            sys.exit(f"{pin.name} {pin.version} has no {file}.")
        target.parent.mkdir(parents=True, exist_ok=True)
        # Half a file must never be taken for a whole one.
        unfinished = target.with_suffix(".part")
        with unfinished.open("wb") as out:
            shutil.copyfileobj(content, out)
        return unfinished.replace(target)


def install_program(pin: Pin, cache: Path = CACHE) -> Path:
    """Return the program that a package has; it is put into the cache, with all that it needs, the first time."""
    folder = cache / pin.name
    stamp = folder / "installed"
    wanted = f"{pin.name}@{pin.version}"
    if not stamp.is_file() or stamp.read_text() != wanted:
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run([_npm(), "install", "--prefix", str(folder), "--no-audit", "--no-fund", wanted], check=True)
        stamp.write_text(wanted)
    return folder / "node_modules" / ".bin" / pin.name


def _npm() -> str:
    return shutil.which("npm") or sys.exit(
        "Node.js with npm is missing. Install it, on Debian with: apt-get install npm"
    )

"""Keep leaflets between builds: what is made from the same words, settings and programs is not made again."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, replace
from functools import cache
from hashlib import sha256
from importlib.metadata import distributions
from importlib.resources import files
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from charterpress.findings import Finding, Level
from charterpress.host.made import Made, Printed

_FACTS = "facts.json"
_BROKEN = (OSError, BadZipFile, LookupError, TypeError, ValueError)


def stamp(*parts: str) -> str:
    """Return a name that is another one when any of the parts changes, or any program that makes leaflets."""
    return sha256("\0".join((*parts, _programs())).encode()).hexdigest()


@cache
def _programs() -> str:
    """Return what stands for all that is installed here: our own files, and the version of every package."""
    ours = Path(str(files("charterpress")))
    known = sha256()
    for path in sorted(ours.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            known.update(path.relative_to(ours).as_posix().encode() + b"\0" + path.read_bytes())
    for name in sorted(f"{each.metadata['Name']} {each.version}" for each in distributions()):
        known.update(name.encode() + b"\0")
    return known.hexdigest()


class Store:
    """Keep what was made in files below the cache of a project; two builds may use it at once."""

    def __init__(self, root: Path) -> None:
        """Use the cache of the project in `root`."""
        self._folder = root / ".cache" / "charterpress" / "leaflets"

    def load(self, key: str) -> Made | None:
        """Return what is kept under a key; what is not there, or can't be read, is None."""
        try:
            with ZipFile(self._folder / f"{key}.zip") as file:
                return _read(file, key)
        except _BROKEN:
            return None

    def save(self, made: Made) -> None:
        """Keep what was made; a build that is stopped leaves no half entry behind.

        Where the folder can't be written to, or is full, nothing is kept: the next build makes it again.
        """
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                whole = Path(file.name)
                try:
                    with ZipFile(file, "w") as kept:
                        for name, data in _parts(made):
                            kept.writestr(name, data)
                    file.flush()
                    whole.replace(self._folder / f"{made.key}.zip")
                except OSError:
                    whole.unlink(missing_ok=True)
                    raise

    def forget_all_but(self, keys: Iterable[str]) -> None:
        """Delete what is kept under other keys."""
        wanted = {f"{key}.zip" for key in keys}
        for path in self._folder.glob("*"):
            if path.name not in wanted:
                with suppress(OSError):
                    path.unlink(missing_ok=True)


def _parts(made: Made) -> Iterator[tuple[str, bytes]]:
    leaflet = made.leaflet
    if leaflet is None:
        return
    bare = replace(leaflet, screen=b"", press=tuple(replace(file, data=b"") for file in leaflet.press))
    facts: dict[str, object] = {
        "leaflet": {**asdict(bare), "screen": "", "press": [file.holds for file in leaflet.press]},
        "findings": [{**asdict(one), "file": str(one.file) if one.file else None} for one in made.findings],
        "printed": [{"path": str(one.path), "papers": sorted(one.papers)} for one in made.printed],
    }
    yield _FACTS, json.dumps(facts, ensure_ascii=False).encode()
    yield "screen", leaflet.screen
    for at, file in enumerate(leaflet.press):
        yield f"press/{at}", file.data
    for at, printed in enumerate(made.printed):
        for name, data in printed.papers.items():
            yield f"papers/{at}/{name}", data


def _read(file: ZipFile, key: str) -> Made:
    # As Typst: only the process that makes leaflets waits for these to load.
    from charterpress.leaflets.job import Leaflet  # noqa: PLC0415 - see above
    from charterpress.leaflets.printing import PressFile  # noqa: PLC0415 - see above

    facts: dict[str, Any] = json.loads(file.read(_FACTS))
    press = tuple(PressFile(holds, file.read(f"press/{at}")) for at, holds in enumerate(facts["leaflet"]["press"]))
    leaflet = Leaflet(**{**facts["leaflet"], "screen": file.read("screen"), "press": press})
    findings = (
        Finding(**{**one, "level": Level(one["level"]), "file": Path(one["file"]) if one["file"] else None})
        for one in facts["findings"]
    )
    printed = (
        Printed(Path(one["path"]), press[at].data, {name: file.read(f"papers/{at}/{name}") for name in one["papers"]})
        for at, one in enumerate(facts["printed"])
    )
    return Made(leaflet, tuple(findings), tuple(printed), key)

"""Zip press PDFs with what stands beside them, for the print shop: the same files give the same bytes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from charterpress.content.project import load_project
from charterpress.findings import Finding, named_from
from charterpress.packing.printed import Checked, Printed, check_printed, find_printed
from charterpress.packing.readme import README, readme_of, readme_of_all

PRINT = "print"
FOLDER = "packs"
"""Where packs go unless another folder is named, below the root of the project."""
TOGETHER = "leaflets.zip"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every file in a zip: the earliest there can be, since no date must change its bytes."""
_MODE = 0o644
_UNIX = 3


@dataclass(frozen=True)
class Choice:
    """Hold which leaflets are wanted; what names nothing leaves nothing out."""

    languages: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()

    def takes(self, printed: Printed) -> bool:
        """Tell whether a leaflet is wanted."""
        pairs = (
            (self.languages, printed.language),
            (self.documents, printed.document),
            (self.formats, printed.format),
        )
        return all(not wanted or has in wanted for wanted, has in pairs)


def pack_prints(
    root: Path, choice: Choice, output: Path | None = None, *, together: bool = False
) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """Zip what a build left in print/ and return the files written, or everything that is wrong.

    There is a zip a leaflet, or one for all. With any finding nothing is written.
    """
    load_project(root)  # stops where there is no project; what its settings say does not matter here
    found = find_printed(root / PRINT)
    if not found:
        message = "there is nothing to pack: no build has left a leaflet for the print shop in print/"
        return (), (Finding("pack-nothing", message, "Run `charterpress build` first."),)
    problems = list(_unknown(choice, found))
    chosen = [printed for printed in found if choice.takes(printed)]
    if not problems and not chosen:
        message = "no leaflet has this language, document and format together"
        problems.append(Finding("pack-unknown", message, f"There are: {', '.join(each.path.stem for each in found)}."))
    ready = []
    for printed in chosen:
        checked, findings = check_printed(printed)
        problems += findings
        if checked is not None:
            ready.append(checked)
    if problems:
        return (), named_from(root, problems)
    return _write(ready, root / FOLDER if output is None else output, together=together), ()


def _unknown(choice: Choice, found: Collection[Printed]) -> Iterator[Finding]:
    """Yield each name that no leaflet has, with those that there are."""
    for kind, wanted, known in (
        ("language", choice.languages, {each.language for each in found}),
        ("document", choice.documents, {each.document for each in found}),
        ("format", choice.formats, {each.format for each in found}),
    ):
        for name in dict.fromkeys(wanted):
            if name not in known:
                hint = f"Known: {', '.join(sorted(filter(None, known)))}."
                yield Finding("pack-unknown", f"no leaflet in print/ has the {kind} '{name}'", hint)


def _write(ready: Iterable[Checked], output: Path, *, together: bool) -> tuple[Path, ...]:
    """Write every zip beside its place first, and move them in only when all are there."""
    output.mkdir(parents=True, exist_ok=True)
    ready = list(ready)
    with ExitStack() as stack:
        made = []
        for name, packed in (
            [(TOGETHER, ready)] if together else [(f"{one.printed.path.stem}.zip", [one]) for one in ready]
        ):
            path = output / name
            temporary = output / f".{name}.new"
            stack.callback(temporary.unlink, missing_ok=True)
            with ZipFile(temporary, "w", ZIP_DEFLATED, compresslevel=9) as file:
                for inside, source in sorted(_contents(packed, together=together).items()):
                    _add(file, inside, source)
            made.append((temporary, path))
        for temporary, path in made:
            temporary.replace(path)
    return tuple(path for _, path in made)


def _contents(packed: list[Checked], *, together: bool) -> dict[str, Path | str]:
    """Return what goes into a zip by its name there: a file, or a text."""
    text = readme_of_all(packed) if together else readme_of(packed[0])
    contents: dict[str, Path | str] = {README: text}
    for one in packed:
        for path in one.files:
            contents[f"{one.printed.language}/{path.name}" if together else path.name] = path
    return contents


def _add(file: ZipFile, name: str, source: Path | str) -> None:
    entry = ZipInfo(name, _FIRST_DAY)
    entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, _UNIX, _MODE << 16
    file.writestr(entry, source.encode() if isinstance(source, str) else source.read_bytes(), compresslevel=9)

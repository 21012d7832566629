"""Test the direction of imports, read from the source: each room knows only the rooms before it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
PACKAGE = "charterpress"

LINE: tuple[frozenset[str], ...] = (
    frozenset({"findings", "colours"}),
    frozenset({"content"}),
    frozenset({"languages"}),
    frozenset({"readability", "site", "leaflets"}),
    frozenset({"reading"}),
    frozenset({"check", "loose"}),
    frozenset({"host"}),
    frozenset({"reports"}),
    frozenset({"build"}),
    frozenset({"adapting", "editing"}),
    frozenset({"links", "summary", "new", "packing"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
"""The rooms in their order: each may know those before it, and none beside it."""

ASIDE: dict[str, set[str]] = {
    "report": {"findings"},
    "preflight": {"content", "findings", "languages", "processes"},
    "staging": set(),
    "memory": set(),
    "processes": set(),
}
"""The rooms that serve the end of the line, from the check on, and what they may know themselves."""

NARROW: dict[str, set[str]] = {
    "links": {"findings", "content", "site", "report"},
    "adapting": {"findings", "content"},
    "editing": {"findings", "content"},
    "new": {"findings", "content", "languages", "readability", "adapting", "editing"},
    "packing": {"findings", "content", "preflight"},
}
"""The rooms that know less than what their place in the line would let them."""

INNER: dict[str, dict[str, set[str]]] = {
    "languages": {
        "checks": {"catalogue", "figures", "foreign", "locales", "terminology"},
        "exchange": {
            "carrying",
            "catalogue",
            "checks",
            "extract",
            "interface",
            "locales",
            "meaning",
            "pofile",
            "reviews",
            "terminology",
            "translate",
            "update",
            "words",
        },
    },
    "cli": {
        "options": set(),
        "adapt": {"options"},
        "asking": set(),
        "addresses": {"options"},
        "editing": {"options"},
        "links": {"options"},
        "new": {"asking", "options"},
        "preflight": {"options"},
        "printing": {"options"},
        "translate": {"options"},
        "main": {"adapt", "addresses", "editing", "links", "new", "options", "preflight", "printing", "translate"},
    },
}
"""The parts of rooms that have some, and which modules of the same room each may know."""

ONLY_IN = {
    "mkdocs": {"host"},
    "mkdocs_static_i18n": {"host"},
    "material": {"host"},
    "typst": {"leaflets", "preflight"},
    "pikepdf": {"leaflets", "preflight"},
    "pypdfium2": {"leaflets"},
    "PIL": {"leaflets", "preflight"},
    "textstat": {"readability"},
    "openpyxl": {"languages"},
    "click": {"cli"},
}
"""The rooms that may import a package of others."""


@dataclass(frozen=True)
class Import:
    """Name an import: which module has it, on which line, and what it imports."""

    module: str
    line: int
    target: str

    @property
    def room(self) -> str:
        """Return the room that the importing module belongs to."""
        return room_of(self.module)

    def __str__(self) -> str:
        """Return the import as a reader finds it."""
        return f"{self.module}, line {self.line}: imports {self.target}"


def room_of(module: str) -> str:
    """Return the room of one of our modules; the package's own facts, such as its version, have none."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


def line_of(room: str) -> int:
    """Return the place of a room in the line."""
    return next(index for index, rooms in enumerate(LINE) if room in rooms)


def may_know(room: str) -> set[str]:
    """Return the rooms that a room may import, its own modules aside."""
    if room in ASIDE:
        return ASIDE[room]
    if room in NARROW:
        return NARROW[room]
    place = line_of(room)
    before = set[str]().union(*LINE[:place])
    return before | set(ASIDE) if place >= line_of("check") else before


def part_of(module: str) -> str:
    """Return the part of its room that one of our modules belongs to; the room's own front has none."""
    parts = module.split(".")
    return parts[2] if len(parts) > 2 else ""


def modules() -> dict[str, Path]:
    """Return every module of the package by its dotted name."""
    found = {}
    for path in sorted((SOURCE / PACKAGE).rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    assert len(found) >= 60, "the source was not found"
    return found


def imports_in(module: str, source: str) -> Iterator[Import]:
    """Yield every import of a module: at the top, in a function, and for types only."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield Import(module, node.lineno, name.name)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}, line {node.lineno}: a relative import"
            assert node.module is not None
            for name in node.names:
                yield Import(module, node.lineno, f"{node.module}.{name.name}")


@pytest.fixture(scope="module")
def imports() -> tuple[Import, ...]:
    """Return every import of the package."""
    found = tuple(
        entry for module, path in modules().items() for entry in imports_in(module, path.read_text(encoding="utf-8"))
    )
    assert len(found) >= 300, "the imports were not found"
    return found


def ours(imports: tuple[Import, ...]) -> list[Import]:
    """Return the imports of modules of the package, not of its version."""
    own = [entry for entry in imports if entry.target.split(".")[0] == PACKAGE]
    return [entry for entry in own if entry.target != f"{PACKAGE}.__version__"]


def test_every_room_has_its_place() -> None:
    """Each module stands in a room that this test knows, and each room has modules."""
    rooms = {room_of(module) for module in modules()} - {""}
    assert rooms == set(ASIDE).union(*LINE)


def test_imports_run_one_way(imports: tuple[Import, ...]) -> None:
    """No module imports from a room that stands after its own, or beside it."""
    own = ours(imports)
    assert len(own) >= 150
    wrong = [
        str(entry)
        for entry in own
        if room_of(entry.target) != entry.room and room_of(entry.target) not in may_know(entry.room)
    ]
    assert wrong == []


@pytest.mark.parametrize(("room", "part"), [(room, part) for room in INNER for part in INNER[room]])
def test_parts_of_rooms(imports: tuple[Import, ...], room: str, part: str) -> None:
    """Within a room that has parts, each part knows only the modules that it stands on."""
    own = [entry for entry in ours(imports) if (entry.room, part_of(entry.module)) == (room, part)]
    assert own, "the part was not found"
    inside = [entry for entry in own if room_of(entry.target) == room]
    allowed = INNER[room][part] | {part}
    assert [str(entry) for entry in inside if part_of(entry.target) not in allowed] == []


def test_who_works_with_files_of_translators(imports: tuple[Import, ...]) -> None:
    """What goes out to translators and comes back is for commands: nothing else in the languages needs it."""
    users = {
        f"{entry.room}.{part_of(entry.module)}"
        for entry in ours(imports)
        if (room_of(entry.target), part_of(entry.target)) == ("languages", "exchange")
    }
    assert users == {"cli.translate", "languages.exchange"}


def test_pictures_are_opened_in_one_part(imports: tuple[Import, ...]) -> None:
    """Only what judges pictures, turns colours into inks or draws proofs knows Pillow: few builds wait for it."""
    users = {part_of(entry.module) for entry in imports if entry.target.split(".")[0] == "PIL"}
    assert users == {"pictures", "inks", "proof"}
    door = f"{PACKAGE}.leaflets.pictures."
    outside = [entry for entry in imports if entry.target.startswith(door) and not entry.module.startswith(door[:-1])]
    assert {entry.target.removeprefix(door).split(".")[0] for entry in outside} == {"library", "placing", "values"}
    opening = {entry.module for entry in imports if entry.target.split(".")[0] == "PIL"}
    assert not opening & {f"{door}{name}" for name in ("library", "placing", "values")}


def test_spreadsheets_stay_in_one_part(imports: tuple[Import, ...]) -> None:
    """Only what exchanges files with translators knows spreadsheets: no build waits for their package to load."""
    users = {part_of(entry.module) for entry in imports if entry.target.split(".")[0] == "openpyxl"}
    assert users == {"exchange"}


def test_commands_load_what_they_need() -> None:
    """At the top the command line imports what every command needs; the rest waits until a command runs."""
    found = {name: path.read_text(encoding="utf-8") for name, path in modules().items() if room_of(name) == "cli"}
    assert len(found) >= 5
    top = {
        entry.target
        for name, source in found.items()
        for node in ast.parse(source).body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for entry in imports_in(name, ast.unparse(node))
    }
    own = {target for target in top if target.split(".")[0] == PACKAGE} - {f"{PACKAGE}.__version__"}
    assert {room_of(target) for target in own} == {"cli", "findings", "memory", "report"}


def test_no_imports_by_name(imports: tuple[Import, ...]) -> None:
    """Nobody imports by a text that this test cannot read."""
    by_name = {"importlib", "importlib.import_module", "importlib.util", "runpy", "builtins.__import__"}
    assert [str(entry) for entry in imports if by_name & {entry.target, entry.target.rpartition(".")[0]}] == []


def test_only_names_from_rooms(imports: tuple[Import, ...]) -> None:
    """Nobody imports the whole package to come to a room through its back door."""
    assert [str(entry) for entry in imports if entry.target == PACKAGE] == []


@pytest.mark.parametrize("package", sorted(ONLY_IN))
def test_packages_of_others(imports: tuple[Import, ...], package: str) -> None:
    """Only the host knows MkDocs, only leaflets and the preflight know Typst and pikepdf, and so on."""
    users = [entry for entry in imports if entry.target.split(".")[0] == package]
    assert [str(entry) for entry in users if entry.room not in ONLY_IN[package]] == []


@pytest.mark.parametrize("package", ["mkdocs", "typst", "pikepdf", "PIL", "textstat", "openpyxl", "click"])
def test_packages_of_others_are_in_use(imports: tuple[Import, ...], package: str) -> None:
    """The rule about a package is about something: its rooms do import it."""
    assert ONLY_IN[package] <= {entry.room for entry in imports if entry.target.split(".")[0] == package}


@pytest.mark.parametrize(
    ("module", "target", "allowed"),
    [
        ("content.library", "findings", True),
        ("findings", "content.library", False),
        ("site.render", "leaflets.words", False),
        ("report.html", "findings", True),
        ("report.html", "content.library", False),
        ("content.library", "report.html", False),
        ("host.plugin", "staging", True),
        ("build", "cli", False),
        ("leaflets.press", "preflight.preflight", False),
        ("preflight.preflight", "leaflets.press", False),
        ("host.prepared", "preflight.preflight", True),
        ("cli", "build", True),
        ("cli.translate", "languages.exchange.scope", True),
        ("cli.new", "new.language", True),
        ("languages.exchange.scope", "content.library", True),
        ("languages.library", "new.language", False),
        ("languages.checks", "readability.rules", False),
        ("languages.status", "site.render", False),
        ("new.language", "readability.formulas", True),
        ("new.language", "languages.words", True),
        ("new.language", "site.render", False),
        ("new.language", "adapting.starting", True),
        ("adapting.update", "content.adaptation.resolve", True),
        ("adapting.update", "languages.words", False),
        ("adapting.status", "report.terminal", False),
        ("host.plugin", "adapting.update", False),
        ("new.language", "check", False),
        ("new.site", "editing.schema", True),
        ("editing.ids", "content.naming", True),
        ("editing.ids", "new.site", False),
        ("content.naming", "editing.ids", False),
        ("new.language", "report.terminal", False),
        ("packing.pack", "preflight.companions", True),
        ("packing.pack", "build", False),
        ("preflight.typesetting", "languages.fonts", True),
        ("preflight.typesetting", "leaflets.setting", False),
        ("build", "new.language", False),
        ("site.render", "languages.status", True),
        ("leaflets.series", "site.render", False),
    ],
)
def test_the_rule(module: str, target: str, *, allowed: bool) -> None:
    """The rule of this test is that of the design: it lets through what may be, and nothing else."""
    assert (room_of(f"{PACKAGE}.{target}") in may_know(room_of(f"{PACKAGE}.{module}"))) is allowed


@pytest.mark.parametrize(
    "source",
    [
        "import mkdocs.config",
        "from mkdocs import config",
        "def later():\n    from mkdocs.config import base",
        "if TYPE_CHECKING:\n    import mkdocs",
        "try:\n    import os, mkdocs\nexcept ImportError:\n    pass",
        "class A:\n    from mkdocs import x as y",
    ],
)
def test_no_import_is_missed(source: str) -> None:
    """An import is found wherever it stands and however it is written."""
    targets = {entry.target.split(".")[0] for entry in imports_in("charterpress.content.some", source)}
    assert "mkdocs" in targets

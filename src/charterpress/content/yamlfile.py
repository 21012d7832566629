"""Parse YAML with positions; scalars stay text until the model gives them a type."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from charterpress.content.characters import FORBIDDEN, forbidden, forbidden_characters
from charterpress.content.textfile import load_text
from charterpress.findings import Finding, shortened

Key = str | int
Pointer = tuple[Key, ...]
"""Where a value stands: mapping keys and list positions from the top."""

Value = str | list["Value"] | dict[str, "Value"]

DEPTH_LIMIT = 40
"""The deepest nesting allowed; the deepest real document has 11 levels."""

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""What reads YAML: libyaml where it is there. It reads the same events about ten times as fast."""


@dataclass(frozen=True)
class Place:
    """Name a place in a file; both numbers count from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class YamlFile:
    """Hold what a YAML file says, where it says it, and what is wrong with it.

    `data` is None when the file could not be understood at all. `doubled` has the keys that stand twice.
    """

    path: Path
    data: Value | None
    places: Mapping[Pointer, Place]
    findings: tuple[Finding, ...] = ()
    doubled: tuple[Pointer, ...] = field(default=(), kw_only=True)

    @property
    def only_doubled(self) -> bool:
        """Tell whether nothing is wrong with the file but that keys stand there twice."""
        return self.data is not None and len(self.findings) == len(self.doubled)

    def doubled_below(self, pointer: Pointer) -> tuple[Pointer, ...]:
        """Return the keys that stand twice at or below a place, seen from there."""
        return tuple(at[len(pointer) :] for at in self.doubled if at[: len(pointer)] == pointer)

    def place(self, pointer: Pointer) -> Place:
        """Return the place of a value, or of the nearest value around it."""
        while pointer and pointer not in self.places:
            pointer = pointer[:-1]
        return self.places.get(pointer, Place(1, 1))

    def locate(self, pointer: Pointer) -> tuple[Path, Place]:
        """Return the file and the place of a value: this file, where the document was not made of several."""
        return self.path, self.place(pointer)

    def finding(self, rule: str, message: str, hint: str, pointer: Pointer = ()) -> Finding:
        """Return an error about the value at `pointer`."""
        path, place = self.locate(pointer)
        return Finding(rule, message, hint, file=path, line=place.line, column=place.column)


def scalars(value: Value, pointer: Pointer = ()) -> Iterator[tuple[Pointer, str]]:
    """Yield every text below a value, with its place."""
    if isinstance(value, str):
        yield pointer, value
        return
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield from scalars(inner, (*pointer, key))


@dataclass
class _Frame:
    """Hold a collection while its entries are being read."""

    value: list[Value] | dict[str, Value]
    pointer: Pointer
    key: str | None = None
    skip: bool = False


@dataclass
class _Reader:
    """Turn YAML events into plain values without recursion, so that depth cannot break it."""

    path: Path
    any_tag: bool
    data: Value | None = None
    places: dict[Pointer, Place] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    stack: list[_Frame] = field(default_factory=list)
    documents: int = 0
    aliases: set[str] = field(default_factory=set)
    doubled: list[Pointer] = field(default_factory=list)

    def read(self, text: str) -> None:
        """Take in every event until the end, or until something makes going on pointless."""
        for event in yaml.parse(text, Loader=LOADER):
            place = _place(event)
            self.take(event, place)
            if self.documents > 1 or len(self.stack) > DEPTH_LIMIT:
                break
        if self.documents > 1:
            self.report(
                "yaml-documents",
                "the file holds more than one YAML document",
                "Keep one document a file: take out the line '---'.",
                place,
            )
        elif self.stack:
            self.report(
                "yaml-depth",
                f"the file nests more than {DEPTH_LIMIT} levels deep",
                "Check the indentation and the brackets.",
                place,
            )
            self.data = None

    def take(self, event: yaml.Event, place: Place) -> None:
        """Take in one event."""
        match event:
            case yaml.DocumentStartEvent():
                self.documents += 1
            case yaml.AliasEvent():
                self.report_alias(str(event.anchor), place)
                self.add("", place)
            case yaml.ScalarEvent():
                self.check_tag(event.anchor, event.tag, place)
                self.check_characters(event.value, place)
                self.add(event.value, place)
            case yaml.SequenceStartEvent():
                self.check_tag(event.anchor, event.tag, place)
                self.open([], place)
            case yaml.MappingStartEvent():
                self.check_tag(event.anchor, event.tag, place)
                self.open({}, place)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self.stack.pop()
            case _:
                pass

    def report_alias(self, name: str, place: Place) -> None:
        """Report the first use of an alias; a hundred more would say no more."""
        if name not in self.aliases:
            message = f"the alias *{name} repeats another part of the file"
            self.report("yaml-alias", message, "Aliases are not allowed. Write the text again.", place)
        self.aliases.add(name)

    def check_tag(self, anchor: str | None, tag: str | None, place: Place) -> None:
        """Report anchors, which hide text from translators, and tags, which make objects of text."""
        if anchor is not None:
            self.report(
                "yaml-alias",
                f"the anchor &{anchor} is not allowed",
                "Anchors and aliases hide text from translators. Write the text again.",
                place,
            )
        if tag is not None and not self.any_tag:
            self.report(
                "yaml-tag", f"the tag {shortened(tag)} is not allowed", "Take out the word that starts with '!'.", place
            )

    def check_characters(self, value: str, place: Place) -> None:
        """Report a control character that came in as an escape."""
        if (found := FORBIDDEN.search(value)) is not None:
            self.findings.append(forbidden(found[0], self.path, place.line, place.column))

    def open(self, value: list[Value] | dict[str, Value], place: Place) -> None:
        """Start a collection."""
        frame = self.stack[-1] if self.stack else None
        if frame is not None and isinstance(frame.value, dict) and frame.key is None:
            self.report("yaml-key", "a key must be a plain word", "Check the indentation and the brackets.", place)
            self.stack.append(_Frame(value, frame.pointer))
            frame.key, frame.skip = "", True
            return
        pointer = self.add(value, place)
        self.stack.append(_Frame(value, pointer))

    def add(self, value: Value, place: Place) -> Pointer:
        """Put a value where it belongs and return its pointer."""
        if not self.stack:
            self.data = value
            self.places[()] = place
            return ()
        frame = self.stack[-1]
        if isinstance(frame.value, list):
            pointer = (*frame.pointer, len(frame.value))
            frame.value.append(value)
            self.places[pointer] = place
            return pointer
        if frame.key is None:
            frame.key = str(value)
            pointer = (*frame.pointer, frame.key)
            frame.skip = frame.key in frame.value
            if frame.skip:
                self.doubled.append(pointer)
                first = self.places[pointer].line
                self.report(
                    "duplicate-key",
                    f"'{frame.key}' stands here twice, first on line {first}",
                    "Keep one of the two, or join their contents.",
                    place,
                )
            else:
                self.places[pointer] = place
            return pointer
        pointer = (*frame.pointer, frame.key)
        if not frame.skip:
            frame.value[frame.key] = value
            # A text is found by where it starts; a collection by its key.
            if isinstance(value, str):
                self.places[pointer] = place
        frame.key, frame.skip = None, False
        return pointer

    def report(self, rule: str, message: str, hint: str, place: Place) -> None:
        """Note a problem."""
        finding = Finding(rule, message, hint, file=self.path, line=place.line, column=place.column)
        self.findings.append(finding)


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark is not None else Place(1, 1)


def load_yaml(path: Path, *, any_tag: bool = False) -> YamlFile:
    """Read a YAML file; everything wrong with it becomes findings.

    `any_tag` lets through the tags that MkDocs settings use, as plain text.
    """
    file = load_text(path)
    if file.text is None:
        return YamlFile(path, None, {}, file.findings)
    return parse_yaml(file.text, path, any_tag=any_tag)


def parse_yaml(text: str, path: Path, *, any_tag: bool = False) -> YamlFile:
    """Parse YAML text that was read from `path`."""
    if found := tuple(forbidden_characters(text, path)):
        return YamlFile(path, None, {}, found)
    reader = _Reader(path, any_tag)
    try:
        reader.read(text)
    except yaml.MarkedYAMLError as error:
        return YamlFile(path, None, {}, (*reader.findings, _syntax(error, text, path)))
    if reader.data is None and not reader.findings:
        empty = Finding("empty-file", "the file is empty", "Write a document in it, or delete it.", file=path, line=1)
        return YamlFile(path, None, {}, (empty,))
    return YamlFile(path, reader.data, reader.places, tuple(reader.findings), doubled=tuple(reader.doubled))


def _syntax(error: yaml.MarkedYAMLError, text: str, path: Path) -> Finding:
    mark = error.problem_mark or error.context_mark
    last = text.rstrip().count("\n")
    # What is never closed is noticed behind the last line; it is to be mended where it starts.
    if mark is not None and mark.line > last:
        mark = error.context_mark or mark
    problem = ": ".join(part for part in (error.context, error.problem) if part)
    return Finding(
        "yaml-syntax",
        f"the YAML cannot be read: {problem}",
        "Check this line and the one before it: indentation, quotes, a colon and a space after each key.",
        file=path,
        line=min(mark.line, last) + 1 if mark else 1,
        column=mark.column + 1 if mark else 1,
    )

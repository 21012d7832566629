"""Hold what a YAML file is to say, and its text as it is edited: the two must agree at every step."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from charterpress.adapting import textedits
from charterpress.content.textfile import load_text
from charterpress.content.yamlfile import Pointer, Value, YamlFile, parse_yaml
from charterpress.findings import Finding


@dataclass
class Draft:
    """Hold the text of a file and the data that it stands for.

    `at_odds` has the first edit after which the text did not say what it should: such a text is never written.
    """

    path: Path
    text: str
    data: Any
    at_odds: str = ""

    @property
    def file(self) -> YamlFile:
        """Return the draft as a file that was read."""
        return parse_yaml(self.text, self.path)

    def at(self, pointer: Pointer) -> Any:  # noqa: ANN401 - YAML may hold anything
        """Return the data at a place."""
        held = self.data
        for step in pointer:
            held = held[step]
        return held

    def set(self, pointer: Pointer, value: str) -> None:
        """Put another plain value at a place."""
        self.at(pointer[:-1])[pointer[-1]] = value
        self._edit(f"{pointer[-1]}: {value}", partial(textedits.with_value, pointer=pointer, value=value))

    def put(self, pointer: Pointer, key: str, value: Value) -> None:
        """Put a key into a mapping, or another plain value behind one that is there."""
        if key in self.at(pointer) and isinstance(value, str):
            return self.set((*pointer, key), value)
        if key in self.at(pointer):
            self.drop((*pointer, key))
        self.at(pointer)[key] = deepcopy(value)
        return self._edit(f"{key}: {value}", partial(textedits.with_key, pointer=pointer, key=key, value=value))

    def rename(self, pointer: Pointer, name: str) -> None:
        """Give a key another name."""
        held = self.at(pointer[:-1])
        held[name] = held.pop(pointer[-1])
        self._edit(f"{name}: {held[name]}", partial(textedits.with_renamed, pointer=pointer, name=name))

    def drop(self, pointer: Pointer) -> None:
        """Take out a key or an entry of a list."""
        del self.at(pointer[:-1])[pointer[-1]]
        what = f"without {'.'.join(map(str, pointer))}"
        if isinstance(pointer[-1], str):
            return self._edit(what, partial(textedits.without_key, pointer=pointer))
        entry = partial(textedits.without_entry, pointer=pointer)
        untidy = partial(entry, tidy=False)
        return self._edit(what, entry, partial(entry, deep_comments=True), untidy, partial(untidy, deep_comments=True))

    def insert(self, pointer: Pointer, place: int, value: str) -> None:
        """Put a plain entry into a list."""
        self.at(pointer).insert(place, value)
        self._edit(value, partial(textedits.with_entry, pointer=pointer, place=place, value=value))

    def _edit(self, what: str, *edits: Callable[[str], str]) -> None:
        """Take the first edit after which the text says what the data say."""
        if self.at_odds:
            return
        for edit in edits:
            # A text that looks like nothing that was foreseen may lead an edit astray.
            with suppress(yaml.YAMLError, LookupError, ValueError, StopIteration):
                text = edit(self.text)
                file = parse_yaml(text, self.path)
                if not file.findings and file.data == self.data:
                    self.text = text
                    return
        self.at_odds = what


def draft_of(file: YamlFile) -> tuple[Draft | None, tuple[Finding, ...]]:
    """Return the draft of a file that was read without findings, or why its text cannot be edited."""
    loaded = load_text(file.path)
    if loaded.text is None:
        return None, loaded.findings
    if parse_yaml(loaded.text, file.path).data != file.data:
        message = "the file was changed while it was read"
        return None, (file.finding("adapt-layout", message, "Run the command again."),)
    return Draft(file.path, loaded.text, deepcopy(file.data)), ()

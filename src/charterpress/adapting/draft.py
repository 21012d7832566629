"""Hold what a YAML file is to say, and its text as it is edited: the two must agree at every step."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
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
        self._edit(f"{pointer[-1]}: {value}", textedits.with_value, pointer, value)

    def put(self, pointer: Pointer, key: str, value: Value) -> None:
        """Put a key into a mapping, or another plain value behind one that is there."""
        if key in self.at(pointer) and isinstance(value, str):
            return self.set((*pointer, key), value)
        if key in self.at(pointer):
            self.drop((*pointer, key))
        self.at(pointer)[key] = deepcopy(value)
        return self._edit(f"{key}: {value}", textedits.with_key, pointer, key, value)

    def rename(self, pointer: Pointer, name: str) -> None:
        """Give a key another name."""
        held = self.at(pointer[:-1])
        held[name] = held.pop(pointer[-1])
        self._edit(f"{name}: {held[name]}", textedits.with_renamed, pointer, name)

    def drop(self, pointer: Pointer) -> None:
        """Take out a key or an entry of a list."""
        del self.at(pointer[:-1])[pointer[-1]]
        how = textedits.without_key if isinstance(pointer[-1], str) else textedits.without_entry
        self._edit(f"without {'.'.join(map(str, pointer))}", how, pointer)

    def insert(self, pointer: Pointer, place: int, value: str) -> None:
        """Put a plain entry into a list."""
        self.at(pointer).insert(place, value)
        self._edit(value, textedits.with_entry, pointer, place, value)

    def _edit(self, what: str, edit: Any, *given: Any) -> None:  # noqa: ANN401 - one of the edits, and what it asks for
        if self.at_odds:
            return
        try:
            text = edit(self.text, *given)
        except (yaml.YAMLError, LookupError, ValueError, StopIteration):
            # What the text looks like was not foreseen.
            self.at_odds = what
            return
        file = parse_yaml(text, self.path)
        if file.findings or file.data != self.data:
            self.at_odds = what
            return
        self.text = text


def draft_of(file: YamlFile) -> tuple[Draft | None, tuple[Finding, ...]]:
    """Return the draft of a file that was read without findings, or why its text cannot be edited."""
    loaded = load_text(file.path)
    if loaded.text is None:
        return None, loaded.findings
    if parse_yaml(loaded.text, file.path).data != file.data:
        message = "the file was changed while it was read"
        return None, (file.finding("adapt-layout", message, "Run the command again."),)
    return Draft(file.path, loaded.text, deepcopy(file.data)), ()

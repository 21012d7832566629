"""Hold a document that was made of parts of several files, and find each part again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from charterpress.content.yamlfile import Place, Pointer, YamlFile

At = tuple[YamlFile, Pointer]
"""A file and a place in it."""


@dataclass(frozen=True)
class Patchwork(YamlFile):
    """Hold data whose parts stand in several files.

    `pieces` says where a part stands, by its pointer here; what is below a part is below it there too.
    """

    pieces: Mapping[Pointer, At] = field(default_factory=dict)

    def locate(self, pointer: Pointer) -> tuple[Path, Place]:
        """Return the file and the place of a value, or those of the nearest value around it."""
        for length in range(len(pointer), -1, -1):
            if (held := self.pieces.get(pointer[:length])) is not None:
                file, at = held
                return file.locate((*at, *pointer[length:]))
        return self.path, Place(1, 1)

    def place(self, pointer: Pointer) -> Place:
        """Return the place of a value in its own file, which `locate` names."""
        return self.locate(pointer)[1]

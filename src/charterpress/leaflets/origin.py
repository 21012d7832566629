"""Say where the words of a leaflet are written, so that an editor finds what to shorten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from charterpress.content.texts import DocumentText
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding


@dataclass(frozen=True)
class Origin:
    """Hold the file of a charter and, for a translation, its PO file with the line of each translated text."""

    file: YamlFile
    catalogue: Path | None
    lines: Mapping[tuple[str, str], int]

    def finding(self, rule: str, message: str, hint: str, text: DocumentText | None) -> Finding:
        """Return an error about a text: where it is translated, or else where it stands in the charter's file."""
        if text is None:
            return Finding(rule, message, hint, file=self.file.path)
        line = self.lines.get((text.context, str(text.text)))
        if self.catalogue is not None and line is not None:
            return Finding(rule, message, hint, file=self.catalogue, line=line)
        return self.file.finding(rule, message, hint, text.pointer)

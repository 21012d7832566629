"""Say where the words of a leaflet are written, so that an editor finds what to shorten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from charterpress.content.texts import DocumentText
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding


@dataclass(frozen=True)
class Origin:
    """Hold the file of a charter and, for a translation, its PO file with the line of each translated text.

    `files` has the PO files of texts that are translated elsewhere.
    """

    file: YamlFile
    catalogue: Path | None
    lines: Mapping[tuple[str, str], int]
    files: Mapping[tuple[str, str], Path] = field(default_factory=dict)

    def finding(self, rule: str, message: str, hint: str, text: DocumentText | None) -> Finding:
        """Return an error about a text: where it is translated, or else where it stands in the charter's file."""
        if text is None:
            return Finding(rule, message, hint, file=self.file.path)
        line = self.lines.get((text.context, str(text.text)))
        if self.catalogue is not None and line is not None:
            file = self.files.get((text.context, str(text.text)), self.catalogue)
            return Finding(rule, message, hint, file=file, line=line)
        return self.file.finding(rule, message, hint, text.pointer)

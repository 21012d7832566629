"""Read text files as bytes first, so that size and encoding become findings, never exceptions."""

from __future__ import annotations

import codecs
import stat
from dataclasses import dataclass
from pathlib import Path

from charterpress.findings import Finding

SIZE_LIMIT = 1_000_000
"""The most bytes a source file may have; the longest real charter has about 40,000."""

_OTHER_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True)
class TextFile:
    """Hold a file's text, or None and the reasons why it could not be read."""

    path: Path
    text: str | None
    findings: tuple[Finding, ...] = ()


def load_text(path: Path, *, size_limit: int = SIZE_LIMIT) -> TextFile:
    """Read a UTF-8 file; too large, unreadable and wrongly encoded files become findings."""
    try:
        status = path.stat()
        size = status.st_size
        if not stat.S_ISREG(status.st_mode):
            # A pipe or a device could keep the reader waiting for ever.
            return _refuse(path, "file-unreadable", "it has the name of a file but is none", "Rename or delete it.")
        if size > size_limit:
            return _refuse(
                path,
                "file-too-large",
                f"the file has {size:,} bytes; the limit is {size_limit:,}",
                "Split it into several documents, or take out what does not belong in it.",
            )
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        return _refuse(
            path, "file-unreadable", f"the file cannot be read: {reason}", "Check its name and its permissions."
        )
    return decode_text(path, raw)


def decode_text(path: Path, raw: bytes) -> TextFile:
    """Return bytes that were read from `path` as text; what is not UTF-8 becomes a finding."""
    # Plain letters in UTF-16 without a mark have a zero in every other byte.
    if raw.startswith(_OTHER_MARKS) or b"\0" in raw[:4]:
        return _refuse(path, "not-utf-8", "the file is not in UTF-8", "Save it again with the encoding UTF-8.")
    if raw.startswith(codecs.BOM_UTF8):
        hint = "Save it again as UTF-8 without a byte order mark (BOM)."
        return _refuse(path, "byte-order-mark", "the file starts with an invisible byte order mark", hint)
    try:
        return TextFile(path, raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = raw[: error.start].rpartition(b"\n")[2]
        finding = Finding(
            "not-utf-8",
            f"the byte 0x{raw[error.start]:02x} is not UTF-8 text; the file may be in Latin-1",
            "Save it again with the encoding UTF-8.",
            file=path,
            line=raw.count(b"\n", 0, error.start) + 1,
            column=len(line.decode("utf-8")) + 1,
        )
        return TextFile(path, None, (finding,))


def _refuse(path: Path, rule: str, message: str, hint: str) -> TextFile:
    return TextFile(path, None, (Finding(rule, message, hint, file=path, line=1, column=1),))

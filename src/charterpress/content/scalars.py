"""Write a text as a YAML value that says just that text."""

from __future__ import annotations

import json
import re

OTHER_MEANING = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""What other programs would not read as text, in small letters."""

_SIGNS = r":#'\"{}\[\],&*|>%@`\x00-\x1f\x7f-\x9f\u2028\u2029"
_PLAIN = re.compile(rf"[A-Za-zÀ-ɏ](?:[^{_SIGNS}]*[^\s{_SIGNS}])?")
"""What YAML reads as just these words, even between brackets."""
_UNSEEN = re.compile(r"[\x7f-\x9f]")
"""What JSON writes as it is, and YAML does not read, or reads as the end of a line."""


def scalar(text: str) -> str:
    """Return a text as a YAML value on one line: plain where that is safe, or else in double quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in OTHER_MEANING:
        return text
    return _UNSEEN.sub(lambda found: f"\\x{ord(found[0]):02x}", json.dumps(text, ensure_ascii=False))


def quoted(text: str) -> str:
    """Return a text of one line as a YAML value in single quotes: it may hold a colon or a hash."""
    return "'" + text.replace("'", "''") + "'"

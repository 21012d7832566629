"""Keep a YAML file tidy: its layout changes, what it says never does, and no comment is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from charterpress.content.textfile import load_text
from charterpress.content.yamlfile import LOADER, YamlFile, parse_yaml
from charterpress.editing.blanklines import spaced
from charterpress.editing.folding import folded, quoted_alike
from charterpress.editing.indentation import indented
from charterpress.editing.schemaline import with_schema_line
from charterpress.findings import Finding

_ROUNDS = 4
"""After this many rounds of tidying a text must no longer change."""
_ODD_ENDINGS = re.compile("[\x85\u2028\u2029]|\r(?!\n)")
"""What YAML takes for the end of a line, and few editors do."""
_HEADER_COMMENT = re.compile(r"[>|][-+0-9]*[ \t]+(#[^\r\n]*)")
_COMMENT = re.compile(r"(?:^|(?<=[\s]))#[^\r\n]*")


@dataclass(frozen=True)
class Tidied:
    """Hold a file's text as it was and as it should be; `after` is None where nothing can be done."""

    path: Path
    before: str = ""
    after: str | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def changed(self) -> bool:
        """Tell whether there is anything to write."""
        return self.after is not None and self.after != self.before


def tidy(path: Path, schema: str | None = None) -> Tidied:
    """Return a file in tidy form; nothing is written. `schema` names the schema for editors, if one is to be named.

    The new text is read again: it must say the same, with the same comments, and be tidy.
    """
    loaded = load_text(path)
    if loaded.text is None:
        return Tidied(path, findings=loaded.findings)
    text = loaded.text
    file = parse_yaml(text, path)
    if file.findings:
        return Tidied(path, text, findings=file.findings)
    made = _settled(text, schema)
    if made is None or (made != text and not _same(file, text, made, schema)):
        hint = "Write it in a plainer form: two spaces a level, one key a line."
        message = "the file is laid out in a way that cannot be tidied safely; it stays as it is"
        return Tidied(path, text, findings=(file.finding("unusual-layout", message, hint),))
    return Tidied(path, text, made)


def untidy(tidied: Tidied) -> Iterator[Finding]:
    """Yield a finding for a file that is not tidy, at the first line that would change."""
    if tidied.changed and tidied.after is not None:
        lines = zip(tidied.before.split("\n"), tidied.after.split("\n"), strict=False)
        line = next((number for number, (old, new) in enumerate(lines, start=1) if old != new), 1)
        hint = "Run 'charterpress format'. It changes the layout, never the words."
        yield Finding("not-tidy", "the file is not tidy, from this line on", hint, file=tidied.path, line=line)


def _settled(text: str, schema: str | None) -> str | None:
    """Return a text that another round would not change, or None where there is no such text."""
    if _ODD_ENDINGS.search(text):
        return None
    try:
        for _ in range(_ROUNDS):
            last, text = text, _tidied(text, schema)
            if text == last:
                return text
    except yaml.YAMLError:
        # Something moved that must not.
        return None
    return None


def _tidied(text: str, schema: str | None) -> str:
    ending = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    text = spaced(folded(quoted_alike(indented(text))))
    if schema is not None:
        text = with_schema_line(text, schema)
    return text.replace("\n", ending)


def _same(file: YamlFile, before: str, after: str, schema: str | None) -> bool:
    """Tell whether a new text says what the old one said, with all comments, and would not change again."""
    read = parse_yaml(after, file.path)
    if read.findings or read.data != file.data:
        return False
    wanted = before if schema is None else with_schema_line(before, schema)
    return list(comments_in(after)) == list(comments_in(wanted))


def comments_in(text: str) -> Iterator[str]:
    """Yield every comment of a YAML text in its order."""
    end = 0
    for token in yaml.scan(text, LOADER):
        if not isinstance(token, yaml.ScalarToken):
            continue
        start = token.start_mark.index
        yield from (found[0].rstrip() for found in _COMMENT.finditer(text, end, start))
        header = _HEADER_COMMENT.match(text, start) if token.style in {">", "|"} else None
        if header is not None:
            yield header[1].rstrip()
        end = token.end_mark.index
    yield from (found[0].rstrip() for found in _COMMENT.finditer(text, end))

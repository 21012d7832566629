"""Cut a loose text file into units, by its layout: it has no other structure to go by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise
from pathlib import Path

from charterpress.content.model.text import Role
from charterpress.readability.units import Unit

_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?=\S)")
_RULE = re.compile(r"\s*(?:[-=_*~]\s?){3,}$")
_NOTE = re.compile(r"\s*(?:<sup>\s*\w{1,3}\s*</sup>|\[\^?\d{1,3}\]:?|[¹²³⁰-⁹]{1,3})\s*(?=\S)")
_BULLET = re.compile(r"\s*[-*+•‣◦▪●○■□·–—o]\s+(?=\S)")  # noqa: RUF001 - bullets and dashes are meant
_COUNTER = re.compile(
    r"\s*(?:(?P<number>\d{1,3}(?:\.\d{1,3})*)[.)]?|\((?:\d{1,3}|[a-z]{1,4})\)|[a-z]\)|[ivx]{1,5}[.)])\s+(?=\S)"
)
# What looks like a mark but is a word: "15 days", "2.5 hours", Spanish "o"; capitals and tabs tell them apart.
_NO_MARK = re.compile(r"\s*\d{1,3}\s|\s*\d{1,3}(?:\.\d{1,3})+\s+[^\W\d_A-Z]|o [a-z]")
_QUOTE = re.compile(r"\s*(?:>\s*)*")
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()\s]*\)")
_MARKUP = re.compile(
    r"<sup>\s*\w{1,3}\s*</sup>|</?[A-Za-z][a-z0-9]{0,9}\s*/?>|\*\*|(?<!\w)__|__(?!\w)|\\(?=[_*#\[\]<>-])"
)
_ANGLES = re.compile(r"<((?:https?:|mailto:|www\.)[^<>\s]*)>")
_STOP = re.compile(r"[.!?…:;؟۔।][\"'”’»)\]]*$")  # noqa: RUF001 - marks of other scripts are meant
_FIRST_WORD = re.compile(r"\S+")
# A text is broken into lines by hand only within these widths, in characters.
_NARROWEST, _WIDEST = 40, 130
_HEADING_WORDS = 10
# A line that a small letter follows was broken if it is this long, compared with the longest.
_MOST_OF_A_LINE = 0.6


class _Kind(Enum):
    PLAIN = auto()
    HEADING = auto()
    BULLET = auto()
    COUNTER = auto()
    NOTE = auto()
    BLANK = auto()


@dataclass(frozen=True)
class _Line:
    """Hold a line of the file: what it is, its words, where they start, and how its list is numbered.

    `whole` has the words with the mark in front of them, which may turn out to be no mark.
    """

    kind: _Kind
    text: str
    number: int
    column: int
    depth: int = 0
    whole: str = ""

    @property
    def stopped(self) -> bool:
        """Tell whether the line ends as a sentence or a lead-in does."""
        return bool(_STOP.search(self.text[-8:]))

    @property
    def short(self) -> bool:
        """Tell whether the line could be a heading by its length and its end."""
        few = len(self.text) <= _WIDEST and len(self.text.split()) <= _HEADING_WORDS
        open_end = self.text.endswith("?") or not (self.stopped or self.text.endswith(","))
        return few and open_end


@dataclass(frozen=True)
class _Block:
    """Hold the lines of one unit, and whether blank lines part it from what is around it."""

    lines: tuple[_Line, ...]
    apart: bool

    @property
    def first(self) -> _Line:
        """Return the line that tells what the block is."""
        return self.lines[0]

    @property
    def short(self) -> bool:
        """Tell whether the block could be a heading."""
        return len(self.lines) == 1 and self.first.short


def text_units(text: str, path: Path) -> tuple[Unit, ...]:
    """Return the units of a plain text that was read from `path`; lines broken by hand are joined."""
    lines = [_line(line, number) for number, line in enumerate(text.split("\n"), start=1)]
    blocks = _blocks(lines, _width(lines))
    units: list[Unit] = []
    for at, block in enumerate(blocks):
        before = blocks[at - 1] if at else None
        behind = blocks[at + 1] if at + 1 < len(blocks) else None
        words = _words(" ".join(line.text for line in block.lines))
        if words:
            role = _role(block, before, behind, units[-1].role if units else None)
            units.append(Unit(words, role, path, block.first.number, block.first.column))
    return tuple(_with_lead_ins(units))


def _line(raw: str, number: int) -> _Line:
    quote = _QUOTE.match(raw)
    start = quote.end() if quote and ">" in quote[0] else 0
    body = raw.rstrip()
    if start >= len(body) or not body.strip() or _RULE.match(body):
        return _Line(_Kind.BLANK, "", number, 1)
    for kind, mark in (
        (_Kind.HEADING, _HEADING),
        (_Kind.NOTE, _NOTE),
        (_Kind.BULLET, _BULLET),
        (_Kind.COUNTER, _COUNTER),
    ):
        match = mark.match(body, start)
        if match and not _NO_MARK.match(body, start):
            depth = (match["number"] or "").count(".") + 1 if kind is _Kind.COUNTER else 0
            words = body[match.end() :].rstrip("#").rstrip() if kind is _Kind.HEADING else body[match.end() :]
            return _Line(kind, words, number, match.end() + 1, depth, body[start:].lstrip())
    words = body[start:].lstrip()
    return _Line(_Kind.PLAIN, words, number, len(body) - len(words) + 1)


def _width(lines: list[_Line]) -> int:
    """Return the width at which a text was broken into lines by hand, in characters, or 0."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.kind is not _Kind.BLANK and b.kind is _Kind.PLAIN]
    pairs = [(a, b) for a, b in pairs if a.kind is not _Kind.HEADING]
    width = max((_reach(line) for pair in pairs for line in pair), default=0)
    full = sum(_full(a, b, width) for a, b in pairs)
    return width if _NARROWEST <= width <= _WIDEST and 2 * full > len(pairs) else 0


def _reach(line: _Line) -> int:
    """Return where a line ends, but 0 where it is one long address, which cannot be broken."""
    return line.column - 1 + len(line.text) if " " in line.text else 0


def _full(line: _Line, following: _Line, width: int) -> bool:
    """Tell whether the next line's first word had no room on a line."""
    word = _FIRST_WORD.match(following.text)
    return _reach(line) + 1 + (word.end() if word else 0) > width


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    """Tell whether a plain line goes on with what the line above it said."""
    if line.kind is _Kind.HEADING:
        return False
    if width and _full(line, following, width):
        return True
    indented = line.kind is not _Kind.PLAIN and following.column >= line.column > 1
    small = following.text[:1].islower() and not line.stopped
    longest = max(_reach(line), _reach(following))
    return small and (indented or (longest >= _NARROWEST and _reach(line) >= _MOST_OF_A_LINE * longest))


def _blocks(lines: list[_Line], width: int) -> list[_Block]:
    """Join the lines of each unit."""
    blocks: list[list[_Line]] = []
    apart: list[bool] = []
    last: _Line | None = None
    for read in lines:
        if read.kind is _Kind.BLANK:
            last = None
            continue
        line = _without_mark(read, last, blocks[-1][0] if blocks else None, width)
        if last is not None and line.kind is _Kind.PLAIN and _goes_on(_under(blocks[-1][0], last), line, width):
            blocks[-1].append(line)
        else:
            apart.append(last is None)
            blocks.append([line])
        last = line
    return [_Block(tuple(block), alone) for block, alone in zip(blocks, apart, strict=True)]


def _without_mark(line: _Line, last: _Line | None, first: _Line | None, width: int) -> _Line:
    """Return a line as plain if its mark is a number or dash that the line above had no room for."""
    if last is None or first is None or first.kind is not _Kind.PLAIN or last.stopped or not width:
        return line
    if line.kind not in {_Kind.BULLET, _Kind.COUNTER} or not _full(last, replace(line, text=line.whole), width):
        return line
    return replace(line, kind=_Kind.PLAIN, text=line.whole, column=1)


def _under(first: _Line, last: _Line) -> _Line:
    """Return the last line of a block, as of the kind of its first one."""
    return last if first is last else replace(last, kind=first.kind, column=first.column)


def _role(block: _Block, before: _Block | None, behind: _Block | None, last: Role | None) -> Role:
    match block.first.kind:
        case _Kind.HEADING:
            return Role.HEADING
        case _Kind.NOTE:
            return Role.NOTE
        case _Kind.BULLET:
            return Role.ITEM
        case _Kind.COUNTER:
            listed = any(
                near and near.first.kind is _Kind.COUNTER and near.first.depth == block.first.depth
                for near in (before, behind)
            )
            alone = block.apart and (behind is None or behind.apart)
            return Role.HEADING if alone and block.short and behind and not listed else Role.ITEM
        case _:
            return _plain_role(block, before, behind, last)


def _plain_role(block: _Block, before: _Block | None, behind: _Block | None, last: Role | None) -> Role:
    """Return the role of lines without a mark: short ones are headings, or items if several stand in a row."""
    if before is not None and last is Role.ITEM and block.first.column >= before.first.column > 1:
        return Role.ITEM
    if not block.short:
        return Role.PROSE
    above = before is not None and not block.apart and before.first.kind is _Kind.PLAIN
    below = behind is not None and not behind.apart and behind.first.kind is _Kind.PLAIN
    if (above and before and before.short) or (below and behind and behind.short):
        return Role.ITEM
    listed = behind is not None and behind.first.kind in {_Kind.BULLET, _Kind.COUNTER}
    if above and before and before.first.text.endswith(":") and not listed:
        return Role.ITEM
    return Role.HEADING if behind is not None else Role.PROSE


def _with_lead_ins(units: list[Unit]) -> Iterator[Unit]:
    """Yield the units; what ends in a colon before a list leads in to it."""
    for unit, behind in pairwise([*units, None]):
        if unit is None:
            return
        leads = unit.role is Role.PROSE and unit.text.endswith(":") and behind is not None and behind.role is Role.ITEM
        yield replace(unit, role=Role.LEAD_IN) if leads else unit


def _words(text: str) -> str:
    """Return what a reader sees of a text that may hold some markup."""
    return _MARKUP.sub("", _ANGLES.sub(r"\1", _LINK.sub(r"\1", text))).strip()

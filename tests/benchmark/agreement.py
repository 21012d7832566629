"""Compare the sentences that the tool finds in real texts with those that a person marked.

Run `python tests/benchmark/agreement.py FOLDER`; the folder holds the texts, which are not ours to publish.
`segmentation/*.json` holds, for each, the places of the sentences as [line, column, last line, end column]:
lines count from 1, columns from 0 in characters, ends are exclusive.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from charterpress.readability.plaintext import text_units
from charterpress.readability.sentences import spans

HERE = Path(__file__).parent
# Marks at the ends of a sentence that a person may or may not have counted in.
MARKS_BEFORE = re.compile(r"(?:[\s#*_\\\[]|</?\w+>|<(?=http))*")
MARKS_BEHIND = re.compile(r"(?:[\s*_\\>]|<sup>\w+</sup>|</?\w+>|\]\([^)]*\))*$")
SKIPPED = re.compile(r"\s+|<sup>[^<]*</sup>|</?\w+>|\]\([^)]*\)|.", re.DOTALL)

Span = tuple[int, int]


@dataclass(frozen=True)
class Agreement:
    """Count what the tool and the person found, and what both did."""

    sentences: int
    exact: int
    ours: int
    theirs: int
    shared: int

    def __add__(self, other: Agreement) -> Agreement:
        """Add the counts of two texts."""
        mine, more = vars(self).values(), vars(other).values()
        return Agreement(*(a + b for a, b in zip(mine, more, strict=True)))

    def __str__(self) -> str:
        """Return one line of figures, in per cent where they are shares."""
        precision = self.shared / self.ours if self.ours else 1.0
        recall = self.shared / self.theirs if self.theirs else 1.0
        both = 2 * self.shared / (self.ours + self.theirs) if self.ours + self.theirs else 1.0
        return (
            f"{self.sentences:5} sentences  {self.exact:5} exact ({self.exact / max(self.sentences, 1):6.1%})  "
            f"{self.theirs:5} boundaries  precision {precision:6.1%}  recall {recall:6.1%}  F1 {both:6.1%}"
        )


def trim(text: str, span: Span) -> Span:
    """Leave out the marks at both ends of a span."""
    match = MARKS_BEFORE.match(text, *span)
    start = match.end() if match else span[0]
    tail = MARKS_BEHIND.search(text[start : span[1]])
    return start, start + tail.start() if tail else span[1]


def found_by_tool(text: str, path: Path) -> list[Span]:
    """Return the sentences of the tool as offsets in the file."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    found: list[Span] = []
    for unit in text_units(text, path):
        places, at = [], starts[unit.line - 1] + unit.column - 1
        for char in unit.text:
            # A unit has one space for a line break, and no markup: both are passed over in the file.
            while text[at] != char and not (char == " " and text[at].isspace()):
                skipped = SKIPPED.match(text, at)
                at = skipped.end() if skipped else at + 1
            places.append(at)
            at += 1
        found += [trim(text, (places[a], places[b - 1] + 1)) for a, b in spans(unit.text, "en")]
    return found


def found_by_person(text: str, marked: list[list[int]]) -> list[Span]:
    """Return the marked sentences as offsets in the file."""
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    return [trim(text, (starts[a - 1] + b, starts[c - 1] + d)) for a, b, c, d in marked]


def in_line(text: str, found: list[Span]) -> set[int]:
    """Return the ends of sentences that another sentence follows on the same line."""
    starts = sorted(start for start, _ in found)
    return {end for (_, end), start in zip(sorted(found), starts[1:], strict=False) if "\n" not in text[end:start]}


def compare(ours: list[Span], theirs: list[Span], mine: set[int], yours: set[int]) -> Agreement:
    """Compare sentences, and the ends that were chosen from them."""
    return Agreement(len(theirs), len(set(ours) & set(theirs)), len(mine), len(yours), len(mine & yours))


def main(folder: Path, *, verbose: bool) -> int:
    """Print the agreement for each text and for all."""
    totals = [Agreement(0, 0, 0, 0, 0)] * 2
    for file in sorted((HERE / "segmentation").glob("*.json")):
        reference = json.loads(file.read_text("utf-8"))
        path = folder / reference["source"]
        raw = path.read_bytes()
        if hashlib.sha256(raw).hexdigest() != reference["sha256"]:
            print(f"{path} is not the text that was marked", file=sys.stderr)
            return 1
        text = raw.decode("utf-8")
        ours, theirs = found_by_tool(text, path), found_by_person(text, reference["sentences"])
        everywhere = compare(ours, theirs, {end for _, end in ours}, {end for _, end in theirs})
        inside = compare(ours, theirs, in_line(text, ours), in_line(text, theirs))
        print(f"{file.stem}  all ends  {everywhere}\n{file.stem}  in lines  {inside}")
        totals = [total + more for total, more in zip(totals, (everywhere, inside), strict=True)]
        for span in sorted(set(ours) ^ set(theirs)) if verbose else ():
            print("   only", "tool:  " if span in ours else "person:", repr(text[slice(*span)]))
    print(f"all  all ends  {totals[0]}\nall  in lines  {totals[1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), verbose="--verbose" in sys.argv))

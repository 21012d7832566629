"""Measure how far the grade of a short text strays from that of the whole text that it was taken from.

Run as `python tests/benchmark/margins.py FOLDER`, with a folder of English texts (.txt). The table goes
into src/charterpress/readability/margins.yml: for each length, 95 of 100 passages of so many words have a
grade that is at most this much higher than the grade of their text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from statistics import quantiles

from charterpress.readability.formulas import formula_for
from charterpress.readability.measures import Counts, count
from charterpress.readability.plaintext import text_units
from charterpress.readability.sentences import canonical_text

LENGTHS = (50, 60, 70, 80, 90)
STEP = 10
LEAST = 300
"""A shorter text is no yardstick for its passages."""


def main(folder: Path) -> None:
    """Print the table for the texts in a folder."""
    texts = [measured for path in sorted(folder.rglob("*.txt")) if words(measured := sentences_of(path)) >= LEAST]
    if not texts:
        sys.exit(f"{folder} has no texts (.txt) of {LEAST} words or more")
    print(f"# {len(texts)} texts")
    for length in LENGTHS:
        found = [stray for text in texts for stray in strays(text, length)]
        print(f"  {length}: {quantiles(found, n=20)[-1]:.1f}  # {len(found)} passages")


def sentences_of(path: Path) -> list[Counts]:
    """Return the counts of each sentence of a file, as it is scored."""
    units = [unit.text for unit in text_units(path.read_text("utf-8", errors="replace"), path) if unit.scored]
    return [count([line], "en") for line in canonical_text(units, "en").splitlines()]


def words(text: Sequence[Counts]) -> int:
    """Return how many words counted sentences have."""
    return sum(sentence.words for sentence in text)


def strays(text: Sequence[Counts], length: int) -> Iterator[float]:
    """Yield by how much the grade of each passage of `length` to `length` + 9 words is over that of the text."""
    formula = formula_for("en")
    if formula is None:
        return
    whole = formula.score(sum(text, Counts()))
    for start in range(len(text)):
        for passage in accumulate(text[start:]):
            if passage.words >= length:
                if passage.words < length + STEP:
                    yield formula.score(passage) - whole
                break


if __name__ == "__main__":
    main(Path(sys.argv[1]))

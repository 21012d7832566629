"""Count what the readability formulas ask for: words, sentences, syllables, letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add, sub

from charterpress.readability.formulas import formula_for
from charterpress.readability.pronunciations import textstat
from charterpress.readability.sentences import count_words

_LONG = 6
"""A word of more letters is a long one: Bamberger and Vanecek, 1984."""

_POLYSYLLABLE = 3
"""A word of so many syllables or more is a polysyllable: Bamberger and Vanecek, 1984."""

_NO_SENTENCE = 2
"""textstat 0.7.8 counts no sentence of so many words or fewer."""

_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
# Marks that stay on their own after NFC (the stress in "за́мок"), soft hyphens, zero-width and half characters.
_NOT_READ = frozenset({"Mn", "Cf", "Cs"})


@dataclass(frozen=True)
class Counts:
    """Hold the numbers of a text; those of a sentence can be added to and taken out of those of its page.

    `letters` are letters and digits; `long_words` have more than six of them, `polysyllables` three syllables
    or more, `monosyllables` one. English has words, sentences and syllables as textstat counts them: it leaves
    out sentences of one or two words (but not their words). Its other numbers are 0, and so are the syllables
    of a language without a way to count them.
    """

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    letters: int = 0
    long_words: int = 0
    polysyllables: int = 0
    monosyllables: int = 0

    @property
    def numbers(self) -> tuple[int, ...]:
        """Return the numbers in their order; thousands of counts are added, and `astuple` copies deeply."""
        return (
            self.words,
            self.sentences,
            self.syllables,
            self.letters,
            self.long_words,
            self.polysyllables,
            self.monosyllables,
        )

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of both texts together."""
        return Counts(*map(add, self.numbers, other.numbers))

    def __sub__(self, other: Counts) -> Counts:
        """Return the counts of this text without the other, which must be a part of it."""
        return Counts(*map(sub, self.numbers, other.numbers))


def count(sentences: Iterable[str], language: str) -> Counts:
    """Count each string as one sentence; one without a word is none."""
    formula = formula_for(language)
    count_one = _count_as_textstat if formula is not None and formula.syllables == "cmudict" else _count_words_of
    return sum((count_one(sentence, language) for sentence in sentences), Counts())


def _count_as_textstat(sentence: str, _: str) -> Counts:
    words = int(textstat().lexicon_count(sentence))
    return Counts(words, int(words > _NO_SENTENCE), int(textstat().syllable_count(sentence)))


def _count_words_of(sentence: str, language: str) -> Counts:
    words = [_length_and_syllables(word, language) for word in sentence.split() if count_words(word)]
    return Counts(
        words=len(words),
        sentences=int(bool(words)),
        syllables=sum(spoken for _, spoken in words),
        letters=sum(length for length, _ in words),
        long_words=sum(length > _LONG for length, _ in words),
        polysyllables=sum(spoken >= _POLYSYLLABLE for _, spoken in words),
        monosyllables=sum(spoken == 1 for _, spoken in words),
    )


@lru_cache(maxsize=1 << 16)
def _length_and_syllables(word: str, language: str) -> tuple[int, int]:
    return sum(map(str.isalnum, _read(word))), syllables(word, language)


@lru_cache(maxsize=1 << 16)
def syllables(word: str, language: str) -> int:
    """Count the syllables of a word in the way that the formula of its language names.

    A number or a word without a vowel has one, as in textstat; a word of a language without a way to count has none.
    """
    formula = formula_for(language)
    if formula is None or formula.syllables == "none" or not count_words(word):
        return 0
    if formula.syllables == "cmudict":
        return int(textstat().syllable_count(word))
    read = _read(word)
    if read in formula.silent:
        return 0
    counter = _counter(formula.syllables)
    return max(1, sum(map(counter, _LETTERS.findall(read))))


@cache
def _counter(method: str) -> Callable[[str], int]:
    """Return what counts the syllables of letters in small type: by vowels, by a pattern of nuclei, or by pyphen."""
    kind, argument = method.split(maxsplit=1)
    if kind == "pyphen":
        # It reads its dictionary, which languages that count vowels need not wait for.
        from pyphen import Pyphen  # noqa: PLC0415 - see above

        positions = Pyphen(lang=argument).positions
        return lambda letters: len(positions(letters)) + 1
    nuclei = re.compile(f"[{argument}]" if kind == "vowels" else argument, re.VERBOSE)
    return lambda letters: sum(1 for _ in nuclei.finditer(letters))


def _read(word: str) -> str:
    """Return what is read of a word: in small type, composed, without invisible characters."""
    plain = unicodedata.normalize("NFC", word.lower().replace("\u2019", "'"))
    return "".join(letter for letter in plain if unicodedata.category(letter) not in _NOT_READ).strip("'")

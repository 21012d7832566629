"""Split units into sentences and join them into the canonical text that is scored."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from sentencex import segment

from charterpress.readability.ends import MARKS, possible_ends
from charterpress.readability.shortforms import rules_for

_SPACE = re.compile(r"\s+")
_BLANK = re.compile(r"\s")
_WORD = re.compile(r"\w")
_MARK = re.compile(f"[{MARKS}]")
# What a reader cannot see changes neither sentences nor scores: soft hyphens, joiners, marks of
# direction, variation selectors, and halves of characters that cannot be encoded (surrogates).
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ud800-\udfff]"
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n\s*+")
# Single quotes, but no apostrophes.
_QUOTES = re.compile(r'["\u201c-\u201f\u00ab\u00bb]|(?<!\w)[\u2018\u2019]|[\u2018\u2019](?!\w)')
# The splitter takes quadratic time over quotes and brackets that never close, so it sees this many
# characters at once; no sentence that anyone can read is longer.
_WINDOW = 2048


def spans(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return where each sentence starts and ends, as offsets in `text` in characters, without blanks at the ends."""
    seen = _UNSEEN.sub("", text)
    found = [span for start, end in _paragraphs(seen) for span in _sentences(seen, start, end, language)]
    if len(seen) == len(text):
        return tuple(found)
    places = _places(text)
    return tuple((places[start], places[end - 1] + 1) for start, end in found)


@cache
def split_sentences(text: str, language: str) -> tuple[str, ...]:
    """Return the sentences of one unit, each run of blanks one space; without a stop it is one sentence."""
    return tuple(_SPACE.sub(" ", text[start:end]) for start, end in spans(text, language))


@lru_cache(maxsize=1 << 14)
def count_words(sentence: str) -> int:
    """Count the words of a sentence: what stands between spaces and holds a letter or digit."""
    return sum(1 for word in sentence.split() if _WORD.search(word))


def canonical_text(units: Iterable[str], language: str) -> str:
    """Return one sentence a line, each ended by its only full stop.

    Stops inside a sentence ("e.g.", "2.5", an address) are taken out, because `textstat` would
    count each of them as an end. It takes them out of words too, so the words stay the same.
    """
    sentences = (sentence for unit in units for sentence in split_sentences(_UNSEEN.sub("", unit), language))
    return "\n".join(filter(None, map(canonical_line, sentences)))


def canonical_line(sentence: str) -> str:
    """Return one sentence as a line of the canonical text, or nothing where it has no word."""
    bare = _SPACE.sub(" ", _MARK.sub("", _UNSEEN.sub("", sentence))).strip(" :;,،؛")
    return f"{bare}." if _WORD.search(bare) else ""


def _places(text: str) -> array[int]:
    """Return the offset of each character that can be seen."""
    places = array("Q")
    start = 0
    for unseen in _UNSEEN.finditer(text):
        places.extend(range(start, unseen.start()))
        start = unseen.end()
    places.extend(range(start, len(text)))
    return places


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield what blank lines cut apart: no sentence goes on behind one."""
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        yield start, blank.start()
        start = blank.end()
    yield start, len(text)


def _sentences(text: str, first: int, last: int, language: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one paragraph of `text`."""
    # To the splitter, a line that ends is a sentence that ends, and a no-break space is no space.
    part = _BLANK.sub(" ", text[first:last]).rstrip()
    rules = rules_for(language)
    short_forms = rules.stops(part)
    cuts = list(_cuts(part, language))
    start = len(part) - len(part.lstrip())
    for end in possible_ends(part):
        verdict = end.ends(start, rules, short_forms.get(end.run))
        if verdict is None:
            at = bisect_left(cuts, end.run)
            verdict = at < len(cuts) and cuts[at] <= max(end.next, end.end)
        if verdict:
            yield first + start, first + end.end
            start = end.after
    if start < len(part):
        yield first + start, first + len(part)


def _cuts(quoted: str, language: str) -> Iterator[int]:
    """Yield where the splitter ends a sentence, but for the end of the text.

    It takes what stands in quotes for one sentence; a reader has to take in each sentence of it, so
    it does not see the quotes.
    """
    text = _QUOTES.sub(" ", quoted)
    start = 0
    while len(text) - start > _WINDOW:
        # A window ends with a word, as the splitter would take half a word for a whole one. The last
        # piece may go on behind the window, so the next one starts with it, unless it is all there is.
        window = text[start : text.rfind(" ", start, start + _WINDOW) + 1 or start + _WINDOW]
        pieces = segment(language, window)
        for piece in pieces[:-1] or pieces:
            start += len(piece)
            if len(pieces) > 1:
                yield start
    for piece in segment(language, text[start:])[:-1]:
        start += len(piece)
        yield start

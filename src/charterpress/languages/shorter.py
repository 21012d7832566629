"""Check that the shorter wordings for leaflets promise what the full texts promise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from charterpress.content.inline import plain_text
from charterpress.content.library import Library
from charterpress.content.model.charter import Commitment
from charterpress.content.texts import identifiers
from charterpress.findings import Finding, Level, shortened
from charterpress.languages.meaning import amounts, strong_words


def check_shorter_wordings(library: Library) -> Iterator[Finding]:
    """Yield a warning for each shorter wording that says less, or more, than the promise itself.

    What is compared is what carries a promise: words such as must, may and not, figures, and words
    for numbers and times.
    """
    for charter in library.charters:
        places = {identifier: pointer[:-1] for identifier, pointer in identifiers(charter)}
        for one in charter.commitments():
            if one.leaflet is not None:
                file, at = library.files[charter.id], (*places[one.id], "leaflet")
                for message, hint in _faults(one, one.leaflet, charter.language):
                    yield replace(file.finding("leaflet-wording", message, hint, at), level=Level.WARNING)


def _faults(one: Commitment, short: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a shorter wording, and what to do about it."""
    if len(plain_text(short)) >= len(plain_text(one.text)):
        hint = "Shorten it, or take the line out: the leaflet then prints the text."
        yield f"the 'leaflet:' text of '{one.id}' is no shorter than its text", hint
    full, said = set(strong_words(one.text, language)), set(strong_words(short, language))
    for words, what in ((full - said, "leaves out"), (said - full, "adds")):
        if words:
            hint = "Promise the same as in the text: with these words a promise gets stronger or weaker."
            yield f"the 'leaflet:' text of '{one.id}' {what} {_named(words)}", hint
    # A deadline and an exception are printed with the promise, so their figures may stand there alone.
    beside = _numbers((one.unless or "", *((one.within.time, one.within.starts) if one.within else ())), language)
    full_numbers, short_numbers = _numbers((one.text,), language), _numbers((short,), language)
    for numbers, what in (
        (full_numbers - short_numbers - beside, "leaves out"),
        (short_numbers - full_numbers, "adds"),
    ):
        if numbers:
            hint = f"The text says: “{shortened(plain_text(one.text))}”"
            yield f"the 'leaflet:' text of '{one.id}' {what} {_named(numbers)}", hint


def _numbers(texts: Iterable[str], language: str) -> set[str]:
    return {number for text in texts for number in amounts(text, language)}


def _named(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in sorted(words))

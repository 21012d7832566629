"""Find words that have a plainer one, and say which; English only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Self

from pydantic import Field, model_validator

from charterpress.content.model.base import Model
from charterpress.content.model.text import Fixed
from charterpress.content.vocabulary import load_vocabulary
from charterpress.content.vocabulary.phrases import Phrases, form_key
from charterpress.readability.wording.data import load_data


class _Word(Model):
    avoid: Fixed
    also: tuple[Fixed, ...] = ()
    use: tuple[Fixed, ...] = Field(min_length=1)
    note: str = ""
    source: Fixed

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.avoid, *self.also)


class _Source(Model):
    title: Fixed
    url: str
    licence: Fixed


class WordList(Model):
    """Hold the words to avoid, the phrases in which they may stay, and where all of it comes from."""

    sources: dict[str, _Source]
    keep: tuple[Fixed, ...] = ()
    words: tuple[_Word, ...]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        forms = [form_key(form).casefold() for form in (*self.keep, *(f for word in self.words for f in word.forms))]
        if twice := {form for form in forms if forms.count(form) > 1}:
            message = f"given twice: {', '.join(sorted(twice))}"
            raise ValueError(message)
        if unknown := {word.source for word in self.words} - set(self.sources):
            message = f"sources without a description: {', '.join(sorted(unknown))}"
            raise ValueError(message)
        return self


@dataclass(frozen=True)
class Plainer:
    """Hold a word that has a plainer one: `text[start:end]` is `words`; `use` is best first."""

    start: int
    end: int
    words: str
    use: tuple[str, ...]
    note: str
    source: str


def find_plainer(text: str, language: str) -> tuple[Plainer, ...]:
    """Return the words of a text that have a plainer one, in their order and without overlaps.

    Terms of several words in the vocabulary are left alone ("statutory guidance"): they are explained, not
    replaced. Only English has a list; its sources stand in `en/avoid.yml` and `en/NOTICES.txt`.
    """
    found = _phrases(language.partition("-")[0].casefold()).find(text)
    return tuple(
        Plainer(match.start, match.end, text[match.start : match.end], word.use, word.note, word.source)
        for match in found
        if (word := match.value) is not None
    )


@cache
def load_word_list(language: str) -> WordList | None:
    """Return the words to avoid in a language (its bare BCP 47 tag), or None where there is no list."""
    return load_data(WordList, language, "avoid")


@cache
def _phrases(language: str) -> Phrases[_Word | None]:
    """File words to avoid, and under None what is to be left alone, so that the longer one decides."""
    words = load_word_list(language)
    if words is None:
        return Phrases(())
    kept: list[tuple[str, _Word | None]] = [
        (form, None) for term in load_vocabulary(language).terms for form in term.forms if " " in form
    ]
    kept += [(form, None) for form in words.keep]
    # What stands in both is to be avoided: of two values under a form the later stays.
    return Phrases([*kept, *((form, word) for word in words.words for form in word.forms)], capitals_count=False)

"""Know the terms of the trade: which words of a text are explained in the vocabulary of its language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, RootModel, model_validator

from charterpress.content.model.base import Model
from charterpress.content.model.text import Fixed, Identifier
from charterpress.content.vocabulary.phrases import Phrases, form_key
from charterpress.content.yamlfile import load_yaml

__all__ = ["Match", "Term", "Topic", "Vocabulary", "load_vocabulary"]

FOLDER = Path(str(files("charterpress.content.vocabulary")))

Topic = Literal["council", "court", "health", "money", "rights", "safeguarding", "school", "send"]


def _listed(value: object) -> object:
    """Let one short form stand without the brackets of a list."""
    return (value,) if isinstance(value, str) else value


class Term(Model):
    """Explain a term and name every form of it that a text may use; a project's own term needs no topic."""

    id: Identifier
    term: Fixed
    also: tuple[Fixed, ...] = ()
    short: Annotated[tuple[Fixed, ...], BeforeValidator(_listed)] = ()
    topic: Topic | None = None
    meaning: Fixed
    jargon: bool = False

    @property
    def title(self) -> str:
        """Return the term as it stands at the start of a line."""
        return self.term[:1].upper() + self.term[1:]

    @property
    def forms(self) -> tuple[str, ...]:
        """Return all forms: the term itself, the others, the short ones."""
        return (self.term, *self.also, *self.short)


class _TermsFile(RootModel[tuple[Term, ...]]):
    """Check a file of terms: no id and no form may stand twice, or it would be chance which one is found."""

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        seen: dict[str, str] = {}
        for term in self.root:
            for key in (f"id {term.id}", *(form_key(form) for form in term.forms)):
                if key in seen:
                    message = f"'{key}' stands twice: in {seen[key]} and in {term.id}"
                    raise ValueError(message)
                seen[key] = term.id
        return self


@dataclass(frozen=True)
class Match:
    """Hold a term found in a text: `text[start:end]` is one of its forms."""

    term: Term
    start: int
    end: int


@dataclass(frozen=True)
class Vocabulary:
    """Hold the terms of one language, sorted as given, each id once."""

    terms: tuple[Term, ...] = ()

    def find(self, text: str) -> tuple[Match, ...]:
        """Return the terms in a text, in their order and without overlaps, the longest form first.

        Forms are whole words. Forms all in capitals are found in capitals only, all others in any case;
        apostrophes may be curly, and any run of white space stands for a space.
        """
        if not self.terms:
            return ()
        return tuple(Match(found.value, found.start, found.end) for found in self._phrases.find(text))

    def get(self, identifier: str) -> Term | None:
        """Return the term with this id, or None."""
        return self._by_id.get(identifier)

    @cached_property
    def _phrases(self) -> Phrases[Term]:
        return Phrases((form, term) for term in self.terms for form in term.forms)

    @cached_property
    def _by_id(self) -> dict[str, Term]:
        return {term.id: term for term in self.terms}


def load_vocabulary(language: str, own: Iterable[Term] = ()) -> Vocabulary:
    """Return the vocabulary of a language (a BCP 47 tag), with a project's `own` terms.

    A language without a file has only its own terms. An own term replaces the shipped one with its id,
    and takes the forms it shares with another. Shipped terms: see the header of `en.yml` for their scope.
    """
    return _vocabulary(language.partition("-")[0].casefold(), tuple(own))


@lru_cache(maxsize=32)
def _vocabulary(language: str, own: tuple[Term, ...]) -> Vocabulary:
    # Of two terms under one id or form the later stays, so the own ones come last.
    by_id = {term.id: term for term in _shipped(language)}
    for term in own:
        by_id.pop(term.id, None)
        by_id[term.id] = term
    return Vocabulary(tuple(by_id.values()))


@lru_cache(maxsize=32)
def _shipped(language: str) -> tuple[Term, ...]:
    # The tag may come from a document, so it must not lead out of the folder.
    path = FOLDER / f"{language}.yml"
    return load_terms(path) if language.isalpha() and path.is_file() else ()


def load_terms(path: Path) -> tuple[Term, ...]:
    """Read a file of terms; raise ValueError where it has a mistake (unknown key, form given twice, bad YAML)."""
    file = load_yaml(path)
    if file.findings:
        first = file.findings[0]
        message = f"{path.name}, line {first.line}: {first.message}"
        raise ValueError(message)
    return _TermsFile.model_validate(file.data).root

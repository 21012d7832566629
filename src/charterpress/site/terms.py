"""Explain the terms of the trade on the page where they are read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup, escape

from charterpress.content.inline import plain_text
from charterpress.content.model import Document
from charterpress.content.places import page_texts
from charterpress.content.vocabulary import Match, Term, Vocabulary, load_vocabulary

_FIRST_WORD = re.compile(r"\w*")
_BEHIND = re.compile(r"\s*\([^()]*\)$")
ANCHOR = "cp-word-"
"""What the address of a term of the vocabulary starts with; a document's own definition has its id."""


@dataclass(frozen=True)
class PageVocabulary:
    """Hold the terms that a page can explain: the document's own definitions, then those of its language."""

    own: Vocabulary
    shared: Vocabulary
    replaced: frozenset[str]

    @cached_property
    def first_words(self) -> frozenset[str]:
        """Return the words that the document's own terms start with, as far as their first mark."""
        return frozenset("".join(_FIRST_WORD.findall(term.term.casefold())[:1]) for term in self.own.terms)

    def find(self, text: str) -> tuple[Match, ...]:
        """Return the terms in a plain text, in their order; where two overlap, the document's own is meant."""
        # Most pages have few definitions of their own, and most texts use none of them.
        folded_text = text.casefold()
        own = self.own.find(text) if any(word in folded_text for word in self.first_words) else ()
        shared = self.shared.find(text)
        others = [
            match
            for match in shared
            if match.term.id not in self.replaced and not any(m.start < match.end and match.start < m.end for m in own)
        ]
        return tuple(sorted((*own, *others), key=lambda match: match.start))


NO_TERMS = PageVocabulary(Vocabulary(), Vocabulary(), frozenset())


def vocabulary_of(document: Document, locale: str) -> PageVocabulary:
    """Return the terms that a document's page can explain in a language."""
    own = tuple(
        Term(
            id=definition.id,
            term=str(definition.term),
            also=tuple(_bare(str(definition.term))),
            meaning=plain_text(definition.meaning),
        )
        for definition in document.definitions
    )
    shared = load_vocabulary(locale)
    same = (
        match.term.id for term in own for match in shared.find(term.term) if match.end - match.start == len(term.term)
    )
    return PageVocabulary(Vocabulary(own), shared, frozenset(same))


def _bare(term: str) -> Iterator[str]:
    """Yield a term without what stands in brackets behind it: texts rarely repeat the English name of a thing."""
    bare = _BEHIND.sub("", term)
    if bare and bare != term:
        yield bare


def terms_in(document: Document, locale: str) -> tuple[Term, ...]:
    """Return the terms of its language's vocabulary that a document uses, its own definitions left out."""
    vocabulary = vocabulary_of(document, locale)
    if document.language != locale or not vocabulary.shared.terms:
        return ()
    own = {term.id for term in vocabulary.own.terms}
    prose = (plain_text(text.text) for text in page_texts(document) if text.role.scored)
    found = (match.term for text in prose for match in vocabulary.find(text))
    return tuple({term.id: term for term in found if term.id not in own}.values())


@dataclass
class Explained:
    """Link the first use of each term on a page to its explanation, and note which terms there are."""

    vocabulary: PageVocabulary
    terms: dict[str, Term] = field(default_factory=dict)

    def linked(self, text: str, show: Callable[[str], Markup] = escape) -> Markup:
        """Return plain text as HTML, with the terms linked that the page has not explained yet.

        `show` makes HTML of what stands between the links.
        """
        matches = self.vocabulary.find(text)
        html, end = Markup(""), 0
        for match in matches:
            if match.term.id not in self.terms:
                self.terms[match.term.id] = match.term
                html += show(text[end : match.start]) + self._link(match.term, text[match.start : match.end])
                end = match.end
        return html + show(text[end:]) if end else show(text)

    def _link(self, term: Term, words: str) -> Markup:
        anchor = term.id if self._is_own(term) else f"{ANCHOR}{term.id}"
        return Markup('<a class="cp-term" href="#{}">{}</a>').format(anchor, words)

    def _is_own(self, term: Term) -> bool:
        return self.vocabulary.own.get(term.id) == term

    @property
    def others(self) -> tuple[Term, ...]:
        """Return the terms found that are not among the document's own definitions, in alphabetical order."""
        found = (term for term in self.terms.values() if not self._is_own(term))
        return tuple(sorted(found, key=lambda term: term.term.casefold()))

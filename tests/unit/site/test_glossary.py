"""Test the word list: which terms, in which order, from which documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from charterpress.languages.library import LocalisedLibrary
from charterpress.site.addresses import SiteMap
from charterpress.site.glossary import GlossaryEntry, addresses_in, glossary_entries

Localise = Callable[[], tuple[Mapping[str, LocalisedLibrary], SiteMap]]
Edit = Callable[[str, str, str], int]
GUIDANCE = "docs/guidance/rules.yml"
TERM = "{id: advocate, term: Advocate, meaning: Somebody who helps at meetings.}"


def entries(localise_sample: Localise, code: str = "en") -> tuple[GlossaryEntry, ...]:
    """Return the word list of the sample."""
    languages, _ = localise_sample()
    return glossary_entries(languages[code])


def said(found: tuple[GlossaryEntry, ...]) -> list[tuple[str, list[str]]]:
    """Return each meaning with the ids of the documents that use it."""
    return [(entry.definition.meaning, [document.id for document in entry.documents]) for entry in found]


def test_different_meanings_stay_apart(localise_sample: Localise) -> None:
    """Two documents that mean different things by a term have an entry each."""
    found = entries(localise_sample)
    assert said(found) == [
        ("A person who speaks up for you.", ["family"]),
        ("Somebody who helps at meetings.", ["rules"]),
    ]


def test_entries_have_addresses_of_their_own(localise_sample: Localise) -> None:
    """Two entries with the same id in their documents have different addresses, and know the ids."""
    found = entries(localise_sample)
    assert [entry.anchor for entry in found] == ["advocate", "advocate-rules"]
    assert [dict(entry.anchors) for entry in found] == [{"family": "advocate"}, {"rules": "advocate"}]


def test_the_same_meaning_is_shared(localise_sample: Localise, edit: Edit) -> None:
    """Two documents that mean the same share an entry, also with other ids and capitals."""
    edit(GUIDANCE, TERM, "{id: the-advocate, term: advocate, meaning: A person who speaks up for you.}")
    found = entries(localise_sample)
    assert said(found) == [("A person who speaks up for you.", ["family", "rules"])]
    assert dict(found[0].anchors) == {"family": "advocate", "rules": "the-advocate"}


def test_terms_are_in_alphabetical_order(localise_sample: Localise, edit: Edit) -> None:
    """Terms are sorted as a reader looks for them: capitals do not matter."""
    more = "\n  - {id: zeal, term: Zeal, meaning: Much will.}\n  - {id: aid, term: aid, meaning: Help.}"
    edit(GUIDANCE, TERM, TERM + more)
    assert [entry.definition.term for entry in entries(localise_sample)] == ["Advocate", "Advocate", "aid", "Zeal"]


def test_only_documents_that_are_shown(localise_sample: Localise, translate_sample: Callable[..., Path]) -> None:
    """A language's word list has the terms of the documents that it shows, in its own words."""
    translate_sample("cy", "family")
    [entry] = entries(localise_sample, "cy")
    assert entry.definition.term == "Advocate (cy)"
    assert [document.id for document in entry.documents] == ["family"]
    assert entries(localise_sample, "ur") == ()


def test_where_the_list_has_the_terms_of_a_page(localise_sample: Localise) -> None:
    """Only a term that the list has under another address than the page is named."""
    found = entries(localise_sample)
    assert dict(addresses_in(found, "family")) == {}
    assert dict(addresses_in(found, "rules")) == {"advocate": "advocate-rules"}

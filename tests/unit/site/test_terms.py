"""Test that each term is linked once a page, at its first use, to an explanation that is on the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.model import Document
from charterpress.content.vocabulary import Term, Vocabulary
from charterpress.languages.library import LocalisedLibrary
from charterpress.site.addresses import SiteMap
from charterpress.site.glossary import glossary_entries
from charterpress.site.render import PageRenderer
from charterpress.site.terms import ANCHOR, Explained, PageVocabulary, terms_in, vocabulary_of

Renderers = Callable[..., dict[str, PageRenderer]]
Localise = Callable[[], tuple[Mapping[str, LocalisedLibrary], SiteMap]]
Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]
CHARTER, GUIDE, GUIDANCE = "docs/charters/family.yml", "docs/guides/involved.yml", "docs/guidance/rules.yml"

REVIEW = Term(id="annual-review", term="annual review", also=("annual reviews",), meaning="A check once a year.")
HELPER = Term(id="advocate", term="Advocate", meaning="A person who speaks up for you.")
OWN = PageVocabulary(Vocabulary((HELPER,)), Vocabulary((REVIEW,)), frozenset())
SHARED = PageVocabulary(Vocabulary(), Vocabulary((REVIEW, HELPER)), frozenset())


def document(sample: Path, key: str) -> Document:
    """Return a document of the sample, as it is on disk."""
    return load_library(sample / "docs").documents[key]


def body_of(renderer: PageRenderer, path: str) -> str:
    """Return the body of a page."""
    return next(page.body for page in renderer.pages() if page.path == path)


def links(body: str) -> list[tuple[str, str]]:
    """Return the terms that are linked on a page: where to, and in which words."""
    return re.findall(r'<a class="cp-term" href="#([^"]+)">([^<]+)</a>', body)


def explained_on(body: str) -> dict[str, str]:
    """Return the terms that a page explains, by their address."""
    return dict(re.findall(r'<div id="([^"]+)"><dt>[^<]+</dt><dd>(.+?)</dd></div>', body))


def test_the_first_use_is_linked() -> None:
    """A term is linked where it is first used, in the words of the text, and not again in any of its forms."""
    explained = Explained(OWN)
    assert str(explained.linked("An advocate & Annual reviews & advocate.")) == (
        'An <a class="cp-term" href="#advocate">advocate</a> &amp; '
        '<a class="cp-term" href="#cp-word-annual-review">Annual reviews</a> &amp; advocate.'
    )
    assert str(explained.linked("One more <annual review>.")) == "One more &lt;annual review&gt;."
    assert explained.others == (REVIEW,)


def test_nothing_to_link() -> None:
    """A text without a term is shown as it is, with everything escaped."""
    explained = Explained(SHARED)
    assert str(explained.linked("<b> & so on")) == "&lt;b&gt; &amp; so on"
    assert explained.others == ()


def test_others_are_in_alphabetical_order() -> None:
    """Terms that the document does not define itself are listed as a reader looks for them."""
    explained = Explained(SHARED)
    explained.linked("The annual review with an advocate.")
    assert explained.others == (HELPER, REVIEW)


def test_own_definitions_come_first(sample: Path) -> None:
    """A document's own definition takes the place of the vocabulary's, whose other forms go too; other terms stay."""
    vocabulary = vocabulary_of(document(sample, "family"), "en")
    [own, other] = vocabulary.find("your Advocate at the annual review")
    assert (own.term.id, own.term.meaning) == ("advocate", "A person who speaks up for you.")
    assert other.term.id == "annual-review"
    assert vocabulary.find("Our advocates help.") == ()


def test_an_own_definition_in_a_longer_term(sample: Path, edit: Edit) -> None:
    """Where an own term and one of the vocabulary overlap, the own one is meant."""
    edit(CHARTER, "term: Advocate", "term: Plan")
    vocabulary = vocabulary_of(document(sample, "family"), "en")
    assert [match.term.term for match in vocabulary.find("Read the EHC plan.")] == ["Plan"]
    assert [match.term.id for match in vocabulary.find("Read the EHCP.")] == ["ehc-plan"]


def test_an_own_definition_of_something_else(renderers: Renderers, edit: Edit) -> None:
    """An own definition with the id of a term of the vocabulary, but of another one, does not explain that term."""
    edit(CHARTER, "term: Advocate", "term: Ladder")
    edit(CHARTER, "Answer your letters.", "Answer your advocate.")
    body = body_of(renderers()["en"], "charters/family")
    assert ("advocate", "advocate") not in links(body)


def test_terms_of_a_document(sample: Path, edit: Edit) -> None:
    """A document's terms are those that its sentences use, in its own language, each once."""
    edit(GUIDE, "It helps your child.", "The annual review helps. Annual reviews help your child's advocate.")
    edit(GUIDE, "title: Why", "title: The SENCO")
    found = terms_in(document(sample, "involved"), "en")
    assert [term.id for term in found] == ["annual-review", "advocate"]
    assert terms_in(document(sample, "involved"), "cy") == ()
    assert terms_in(document(sample, "family"), "en") == (), "its only term is its own"


def test_own_definitions_are_left_out(sample: Path, edit: Edit) -> None:
    """A term that the document defines itself is not among those of the vocabulary, the others are."""
    edit(CHARTER, "Answer your letters.", "Answer your advocate at the annual review.")
    assert [term.id for term in terms_in(document(sample, "family"), "en")] == ["annual-review"]


@pytest.fixture
def guide(edit: Edit) -> None:
    """Use terms of the vocabulary in the guide of the sample: in a heading, a link and sentences."""
    edit(GUIDE, "title: Why", "title: Your annual review")
    edit(GUIDE, "See [the rules]", "See [the annual review](https://a.example) and [the rules]")
    edit(GUIDE, "It helps your child.", "Your annual review & EHC plan help. An annual review is once a year.")
    edit(GUIDE, "Ask who will come.", "Ask for the annual review of your EHC plan.")


@pytest.mark.usefixtures("guide")
def test_a_page_links_each_term_once(renderers: Renderers) -> None:
    """On a page a term is linked at its first use in a sentence: not in a heading, not in a link, not twice."""
    body = body_of(renderers()["en"], "guides/involved")
    assert [words for _, words in links(body)] == ["annual review", "EHC plan"]
    assert "<p>Your <a " in body
    assert '<h2 id="why">Your annual review</h2>' in body
    assert '<a href="https://a.example">the annual review</a>' in body


@pytest.mark.usefixtures("guide")
def test_a_page_explains_what_it_links(renderers: Renderers) -> None:
    """Each term that is linked is explained on the page under that address, with its meaning."""
    body = body_of(renderers()["en"], "guides/involved")
    found = explained_on(body)
    for anchor, _ in links(body):
        assert body.count(f'id="{anchor}"') == 1
        assert found[anchor]
    assert "at least once a year" in found[f"{ANCHOR}annual-review"]


def test_an_own_definition_is_linked(renderers: Renderers, edit: Edit) -> None:
    """A term that the document defines itself is linked to that definition, and is not explained twice."""
    edit(CHARTER, "Answer your letters.", "Answer your advocate.")
    body = body_of(renderers()["en"], "charters/family")
    assert ("advocate", "advocate") in links(body)
    assert f'id="{ANCHOR}advocate"' not in body
    assert body.count('id="advocate"') == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Thanks to all parents.", "Thanks to the annual review."),
        ("phone: 0300 123 4567}", "phone: 0300 123 4567, purpose: Ask us for the annual review.}"),
        ("A person who speaks up for you.", "A person who speaks at the annual review."),
    ],
    ids=["thanks", "contacts", "definitions"],
)
def test_terms_near_the_end_of_a_page(renderers: Renderers, edit: Edit, old: str, new: str) -> None:
    """Behind the list of terms, and in it, no term is linked; one that was used before is linked there."""
    edit(CHARTER, old, new)
    body = body_of(renderers()["en"], "charters/family")
    assert "annual review" in body
    assert links(body) == []
    edit(CHARTER, "Answer your letters.", "Answer you at the annual review.")
    body = body_of(renderers()["en"], "charters/family")
    assert links(body) == [(f"{ANCHOR}annual-review", "annual review")]
    assert explained_on(body)[f"{ANCHOR}annual-review"]
    assert body.index(f'href="#{ANCHOR}annual-review"') < body.index(f'id="{ANCHOR}annual-review"')


def test_a_heading_with_the_words_of_a_sentence(renderers: Renderers, edit: Edit) -> None:
    """A heading is never linked, not even where a sentence further down has the same words."""
    edit(GUIDE, "title: Why", "title: Annual review")
    edit(GUIDE, "Ask who will come.", "Annual review")
    body = body_of(renderers()["en"], "guides/involved")
    assert '<h2 id="why">Annual review</h2>' in body
    assert links(body) == [(f"{ANCHOR}annual-review", "Annual review")]


def test_a_link_with_the_words_of_a_sentence(renderers: Renderers, edit: Edit) -> None:
    """The name of a page in a link is never linked itself, not even where a sentence has the same words."""
    edit(CHARTER, "title: Our promises & yours", "title: Annual review")
    edit(GUIDE, "summary: A short answer.", "summary: A short answer.\nacknowledgements: [Annual review]")
    body = body_of(renderers()["en"], "guides/involved")
    assert '<a href="../../charters/family/">Annual review</a>' in body


def test_a_translated_page(renderers: Renderers, translate_sample: Translate, edit: Edit) -> None:
    """A translation links its own definitions in its own words, and no English term of the vocabulary."""
    edit(CHARTER, "Answer your letters.", "Answer your advocate at the annual review.")
    words = {"Advocate": "Eiriolwr", "Answer your advocate at the annual review.": "Ateb eich eiriolwr, annual review."}
    translate_sample("cy", "family", words)
    assert links(body_of(renderers()["cy"], "charters/family")) == [("advocate", "eiriolwr")]


@pytest.mark.parametrize(
    ("term", "used", "linked"),
    [
        ("Eiriolwr (advocate)", "Ateb eich eiriolwr.", "eiriolwr"),
        ("Eiriolwr (advocate)", "Ateb eich eiriolwr (advocate) chi.", "eiriolwr (advocate)"),
        ("Eiriolwr (un) (advocate)", "Ateb eich eiriolwr (un).", "eiriolwr (un)"),
        ("(Advocate)", "Ateb pawb.", None),
    ],
)
def test_a_term_with_a_name_in_brackets(  # noqa: PLR0913, PLR0917 - fixtures and cases
    renderers: Renderers, translate_sample: Translate, edit: Edit, term: str, used: str, linked: str | None
) -> None:
    """A term with its English name in brackets is found without the name, as texts use it, and with it."""
    edit(CHARTER, "Hear you and your [advocate](#advocate).", "Hear you.")
    translate_sample("cy", "family", {"Advocate": term, "Answer your letters.": used})
    found = links(body_of(renderers()["cy"], "charters/family"))
    assert found == ([("advocate", linked)] if linked is not None else [])


def test_a_text_that_is_not_translated(renderers: Renderers, translate_sample: Translate, edit: Edit) -> None:
    """A text that is shown in the source language has no terms linked: nothing on the page explains them."""
    edit("mkdocs.yml", "missing: hide", "missing: source")
    edit(CHARTER, "Answer your letters.", "Answer you at the annual review.")
    translate_sample("cy", "family", {"Answer you at the annual review.": ""})
    body = body_of(renderers()["cy"], "charters/family")
    assert '<span lang="en" dir="ltr">Answer you at the annual review.</span>' in body


def test_a_theme_explains_the_promises_it_gathers(renderers: Renderers, edit: Edit) -> None:
    """A term in a promise that a theme's page gathers is linked and explained there, as in its charter."""
    edit(CHARTER, "Answer your letters.", "Answer you at the annual review.")
    body = body_of(renderers()["en"], "themes/listening")
    assert "annual review" in body
    assert links(body) == [(f"{ANCHOR}annual-review", "annual review")]
    assert f'id="{ANCHOR}annual-review"' in body


def test_the_glossary_has_the_terms_of_the_vocabulary(localise_sample: Localise, edit: Edit) -> None:
    """The word list has the terms of the vocabulary that a document uses, which have no address of their own there."""
    edit(GUIDE, "It helps your child.", "The annual review helps your child.")
    [entry] = [
        entry for entry in glossary_entries(localise_sample()[0]["en"]) if entry.anchor == f"{ANCHOR}annual-review"
    ]
    assert [found.id for found in entry.documents] == ["involved"]
    assert dict(entry.anchors) == {}
    assert entry.definition.term == "Annual review"
    assert "at least once a year" in entry.definition.meaning


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (GUIDE, "See [the rules]", "See [the annual review](https://a.example) and [the rules]"),
        (GUIDE, "It helps your child.", "The annual *review* helps your child."),
        (
            GUIDANCE,
            "summary: What staff should do.",
            "summary: What staff should do.\nreading_confirmation: {text: I read on the annual review., purposes: [A]}",
        ),
    ],
    ids=["only in a link", "in two looks", "in a text that is not on the page"],
)
def test_the_glossary_links_only_to_what_is_there(
    renderers: Renderers, edit: Edit, name: str, old: str, new: str
) -> None:
    """Whatever the word list links to stands on the page that it names; a term of the vocabulary has no fixed place."""
    edit(name, old, new)
    renderer = renderers()["en"]
    assert ANCHOR not in "".join(re.findall(r'href="([^"]+)"', body_of(renderer, "glossary")))
    anchors = re.findall(r'href="\.\./([a-z]+/[a-z]+)/#([^"]+)"', body_of(renderer, "glossary"))
    assert len(anchors) >= 2
    for path, anchor in anchors:
        assert f'id="{anchor}"' in body_of(renderer, path), f"{path} has no {anchor}"


def test_a_word_list_for_the_vocabulary_alone(localise_sample: Localise, edit: Edit) -> None:
    """A site whose documents define nothing, but use terms, has a word list; one without terms has none."""
    meanings = {CHARTER: "A person who speaks up for you.", GUIDANCE: "Somebody who helps at meetings."}
    for name, meaning in meanings.items():
        edit(name, f"definitions:\n  - {{id: advocate, term: Advocate, meaning: {meaning}}}", "")
    edit(CHARTER, "Hear you and your [advocate](#advocate).", "Hear you.")
    _, sitemap = localise_sample()
    assert not sitemap.has("en", "glossary")
    edit(GUIDE, "It helps your child.", "The annual review helps your child.")
    _, sitemap = localise_sample()
    assert sitemap.has("en", "glossary")
    assert not sitemap.has("cy", "glossary")

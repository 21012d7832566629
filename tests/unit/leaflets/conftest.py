"""Build charters for the tests of the leaflets, and typeset some of them once for all tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charterpress.content.model import Charter
from charterpress.content.model.charter import Commitment
from charterpress.findings import Finding
from charterpress.languages.locales import load_locale
from charterpress.leaflets.formats.library import find_format
from charterpress.leaflets.leaflet import Leaflet, typeset
from charterpress.leaflets.settings import LeafletSettings
from charterpress.leaflets.shop import PrintShop

TITLES = {"respect": "Respect and honesty"}
SETTINGS = LeafletSettings("Exampleton Council")
ADDRESS = "https://charters.exampleton.example/charters/working-together/"


def same_words(message: str) -> str:
    """Return an interface word as it is: English."""
    return message


def small_charter(**changes: object) -> Charter:
    """Return a two-sided charter with everything a commitment may have."""
    values: dict[str, object] = {
        "kind": "charter",
        "id": "working-together",
        "title": "What we expect from each other",
        "summary": "A promise between parents and children's services, for hard times and good ones.",
        "version": "1.2",
        "approved": "2024-05-01",
        "review_by": "2026-05-01",
        "publisher": {"name": "Families First"},
        "source": {
            "title": "Mutual Expectations",
            "publisher": "The Family Alliance",
            "licence": "Open Government Licence",
            "plain_english_version": True,
        },
        "parties": [{"id": "services", "name": "Services"}, {"id": "parents", "name": "Parents"}],
        "introduction": ["We wrote this **together**. It says what each of us can expect.[^code]"],
        "notes": [{"id": "code", "text": "See the [code of ethics](https://example.org/ethics)."}],
        "principles": [
            {
                "id": "cornerstones",
                "title": "Four cornerstones",
                "lead_in": "We work by these:",
                "items": [
                    {"id": "welcome", "title": "Welcome and care", "text": "Every voice is heard."},
                    {"id": "value", "title": "Value and include", "text": "All partners help to decide."},
                ],
            }
        ],
        "themes": [
            {
                "theme": "respect",
                "introduction": "Respect goes both ways.",
                "promises": [
                    {
                        "id": "respect-parents",
                        "title": "What parents can expect from services",
                        "by": "services",
                        "to": "parents",
                        "lead_in": "We will:",
                        "commitments": [
                            {"id": "courtesy", "text": "treat you with respect and tell you the truth"},
                            {
                                "id": "consent",
                                "text": "ask before we share what you told us",
                                "unless": "We may share it to keep a child safe.",
                            },
                            {
                                "id": "papers",
                                "text": "send you the papers",
                                "within": {"time": "7 days", "starts": "We count back from the meeting."},
                                "where_possible": True,
                                "detail": "You can ask for them in large print.",
                                "examples": ["the plan", "the report"],
                            },
                        ],
                    },
                    {
                        "id": "respect-services",
                        "title": "What services can expect from parents",
                        "by": "parents",
                        "to": "services",
                        "commitments": [
                            {"id": "safe", "text": "We work with you to keep our children safe."},
                            {"id": "time", "text": "We value your time."},
                        ],
                    },
                ],
            }
        ],
        "behaviours": {
            "id": "everyone",
            "title": "What everyone does",
            "items": [
                {"id": "learn", "text": "Learn from each other."},
                {"id": "honest", "text": "Be honest."},
            ],
        },
        "contacts": [
            {
                "id": "helpline",
                "name": "Family helpline",
                "purpose": "If you want to talk to somebody.",
                "phone": "0300 123 4567",
                "email": "help@families.example",
            }
        ],
        **changes,
    }
    return Charter.model_validate(values)


def long_charter(commitments: int, words: int = 13) -> Charter:
    """Return a charter with five themes of two sides and this many commitments."""
    words_of_one = "listen to what you tell us about your family and write it down in your own words"
    phrase = words_of_one.split()
    text = " ".join(phrase[at % len(phrase)] for at in range(words))
    per_side = -(-commitments // 10)
    numbers = iter(range(commitments))
    themes = []
    for theme in range(5):
        promises = []
        for by, to in (("services", "parents"), ("parents", "services")):
            ids = [number for _, number in zip(range(per_side), numbers, strict=False)]
            if ids:
                promises.append(
                    {
                        "id": f"{by}-{theme}",
                        "title": f"What {to} can expect from {by}",
                        "by": by,
                        "to": to,
                        "commitments": [{"id": f"c{n}", "text": f"No. {n}: {text}."} for n in ids],
                    }
                )
        if promises:
            themes.append({"theme": "respect", "promises": promises})
    return small_charter(themes=themes)


def change_commitments(charter: Charter, change: Callable[[Commitment], dict[str, object]]) -> Charter:
    """Return a charter with each commitment of its themes changed."""
    themes = tuple(
        section.model_copy(
            update={
                "promises": tuple(
                    block.model_copy(
                        update={"commitments": tuple(one.model_copy(update=change(one)) for one in block.commitments)}
                    )
                    for block in section.promises
                )
            }
        )
        for section in charter.themes
    )
    return charter.model_copy(update={"themes": themes})


def excepted_charter(commitments: int) -> Charter:
    """Return a charter of so many commitments, each with an exception that names it."""
    return change_commitments(
        long_charter(commitments), lambda one: {"unless": f"Not when it would harm a child ({one.id})."}
    )


def shortened_charter(charter: Charter, words: dict[str, str]) -> Charter:
    """Return a charter in which some promises have a shorter wording, by their id."""
    return change_commitments(charter, lambda one: {"leaflet": words.get(one.id)})


def arabic_charter() -> Charter:
    """Return a two-sided charter in Arabic with some English in it."""
    sides = [
        {
            "id": f"{by}-side",
            "title": title,
            "by": by,
            "to": to,
            "commitments": [{"id": f"{by}-{at}", "text": text} for at, text in enumerate(texts)],
        }
        for by, to, title, texts in (
            ("services", "parents", "من الخدمات", ["نعاملكم باحترام وصدق.", "نشرح لكم خطة SEND."]),
            ("parents", "services", "من الوالدين", ["نعمل معكم من أجل سلامة أطفالنا."]),
        )
    ]
    return small_charter(
        title="توقعات متبادلة",
        summary="ما يتوقعه كل طرف.",
        parties=[{"id": "services", "name": "الخدمات"}, {"id": "parents", "name": "الوالدان"}],
        introduction=[],
        principles=[],
        behaviours=None,
        contacts=[],
        themes=[{"theme": "respect", "promises": sides}],
    )


def typeset_sample(  # noqa: PLR0913 - whatever a test may want to set
    charter: Charter,
    locale: str = "en",
    *,
    settings: LeafletSettings = SETTINGS,
    draft: bool = False,
    selection: frozenset[str] | None = None,
    shape: str = "trifold",
    address: str = ADDRESS,
    printed: str = "",
    shop: PrintShop | None = None,
) -> tuple[Leaflet | None, tuple[Finding, ...]]:
    """Typeset a sample charter with English interface words, as a tri-fold unless another format is asked for."""
    return typeset(
        charter,
        TITLES,
        load_locale(locale),
        same_words,
        settings,
        address,
        find_format(shape),
        draft=draft,
        selection=selection,
        printed=printed,
        shop=shop,
    )


def _made(charter: Charter, locale: str = "en") -> Leaflet:
    leaflet, findings = typeset_sample(charter, locale)
    assert leaflet is not None, findings
    return leaflet


@pytest.fixture
def set_leaflet() -> Callable[..., tuple[Leaflet | None, tuple[Finding, ...]]]:
    """Return what typesets a sample charter."""
    return typeset_sample


@pytest.fixture
def small() -> Callable[..., Charter]:
    """Return what builds the small charter."""
    return small_charter


@pytest.fixture
def arabic_small() -> Callable[[], Charter]:
    """Return what builds the Arabic charter."""
    return arabic_charter


@pytest.fixture
def long() -> Callable[..., Charter]:
    """Return what builds a long charter."""
    return long_charter


@pytest.fixture
def shortened() -> Callable[..., Charter]:
    """Return what gives some promises of a charter a shorter wording."""
    return shortened_charter


@pytest.fixture
def excepted() -> Callable[..., Charter]:
    """Return what makes a charter of so many commitments, each with an exception."""
    return excepted_charter


@pytest.fixture(scope="session")
def english() -> Leaflet:
    """Return the leaflet of the small charter."""
    return _made(small_charter())


@pytest.fixture(scope="session")
def arabic() -> Leaflet:
    """Return the leaflet of the Arabic charter."""
    return _made(arabic_charter(), "ar")


@pytest.fixture(scope="session")
def seventy() -> Leaflet:
    """Return the leaflet of a charter with 70 commitments."""
    return _made(long_charter(70))

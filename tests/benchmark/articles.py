"""Make up the documents of a synthetic site: the same words each time, for any number of documents."""

from __future__ import annotations

import random
from dataclasses import dataclass

WORDS = (  # noqa: SIM905 - a list of 200 words, a line each, would hide the rest
    "about after again all always an and any are as ask at be bring but by call can care change child choose clear "
    "come day do each early end every explain families family fair feel find first for from full gather get give go "
    "good group happen have hear help home honest hope hour how if in into it keep kind know last late law learn let "
    "letter life listen long look make many may meet meeting month more most move must name need new next note of "
    "offer on one open or order other our out over own paper parent part past people person phone place plan point "
    "promise put question read reason record report rest right room rule safe same say school see send service set "
    "share short should show side small some soon speak staff start stay step still stop support take talk team tell "
    "thank that the their them then they thing think this time to today together told train true trust try turn under "
    "until up use view visit wait want way we week well what when where which who why will wish with word work worker "
    "worry write year yes you young your"
).split()

SHARES = {"theme": 4, "charter": 6, "guidance": 30, "guide": 60}
"""How many of a hundred documents are of each kind."""

FOLDERS = {"theme": "themes", "charter": "charters", "guidance": "guidance", "guide": "guides"}


HOME_TEXTS = ("Welcome", "Find what you need on these pages.")


@dataclass(frozen=True)
class Part:
    """Hold one part of a document: a heading, paragraphs, and a list with the words that lead into it."""

    title: str
    paragraphs: tuple[str, ...]
    lead_in: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Article:
    """Hold one document, about 400 words long, before it takes the form of YAML or of Markdown.

    `related` is the address of another document, without language and suffix.
    """

    kind: str
    number: int
    title: str
    summary: str
    parts: tuple[Part, ...]
    term: str
    meaning: str
    related: str

    @property
    def id(self) -> str:
        """Return the document's name in addresses."""
        return f"{self.kind}-{self.number:03}"

    @property
    def address(self) -> str:
        """Return the address below a language, without suffix."""
        return f"{FOLDERS[self.kind]}/{self.id}"


def make_articles(number: int) -> tuple[Article, ...]:
    """Return about `number` articles, with every kind among them."""
    counts = {kind: max(1, round(number * share / 100)) for kind, share in SHARES.items()}
    return tuple(_article(kind, index, count) for kind, count in counts.items() for index in range(count))


def _article(kind: str, number: int, count: int) -> Article:
    chance = random.Random(f"{kind} {number}")  # noqa: S311 - made-up words need no secret
    parts = tuple(_part(chance) for _ in range(5))
    title = _phrase(chance, 5)
    term = f"{_phrase(chance, 2)} {kind} {number}"
    related = f"{FOLDERS[kind]}/{kind}-{(number + 1) % count:03}"
    return Article(kind, number, title, _sentences(chance, 2), parts, term, _sentences(chance, 1), related)


def _part(chance: random.Random) -> Part:
    items = tuple(_sentences(chance, 1) for _ in range(3))
    return Part(_phrase(chance, 4), (_sentences(chance, 3),), f"{_phrase(chance, 5)}:", items)


def _sentences(chance: random.Random, number: int) -> str:
    return " ".join(f"{_phrase(chance, chance.randint(8, 14))}." for _ in range(number))


def _phrase(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize()

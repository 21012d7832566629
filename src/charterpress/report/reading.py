"""Write the reading report for editors: each page's text, and what makes it hard to read."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import groupby
from typing import Any

from babel import Locale, UnknownLocaleError
from markupsafe import Markup

from charterpress import __version__
from charterpress.findings import Finding
from charterpress.report.environment import report_environment
from charterpress.report.printable import printable

_TOP = 8  # sentences in a list: more than anybody rewrites in one sitting
_STEPS = 4  # of heat
_MARKED = 0.1  # of what the hardest sentence adds: a text with every other sentence marked shows nothing
_SHOWN = 0.005  # what adds less would be said to add 0.00


@dataclass(frozen=True)
class HardWord:
    """Hold a long word of a page, with plainer words to `use` where some are known."""

    word: str
    times: int
    syllables: int
    use: tuple[str, ...]


@dataclass(frozen=True)
class ReadSentence:
    """Hold a sentence; `adds` is how much worse it makes the page's score, None where there is no formula."""

    text: str
    words: int
    adds: float | None


@dataclass(frozen=True)
class ReadUnit:
    """Hold one piece of a page's text, with its place and whether it counts."""

    role: str
    file: str
    line: int
    scored: bool
    sentences: tuple[ReadSentence, ...]


@dataclass(frozen=True)
class ReadPage:
    """Hold a page, leaflet or glossary as it was read, and the verdict on it; `fixes` is None where none suffice."""

    title: str
    name: str
    kind: str
    file: str
    language: str
    audience: str
    words: int
    score: float | None
    formula: str | None
    status: str
    limit: float | None
    target: float | None
    margin: float
    outcome: str
    reason: str
    fixes: int | None
    hard_words: tuple[HardWord, ...]
    units: tuple[ReadUnit, ...]
    left_out: Mapping[str, int]
    shape: str


@dataclass(frozen=True)
class Exempted:
    """Hold a text that some rules leave alone, with the reason and the last day of it."""

    page: str
    unit: str
    rules: tuple[str, ...]
    reason: str
    until: str
    expired: bool


@dataclass(frozen=True)
class _Sentence:
    """Hold a sentence ready to print: its anchor, its unit and its step of heat (0: none)."""

    anchor: str
    read: ReadSentence
    unit: ReadUnit
    step: int


_Unit = tuple[ReadUnit, tuple[_Sentence, ...]]


@dataclass(frozen=True)
class _Page:
    """Hold a page ready to print: `blocks` are neighbours of one role, `worst` the sentences to start with."""

    anchor: str
    read: ReadPage
    blocks: tuple[tuple[str, tuple[_Unit, ...]], ...]
    worst: tuple[_Sentence, ...]


def render_reading(pages: Sequence[ReadPage], exempted: Sequence[Exempted]) -> str:
    """Return the reading report: one page of HTML that needs no script and asks nobody for anything."""
    environment = report_environment(finalize=_printed)
    environment.filters["language"] = _language
    titles: dict[str, str] = {}
    for page in sorted(pages, key=lambda page: not page.language.startswith("en")):
        titles.setdefault(page.name, page.title)  # English comes first: it is the language of this report
    twice = Counter(titles.values())
    return environment.get_template("reading.html").render(
        pages=tuple(_page(f"p{number}", page) for number, page in enumerate(pages, 1)),
        # A filter knows its choices by number: a name could be anything, an address in a style sheet may not.
        documents={name: f"d{number}" for number, name in enumerate(dict.fromkeys(p.name for p in pages), 1)},
        languages={code: f"l{number}" for number, code in enumerate(dict.fromkeys(p.language for p in pages), 1)},
        labels={name: title if twice[title] == 1 else f"{title} ({name})" for name, title in titles.items()},
        together={(page.name, page.language) for page in pages},
        texts_of=Counter(page.name for page in pages),
        texts_in=Counter(page.language for page in pages),
        outcomes=Counter(page.outcome for page in pages),
        exempted=exempted,
    )


def reading_json(pages: Sequence[ReadPage], exempted: Sequence[Exempted]) -> str:
    """Return the reading report for other programs, in an order that does not change with the verdicts."""
    body = {
        "charterpress": __version__,
        "pages": [_plain(page) for page in sorted(pages, key=lambda p: (p.name, p.kind, p.language, p.file, p.title))],
        "exempted": [_plain(entry) for entry in sorted(exempted, key=lambda e: (e.page, e.unit, e.rules, e.until))],
    }
    return json.dumps(body, ensure_ascii=False) + "\n"


def _plain(value: Any) -> Any:  # noqa: ANN401 - what JSON can hold has no type
    """Return a value as JSON knows it, with printable texts."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {_printed(key): value[key] for key in sorted(value)}
    return [_plain(entry) for entry in value] if isinstance(value, tuple) else _printed(value)


def _printed(value: Any) -> Any:  # noqa: ANN401 - Jinja hands over whatever a template prints
    """Return a text as findings are printed; a template's own markup, and what is no text, stays as it is."""
    if not isinstance(value, str) or isinstance(value, Markup) or value.isprintable():
        return value
    return printable((Finding("text", value),))[0].message


def _page(anchor: str, page: ReadPage) -> _Page:
    units = tuple(_units(anchor, page.units))
    scored = [sentence for unit, sentences in units if unit.scored for sentence in sentences]
    if any(sentence.read.adds is not None for sentence in scored):
        worst = sorted((s for s in scored if (s.read.adds or 0.0) >= _SHOWN), key=lambda s: -(s.read.adds or 0.0))
    else:
        worst = sorted(scored, key=lambda s: -s.read.words)
    blocks = tuple((role, tuple(group)) for role, group in groupby(units, key=lambda unit: unit[0].role))
    return _Page(anchor, page, blocks, tuple(worst[:_TOP]))


def _units(anchor: str, units: Sequence[ReadUnit]) -> Iterator[_Unit]:
    peak = max((s.adds or 0.0 for unit in units if unit.scored for s in unit.sentences), default=0.0)
    for number, unit in enumerate(units, 1):
        steps = [_step(sentence, peak) if unit.scored else 0 for sentence in unit.sentences]
        read = enumerate(zip(unit.sentences, steps, strict=True), 1)
        yield unit, tuple(_Sentence(f"{anchor}u{number}s{nth}", s, unit, step) for nth, (s, step) in read)


def _step(sentence: ReadSentence, peak: float) -> int:
    """Return the heat of a sentence, measured by the hardest of its page: each formula has its own scale."""
    adds = sentence.adds or 0.0
    return min(_STEPS, 1 + int(_STEPS * adds / peak)) if adds >= max(_SHOWN, peak * _MARKED) else 0


def _language(code: str) -> str:
    try:
        return Locale.parse(code, sep="-").english_name or code
    except (UnknownLocaleError, ValueError):
        return code

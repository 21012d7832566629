"""Read the inline Markdown of a text: emphasis, links and note calls, never raw HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

NOTE_CALL = re.compile(r"\[\^([A-Za-z0-9-]+)\]")
RAW_HTML = re.compile(r"<(?:[A-Za-z/!?])[^>]*>?")
LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
DOCUMENT_SCHEMES = frozenset({"charter", "guidance", "guide", "theme"})
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):")


@dataclass(frozen=True)
class Span:
    """Hold a run of text with one look.

    `href` is the link's target as written. `note` is the footnote's id when the span is a note
    call; its text is then empty.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class Fault:
    """Describe something in a text that must not be there; `offset` counts characters from 0."""

    rule: str
    message: str
    hint: str
    offset: int


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "link", "escape"])
    # Targets are judged by `check_inline`, which names them; silently dropping a link would not.
    # mypy knows validateLink as a method only.
    parser.validateLink = lambda _url: True  # type: ignore[method-assign,assignment]  # see above
    # Percent-encoding is the renderer's job; here a target must stay as written.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # the same
    return parser


def parse_inline(text: str) -> tuple[Span, ...]:
    """Return the spans of a text; joined, their texts are what a reader reads."""
    # A text knows more of itself than its letters, on which alone this depends.
    return _spans_of(str(text))


@lru_cache(maxsize=1 << 13)
def _spans_of(text: str) -> tuple[Span, ...]:
    if not any(mark in text for mark in "*_[\\\n"):
        return (Span(text),)
    (block,) = _parser().parseInline(text.replace("\n", " "))
    return tuple(_spans(block.children or []))


def _spans(tokens: list[Token]) -> Iterator[Span]:
    strong = emphasis = 0
    href: str | None = None
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                href = str(token.attrGet("href") or "")
            case "link_close":
                href = None
            case _:
                look = Span("", bool(strong), bool(emphasis), href)
                yield from _with_note_calls(token.content, look)


def _with_note_calls(content: str, look: Span) -> Iterator[Span]:
    end = 0
    for call in NOTE_CALL.finditer(content):
        if call.start() > end:
            yield Span(content[end : call.start()], look.strong, look.emphasis, look.href)
        yield Span("", look.strong, look.emphasis, look.href, call[1])
        end = call.end()
    if content[end:]:
        yield Span(content[end:], look.strong, look.emphasis, look.href)


def plain_text(text: str) -> str:
    """Return the words of a text without marks, link targets and note calls."""
    return "".join(span.text for span in parse_inline(text))


def note_calls(text: str) -> tuple[str, ...]:
    """Return the ids of the footnotes that a text calls."""
    return tuple(NOTE_CALL.findall(text))


def link_targets(text: str) -> tuple[str, ...]:
    """Return the targets of the links in a text, as written."""
    if "[" not in text:
        return ()
    return tuple(dict.fromkeys(span.href for span in parse_inline(text) if span.href is not None))


def scheme_of(target: str) -> str:
    """Return the scheme of a link target in lower case, or nothing for a local one."""
    found = _SCHEME.match(re.sub(r"[\s\x00-\x1f]", "", target))
    return found[1].lower() if found else ""


def check_inline(text: str) -> tuple[Fault, ...]:
    """Return what must not be in a text: raw HTML, and links that are not safe to follow."""
    faults = [
        Fault(
            "raw-html",
            f"raw HTML in a text: {found[0]}",
            "Write plain words. For weight use **bold**, for a link [words](https://…).",
            found.start(),
        )
        for found in RAW_HTML.finditer(text)
    ]
    for target in link_targets(text):
        scheme = scheme_of(target)
        safe = target.startswith("#") if not scheme else scheme in LINK_SCHEMES | DOCUMENT_SCHEMES
        if not safe:
            faults.append(
                Fault(
                    "unsafe-link",
                    f"a link to '{target}' is not allowed",
                    "Link to https://…, mailto:…, tel:…, #an-id on this page, or charter:an-id.",
                    max(text.find(target), 0),
                )
            )
    return tuple(faults)

"""Check the headings of hand-written pages: screen readers go by them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

from charterpress.content.frontmatter import without_front_matter
from charterpress.content.settings import Project
from charterpress.content.textfile import load_text
from charterpress.findings import Finding, Level
from charterpress.site.markdown_pages import markdown_pages

_HTML_HEADING = re.compile(r"<h([1-6])\b", re.IGNORECASE)


@dataclass(frozen=True)
class MarkdownHeading:
    """Hold a heading's level, from 1 to 6, and its line, from 1."""

    level: int
    line: int


def check_headings(project: Project) -> Iterator[Finding]:
    """Yield each heading that skips a level on its way down: an error, since the way through the page is broken.

    A page without a main heading, or with several, gets a warning.
    """
    for path in dict.fromkeys(page.path for page in markdown_pages(project)):
        text = load_text(path).text
        if text is not None:
            yield from _check(path, tuple(headings_of(text)))


def _check(path: Path, headings: tuple[MarkdownHeading, ...]) -> Iterator[Finding]:
    main = [heading for heading in headings if heading.level == 1]
    if not main:
        message = "the page has no main heading"
        hint = "Start it with a line such as '# About us'."
        yield Finding("heading-missing", message, hint, Level.WARNING, file=path, line=1, column=1)
    for heading in main[1:]:
        message = f"the page has a second main heading; the first is on line {main[0].line}"
        hint = "Write it with two signs: '## …'."
        yield Finding("heading-twice", message, hint, Level.WARNING, file=path, line=heading.line, column=1)
    before = 0
    for heading in headings:
        if heading.level > before + 1 and (before or main):
            after = f"after one of level {before}" if before else "before the main heading"
            message = f"a heading of level {heading.level} stands {after}"
            hint = f"Write it with {'#' * (before + 1)}, so that no level is left out."
            yield Finding("heading-skip", message, hint, file=path, line=heading.line, column=1)
        before = heading.level


def headings_of(text: str) -> Iterator[MarkdownHeading]:
    """Yield the headings of a Markdown text in their order, those in HTML as well."""
    front, body = without_front_matter(text)
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        line = front + (token.map[0] if token.map else 0) + 1
        if token.type == "heading_open":
            yield MarkdownHeading(int(token.tag[1]), line)
        elif token.type == "html_block":
            for found in _HTML_HEADING.finditer(token.content):
                yield MarkdownHeading(int(found[1]), line + token.content.count("\n", 0, found.start()))

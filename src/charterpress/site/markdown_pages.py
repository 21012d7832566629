"""Find the hand-written Markdown pages and the languages they are in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pathspec import GitIgnoreSpec

from charterpress.content.model.text import LANGUAGE_TAG
from charterpress.content.settings import DEFAULT_LANGUAGE, LANGUAGES, Project
from charterpress.content.textfile import load_text
from charterpress.findings import Finding
from charterpress.languages.pseudo import PSEUDO_LOCALES

_ALIGNED = re.compile(r'(<t[dh])\b([^>]*?) style="text-align: ?(left|right|center);"')


@dataclass(frozen=True)
class MarkdownPage:
    """Name a Markdown file; `name` is the page's address without language and suffix."""

    name: str
    locale: str
    path: Path


def markdown_pages(project: Project) -> tuple[MarkdownPage, ...]:
    """Return the Markdown pages of a project; `about.cy.md` is the Welsh page `about`.

    While not all languages are known, whatever looks like the tag of one may be one.
    """
    excluded = GitIgnoreSpec.from_lines(project.excluded.splitlines())
    listed, all_known = {language.locale for language in project.languages}, project.knows(*LANGUAGES)
    pages = []
    for path in sorted(project.docs.rglob("*.md")):
        relative = path.relative_to(project.docs)
        if excluded.match_file(relative.as_posix()):
            continue
        stem, _, suffix = path.stem.rpartition(".")
        own_language = suffix in listed or (not all_known and re.fullmatch(LANGUAGE_TAG, suffix) is not None)
        name = relative.with_name(stem if stem and own_language else path.stem).as_posix()
        pages.append(MarkdownPage(name, suffix if stem and own_language else project.default_language, path))
    return (*pages, *_in_pseudo(pages, project))


def _in_pseudo(pages: list[MarkdownPage], project: Project) -> Iterator[MarkdownPage]:
    """Yield the pages of the default language once more for each made-up one: their words are accented later."""
    for language in project.languages:
        if language.locale in PSEUDO_LOCALES:
            own = [page for page in pages if page.locale == project.default_language]
            yield from (MarkdownPage(page.name, language.locale, page.path) for page in own)


def with_aligned_cells(html: str) -> str:
    """Return the HTML of a Markdown page whose tables say by a class where a column stands, and not by a style."""
    return _ALIGNED.sub(r'\1\2 class="cp-align-\3"', html)


def check_markdown_pages(project: Project) -> Iterator[Finding]:
    """Yield what is wrong with the Markdown pages: a language without a home page, bad encoding."""
    pages, default_known = markdown_pages(project), project.knows(*DEFAULT_LANGUAGE)
    for page in pages:
        yield from load_text(page.path).findings
    for locale in project.locales:
        if default_known and not any(page.name == "index" and page.locale == locale for page in pages):
            name = "index.md" if locale == project.default_language else f"index.{locale}.md"
            yield Finding(
                "missing-home",
                f"the language '{locale}' has no home page",
                f"Write {name}: a heading and a few words of welcome in this language.",
                file=project.docs / name,
                locale=locale,
            )

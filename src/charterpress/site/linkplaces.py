"""Say where in the sources a page comes from, and on which line it has a link."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote

from markdown_it import MarkdownIt

from charterpress.content.frontmatter import without_front_matter
from charterpress.content.inline import link_targets
from charterpress.content.library import Library
from charterpress.content.settings import Project
from charterpress.content.textfile import load_text
from charterpress.site.addresses import SiteMap, path_of
from charterpress.site.crossings import Dead
from charterpress.site.markdown_pages import MarkdownPage, markdown_pages


@dataclass(frozen=True)
class Origin:
    """Name the file that a page was made from; the line, from 1, where it is known."""

    file: Path
    line: int | None = None


@dataclass(frozen=True)
class Origins:
    """Find the sources of pages; pages are named by their file below the site's root."""

    library: Library
    project: Project
    sitemap: SiteMap
    site: Path = field(default=Path("site"))

    @cached_property
    def _markdown(self) -> dict[str, MarkdownPage]:
        pages = {}
        for page in markdown_pages(self.project):
            if page.locale in self.project.locales:
                path = "" if page.name == "index" else page.name.removesuffix("/index")
                pages[posixpath.join(self.sitemap.address(page.locale, path), "index.html")] = page
        return pages

    @cached_property
    def _documents(self) -> dict[str, str]:
        return {
            f"{self.sitemap.address(code, path_of(document))}/index.html": key
            for code in self.project.locales
            for key, document in self.library.documents.items()
        }

    def of_link(self, dead: Dead) -> Origin:
        """Return where a link stands that leads nowhere."""
        if (page := self._markdown.get(dead.page)) is not None:
            return Origin(page.path, self._line_in_markdown(page, dead))
        key = self._documents.get(dead.page)
        if key is None:
            return Origin(self.site / dead.page)
        file = self.library.files[key]
        for text in self.library.texts[key]:
            targets = link_targets(text.text)
            if dead.target in targets or (dead.anchor and any(t.endswith(f"#{dead.anchor}") for t in targets)):
                path, place = file.locate(text.pointer)
                return Origin(path, place.line)
        return Origin(file.path)

    def of_words(self, page: str, words: str) -> Origin:
        """Return where the words of a tag stand: in a page by hand, a template of the project or its settings."""
        if (made := self._markdown.get(page)) is not None:
            line = _line_with(words, load_text(made.path).text or "")
            if line is not None:
                return Origin(made.path, line)
        elif (self.project.docs / page).is_file():
            path = self.project.docs / page
            return Origin(path, _line_with(words, load_text(path).text or ""))
        for path, text in self._templates.items():
            if (line := _line_with(words, text)) is not None:
                return Origin(path, line)
        return Origin(made.path if made is not None else self.site / page)

    def is_template(self, path: Path) -> bool:
        """Tell whether a file has a part in every page."""
        return path in self._templates

    @cached_property
    def _templates(self) -> dict[Path, str]:
        overrides = sorted(self.project.overrides.rglob("*.html")) if self.project.overrides else []
        paths = (*overrides, self.project.config_file)
        return {path: load_text(path).text or "" for path in paths}

    def of_anchor(self, page: str, anchor: str) -> Origin:
        """Return where an id stands."""
        made = self._markdown.get(page)
        if made is not None:
            text = load_text(made.path).text or ""
            wanted = re.compile(rf"""(\{{[^}}]*#|\bid=["']?){re.escape(anchor)}\b""")
            rows = (number for number, line in enumerate(text.split("\n"), 1) if wanted.search(line))
            return Origin(made.path, next(rows, None))
        key = self._documents.get(page)
        return Origin(self.library.files[key].path if key is not None else self.site / page)

    def _line_in_markdown(self, page: MarkdownPage, dead: Dead) -> int | None:
        """Return the line of a link as the author wrote it: 'about.md' for what leads to 'about/'."""
        text = load_text(page.path).text or ""
        for target, line in markdown_links(text):
            if target == dead.target or self._written(page, target) == (dead.there, dead.anchor or ""):
                return line
        wanted = [dead.target, *([f"#{dead.anchor}"] if dead.anchor else [])]
        lines = text.split("\n")
        return next((number for word in wanted for number, line in enumerate(lines, 1) if word in line), None)

    def _written(self, page: MarkdownPage, target: str) -> tuple[str, str]:
        """Return the file and the anchor that a link to a Markdown file leads to."""
        name, _, anchor = target.partition("#")
        if not name.endswith(".md"):
            return "", ""
        here = page.path.relative_to(self.project.docs).parent.as_posix()
        path = self.project.docs / posixpath.normpath(posixpath.join(here, unquote(name)))
        found = (file for file, each in self._markdown.items() if each.path == path)
        # A link to the English page is one to the page of the language.
        same = next(found, None)
        return (same or "", anchor)


def _line_with(words: str, text: str) -> int | None:
    """Return the first line, from 1, that has some words."""
    return next((number for number, line in enumerate(text.split("\n"), 1) if words in line), None) if words else None


def markdown_links(text: str) -> Iterator[tuple[str, int]]:
    """Yield the target of each link and picture of a Markdown text, with its line, counted from 1."""
    front, body = without_front_matter(text)
    for token in MarkdownIt("commonmark").enable("table").parse(body):
        line = front + (token.map[0] if token.map else 0) + 1
        for child in token.children or []:
            if child.type in {"softbreak", "hardbreak"}:
                line += 1
            elif child.type in {"link_open", "image"}:
                yield str(child.attrGet("href") or child.attrGet("src") or ""), line

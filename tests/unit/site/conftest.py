"""Render the sample in each of its languages, and read the HTML of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.project import load_project
from charterpress.languages.library import LocalisedLibrary, localise
from charterpress.languages.words import load_words
from charterpress.site.addresses import SiteMap, site_map
from charterpress.site.environment import page_environment
from charterpress.site.render import PageRenderer

_VOID = frozenset({"br", "img", "hr", "input", "meta", "link"})


@dataclass
class Element:
    """Hold one element of a page; `lang` and `dir` are those it says or takes from around it."""

    tag: str
    attributes: dict[str, str]
    lang: str = ""
    dir: str = ""
    own_text: list[str] = field(default_factory=list)
    children: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the words of the element and of everything in it."""
        return " ".join(" ".join(self.own_text + [child.text for child in self.children]).split())

    def walk(self) -> Iterator[Element]:
        """Yield the element and everything in it."""
        yield self
        for child in self.children:
            yield from child.walk()


class _Reader(HTMLParser):
    def __init__(self, lang: str, direction: str) -> None:
        super().__init__()
        self.stack = [Element("page", {}, lang, direction)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        parent = self.stack[-1]
        lang, direction = attributes.get("lang", parent.lang), attributes.get("dir", parent.dir)
        element = Element(tag, attributes, lang, direction)
        parent.children.append(element)
        if tag not in _VOID:
            self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack[-1].tag == tag, f"</{tag}> closes <{self.stack[-1].tag}>"
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        self.stack[-1].own_text.append(data)


@pytest.fixture(scope="session")
def read_html() -> Callable[..., Element]:
    """Return what reads the HTML of a page; elements that are not closed in order fail."""

    def read(html: str, lang: str = "en", direction: str = "ltr") -> Element:
        reader = _Reader(lang, direction)
        reader.feed(html)
        reader.close()
        assert len(reader.stack) == 1, f"<{reader.stack[-1].tag}> is not closed"
        return reader.stack[0]

    return read


@pytest.fixture
def localise_sample(sample: Path) -> Callable[[], tuple[Mapping[str, LocalisedLibrary], SiteMap]]:
    """Return what puts the sample into all its languages, and says where each page is."""

    def localise_all() -> tuple[Mapping[str, LocalisedLibrary], SiteMap]:
        project, findings = load_project(sample)
        assert findings == ()
        assert project is not None
        library = load_library(project.docs)
        assert [finding for finding in library.findings if finding.level == "error"] == []
        languages = {code: localise(library, project, code) for code in project.locales}
        return languages, site_map(languages, project)

    return localise_all


@pytest.fixture
def renderers(localise_sample: Callable[..., tuple[Mapping[str, LocalisedLibrary], SiteMap]]) -> Callable[..., object]:
    """Return what makes a renderer for each language of the sample, as it is on disk."""

    def make(overrides: Path | None = None) -> dict[str, PageRenderer]:
        languages, sitemap = localise_sample()
        environment = page_environment(overrides)
        return {
            code: PageRenderer(library, load_words(code), sitemap, environment) for code, library in languages.items()
        }

    return make

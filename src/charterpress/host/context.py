"""Give the page templates what they show around a body: navigation, languages, addresses."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from charterpress.content.settings import Project
from charterpress.languages.locales import load_locale
from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.languages.words import Words
from charterpress.site.addresses import DATA, FORMATS, GLOSSARY, HOME, SECTIONS, SiteMap
from charterpress.site.labels import section_texts
from charterpress.site.look.sheet import logo_files
from charterpress.site.page import Heading
from charterpress.site.sitemap import alternates

LOGO_HEIGHT = 48
"""In pixels, as long as no style sheet says otherwise."""


@dataclass(frozen=True)
class PageContext:
    """Hold what the templates know as `cp` on one page.

    `path` is None on the page for addresses that do not exist: its links start at the site's root. `linked_data` is
    what search engines read, as JSON. A page that is `everywhere` is there in all languages, though no list or
    sitemap has it. `first_fonts` are the files of the fonts at its top; `logo_ratio` is the width of the logo over its
    height.
    """

    locale: str
    path: str | None
    title: str
    description: str
    project: Project
    sitemap: SiteMap
    words: Words
    draft: bool
    look: tuple[str, ...] = ()
    markdown_titles: Mapping[str, str] = field(default_factory=dict)
    headings: tuple[Heading, ...] = ()
    public: bool = True
    linked_data: str = ""
    everywhere: bool = False
    first_fonts: tuple[str, ...] = ()
    logo_ratio: float | None = None

    @property
    def is_indexed(self) -> bool:
        """Tell whether search engines may list the page: not what is for editors, nor what is in no real language."""
        return self.public and self.locale not in PSEUDO_LOCALES

    @property
    def direction(self) -> str:
        """Return the direction of the page's language: ltr or rtl."""
        return load_locale(self.locale).direction

    @property
    def locale_name(self) -> str:
        """Return what the page's language calls itself."""
        return load_locale(self.locale).name

    @property
    def site_name(self) -> str:
        """Return the site's name in the page's language."""
        return self.project.name_in(self.locale)

    @property
    def organisation(self) -> str:
        """Return who publishes the site."""
        return self.project.settings.organisation

    @property
    def is_home(self) -> bool:
        """Tell whether this is the start page of a language."""
        return self.path == HOME

    @property
    def canonical(self) -> str | None:
        """Return the page's one web address."""
        return self.sitemap.url(self.locale, self.path) if self.path is not None and self.public else None

    @property
    def alternates(self) -> tuple[tuple[str, str], ...]:
        """Return (language, web address) of the same page in each language, or nothing for a lone page."""
        found = alternates(self.sitemap, self.path) if self.path is not None else ()
        return found if len({code for code, _ in found}) > 2 else ()  # noqa: PLR2004 - itself and x-default

    def link(self, path: str, locale: str | None = None) -> str:
        """Return the link to a page of this language, or of another."""
        target = locale or self.locale
        if self.path is None:
            base = urlsplit(self.project.site_url or "").path or "/"
            return posixpath.join(base, self.sitemap.address(target, path), "")
        return self.sitemap.link(self.locale, self.path, path, target)

    def asset(self, name: str) -> str:
        """Return the link to a file of the theme; all languages share those of the default one."""
        return self.link("", self.sitemap.default_language) + name

    @property
    def fonts(self) -> tuple[str, ...]:
        """Return the links to the fonts that the top of the page is set in."""
        return tuple(self.asset(f"assets/fonts/{name}") for name in self.first_fonts)

    @property
    def logo(self) -> dict[str, object] | None:
        """Return the logo of the site, with its words in the page's language, or in the project's own."""
        look = self.project.settings.look
        if look.logo is None or self.logo_ratio is None:
            return None
        own = self.project.default_language
        words = look.logo.words_in(own)
        language = next((code for code in (self.locale, own, *words) if code in words), self.locale)
        alt = words.get(language, "")
        light, *dark = (self.asset(place) for place in logo_files(look))
        return {
            "src": light,
            "dark": next(iter(dark), None),
            # The name of the site stands beside it: nobody need hear it twice.
            "alt": "" if alt.casefold() == self.site_name.casefold() else alt,
            "language": language,
            "width": round(LOGO_HEIGHT * self.logo_ratio),
            "height": LOGO_HEIGHT,
        }

    @property
    def sections(self) -> list[dict[str, object]]:
        """Return the links of the main navigation."""
        texts = section_texts(self.words)
        here = self.path if self.path is not None else "404"
        return [
            {
                "title": texts[section][0],
                "href": self.link(section),
                "current": here.partition("/")[0] == section,
                "here": here == section,
            }
            for section in (*SECTIONS, GLOSSARY)
            if self.sitemap.has(self.locale, section)
        ]

    @property
    def switcher(self) -> list[dict[str, object]]:
        """Return the languages of the site: each leads to the same page, or to its start page."""
        items = []
        for code in self.sitemap.locales:
            locale = load_locale(code)
            same = self.path is not None and (self.everywhere or self.sitemap.has(code, self.path))
            items.append(
                {
                    "code": code,
                    "name": locale.name,
                    "direction": locale.direction,
                    "href": self.link(self.path if same and self.path is not None else HOME, code),
                    "hreflang": same,
                    "current": code == self.locale,
                }
            )
        return items

    @property
    def footer(self) -> list[dict[str, str]]:
        """Return the links to the hand-written pages of this language, to its leaflets and to files for programs."""
        pages = [(path, title) for path, title in self.markdown_titles.items() if path]
        made = (path for path in (FORMATS, DATA) if self.sitemap.has(self.locale, path))
        pages += [(path, section_texts(self.words)[path][0]) for path in made]
        return [{"title": title, "href": self.link(path)} for path, title in pages]

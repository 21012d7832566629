"""Gather what one language of a site consists of, whatever publishes it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path

from charterpress.content.inline import plain_text
from charterpress.content.model import Statement
from charterpress.content.settings import Project
from charterpress.findings import CharterpressError
from charterpress.host.prepared import Prepared
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.pseudo import PSEUDO_LOCALES, Pseudo, pseudolocalise_markdown
from charterpress.languages.status import progress_of
from charterpress.languages.words import load_words
from charterpress.readability.markdown import title_of
from charterpress.site.addresses import HOME, path_of
from charterpress.site.delivery.policy import Policy, policy_of
from charterpress.site.environment import page_environment
from charterpress.site.forms import Forms
from charterpress.site.look.letters import letters_for
from charterpress.site.markdown_pages import MarkdownPage, markdown_pages
from charterpress.site.opendata.documents import Shelf
from charterpress.site.opendata.files import OpenData
from charterpress.site.opendata.page import listing
from charterpress.site.page import Page
from charterpress.site.render import PageRenderer
from charterpress.site.tombstones import Tombstones
from charterpress.site.webfonts import first_faces


class LanguageParts:
    """Hold one language of a site as values: its pages, its hand-written pages, its data, its look."""

    def __init__(self, prepared: Prepared, locale: str) -> None:
        """Take `locale` of a prepared project."""
        if prepared.checked.project is None:
            message = "a project without settings cannot be built"
            raise CharterpressError(message)
        self.prepared = prepared
        self.locale = locale
        self.project: Project = prepared.checked.project
        self.library: LocalisedLibrary = prepared.checked.languages[locale]
        self.words = load_words(locale, self.project.i18n)

    @cached_property
    def renderer(self) -> PageRenderer:
        """Return what renders the pages of this language."""
        return PageRenderer(
            self.library,
            self.words,
            self.prepared.sitemap,
            page_environment(self.project.overrides, self.compiled),
            self.prepared.downloads(self.locale),
            self.project.settings.contact_email,
            Forms(self.project, self.prepared.sitemap, self.library.locale, self.words),
            self.prepared.checked.around,
            self.markdown_titles,
        )

    @cached_property
    def open_data(self) -> OpenData:
        """Return what this language gives to other programs."""
        shelf = Shelf(self.prepared.checked.languages, self.prepared.sitemap, self.locale)
        return OpenData(shelf, self.project, self.words)

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Return the pages made from documents, by the name that MkDocs knows them under."""
        completed = self.tombstones.completed
        pages = [replace(page, body=completed(page.path, page.body)) for page in self.renderer.pages()]
        pages.extend(self.tombstones.pages())
        pages.extend(self.renderer.thanks())
        if self.open_data.documents:
            pages.append(self.renderer.open_data(listing(self.open_data)))
        if self.is_default and len(self.project.locales) > 1:
            policy = self.project.settings.translations
            pages.append(self.renderer.board(progress_of(self.prepared.checked.languages, policy)))
        return {f"{page.path}/index.md": page for page in pages}

    @cached_property
    def tombstones(self) -> Tombstones:
        """Return what this language shows at the addresses that are gone."""
        fates, sitemap = self.prepared.checked.addresses.fates, self.prepared.sitemap
        environment = self.renderer.environment
        return Tombstones(fates, self.library, sitemap, self.words, environment, self.markdown_titles)

    @cached_property
    def markdown(self) -> dict[str, MarkdownPage]:
        """Return the hand-written pages of this language, by address."""
        found = [page for page in markdown_pages(self.project) if page.locale == self.locale]
        return {HOME if page.name == "index" else page.name: page for page in found}

    @cached_property
    def markdown_titles(self) -> dict[str, str]:
        """Return the titles of the hand-written pages, and of the statement on accessibility, by address."""
        titles = {path: title_of(self._words_of(page), page.path) for path, page in self.markdown.items()}
        titles.update({path_of(each): plain_text(each.title) for each in self.library.of(Statement)})
        return dict(sorted(titles.items()))

    def _words_of(self, page: MarkdownPage) -> str:
        return self.accented(page.path.read_text("utf-8"))

    @property
    def pseudo(self) -> Pseudo | None:
        """Return what is known of the language where it is a made-up one."""
        return PSEUDO_LOCALES.get(self.locale)

    def accented(self, markdown: str) -> str:
        """Return the words of a hand-written page as this language shows them: a made-up one accents them."""
        return markdown if self.pseudo is None else pseudolocalise_markdown(markdown)

    @property
    def is_default(self) -> bool:
        """Tell whether this language stands at the root of the site."""
        return self.locale == self.prepared.sitemap.default_language

    @cached_property
    def compiled(self) -> Path:
        """Return the folder that keeps compiled templates between builds."""
        folder = self.project.root / ".cache" / "charterpress" / "jinja"
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    @cached_property
    def look(self) -> tuple[str, ...]:
        """Return the style sheets of the project's own overrides."""
        overrides = self.project.overrides
        sheets = sorted((overrides / "assets").rglob("*.css")) if overrides else []
        return tuple(sheet.relative_to(overrides).as_posix() for sheet in sheets if overrides)

    @cached_property
    def first_fonts(self) -> tuple[str, ...]:
        """Return the files of the fonts that the top of every page of this language is set in."""
        return tuple(face.file_name for face in first_faces(letters_for(self.project, self.library)))

    @cached_property
    def policy(self) -> Policy:
        """Return what the pages may load, and from where."""
        return policy_of(self.project)

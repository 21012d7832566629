"""Build one language as an ordinary MkDocs site of one language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from jinja2 import FileSystemBytecodeCache
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.toc import get_toc

from charterpress.content.adaptation.copies import FOLDER as COPIES
from charterpress.content.testresults import NAME as RESULTS
from charterpress.host.context import PageContext
from charterpress.host.environment import leave_links_to_us, quick_environment, shared_url, theme_sheet
from charterpress.host.language_parts import LanguageParts
from charterpress.host.prepared import Prepared, download_address
from charterpress.leaflets.pictures.library import picture_files
from charterpress.site.addresses import ACCESSIBILITY, HOME, SEARCH
from charterpress.site.codes import codes
from charterpress.site.delivery.policy import with_policy
from charterpress.site.forms import THANKS
from charterpress.site.markdown_pages import with_aligned_cells
from charterpress.site.page import Heading
from charterpress.site.search import SearchEntry, render_search_index, search_entries
from charterpress.site.signposts import render_signposts

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.structure.toc import _TocToken

THEME = Path(__file__).parent / "theme"
_HTML_TAG = re.compile(r'<html lang="[^"]*" class="no-js">')
_BODY_HEADING = re.compile(r'<h2[^>]* id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
_YAML = (".yml", ".yaml")


class LanguageBuild(LanguageParts):
    """Do in each of MkDocs' events what one language needs."""

    def __init__(self, prepared: Prepared, locale: str) -> None:
        """Build `locale` of a prepared project."""
        super().__init__(prepared, locale)
        self._docs_files: list[File] = []
        self._entries: list[SearchEntry] = []

    def configure(self, config: MkDocsConfig) -> None:
        """Make of the settings those of a site in one language."""
        i18n = config.plugins.get("i18n")
        if i18n is None:
            message = "the plugin 'i18n' (mkdocs-static-i18n) must be listed before 'charterpress'"
            raise PluginError(message)
        options = {**i18n.config.user_configs[0], "build_only_locale": self.locale}
        if self.pseudo is not None:
            # Nobody lists a made-up language in mkdocs.yml; its hand-written pages are those of the default one.
            made_up = {"locale": self.locale, "name": self.pseudo.name}
            options |= {"languages": [*options["languages"], made_up], "fallback_to_default": True}
        i18n.load_config(options, config_file_path=config.config_file_path)
        prefix = self.prepared.sitemap.prefix(self.locale)
        if prefix:
            config.site_dir = str(Path(config.site_dir) / prefix)
            config.site_url = urljoin(config.site_url or "/", f"{prefix}/")
        config.site_name = self.project.name_in(self.locale)
        leave_links_to_us(config)
        position = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(position, str(THEME))
        config.theme.get_env = partial(quick_environment, config.theme.get_env)  # type: ignore[method-assign]  # no hook is earlier
        overrides = (self.project.overrides,) if self.project.overrides else ()
        folders = (
            self.project.i18n,
            *overrides,
            self.project.root / COPIES,
            *self.prepared.checked.library.adapted_from,
        )
        found = (*picture_files(self.project), self.project.root / RESULTS)
        files = (path for path in found if path.is_file())
        for watched in (*(folder for folder in folders if folder.is_dir()), *files):
            if str(watched) not in config.watch:
                config.watch.append(str(watched))

    def add_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add a file for each page, before `i18n` sorts the files by language.

        The YAML is never published, and a hand-written page only in its own language.
        """
        own = {page.path for page in self.markdown.values()}
        for file in list(files):
            source = Path(file.abs_src_path) if file.abs_src_path else None
            if source is None or not source.is_relative_to(config.docs_dir):
                if self._is_needless(file):
                    files.remove(file)
            elif file.src_uri.lower().endswith(_YAML) or (file.is_documentation_page() and source not in own):
                files.remove(file)
        self._docs_files = [file for file in files if file.abs_src_path and not file.is_documentation_page()]
        for uri in self.pages:
            files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
        return files

    def _is_needless(self, file: File) -> bool:
        """Tell whether a file of the theme is left out: scripts that no page uses, and second copies."""
        unused = file.src_uri.startswith("assets/javascripts/") or file.src_uri.endswith(".map")
        return unused or (file.src_uri.startswith("assets/") and not self.is_default)

    def fill_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Mark our files as generated, and give back pictures that `i18n` keeps to the default language."""
        for file in files:
            if file.src_uri in self.pages:
                file.content_string = ""
        for file in self._docs_files:
            if file.src_uri not in files.src_uris:
                files.append(file)
        for made in self.prepared.leaflets:
            if made.locale == self.locale:
                files.append(File.generated(config, download_address(made), content=made.screen))
        for short, html in render_signposts(self.library, self.prepared.sitemap, self.renderer.environment):
            files.append(File.generated(config, f"{short}/index.html", content=self.ruled(html)))
        for address, text in (*codes(self.library, self.prepared.sitemap), *self.open_data.files.items()):
            files.append(File.generated(config, address, content=text.encode()))
        for old, html in self.tombstones.signposts():
            files.append(File.generated(config, f"{old}/index.html", content=self.ruled(html)))
        return files

    def fill_page(self, page: MkDocsPage) -> MkDocsPage:
        """Give MkDocs the finished body, so that it has no Markdown to render."""
        made = self.pages.get(page.file.src_uri)
        if made is None:
            return page

        def render(config: MkDocsConfig, files: Files) -> None:
            page.content = made.body
            page.toc = get_toc(_toc_tokens(made.headings))
            page.present_anchor_ids = {heading.anchor for heading in made.headings}
            page.links_to_anchors = {}

        page.render = render  # type: ignore[method-assign]  # no hook gives HTML
        page.edit_url = None
        return page

    def name_page(self, page: MkDocsPage) -> None:
        """Give MkDocs the title and the summary of a page that is made from a document."""
        made = self.pages.get(page.file.src_uri)
        if made is not None:
            page.meta = {"title": made.title, "description": made.description}

    def complete_content(self, html: str, page: MkDocsPage) -> str:
        """Put the lists of documents below the words of the start page, and note what each page says."""
        path = self._path(page)
        content = with_aligned_cells(html)
        if path == HOME:
            content += str(self.renderer.home_shelves())
        made = self.pages.get(page.file.src_uri)
        if path == ACCESSIBILITY and made is None:
            content += str(self.renderer.exemptions())
        if path != SEARCH and (made is None or made.public):
            title = made.title if made else self.markdown_titles.get(path, page.title or "")
            self._entries.extend(search_entries(path, title, content))
        return content

    def write_search_index(self, site_dir: Path) -> None:
        """Write what all pages of this language say, for its search page."""
        path = site_dir / SEARCH / "pages.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render_search_index(self._entries), encoding="utf-8")

    def prepare_environment(self, env: Environment, config: MkDocsConfig) -> Environment:
        """Keep compiled templates between builds, and link the theme's files where they are and as they are named."""
        env.bytecode_cache = FileSystemBytecodeCache(str(self.compiled))
        if not self.is_default:
            own = env.filters["url"]
            env.filters["url"] = shared_url(own, self.prepared.sitemap.prefix(self.locale))
        env.globals["theme_sheet"] = theme_sheet(config.theme.dirs)
        return env

    def page_context(self, page: MkDocsPage) -> PageContext:
        """Return what the templates show around a page."""
        path = self._path(page)
        made = self.pages.get(page.file.src_uri)
        html = page.content or ""
        headings = made.headings if made else tuple(Heading(a, _plain(t), 2) for a, t in _BODY_HEADING.findall(html))
        return PageContext(
            locale=self.locale,
            path=path,
            title=made.title if made else self.markdown_titles.get(path, page.title or ""),
            description=made.description if made else str(page.meta.get("description", "")),
            project=self.project,
            sitemap=self.prepared.sitemap,
            words=self.words,
            draft=self.renderer.draft,
            look=self.look,
            first_fonts=self.first_fonts,
            logo_ratio=self.prepared.checked.logo_ratio,
            markdown_titles=self.markdown_titles,
            headings=tuple(heading for heading in headings if heading.level == 2),  # noqa: PLR2004 - <h2>
            public=made is None or made.public,
            linked_data=self.open_data.linked.get(path, ""),
            everywhere=path == THANKS or path in self.tombstones.fates.pages,
        )

    def lost_context(self) -> PageContext:
        """Return what the templates show on the page for addresses that do not exist."""
        return PageContext(
            locale=self.locale,
            path=None,
            title=self.words("We cannot find this page"),
            description="",
            project=self.project,
            sitemap=self.prepared.sitemap,
            words=self.words,
            draft=self.renderer.draft,
            look=self.look,
            first_fonts=self.first_fonts,
            logo_ratio=self.prepared.checked.logo_ratio,
            markdown_titles=self.markdown_titles,
        )

    def finish_html(self, output: str) -> str:
        """Put language, direction and policy on a page, where the theme's templates cannot reach or may forget them."""
        direction = self.library.locale.direction
        finished, count = _HTML_TAG.subn(
            f'<html lang="{self.locale}" dir="{direction}" class="no-js">', output, count=1
        )
        if count != 1:
            message = "the <html> tag of a page is not as base.html has it: in overrides/, leave it as it is"
            raise PluginError(message)
        return self.ruled(finished)

    def ruled(self, html: str) -> str:
        """Return a page with the policy that says what browsers may load for it."""
        return html if self.prepared.preview else with_policy(html, self.policy)

    def _path(self, page: MkDocsPage) -> str:
        made = self.pages.get(page.file.src_uri)
        return made.path if made else page.url.strip("./")


def _toc_tokens(headings: Iterable[Heading]) -> list[_TocToken]:
    return [{"level": h.level, "id": h.anchor, "name": h.title, "children": []} for h in headings]


def _plain(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html).strip()

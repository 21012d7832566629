"""Build the languages side by side, each as a MkDocs site of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from charterpress.findings import CharterpressError, Finding, named_from
from charterpress.host.prepared import Prepared
from charterpress.languages.fonts import FontSet
from charterpress.processes import workers
from charterpress.site.delivery.files import write_delivery
from charterpress.site.delivery.obeying import check_policy
from charterpress.site.facts import PageFacts, read_facts
from charterpress.site.linkcheck import check_links
from charterpress.site.linkplaces import Origins
from charterpress.site.look.letters import letters_for
from charterpress.site.look.sheet import write_look
from charterpress.site.sitemap import render_sitemap
from charterpress.site.stylesheets import trim_stylesheets
from charterpress.site.webfonts import FontFace, faces_for, keep_font, write_webfonts

# MkDocs empties the folder that it builds into, but for what starts with a dot.
_BESIDE = ".languages"

Facts = tuple[PageFacts, ...]


@dataclass(frozen=True)
class SiteBuild:
    """Name what is built, and where to."""

    prepared: Prepared
    config_file: Path
    site_dir: Path

    @property
    def fonts(self) -> Path:
        """Return the folder that keeps web fonts between builds."""
        return self.config_file.parent / ".cache" / "charterpress" / "fonts"

    @property
    def letters(self) -> dict[str, FontSet]:
        """Return the fonts of each language, by its code."""
        checked = self.prepared.checked
        if checked.project is None:
            return {}
        return {code: letters_for(checked.project, library) for code, library in checked.languages.items()}

    @property
    def faces(self) -> tuple[FontFace, ...]:
        """Return the font files that the site needs."""
        locales = [library.locale for library in self.prepared.checked.languages.values()]
        return faces_for(locales, self.letters)

    def folder(self, locale: str) -> Path:
        """Return where a language is built until all of them are there."""
        return self.site_dir / _BESIDE if self.prepared.sitemap.prefix(locale) else self.site_dir


@dataclass(frozen=True)
class LanguageJob:
    """Name the language that the plugin is to build."""

    prepared: Prepared
    locale: str


def build_site(site: SiteBuild) -> tuple[Finding, ...]:
    """Build every language and what they share, and return what its links lack; what stops MkDocs stops the run."""
    try:
        return _build_all(site, site.prepared.sitemap.locales)
    except (Exception, SystemExit) as error:
        # The border of another program, which runs templates and plugins of its own.
        message = f"MkDocs could not build the site: {error}"
        raise CharterpressError(message) from error


def build_others(site: SiteBuild) -> tuple[Finding, ...]:
    """Build every language but the default one, which stands in its folder already; return what the links lack."""
    sitemap = site.prepared.sitemap
    own = read_facts(site.site_dir, site.site_dir)
    return _build_all(site, [code for code in sitemap.locales if code != sitemap.default_language], own)


def _build_all(site: SiteBuild, locales: Iterable[str], built_before: Facts = ()) -> tuple[Finding, ...]:
    wanted, faces = tuple(locales), site.faces
    with workers(site, len(wanted) + len(faces)) as team:
        # The first language compiles the templates for all, so fonts are made before the second one starts.
        built = [team.start(_build_quietly, code) for code in wanted[:1]]
        fonts = [team.start(_make_font, face) for face in faces]
        built += [team.start(_build_quietly, code) for code in wanted[1:]]
        for future in fonts:
            future.result()
            results = [future.result() for future in built]
    if failures := [result for result in results if isinstance(result, str)]:
        raise PluginError("; ".join(failures))
    _move_in(site, wanted)
    pages = (*built_before, *(page for result in results if not isinstance(result, str) for page in result))
    written = _write_shared_files(site, pages)
    return (*written, *_check_pages(site, pages))


def _check_pages(site: SiteBuild, pages: Facts) -> tuple[Finding, ...]:
    checked = site.prepared.checked
    if checked.project is None:
        return ()
    origins = Origins(checked.library, checked.project, site.prepared.sitemap)
    found = (*check_links(pages, site.site_dir, origins), *check_policy(pages, origins))
    return named_from(checked.project.root, found)


def _make_font(site: SiteBuild, face: FontFace) -> None:
    keep_font(face, site.fonts)


def _build_quietly(site: SiteBuild, locale: str) -> Facts | str:
    """Build in a process, and return what links need to know of its pages.

    What went wrong comes back as words, since not every exception can travel.
    """
    try:
        return _build_language(site, locale)
    except (Exception, SystemExit) as error:  # noqa: BLE001 - the border of a process
        return f"the language '{locale}' could not be built: {error}"


def _build_language(site: SiteBuild, locale: str) -> Facts:
    config = load_config(str(site.config_file), site_dir=str(site.folder(locale)))
    plugin = config.plugins["charterpress"]
    # MkDocs gives every build in a process the same plugin, so the job is taken back at the end.
    plugin.job = LanguageJob(site.prepared, locale)  # type: ignore[attr-defined]  # our own plugin, unknown to MkDocs' type
    try:
        build(config)
    finally:
        plugin.job = None  # type: ignore[attr-defined]  # the same
    # MkDocs has built into the folder of the language, from which links of the whole site start.
    return read_facts(Path(config.site_dir), site.folder(locale))


def _move_in(site: SiteBuild, locales: Iterable[str]) -> None:
    for prefix in filter(None, map(site.prepared.sitemap.prefix, locales)):
        (site.site_dir / _BESIDE / prefix).rename(site.site_dir / prefix)
    if (site.site_dir / _BESIDE).is_dir():
        (site.site_dir / _BESIDE).rmdir()


def _write_shared_files(site: SiteBuild, pages: Facts) -> tuple[Finding, ...]:
    """Write what all languages share: sitemap, fonts, look, the theme's style sheets, and what servers read."""
    sitemap = render_sitemap(site.prepared.sitemap)
    if sitemap is not None:
        (site.site_dir / "sitemap.xml").write_text(sitemap, encoding="utf-8")
    locales = [library.locale for library in site.prepared.checked.languages.values()]
    write_webfonts(site.site_dir / "assets" / "fonts", locales, site.fonts, site.letters)
    project = site.prepared.checked.project
    if project is None:
        return ()
    write_look(site.site_dir, project)
    trim_stylesheets(site.site_dir, pages, project.overrides)
    found = write_delivery(project, site.prepared.sitemap, site.site_dir)
    return named_from(project.root, found)

"""Hook charterpress into MkDocs."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger

from charterpress.findings import Finding, has_errors
from charterpress.host import one_language, preview
from charterpress.host.languages import LanguageJob, SiteBuild, build_others
from charterpress.host.one_language import LanguageBuild
from charterpress.host.prepared import Prepared, prepare
from charterpress.report.terminal import render_terminal, without_wording
from charterpress.staging import Staging

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page
    from mkdocs.utils.templates import TemplateContext

log = get_plugin_logger("charterpress")


class CharterpressPlugin(BasePlugin):  # type: ignore[no-untyped-call,type-arg]  # MkDocs gives no types for this
    """Publish the documents of a project; its options are read and checked by the content room."""

    def __init__(self) -> None:
        """Start without a job: then this is `mkdocs` itself, which builds the default language."""
        self.job: LanguageJob | None = None
        self.serving = False
        self.staging: Staging | None = None
        self.prepared: Prepared | None = None
        self.checked_by_preview: Prepared | None = None
        self.build: LanguageBuild | None = None

    def load_config(
        self, options: dict[str, object], config_file_path: str | None = None
    ) -> tuple[list[tuple[str, Exception]], list[tuple[str, str]]]:
        """Accept every option: the gate reads them from mkdocs.yml, with their lines."""
        return [], []

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether this is a preview; having this hook keeps the plugin alive between previews."""
        self.serving = command == "serve"

    @event_priority(100)
    def _config_first(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.config_file_path).parent
        if self.job is None:
            passed = self._pass_gate(root, strict=config.strict and not self.serving)
            self.prepared = replace(passed, preview=self.serving)
            if not self.serving:
                self.staging = Staging(Path(config.site_dir))
                config.site_dir = str(self.staging.temporary)
            locale = self.prepared.sitemap.default_language
        else:
            self.prepared, locale = self.job.prepared, self.job.locale
        self.build = LanguageBuild(self.prepared, locale)
        self.build.configure(config)
        return config

    def _pass_gate(self, root: Path, *, strict: bool) -> Prepared:
        if self.checked_by_preview is not None:
            return self.checked_by_preview
        prepared = prepare(root)
        if prepared.findings:
            # MkDocs counts warnings when strict; a note is none.
            level = logging.WARNING if has_errors(prepared.findings, strict=True) else logging.INFO
            log.log(level, "%s", render_terminal(without_wording(prepared.findings)[0], colour=False))
        if prepared.may_publish and not has_errors(prepared.findings, strict=strict):
            return prepared
        if self.serving and prepared.checked.settled:
            return preview.without_documents(prepared)
        message = "nothing was published: mend the findings above, then build again"
        raise PluginError(message)

    def _pass_links(self, findings: tuple[Finding, ...], *, strict: bool) -> None:
        """Stop a build whose links lead nowhere; a preview only says so."""
        if findings:
            log.warning("%s", render_terminal(findings, colour=False))
        if has_errors(findings, strict=strict) and not self.serving:
            message = "nothing was published: mend the links above, then build again"
            raise PluginError(message)

    on_config = CombinedEvent(_config_first)

    @event_priority(100)
    def _files_first(self, files: Files, config: MkDocsConfig) -> Files:
        return self._language().add_files(files, config)

    @event_priority(-200)
    def _files_last(self, files: Files, config: MkDocsConfig) -> Files:
        return self._language().fill_files(files, config)

    on_files = CombinedEvent(_files_first, _files_last)

    def on_pre_page(self, page: Page, config: MkDocsConfig, files: Files) -> Page:
        """Hand over the finished body of a page that is made from a document."""
        return self._language().fill_page(page)

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Name a page once MkDocs has read its settings, which it does after `on_pre_page`."""
        self._language().name_page(page)
        return self._language().accented(markdown)

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the lists of documents below the welcome on the start page."""
        return self._language().complete_content(html, page)

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Keep compiled templates, and share the theme's files between the languages."""
        return self._language().prepare_environment(env, config)

    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the templates what they show around a body."""
        context["cp"] = self._language().page_context(page)  # type: ignore[typeddict-unknown-key]  # ours
        return context

    def on_template_context(
        self, context: TemplateContext, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the same to the page for addresses that do not exist."""
        context["cp"] = self._language().lost_context()  # type: ignore[typeddict-unknown-key]  # the same
        return context

    def on_post_template(self, output_content: str, template_name: str, config: MkDocsConfig) -> str | None:
        """Name language and direction on the page for lost addresses; write no sitemap of one language.

        MkDocs writes neither an empty page nor its compressed twin, which has a date in it.
        """
        if template_name == "404.html":
            return self._language().finish_html(output_content)
        return "" if template_name == "sitemap.xml" else output_content

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Name language and direction on the page."""
        return self._language().finish_html(output)

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the index for searching; then build the other languages and swap the finished site in."""
        self._language().write_search_index(Path(config.site_dir))
        if self.job is not None or self.prepared is None:
            return
        site, prepared = Path(config.site_dir), self.prepared
        self._pass_links(build_others(SiteBuild(prepared, Path(config.config_file_path), site)), strict=config.strict)
        self.prepared = prepared
        if self.staging is not None:
            config.site_dir = str(self.staging.target)
            self.staging.swap_in()

    def on_build_error(self, error: Exception) -> None:
        """Leave nothing half-built behind."""
        if self.staging is not None:
            self.staging.discard()

    def on_serve(self, server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Keep the last good page, with a message, while a file is broken."""
        return preview.guard(server, config, self)

    def _language(self) -> LanguageBuild:
        if self.build is None:
            message = "the build of a language has not started"
            raise PluginError(message)
        return self.build


__all__ = ["CharterpressPlugin", "one_language"]

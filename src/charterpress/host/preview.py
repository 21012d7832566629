"""Keep a preview going while files are broken: the last good page, with a message on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from mkdocs.plugins import get_plugin_logger

from charterpress.content.library import Library
from charterpress.findings import Finding, Level, in_order
from charterpress.host.prepared import Prepared, prepare
from charterpress.report.html import render_banner
from charterpress.report.terminal import render_terminal, without_wording
from charterpress.site.permanent import NO_ADDRESSES

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("charterpress")

_BANNER = re.compile(r"<!--cp-banner-->.*?<!--/cp-banner-->", re.DOTALL)
_BODY = re.compile(r"<body[^>]*>")


def without_documents(prepared: Prepared) -> Prepared:
    """Return the project with no documents: what a preview shows when it starts on broken files."""
    languages = {
        code: replace(library, documents={}, shown=frozenset()) for code, library in prepared.checked.languages.items()
    }
    checked = replace(prepared.checked, library=Library({}, {}), languages=languages, addresses=NO_ADDRESSES)
    pages = {path: codes for path, codes in prepared.sitemap.pages.items() if not _made_from_documents(path)}
    return replace(prepared, checked=checked, leaflets=(), sitemap=replace(prepared.sitemap, pages=pages))


def _made_from_documents(path: str) -> bool:
    return path.partition("/")[0] in {"charters", "guides", "guidance", "themes", "glossary", "data"}


class Gate(Protocol):
    """Take what the preview has prepared, so that the build does not prepare it again."""

    prepared: Prepared | None
    checked_by_preview: Prepared | None


def guard(server: LiveReloadServer, config: MkDocsConfig, gate: Gate) -> LiveReloadServer:
    """Check the project before each rebuild; findings go on the last good pages in its place."""
    root, site = Path(config.config_file_path).parent, Path(config.site_dir)
    build: Callable[[], None] = server.builder

    def rebuild() -> None:
        try:
            prepared = prepare(root)
            log.warning("%s", render_terminal(without_wording(prepared.findings)[0], colour=False))
            if prepared.may_publish:
                gate.checked_by_preview = prepared
                build()
            else:
                show(site, prepared.findings)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - a preview outlives every failure
            message = str(error) or "the build failed; the terminal says why"
            show(site, (Finding("preview", message, "Mend what it names and save again."),))

    if gate.prepared is not None and not gate.prepared.may_publish:
        show(site, gate.prepared.findings)
    server.builder = rebuild
    return server


def show(site: Path, findings: Iterable[Finding]) -> None:
    """Put the errors on top of every page below `site`, in place of those shown before."""
    errors = [finding for finding in in_order(findings) if finding.level is Level.ERROR]
    banner = f"<!--cp-banner-->{render_banner(errors)}<!--/cp-banner-->" if errors else ""
    for path in site.rglob("*.html"):
        html = _BANNER.sub("", path.read_text("utf-8"))
        path.write_text(_BODY.sub(lambda body: body[0] + banner, html, count=1), "utf-8")

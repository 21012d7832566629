"""Fit what MkDocs works with: the environment in which it renders the templates of a theme, and its reports."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader, pass_context
from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.defaults import MkDocsConfig

_SHEET = "assets/stylesheets/main.*.min.css"


class _ThemeLoader(FileSystemLoader):
    """Load the templates of a theme; Material's thousands of icons are not among its files."""

    def list_templates(self) -> list[str]:
        """Return the files of the theme, without the folders whose names start with a dot."""
        found: set[str] = set()
        for start in self.searchpath:
            for folder, below, names in os.walk(start, followlinks=self.followlinks):
                below[:] = [name for name in below if not name.startswith(".")]
                found.update(Path(folder, name).relative_to(start).as_posix() for name in names)
        return sorted(found)


def quick_environment(own: Callable[[], Environment]) -> Environment:
    """Return the environment that MkDocs makes, with our loader in it."""
    env = own()
    if isinstance(env.loader, FileSystemLoader):
        env.loader = _ThemeLoader(env.loader.searchpath)
    return env


def shared_url(own: Callable[..., str], prefix: str) -> Callable[..., str]:
    """Return MkDocs' filter `url`, leading out of the folder of a language, `prefix`, to the theme's files."""

    @pass_context
    def url(context: Context, value: str) -> str:
        link = own(context, value)
        if not str(value).startswith("assets/"):
            return link
        # The links of the page for lost addresses start at the root of the site.
        return link.replace(f"/{prefix}/assets/", "/assets/", 1) if link.startswith("/") else f"../{link}"

    return url


def theme_sheet(folders: Iterable[str]) -> str:
    """Return the address below the site's root of Material's style sheet, whose name has a sum that changes."""
    found = [path for folder in folders for path in sorted(Path(folder).glob(_SHEET))]
    if not found:
        message = f"the theme has changed: it has no {_SHEET}; install mkdocs-material 9.8"
        raise PluginError(message)
    return f"assets/stylesheets/{found[0].name}"


def leave_links_to_us(config: MkDocsConfig) -> None:
    """Keep MkDocs from reporting links: they are checked when all pages are there, and then with their lines."""
    for kind in ("not_found", "absolute_links", "unrecognized_links", "anchors"):
        config.validation.links[kind] = logging.DEBUG

"""Write the Content-Security-Policy of a site: what its pages may load, and from where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from charterpress.content.security import HASHED
from charterpress.content.settings import Project
from charterpress.site.formcheck import form_origins

SELF = "'self'"

# The policy stands before all that it rules. What tells the characters of a page must come first.
_START = re.compile(r"""<head[^>]*>(?:\s*<meta\s+charset=["']?[\w-]+["']?\s*/?>)?""", re.IGNORECASE)


@dataclass(frozen=True)
class Policy:
    """Hold the sources of each directive, in their order; one with none stands for nothing at all.

    `only_from_servers` has the directives that browsers take from a header only, or that would be wrong in a page
    that somebody opens from a disk or within an intranet.
    """

    directives: tuple[tuple[str, tuple[str, ...]], ...]
    only_from_servers: tuple[str, ...]

    def sources(self, directive: str) -> tuple[str, ...]:
        """Return what a directive lets through; one that is left out is like `default-src`: nothing."""
        return dict(self.directives).get(directive, ())

    @property
    def in_pages(self) -> str:
        """Return the policy as a page has it."""
        return "; ".join(" ".join((name, *(sources or ("'none'",)))) for name, sources in self.directives)

    @property
    def in_headers(self) -> str:
        """Return the policy as a server sends it."""
        return "; ".join((self.in_pages, *self.only_from_servers))


def policy_of(project: Project) -> Policy:
    """Return the policy of a site: its own files, and what the settings allow."""
    allow = project.settings.security.allow
    own: dict[str, tuple[str, ...]] = {
        "default-src": (),
        "script-src": (SELF, *map(_quoted, allow.script)),
        "style-src": (SELF, *map(_quoted, allow.style)),
        # Signs in style sheets, such as the arrow of a list that opens, are pictures in the sheet itself.
        "img-src": (SELF, "data:", *allow.img),
        "font-src": (SELF, *allow.font),
        "connect-src": (SELF, *allow.connect),
        "media-src": (SELF, *allow.media),
        "manifest-src": (SELF,),
        "frame-src": (SELF, *allow.frame),
        "form-action": tuple(dict.fromkeys((SELF, *form_targets(project)))),
        "base-uri": (),
    }
    https = urlsplit(project.site_url or "").scheme == "https"
    servers = ("frame-ancestors 'none'", *(("upgrade-insecure-requests",) if https else ()))
    return Policy(tuple(own.items()), servers)


def form_targets(project: Project) -> Iterator[str]:
    """Yield where the forms of a site may send what people write, besides the site itself.

    Here, and nowhere else, a form of our own with an address from the settings names it: its origin, or `mailto:`.
    """
    yield from form_origins(project.settings)
    yield from project.settings.security.allow.form


def with_policy(html: str, policy: Policy) -> str:
    """Return a page with the policy in its head; one without a head stays as it is."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy.in_pages, quote=True)}">'.replace(
        "&#x27;", "'"
    )
    return _START.sub(lambda start: start[0] + meta, html, count=1)


def _quoted(source: str) -> str:
    return f"'{source}'" if re.fullmatch(HASHED, source) else source

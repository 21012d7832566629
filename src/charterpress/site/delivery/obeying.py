"""Check that finished pages obey the policy of their site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from charterpress.content.settings import Project
from charterpress.content.textfile import load_text
from charterpress.findings import Finding, Level, shortened
from charterpress.site.delivery.asks import AT_A_TAG, Ask
from charterpress.site.delivery.policy import SELF, Policy, policy_of
from charterpress.site.facts import PageFacts
from charterpress.site.linkplaces import Origin, Origins

_NAMES = {
    "script-src": "a script",
    "style-src": "a style sheet",
    "img-src": "a picture",
    "media-src": "sound or film",
    "frame-src": "a page in a frame",
    "font-src": "a font",
    "form-action": "the form",
    "manifest-src": "a manifest",
    "object-src": "an object",
    "base-uri": "a base address",
}
_SETTINGS = {
    "script-src": "script",
    "style-src": "style",
    "img-src": "img",
    "media-src": "media",
    "frame-src": "frame",
    "font-src": "font",
    "form-action": "form",
}
_LINKED = frozenset({"frame-src", "object-src", "base-uri", "manifest-src"})
_IN_SHEETS = re.compile(
    r"""/\*.*?\*/|(?P<sheet>@import\s+(?:url\(\s*)?["']?)?(?P<at>(?<=["'])|url\(\s*["']?)(?P<source>(?:https?:)?//[^"')\s]+)""",
    re.DOTALL | re.IGNORECASE,
)
_FONT = re.compile(r"\.(woff2?|ttf|otf|eot)\b", re.IGNORECASE)


def check_policy(pages: Iterable[PageFacts], origins: Origins) -> Iterator[Finding]:
    """Yield each thing that a page asks for and that browsers will refuse by the site's policy.

    It is an error where readers would miss something; a style at a tag is passed over by browsers, and is a warning.
    What no text of a page has, such as what a template says, is reported once for all pages.
    """
    policy, project = policy_of(origins.project), origins.project
    common: dict[Ask, list[str]] = {}
    for page in pages:
        for ask in page.asks:
            if allows(policy, ask, project.site_url):
                continue
            origin = origins.of_words(page.file, ask.words)
            if origin.line is None or origins.is_template(origin.file):
                common.setdefault(ask, []).append(page.file)
            else:
                yield _finding(ask, page.file, origin)
    for ask, files in common.items():
        yield _finding(ask, files[0], origins.of_words(files[0], ask.words), len(files) - 1)
    for ask, path, line in _asks_of_sheets(project):
        if not allows(policy, ask, project.site_url):
            yield _finding(ask, "", Origin(path, line))


def allows(policy: Policy, ask: Ask, site_url: str | None) -> bool:
    """Tell whether a policy lets through what a page asks for (CSP 3, section 6.7.2)."""
    sources = policy.sources(ask.directive)
    if ask.source == AT_A_TAG:
        return False
    if ask.source.startswith("sha256-"):
        return f"'{ask.source}'" in sources
    try:
        parts = urlsplit(ask.source)
    except ValueError:
        return False
    if not parts.netloc:
        return SELF in sources if not parts.scheme else f"{parts.scheme}:" in sources
    own = urlsplit(site_url or "")
    if SELF in sources and parts.netloc == own.netloc and parts.scheme in {"", own.scheme, "https"}:
        return True
    return any(_meets(parts, urlsplit(source)) for source in sources if "://" in source)


def _meets(wanted: SplitResult, allowed: SplitResult) -> bool:
    host, path = allowed.netloc.lower(), allowed.path
    if wanted.scheme not in {"", allowed.scheme}:
        return False
    own = wanted.netloc.lower()
    if not (own.endswith(host[1:]) if host.startswith("*.") else own == host):
        return False
    return not path or (wanted.path.startswith(path) if path.endswith("/") else wanted.path == path)


def _asks_of_sheets(project: Project) -> Iterator[tuple[Ask, Path, int]]:
    """Yield what the style sheets of a project load from other sites, with file and line."""
    folders = [project.docs, *([project.overrides] if project.overrides else [])]
    for path in sorted({sheet for folder in folders for sheet in folder.rglob("*.css")}):
        text = load_text(path).text or ""
        for found in _IN_SHEETS.finditer(text):
            if (source := found["source"]) is not None:
                directive = "style-src" if found["sheet"] else "font-src" if _FONT.search(source) else "img-src"
                yield Ask(directive, source, source), path, text.count("\n", 0, found.start("source")) + 1


def _finding(ask: Ask, page: str, origin: Origin, others: int = 0) -> Finding:
    also = f" ({others} other {'page has' if others == 1 else 'pages have'} this, too)" if others else ""
    where = f"on the page '/{page.removesuffix('index.html')}', " if page else ""
    name, setting = _NAMES[ask.directive], _SETTINGS.get(ask.directive)
    level = Level.ERROR
    if ask.source == AT_A_TAG:
        said = shortened(ask.words, 40)
        if ask.directive == "style-src":
            message = f"{where}the style '{said}' stands at a tag, where browsers pass over it{also}"
            hint = "Give the tag a class, and the class its look in a style sheet in overrides/assets/."
            level = Level.WARNING
        else:
            message = f"{where}the script '{said}' stands at a tag, where browsers do not run it{also}"
            hint = "Take it out. Pages must work without scripts."
    elif ask.source.startswith("sha256-"):
        kind = "a script" if ask.directive == "script-src" else "a style"
        message = f"{where}{kind} stands in the page itself, where browsers refuse it{also}"
        hint = f"Put it in a file, or allow it as it is in mkdocs.yml: 'security: allow: {setting}: [{ask.source}]'."
    elif ask.directive == "form-action":
        message = f"{where}the form sends what people write to '{ask.source}', and browsers will not send it{also}"
        hint = f"Take it out, or allow it in mkdocs.yml: {_allowing(ask, 'form')}"
    elif "//" not in ask.source:
        message = f"{where}{name}, '{ask.source}', is of a kind that browsers will not load here{also}"
        hint = "Link to it instead."
    else:
        message = f"{where}{name} would come from another site, '{ask.source}', and browsers will not load it{also}"
        hint = "Link to it instead." if ask.directive in _LINKED else "Put a copy in docs/ and use that."
        if setting is not None:
            hint += f" Or allow it in mkdocs.yml: {_allowing(ask, setting)} Then that site sees who reads the page."
    return Finding("not-allowed", message, hint, level, file=origin.file, line=origin.line)


def _allowing(ask: Ask, setting: str) -> str:
    return f"'security: allow: {setting}: [https://{urlsplit(ask.source).netloc}]'."

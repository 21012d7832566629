"""Say which headers go with the files of a site, how long they may be kept, and what kind each is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from charterpress.content.settings import Project
from charterpress.site.addresses import SiteMap
from charterpress.site.delivery.policy import policy_of

FOR_A_YEAR = 31_536_000
FOR_MINUTES = 300
"""How long a file may be kept, in seconds: a font, whose name changes with what is in it, and a page."""

# Nothing of a site needs any of these; what a browser does not know it passes over with a warning.
_NOT_USED = ("camera", "display-capture", "geolocation", "microphone", "midi", "payment", "usb")

TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
PACKED = tuple(kind for ending, kind in TYPES.items() if ending not in {".pdf", ".woff2"})
"""The kinds of files that a server should compress; the others are compressed already."""

IN_UTF_8 = (".css", ".html", ".js", ".json", ".svg", ".txt", ".xml")


@dataclass(frozen=True)
class Delivery:
    """Hold what a web server must know of a site.

    `base` is the path of the site on its host, with a slash at both ends. `lost` has, for each folder of a language,
    the page for addresses that do not exist. `fonts` are the addresses of files that may be kept for a year. All are
    below `base`.
    """

    headers: tuple[tuple[str, str], ...]
    base: str
    lost: tuple[tuple[str, str], ...]
    fonts: tuple[str, ...]


def delivery_of(project: Project, sitemap: SiteMap, fonts: tuple[str, ...]) -> Delivery:
    """Return how a site is to be served; `fonts` are the names of its font files."""
    address = urlsplit(project.site_url or "")
    headers = [
        ("Content-Security-Policy", policy_of(project).in_headers),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Permissions-Policy", ", ".join(f"{name}=()" for name in _NOT_USED)),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
    if address.scheme == "https":
        headers.append(("Strict-Transport-Security", f"max-age={FOR_A_YEAR}"))
    folders = sorted(filter(None, map(sitemap.prefix, sitemap.locales)))
    return Delivery(
        tuple(headers),
        f"/{address.path.strip('/')}/".replace("//", "/"),
        tuple((f"{folder}/", f"{folder}/404.html") for folder in folders),
        tuple(f"assets/fonts/{name}" for name in fonts),
    )

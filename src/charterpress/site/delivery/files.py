"""Put the files that tell web servers how to serve a site where these look for them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from charterpress.content.security import Host
from charterpress.content.settings import Project
from charterpress.findings import Finding, Level
from charterpress.site.addresses import SiteMap
from charterpress.site.delivery.headers import Delivery, delivery_of
from charterpress.site.delivery.hosts import apache, azure, iis, netlify, nginx
from charterpress.site.delivery.securitytxt import ADDRESS, security_text

_WRITERS: dict[Host, tuple[str, Callable[[Delivery], str]]] = {
    Host.NETLIFY: (netlify.NAME, netlify.render),
    Host.CLOUDFLARE: (netlify.NAME, netlify.render),
    Host.AZURE: (azure.NAME, azure.render),
    Host.APACHE: (apache.NAME, apache.render),
    Host.IIS: (iis.NAME, iis.render),
}


def write_delivery(project: Project, sitemap: SiteMap, site: Path) -> Iterator[Finding]:
    """Write the settings of each host, and security.txt, into the folder of a finished site.

    A file of that name that a council has put there itself stays, and is noted.
    """
    delivery = _delivery(project, sitemap, site)
    wanted = {
        name: render(delivery)
        for name, render in (_WRITERS[host] for host in project.settings.hosting if host in _WRITERS)
    }
    if (text := security_text(project)) is not None:
        wanted[ADDRESS] = text
    for name, content in wanted.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if (own := project.docs / name).is_file():
            message = f"the site has your own '{name}'; charterpress would have written one"
            hint = "See that it says what docs/howto/publish-the-site.md asks for, or take it out."
            yield Finding("own-server-file", message, hint, Level.NOTE, file=own)
            # MkDocs passes over what starts with a dot.
            shutil.copyfile(own, path)
            continue
        path.write_text(content, encoding="utf-8", newline="\n")


def server_settings(project: Project, sitemap: SiteMap) -> dict[str, str]:
    """Return, by name, the files for a server's own settings, which are never published."""
    if Host.NGINX not in project.settings.hosting:
        return {}
    return {nginx.NAME: nginx.render(delivery_of(project, sitemap, ()))}


def _delivery(project: Project, sitemap: SiteMap, site: Path) -> Delivery:
    fonts = tuple(sorted(path.name for path in (site / "assets" / "fonts").glob("*.woff2")))
    return delivery_of(project, sitemap, fonts)

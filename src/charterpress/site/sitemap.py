"""Write the sitemap: every page in every language, with its alternates."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from charterpress.site.addresses import SiteMap

_START = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
)


def render_sitemap(sitemap: SiteMap) -> str | None:
    """Return sitemap.xml, or None when the site has no address to list pages under."""
    if sitemap.site_url is None:
        return None
    lines = [_START]
    for path in sorted(sitemap.pages):
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang={quoteattr(code)} href={quoteattr(str(url))}/>'
            for code, url in alternates(sitemap, path)
        )
        lines.extend(
            f"<url><loc>{escape(str(sitemap.url(locale, path)))}</loc>{links}</url>"
            for locale in sitemap.languages_of(path)
        )
    return "\n".join([*lines, "</urlset>", ""])


def alternates(sitemap: SiteMap, path: str) -> tuple[tuple[str, str], ...]:
    """Return (language, web address) of a page in each of its languages; `x-default` is the default one."""
    found = [(locale, url) for locale in sitemap.languages_of(path) if (url := sitemap.url(locale, path))]
    default = sitemap.url(sitemap.default_language, path) if sitemap.has(sitemap.default_language, path) else None
    return (*found, *((("x-default", default),) if default else ()))

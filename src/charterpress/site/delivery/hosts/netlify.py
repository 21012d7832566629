"""Write `_headers`, which Netlify and Cloudflare Pages read."""

from __future__ import annotations

from charterpress.site.delivery.headers import FOR_A_YEAR, Delivery

NAME = "_headers"


def render(delivery: Delivery) -> str:
    """Return the file.

    Each rule sets other headers, since both hosts join those of all rules that fit. Kinds of files and the few
    minutes that a page is kept are what both hosts have anyway.
    """
    lines = ["# Written by charterpress at every build; what you change here is lost.", "/*"]
    lines += [f"  {name}: {value}" for name, value in delivery.headers]
    for font in delivery.fonts:
        lines += [f"/{font}", f"  Cache-Control: public, max-age={FOR_A_YEAR}, immutable"]
    return "\n".join((*lines, ""))

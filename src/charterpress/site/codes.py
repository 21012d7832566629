"""Draw the address of each promise as a QR code, in a file of its own that a page loads when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import segno
from markupsafe import escape

from charterpress.content.model import Charter
from charterpress.languages.library import LocalisedLibrary
from charterpress.site.addresses import SiteMap, codes_of, path_of

WHOLE = "cp-page"
"""The name of the code of the whole charter; no promise has an id that starts like this."""
QUIET = 4
"""How many modules stay empty around a code (ISO/IEC 18004)."""


def codes(library: LocalisedLibrary, sitemap: SiteMap) -> Iterator[tuple[str, str]]:
    """Yield the address of each file below its language, and its SVG; a site without an address has none."""
    for charter in library.of(Charter):
        url = sitemap.url(library.locale.code, path_of(charter))
        if url is None:
            continue
        for name, address in named_addresses(charter, url):
            yield f"{codes_of(charter)}/{name}.svg", draw(address)


def named_addresses(charter: Charter, url: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the web address of the charter, which is `url`, and of each promise in it."""
    yield WHOLE, url
    yield from ((commitment.id, f"{url}#{commitment.id}") for commitment in charter.commitments())


def draw(address: str) -> str:
    """Return the code of an address as SVG: dark on light whatever the colours of the page, as cameras want it."""
    # Any mask can be read; to find the best of the eight takes six times as long, and a site has a thousand codes.
    matrix = segno.make(address, error="m", micro=False, boost_error=False, mask=2).matrix
    side = len(matrix) + 2 * QUIET
    path = "".join(_runs(bytes(row), y + QUIET) for y, row in enumerate(matrix))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<title>{escape(address)}</title><path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path stroke="#000" d="{path}"/></svg>\n'
    )


def _runs(row: bytes, y: int) -> str:
    """Return the dark modules of a row as lines, one module thick."""
    found: list[str] = []
    pen, start = 0, row.find(1)
    while start >= 0:
        end = row.find(0, start)
        end = end if end >= 0 else len(row)
        found.append(f"m{start - pen} 0h{end - start}" if found else f"M{start + QUIET} {y}.5h{end - start}")
        pen, start = end, row.find(1, end)
    return "".join(found)

"""Test the QR codes of promises: what is drawn is what a phone reads."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import segno

from charterpress.languages.library import LocalisedLibrary
from charterpress.site.addresses import SiteMap
from charterpress.site.codes import QUIET, codes, draw

Localise = Callable[[], tuple[Mapping[str, LocalisedLibrary], SiteMap]]
Edit = Callable[[str, str, str], int]
ADDRESS = "https://council.example/charters/charters/family/#answer-you?a=1&b=<2>"


def drawn(svg: str) -> set[tuple[int, int]]:
    """Return the dark modules of a drawing, as row and column with the quiet zone left out."""
    found: set[tuple[int, int]] = set()
    [path] = re.findall(r'stroke="#000" d="([^"]+)"', svg)
    for x, y, steps in re.findall(r"M(\d+) (\d+)\.5((?:m?\d* ?0?h\d+|m\d+ 0h\d+)+)", path):
        pen = int(x)
        for gap, length in re.findall(r"(?:m(\d+) 0)?h(\d+)", steps):
            pen += int(gap or 0)
            found.update((int(y) - QUIET, column - QUIET) for column in range(pen, pen + int(length)))
            pen += int(length)
    return found


def test_a_drawing_is_its_code() -> None:
    """Each dark module of the code is drawn, and no other; a quiet zone of four modules is around it."""
    svg = draw(ADDRESS)
    matrix = segno.make(ADDRESS, error="m", micro=False, boost_error=False, mask=2).matrix
    assert drawn(svg) == {(y, x) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert f'viewBox="0 0 {len(matrix) + 8} {len(matrix) + 8}"' in svg
    assert "&amp;b=&lt;2&gt;</title>" in svg
    assert draw(ADDRESS) == svg


def test_every_promise_has_a_code(localise_sample: Localise) -> None:
    """There is a file for the charter and one for each promise, below the page of its language, with the address."""
    languages, sitemap = localise_sample()
    found = dict(codes(languages["en"], sitemap))
    charter = languages["en"].documents["family"].document
    ids = [name for name in re.findall(r"codes/([^/]+)\.svg", " ".join(found)) if name != "cp-page"]
    assert "answer-you" in ids
    assert ids == [commitment.id for commitment in charter.commitments()]  # type: ignore[attr-defined]  # a charter
    for name, fragment in [("answer-you", "#answer-you"), ("cp-page", "")]:
        address = f"https://council.example/charters/charters/family/{fragment}"
        assert found[f"charters/family/codes/{name}.svg"] == draw(address)


def test_a_site_without_an_address_has_no_codes(localise_sample: Localise, edit: Edit) -> None:
    """Nobody can scan the way to a site whose address is not known: there are no files, and no page for them."""
    edit("mkdocs.yml", "site_url: https://council.example/charters/\n", "")
    languages, sitemap = localise_sample()
    assert sitemap.site_url is None
    assert dict(codes(languages["en"], sitemap)) == {}
    assert not sitemap.has("en", "charters/family/codes")

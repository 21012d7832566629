"""Test words that are long, but not too long: type gets smaller for them, and none runs over the edge of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from charterpress.content.model import Charter
from charterpress.findings import Finding
from charterpress.leaflets.designs.library import design_names
from charterpress.leaflets.leaflet import Leaflet
from charterpress.leaflets.settings import LeafletSettings
from charterpress.preflight.preflight import preflight
from charterpress.preflight.printers import load_printer

Build = Callable[..., Charter]
Typeset = Callable[..., tuple[Leaflet | None, tuple[Finding, ...]]]

MM = 72 / 25.4
SETTINGS = LeafletSettings("Exampleton Council")
LONG = "Donaudampfschifffahrtsgesellschaftskapitaen"
LONG_NAMES = (
    "chartersforfamilies.exampletonshirecouncil.gov.uk",
    "specialeducationalneedsanddisabilities.westexampletonshire.gov.uk",
)
CONTACT = {
    "id": "service",
    "name": "Information service",
    "email": "special.educational.needs.and.disabilities@childrens-services.exampleton.gov.uk",
}


def _beyond(leaflet: Leaflet, margin: float) -> str:
    """Return the letters that stand nearer to the left or right edge of their page than a margin, in mm."""
    found = []
    for page in pypdfium2.PdfDocument(leaflet.screen):
        text, width = page.get_textpage(), page.get_width()
        for at in range(text.count_chars()):
            left, _, right, _ = text.get_charbox(at)
            if text.get_text_range(at, 1).strip() and not margin * MM <= left <= right <= width - margin * MM:
                found.append(text.get_text_range(at, 1))
    return "".join(found)


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    """Return what the lines of a page say."""
    return [line.strip() for line in page.get_textpage().get_text_range().splitlines()]


@pytest.mark.parametrize("design", design_names())
@pytest.mark.parametrize("changes", [{"contacts": [CONTACT]}, {"summary": f"The {LONG} and you."}])
def test_on_front_and_back(changes: dict[str, object], design: str, small: Build, set_leaflet: Typeset) -> None:
    """Front and back have letters of their own size, which makes way for a long word."""
    leaflet, findings = set_leaflet(small(**changes), settings=replace(SETTINGS, design=design))
    assert leaflet is not None, findings
    assert _beyond(leaflet, 7) == ""


@pytest.mark.parametrize("design", design_names())
@pytest.mark.parametrize("largest", [12.0, 24.0])
def test_in_headings(largest: float, design: str, small: Build, set_leaflet: Typeset) -> None:
    """Headings are larger than the text, and their words have to fit as well, in large type even usual ones."""
    principles = [
        {
            "id": "ways",
            "title": "Communication" if largest > 12 else "Willkommenskulturfoerderung",
            "items": [{"id": "one", "title": "One", "text": "Every voice is heard."}],
        }
    ]
    charter = small(principles=principles, themes=[], behaviours=None, notes=[], introduction=[])
    leaflet, findings = set_leaflet(charter, settings=replace(SETTINGS, design=design, maximum_size=largest))
    assert leaflet is not None, findings
    assert leaflet.size < largest
    assert _beyond(leaflet, 7) == ""


def test_on_the_back_alone(small: Build, set_leaflet: Typeset) -> None:
    """A long word on the back does not make the text of the other panels smaller."""
    sizes = []
    for contacts in ([CONTACT], []):
        leaflet, findings = set_leaflet(small(contacts=contacts))
        assert leaflet is not None, findings
        sizes.append(leaflet.size)
    assert sizes[0] == sizes[1]


@pytest.mark.parametrize("name", LONG_NAMES)
@pytest.mark.parametrize("shape", ["trifold", "booklet", "sheet", "large-print"])
def test_the_name_of_a_site(shape: str, name: str, small: Build, set_leaflet: Typeset) -> None:
    """An address of a long name breaks after a dot where it has to, and stays in its box."""
    leaflet, findings = set_leaflet(small(), shape=shape, address=f"https://{name}/charters/working-together/")
    assert leaflet is not None, findings
    margin = {"trifold": 7, "booklet": 14, "sheet": 30, "large-print": 20}[shape]
    assert _beyond(leaflet, margin - 0.5) == ""


@pytest.mark.parametrize("shape", ["trifold", "booklet", "large-print"])
def test_a_name_that_nothing_helps(shape: str, small: Build, set_leaflet: Typeset) -> None:
    """A name of a site that is wider than the page, even by itself, is a finding and never cut."""
    leaflet, [finding] = set_leaflet(small(), shape=shape, address=f"https://{'m' * 60}.gov.uk/")
    assert leaflet is None
    assert finding.rule == "leaflet-wide-word"
    assert "give a shorter one as 'site_url'" in finding.hint


@pytest.mark.parametrize("design", design_names())
def test_some_promises_of_a_site_of_a_long_name(design: str, small: Build, set_leaflet: Typeset) -> None:
    """The front says where the whole is as well: there too a long address breaks, and stays in its box."""
    settings, address = replace(SETTINGS, design=design), f"https://{LONG_NAMES[1]}/charters/working-together/"
    chosen = frozenset({"courtesy", "time"})
    leaflet, findings = set_leaflet(small(), settings=settings, selection=chosen, address=address)
    assert leaflet is not None, findings
    assert _beyond(leaflet, 7) == ""
    front = pypdfium2.PdfDocument(leaflet.screen)[0].get_textpage().get_text_range()
    assert LONG_NAMES[1] in "".join(front.split())


@pytest.mark.parametrize("locale", ["en", "ur"])
@pytest.mark.parametrize("shape", ["trifold", "booklet", "sheet", "large-print"])
def test_an_address_in_a_text(shape: str, locale: str, small: Build, set_leaflet: Typeset) -> None:
    """An address goes to the next line whole, or breaks where readers see that it goes on: never after 'www.'."""
    whole, long = "www.exampleton.gov.uk/help", f"www.{LONG_NAMES[1]}/information/and-more"
    purposes = [f"You {'may ' * number}look at {whole} or at {long}." for number in range(1, 21, 2)]
    contacts = [{"id": f"c{at}", "name": "Us", "purpose": purpose} for at, purpose in enumerate(purposes)]
    leaflet, findings = set_leaflet(small(contacts=contacts[:: 3 if shape == "trifold" else 1]), locale, shape=shape)
    assert leaflet is not None, findings
    lines = [line for page in pypdfium2.PdfDocument(leaflet.screen) for line in _lines(page)]
    starts = [line for line in lines if "www." in line]
    assert len(starts) > 3
    assert not [line for line in starts if line.endswith("www.")]
    assert all(whole in line for line in starts if "exampleton.gov" in line)
    assert any("www.special" in line for line in starts)
    margin = {"trifold": 7, "booklet": 14, "sheet": 30, "large-print": 20}[shape]
    # A full stop may hang over the edge a little.
    assert _beyond(leaflet, margin - 0.5).strip(".") == ""


@pytest.mark.parametrize(("shape", "locale"), [("trifold", "en"), ("trifold", "ur"), ("booklet", "en")])
def test_a_long_name_of_an_organisation(shape: str, locale: str, small: Build, set_leaflet: Typeset) -> None:
    """At the foot of the back a name may take three lines, and keeps clear of the cut as printers ask."""
    name = "Exampleton and District Families Forum for Special Educational Needs and Disabilities, with its Partners"
    leaflet, findings = set_leaflet(small(), locale, settings=LeafletSettings(name), shape=shape)
    assert leaflet is not None, findings
    printer, _ = load_printer("offset-coated")
    assert printer is not None
    for file in leaflet.press:
        assert preflight(file.data, Path("some.pdf"), "offset-coated", printer).findings == ()

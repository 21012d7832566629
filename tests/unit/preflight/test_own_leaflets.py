"""Our own press PDFs pass, in three scripts, and quickly."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from charterpress.check import Checked
from charterpress.host.print_shop import shop_of
from charterpress.languages.locales import load_locale
from charterpress.leaflets.leaflet import Leaflet
from charterpress.leaflets.series import Order, Workshop
from charterpress.preflight.checks.order import read_order
from charterpress.preflight.outcome import Outcome, Preflight
from charterpress.preflight.preflight import preflight
from charterpress.preflight.printers import Printer, load_printer, printer_names

ADDRESS = "https://charters.example/"


Make = Callable[[str, str, Printer], Leaflet]


@pytest.fixture(scope="session")
def make(reference: Checked) -> Make:
    """Return what sets a charter of the reference site in a language and a format for a printer."""

    def made(code: str, shape: str, printer: Printer) -> Leaflet:
        assert reference.project is not None
        order = Order(code, "mutual-expectations", ADDRESS, shape)
        localised = reference.languages[code]
        leaflet, findings = Workshop(reference.library, localised, reference.project, shop_of(printer)).typeset(order)
        assert leaflet is not None, findings
        return leaflet

    return made


@pytest.fixture(scope="session", params=["en", "ur", "bn"])
def own(request: pytest.FixtureRequest, make: Make, printer: Printer) -> Preflight:
    """Return the preflight of a leaflet of the reference site, in each language in turn."""
    code: str = request.param
    leaflet = make(code, "trifold", printer)
    [file] = leaflet.press
    reading = read_order(leaflet.screen, load_locale(code).direction)
    return preflight(file.data, Path(f"{code}.pdf"), "offset-coated", printer, reading)


def test_nothing_is_found(own: Preflight) -> None:
    """A press PDF of ours has no finding at all, and every check was made but that of a print."""
    assert own.findings == ()
    assert {check.name for check in own.checks if check.outcome is Outcome.NOT_CHECKED} == {"print-run"}


def test_something_was_looked_at(own: Preflight) -> None:
    """The checks saw the text, the inks, the fonts and the folds that the leaflet has."""
    values = {check.name: check.values for check in own.checks}
    assert int(str(values["contents"]["operators"])) > 2_000
    assert str(values["safe-zone"]["page 2"]).endswith("2 folds; measured by outlines of letters")
    assert str(values["ink"]["most ink"]).endswith(" %")
    assert int(str(values["fonts"]["fonts"])) >= 2
    direction = "right to left" if own.file.stem == "ur" else "left to right"
    assert str(values["folds"]["order"]).endswith(direction)
    assert own.format == "trifold"


@pytest.mark.parametrize("code", ["en", "ur"])
@pytest.mark.parametrize("shape", ["trifold", "booklet"])
@pytest.mark.parametrize("name", sorted(printer_names()))
def test_every_printer_that_we_ship(name: str, shape: str, code: str, make: Make) -> None:
    """Each profile, PDF/X-1a included, gets files that it takes: sheets, and of a booklet its pages as well."""
    printer, _ = load_printer(name)
    assert printer is not None
    leaflet = make(code, shape, printer)
    files, reading = leaflet.press, read_order(leaflet.screen, load_locale(code).direction)
    assert [file.holds for file in files] == (["sheets"] if shape == "trifold" else ["sheets", "pages"])
    for file in files:
        done = preflight(file.data, Path("own.pdf"), name, printer, reading)
        assert done.findings == ()
        assert done.format == shape
        wanted = "PDF/X-1a:2003" if printer.standard == "X-1a" else "PDF/X-4"
        values = {check.name: check.values for check in done.checks}
        assert wanted in values["standard"].values()
        assert values["fold-order"]["direction"] == f"from {'right to left' if code == 'ur' else 'left to right'}"


@pytest.mark.parametrize("code", ["en", "ur"])
def test_a_printer_that_asks_for_other_measures(code: str, make: Make, printer: Printer) -> None:
    """Bleed, clear space, panels and marks are those of the printer, whichever they are."""
    other = printer.model_copy(
        update={
            "bleed": 5.0,
            "safe_zone": 7.0,
            "marks": "refused",
            "sheets": tuple(
                sheet.model_copy(update={"panels": ((98.0, 99.5, 99.5), (99.5, 99.5, 98.0))})
                if sheet.name == "trifold"
                else sheet
                for sheet in printer.sheets
            ),
        }
    )
    for shape in ("trifold", "booklet"):
        for file in make(code, shape, other).press:
            done = preflight(file.data, Path("own.pdf"), "other", other)
            assert done.findings == ()
            values = {check.name: check.values for check in done.checks}
            assert values["marks"]["pages with crop marks"] == 0
            assert "left 5.00 mm" in str(values["boxes"]["page 1"])


@pytest.mark.parametrize("code", ["en", "ur"])
def test_panels_far_from_equal(code: str, make: Make, printer: Printer) -> None:
    """However narrow the flap of a printer is, its panels are told apart, in both directions."""
    widths = ((91.0, 103.0, 103.0), (103.0, 103.0, 91.0))
    sheets = tuple(
        sheet.model_copy(update={"panels": widths}) if sheet.name == "trifold" else sheet for sheet in printer.sheets
    )
    other = printer.model_copy(update={"sheets": sheets, "safe_zone": 3.0})
    leaflet = make(code, "trifold", other)
    reading = read_order(leaflet.screen, load_locale(code).direction)
    done = preflight(leaflet.press[0].data, Path("own.pdf"), "other", other, reading)
    assert done.findings == ()
    order = {check.name: check for check in done.checks}["fold-order"]
    assert order.outcome is Outcome.PASSED


@pytest.mark.parametrize("code", ["en", "ur"])
def test_a_printer_that_places_pages_itself(code: str, make: Make, printer: Printer) -> None:
    """For single pages, each panel is a page of its own width, in reading order."""
    single = printer.model_copy(update={"imposition": "single"})
    [file] = make(code, "trifold", single).press
    assert file.holds == "pages"
    done = preflight(file.data, Path("own.pdf"), "single", single)
    assert done.findings == ()
    assert (done.format, done.pages) == ("trifold", 6)
    with pikepdf.open(BytesIO(file.data)) as pdf:
        widths = [round(float(page.trimbox[2] - page.trimbox[0]) / 72 * 25.4) for page in pdf.pages]
    assert widths == [100, 100, 100, 97, 97, 100]


@pytest.mark.parametrize("shape", ["trifold", "booklet"])
@pytest.mark.parametrize("code", ["en", "ur"])
def test_panels_in_the_wrong_order(code: str, shape: str, make: Make, printer: Printer) -> None:
    """A sheet that was placed for the other direction is found: each page is named, with what it shows and should."""
    leaflet = make(code, shape, printer)
    other = read_order(leaflet.screen, "ltr" if code == "ur" else "rtl")
    done = preflight(leaflet.press[0].data, Path("own.pdf"), "offset-coated", printer, other)
    found = [finding.message for finding in done.findings]
    assert {finding.rule for finding in done.findings} == {"print-fold-order"}
    assert len(found) == done.pages
    shown, wanted = ("1 / 6 / 5", "5 / 6 / 1") if code == "ur" else ("5 / 6 / 1", "1 / 6 / 5")
    if shape == "trifold":
        assert found[0] == f"page 1 shows panels {shown}; panels {wanted} belong there"


def test_pages_that_are_missing(make: Make, printer: Printer) -> None:
    """Sheets that do not hold every page of the file in reading order are found."""
    leaflet = make("en", "booklet", printer)
    with pikepdf.open(BytesIO(leaflet.press[0].data)) as pdf:
        del pdf.pages[-2:]
        short = BytesIO()
        pdf.save(short)
    done = preflight(short.getvalue(), Path("own.pdf"), "offset-coated", printer, read_order(leaflet.screen, "ltr"))
    assert "are needed for all" in " ".join(finding.message for finding in done.findings)


def test_another_text_is_not_compared(make: Make, printer: Printer) -> None:
    """With a file of another text the order is not checked, and the certificate says so."""
    english, other = make("en", "trifold", printer), make("cy", "trifold", printer)
    done = preflight(english.press[0].data, Path("own.pdf"), "x", printer, read_order(other.screen, "ltr"))
    order = {check.name: check for check in done.checks}["fold-order"]
    assert order.outcome is Outcome.NOT_CHECKED
    assert done.findings == ()

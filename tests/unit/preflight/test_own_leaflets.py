"""Our own press PDFs pass, in three scripts, and quickly."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.check import Checked
from charterpress.leaflets.series import Order, typeset_order
from charterpress.preflight.outcome import Outcome, Preflight
from charterpress.preflight.preflight import preflight
from charterpress.preflight.printers import Printer, load_printer

ADDRESS = "https://charters.example/"


@pytest.fixture(scope="session", params=["en", "ur", "bn"])
def own(request: pytest.FixtureRequest, reference: Checked, printer: Printer) -> Preflight:
    """Return the preflight of a leaflet of the reference site, in each language in turn."""
    code: str = request.param
    assert reference.project is not None
    order = Order(code, "mutual-expectations", ADDRESS, "trifold")
    leaflet, findings = typeset_order(reference.library, reference.languages[code], reference.project, order)
    assert leaflet is not None, findings
    return preflight(leaflet.press, Path(f"{code}.pdf"), "offset-coated", printer)


def test_nothing_is_found(own: Preflight) -> None:
    """A press PDF of ours has no finding at all, and every check but two was made."""
    assert own.findings == ()
    assert {check.name for check in own.checks if check.outcome is Outcome.NOT_CHECKED} == {"fold-order", "print-run"}


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


@pytest.mark.parametrize("name", ["digital", "offset-uncoated"])
def test_other_printers(name: str, own: Preflight, reference: Checked) -> None:
    """The other profiles for X-4 take our leaflets as well."""
    found, _ = load_printer(name)
    assert found is not None
    assert reference.project is not None
    order = Order(own.file.stem, "mutual-expectations", ADDRESS, "trifold")
    leaflet, _ = typeset_order(reference.library, reference.languages[order.locale], reference.project, order)
    assert leaflet is not None
    assert preflight(leaflet.press, own.file, name, found).findings == ()

"""Make small press PDFs: a sound one, and one for each fault."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name, Pdf, String

from charterpress.findings import Finding
from charterpress.preflight.outcome import Check, Preflight
from charterpress.preflight.preflight import preflight
from charterpress.preflight.printers import Printer, load_printer

MM = 72 / 25.4
SLUG = 13.0
"""How far the trim lies inside the page, in mm: 3 for the bleed, 10 for the marks."""
PANELS = ((97.0, 100.0, 100.0), (100.0, 100.0, 97.0))
CHOSEN = "/F 10 Tf 0 0 0 1 k"

Change = Callable[[Pdf], None]


def letter_font() -> bytes:
    """Return a font whose glyph 1 is a square: 500 wide and 700 high, 600 to the next letter."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 700))
    pen.lineTo((500, 700))
    pen.lineTo((500, 0))
    pen.closePath()
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "A": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (600, 0), "A": (600, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    return file.getvalue()


FONT = letter_font()


def text(x: float, y: float, chosen: str = CHOSEN) -> str:
    """Return the operators of one letter, at mm from the left bottom of the trim."""
    return f"BT {chosen} 1 0 0 1 {x * MM:.4f} {y * MM:.4f} Tm <0001> Tj ET"


def _font(pdf: Pdf) -> pikepdf.Object:
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Square"), Flags=4, Ascent=800, Descent=-200
    )
    descriptor[Name.FontFile2] = pdf.make_stream(FONT)
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name("/ABCDEF+Square"), FontDescriptor=descriptor
    )
    inner.CIDToGIDMap, inner.DW, inner.W = Name.Identity, 1000, Array([1, Array([600])])
    outer = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/ABCDEF+Square"))
    outer.Encoding, outer.DescendantFonts = Name("/Identity-H"), Array([inner])
    return pdf.make_indirect(outer)


def _marks(side: tuple[float, ...]) -> str:
    lines = []
    folds, at = [], 0.0
    for width in side[:-1]:
        at += width
        folds.append(at)
    for dashes, places in (("[] 0 d", (0.0, 297.0)), ("[2 2] 0 d", folds)):
        lines.append(dashes)
        for x in places:
            for start, end in ((-4, -9), (214, 219)):
                lines.append(f"{x * MM:.3f} {start * MM:.3f} m {x * MM:.3f} {end * MM:.3f} l S")
    lines.append("[] 0 d")
    for y in (0, 210):
        for start, end in ((-4, -9), (301, 306)):
            lines.append(f"{start * MM:.3f} {y * MM:.3f} m {end * MM:.3f} {y * MM:.3f} l S")
    return "0 0 0 1 K 0.25 w " + "\n".join(lines)


def _declare(pdf: Pdf) -> None:
    profile = pdf.make_stream(bytes(16) + b"CMYK" + bytes(16) + b"acsp" + bytes(88))
    profile.N = 4
    intent = Dictionary(S=Name.GTS_PDFX, OutputConditionIdentifier=String("FOGRA39"), DestOutputProfile=profile)
    pdf.Root.OutputIntents = Array([intent])
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["pdfxid:GTS_PDFXVersion"] = "PDF/X-4"
        metadata["pdf:Trapped"] = "False"


def make_pdf(
    content: str = "", change: Change | None = None, panels: tuple[tuple[float, ...], ...] = PANELS, **saving: object
) -> bytes:
    """Return a tri-fold with marks and a letter on each panel; `content` joins page 1, `change` has the last word."""
    pdf = pikepdf.new()
    font = _font(pdf)
    for number, side in enumerate(panels):
        page = pdf.add_blank_page(page_size=((297 + 2 * SLUG) * MM, (210 + 2 * SLUG) * MM))
        trim = [SLUG * MM, SLUG * MM, (SLUG + 297) * MM, (SLUG + 210) * MM]
        page.trimbox = Array(trim)
        page.obj[Name.BleedBox] = Array([edge + (-3 if at < 2 else 3) * MM for at, edge in enumerate(trim)])
        page.obj.Resources = Dictionary(Font=Dictionary(F=font))
        letters = [text(20, 100), text(120, 100), text(220, 100)]
        operators = [f"q 1 0 0 1 {SLUG * MM:.4f} {SLUG * MM:.4f} cm", *letters, _marks(side)]
        operators += [content if number == 0 else "", "Q"]
        page.obj.Contents = pdf.make_stream("\n".join(operators).encode())
    _declare(pdf)
    if change is not None:
        change(pdf)
    file = BytesIO()
    options: dict[str, object] = {"force_version": "1.6", "deterministic_id": True, **saving}
    if "encryption" in options:
        del options["deterministic_id"]
    pdf.save(file, **options)  # type: ignore[arg-type]  # what the caller wants
    return file.getvalue()


@pytest.fixture
def make() -> Callable[..., bytes]:
    """Return what makes a press PDF."""
    return make_pdf


@pytest.fixture
def square() -> bytes:
    """Return a font whose glyph 1 is a square."""
    return FONT


@pytest.fixture
def letter() -> Callable[..., str]:
    """Return what sets one letter."""
    return text


@pytest.fixture(scope="session")
def printer() -> Printer:
    """Return the usual profile."""
    found, findings = load_printer("offset-coated")
    assert found is not None, findings
    return found


@pytest.fixture
def fly(printer: Printer) -> Callable[..., Preflight]:
    """Return what checks the bytes of a file; keywords change the profile."""

    def check(data: bytes, **asked: object) -> Preflight:
        return preflight(data, Path("leaflet.pdf"), "offset-coated", printer.model_copy(update=asked))

    return check


@pytest.fixture
def found(fly: Callable[..., Preflight]) -> Callable[..., dict[str, list[Finding]]]:
    """Return what checks a file and gives its findings by rule."""

    def check(data: bytes, **asked: object) -> dict[str, list[Finding]]:
        rules: dict[str, list[Finding]] = {}
        for finding in fly(data, **asked).findings:
            assert finding.file == Path("leaflet.pdf")
            assert finding.hint
            rules.setdefault(finding.rule, []).append(finding)
        return rules

    return check


@pytest.fixture
def one(fly: Callable[..., Preflight]) -> Callable[..., Check]:
    """Return what gives one check of a file by its name."""

    def check(data: bytes, name: str, **asked: object) -> Check:
        [only] = [each for each in fly(data, **asked).checks if each.name == name]
        return only

    return check

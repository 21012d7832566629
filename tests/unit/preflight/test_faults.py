"""Each fault that a print shop would send a file back for is found, and nothing is found in a sound file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from charterpress.findings import Level
from charterpress.preflight.outcome import Outcome

MM = 72 / 25.4
Make = Callable[..., bytes]
Found = Callable[..., dict[str, list[Any]]]


def resource(kind: str, name: str, value: Callable[[Pdf], Any]) -> Callable[[Pdf], None]:
    """Return a change that puts something into the resources of page 1."""

    def change(pdf: Pdf) -> None:
        resources = pdf.pages[0].obj.Resources
        if kind not in resources:
            resources[kind] = Dictionary()
        resources[kind][name] = pdf.make_indirect(value(pdf))

    return change


def image(pdf: Pdf, space: Name, width: int = 100, **more: object) -> pikepdf.Stream:
    """Return an image of some pixels."""
    stream = pdf.make_stream(bytes(width * width * {"/DeviceRGB": 3, "/DeviceCMYK": 4}.get(str(space), 1)))
    stream.Type, stream.Subtype, stream.ColorSpace = Name.XObject, Name.Image, space
    stream.Width = stream.Height = width
    stream.BitsPerComponent = 8
    for key, value in more.items():
        stream[f"/{key}"] = value
    return stream


def form(pdf: Pdf, content: bytes, **more: object) -> pikepdf.Stream:
    """Return a form."""
    stream = pdf.make_stream(content)
    stream.Type, stream.Subtype, stream.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 100])
    for key, value in more.items():
        stream[f"/{key}"] = value
    return stream


def tint(name: str) -> Callable[[Pdf], Any]:
    """Return a colour space of one ink of its own."""
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
    return lambda _pdf: Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, function])


def icc(pdf: Pdf) -> Any:  # noqa: ANN401 - a colour space
    """Return a colour space with a profile of three components."""
    stream = pdf.make_stream(b"profile")
    stream.N = 3
    return Array([Name.ICCBased, stream])


def test_a_sound_file(make: Make, fly: Callable[..., Any]) -> None:
    """Nothing is found in a file that is as it should be, and each check but two was made."""
    done = fly(make())
    assert done.findings == ()
    assert (done.pages, done.format) == (2, "trifold")
    not_made = {check.name for check in done.checks if check.outcome is Outcome.NOT_CHECKED}
    assert not_made == {"fold-order", "print-run"}


def test_a_mirrored_file(make: Make, one: Callable[..., Any]) -> None:
    """Panels in the order of a language that runs from right to left are as sound."""
    check = one(make(panels=((100.0, 100.0, 97.0), (97.0, 100.0, 100.0))), "folds")
    assert check.outcome is Outcome.PASSED
    assert check.values["order"] == "for a language that runs from right to left"


COLOURS = {
    "rgb fill": ("1 0 0 rg 0 0 90 90 re f", None, "print-colour", "area in DeviceRGB"),
    "rgb line": ("1 0 0 RG 0 0 m 90 90 l S", None, "print-colour", "line in DeviceRGB"),
    "rgb by name": ("/DeviceRGB cs 1 0 0 sc 0 0 90 90 re f", None, "print-colour", "area in DeviceRGB"),
    "icc": ("/I cs 1 0 0 scn 0 0 9 9 re f", resource("/ColorSpace", "/I", icc), "print-colour", "ICCBased (rgb)"),
    "cal": (
        "/C cs 1 0 0 scn 0 0 9 9 re f",
        resource("/ColorSpace", "/C", lambda _pdf: Array([Name.CalRGB, Dictionary(WhitePoint=[1, 1, 1])])),
        "print-colour",
        "CalRGB",
    ),
    "no such space": ("/Nowhere cs 1 scn 0 0 9 9 re f", None, "print-colour", "unknown"),
    "spot": (
        "/S cs 1 scn 0 0 9 9 re f",
        resource("/ColorSpace", "/S", tint("PANTONE 186 C")),
        "print-spot-colour",
        "'PANTONE 186 C'",
    ),
    "registration": (
        "/S cs 1 scn 0 0 9 9 re f",
        resource("/ColorSpace", "/S", tint("All")),
        "print-colour",
        "the colour of the marks",
    ),
    "in a form": (
        "/X Do",
        resource("/XObject", "/X", lambda pdf: form(pdf, b"0 1 0 rg 0 0 9 9 re f")),
        "print-colour",
        "area in DeviceRGB",
    ),
    "colour from outside a form": (
        "0 1 0 rg /X Do",
        resource("/XObject", "/X", lambda pdf: form(pdf, b"0 0 9 9 re f")),
        "print-colour",
        "area in DeviceRGB",
    ),
    "in a pattern": (
        "/Pattern cs /P scn 0 0 9 9 re f",
        resource(
            "/Pattern", "/P", lambda pdf: form(pdf, b"0 1 0 rg 0 0 9 9 re f", PatternType=1, PaintType=1, TilingType=1)
        ),
        "print-colour",
        "area in DeviceRGB",
    ),
    "in the colour of a pattern": (
        "/U cs 1 0 0 /P scn 0 0 9 9 re f",
        lambda pdf: [
            resource("/Pattern", "/P", lambda pdf: form(pdf, b"0 0 9 9 re f", PatternType=1, PaintType=2))(pdf),
            resource("/ColorSpace", "/U", lambda _pdf: Array([Name.Pattern, Name.DeviceRGB]))(pdf),
        ],
        "print-colour",
        "area in Pattern (rgb)",
    ),
    "with resources of the page tree": (
        "/X Do",
        lambda pdf: [
            resource("/XObject", "/X", lambda pdf: form(pdf, b"0 1 0 rg 0 0 9 9 re f"))(pdf),
            pdf.Root.Pages.__setitem__("/Resources", pdf.pages[0].obj.Resources),
            pdf.pages[0].obj.__delitem__("/Resources"),
        ],
        "print-colour",
        "area in DeviceRGB",
    ),
    "blend": (
        "/B sh",
        resource("/Shading", "/B", lambda _pdf: Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB)),
        "print-colour",
        "area (blend) in DeviceRGB",
    ),
    "image": (
        "72 0 0 72 0 0 cm /I Do",
        resource("/XObject", "/I", lambda pdf: image(pdf, Name.DeviceRGB, 400)),
        "print-colour",
        "image in DeviceRGB",
    ),
    "inline image": (
        "BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI",
        None,
        "print-colour",
        "image in DeviceRGB",
    ),
    "too much ink": ("0.9 0.9 0.9 0.9 k 0 0 9 9 re f", None, "print-ink", "360 % ink (C90 M90 Y90 K90)"),
    "too much ink in a blend": (
        "/B sh",
        resource(
            "/Shading",
            "/B",
            lambda _pdf: Dictionary(
                ShadingType=2,
                ColorSpace=Name.DeviceCMYK,
                Function=Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 0.5], N=1),
            ),
        ),
        "print-ink",
        "350 % ink",
    ),
}


@pytest.mark.parametrize("fault", sorted(COLOURS))
def test_colours(make: Make, found: Found, fault: str) -> None:
    """A colour that is not in the printer's inks, or too much of them, is found wherever it is painted."""
    content, change, rule, words = COLOURS[fault]
    findings = found(make(content, change))
    assert any(words in finding.message for finding in findings[rule]), findings
    assert all(finding.level is Level.ERROR for finding in findings[rule])


@pytest.mark.parametrize(
    "content",
    [
        "1 0 0 rg 0 0 0 1 k 0 0 9 9 re f",
        "q 1 0 0 rg Q 0 0 9 9 re f",
        "1 0 0 rg 0 0 9 9 re n",
        "BT /F 10 Tf 3 Tr 1 0 0 rg <0001> Tj ET",
        "/Separation cs",
        "0.5 g 0 0 9 9 re f",
        "0.9 0.9 0.9 0.9 K 0 -60 m 0 -90 l S",
        "0.70196 0.70196 0.70196 0.90196 k 0 0 9 9 re f",
    ],
)
def test_colours_that_do_not_print(make: Make, found: Found, content: str) -> None:
    """A colour that nothing is painted in, gray, ink outside the bleed, and 300 % rounded up are no faults."""
    assert found(make(content)) == {}


@pytest.mark.parametrize(
    ("chosen", "wrong"),
    [
        ("/F 10 Tf 0.6 0.4 0.4 1 k", True),
        ("/F 20 Tf 0.6 0.4 0.4 1 k", False),
        ("/F 10 Tf 0 0 0 1 k", False),
        ("/F 10 Tf 0.7 0.3 0 0.5 k", False),
        ("/F 1 Tf 0.6 0.4 0.4 1 k", True),
    ],
)
def test_rich_black(make: Make, found: Found, letter: Callable[..., str], chosen: str, *, wrong: bool) -> None:
    """Small black text of several inks is found; large text, pure black, and a colour are not."""
    findings = found(make(letter(50, 50, chosen)))
    assert set(findings) == ({"print-rich-black"} if wrong else set())


def test_the_size_of_text_is_that_on_paper(make: Make, found: Found) -> None:
    """A font of 1 point that is scaled up to 20 is large text, and one of 20 that is scaled down is small."""
    rich = "0.6 0.4 0.4 1 k"
    large = f"BT /F 1 Tf {rich} 20 0 0 20 200 200 Tm <0001> Tj ET"
    small = f"q 0.5 0 0 0.5 200 200 cm BT /F 20 Tf {rich} <0001> Tj ET Q"
    assert found(make(large)) == {}
    assert "text of 10 pt" in found(make(small))["print-rich-black"][0].message


def box(name: str, *edges: float) -> Callable[[Pdf], None]:
    """Return a change that sets a box of page 1, in mm."""
    return lambda pdf: pdf.pages[0].obj.__setitem__(name, Array([edge * MM for edge in edges]))


@pytest.mark.parametrize(
    ("change", "rule", "words"),
    [
        (box("/BleedBox", 13, 13, 310, 223), "print-bleed", "left 0.0 mm, bottom 0.0 mm, right 0.0 mm, top 0.0 mm"),
        (box("/BleedBox", 12, 10, 313, 226), "print-bleed", "page 1: too little bleed: left 1.0 mm; 3 mm are needed"),
        (box("/BleedBox", -5, 10, 313, 226), "print-boxes", "the BleedBox reaches beyond the MediaBox"),
        (box("/TrimBox", 5, 13, 310, 223), "print-boxes", "the TrimBox reaches beyond the BleedBox"),
        (lambda pdf: pdf.pages[0].obj.__delitem__("/TrimBox"), "print-boxes", "there is no TrimBox"),
        (lambda pdf: pdf.pages[0].obj.__delitem__("/BleedBox"), "print-bleed", "3 mm are needed on each side"),
        (lambda pdf: pdf.pages[0].obj.__setitem__("/UserUnit", 2), "print-boxes", "units of its own"),
        (lambda pdf: pdf.pages[0].obj.__setitem__("/MediaBox", Array([0, 0, 0, 0])), "print-boxes", "there is no size"),
        (box("/TrimBox", 13, 13, 300, 223), "print-format", "no format of this printer"),
        (lambda pdf: pdf.pages.__delitem__(1), "print-pages", "the file has 1 page; 'A4, folded to DL' has 2"),
    ],
)
def test_boxes(make: Make, found: Found, change: Callable[[Pdf], None], rule: str, words: str) -> None:
    """Boxes that are missing, too narrow, or not in one another are found; so are sizes and numbers of pages."""
    findings = found(make(change=change))
    assert any(words in finding.message for finding in findings[rule]), findings


@pytest.mark.parametrize(
    ("width", "resolution", "wrong"), [(400, 400, False), (100, 100, True), (249, 249, True), (250, 250, False)]
)
def test_resolution(make: Make, found: Found, width: int, resolution: int, *, wrong: bool) -> None:
    """An image of too few pixels for its size on paper is found; the size is that after scaling."""
    put = resource("/XObject", "/I", lambda pdf: image(pdf, Name.DeviceCMYK, width))
    findings = found(make("q 72 0 0 72 0 0 cm /I Do Q", put))
    assert set(findings) == ({"print-resolution"} if wrong else set())
    if wrong:
        assert f"'I' has {resolution} pixels an inch; 250 are needed" in findings["print-resolution"][0].message


def _no_font(pdf: Pdf) -> None:
    del pdf.pages[0].obj.Resources.Font.F.DescendantFonts[0].FontDescriptor["/FontFile2"]


def _whole_font(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.Font.F.BaseFont = Name("/Square")


def test_fonts(make: Make, found: Found) -> None:
    """A font that is not in the file is an error, one that is there as a whole a note, a missing one is found."""
    [missing] = found(make(change=_no_font))["print-font"]
    assert missing.message == "pages 1 and 2: the font 'ABCDEF+Square' is not in the file"
    [whole] = found(make(change=_whole_font))["print-font"]
    assert whole.level is Level.NOTE
    assert set(found(make("BT /Nowhere 10 Tf <0001> Tj ET"))) == {"print-contents"}


def _note(pdf: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]))
    pdf.pages[0].obj.Annots = Array([note])


def _profile(key: str, value: object) -> Callable[[Pdf], None]:
    return lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.__setitem__(key, value)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (_note, "print-annotation"),
        (lambda pdf: pdf.Root.__setitem__("/AcroForm", Dictionary(Fields=[])), "print-form"),
        (
            lambda pdf: pdf.Root.__setitem__("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))),
            "print-script",
        ),
        (lambda pdf: pdf.Root.__setitem__("/OCProperties", Dictionary(OCGs=[])), "print-layer"),
        (lambda pdf: pdf.attachments.__setitem__("a.txt", b"words"), "print-attachment"),
        (lambda pdf: pdf.Root.__delitem__("/OutputIntents"), "print-intent"),
        (lambda pdf: pdf.Root.OutputIntents[0].__delitem__("/DestOutputProfile"), "print-intent"),
        (_profile("/N", 3), "print-intent"),
        (lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile.write(b"no profile"), "print-intent"),
        (lambda pdf: pdf.Root.__delitem__("/Metadata"), "print-standard"),
        (lambda pdf: pdf.Root.Metadata.write(b"<not xml"), "print-standard"),
    ],
)
def test_what_has_no_place_in_print(make: Make, found: Found, change: Callable[[Pdf], None], rule: str) -> None:
    """What is for the screen alone is found, and so is a missing or wrong output intent or mark of PDF/X."""
    assert rule in found(make(change=change))


def test_other_versions_and_standards(make: Make, found: Found) -> None:
    """Another version of PDF is found; a printer who asks for PDF/X-1a gets told that the file is none."""
    assert "the file is PDF 1.7" in found(make(force_version="1.7"))["print-standard"][0].message
    messages = [finding.message for finding in found(make(), standard="X-1a")["print-standard"]]
    assert any("is not marked as PDF/X; PDF/X-1a is asked for" in message for message in messages)


@pytest.mark.parametrize(
    "change",
    [
        resource("/ExtGState", "/G", lambda _pdf: Dictionary(ca=0.5)),
        resource("/ExtGState", "/G", lambda _pdf: Dictionary(BM=Name.Multiply)),
        resource("/ExtGState", "/G", lambda _pdf: Dictionary(SMask=Dictionary(S=Name.Alpha))),
    ],
)
def test_transparency(make: Make, found: Found, one: Callable[..., Any], change: Callable[[Pdf], None]) -> None:
    """Transparency is mentioned where the printer takes it, and found where not."""
    data = make("/G gs 0 0 9 9 re f", change)
    assert found(data) == {}
    assert one(data, "transparency").values["kinds"]
    assert one(data, "ink").why
    assert set(found(data, transparency=False)) == {"print-transparency"}


@pytest.mark.parametrize(
    ("x", "y", "where"),
    [
        (97 - 5 - 500 * 10 / 1000 / MM - 0.2, 50, None),
        (97 - 3 - 500 * 10 / 1000 / MM, 50, "3.0 mm from fold 1"),
        (96, 50, "across fold 1"),
        (98, 50, "1.0 mm from fold 1"),
        (2, 50, "2.0 mm from the left edge"),
        (50, 4, "4.0 mm from the bottom"),
        (50, 210 - 4 - 700 * 10 / 1000 / MM, "4.0 mm from the top"),
        (-12, 50, None),
    ],
)
def test_safe_zone(  # noqa: PLR0913, PLR0917 - fixtures
    make: Make, found: Found, letter: Callable[..., str], x: float, y: float, where: str | None
) -> None:
    """A letter too near to an edge or a fold is found, with its outline measured; one outside the trim is none."""
    findings = found(make(letter(x, y)))
    if where is None:
        assert findings == {}
    else:
        assert f"page 1: text stands {where}; 5 mm are needed" in findings["print-safe-zone"][0].message


def test_safe_zone_of_pages_without_a_trim(make: Make, one: Callable[..., Any]) -> None:
    """Where nothing says where to cut, nothing was measured: the certificate must not say that it passed."""

    def untrimmed(pdf: Pdf) -> None:
        for page in pdf.pages:
            del page.obj[Name.TrimBox]

    check = one(make(change=untrimmed), "safe-zone")
    assert check.outcome is Outcome.NOT_CHECKED
    assert "without a TrimBox" in check.why


@pytest.mark.parametrize(
    "text",
    [
        "BT /F 10 Tf 0 0 0 1 k 200 200 Td -4 TL [<0001> -6800] TJ <0001> Tj ET",
        "BT /F 10 Tf 0 0 0 1 k 200 200 Td 68 Tc <00010001> Tj ET",
        "BT /F 10 Tf 0 0 0 1 k 10 0 Td 200 200 TD T* 68 0 Td <0001> Tj ET",
        "BT /F 10 Tf 0 0 0 1 k 270 180 Td <0001> ' ET",
        "BT /F 10 Tf 0 0 0 1 k 500 Tz 205 200 Td <000100010001> Tj ET",
    ],
)
def test_letters_are_followed(make: Make, found: Found, text: str) -> None:
    """However a text gets there, a letter at a fold is found."""
    assert "fold 1" in found(make(text))["print-safe-zone"][0].message


def test_panels(make: Make, found: Found, one: Callable[..., Any]) -> None:
    """Folds at other places than the printer's are found; without marks they are not checked, and it says so."""
    wrong = found(make(panels=((99.0, 99.0, 99.0), (99.0, 99.0, 99.0))))
    assert "the panels are 99 / 99 / 99 mm wide" in wrong["print-fold"][0].message
    mixed = found(make(panels=((97.0, 100.0, 100.0), (97.0, 100.0, 100.0))))
    assert "print-fold" in mixed
    bare = one(make(panels=((297.0,), (297.0,))), "folds")
    assert bare.outcome is Outcome.NOT_CHECKED
    assert "no fold marks" in bare.why


def test_marks(make: Make, found: Found) -> None:
    """Crop marks are asked for, or not wanted, as the printer's profile says."""
    assert found(make(), marks="needed") == {}
    assert [finding.level for finding in found(make(), marks="refused")["print-marks"]] == [Level.WARNING]
    bare = make(change=lambda pdf: setattr(pdf.pages[0].obj, "Contents", pdf.make_stream(b"")))
    assert "page 1: no crop marks" in found(bare, marks="needed")["print-marks"][0].message

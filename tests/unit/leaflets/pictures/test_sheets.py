"""Test that PDF pictures have one page that draws, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from charterpress.leaflets.pictures.sheets import check_sheet

Sheet = Callable[..., bytes]


def changed(data: bytes, change: Callable[[pikepdf.Pdf], object], **options: object) -> bytes:
    """Return a PDF with something changed in it."""
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        file = BytesIO()
        pdf.save(file, **options)  # type: ignore[arg-type]  # as a test gives them
        return file.getvalue()


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])))


def _opening(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _link(pdf: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


def _attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["notes.txt"] = b"a file inside"


def _form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([]))


def _layers(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary())


def _page_action(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Launch))


@pytest.mark.parametrize("change", [_script, _opening, _link, _attachment, _form, _layers, _page_action])
def test_what_does_more_is_refused(change: Callable[[pikepdf.Pdf], None], sheet: Sheet) -> None:
    """Scripts, actions, links, files, forms and layers are found."""
    good = sheet(b"0 0 0 1 k 0 0 50 50 re f")
    assert check_sheet(good) == ()
    findings = check_sheet(changed(good, change))
    assert [finding.rule for finding in findings] == ["picture-unsafe"]


def test_locked(sheet: Sheet) -> None:
    """A PDF with a password is refused, and so is one that is only locked against changes."""
    good = sheet(b"0 g 0 0 50 50 re f")
    for user in ("secret", ""):
        locked = changed(good, lambda _: None, encryption=pikepdf.Encryption(user=user, owner="secret"))
        assert [finding.rule for finding in check_sheet(locked)] == ["picture-unsafe"], user


def test_pages(sheet: Sheet) -> None:
    """A picture is one page, of a size that can be."""
    good = sheet(b"")
    two = changed(good, lambda pdf: pdf.add_blank_page())
    assert [finding.rule for finding in check_sheet(two)] == ["picture-kind"]
    for size in ((200, 1), (1, 200), (9000, 100)):
        with pikepdf.open(BytesIO(good)) as pdf:
            pdf.pages[0].mediabox = Array([0, 0, *size])
            file = BytesIO()
            pdf.save(file)
        assert [finding.rule for finding in check_sheet(file.getvalue())] == ["picture-kind"], size


def test_text(sheet: Sheet) -> None:
    """Text is refused: it is to be converted to paths."""
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    data = sheet(b"BT /F 12 Tf (Exampleton) Tj ET", Font=Dictionary(F=font))
    assert [finding.rule for finding in check_sheet(data)] == ["picture-text"]
    assert check_sheet(sheet(b"0 g 0 0 9 9 re f", Font=Dictionary(F=font))) == (), "it is named and never used"


def test_a_font_that_a_form_has() -> None:
    """Text is found in what a page draws, too."""
    with pikepdf.new() as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        form = pdf.make_stream(b"BT /F 12 Tf (Exampleton) Tj ET")
        form.Subtype, form.BBox = Name.Form, Array([0, 0, 9, 9])
        form.Resources = Dictionary(Font=Dictionary(F=font))
        pdf.add_blank_page(page_size=(90, 90)).obj.Resources = Dictionary(XObject=Dictionary(A=form))
        file = BytesIO()
        pdf.save(file)
    assert [finding.rule for finding in check_sheet(file.getvalue())] == ["picture-text"]


@pytest.mark.parametrize("part", [0.1, 0.4, 0.8])
def test_cut_off(part: float, sheet: Sheet) -> None:
    """A PDF that stops before its end is corrupt."""
    data = sheet(b"0 g 0 0 50 50 re f\n" * 200)
    assert [finding.rule for finding in check_sheet(data[: int(len(data) * part)])] == ["picture-corrupt"]


def test_huge_pictures_inside() -> None:
    """A PDF with a picture of 100 megapixels is refused without unfolding it."""
    with pikepdf.new() as pdf:
        image = pdf.make_stream(b"")
        image.Subtype, image.Width, image.Height = Name.Image, 10_000, 10_000
        image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
        pdf.add_blank_page(page_size=(90, 90)).obj.Resources = Dictionary(XObject=Dictionary(A=image))
        file = BytesIO()
        pdf.save(file)
    assert "picture-too-large" in [finding.rule for finding in check_sheet(file.getvalue())]

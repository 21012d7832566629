"""Finish a press PDF: boxes, crop and fold marks, output intent, the marks of PDF/X."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256
from importlib.resources import files
from io import BytesIO
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from charterpress.leaflets.formats.shapes import Side
from charterpress.leaflets.imposition import POINTS
from charterpress.leaflets.inks import PROFILE
from charterpress.leaflets.shop import PrintShop

SLUG = 10.0
"""Room outside the bleed for marks, in mm."""
MARK_GAP = 1.0
MARK_LENGTH = 5.0
CONDITION = "FOGRA39"
NAMESPACE = uuid.UUID("6f0a5d0e-5a0b-5f4b-9a55-6a2f0c3f7a11")


@dataclass(frozen=True)
class Part:
    """Hold the mark of a part of PDF/X, its version of PDF, and whether it stands in the document information."""

    mark: str
    version: Literal["1.4", "1.6"]
    in_information: bool


PARTS: Mapping[str, Part] = {
    "X-4": Part("PDF/X-4", "1.6", in_information=False),
    # The part of 2003, which has PDF 1.4 and no transparency.
    "X-1a": Part("PDF/X-1a:2003", "1.4", in_information=True),
}
"""ISO 15930-7 and ISO 15930-4."""


@dataclass(frozen=True)
class PressFacts:
    """Hold what a press PDF says about itself; `day` is the date it bears."""

    title: str
    organisation: str
    locale: str
    direction: str
    day: date


def finish_press(sheet: bytes, sides: Sequence[Side], shop: PrintShop, facts: PressFacts) -> bytes:
    """Return imposed sides ready for a print shop: with marks where it wants them, and marked as its part of PDF/X."""
    name = uuid.uuid5(NAMESPACE, sha256(sheet).hexdigest())
    part = PARTS[shop.standard]
    with pikepdf.open(BytesIO(sheet)) as pdf:
        registration = _registration_colour(pdf)
        for page, side in zip(pdf.pages, sides, strict=True):
            _set_boxes(page, shop)
            if shop.marks:
                _draw_marks(pdf, page, side, shop, registration)
        _declare_output(pdf)
        _write_metadata(pdf, facts, name, part)
        # Streams of objects, which make files smaller, came with PDF 1.5.
        objects = pikepdf.ObjectStreamMode.disable if part.version < "1.5" else pikepdf.ObjectStreamMode.preserve
        file = BytesIO()
        pdf.save(
            file,
            force_version=part.version,
            object_stream_mode=objects,
            deterministic_id=True,
            compress_streams=True,
        )
        return file.getvalue()


def _set_boxes(page: pikepdf.Page, shop: PrintShop) -> None:
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    bleed = shop.bleed * POINTS
    slug = bleed + SLUG * POINTS if shop.marks else bleed
    page.mediabox = Array([left - slug, bottom - slug, right + slug, top + slug])
    page.obj[Name.BleedBox] = Array([left - bleed, bottom - bleed, right + bleed, top + bleed])
    for key in (Name.CropBox, Name.ArtBox, Name.Annots, Name.StructParents, Name.Tabs, Name.Group):
        if key in page.obj:
            del page.obj[key]


def _registration_colour(pdf: pikepdf.Pdf) -> pikepdf.Object:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    return pdf.make_indirect(Array([Name.Separation, Name.All, Name.DeviceCMYK, tint]))


def _draw_marks(
    pdf: pikepdf.Pdf, page: pikepdf.Page, side: Side, shop: PrintShop, registration: pikepdf.Object
) -> None:
    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    near, far = (shop.bleed + MARK_GAP) * POINTS, (shop.bleed + MARK_GAP + MARK_LENGTH) * POINTS

    def upright(x: float) -> list[str]:
        return [
            f"{x:.3f} {bottom - near:.3f} m {x:.3f} {bottom - far:.3f} l S",
            f"{x:.3f} {top + near:.3f} m {x:.3f} {top + far:.3f} l S",
        ]

    def level(y: float) -> list[str]:
        return [
            f"{left - near:.3f} {y:.3f} m {left - far:.3f} {y:.3f} l S",
            f"{right + near:.3f} {y:.3f} m {right + far:.3f} {y:.3f} l S",
        ]

    marks = ["Q", "q /Registration CS 1 SCN 0.25 w"]
    marks += [*upright(left), *upright(right), *level(bottom), *level(top)]
    # Dashes tell a fold from a cut.
    marks.append("[2 2] 0 d")
    for fold in side.folds:
        marks += upright(left + fold * POINTS)
    marks.append("Q")
    page.contents_add(pdf.make_stream(b"q"), prepend=True)
    page.contents_add(pdf.make_stream("\n".join(marks).encode()))
    page.obj.Resources[Name.ColorSpace] = Dictionary(Registration=registration)


def _declare_output(pdf: pikepdf.Pdf) -> None:
    profile = pdf.make_stream((files("charterpress.leaflets") / "profiles" / PROFILE).read_bytes())
    profile.N = 4
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(CONDITION),
        OutputCondition=String("Offset printing on coated paper, ISO 12647-2:2004/Amd 1, paper type 1 or 2"),
        RegistryName=String("http://www.color.org"),
        Info=String("Coated FOGRA39"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _write_metadata(pdf: pikepdf.Pdf, facts: PressFacts, name: uuid.UUID, part: Part) -> None:
    moment = datetime.combine(facts.day, time(), UTC)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = facts.title
        metadata["dc:creator"] = [facts.organisation]
        metadata["dc:language"] = {facts.locale}
        metadata["dc:format"] = "application/pdf"
        metadata["xmp:CreatorTool"] = metadata["pdf:Producer"] = "charterpress"
        if not part.in_information:
            metadata["pdfxid:GTS_PDFXVersion"] = part.mark
        metadata["pdf:Trapped"] = "False"
        metadata["xmpMM:DocumentID"] = f"uuid:{name}"
        metadata["xmpMM:VersionID"] = "1"
        metadata["xmpMM:RenditionClass"] = "default"
        for key in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            metadata[key] = moment.isoformat()
    pdf.docinfo[Name.Title] = String(facts.title)
    pdf.docinfo[Name.Producer] = String("charterpress")
    pdf.docinfo[Name.Trapped] = Name("/False")
    if part.in_information:
        pdf.docinfo[Name.GTS_PDFXVersion] = String(part.mark)
    stamp = String(moment.strftime("D:%Y%m%d%H%M%S+00'00'"))
    pdf.docinfo[Name.CreationDate] = pdf.docinfo[Name.ModDate] = stamp

"""Put a picture on a page of its own: a PDF that holds nothing else."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO

import pikepdf
import typst
from pikepdf import Array, Dictionary, Name
from PIL import Image

from charterpress.findings import Finding
from charterpress.leaflets.pictures import faults
from charterpress.leaflets.pictures.jpegs import bare_jpeg, is_turned
from charterpress.leaflets.pictures.rasters import Raster

_SPACES = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}
_LEFT_OUT = ("/Metadata", "/PieceInfo", "/LastModified", "/StructParent", "/StructParents", "/OC")
_QUALITY = 92
_SIDE = 400
_DRAWING = """
#set page(width: 400pt, height: auto, margin: 0pt, fill: none)
#image(bytes(sys.inputs.drawing), format: "svg", width: 100%)
"""


def page_of_raster(raster: Raster) -> bytes:
    """Return a page with a picture: without loss, or as a JPEG of high quality where it came as one."""
    pdf = pikepdf.new()
    image = _embedded(pdf, raster.image, photo=raster.photo)
    if raster.alpha is not None:
        image.SMask = _embedded(pdf, raster.alpha, photo=False)
    width, height = raster.image.size
    page = pdf.add_blank_page(page_size=(_SIDE, _SIDE * height / width))
    page.obj.Resources = Dictionary(XObject=Dictionary(Picture=image))
    page.obj.Contents = pdf.make_stream(f"{_SIDE} 0 0 {_SIDE * height / width:.4f} 0 0 cm /Picture Do".encode())
    return _saved(pdf)


def page_of_inks(data: bytes, size: tuple[int, int]) -> bytes:
    """Return a page with a CMYK JPEG as it is, but for what else its file says."""
    pdf = pikepdf.new()
    image = pdf.make_stream(b"")
    image.write(bare_jpeg(data), filter=Name.DCTDecode)
    _describe(image, size, Name.DeviceCMYK)
    if is_turned(data):
        image.Decode = Array([1, 0] * 4)
    page = pdf.add_blank_page(page_size=(_SIDE, _SIDE * size[1] / size[0]))
    page.obj.Resources = Dictionary(XObject=Dictionary(Picture=image))
    page.obj.Contents = pdf.make_stream(f"{_SIDE} 0 0 {_SIDE * size[1] / size[0]:.4f} 0 0 cm /Picture Do".encode())
    return _saved(pdf)


def page_of_drawing(data: bytes) -> bytes | Finding:
    """Return a page with an SVG drawing, in screen colours."""
    try:
        made = typst.compile(
            _DRAWING.encode(),
            format="pdf",
            sys_inputs={"drawing": data.decode("utf-8-sig")},
            ignore_system_fonts=True,
            pdf_standards=["1.6"],
            pdf_tags=False,
            timestamp=0,
        )
    except typst.TypstError as error:
        return faults.corrupt(f"the drawing cannot be drawn: {error.message}")
    with pikepdf.open(BytesIO(made)) as pdf:
        _, _, width, height = (float(edge) for edge in pdf.pages[0].mediabox)
    return next(faults.check_shape(width, height), None) or page_of_sheet(made)


def page_of_sheet(data: bytes) -> bytes:
    """Return the page of a PDF with what it draws, and nothing else that the file says."""
    with pikepdf.open(BytesIO(data)) as source, pikepdf.new() as pdf:
        form = pdf.copy_foreign(source.pages[0].as_form_xobject())
        left, bottom, right, top = (float(edge) for edge in form.BBox)
        matrix = pikepdf.Matrix(form.get("/Matrix", Array([1, 0, 0, 1, 0, 0])))
        corners = [matrix.transform(point) for point in ((left, bottom), (right, bottom), (left, top), (right, top))]
        across, down = [x for x, _ in corners], [y for _, y in corners]
        page = pdf.add_blank_page(page_size=(max(across) - min(across), max(down) - min(down)))
        page.obj.Resources = Dictionary(XObject=Dictionary(Picture=form))
        page.obj.Contents = pdf.make_stream(f"1 0 0 1 {-min(across):.4f} {-min(down):.4f} cm /Picture Do".encode())
        return _saved(pdf)


def ratio_of(page: bytes) -> float:
    """Return the width over the height of a page."""
    with pikepdf.open(BytesIO(page)) as pdf:
        _, _, width, height = (float(edge) for edge in pdf.pages[0].mediabox)
        return width / height


def _embedded(pdf: pikepdf.Pdf, image: Image.Image, *, photo: bool) -> pikepdf.Stream:
    stream = pdf.make_stream(b"")
    if photo:
        file = BytesIO()
        image.save(file, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
        stream.write(bare_jpeg(file.getvalue()), filter=Name.DCTDecode)
        if image.mode == "CMYK":
            stream.Decode = Array([1, 0] * 4)
    else:
        stream.write(zlib.compress(image.tobytes(), 9), filter=Name.FlateDecode)
    _describe(stream, image.size, _SPACES[image.mode])
    return stream


def _describe(stream: pikepdf.Stream, size: tuple[int, int], space: Name) -> None:
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height = size
    stream.BitsPerComponent, stream.ColorSpace = 8, space


def _saved(pdf: pikepdf.Pdf) -> bytes:
    """Return a PDF in which no picture tells where it was taken, and no part belongs to a structure."""
    for one in pdf.objects:
        if not isinstance(one, pikepdf.Stream | pikepdf.Dictionary):
            continue
        for key in _LEFT_OUT:
            if key in one:
                del one[key]
        if isinstance(one, pikepdf.Stream) and one.get("/Filter") == Name.DCTDecode:
            one.write(bare_jpeg(one.read_raw_bytes()), filter=Name.DCTDecode)
    file = BytesIO()
    pdf.save(file, static_id=True, compress_streams=True)
    return file.getvalue()


Painter = Callable[[pikepdf.Pdf], tuple[Finding, ...]]
"""Change the colours of a page, and return what could not be changed."""


def repainted(page: bytes, paint: Painter) -> tuple[bytes, tuple[Finding, ...]]:
    """Return a page in other colours, and what could not be changed."""
    with pikepdf.open(BytesIO(page)) as pdf:
        findings = paint(pdf)
        return _saved(pdf), findings

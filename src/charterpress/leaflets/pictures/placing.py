"""Put pictures into the places that were kept for them while type was set."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Name

from charterpress.leaflets.pictures.values import Picture, Pictures


def put_pictures(pages: bytes, pictures: Pictures, *, press: bool) -> bytes:
    """Return pages in which each pixel that keeps a place is the picture for it."""
    if not pictures:
        return pages
    with pikepdf.open(BytesIO(pages)) as pdf:
        forms = {bytes(one.mark): _form(pdf, one, press=press) for one in pictures}
        for page in pdf.pages:
            objects = page.obj.get("/Resources", pikepdf.Dictionary()).get("/XObject", pikepdf.Dictionary())
            for key in list(objects.keys()):
                form = forms.get(_pixel(objects[key]))
                if form is not None:
                    objects[key] = form
        file = BytesIO()
        pdf.save(file, deterministic_id=True)
        return file.getvalue()


def _pixel(image: pikepdf.Object) -> bytes:
    """Return the bytes of a picture of one pixel, and nothing for every other object."""
    one_pixel = image.get("/Subtype") == "/Image" and image.get("/Width") == image.get("/Height") == 1
    return image.read_bytes() if one_pixel else b""


def _form(pdf: pikepdf.Pdf, picture: Picture, *, press: bool) -> pikepdf.Object:
    """Return a picture as a form that fills the unit square, as an image does (ISO 32000-1, 8.9.5)."""
    with pikepdf.open(BytesIO(picture.press if press else picture.screen)) as source:
        form = pdf.copy_foreign(source.pages[0].as_form_xobject())
        _, _, width, height = (float(edge) for edge in form.BBox)
        parts = (1 / width, 0, 0, 1 / height, 0, 0)
        form.Matrix = Array([pikepdf.Object.parse(f"{part:.8f}".encode()) for part in parts])
        form.Subtype = Name.Form
        return form

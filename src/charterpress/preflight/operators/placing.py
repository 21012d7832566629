"""Place what a content stream calls by name: images, forms and blends."""

from __future__ import annotations

import pikepdf

from charterpress.preflight.geometry import unit_box
from charterpress.preflight.operators.painting import Painting
from charterpress.preflight.painted import Colour, Picture
from charterpress.preflight.resources import picture_of
from charterpress.preflight.spaces import entry


class Placing(Painting):
    """Place images, forms and blends where the state says."""

    def shading(self, operands: tuple[object, ...]) -> None:
        """Paint a blend over the whole clipped area."""
        found = entry(entry(self.resources, "/Shading"), str(operands[0]))
        self.shade(found, "area", outside=False)

    def external(self, operands: tuple[object, ...]) -> None:
        """Draw an image or run a form."""
        thing = entry(entry(self.resources, "/XObject"), str(operands[0]))
        if not isinstance(thing, pikepdf.Stream):
            self.painted.problems.add("an image or a form that is drawn is not in the file")
            return
        self.painted.layers |= "/OC" in thing
        if entry(thing, "/Subtype") == pikepdf.Name.Form:
            if entry(entry(thing, "/Group"), "/S") == pikepdf.Name.Transparency:
                self.painted.transparency.add("transparency groups")
            self.form(thing, self.state)
        elif entry(thing, "/Subtype") == pikepdf.Name.Image:
            if "/SMask" in thing:
                self.painted.transparency.add("images with a soft mask")
            self._picture(picture_of(thing, str(operands[0])[1:], self.resources, self.state.ctm))

    def inline(self, operands: tuple[object, ...]) -> None:
        """Draw an image that stands in the content stream."""
        image = getattr(operands[0], "iimage", None)
        if image is not None:
            self._picture(picture_of(image.obj, "an inline image", self.resources, self.state.ctm))

    def _picture(self, picture: Picture) -> None:
        outside = unit_box(self.state.ctm).clear_of(self.bleed)
        if picture.mask:
            self.note(self.state.fill, "area", outside=outside)
        else:
            self.painted.colour(Colour(picture.space, "image", None, outside))
        self.painted.picture(picture)

"""Judge SVG drawings: they may draw, and do nothing else."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from charterpress.findings import Finding, shortened
from charterpress.leaflets.pictures import faults
from charterpress.leaflets.pictures.rasters import open_raster

MOST_BYTES = 10_000_000
MOST_ELEMENTS = 50_000
DEEPEST = 200
_SVG, _XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
_TEXT = frozenset({"text", "tspan", "textPath", "tref", "altGlyph"})
_MOVING = frozenset({"animate", "animateTransform", "animateMotion", "animateColor", "set", "mpath", "discard"})
_ACTIVE = frozenset({"script", "foreignObject", "handler", "listener", "iframe", "embed", "object", "audio", "video"})
_URL = re.compile(r"""url\(\s*["']?\s*([^"')]*)""", re.IGNORECASE)
_DATA = re.compile(r"data:image/(?:png|jpe?g);base64,(.*)", re.IGNORECASE | re.DOTALL)
_FETCHING = re.compile(r"@import|@font-face|image-set\(|src\(|expression\(|\\", re.IGNORECASE)
_SCRIPT = re.compile(r"\s*(?:java|vb)script\s*:", re.IGNORECASE)
_HINT = "Save the picture as 'plain SVG' or 'optimised SVG', without it."


class _Stopped(Exception):  # noqa: N818 - no error: it ends the reading
    """End the reading of a file that is not read any further."""


@dataclass
class _Reader:
    """Read a drawing and gather what it should not have."""

    parser: expat.XMLParserType
    findings: list[Finding] = field(default_factory=list)
    elements: int = 0
    open: list[str] = field(default_factory=list)
    style: list[str] = field(default_factory=list)

    def refuse(self, what: str, hint: str = _HINT) -> None:
        self.findings.append(faults.unsafe(what, hint, self.parser.CurrentLineNumber))

    def doctype(self, *_: object) -> None:
        self.refuse("the drawing has a DOCTYPE, which can hide other things in it")
        raise _Stopped

    def instruction(self, target: str, _: str) -> None:
        if target.startswith("xml-"):
            self.refuse(f"the drawing asks for another file: <?{shortened(target, 30)}>")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        self.open.append(name)
        if self.elements > MOST_ELEMENTS or len(self.open) > DEEPEST:
            message = f"the drawing has more than {MOST_ELEMENTS:,} parts, or {DEEPEST} of them inside one another"
            hint = "Simplify it, or save it as a PNG."
            self.findings.append(Finding("picture-too-large", message, hint, line=self.parser.CurrentLineNumber))
            raise _Stopped
        space, _, local = name.rpartition(" ")
        if len(self.open) == 1 and (space, local) != (_SVG, "svg"):
            self.findings.append(_unknown())
            raise _Stopped
        if space == _XHTML or (space == _SVG and local in _ACTIVE):
            self.refuse(f"the drawing has a <{shortened(local, 30)}> in it, which may do more than draw")
        elif space == _SVG and local in _MOVING:
            self.refuse(f"the drawing moves (<{local}>)", "Save the picture without animation.")
        elif space == _SVG and local in _TEXT:
            self.findings.append(faults.not_outlined(self.parser.CurrentLineNumber))
        for key, value in attributes.items():
            self.attribute(space, key.rpartition(" ")[2], value)

    def attribute(self, space: str, key: str, value: str) -> None:
        if key.lower().startswith("on"):
            self.refuse(f"the drawing has a script in '{shortened(key, 30)}'")
        elif _SCRIPT.match(value):
            self.refuse(f"the drawing has a script as the address in '{shortened(key, 30)}'")
        elif key == "href" and space == _SVG and not value.startswith("#"):
            self.address(value.strip())
        else:
            self.styled(value, whole=key == "style")

    def address(self, value: str) -> None:
        data = _DATA.fullmatch(value)
        if data is None:
            hint = "Embed the picture, or take the link out."
            self.refuse(f"the drawing asks for something outside itself: '{shortened(value, 60)}'", hint)
            return
        try:
            picture = open_raster(base64.b64decode("".join(data[1].split()), validate=True))
        except binascii.Error:
            picture = faults.corrupt("a picture inside the drawing is damaged")
        if isinstance(picture, Finding):
            message = f"inside the drawing: {picture.message}"
            self.findings.append(replace(picture, message=message, line=self.parser.CurrentLineNumber))

    def styled(self, value: str, *, whole: bool) -> None:
        outside = [url.strip() for url in _URL.findall(value) if not url.strip().startswith("#")]
        if outside or (whole and _FETCHING.search(value)):
            named = shortened(outside[0] if outside else value, 60)
            self.refuse(f"a style of the drawing asks for something outside itself: '{named}'")

    def end(self, name: str) -> None:
        self.open.pop()
        if name == f"{_SVG} style":
            self.styled("".join(self.style), whole=True)
            self.style.clear()

    def text(self, text: str) -> None:
        if self.open and self.open[-1] == f"{_SVG} style":
            self.style.append(text)


def is_drawing(data: bytes) -> bool:
    """Tell whether a file may be an SVG drawing: text that starts with a tag."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" and b"svg" in data[:100_000]


def check_drawing(data: bytes) -> tuple[Finding, ...]:
    """Return everything that an SVG drawing should not have, with its lines."""
    if len(data) > MOST_BYTES:
        message = f"the drawing has {len(data):,} bytes; the limit is {MOST_BYTES:,}"
        return (Finding("picture-too-large", message, "Simplify it, or save it as a PNG."),)
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return (faults.corrupt("the drawing is not in UTF-8"),)
    return tuple(_checked(data))


def _checked(data: bytes) -> Iterator[Finding]:
    parser = expat.ParserCreate(encoding="utf-8", namespace_separator=" ")
    parser.buffer_text = True
    reader = _Reader(parser)
    # It stops at the first DOCTYPE, so no entity is ever expanded.
    parser.StartDoctypeDeclHandler = reader.doctype
    parser.ProcessingInstructionHandler = reader.instruction
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.text
    try:
        parser.Parse(data, True)  # noqa: FBT003 - as expat has it: this is all there is
    except _Stopped:
        pass
    except expat.ExpatError as error:
        message = f"the drawing is not whole: {expat.errors.messages[error.code]}"
        yield replace(faults.corrupt(message), line=error.lineno)
    # The same fault in a thousand places is told once.
    told: set[tuple[str, str]] = set()
    for finding in reader.findings:
        if (finding.rule, finding.message) not in told:
            told.add((finding.rule, finding.message))
            yield finding


def _unknown() -> Finding:
    message = "the file is none of PNG, JPEG, SVG and PDF"
    return Finding("picture-kind", message, "Export the picture as one of these.", line=1)

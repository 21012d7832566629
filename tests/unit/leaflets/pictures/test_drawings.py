"""Test that SVG drawings draw, and do nothing else."""

from __future__ import annotations

import base64
from collections.abc import Callable

import pytest
from PIL import Image

from charterpress.leaflets.pictures.drawings import check_drawing, is_drawing

Draw = Callable[[str], bytes]

GOOD = (
    '<rect width="9" height="9" fill="#c33"/>',
    '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><path fill="url(#g)" d="M0 0h9v9z"/>',
    '<style>.a { fill: #123456; clip-path: url("#clip") }</style><path class="a" d="M0 0h4v4z"/>',
    '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" r:about="http://there.example"/></metadata>',
    '<use href="#a" xlink:href="#a"/>',
    '<a href="#here"><circle r="3"/></a>',
    "<title>Our logo</title><desc>Two rings</desc><!-- made by hand -->",
)

BAD = (
    ("<script>alert(1)</script>", "picture-unsafe"),
    ('<rect onload="alert(1)" width="3" height="3"/>', "picture-unsafe"),
    ('<a href="javascript:alert(1)"><circle r="3"/></a>', "picture-unsafe"),
    ('<a xlink:href=" JavaScript:alert(1)"><circle r="3"/></a>', "picture-unsafe"),
    ('<image href="https://there.example/pixel.png" width="3" height="3"/>', "picture-unsafe"),
    ('<image xlink:href="other.png" width="3" height="3"/>', "picture-unsafe"),
    ('<use href="sprites.svg#logo"/>', "picture-unsafe"),
    ('<image href="data:image/svg+xml;base64,PHN2Zy8+" width="3" height="3"/>', "picture-unsafe"),
    ('<image href="file:///etc/passwd" width="3" height="3"/>', "picture-unsafe"),
    ("<style>@import 'https://there.example/a.css';</style>", "picture-unsafe"),
    ("<style>.a { fill: url(https://there.example/a.svg#b) }</style>", "picture-unsafe"),
    ("<style>.a { fill: u\\72l(https://there.example/a.svg#b) }</style>", "picture-unsafe"),
    ("<style>@font-face { font-family: A; src: local(A) }</style>", "picture-unsafe"),
    ('<rect style="fill: url( \'//there.example/a\' )" width="3" height="3"/>', "picture-unsafe"),
    ('<rect fill="url(other.svg#g)" width="3" height="3"/>', "picture-unsafe"),
    ('<foreignObject width="9" height="9"/>', "picture-unsafe"),
    ('<h:iframe xmlns:h="http://www.w3.org/1999/xhtml" src="https://there.example"/>', "picture-unsafe"),
    ('<rect width="3" height="3"><animate attributeName="x" to="9" dur="1s"/></rect>', "picture-unsafe"),
    ('<set attributeName="href" to="javascript:alert(1)"/>', "picture-unsafe"),
    ("<text>Exampleton</text>", "picture-text"),
    ('<image href="data:image/png;base64,AAAA" width="3" height="3"/>', "picture-corrupt"),
    ('<image href="data:image/png;base64,****" width="3" height="3"/>', "picture-corrupt"),
    ("<g>" * 300 + "</g>" * 300, "picture-too-large"),
    ("<g/>" * 60_000, "picture-too-large"),
    ('<rect width="3">', "picture-corrupt"),
)


@pytest.mark.parametrize("inside", GOOD)
def test_what_draws_is_let_through(inside: str, drawing: Draw) -> None:
    """Shapes, gradients, styles, references inside and notes of the program that made it are fine."""
    assert is_drawing(drawing(inside))
    assert check_drawing(drawing(inside)) == ()


@pytest.mark.parametrize(("inside", "rule"), BAD)
def test_what_does_more_is_refused(inside: str, rule: str, drawing: Draw) -> None:
    """Scripts, links out, motion, text and damage are found, with the line where the file has it."""
    findings = check_drawing(drawing(inside))
    assert {finding.rule for finding in findings} == {rule}, findings
    assert all(finding.line in {2, 3} and finding.hint for finding in findings)


def test_entities_are_never_expanded() -> None:
    """A DOCTYPE is refused where it stands, before what it declares can unfold."""
    bomb = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    data = f'<?xml version="1.0"?>\n<!DOCTYPE svg [{bomb}]>\n<svg xmlns="http://www.w3.org/2000/svg">&i;</svg>'
    [finding] = check_drawing(data.encode())
    assert (finding.rule, finding.line) == ("picture-unsafe", 2)
    outside = (
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>'
    )
    assert [one.rule for one in check_drawing(outside.encode())] == ["picture-unsafe"]


def test_other_style_sheets_are_refused(drawing: Draw) -> None:
    """A style sheet elsewhere is refused."""
    data = b'<?xml-stylesheet href="https://there.example/a.css"?>' + drawing("")
    assert [finding.rule for finding in check_drawing(data)] == ["picture-unsafe"]


def test_all_faults_are_told_once(drawing: Draw) -> None:
    """Every kind of fault is told in one run, and each once."""
    findings = check_drawing(drawing("<text>a</text><script/><text>b</text><foreignObject/><script/>"))
    assert [finding.rule for finding in findings] == ["picture-text", "picture-unsafe", "picture-unsafe"]


@pytest.mark.parametrize(
    "data", [b"<html><body>svg</body></html>", b'<svg xmlns="http://there.example/svg"/>', b"<svg/>"]
)
def test_other_files_with_tags_are_no_drawings(data: bytes) -> None:
    """What is no SVG is told to be none."""
    assert [finding.rule for finding in check_drawing(data)] == ["picture-kind"]


def test_pictures_inside_are_judged(drawing: Draw, saved: Callable[..., bytes]) -> None:
    """A whole picture inside is fine; one that was cut off is not, and the finding says where it is."""
    data = saved(Image.effect_noise((40, 40), 60), "PNG")

    def holding(inner: bytes) -> bytes:
        address = base64.b64encode(inner).decode()
        return drawing(f'<image width="9" height="9" href="data:image/png;base64,{address}"/>')

    assert check_drawing(holding(data)) == ()
    [finding] = check_drawing(holding(data[:300]))
    assert (finding.rule, finding.line) == ("picture-corrupt", 2)
    assert finding.message.startswith("inside the drawing: ")


def test_encodings(drawing: Draw) -> None:
    """A drawing is in UTF-8, with a byte order mark or without."""
    assert check_drawing(b"\xef\xbb\xbf" + drawing("")) == ()
    assert [one.rule for one in check_drawing(drawing("<title>é</title>").decode().encode("latin-1"))] == [
        "picture-corrupt"
    ]

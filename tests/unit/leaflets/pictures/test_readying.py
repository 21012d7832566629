"""Test what goes to the screen and what goes to press, colour by colour."""

from __future__ import annotations

import base64
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import ExifTags, Image, ImageCms

from charterpress.findings import Finding
from charterpress.leaflets.pictures.inks import inks_of, to_press, to_screen
from charterpress.leaflets.pictures.readying import Given, make_ready
from charterpress.leaflets.pictures.values import Picture
from charterpress.preflight.shining import shining

Save = Callable[..., bytes]
Scene = Callable[..., Image.Image]
Draw = Callable[[str], bytes]
Sheet = Callable[..., bytes]
Give = Callable[..., Given]

RED_AND_GREY = '<rect width="20" height="20" fill="#c33"/><rect x="20" width="20" height="20" fill="#777"/>'
GREY = '<rect width="20" height="20" fill="#777"/><path d="M0 0h9v9z" stroke="black"/>'


def ready(given: Given) -> Picture:
    """Return a picture that nothing is wrong with."""
    picture, told = make_ready(given)
    assert picture is not None, told
    assert told == ()
    return picture


def faults_of(given: Given) -> list[tuple[str, str]]:
    """Return which files of a picture break which rules."""
    picture, told = make_ready(given)
    assert picture is None
    assert all(isinstance(finding, Finding) and finding.hint for _, finding in told)
    return [(key, finding.rule) for key, finding in told]


def image_in(page: bytes) -> tuple[pikepdf.Pdf, pikepdf.Stream]:
    """Return the only image of a page."""
    pdf = pikepdf.open(BytesIO(page))
    [image] = [
        one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Width") and "/SMask" in one
    ] or [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Width")]
    return pdf, image


def operators(page: bytes) -> list[tuple[str, tuple[float, ...]]]:
    """Return the operators that set colours on a page and in its forms, with their numbers."""
    found = []
    with pikepdf.open(BytesIO(page)) as pdf:
        forms = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
        holders: list[pikepdf.Object | pikepdf.Page] = [pdf.pages[0], *forms]
        for holder in holders:
            for one in pikepdf.parse_content_stream(holder):
                name = str(one.operator)
                if name.lower() in {"g", "rg", "k", "cs", "sc", "scn", "sh"}:
                    numbers = tuple(float(part) for part in one.operands if not isinstance(part, Name))
                    found.append((name, numbers))
    return found


def spaces_of(page: bytes) -> set[str]:
    """Return which kinds of screen colours the objects of a page name, in what is no stream of drawing."""
    with pikepdf.open(BytesIO(page)) as pdf:
        file = BytesIO()
        pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return {name for name in ("DeviceRGB", "CalRGB", "ICCBased", "Lab") if f"/{name}".encode() in file.getvalue()}


def seen(page: bytes, x: float, y: float) -> tuple[int, ...]:
    """Return the colour at a place of a page, in parts of its width and height from its upper left corner."""
    image = pypdfium2.PdfDocument(page)[0].render(scale=1).to_pil().convert("RGB")
    pixel = image.getpixel((int(x * image.width), int(y * image.height)))
    assert isinstance(pixel, tuple)
    return pixel


def test_colour_needs_an_answer(saved: Save, scene: Scene, drawing: Draw, sheet: Sheet, given: Give) -> None:
    """A picture in RGB with neither a press file nor leave to convert is a finding that names both ways."""
    for data in (
        saved(scene(), "PNG"),
        saved(scene(), "JPEG"),
        drawing(RED_AND_GREY),
        sheet(b"1 0 0 rg 0 0 9 9 re f"),
    ):
        picture, told = make_ready(given(data))
        assert picture is None
        [(key, finding)] = told
        assert (key, finding.rule) == ("file", "picture-colours")
        assert "press_file" in finding.hint
        assert "convert: true" in finding.hint
        assert ready(given(data, printed=False)).press == b"", "nobody prints it"


def test_grey_goes_to_press_as_it_is(saved: Save, scene: Scene, drawing: Draw, sheet: Sheet, given: Give) -> None:
    """Grey is black ink, from whatever file, and needs no leave."""
    grey = scene().convert("L")
    for data in (
        saved(grey, "PNG"),
        saved(grey, "JPEG"),
        saved(grey.convert("RGB"), "PNG"),
        saved(grey.convert("1"), "PNG"),
    ):
        pdf, image = image_in(ready(given(data)).press)
        assert image.ColorSpace == Name.DeviceGray
        pdf.close()
    for data in (drawing(GREY), sheet(b"0.5 0.5 0.5 rg 0 0 9 9 re f 0 0 0 RG 0 0 m 9 9 l S")):
        found = operators(ready(given(data)).press)
        assert found
        assert all(name in {"g", "G"} or numbers[:3] == (0, 0, 0) for name, numbers in found), found


def test_convert_a_photograph(saved: Save, scene: Scene, given: Give) -> None:
    """A PNG is converted through the profiles without loss: the inks are those of LittleCMS, and render right."""
    image = scene((700, 330))
    picture = ready(given(saved(image, "PNG"), convert=True))
    pdf, found = image_in(picture.press)
    with pdf:
        assert found.ColorSpace == Name.DeviceCMYK
        pixels = Image.frombytes("CMYK", (int(found.Width), int(found.Height)), found.read_bytes())
    inks = pixels.getpixel((20, 20))
    assert inks == to_press(Image.new("RGB", (1, 1), (220, 30, 30))).getpixel((0, 0))
    assert isinstance(inks, tuple)
    assert sum(inks) / 255 * 100 <= 300
    assert seen(picture.screen, 0.05, 0.05) == (220, 30, 30)
    red, green, blue = seen(picture.press, 0.05, 0.05)
    assert red > 180
    assert max(green, blue) < 90


@pytest.mark.parametrize("colour", [(250, 240, 200), (168, 72, 47), (31, 86, 115), (120, 160, 110), (60, 60, 64)])
def test_colours_that_ink_can_show_stay_the_same(colour: tuple[int, int, int]) -> None:
    """A colour that ink on coated paper can show stays: its inks, turned back by the profile, give it again."""
    inks = to_press(Image.new("RGB", (1, 1), colour))
    again = to_screen(inks, None).getpixel((0, 0))
    assert isinstance(again, tuple)
    assert max(abs(one - other) for one, other in zip(again, colour, strict=True)) <= 8, again


def test_convert_a_jpeg(saved: Save, scene: Scene, given: Give) -> None:
    """A JPEG becomes a CMYK JPEG of high quality whose inks are not turned around."""
    picture = ready(given(saved(scene((700, 330)), "JPEG", quality=95), convert=True))
    pdf, found = image_in(picture.press)
    with pdf:
        assert (found.Filter, found.ColorSpace) == (Name.DCTDecode, Name.DeviceCMYK)
    for place in ((0.05, 0.05), (0.55, 0.05), (0.05, 0.55), (0.4, 0.4)):
        shown, printed = seen(picture.screen, *place), seen(picture.press, *place)
        assert max(abs(one - other) for one, other in zip(shown, printed, strict=True)) < 70, (place, shown, printed)


def test_most_ink(given: Give, saved: Save) -> None:
    """The darkest colours keep below the ink that the profile allows."""
    dark = Image.merge(
        "RGB", [Image.linear_gradient("L").resize((700, 330)).point(lambda v, at=at: v // at) for at in (8, 6, 3)]
    )
    pdf, found = image_in(ready(given(saved(dark, "PNG"), convert=True)).press)
    with pdf:
        data = found.read_bytes()
    assert max(sum(data[at : at + 4]) for at in range(0, len(data), 4)) / 255 * 100 <= 303


def test_what_can_be_seen_through_is_white_on_paper(given: Give, saved: Save) -> None:
    """A logo that can be seen through lies on white in the press PDF, and stays so on the screen."""
    image = Image.new("RGBA", (700, 330), (200, 30, 30, 255))
    image.paste((0, 0, 0, 0), (0, 0, 350, 330))
    picture = ready(given(saved(image, "PNG"), convert=True))
    with pikepdf.open(BytesIO(picture.screen)) as pdf:
        assert [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/SMask" in one]
    with pikepdf.open(BytesIO(picture.press)) as pdf:
        assert not [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/SMask" in one]
    assert seen(picture.press, 0.2, 0.5) == (255, 255, 255)


@pytest.mark.parametrize("adobe", [True, False])
def test_a_cmyk_jpeg(adobe: bool, given: Give, saved: Save, scene: Scene) -> None:  # noqa: FBT001 - a parameter of a test
    """A CMYK JPEG goes to press with the bytes of its picture, and is shown on screen through its profile."""
    data = saved(to_press(scene((700, 330))), "JPEG", quality=95, exif=b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x00")
    if not adobe:
        # Without the mark of Adobe's programs the inks are the other way around.
        turned = Image.eval(to_press(scene((700, 330))), lambda value: 255 - value)
        data = saved(turned, "JPEG", quality=95)
        at = data.index(b"\xff\xee")
        data = data[:at] + data[at + 16 :]
    picture = ready(given(data))
    pdf, found = image_in(picture.press)
    with pdf:
        assert found.ColorSpace == Name.DeviceCMYK
        assert ("/Decode" in found) is adobe
        assert found.read_raw_bytes()[-2000:] == data[-2000:]
        assert b"Exif" not in found.read_raw_bytes()
    for place, colour in (((0.05, 0.05), (220, 30, 30)), ((0.4, 0.4), (250, 240, 200))):
        assert max(abs(one - other) for one, other in zip(seen(picture.screen, *place), colour, strict=True)) < 30
        assert max(abs(one - other) for one, other in zip(seen(picture.press, *place), colour, strict=True)) < 70


def test_convert_a_drawing(given: Give, drawing: Draw) -> None:
    """A drawing stays one: each of its colours becomes the inks that a picture of it would get, greys black ink."""
    picture = ready(given(drawing(RED_AND_GREY), convert=True))
    found = operators(picture.press)
    assert ("k", inks_of(0xCC, 0x33, 0x33)) in [(name, numbers) for name, numbers in found]
    assert all(name in {"k", "K", "g", "G"} for name, _ in found), found
    assert spaces_of(picture.press) == set()
    assert picture.ratio == pytest.approx(2)


def test_convert_blends_and_masks(given: Give, drawing: Draw) -> None:
    """Gradients become gradients of inks, and what shines through still does."""
    inside = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#f00"/><stop offset=".5" stop-color="#ff0"/>'
        '<stop offset="1" stop-color="#0a0" stop-opacity=".2"/></linearGradient><radialGradient id="r">'
        '<stop offset="0" stop-color="#00f"/><stop offset="1" stop-color="#0ff"/></radialGradient></defs>'
        '<rect width="20" height="20" fill="url(#g)"/><rect x="20" width="20" height="20" fill="url(#r)"/>'
        '<rect x="15" y="5" width="10" height="10" fill="#a0a" opacity="0.5"/>'
    )
    assert faults_of(given(drawing(inside)))[0] == ("file", "picture-colours")
    picture = ready(given(drawing(inside), convert=True))
    assert spaces_of(picture.press) == set()
    for place in ((0.02, 0.5), (0.25, 0.8), (0.75, 0.5), (0.5, 0.5)):
        shown, printed = seen(picture.screen, *place), seen(picture.press, *place)
        assert max(abs(one - other) for one, other in zip(shown, printed, strict=True)) < 110, (place, shown, printed)


def test_convert_a_sheet(given: Give, scene: Scene) -> None:
    """In a PDF every way to set a screen colour is changed, in the page, in forms, and in pictures."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with pikepdf.new() as pdf:
        icc = pdf.make_stream(profile)
        icc.N = 3
        image = pdf.make_stream(scene((300, 60)).tobytes())
        image.Subtype, image.Width, image.Height = Name.Image, 300, 60
        image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
        form = pdf.make_stream(b"0 1 0 rg 0 0 9 9 re f")
        form.Subtype, form.BBox = Name.Form, Array([0, 0, 9, 9])
        tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 0, 0], N=1)
        spot = Array([Name.Separation, Name("/House Red"), Name.DeviceCMYK, tint])
        page = pdf.add_blank_page(page_size=(200, 100))
        page.obj.Resources = Dictionary(
            XObject=Dictionary(I=image, F=form),
            ColorSpace=Dictionary(S=Array([Name.ICCBased, icc]), H=spot),
        )
        page.obj.Contents = pdf.make_stream(
            b"1 0 0 rg 0 0 9 9 re f q 0 0 1 RG 0 0 m 9 9 l S Q /S cs 0.2 0.4 0.6 sc 9 9 9 9 re f"
            b" 0.1 0.2 0.3 0.4 k 0 0 9 9 re f /H cs 1 scn 0 0 9 9 re f /F Do q 90 0 0 45 0 0 cm /I Do Q"
        )
        file = BytesIO()
        pdf.save(file)
    told = faults_of(given(file.getvalue()))
    assert told == [("file", "picture-colours")] * 2, "colours of the drawing, and a picture in it"
    picture = ready(given(file.getvalue(), convert=True))
    found = operators(picture.press)
    for wanted in (
        ("k", inks_of(255, 0, 0)),
        ("K", inks_of(0, 0, 255)),
        ("k", inks_of(51, 102, 153)),
        ("k", (0.1, 0.2, 0.3, 0.4)),
        ("k", inks_of(0, 255, 0)),
        ("scn", (1.0,)),
    ):
        assert wanted in found
    assert "rg" not in {name.lower() for name, _ in found}
    assert spaces_of(picture.press) == set()


@pytest.mark.parametrize(
    ("content", "resources"),
    [
        (b"/L cs 50 20 20 sc 0 0 9 9 re f", b"/ColorSpace <</L [/Lab <</WhitePoint [0.95 1 1.09]>>]>>"),
        (
            b"/S cs 1 scn 0 0 9 9 re f",
            b"/ColorSpace <</S [/Separation /Red /DeviceRGB <</FunctionType 2 /Domain [0 1] /C1 [1 0 0] /N 1>>]>>",
        ),
        (b"BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI", b""),
        (b"/M sh", b"/Shading <</M <</ShadingType 1 /ColorSpace /DeviceRGB /Function <</FunctionType 9>> >> >>"),
    ],
    ids=["lab", "spot on rgb", "inline picture", "blend over an area"],
)
def test_what_cannot_be_converted(content: bytes, resources: bytes, given: Give, sheet: Sheet) -> None:
    """What the press cannot have and nobody can convert asks for a press file, and for that alone."""
    named = {str(key)[1:]: value for key, value in pikepdf.Object.parse(b"<<" + resources + b">>").items()}
    picture, told = make_ready(given(sheet(content, **named), convert=True))
    assert picture is None
    [(key, finding)] = told
    assert (key, finding.rule) == ("file", "picture-colours")
    assert "press_file" in finding.hint
    assert "convert" not in finding.hint


def test_what_a_printer_takes_that_knows_nothing_see_through(
    given: Give, drawing: Draw, sheet: Sheet, saved: Save
) -> None:
    """What shines through is a finding of the file that goes to press; what can be laid on white is no matter."""
    half = drawing('<rect width="20" height="20" fill="#777" opacity="0.5"/>')
    whole = sheet(b"0.5 g 0 0 100 100 re f")
    state = Dictionary(Half=Dictionary(ca=0.5))
    for file, press, key in (
        (half, None, "file"),
        (drawing(GREY), sheet(b"/Half gs 0.5 g 0 0 100 100 re f", ExtGState=state), "press_file"),
    ):
        picture, [(found, finding)] = make_ready(given(file, press, shines=shining))
        assert (picture, found, finding.rule) == (None, key, "picture-see-through")
        assert "areas that are not opaque" in finding.message
        assert ready(given(file, press)), "other printers take it"
        assert ready(given(file, printed=False, shines=shining)), "nobody prints it"
    hole = Image.new("LA", (900, 450), (90, 0))
    hole.paste((90, 255), (0, 0, 300, 300))
    for file, press in ((half, whole), (drawing(GREY), None), (saved(hole, "PNG"), None)):
        assert ready(given(file, press, shines=shining)).press


def test_a_press_file(given: Give, drawing: Draw, sheet: Sheet) -> None:
    """A press file in CMYK goes to press as it is, beside a picture in colours for the screen."""
    picture = ready(given(drawing(RED_AND_GREY), sheet(b"0 0.9 0.8 0.1 k 0 0 100 100 re f")))
    assert ("k", (0, 0.9, 0.8, 0.1)) in operators(picture.press)
    assert seen(picture.screen, 0.2, 0.5) == (0xCC, 0x33, 0x33)


def test_a_press_file_is_judged(given: Give, drawing: Draw, sheet: Sheet, saved: Save, scene: Scene) -> None:
    """A press file in RGB, of another shape, or broken is a finding about that file."""
    screen = drawing(RED_AND_GREY)
    for press, rule in (
        (sheet(b"1 0 0 rg 0 0 9 9 re f"), "picture-colours"),
        (saved(scene((1200, 600)), "PNG"), "picture-colours"),
        (sheet(b"0 g 0 0 9 9 re f", size=(300, 100)), "picture-kind"),
        (saved(Image.effect_noise((1200, 600), 50), "PNG")[:5000], "picture-corrupt"),
        (saved(scene((60, 30)).convert("L"), "PNG"), "picture-resolution"),
        (b"", "picture-corrupt"),
    ):
        # Leave to convert is for the picture itself: a press file is what somebody made for the press.
        assert faults_of(given(screen, press, convert=True)) == [("press_file", rule)]


def test_all_faults_of_both_files(given: Give, drawing: Draw) -> None:
    """Faults of the picture and of its press file are told in one run."""
    told = faults_of(given(drawing("<script/><text>a</text>"), b"GIF89a and so on"))
    assert told == [("file", "picture-unsafe"), ("file", "picture-text"), ("press_file", "picture-kind")]


def test_nobody_learns_where_a_picture_was_taken(given: Give, saved: Save, scene: Scene, drawing: Draw) -> None:
    """What a camera wrote beside a picture reaches neither screen nor press, not even from inside a drawing."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Exampleton Optics"
    notes = {"exif": exif.tobytes(), "comment": b"taken at home"}
    photo = saved(scene((700, 330)), "JPEG", **notes)
    inside = f'<image width="40" height="20" href="data:image/jpeg;base64,{base64.b64encode(photo).decode()}"/>'
    inks = saved(to_press(scene((700, 330))), "JPEG", **notes)
    for data in (photo, inks, drawing(inside)):
        picture = ready(given(data, convert=True))
        for page in (picture.screen, picture.press):
            with pikepdf.open(BytesIO(page)) as pdf:
                streams = [one.read_raw_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
            assert max(len(stream) for stream in streams) > 2000
            assert not any(secret in stream for stream in streams for secret in (b"Exampleton Optics", b"at home"))


@pytest.mark.parametrize("sides", [(3000, 2), (2, 3000)])
def test_slivers(sides: tuple[int, int], given: Give, saved: Save, sheet: Sheet) -> None:
    """A picture so narrow that nothing of it would be seen is told so, whatever its kind."""
    wide, high = sides
    view = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}"><path d="M0 0h1v1z"/></svg>'
    for data in (saved(Image.new("L", sides), "PNG"), view.encode(), sheet(b"", size=(wide + 1, high + 1))):
        assert faults_of(given(data)) == [("file", "picture-kind")]


def test_it_is_seen_as_its_program_shows_it(given: Give, sheet: Sheet) -> None:
    """A PDF that is turned, and cut to a part of its page, is shown that way."""
    with pikepdf.open(BytesIO(sheet(b"0 g 0 0 100 100 re f"))) as pdf:
        pdf.pages[0].obj.Rotate = 90
        pdf.pages[0].cropbox = Array([50, 0, 150, 80])
        file = BytesIO()
        pdf.save(file)
    picture = ready(given(file.getvalue()))
    assert picture.ratio == pytest.approx(0.8)
    assert seen(picture.screen, 0.5, 0.1)[0] < 50, "what was left is above now"
    assert seen(picture.screen, 0.5, 0.9) == (255, 255, 255)


def test_drawings_within_drawings_without_end(given: Give, drawing: Draw) -> None:
    """A few lines that draw a hundred million times are refused, and a drawing of itself draws nothing."""
    uses = "".join(f'<g id="a{at}">' + f'<use href="#a{at - 1}"/>' * 10 + "</g>" for at in range(1, 9))
    bomb = drawing(f'<defs><g id="a0"><path d="M0 0h1v1z"/></g>{uses}</defs><use href="#a8"/>')
    assert faults_of(given(bomb)) == [("file", "picture-corrupt")]
    with pikepdf.new() as pdf:
        form = pdf.make_stream(b"/F Do 0 g 0 0 9 9 re f")
        form.Subtype, form.BBox = Name.Form, Array([0, 0, 9, 9])
        form.Resources = Dictionary(XObject=Dictionary(F=form))
        page = pdf.add_blank_page(page_size=(90, 90))
        page.obj.Resources, page.obj.Contents = Dictionary(XObject=Dictionary(F=form)), pdf.make_stream(b"/F Do")
        file = BytesIO()
        pdf.save(file)
    ready(given(file.getvalue()))


def test_too_few_pixels_hide_no_other_fault(given: Give, saved: Save, scene: Scene) -> None:
    """That a picture has too few pixels and colours that can't be printed is told together, of both files."""
    small = saved(scene((60, 30)), "PNG")
    assert faults_of(given(small)) == [("file", "picture-resolution"), ("file", "picture-colours")]
    assert faults_of(given(small, small)) == [
        ("file", "picture-resolution"),
        ("press_file", "picture-resolution"),
        ("press_file", "picture-colours"),
    ]


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"RIFF1234WEBP", b"plain words", b"\x00" * 100, b"II*\x00"])
def test_other_kinds(data: bytes, given: Give) -> None:
    """What is none of the four kinds is told so, whatever its name."""
    assert faults_of(given(data)) == [("file", "picture-kind" if data else "picture-corrupt")]


def test_the_same_bytes(given: Give, saved: Save, scene: Scene, drawing: Draw) -> None:
    """The same file gives the same bytes."""
    for data in (saved(scene(), "PNG"), saved(scene(), "JPEG"), drawing(RED_AND_GREY)):
        one, other = ready(given(data, convert=True)), ready(given(data, convert=True))
        assert (one.screen, one.press) == (other.screen, other.press)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<g></g>",
        '<rect x="500" y="500" width="20" height="20" fill="#777"/>',
        '<rect width="20" height="20" fill="none"/>',
        '<g id="a"><use href="#a"/></g>',
    ],
)
def test_a_drawing_of_nothing(text: str, drawing: Draw, given: Give) -> None:
    """A drawing that shows nothing would leave a hole on paper: it is a finding, for the press file too."""
    assert faults_of(given(drawing(text))) == [("file", "picture-empty")]
    assert faults_of(given(drawing(GREY), drawing(text))) == [("press_file", "picture-empty")]


def test_a_sheet_of_nothing(sheet: Sheet, given: Give) -> None:
    """So is a PDF without anything on its page; white on no ground may be meant."""
    assert faults_of(given(sheet(b"0 0 m"))) == [("file", "picture-empty")]
    ready(given(sheet(b"1 g 0 0 9 9 re f")))

"""Test that PNG and JPEG pictures are told good from bad, and stand upright with nothing of their camera left."""

from __future__ import annotations

import struct
import time
import tracemalloc
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import ExifTags, Image, ImageCms, ImageColor

from charterpress.findings import Finding
from charterpress.leaflets.pictures.jpegs import bare_jpeg
from charterpress.leaflets.pictures.rasters import Raster, check_resolution, open_raster
from charterpress.leaflets.pictures.values import ROOMS, Room

Save = Callable[..., bytes]
Scene = Callable[..., Image.Image]


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def huge_png(width: int, height: int) -> bytes:
    """Return a small file that says it is a huge grey PNG, and is."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    row = bytes(1 + (width + 7) // 8)
    pixels = zlib.compress(row * height, 1)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def opened(data: bytes) -> Raster:
    """Return a picture that can be opened."""
    found = open_raster(data)
    assert isinstance(found, Raster), found
    return found


def refused(data: bytes) -> Finding:
    """Return why a picture cannot be opened."""
    found = open_raster(data)
    assert isinstance(found, Finding)
    return found


@pytest.mark.parametrize(
    ("mode", "kind", "wanted"),
    [
        ("RGB", "PNG", "RGB"),
        ("RGB", "JPEG", "RGB"),
        ("L", "PNG", "L"),
        ("L", "JPEG", "L"),
        ("1", "PNG", "L"),
        ("P", "PNG", "RGB"),
        ("CMYK", "JPEG", "CMYK"),
        ("LA", "PNG", "L"),
        ("RGBA", "PNG", "RGB"),
    ],
)
def test_every_mode_is_understood(mode: str, kind: str, wanted: str, saved: Save, scene: Scene) -> None:
    """Each way in which PNG and JPEG keep colours comes out as grey, RGB or CMYK with the same picture."""
    found = opened(saved(scene((64, 48)).convert(mode), kind))
    assert (found.image.mode, found.image.size, found.photo) == (wanted, (64, 48), kind == "JPEG")
    assert found.alpha is None, "what hides nothing is not kept"
    corner = found.image.convert("RGB").getpixel((4, 4))
    expected = scene((64, 48)).convert(mode).convert("RGB").getpixel((4, 4))
    assert isinstance(corner, tuple)
    assert isinstance(expected, tuple)
    assert all(abs(one - other) < 12 for one, other in zip(corner, expected, strict=True)), (corner, expected)


def test_sixteen_bits(saved: Save) -> None:
    """A grey PNG of 16 bits keeps its tones."""
    found = opened(saved(Image.new("I;16", (8, 8), 257 * 100), "PNG"))
    assert (found.image.mode, found.image.getpixel((0, 0))) == ("L", 100)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_can_be_seen_through(mode: str, saved: Save) -> None:
    """Transparency is kept for the screen, and white for the press, also that of a palette."""
    image = Image.new("RGBA", (10, 10), (255, 0, 0, 255))
    image.paste((0, 0, 0, 0), (0, 0, 5, 10))
    if mode != "P":
        data = saved(image.convert(mode), "PNG")
    else:
        palette = Image.new("P", (10, 10), 1)
        palette.putpalette([0, 0, 0, 255, 0, 0])
        palette.paste(0, (0, 0, 5, 10))
        data = saved(palette, "PNG", transparency=0)
    found = opened(data)
    assert found.alpha is not None
    assert (found.alpha.getpixel((0, 0)), found.alpha.getpixel((9, 9))) == (0, 255)
    white = found.on_white()
    assert white.alpha is None
    assert white.image.convert("RGB").getpixel((0, 0)) == (255, 255, 255)
    assert white.image.convert("RGB").getpixel((9, 9)) != (255, 255, 255)


@pytest.mark.parametrize(
    ("position", "corner"), [(1, "red"), (2, "lime"), (3, "grey"), (4, "blue"), (6, "blue"), (8, "lime")]
)
def test_stands_upright(position: int, corner: str, saved: Save) -> None:
    """A picture that lay on its side in the camera stands upright, as does one that was mirrored."""
    quarters = Image.new("RGB", (400, 200), "red")
    quarters.paste("lime", (200, 0, 400, 100))
    quarters.paste("blue", (0, 100, 200, 200))
    quarters.paste("grey", (200, 100, 400, 200))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = position
    found = opened(saved(quarters, "JPEG", exif=exif.tobytes(), quality=95))
    assert found.image.size == ((200, 400) if position > 4 else (400, 200))
    assert found.turned is (position != 1)
    seen, wanted = found.image.getpixel((20, 20)), ImageColor.getrgb(corner)
    assert isinstance(seen, tuple)
    assert max(abs(one - other) for one, other in zip(seen, wanted, strict=True)) < 20


def test_broken_camera_notes_are_no_matter(saved: Save, scene: Scene) -> None:
    """What a camera wrote beside the picture may be broken."""
    data = saved(scene((40, 40)), "JPEG", exif=b"Exif\x00\x00MM\x00\x2a\xff\xff\xff\xff")
    assert opened(data).image.size == (40, 40)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("part", [0.05, 0.5, 0.97])
def test_cut_off(kind: str, part: float, saved: Save) -> None:
    """A picture that stops before its end is corrupt, wherever it stops."""
    data = saved(Image.effect_noise((200, 200), 80).convert("RGB"), kind)
    assert refused(data[: int(len(data) * part)]).rule == "picture-corrupt"


def test_damaged_in_the_middle(saved: Save) -> None:
    """A PNG with a byte changed inside is corrupt, though it could be decoded."""
    data = bytearray(saved(Image.effect_noise((60, 60), 80), "PNG", compress_level=0))
    data[len(data) // 2] ^= 1
    assert refused(bytes(data)).rule == "picture-corrupt"


def test_a_hundred_megapixels_are_refused_quickly() -> None:
    """A picture of 100 megapixels is refused from its first bytes, without the memory that it would take."""
    data = huge_png(10_000, 10_000)
    assert len(data) < 1_000_000
    tracemalloc.start()
    started = time.process_time()
    found = refused(data)
    seconds, (_, most) = time.process_time() - started, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found.rule == "picture-too-large"
    assert "100 million" in found.message
    assert seconds < 1
    assert most < 5_000_000


def test_a_bomb_is_refused() -> None:
    """A picture that says it is far larger is refused as well, as is one whose notes unfold to gigabytes."""
    assert refused(huge_png(60_000, 60_000 // 8)).rule == "picture-too-large"
    header = struct.pack(">IIBBBBB", 4, 4, 8, 0, 0, 0, 0)
    notes = chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(bytes(200_000_000), 9))
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + notes + chunk(b"IDAT", zlib.compress(bytes(20)))
    assert refused(data + chunk(b"IEND", b"")).rule == "picture-corrupt"


def test_fifty_megapixels_are_allowed() -> None:
    """The limit itself is still good."""
    assert opened(huge_png(10_000, 5_000)).image.size == (10_000, 5_000)


def test_resolution(saved: Save, scene: Scene) -> None:
    """A picture is held against the pixels an inch where it is printed largest, and told what is needed."""
    room = Room(110, 102, filled=True)
    assert not list(check_resolution(opened(saved(scene((1100, 1040)), "PNG")), room, 250))
    [finding] = check_resolution(opened(saved(scene((600, 566)), "PNG")), room, 250)
    assert finding.rule == "picture-resolution"
    assert "139 an inch, and 250 are needed" in finding.message
    assert "1083 x 1021 pixels" in finding.hint
    wide = opened(saved(scene((2000, 500)), "PNG"))
    assert [one.rule for one in check_resolution(wide, room, 250)] == ["picture-resolution"], (
        "its height is what counts"
    )


def test_is_made_smaller_for_its_room(saved: Save, scene: Scene) -> None:
    """More pixels than can be seen are not kept, and edges that can be seen through stay clean."""
    found = opened(saved(scene((3000, 2800)), "PNG")).within(ROOMS["cover_picture"], 200)
    assert found.resolution(ROOMS["cover_picture"]) == pytest.approx(200, abs=1)
    image = Image.new("RGBA", (2000, 2000), (0, 0, 0, 0))
    image.paste((255, 255, 0, 255), (333, 333, 1500, 1500))
    small = opened(saved(image, "PNG")).within(ROOMS["logo"], 200)
    assert small.alpha is not None
    edges = [
        small.image.getpixel((x, y))
        for x in range(small.image.width)
        for y in range(small.image.height)
        if small.alpha.getpixel((x, y)) == 255
    ]
    assert edges
    assert all(pixel[2] < 10 and pixel[0] > 245 for pixel in edges)  # type: ignore[index]  # RGB


def test_colours_go_through_their_profile(saved: Save, scene: Scene) -> None:
    """A picture in another colour space is brought into that of the screen."""
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    plain = opened(saved(scene((40, 40)), "PNG", icc_profile=swapped)).on_screen()
    assert plain.image.getpixel((4, 4)) == (220, 30, 30)
    assert plain.profile is None
    junk = opened(saved(scene((40, 40)), "PNG", icc_profile=b"no profile at all")).on_screen()
    assert junk.image.getpixel((4, 4)) == (220, 30, 30)
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    other = opened(saved(scene((40, 40)), "PNG", icc_profile=lab)).on_screen()
    assert other.image.getpixel((4, 4)) == (220, 30, 30), "a profile for other channels is not used"


def test_nothing_of_the_camera_is_left(saved: Save, scene: Scene) -> None:
    """A bare JPEG has the same pixels, and no place, comment, profile, or second picture behind it."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Exampleton Optics"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for progressive in (False, True):
        data = saved(
            scene((200, 100)),
            "JPEG",
            exif=exif.tobytes(),
            comment=b"at home",
            icc_profile=profile,
            progressive=progressive,
        )
        bare = bare_jpeg(data + saved(scene((20, 10)), "JPEG", exif=exif.tobytes()))
        for secret in (b"Exampleton Optics", b"at home", b"ICC_PROFILE", b"Exif"):
            assert secret in data
            assert secret not in bare
        assert bare.endswith(b"\xff\xd9")
        assert Image.open(BytesIO(bare)).tobytes() == Image.open(BytesIO(data)).tobytes()

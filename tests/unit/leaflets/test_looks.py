"""Test the designs: what they look like is data, which is judged, and which every leaflet follows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pydantic import ValidationError

from charterpress.colours import contrast
from charterpress.content.model import Charter
from charterpress.content.project import load_project
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.leaflets.colours import press_palette, screen_palette
from charterpress.leaflets.contrast import check_contrast, check_ink, meetings, nearest_passing
from charterpress.leaflets.designs.design import Design
from charterpress.leaflets.designs.library import FOLDER, design_names, find_design
from charterpress.leaflets.inks import fewer, to_press, to_screen
from charterpress.leaflets.leaflet import Leaflet
from charterpress.leaflets.looks import check_looks
from charterpress.leaflets.settings import LeafletSettings, settings_of
from charterpress.preflight.preflight import preflight
from charterpress.preflight.printers import load_printer
from tests.unit.leaflets.conftest import arabic_charter

Typeset = Callable[..., tuple[Leaflet | None, tuple[Finding, ...]]]
SETTINGS = LeafletSettings("Exampleton Council")
FORMATS = ("large-print", "sheet", "trifold")
HEX = re.compile(r"#[0-9a-f]{6}")

Sized = Callable[[str], Project]


@pytest.fixture
def sized(tmp_path: Path) -> Sized:
    """Return what gives a project with some options of leaflets."""

    def write(options: str) -> Project:
        plugins = "- i18n: {languages: [{locale: en, name: English, default: true}]}\n"
        text = f"plugins:\n  {plugins}  - charterpress: {{leaflets: {{{options}}}}}\n"
        (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
        project, findings = load_project(tmp_path)
        assert project is not None, findings
        return project

    return write


@pytest.fixture(params=["bold", "calm", "plain"])
def design(request: pytest.FixtureRequest) -> Design:
    """Return each design."""
    return find_design(request.param)


def test_a_design_is_a_settings_file() -> None:
    """Each settings file in the folder of designs is a design: the three that are promised."""
    assert design_names() == ("bold", "calm", "plain")
    assert sorted(path.stem for path in FOLDER.glob("*.yml")) == list(design_names())


def test_a_ring_is_whole(small: Callable[..., Charter], set_leaflet: Typeset) -> None:
    """The large ring on the cover is no line: where the ends of one so thick meet, programs show a slit."""
    leaflet, findings = set_leaflet(small(), settings=replace(SETTINGS, design="bold"))
    assert leaflet is not None, findings
    with pikepdf.open(BytesIO(leaflet.screen)) as pdf:
        operators = list(pikepdf.parse_content_stream(pdf.pages[0]))
    widths = [float(one.operands[0]) for one in operators if str(one.operator) == "w"]
    assert max(widths, default=0) < 3


@pytest.mark.parametrize("locale", ["en", "ar"])
@pytest.mark.parametrize("shape", FORMATS)
def test_every_design_sets_every_format(
    design: Design, locale: str, shape: str, small: Callable[..., Charter], set_leaflet: Typeset
) -> None:
    """Every design sets every format in both directions, and a print shop takes what is for it."""
    charter = small() if locale == "en" else arabic_charter()
    settings = replace(SETTINGS, design=design.name)
    leaflet, findings = set_leaflet(charter, locale, settings=settings, shape=shape, draft=True)
    assert findings == ()
    assert leaflet is not None
    if leaflet.press:
        printer, _ = load_printer("offset-coated")
        assert printer is not None
        for file in leaflet.press:
            assert preflight(file.data, Path("some.pdf"), "offset-coated", printer).findings == ()


def test_designs_differ(small: Callable[..., Charter], set_leaflet: Typeset) -> None:
    """No two designs give the same leaflet, in any format."""
    for shape in FORMATS:
        made = [
            set_leaflet(small(), settings=replace(SETTINGS, design=name), shape=shape)[0] for name in design_names()
        ]
        assert len({leaflet.screen for leaflet in made if leaflet is not None}) == 3


def test_the_default_colours_can_be_read(design: Design) -> None:
    """The colours that nobody chose pass in every design, on screen and in print."""
    assert len(meetings(design)) > 0
    assert list(check_contrast(SETTINGS, design)) == []


@pytest.mark.parametrize(
    ("path", "change"),
    [
        ("cover.title", {"text": "brand 45"}),
        ("cover.notice", {"ground": "accent 80"}),
        ("cover.filled", {"colour": "brand 20"}),
        ("pages.heading", {"text": "accent 45"}),
        ("pages.text", {"text": "ink 20"}),
        ("pages.ring.heading", {"ground": "accent 60"}),
        ("pages.filled.mark", {"colour": "paper"}),
        ("pages", {"flap": "ink 80"}),
        ("back.box", {"address": "paper"}),
        ("back.foot", {"text": "brand 45"}),
    ],
)
def test_every_place_is_judged(path: str, change: dict[str, str]) -> None:
    """Whatever colour of a design is changed to one that can't be read, the check finds it by itself."""
    changed = find_design("calm").model_dump()
    part = changed
    for name in path.split("."):
        part = part[name]
    part.update(change)
    found = [finding for _, finding in check_contrast(SETTINGS, Design.model_validate(changed))]
    assert found
    assert {finding.rule for finding in found} == {"leaflet-contrast"}
    assert any(path.split(".", maxsplit=1)[0] in finding.message for finding in found)


def test_a_colour_too_light_is_named_with_one_that_is_not(design: Design) -> None:
    """A colour too light to read is named with its ratio; with the one that the hint gives, all is well."""
    settings = replace(SETTINGS, brand="#ffd400", accent="#9be7c4")
    found = list(check_contrast(settings, design))
    if design.name == "plain":
        assert found == []
        return
    assert {name for name, _ in found} == {"brand", "accent"}
    first = next(finding for name, finding in found if name == "brand")
    assert "brand" in first.message
    assert "1.4" in first.message
    assert "4.5 needed" in first.message
    better = {name: colour for name, finding in found for colour in HEX.findall(finding.hint)}
    mended = replace(settings, brand=better["brand"], accent=better["accent"])
    assert list(check_contrast(mended, design)) == []


def test_the_nearest_colour_is_near() -> None:
    """What the hint gives is hardly darker than it must be: one step lighter would not pass."""
    settings, calm = replace(SETTINGS, brand="#ffd400"), find_design("calm")
    found = nearest_passing(settings, calm, "brand")
    assert found is not None
    mended = replace(settings, brand=str(found))
    ratios = [one.on_screen(screen_palette(mended)) for one in meetings(calm) if one.role == "brand"]
    ratios += [one.in_print(press_palette(mended)) for one in meetings(calm) if one.role == "brand"]
    assert 4.5 <= min(ratios) < 4.8


def test_inks_too_light_are_named_with_some_that_are_not() -> None:
    """Inks that are chosen for the press are judged as they look on paper, and better ones are given as inks."""
    settings, calm = replace(SETTINGS, brand_press=(20.0, 10.0, 0.0, 20.0)), find_design("calm")
    found = list(check_contrast(settings, calm))
    assert {name for name, _ in found} == {"brand_press"}
    assert all("in print" in finding.message and "on screen" not in finding.message for _, finding in found)
    inks = re.search(r"\[(\d+), (\d+), (\d+), (\d+)\]", found[0][1].hint)
    assert inks is not None
    cyan, magenta, yellow, black = (float(part) for part in inks.groups())
    assert list(check_contrast(replace(settings, brand_press=(cyan, magenta, yellow, black)), calm)) == []


def test_too_much_ink_is_named_with_less() -> None:
    """A colour of more than 300 % ink is named; the one in the hint has no more than that and looks alike."""
    settings = replace(SETTINGS, accent_press=(100.0, 90.0, 80.0, 60.0))
    [(name, finding)] = check_ink(settings)
    assert (name, finding.rule) == ("accent_press", "leaflet-ink")
    assert "330 %" in finding.message
    less = fewer((1.0, 0.9, 0.8, 0.6))
    assert sum(less) <= 3
    assert contrast(to_screen(less), to_screen((1.0, 0.9, 0.8, 0.6))) < 1.2


def test_no_more_ink_than_the_printer_takes() -> None:
    """A printer who takes less is asked first; leaflets are set in what the hint gives, so that all is told once."""
    settings = replace(SETTINGS, brand_press=(90.0, 80.0, 70.0, 50.0))
    assert list(check_ink(settings)) == []
    [(_, finding)] = check_ink(replace(settings, most_ink=280.0))
    assert "290 % ink, 280 % may be" in finding.message
    inks = press_palette(replace(settings, most_ink=280.0)).brand
    assert sum(inks) <= 2.8
    assert str([round(100 * part) for part in inks]) in finding.hint
    dark = replace(SETTINGS, brand="#180c30", most_ink=240.0)
    assert sum(press_palette(dark).brand) <= 2.4 < sum(press_palette(replace(dark, most_ink=300.0)).brand)


def test_paper_in_print_is_not_the_white_of_the_screen() -> None:
    """Contrast in print is that of the profile's paper and black ink, which is less than on screen."""
    assert 12 < contrast(to_screen((0, 0, 0, 1)), to_screen((0, 0, 0, 0))) < 14


@pytest.mark.parametrize("colour", ["#1f5673", "#a8482c", "#0b6b3a"])
def test_inks_look_like_the_colour_of_the_screen(colour: str) -> None:
    """A colour that is only given for the screen is as dark in print, but for the paper."""
    rgb = tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    assert contrast(to_screen(to_press(rgb)), rgb) < 1.12


def test_dark_words_are_of_black_ink_alone() -> None:
    """Words in a black of several inks are set in black ink; a ground of the same colour keeps its inks."""
    palette = press_palette(replace(SETTINGS, brand_press=(60.0, 40.0, 40.0, 100.0)))
    assert palette.words("brand") == (0, 0, 0, 1)
    assert palette.shade("brand") == (0.6, 0.4, 0.4, 1)
    assert palette.words("accent") == palette.accent


def test_corners(small: Callable[..., Charter], set_leaflet: Typeset) -> None:
    """Corners are as the design has them unless the settings choose, and only then."""
    made = {
        radius: set_leaflet(small(), settings=replace(SETTINGS, corner_radius=radius))[0] for radius in (None, 0, 2, 6)
    }
    files = {radius: leaflet.screen for radius, leaflet in made.items() if leaflet is not None}
    assert len(files) == 4
    assert files[None] == files[2]
    assert len(set(files.values())) == 3


def test_a_design_that_there_is_not(sample: Path, edit: Callable[..., int]) -> None:
    """A project that asks for an unknown design is told where and which there are, and all else is still checked."""
    options = 'organisation: A\n      leaflets:\n        brand: "#ffd400"\n        design: fancy'
    line = edit("mkdocs.yml", "organisation: Example Council", options)
    project, _ = load_project(sample)
    assert project is not None
    unknown, *rest = check_looks(project)
    assert (unknown.rule, unknown.line, unknown.column) == ("unknown-design", line + 3, 17)
    assert unknown.hint == "Use one of bold, calm, plain."
    assert {(finding.rule, finding.line) for finding in rest} == {("leaflet-contrast", line + 2)}
    assert settings_of(project).design == "calm"


def test_looks_of_leaflets_that_are_not_made(sample: Path, edit: Callable[..., int]) -> None:
    """Nobody is told about the look of leaflets that the project does not want."""
    options = "organisation: A\n      leaflets: {enabled: false, design: fancy}"
    edit("mkdocs.yml", "organisation: Example Council", options)
    project, _ = load_project(sample)
    assert project is not None
    assert check_looks(project) == ()


@pytest.mark.parametrize(
    "options",
    [
        "corner_radius: 7",
        "corner_radius: -1",
        "brand: blue",
        "brand_press: [0, 0, 0]",
        "brand_press: [0, 0, 0, 101]",
        "accent_press: red",
        "design: [calm]",
        "fonts: Lexend",
        "fonts: {languages: {urdu: {press: Some}}}",
    ],
)
def test_settings_of_the_wrong_form(options: str, sample: Path, edit: Callable[..., int]) -> None:
    """A radius, colour, design or font that is none is a finding at its line."""
    line = edit("mkdocs.yml", "organisation: Example Council", f"organisation: A\n      leaflets:\n        {options}")
    project, findings = load_project(sample)
    assert project is None
    assert {finding.line for finding in findings} == {line + 2}


def test_a_title_on_a_block_stands_on_it() -> None:
    """A design whose title would stand on another ground than its block is refused."""
    changed = find_design("bold").model_dump()
    changed["cover"]["fill"] = "accent"
    with pytest.raises(ValidationError, match="title on a block"):
        Design.model_validate(changed)


@pytest.mark.parametrize(
    ("options", "limits"),
    [
        ("minimum_size: 14", (14, 14)),
        ("maximum_size: 8", (8, 8)),
        ("minimum_size: 9, maximum_size: 10", (9, 10)),
        ("brand: '#123456'", (8.5, 12)),
    ],
)
def test_one_limit_makes_way(options: str, limits: tuple[float, float], sized: Sized) -> None:
    """Who chooses one limit of the sizes need not choose the other."""
    project = sized(options)
    assert check_looks(project) == ()
    settings = settings_of(project)
    assert (settings.minimum_size, settings.maximum_size) == limits


def test_limits_that_cross(sized: Sized) -> None:
    """A largest text that is smaller than the smallest one is a mistake, with its line."""
    [finding] = check_looks(sized("minimum_size: 14, maximum_size: 9"))
    assert finding.rule == "leaflet-sizes"
    assert "9 pt, is smaller than the smallest, 14 pt" in finding.message
    assert finding.line == 3


def test_colours_of_the_site(tmp_path: Path) -> None:
    """Leaflets without colours of their own have those of the site, and blame them in their line."""
    plugins = "- i18n: {languages: [{locale: en, name: English, default: true}]}\n"
    look = 'look:\n        accent: "#9be7c4"\n      leaflets:\n        brand: "#1d5c36"'
    (tmp_path / "mkdocs.yml").write_text(f"plugins:\n  {plugins}  - charterpress:\n      {look}\n", "utf-8")
    project, findings = load_project(tmp_path)
    assert project is not None, findings
    settings = settings_of(project)
    assert (settings.brand, settings.accent) == ("#1d5c36", "#9be7c4")
    found = check_looks(project)
    assert found
    assert {(finding.rule, finding.line) for finding in found} == {("leaflet-contrast", 5)}

"""Test the fonts of a project: which are taken, what is behind them, and what is said about those that are no use."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from charterpress.content.leafletsettings import LeafletFonts
from charterpress.content.model import Charter
from charterpress.content.project import load_project
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.languages.fonts import ALMARAI, LEXEND, SOURCE_SANS, FontFamily
from charterpress.languages.locales import load_locale
from charterpress.leaflets.fonts.typefaces import missing_signs, typefaces_for
from charterpress.leaflets.leaflet import Leaflet
from charterpress.leaflets.looks import check_leaflet_fonts
from charterpress.leaflets.settings import LeafletSettings
from tests.unit.leaflets.conftest import arabic_charter

Typeset = Callable[..., tuple[Leaflet | None, tuple[Finding, ...]]]
OpenProject = Callable[[str], Project]
WELSH = ("Dŵr, tŷ a môr",)


def regular(family: FontFamily) -> Path:
    """Return the upright file of one of our families."""
    return next(path for path in family.paths if "Italic" not in path.name)


@pytest.fixture
def folder(sample: Path) -> Path:
    """Return the folder of fonts of a project, still empty."""
    target = sample / "fonts"
    target.mkdir()
    return target


@pytest.fixture
def project_with(sample: Path, edit: Callable[..., int]) -> OpenProject:
    """Return what opens a project with these options of `fonts`, which stand on line 13 of mkdocs.yml."""

    def opened(options: str) -> Project:
        text = f"organisation: A\n      leaflets:\n        fonts: {options}"
        edit("mkdocs.yml", "organisation: Example Council", text)
        project, findings = load_project(sample)
        assert project is not None, findings
        return project

    return opened


def settings_with(folder: Path, options: dict[str, object]) -> LeafletSettings:
    """Return settings with fonts of a project."""
    return replace(
        LeafletSettings("Exampleton Council"), root=folder.parent, fonts=LeafletFonts.model_validate(options)
    )


def changed_font(source: Path, target: Path, change: Callable[[TTFont], None]) -> None:
    """Write a font with something changed, under a family name of its own: `Changed`."""
    font = TTFont(source)
    change(font)
    for record in font["name"].names:
        if record.nameID in {1, 4, 16}:
            font["name"].setName("Changed", record.nameID, record.platformID, record.platEncID, record.langID)
    font.save(target)


def fonts_of(pdf: bytes) -> set[str]:
    """Return the names of the fonts of a PDF, without the letters that mark a subset."""
    names = set()
    with pikepdf.open(BytesIO(pdf)) as opened:
        for entry in opened.objects:
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/Type") == "/FontDescriptor":
                names.add(str(entry.FontName).lstrip("/").partition("+")[2])
    return names


def test_no_fonts_of_ones_own(project_with: OpenProject, sample: Path) -> None:
    """Who asks for no fonts need not have a folder of them."""
    project, _ = load_project(sample)
    assert project is not None
    assert list(check_leaflet_fonts(project)) == []
    assert [finding.rule for finding in check_leaflet_fonts(project_with("{}"))] == ["leaflet-font"]


@pytest.mark.parametrize("options", ["{folder: letters, text: Lexend}", "{folder: ../.., text: Lexend}"])
def test_a_folder_that_is_not_in_the_project(project_with: OpenProject, options: str) -> None:
    """A folder that is not there, or lies outside the project, is named with its line."""
    project = project_with(options)
    [finding] = check_leaflet_fonts(project)
    assert (finding.rule, finding.file) == ("leaflet-font", project.config_file)
    assert finding.line == project.finding("", "", "", "leaflets", "fonts").line


def test_a_family_that_is_not_there(project_with: OpenProject, folder: Path) -> None:
    """A family that no file belongs to is named with those that there are."""
    shutil.copy(regular(LEXEND), folder)
    project = project_with("{text: Comic Sans, languages: {cy: {headings: LEXEND}}}")
    [finding] = check_leaflet_fonts(project)
    assert "'Comic Sans'" in finding.message
    assert finding.hint == "Use one of 'Lexend'."


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("some.ttf", b"this is not a font", "not a font that can be read"),
        ("empty.otf", b"", "not a font that can be read"),
        ("some.woff2", b"wOF2", "web font"),
        ("some.woff", b"wOFF", "web font"),
        ("some.ttc", b"ttcf", "several fonts"),
    ],
)
def test_a_file_that_is_no_use(name: str, content: bytes, said: str, project_with: OpenProject, folder: Path) -> None:
    """A file that is no font, or no font for a PDF, is named; what is no font by its name is left alone."""
    (folder / name).write_bytes(content)
    (folder / "OFL.txt").write_text("A licence.")
    shutil.copy(regular(LEXEND), folder)
    project = project_with("{text: Lexend}")
    [finding] = check_leaflet_fonts(project)
    assert finding.file == project.root / "fonts" / name
    assert said in finding.message
    assert finding.hint


def test_a_font_cut_short(project_with: OpenProject, folder: Path) -> None:
    """A font file that ends in the middle is named, wherever it ends."""
    whole = regular(LEXEND).read_bytes()
    parts = (5, 60, len(whole) // 2)
    for part in parts:
        (folder / f"{part}.ttf").write_bytes(whole[:part])
    shutil.copy(regular(ALMARAI), folder)
    found = list(check_leaflet_fonts(project_with("{text: Almarai}")))
    assert {finding.file.name for finding in found if finding.file} == {
        f"{part}.ttf" for part in (5, 60, len(whole) // 2)
    }
    assert {finding.rule for finding in found} == {"leaflet-font"}


@pytest.mark.parametrize(("rights", "stops"), [(0x0002, 1), (0x0200, 1), (0x0100, 1), (0, 0), (0x0004, 0), (0x0008, 0)])
def test_a_font_that_may_not_be_embedded(rights: int, stops: int, project_with: OpenProject, folder: Path) -> None:
    """A font whose licence keeps it out of PDFs is named and not used; one for print and preview may be."""

    def change(font: TTFont) -> None:
        font["OS/2"].fsType = rights

    changed_font(regular(LEXEND), folder / "changed.ttf", change)
    found = list(check_leaflet_fonts(project_with("{text: Changed}")))
    assert len([finding for finding in found if "PDF" in finding.message]) == stops
    assert len([finding for finding in found if "'Changed'" in finding.message]) == stops


def test_two_files_of_one_weight(project_with: OpenProject, folder: Path) -> None:
    """Two files that claim to be the same font are named: which would be taken is chance."""
    for name in ("a.ttf", "b.ttf"):
        shutil.copy(regular(LEXEND), folder / name)
    [finding] = check_leaflet_fonts(project_with("{text: Lexend}"))
    assert "'a.ttf' and 'b.ttf'" in finding.message


def test_the_fonts_of_a_project_are_used(folder: Path, small: Callable[..., Charter], set_leaflet: Typeset) -> None:
    """Text and headings are set in the families of the project, on screen and for the press."""
    shutil.copy(regular(SOURCE_SANS), folder)
    changed_font(regular(ALMARAI), folder / "changed.ttf", lambda _: None)
    settings = settings_with(folder, {"text": "Changed", "headings": "Source Sans 3"})
    leaflet, findings = set_leaflet(small(), settings=settings)
    assert findings == ()
    assert leaflet is not None
    for pdf in (leaflet.screen, leaflet.press[0].data):
        names = fonts_of(pdf)
        assert any(name.startswith("Changed") or "Almarai" in name for name in names)
        assert not any("Lexend" in name for name in names)


def test_a_language_whose_letters_a_font_lacks(folder: Path, set_leaflet: Typeset) -> None:
    """A language whose script the family lacks is set in ours, and its leaflet has nothing to be told."""
    shutil.copy(regular(LEXEND), folder)
    settings = settings_with(folder, {"text": "Lexend", "headings": "Lexend"})
    faces = typefaces_for(load_locale("ar"), settings, ["السلام"], press=False)
    assert [face.name for face in faces.text] == ["Almarai", "Lexend", "Source Sans 3"]
    leaflet, findings = set_leaflet(arabic_charter(), "ar", settings=settings)
    assert findings == ()
    assert leaflet is not None
    assert any("Almarai" in name for name in fonts_of(leaflet.screen))


def test_a_language_with_a_letter_that_a_font_lacks(folder: Path) -> None:
    """A family without one letter of a language stands behind ours there: no word is in two faces."""

    def without_w(font: TTFont) -> None:
        options = Options()
        options.name_IDs = ["*"]
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[code for code in font.getBestCmap() if code != ord("ŵ")])
        subsetter.subset(font)

    changed_font(regular(LEXEND), folder / "changed.ttf", without_w)
    settings = settings_with(folder, {"text": "Changed"})
    first = {
        code: typefaces_for(load_locale(code), settings, words, press=False).text[0].name
        for code, words in (("cy", WELSH), ("en", ("Water",)))
    }
    assert first == {"cy": "Source Sans 3", "en": "Changed"}


def test_a_family_for_the_press_of_one_language(
    folder: Path, small: Callable[..., Charter], set_leaflet: Typeset
) -> None:
    """A language may have another family in print than on screen; other languages keep theirs."""
    shutil.copy(regular(ALMARAI), folder)
    settings = settings_with(folder, {"languages": {"en": {"press": "Almarai"}}})
    leaflet, findings = set_leaflet(small(), settings=settings)
    assert findings == ()
    assert leaflet is not None
    assert {name.split("-")[0] for name in fonts_of(leaflet.press[0].data)} == {"Almarai"}
    assert not any("Almarai" in name for name in fonts_of(leaflet.screen))
    welsh = typefaces_for(load_locale("cy"), settings, WELSH, press=True)
    assert [face.name for face in welsh.text] == ["Source Sans 3"]


def test_a_tall_font_gets_tall_lines(folder: Path, set_leaflet: Typeset) -> None:
    """A font that climbs as Nastaliq does has lines as high as itself, and ours go before it for Latin and digits."""

    def taller(font: TTFont) -> None:
        font["hhea"].ascent, font["hhea"].descent = (round(part * font["head"].unitsPerEm) for part in (1.9, -0.6))
        font["OS/2"].sTypoAscender, font["OS/2"].sTypoDescender = font["hhea"].ascent, font["hhea"].descent

    changed_font(regular(ALMARAI), folder / "changed.ttf", taller)
    settings = settings_with(folder, {"languages": {"ar": {"press": "Changed"}}})
    faces = typefaces_for(load_locale("ar"), settings, ["السلام"], press=True)
    assert faces.tall
    assert [face.name for face in faces.text] == ["Source Sans 3", "Changed", "Almarai"]
    assert not typefaces_for(load_locale("ar"), settings, ["السلام"], press=False).tall
    leaflet, findings = set_leaflet(arabic_charter(), "ar", settings=settings)
    assert leaflet is not None, findings
    height = {kind: _lines(pdf) for kind, pdf in (("screen", leaflet.screen), ("press", leaflet.press[0].data))}
    assert height["press"] > 1.5 * height["screen"]


def _lines(pdf: bytes) -> float:
    """Return the height of what stands on the last side, in points a letter: text of taller lines fills more."""
    import pypdfium2  # noqa: PLC0415 - only this test draws

    document = pypdfium2.PdfDocument(pdf)
    text = document[1].get_textpage()
    tops = sorted({round(text.get_charbox(at)[1]) for at in range(text.count_chars())})
    return float(max(tops) - min(tops))


@pytest.mark.parametrize(
    ("sign", "named"),
    [("ᚠ", "U+16A0, runic letter fehu feoh fe f"), ("😀", "U+1F600, grinning face"), ("你", "U+4F60")],
)
@pytest.mark.parametrize("shape", ["trifold", "sheet"])
def test_a_sign_without_a_font(
    sign: str, named: str, shape: str, small: Callable[..., Charter], set_leaflet: Typeset
) -> None:
    """A sign that no font has is named, with its language and where it stands; a box is never printed instead."""
    leaflet, findings = set_leaflet(small(summary=f"Together {sign}."), shape=shape)
    assert leaflet is None
    [finding] = findings
    assert finding.rule == "leaflet-not-set"
    assert f"'{sign}' ({named}" in finding.message
    assert "English (en)" in finding.message
    assert finding.message.endswith("in 'summary'")


def test_every_sign_without_a_font(small: Callable[..., Charter], set_leaflet: Typeset) -> None:
    """All signs that no font has are named in one run, each with the promise or the part it stands in."""
    charter = small(
        title="Together ᚠ",
        behaviours={"id": "everyone", "title": "All", "items": [{"id": "learn", "text": "Learn 😀 and ᚠ."}]},
    )
    leaflet, findings = set_leaflet(charter)
    assert leaflet is None
    assert ["'ᚠ'" in finding.message for finding in findings] == [True, False]
    assert findings[0].message.endswith("in 'title', 'learn.text'")
    assert findings[1].message.endswith("in 'learn.text'")


def test_what_is_not_drawn_needs_no_sign() -> None:
    """Marks of direction and joiners need no sign of their own."""
    faces = typefaces_for(load_locale("ar"), LeafletSettings("A"), [], press=False)
    assert missing_signs(faces, ["\u2066Send\u2069 \u200c\u200dبيت"]) == ()
    assert missing_signs(faces, ["a😀b\U0010fffd"]) == ("😀", "\U0010fffd")

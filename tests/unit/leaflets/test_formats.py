"""Test what formats there are, and the measures of the tri-fold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from charterpress.content.library import load_library
from charterpress.content.project import load_project
from charterpress.leaflets.formats.library import FOLDER, check_formats, find_format, format_names, formats_of
from charterpress.leaflets.formats.shapes import Flowing, Folded
from charterpress.leaflets.manuscript import TEMPLATES
from charterpress.readability.page import Kind
from charterpress.reading import source_pages

FRONT, INSIDE_1, INSIDE_2, INSIDE_3, FLAP, BACK = range(6)


@pytest.fixture(scope="module")
def trifold() -> Folded:
    """Return the tri-fold."""
    shape = find_format("trifold")
    assert isinstance(shape, Folded)
    return shape


def test_a_format_is_a_settings_file_and_a_template() -> None:
    """Each settings file in the folder of formats is a format, whose template is there."""
    assert {"booklet", "large-print", "sheet", "trifold"} <= set(format_names())
    assert sorted(path.stem for path in FOLDER.glob("*.yml")) == list(format_names())
    for name in format_names():
        assert (TEMPLATES / find_format(name).template).is_file()


def test_large_print_is_large_and_plain() -> None:
    """Large print is 18 pt or more, in black, with nothing slanted, underlined or smaller (UKAAF G003)."""
    shape = find_format("large-print")
    assert isinstance(shape, Flowing)
    assert shape.size >= 18
    assert not any((shape.slanted, shape.underlined, shape.coloured, shape.smaller))


def test_a_format_that_there_is_not_is_named_with_its_place(sample: Path, edit: Callable[..., int]) -> None:
    """A project that asks for an unknown format is told where and which there are; the others it gets, once each."""
    options = "organisation: A\n      leaflets:\n        formats: [large-print, poster, large-print]"
    line = edit("mkdocs.yml", "organisation: Example Council", options)
    project, findings = load_project(sample)
    assert project is not None, findings
    [finding] = check_formats(project)
    assert (finding.rule, finding.file, finding.line, finding.column) == (
        "unknown-format",
        project.config_file,
        line + 2,
        32,
    )
    assert finding.message == "there is no leaflet format 'poster'"
    assert finding.hint == "Use one of booklet, large-print, sheet, trifold."
    assert [shape.name for shape in formats_of(project)] == ["large-print"]


def test_a_project_gets_every_format_or_none(sample: Path, edit: Callable[..., int]) -> None:
    """Without a choice there are the leaflet, the booklet, the A4 pages and large print; switched off, none."""
    project, _ = load_project(sample)
    assert project is not None
    assert [shape.name for shape in formats_of(project)] == ["trifold", "booklet", "sheet", "large-print"]
    assert list(check_formats(project)) == []
    edit("mkdocs.yml", "organisation: Example Council", "organisation: A\n      leaflets: {enabled: no}")
    project, _ = load_project(sample)
    assert project is not None
    assert formats_of(project) == ()


@pytest.mark.parametrize(("formats", "judged"), [("large-print, sheet", 0), ("sheet, trifold", 1)])
def test_only_what_may_be_shortened_is_judged_by_itself(
    formats: str, judged: int, sample: Path, edit: Callable[..., int]
) -> None:
    """A format that has the whole charter reads as its page does; the leaflet of panels is judged on its own."""
    options = f"organisation: A\n      leaflets: {{formats: [{formats}]}}"
    edit("mkdocs.yml", "organisation: Example Council", options)
    project, findings = load_project(sample)
    assert project is not None, findings
    kinds = [page.kind for page in source_pages(load_library(project.docs), project)]
    assert kinds.count(Kind.LEAFLET) == judged


@pytest.mark.parametrize("headings", [(1.2, 1.4, 1.1), (2.0, 1.4, 0.9)])
def test_headings_grow(headings: tuple[float, float, float]) -> None:
    """A heading is never smaller than those below it, nor than the text."""
    given = find_format("sheet").model_dump()
    with pytest.raises(ValidationError, match="headings may not be smaller"):
        Flowing.model_validate({**given, "headings": headings})


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_panels_fill_a4(direction: str, trifold: Folded) -> None:
    """Every side is 297 mm wide and holds three of the six panels."""
    sides = trifold.sides_for(direction)
    assert [side.width for side in sides] == [297, 297]
    assert sorted(cell.page for side in sides for cell in side.cells) == [0, 1, 2, 3, 4, 5]


def test_order_left_to_right(trifold: Folded) -> None:
    """Outside, left to right, stand the flap (97), the back and the front; the inside reads 1, 2, 3."""
    outside, inside = trifold.sides_for("ltr")
    assert [(cell.page, cell.width) for cell in outside.cells] == [(FLAP, 97), (BACK, 100), (FRONT, 100)]
    assert [(cell.page, cell.width) for cell in inside.cells] == [
        (INSIDE_1, 100),
        (INSIDE_2, 100),
        (INSIDE_3, 97),
    ]
    assert list(outside.folds) == [97, 197]
    assert list(inside.folds) == [100, 200]


def test_order_right_to_left(trifold: Folded) -> None:
    """For a language from right to left both sides are mirrored: the flap is on the right."""
    outside, inside = trifold.sides_for("rtl")
    assert [(cell.page, cell.width) for cell in outside.cells] == [(FRONT, 100), (BACK, 100), (FLAP, 97)]
    assert [(cell.page, cell.width) for cell in inside.cells] == [
        (INSIDE_3, 97),
        (INSIDE_2, 100),
        (INSIDE_1, 100),
    ]
    assert list(outside.folds) == [100, 200]
    assert list(inside.folds) == [97, 197]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_flap_lies_behind_the_third_panel(direction: str, trifold: Folded) -> None:
    """The narrow flap is the other face of the narrow inside panel, so that it folds in."""
    outside, inside = trifold.sides_for(direction)
    # The sheet is turned over on its short edge: left outside is right inside.
    facing = dict(zip((c.page for c in outside.cells), (c.page for c in reversed(inside.cells)), strict=True))
    assert facing[FLAP] == INSIDE_3
    assert facing[FRONT] == INSIDE_1

"""Test what the look writes into the folder of a site: tokens, drawings, logo."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.looksettings import LookOptions
from charterpress.content.settings import Project
from charterpress.host.one_language import THEME
from charterpress.site.look.scheme import dark_given, dark_scheme, light_given, light_scheme
from charterpress.site.look.sheet import tokens, write_look

Dress = Callable[..., Project]
PLAIN = "<svg/>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Return the folder of a site in which the theme's files are."""
    shutil.copytree(THEME / "assets", tmp_path / "site" / "assets")
    return tmp_path / "site"


def test_tokens() -> None:
    """Every colour is a variable, in the light look and in the dark one, which is for screens alone."""
    look = LookOptions()
    css = tokens(look)
    light, dark = css.split("@media screen and (prefers-color-scheme:dark)")
    for name, value in light_scheme(light_given(look)).items():
        assert f"--cp-{name}:{value}" in light
    for name, value in dark_scheme(dark_given(look)).items():
        assert f"--cp-{name}:{value}" in dark
    assert "color-scheme:light dark" in light
    assert css == tokens(LookOptions())


@pytest.mark.parametrize(
    ("options", "written"),
    [
        ({}, ("--cp-text-size:100%", "--cp-corner:0.75rem", "--cp-space:1")),
        ({"text_size": 22.8}, ("--cp-text-size:120%",)),
        ({"corner_radius": 0}, ("--cp-corner:0rem", "--cp-corner-small:0rem")),
        ({"spacing": "wide"}, ("--cp-space:1.3",)),
        ({"spacing": "close"}, ("--cp-space:0.75",)),
    ],
)
def test_sizes(options: dict[str, object], written: tuple[str, ...]) -> None:
    """Sizes are relative to the letters that a reader's browser is set to."""
    css = tokens(LookOptions.model_validate(options))
    for each in written:
        assert re.search(rf"{re.escape(each)}[;}}]", css)


def test_every_variable_of_the_style_sheet_is_set(dress: Dress, site: Path) -> None:
    """What the style sheet reads, the tokens, the sheet itself or that of the fonts sets."""
    write_look(site, dress("spacing: usual"))
    css = (site / "assets/charterpress/site.css").read_text("utf-8")
    used, given = (set(re.findall(pattern, css)) for pattern in (r"var\((--cp-[a-z-]+)", r"(--cp-[a-z-]+):"))
    assert len(used) > 20
    assert used - given == {"--cp-font-text", "--cp-font-headings"}
    unused = {name for name in given - used if not name.startswith("--cp-font")}
    assert unused == set()


def test_drawings_have_the_colours_of_the_look(dress: Dress, site: Path) -> None:
    """The circles and the icon are drawn in brand and accent, and the circles again for the dark."""
    write_look(site, dress('brand: "#1d5c36"', 'accent: "#8a6400"'))
    light, dark, icon = (
        (site / "assets/charterpress" / name).read_text("utf-8")
        for name in ("circles.svg", "circles-dark.svg", "icon.svg")
    )
    assert "#1d5c36" in light
    assert "#8a6400" in light
    assert "#1d5c36" in icon
    for drawing in (light, dark, icon):
        assert "#1f5673" not in drawing
        assert "#a8442f" not in drawing
        assert "@" not in drawing
    assert "circles-dark.svg" in (site / "assets/charterpress/site.css").read_text("utf-8")


def test_drawings_of_the_project_stay(dress: Dress, site: Path, tmp_path: Path) -> None:
    """A drawing that a project puts in the place of ours stays as it is, also in the dark."""
    project = dress('brand: "#1d5c36"').model_copy(update={"overrides": tmp_path / "overrides"})
    for folder in (tmp_path / "overrides", site):
        for name in ("circles.svg", "icon.svg"):
            path = folder / "assets/charterpress" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(PLAIN, "utf-8")
    write_look(site, project)
    for name in ("circles.svg", "icon.svg", "circles-dark.svg"):
        assert (site / "assets/charterpress" / name).read_text("utf-8") == PLAIN


def test_the_logo_is_copied_as_it_is(dress: Dress, site: Path, sample: Path) -> None:
    """Both files of a logo are in the site, byte for byte."""
    for name in ("day.svg", "night.svg"):
        (sample / name).write_text(f"<svg id='{name}'/>", "utf-8")
    write_look(site, dress("logo: {file: day.svg, dark_file: night.svg, alt: Example Council}"))
    assert (site / "assets/look/logo.svg").read_bytes() == (sample / "day.svg").read_bytes()
    assert (site / "assets/look/logo-dark.svg").read_bytes() == (sample / "night.svg").read_bytes()

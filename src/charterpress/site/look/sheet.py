"""Write the look of a site into its folder: the tokens, drawings in its colours, and the logo."""

from __future__ import annotations

from pathlib import Path

from charterpress.colours import mixed
from charterpress.content.looksettings import LookOptions
from charterpress.content.settings import Project
from charterpress.site.look.scheme import WHITE, Scheme, dark_given, dark_scheme, lifted, light_given, light_scheme

ASSETS = Path("assets", "charterpress")
SHEET = ASSETS / "site.css"
CIRCLES, CIRCLES_IN_THE_DARK, ICON = (ASSETS / name for name in ("circles.svg", "circles-dark.svg", "icon.svg"))
LOGO, LOGO_IN_THE_DARK = "assets/look/logo", "assets/look/logo-dark"
"""Where the logo lies in the site, without its ending."""

DISC = 2.6
"""The contrast of large discs on dark paper: seen, and calm."""
USUAL_SIZE = 19.0
SPACES = {"close": 0.75, "usual": 1.0, "wide": 1.3}
_DRAWN_IN = {"#1f5673": "brand", "#a8442f": "accent", "#f2d7c4": "glow", "#f2c9a1": "glow"}
"""The colours of our drawings, and what a look has in their place."""


def tokens(look: LookOptions) -> str:
    """Return the tokens of a look as a style sheet: a dark device shows the dark one, paper the light one."""
    light = {**_colours(light_scheme(light_given(look))), "emblem": look.brand, "glow": _glow(look), **_sizes(look)}
    dark = _colours(dark_scheme(dark_given(look)))
    return (
        f":root{{color-scheme:light dark;{_written(light)}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_written(dark)}}}}}\n"
        "@media print{:root{color-scheme:light}}\n"
    )


def _colours(scheme: Scheme) -> dict[str, str]:
    return {name: scheme[name] for name in sorted(scheme)}


def _sizes(look: LookOptions) -> dict[str, str]:
    return {
        "corner": f"{look.corner_radius / 16:g}rem",
        "corner-small": f"{look.corner_radius * 2 / 48:g}rem",
        "space": f"{SPACES[look.spacing]:g}",
        "text-size": f"{look.text_size / USUAL_SIZE * 100:.4g}%",
    }


def _written(values: dict[str, str]) -> str:
    return ";".join(f"--cp-{name}:{value}" for name, value in values.items())


def write_look(site: Path, project: Project) -> None:
    """Write the look of a project into the folder of its site; drawings of its own stay as they are."""
    look = project.settings.look
    sheet = site / SHEET
    sheet.write_text(tokens(look) + sheet.read_text("utf-8"), encoding="utf-8")
    light = {"brand": look.brand, "accent": look.accent, "glow": _glow(look)}
    dark = _dimmed(look)
    drawn = (site / CIRCLES).read_text("utf-8")
    own = _is_own(project, CIRCLES)
    (site / CIRCLES).write_text(drawn if own else _redrawn(drawn, light), encoding="utf-8")
    if not _is_own(project, CIRCLES_IN_THE_DARK):
        (site / CIRCLES_IN_THE_DARK).write_text(drawn if own else _redrawn(drawn, dark), encoding="utf-8")
    if not _is_own(project, ICON):
        (site / ICON).write_text(_redrawn((site / ICON).read_text("utf-8"), light), encoding="utf-8")
    _write_logo(site, project)


def _glow(look: LookOptions) -> str:
    return mixed(look.accent, WHITE, 0.25)


def _dimmed(look: LookOptions) -> Scheme:
    """Return the colours of large drawings in the dark, where those of words would glare."""
    paper = dark_given(look).paper
    discs = {name: lifted(getattr(look, name), paper, DISC) for name in ("brand", "accent")}
    return {**discs, "glow": mixed(_glow(look), paper, 0.8)}


def _redrawn(drawing: str, scheme: Scheme) -> str:
    for colour, name in _DRAWN_IN.items():
        # Marked first, so that no colour is changed twice.
        drawing = drawing.replace(colour, f"@{name}@")
    for name in _DRAWN_IN.values():
        drawing = drawing.replace(f"@{name}@", scheme[name])
    return drawing


def _is_own(project: Project, file: Path) -> bool:
    return project.overrides is not None and (project.overrides / file).is_file()


def logo_files(look: LookOptions) -> dict[str, str]:
    """Return where each file of the logo goes in the site, the light one first, and its name in the project."""
    if look.logo is None:
        return {}
    named = ((LOGO, look.logo.file), (LOGO_IN_THE_DARK, look.logo.dark_file))
    return {place + Path(file).suffix: file for place, file in named if file is not None}


def _write_logo(site: Path, project: Project) -> None:
    for place, file in logo_files(project.settings.look).items():
        path = site / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((project.root / file).read_bytes())

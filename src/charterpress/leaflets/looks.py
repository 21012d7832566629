"""Check how a project wants its leaflets to look, once for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from charterpress.colours import Suits, any_colour
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.languages.fontfolder import FontRequest, check_fonts
from charterpress.leaflets.contrast import ROLES, check_contrast, check_ink, passes
from charterpress.leaflets.designs.library import check_design, find_design
from charterpress.leaflets.settings import MOST_INK, settings_of


def check_looks(project: Project, most_ink: float = MOST_INK, site_suits: Suits = any_colour) -> tuple[Finding, ...]:
    """Return what is wrong with design, colours, fonts and sizes, each with its place in mkdocs.yml.

    `most_ink` is what the printer takes on one spot, in per cent. `site_suits` tells whether the site can do with
    another colour where leaflets have the same.
    """
    return tuple(_looks(project, most_ink, site_suits)) if project.settings.leaflets.enabled else ()


def leaflets_suit(project: Project, most_ink: float = MOST_INK) -> Suits:
    """Return what tells whether leaflets can be read with another colour of the site, where they have that."""
    own, unknown = project.settings.leaflets, _unknown_colours(project)
    settings = settings_of(project, most_ink=most_ink)
    design = find_design(settings.design)

    def suits(name: str, colour: str) -> bool:
        shared = own.enabled and name in ROLES and name not in unknown and getattr(own, name) is None
        return not shared or not project.knows("leaflets", "design") or passes(settings, design, name, colour)

    return suits


def _looks(project: Project, most_ink: float, site_suits: Suits) -> Iterator[Finding]:
    yield from check_design(project)
    settings, own = settings_of(project, most_ink=most_ink), project.settings.leaflets
    known = project.knows("leaflets", "design")

    def suits(name: str, colour: str) -> bool:
        return getattr(own, name) is not None or site_suits(name, colour)

    design = find_design(settings.design)
    close = check_contrast(settings, design, _unknown_colours(project), suits) if known else ()
    for name, finding in (*check_ink(settings), *close):
        room = "leaflets" if getattr(project.settings.leaflets, name, None) is not None else "look"
        yield project.finding(finding.rule, finding.message, finding.hint, room, name)
    yield from check_leaflet_fonts(project)
    yield from _check_sizes(project)


def _unknown_colours(project: Project) -> frozenset[str]:
    """Return the colours of leaflets that are wrong in the settings, those that they take from the site among them."""
    own = project.settings.leaflets
    return frozenset(
        role
        for role in ROLES
        if not (project.knows("leaflets", role) and project.knows("leaflets", f"{role}_press"))
        or (getattr(own, role) is None and not project.knows("look", role))
    )


def check_leaflet_fonts(project: Project) -> Iterator[Finding]:
    """Yield what is wrong with the fonts of a project's own that leaflets are to have."""
    leaflets = project.settings.leaflets
    given = "fonts" in leaflets.model_fields_set
    yield from check_fonts(project, FontRequest(leaflets.fonts, ("leaflets", "fonts"), "leaflet-font", given))


def _check_sizes(project: Project) -> Iterator[Finding]:
    options = project.settings.leaflets
    both = {"minimum_size", "maximum_size"} <= options.model_fields_set
    if both and options.maximum_size < options.minimum_size:
        message = (
            f"the largest text, {options.maximum_size:g} pt, is smaller than the smallest, {options.minimum_size:g} pt"
        )
        hint = "Give 'maximum_size' the larger number."
        yield project.finding("leaflet-sizes", message, hint, "leaflets", "maximum_size")

"""Check how a project wants its leaflets to look, once for all of them."""

from __future__ import annotations

from collections.abc import Iterator

from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.languages.fontfolder import FontRequest, check_fonts
from charterpress.leaflets.contrast import ROLES, check_contrast, check_ink
from charterpress.leaflets.designs.library import check_design, find_design
from charterpress.leaflets.settings import MOST_INK, settings_of


def check_looks(project: Project, most_ink: float = MOST_INK) -> tuple[Finding, ...]:
    """Return what is wrong with design, colours, fonts and sizes, each with its place in mkdocs.yml.

    `most_ink` is what the printer takes on one spot, in per cent.
    """
    return tuple(_looks(project, most_ink)) if project.settings.leaflets.enabled else ()


def _looks(project: Project, most_ink: float) -> Iterator[Finding]:
    yield from check_design(project)
    settings = settings_of(project, most_ink=most_ink)
    known = project.knows("leaflets", "design")
    close = check_contrast(settings, find_design(settings.design), _unknown_colours(project)) if known else ()
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

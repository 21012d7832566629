"""Know which promises a folded leaflet has, and check the choice that a charter makes."""

from __future__ import annotations

from collections.abc import Iterator

from charterpress.content.model import Charter
from charterpress.content.nearest import nearest
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding

_TAKE_OUT = "Name commitments or themes, or take out 'leaflet:' for a leaflet of the whole charter."


def chosen(charter: Charter) -> frozenset[str] | None:
    """Return the ids of the commitments that a folded leaflet has, or None where it has all of them."""
    choice, every = charter.leaflet, charter.commitments()
    if choice is None:
        return None
    named = {*choice.commitments, *(one for theme in choice.themes for one in _promised_on(charter, theme))}
    of_all = not choice.commitments and not choice.themes
    ids = frozenset(one.id for one in every if (of_all or one.id in named) and (one.leaflet or not choice.short))
    return None if len(ids) == len(every) else ids


def _promised_on(charter: Charter, theme: str) -> Iterator[str]:
    return (one.id for block in charter.blocks_on(theme) for one in block.commitments)


def check_choice(charter: Charter, file: YamlFile) -> Iterator[Finding]:
    """Yield what the choice of a leaflet names that is not there, and what leaves it without a promise."""
    choice = charter.leaflet
    if choice is None:
        return
    shortened = {one.id for one in charter.commitments() if one.leaflet}
    if not choice.commitments and not choice.themes and not choice.short:
        yield file.finding("leaflet-selection", "the leaflet chooses nothing", _TAKE_OUT, ("leaflet",))
    elif choice.short and not shortened:
        message = "'short: true' chooses the promises with a 'leaflet:' text, and none has one"
        hint = "Give the promises for the leaflet a 'leaflet:' text, or take out 'short: true'."
        yield file.finding("leaflet-selection", message, hint, ("leaflet", "short"))
    else:
        yield from _check_commitments(charter, shortened if choice.short else None, file)
        yield from _check_themes(charter, shortened if choice.short else None, file)


def _check_commitments(charter: Charter, shortened: set[str] | None, file: YamlFile) -> Iterator[Finding]:
    known = [one.id for one in charter.commitments()]
    for number, one in enumerate(charter.leaflet.commitments if charter.leaflet else ()):
        at = ("leaflet", "commitments", number)
        if one not in known:
            message = f"the leaflet chooses '{one}', and there is no commitment '{one}' in this charter"
            hint = f"{nearest(one, known, 'id')} If it was removed, take it out here too."
            yield file.finding("missing-reference", message, hint, at)
        elif shortened is not None and one not in shortened:
            message = f"the leaflet chooses '{one}', and 'short: true' leaves it out: it has no 'leaflet:' text"
            hint = "Give it a 'leaflet:' text, or take it out here, or take out 'short: true'."
            yield file.finding("leaflet-selection", message, hint, at)


def _check_themes(charter: Charter, shortened: set[str] | None, file: YamlFile) -> Iterator[Finding]:
    agreed = charter.protocols.items if charter.protocols else ()
    themes = [*(section.theme for section in charter.themes), *(one.theme for one in agreed if one.theme)]
    for number, theme in enumerate(charter.leaflet.themes if charter.leaflet else ()):
        at = ("leaflet", "themes", number)
        promised = set(_promised_on(charter, theme))
        if not promised:
            message = f"the leaflet chooses the theme '{theme}', and this charter promises nothing on it"
            hint = f"{nearest(theme, themes, 'theme')} Or take it out here."
            yield file.finding("leaflet-selection", message, hint, at)
        elif shortened is not None and not promised & shortened:
            message = f"the leaflet chooses the theme '{theme}', and none of its promises has a 'leaflet:' text"
            hint = "Give one of them a 'leaflet:' text, or take the theme out here, or take out 'short: true'."
            yield file.finding("leaflet-selection", message, hint, at)

"""Check the look of a site: every two colours that meet, and the letters, each with its place in mkdocs.yml."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from charterpress.colours import around
from charterpress.content.looksettings import LookOptions
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.site.look.letters import check_letters
from charterpress.site.look.pairs import Pair, failing, pairs
from charterpress.site.look.scheme import (
    DARK_ROOTS,
    ROOTS,
    TOKENS,
    Given,
    Scheme,
    dark_given,
    dark_scheme,
    light_given,
    light_scheme,
)


@dataclass(frozen=True)
class _Side:
    """Hold one of the two looks: how it is derived, and which of its colours the settings give themselves."""

    name: str
    given: Given
    chosen: frozenset[str]
    derive: Callable[[Given], Scheme]
    roots: Mapping[str, str]

    def decides(self, pair: Pair) -> str | None:
        """Return the colour of the settings to change for a pair: one that was chosen, that of the words first."""
        roots = [root for name in (pair.colour, pair.ground) if (root := self.roots.get(name, name)) in TOKENS]
        return next((root for root in roots if root in self.chosen), next(iter(roots), None))

    def nearest(self, token: str) -> str | None:
        """Return the nearest colour for a token with which all passes that it decides, and that has passed before."""
        now = self.derive(self.given)
        judged = [pair for pair in pairs() if pair.passes(now) or self.decides(pair) == token]
        for colour in around(getattr(self.given, token)):
            scheme = self.derive(replace(self.given, **{token: colour}))
            if all(pair.passes(scheme) for pair in judged):
                return colour
        return None


def check_site_look(project: Project) -> tuple[Finding, ...]:
    """Return what is wrong with the colours and the fonts of the site."""
    sides = _sides(project.settings.look)
    return (*(finding for side in sides for finding in _close(project, side)), *check_letters(project))


def _sides(look: LookOptions) -> Iterator[_Side]:
    yield _Side("light", light_given(look), frozenset(look.model_fields_set), light_scheme, ROOTS)
    yield _Side("dark", dark_given(look), frozenset(look.dark.model_fields_set), dark_scheme, DARK_ROOTS)


def _close(project: Project, side: _Side) -> Iterator[Finding]:
    """Yield each colour that is too close to others, with all of these that the same setting mends."""
    scheme = side.derive(side.given)
    found: dict[tuple[str, str, float], list[Pair]] = {}
    for pair in failing(scheme):
        found.setdefault((side.decides(pair) or "ink", pair.colour, pair.needed), []).append(pair)
    hints = {token: _advice(token, side) for token in dict.fromkeys(token for token, _, _ in found)}
    for (token, colour, needed), close in found.items():
        grounds = ", ".join(
            f"{pair.ground} ({scheme[pair.ground]}, contrast {_rounded(pair.ratio(scheme)):.2f})" for pair in close
        )
        where = "; ".join(dict.fromkeys(place for pair in close for place in pair.where))
        message = (
            f"the site's colour {colour} ({scheme[colour]}) cannot be read in the {side.name} look on {grounds}:"
            f" {needed:g} needed ({where})"
        )
        keys = ("look", "dark", token) if side.name == "dark" and token in side.chosen else ("look", token)
        yield project.finding("look-contrast", message, hints[token], *keys)


def _rounded(ratio: float) -> float:
    # What fails must never read as if it passed.
    return int(ratio * 100) / 100


def _advice(token: str, side: _Side) -> str:
    better = side.nearest(token)
    if better is None:
        return f"No {token} of this hue can be read everywhere: choose another colour, or change what it lies on."
    if side.name == "dark" and token not in side.chosen:
        return f"""Give the dark look its own: under 'look:' write 'dark: {{{token}: "{better}"}}'."""
    return f'The nearest {token} of the same hue that can be read everywhere is "{better}".'

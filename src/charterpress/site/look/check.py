"""Check the look of a site: every two colours that meet, and the letters, each with its place in mkdocs.yml."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from charterpress.colours import around
from charterpress.content.looksettings import LookOptions
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.site.look.letters import check_letters
from charterpress.site.look.pairs import Pair, failing, pairs
from charterpress.site.look.scheme import (
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

    def decides(self, pair: Pair) -> str | None:
        """Return the colour of the settings to change for a pair: one that was chosen, that of the words first."""
        roots = [root for name in (pair.colour, pair.ground) if (root := ROOTS.get(name, name)) in TOKENS]
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
    yield _Side("light", light_given(look), frozenset(look.model_fields_set), light_scheme)
    yield _Side("dark", dark_given(look), frozenset(look.dark.model_fields_set), dark_scheme)


def _close(project: Project, side: _Side) -> Iterator[Finding]:
    scheme = side.derive(side.given)
    hints: dict[str, str] = {}
    for pair in failing(scheme):
        token = side.decides(pair) or "ink"
        if token not in hints:
            hints[token] = _advice(token, side)
        colours = f"{pair.colour} ({scheme[pair.colour]}) on {pair.ground} ({scheme[pair.ground]})"
        message = (
            f"the site's colours {colours} are too close to read in the {side.name} look:"
            f" contrast {_rounded(pair.ratio(scheme)):.2f}, {pair.needed:g} needed ({'; '.join(pair.where)})"
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

"""Check the look of a site: every two colours that meet, and the letters, each with its place in mkdocs.yml."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from charterpress.colours import Suits, any_colour, around
from charterpress.content.looksettings import LookOptions
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.site.look.letters import check_letters
from charterpress.site.look.pairs import Pair, failing, pairs
from charterpress.site.look.scheme import (
    BLACK,
    DARK_ROOTS,
    ROOTS,
    TOKENS,
    WHITE,
    Given,
    Scheme,
    dark_given,
    dark_scheme,
    light_given,
    light_scheme,
)


@dataclass(frozen=True)
class _Side:
    """Hold one of the two looks: how it is derived, and which of its colours the settings give themselves.

    `certain` has the colours of the look that are the same whatever was meant where a setting is wrong. `mended` has
    the pairs that pass once the other look is mended as advised.
    """

    name: str
    given: Given
    chosen: frozenset[str]
    derive: Callable[[Given], Scheme]
    roots: Mapping[str, str]
    certain: frozenset[str] = frozenset()
    mended: frozenset[Pair] = frozenset()

    @property
    def scheme(self) -> Scheme:
        """Return every colour of the look."""
        return self.derive(self.given)

    @property
    def failing(self) -> Iterator[Pair]:
        """Yield each two colours that are too close, and of which both are certain."""
        close = (pair for pair in failing(self.scheme) if {pair.colour, pair.ground} <= self.certain)
        yield from (pair for pair in close if pair not in self.mended)

    def decides(self, pair: Pair) -> str | None:
        """Return the colour of the settings to change for a pair: one that was chosen, that of the words first."""
        roots = [root for name in (pair.colour, pair.ground) if (root := self.roots.get(name, name)) in TOKENS]
        return next((root for root in roots if root in self.chosen), next(iter(roots), None))

    def judged(self, token: str) -> tuple[Pair, ...]:
        """Return the pairs that must pass with another colour for a token: those it decides, those that pass now."""
        now = self.scheme
        return tuple(pair for pair in pairs() if pair.passes(now) or self.decides(pair) == token)

    def nearest(self, token: str, suits: Suits) -> str | None:
        """Return the nearest colour for a token with which all passes that it decides, and that has passed before."""
        judged = self.judged(token)
        for colour in around(getattr(self.given, token)):
            scheme = self.derive(replace(self.given, **{token: colour}))
            if all(pair.passes(scheme) for pair in judged) and suits(token, colour):
                return colour
        return None


def site_suits(project: Project) -> Suits:
    """Return what tells whether the light look can be read with another colour for one that was chosen for it."""
    light, _ = _sides(project.settings.look)

    def suits(token: str, colour: str) -> bool:
        scheme = light.derive(replace(light.given, **{token: colour}))
        return all(pair.passes(scheme) for pair in light.judged(token))

    return suits


def check_site_look(project: Project, suits: Suits = any_colour) -> tuple[Finding, ...]:
    """Return what is wrong with the colours and the fonts of the site.

    `suits` tells whether leaflets, which have colours of the light look, can do with one that is advised.
    """
    look = project.settings.look
    others = [tuple(_sides(other)) for other in _with_other_colours(project, look)]
    sides = [
        replace(side, certain=_unchanged(side, *(other[number] for other in others)))
        for number, side in enumerate(_sides(look))
    ]
    light, dark = sides
    dark = replace(dark, mended=_mended_with(light, look, suits))
    return (*_close(project, light, suits), *_close(project, dark, any_colour), *check_letters(project))


def _mended_with(light: _Side, look: LookOptions, suits: Suits) -> frozenset[Pair]:
    """Return the pairs of the dark look that pass with what is advised for the light one, which it is derived from."""
    advised = {token: light.nearest(token, suits) for token in {light.decides(pair) for pair in light.failing} if token}
    if not any(advised.values()):
        return frozenset()
    better = look.model_copy(update={token: colour for token, colour in advised.items() if colour is not None})
    scheme = dark_scheme(dark_given(better))
    return frozenset(pair for pair in pairs() if pair.passes(scheme))


def _sides(look: LookOptions) -> Iterator[_Side]:
    yield _Side("light", light_given(look), frozenset(look.model_fields_set), light_scheme, ROOTS)
    yield _Side("dark", dark_given(look), frozenset(look.dark.model_fields_set), dark_scheme, DARK_ROOTS)


def _with_other_colours(project: Project, look: LookOptions) -> Iterator[LookOptions]:
    """Yield the look with colours in place of those that nobody knows: what they have a part in is another one then."""
    light = [token for token in TOKENS if not project.knows("look", token)]
    dark = [token for token in TOKENS if not project.knows("look", "dark", token)]
    for colour in (BLACK, WHITE) if light or dark else ():
        own = look.dark.model_copy(update=dict.fromkeys(dark, colour))
        yield look.model_copy(update={**dict.fromkeys(light, colour), "dark": own})


def _unchanged(side: _Side, *others: _Side) -> frozenset[str]:
    schemes = [other.scheme for other in others]
    return frozenset(name for name, colour in side.scheme.items() if all(scheme[name] == colour for scheme in schemes))


def _close(project: Project, side: _Side, suits: Suits) -> Iterator[Finding]:
    """Yield each colour that is too close to others, with all of these that the same setting mends."""
    scheme = side.scheme
    found: dict[tuple[str, str, float], list[Pair]] = {}
    for pair in side.failing:
        found.setdefault((side.decides(pair) or "ink", pair.colour, pair.needed), []).append(pair)
    hints = {token: _advice(token, side, suits) for token in dict.fromkeys(token for token, _, _ in found)}
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


def _advice(token: str, side: _Side, suits: Suits) -> str:
    better = side.nearest(token, suits)
    if better is None:
        return f"No {token} of this hue can be read everywhere: choose another colour, or change what it lies on."
    if side.name == "dark" and token not in side.chosen:
        return f"""Give the dark look its own: under 'look:' write 'dark: {{{token}: "{better}"}}'."""
    return f'The nearest {token} of the same hue that can be read everywhere is "{better}".'

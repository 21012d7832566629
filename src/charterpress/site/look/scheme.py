"""Derive every colour of the site, light and dark, from the few that the settings give."""

from __future__ import annotations

from dataclasses import dataclass

from charterpress.colours import LEAST, contrast, from_hex, lighter, mixed
from charterpress.content.looksettings import LookOptions

WHITE, BLACK = "#ffffff", "#000000"
NIGHT = "#101214"
TOKENS = ("brand", "accent", "paper", "card", "ink")
LIFTED = 7.0
"""The contrast on cards that a colour of the dark look is lifted to, so that it can be read on tinted grounds too."""

ROOTS = {
    "brand-strong": "brand",
    "brand-soft": "brand",
    "on-brand": "brand",
    "foot": "brand",
    "on-foot": "brand",
    "accent-strong": "accent",
    "accent-soft": "accent",
    "accent-line": "accent",
    "ink-soft": "ink",
    "line": "ink",
}
"""Which colour of the settings decides a derived one; the others are the settings' own, or always the same."""
DARK_ROOTS = {**ROOTS, "on-foot": "ink"}
"""The same in the dark look."""


@dataclass(frozen=True)
class Given:
    """Hold the colours of one look that all its others are derived from, as `#rrggbb`."""

    brand: str
    accent: str
    paper: str
    card: str
    ink: str


Scheme = dict[str, str]
"""Every colour of a look, `#rrggbb` by its name, which is that of its variable in style sheets without `--cp-`."""


def light_given(look: LookOptions) -> Given:
    """Return the colours that the light look stands on: those of the settings."""
    return Given(look.brand, look.accent, look.paper, look.card, look.ink)


def dark_given(look: LookOptions) -> Given:
    """Return the colours that the dark look stands on: its own ones in the settings, else derived from the light ones.

    The paper is nearly black with 12 % of the brand in it, the card has 6 % white over it, and words are 90 % white.
    Brand and accent keep their hue and become lighter until they have 7 to 1 on a card.
    """
    own = look.dark
    paper = own.paper or mixed(look.brand, NIGHT, 0.12)
    card = own.card or mixed(WHITE, paper, 0.06)
    return Given(
        own.brand or lifted(look.brand, card),
        own.accent or lifted(look.accent, card),
        paper,
        card,
        own.ink or mixed(WHITE, paper, 0.9),
    )


def light_scheme(given: Given) -> Scheme:
    """Return the light look: strong colours have 30 % black, soft grounds are 10 % of a colour on a card."""
    strong = mixed(BLACK, given.brand, 0.3)
    return {
        **_common(given),
        "brand-strong": strong,
        "brand-soft": mixed(given.brand, given.card, 0.1),
        "accent-strong": mixed(BLACK, given.accent, 0.3),
        "accent-soft": mixed(given.accent, given.card, 0.1),
        "foot": strong,
        "on-foot": _words_on(strong),
        "notice": "#fff4d6",
        "notice-line": "#8a6100",
        "mark": "#ffefb8",
        "shade": "#00000024",
    }


def dark_scheme(given: Given) -> Scheme:
    """Return the dark look: strong colours have 30 % white, soft grounds are 14 % of a colour on a card."""
    soft = mixed(given.brand, given.card, 0.14)
    return {
        **_common(given),
        "brand-strong": mixed(WHITE, given.brand, 0.3),
        "brand-soft": soft,
        "accent-strong": mixed(WHITE, given.accent, 0.3),
        "accent-soft": mixed(given.accent, given.card, 0.14),
        "foot": soft,
        "on-foot": given.ink,
        "notice": "#3a3018",
        "notice-line": "#e0b24c",
        "mark": "#44360f",
        "shade": "#00000066",
    }


def _common(given: Given) -> Scheme:
    return {
        **{name: getattr(given, name) for name in TOKENS},
        "on-brand": _words_on(given.brand),
        "accent-line": mixed(given.accent, given.card, 0.5),
        "ink-soft": mixed(given.ink, given.paper, 0.8),
        "line": mixed(given.ink, given.paper, 0.16),
    }


def _words_on(ground: str) -> str:
    """Return white where words in it can be read on a ground, else black, which then can."""
    return WHITE if contrast(from_hex(WHITE), from_hex(ground)) >= LEAST else BLACK


def lifted(colour: str, ground: str, ratio: float = LIFTED) -> str:
    """Return a colour, made lighter until it has a contrast on a ground."""
    enough = (one for one in lighter(colour) if contrast(from_hex(one), from_hex(ground)) >= ratio)
    return next(enough, WHITE)

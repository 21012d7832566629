"""Judge whether words can be read on their grounds, on screen and in print, and find colours that can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from charterpress.colours import LEAST, LEAST_LARGE, Channels, Suits, any_colour, around, contrast
from charterpress.findings import Finding
from charterpress.leaflets.colours import Palette, press_palette, screen_palette
from charterpress.leaflets.designs.design import Design, Pair
from charterpress.leaflets.inks import fewer, to_screen
from charterpress.leaflets.settings import LeafletSettings

ROLES = ("brand", "accent")
ON_SCREEN, IN_PRINT = "on screen", "in print"

Inks = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black in per cent."""


@dataclass(frozen=True)
class Meeting:
    """Hold two colours that meet, where they do, and the contrast that this needs."""

    colour: str
    ground: str
    places: tuple[str, ...]
    needed: float

    @property
    def roles(self) -> tuple[str, ...]:
        """Return the colours of the settings that meet, that of the words first."""
        roles = (name.partition(" ")[0] for name in (self.colour, self.ground))
        return tuple(role for role in roles if role in ROLES)

    @property
    def role(self) -> str | None:
        """Return the colour of the settings that decides, if one does."""
        return next(iter(self.roles), None)

    def on_screen(self, palette: Palette) -> float:
        """Return the contrast in RGB."""
        return contrast(palette.words(self.colour), palette.shade(self.ground))

    def in_print(self, palette: Palette) -> float:
        """Return the contrast of the inks, as they look on paper."""
        return contrast(to_screen(palette.words(self.colour)), to_screen(palette.shade(self.ground)))


def meetings(design: Design) -> tuple[Meeting, ...]:
    """Return which colours meet in a design, each two once; the smallest words decide what they need."""
    found: dict[tuple[str, str], list[Pair]] = {}
    for pair in design.pairs():
        found.setdefault((pair.colour, pair.ground), []).append(pair)
    return tuple(
        Meeting(
            *colours,
            tuple(dict.fromkeys(pair.place for pair in pairs)),
            LEAST_LARGE if all(pair.large for pair in pairs) else LEAST,
        )
        for colours, pairs in found.items()
    )


def check_contrast(
    settings: LeafletSettings, design: Design, unknown: frozenset[str] = frozenset(), suits: Suits = any_colour
) -> Iterator[tuple[str, Finding]]:
    """Yield each two colours that are too close, with the setting to change: `brand`, `accent`, or either in print.

    `unknown` has those of the two of which nobody knows what they are: what they meet is not judged. `suits` tells
    whether the site, whose colours they may be, can do with one that is advised.
    """
    failing = tuple(one for one in _failing(settings, design) if not unknown & set(one[1].roles))
    better = mended(settings, design, tuple(dict.fromkeys(name for name, _, _ in failing if name != "design")), suits)
    for name, meeting, low in failing:
        said = " and ".join(f"{ratio:.2f} {where}" for where, ratio in low.items())
        message = (
            f"the leaflet colours {meeting.colour} on {meeting.ground} are too close to read: contrast {said},"
            f" {meeting.needed:g} needed (design {design.name}: {', '.join(meeting.places)})"
        )
        yield name, Finding("leaflet-contrast", message, _advice(name, settings, better))


def _failing(settings: LeafletSettings, design: Design) -> Iterator[tuple[str, Meeting, dict[str, float]]]:
    """Yield each meeting that is too close, with the setting that decides it and the ratios that are too low."""
    screen, press = screen_palette(settings), press_palette(settings)
    for meeting in meetings(design):
        ratios = {ON_SCREEN: meeting.on_screen(screen), IN_PRINT: meeting.in_print(press)}
        low = {where: ratio for where, ratio in ratios.items() if ratio < meeting.needed}
        if low:
            role = meeting.role or "design"
            given = role in ROLES and getattr(settings, f"{role}_press") is not None
            yield f"{role}_press" if given and ON_SCREEN not in low else role, meeting, low


def check_ink(settings: LeafletSettings) -> Iterator[tuple[str, Finding]]:
    """Yield each colour for the press that lays down more ink than the paper, or the printer, can take."""
    for name in (f"{role}_press" for role in ROLES):
        given = getattr(settings, name)
        if given is not None and sum(given) > settings.most_ink:
            message = f"the leaflet colour {name} lays down {sum(given):g} % ink, {settings.most_ink:g} % may be"
            less = fewer(tuple(part / 100 for part in given), settings.most_ink / 100)
            yield name, Finding("leaflet-ink", message, f"Write {name}: {_in_per_cent(less)}, which looks much alike.")


def _advice(name: str, settings: LeafletSettings, better: LeafletSettings) -> str:
    if name == "design":
        return "Choose another design."
    if getattr(better, name) == getattr(settings, name):
        return f"No {name} of this hue can be read everywhere in this design: choose another colour or design."
    value = getattr(better, name)
    written = f'"{value}"' if isinstance(value, str) else _in_per_cent(tuple(part / 100 for part in value))
    return f"The nearest {name} of the same hue that can be read everywhere is {written}."


def mended(
    settings: LeafletSettings, design: Design, names: tuple[str, ...], suits: Suits = any_colour
) -> LeafletSettings:
    """Return settings in which the named colours are the nearest ones that pass, or stay where there are none.

    A colour may stand on a tint of the other, so each is looked for again when the other has changed.
    """
    for _ in range(2):
        for name in names:
            found = nearest_passing(settings, design, name, suits)
            changes: dict[str, Any] = {} if found is None else {name: found}
            settings = replace(settings, **changes)
    return settings


def nearest_passing(
    settings: LeafletSettings, design: Design, name: str, suits: Suits = any_colour
) -> str | Inks | None:
    """Return the nearest colour for a setting with which all pass that it decides; it may be the one there is."""
    now = getattr(settings, name)
    candidates = around(now) if isinstance(now, str) else _inks_around(now, settings.most_ink / 100)
    return next(
        (
            value
            for value in (now, *candidates)
            if passes(settings, design, name, value) and (not isinstance(value, str) or suits(name, value))
        ),
        None,
    )


def passes(settings: LeafletSettings, design: Design, name: str, value: str | Inks) -> bool:
    """Tell whether all can be read that a setting decides, were it another colour."""
    role, inks = name.removesuffix("_press"), name.endswith("_press")
    concerned = [meeting for meeting in meetings(design) if meeting.role == role]
    derived = getattr(settings, f"{role}_press") is None
    changes: dict[str, Any] = {name: value}
    tried = replace(settings, **changes)
    if not inks and not _all(concerned, Meeting.on_screen, screen_palette(tried)):
        return False
    return not (inks or derived) or _all(concerned, Meeting.in_print, press_palette(tried))


def _all(concerned: list[Meeting], ratio: Callable[[Meeting, Palette], float], palette: Palette) -> bool:
    return all(ratio(meeting, palette) >= meeting.needed for meeting in concerned)


def _inks_around(inks: Inks, limit: float) -> Iterator[Inks]:
    """Yield inks with ever more black, and with ever less of everything; darker ones within the ink limit."""
    cyan, magenta, yellow, black = inks
    for step in range(1, 101):
        if black + step <= 100:  # noqa: PLR2004 - per cent
            darker = fewer((cyan / 100, magenta / 100, yellow / 100, (black + step) / 100), limit)
            yield _four(tuple(100 * part for part in darker))
        yield _four(tuple(part * (100 - step) / 100 for part in inks))


def _four(inks: Channels) -> Inks:
    cyan, magenta, yellow, black = (round(part) for part in inks)
    return cyan, magenta, yellow, black


def _in_per_cent(inks: Channels) -> str:
    return "[" + ", ".join(f"{100 * part:.0f}" for part in inks) + "]"

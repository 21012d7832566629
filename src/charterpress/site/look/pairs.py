"""Read which colours of the site meet, and find those that are too close."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from charterpress.colours import LEAST, LEAST_LARGE, contrast, from_hex
from charterpress.content.model.base import Model
from charterpress.content.shipped import shipped
from charterpress.site.look.scheme import Scheme

FILE = files("charterpress.site.look") / "pairs.yml"


class Entry(Model):
    """Hold an entry of the file: a colour, and the grounds that it lies on somewhere."""

    colour: str
    grounds: tuple[str, ...]
    needs: Literal["words", "signs"]
    where: str


@dataclass(frozen=True)
class Pair:
    """Hold two colours that meet, by name, the contrast that they need, and where they meet."""

    colour: str
    ground: str
    needed: float
    where: tuple[str, ...]

    def ratio(self, scheme: Scheme) -> float:
        """Return the contrast of the two in a look."""
        return contrast(from_hex(scheme[self.colour]), from_hex(scheme[self.ground]))

    def passes(self, scheme: Scheme) -> bool:
        """Tell whether the two can be told apart as well as they need."""
        return self.ratio(scheme) >= self.needed


@cache
def pairs() -> tuple[Pair, ...]:
    """Return which colours meet, each two once; words decide what they need where there are words and signs."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in map(Entry.model_validate, shipped(FILE)):
        for ground in entry.grounds:
            found.setdefault((entry.colour, ground), []).append(entry)
    return tuple(
        Pair(*names, _needed(entries), tuple(dict.fromkeys(entry.where for entry in entries)))
        for names, entries in found.items()
    )


def _needed(entries: list[Entry]) -> float:
    return LEAST if any(entry.needs == "words" for entry in entries) else LEAST_LARGE


def failing(scheme: Scheme) -> Iterator[Pair]:
    """Yield each pair of a look that is too close."""
    yield from (pair for pair in pairs() if not pair.passes(scheme))

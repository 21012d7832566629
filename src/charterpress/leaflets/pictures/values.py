"""Define a picture that is ready to be put on leaflets, as plain values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Name = Literal["logo", "cover_picture"]

Shines = Callable[[bytes], tuple[str, ...]]
"""Returns what can be seen through on the page of a PDF, by name."""

POINTS = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True)
class Room:
    """Hold the largest room that a picture takes on any leaflet, in mm: filled by it, or else as large as fits."""

    width: float
    height: float
    filled: bool

    def size_of(self, ratio: float) -> tuple[float, float]:
        """Return width and height in mm of a picture that is `ratio` times as wide as it is high."""
        choose = max if self.filled else min
        width = choose(self.width, self.height * ratio)
        return width, width / ratio


ROOMS: dict[Name, Room] = {"logo": Room(60, 14, filled=False), "cover_picture": Room(158, 108, filled=True)}
"""A logo is 14 mm high at the most. The cover of a booklet has 148 x 97 mm for a picture, and 5 mm to be cut off."""


@dataclass(frozen=True)
class Picture:
    """Hold a picture as two PDFs of one page, for the screen and for the press, and what it shows in words.

    `ratio` is its width over its height. `press` is empty where nothing goes to press. `words` are by language, those
    of the project's own first; without any the picture is there to be looked at only.
    """

    name: Name
    ratio: float
    words: tuple[tuple[str, str], ...]
    screen: bytes
    press: bytes = b""

    def alt(self, locale: str) -> tuple[str, str]:
        """Return the words for a language, and the language that they are in: the project's own where it has none."""
        first = self.words[0] if self.words else (locale, "")
        return next((pair for pair in self.words if pair[0] == locale), first)

    @property
    def mark(self) -> tuple[int, int, int]:
        """Return the colour of the one pixel that keeps the picture's place while type is set."""
        return (1, 2, 3 + list(ROOMS).index(self.name))


Pictures = tuple[Picture, ...]
"""The pictures that a project's leaflets have."""


def described(pictures: Pictures, locale: str) -> dict[str, dict[str, object]]:
    """Return what the templates need to know of the pictures in a language, fit for JSON; sizes are in mm."""
    described: dict[str, dict[str, object]] = {}
    for one in pictures:
        width, height = ROOMS[one.name].size_of(one.ratio)
        language, alt = one.alt(locale)
        described[one.name] = {
            "mark": one.mark,
            "ratio": one.ratio,
            "alt": alt,
            "language": language.split("-", maxsplit=1)[0],
            "width": width,
            "height": height,
        }
    return described

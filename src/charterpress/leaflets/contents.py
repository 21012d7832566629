"""Gather everything that a leaflet says into the data that the templates read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass

from charterpress.content.inline import plain_text
from charterpress.content.model.charter import Charter
from charterpress.languages.locales import Locale
from charterpress.leaflets import words as w
from charterpress.leaflets.blocks import Panels
from charterpress.leaflets.faces import FaceWriter
from charterpress.leaflets.flow import FlowWriter, Fullness
from charterpress.leaflets.qr import draw_code
from charterpress.leaflets.runs import END_OF_ISOLATE, ISOLATES, Setter
from charterpress.leaflets.whole import WholeWriter, ids_inside

LONG_WORD = re.compile(r"[^\s/\u2066\u2067\u2069-]{18,}")
"""A run of letters that may be wider than a panel; shorter ones never are."""
ADDRESS = re.compile(
    r"\b(?:https?://|[\w.+-]{1,64}@)?(?:[^\W_][\w-]{0,62}\.){1,9}[^\W\d_]{2,}"
    r"(?::\d+)?(?:/(?:[^\s\u2066-\u2069<>\"“”«»]*[\w/])?)?",
    re.ASCII,
)
"""A web or e-mail address in a text, without the sign that ends the sentence."""
COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True)
class Contents:
    """Hold what a leaflet is made from: a charter in one language, and the words around it.

    A leaflet of panels has to choose; one that is `whole` has all that the charter says. `address` is the charter's
    page; `printed` is the one that paper shows, and that its code leads to, where that is another.
    """

    charter: Charter
    theme_titles: Mapping[str, str]
    locale: Locale
    words: Callable[[str], str]
    organisation: str
    address: str
    draft: bool
    selection: frozenset[str] | None = None
    whole: bool = False
    printed: str = ""

    def word(self, message: str) -> str:
        """Return an interface word; one that is not translated yet keeps its own direction."""
        word = self.words(message)
        if word == message and self.locale.direction == "rtl":
            return f"{ISOLATES['ltr']}{word}{END_OF_ISOLATE}"
        return word

    def panels(self, fullness: Fullness) -> Panels:
        """Return the leaflet's panels as values."""
        inside = ids_inside(self.charter, self.selection) if self.whole else frozenset[str]()
        setter = Setter(self.locale, self.charter.language, self.address, inside)
        writer = WholeWriter if self.whole else FlowWriter
        flow = writer(self.charter, self.theme_titles, setter, self.word, self.selection)
        chosen = self.selection is not None
        shown = self.printed or self.address
        faces = FaceWriter(self.charter, setter, self.word, self.organisation, self.draft, chosen, shown)
        return Panels(
            faces.front(flow.shape), flow.blocks(fullness), faces.back(), self.word(w.MY_NOTES), self.word(w.INSIDE)
        )

    def printed_texts(self, fullness: Fullness) -> tuple[str, ...]:
        """Return every text that is printed, interface words included."""
        return tuple(_printed(_plain(self.panels(fullness))))

    def data(self, fullness: Fullness) -> dict[str, object]:
        """Return what a template needs to know, fit for JSON."""
        language, _, rest = self.locale.code.partition("-")
        values, code = _plain(self.panels(fullness)), draw_code(self.printed or self.address)
        texts = tuple(_printed(values))
        country = COUNTRY.search(rest)
        return {
            **values,
            "title": plain_text(self.charter.title),
            "author": self.organisation,
            "description": plain_text(self.charter.summary),
            "language": language,
            "region": country[0] if country else None,
            "direction": self.locale.direction,
            "upright": self.locale.script == "Arab",
            "code": {"size": code.size, "runs": code.runs, "path": code.path, "alt": self.word(w.QR_ALT)},
            "long_words": sorted({word for text in texts for word in LONG_WORD.findall(text)}),
            # Where one begins as another one does, the longer is looked for first.
            "addresses": sorted({found for text in texts for found in ADDRESS.findall(text)}, reverse=True),
        }


def _plain(panels: Panels) -> dict[str, object]:
    """Return panels as `asdict` does, in a third of the time: it would copy every text."""

    def plain(value: object) -> object:
        if isinstance(value, tuple):
            return tuple(plain(part) for part in value)
        if is_dataclass(value):
            return {name: plain(part) for name, part in vars(value).items()}
        return value

    return {name: plain(part) for name, part in vars(panels).items()}


def _printed(value: object) -> Iterator[str]:
    """Yield the texts that are printed; the targets of links are not."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key != "href":
                yield from _printed(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _printed(part)

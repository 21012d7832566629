"""Put a promise as it was beside what it is now, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from charterpress.content.inline import plain_text
from charterpress.content.model.charter import Commitment
from charterpress.content.model.text import Text
from charterpress.languages.words import Words
from charterpress.site.difference import Stretches, differing, whole


@dataclass(frozen=True)
class Side:
    """Hold one text of a promise in stretches; `text` is the whole, and knows its language."""

    text: str
    stretches: Stretches


@dataclass(frozen=True)
class Row:
    """Hold a part of a promise, such as its exception, as it was and as it is; where there is none it is None."""

    label: str
    before: Side | None
    after: Side | None

    @property
    def same(self) -> bool:
        """Tell whether the part says the same on both sides."""
        return self.before is not None and self.after is not None and self.before.text == self.after.text

    @property
    def marked(self) -> bool:
        """Tell whether words of it are marked as taken out or put in."""
        sides = (side for side in (self.before, self.after) if side is not None)
        return any(stretch.changed for side in sides for stretch in side.stretches)


def rows_of(before: Commitment | None, after: Commitment | None, words: Words) -> Iterator[Row]:
    """Yield the parts of a promise as it was and as it is, in the order of the page.

    A promise that has only one side is shown whole, and nothing in it is marked.
    """
    was, now = (_parts(side, words) if side is not None else {} for side in (before, after))
    alone = before is None or after is None
    for key in sorted({*was, *now}):
        label = (was.get(key) or now[key])[0]
        one, two = (side[key][1] if key in side else None for side in (was, now))
        if one is not None and two is not None:
            yield Row(label, *_compared(one, two))
        else:
            yield Row(label, _alone(one, changed=not alone), _alone(two, changed=not alone))


def _compared(one: str, two: str) -> tuple[Side, Side]:
    """Return two texts with the words marked that differ, or unmarked where they have little in common."""
    found = differing(one, two) if _language(one) == _language(two) else None
    if found is None:
        found = whole(one, changed=False), whole(two, changed=False)
    return Side(one, found[0]), Side(two, found[1])


def _alone(text: str | None, *, changed: bool) -> Side | None:
    return Side(text, whole(text, changed=changed)) if text is not None else None


def _language(text: str) -> str | None:
    return text.language if isinstance(text, Text) else None


def _parts(one: Commitment, words: Words) -> Mapping[tuple[int, int], tuple[str, str]]:
    """Return the plain texts of a promise, by their place on the page, each with the words that stand before it."""
    hedge = words("Where possible") if one.where_possible else None
    time, starts = (one.within.time, one.within.starts) if one.within is not None else (None, None)
    found = (
        ("", (one.text,)),
        ("", (hedge,)),
        ("", (one.detail,)),
        (words("For example:"), one.examples),
        (words("Exception:"), (one.unless,)),
        (words("Time limit:"), (time,)),
        (words("It starts:"), (starts,)),
        (words("On the leaflet:"), (one.leaflet,)),
    )
    return {
        (place, number): (label, _plain(text))
        for place, (label, texts) in enumerate(found)
        for number, text in enumerate(texts)
        if text is not None
    }


def _plain(text: str) -> str:
    plain = " ".join(plain_text(text).split())
    return Text(plain, text.language) if isinstance(text, Text) else plain

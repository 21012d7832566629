"""Know the short forms of each language, and what else tells a stop from the end of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from charterpress.content.shipped import shipped

_SPACE = re.compile(r"\s")


class Form(StrEnum):
    """Say what a short form does to its stop; `sentences.yml` describes each."""

    INSIDE = "inside"
    NUMBER = "number"
    DATE = "date"
    LAST = "last"


@dataclass(frozen=True)
class Rules:
    """Hold what one language adds to the splitter, as `sentences.yml` describes it."""

    forms: Mapping[str, Form]
    pattern: re.Pattern[str]
    days: frozenset[str]
    words: frozenset[str]
    labels: frozenset[str]
    speech: frozenset[str]
    ordinal_after: frozenset[str]
    ordinals: bool
    own_stop: bool

    def stops(self, text: str) -> dict[int, Form]:
        """Return the short forms of a text, by the offset behind each of their stops."""
        found: dict[int, Form] = {}
        for match in self.pattern.finditer(text):
            for at in range(match.start(), match.end() - 1):
                if text[at] == ".":
                    found[at + 1] = Form.INSIDE
            found[match.end()] = self.forms[("#" if match["behind_number"] else "") + _key(match[0])]
        return found


@cache
def rules_for(language: str) -> Rules:
    """Return the rules of a language (a BCP 47 tag), with those of every language."""
    every = _data()
    own = every.get(language.partition("-")[0], {})
    forms: dict[str, Form] = {}
    # A language's own short forms come last: they replace those of every language.
    for entries in (every["any"], own):
        for form in Form:
            forms |= {written: form for entry in entries.get(form.value, []) for written in _written(entry)}
    # Combining signs are no word characters to `re`, so a start is told by what may stand before it.
    start = r"(?<![^\s(\[«“„\"'’‘—–/-])"  # noqa: RUF001 - dashes and quotation marks are meant
    behind_number = _alternatives(entry.removeprefix("# ") for entry in forms if entry.startswith("# "))
    others = _alternatives(entry for entry in forms if not entry.startswith("# "))
    pattern = re.compile(rf"(?:(?P<behind_number>(?<=\d)\s?{behind_number})|{start}{others})\.")
    sets = {name: frozenset(own.get(name, [])) for name in ("days", "words", "labels", "speech", "ordinal_after")}
    return Rules(
        MappingProxyType({_key(written): form for written, form in forms.items()}),
        pattern,
        **sets,
        ordinals=bool(own.get("ordinals")),
        own_stop=bool(own.get("own_stop")),
    )


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    data: dict[str, dict[str, list[str]]] = shipped(files("charterpress.readability") / "sentences.yml")
    return data


def _written(entry: str) -> set[str]:
    """Return a short form as it is inside a sentence and at the start of one."""
    return {entry, entry[0].upper() + entry[1:]}


def _alternatives(entries: Iterable[str]) -> str:
    """Return the pattern of some short forms, the longest first."""
    longest_first = sorted(entries, key=len, reverse=True)
    written = (re.escape(entry).replace("\\ ", r"\s?") for entry in longest_first)
    return f"(?:{'|'.join(written)})"


def _key(written: str) -> str:
    """Return a short form without its spaces and its last stop."""
    return _SPACE.sub("", written).removesuffix(".")

"""Decide whether a stop ends a sentence, where what stands around it tells; else the splitter decides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from charterpress.readability.shortforms import Form, Rules

# Marks that end sentences in the scripts that a charter is likely to be written in.
MARKS = ".!?…‼⁇⁈⁉؟۔।॥。！？｡．։"  # noqa: RUF001 - marks of other scripts are meant
_OWN_MARKS = "؟۔।॥。！？｡"  # noqa: RUF001 - as above; behind these no space is needed
_QUOTES = "\"'“”„‟‘’‚«»‹›"  # noqa: RUF001 - quotation marks are meant
# A run of marks, then closing quotes and brackets (French quotes behind a space), then marks of notes.
_MARK = re.compile(
    rf"(?<![{MARKS}])(?P<run>[{MARKS}]++)(?P<closers>(?:[{_QUOTES})\]}}]|\s[»›](?!\w))*+)(?:\[\d{{1,3}}\]|[¹²³⁰-⁹])*+"
)
_BEHIND = re.compile(rf"\s*+(?P<openers>[{_QUOTES}(\[{{¿¡]*)(?P<dash>[-–—]?)\s?(?P<word>\w*)")  # noqa: RUF001 - dashes are meant
_SMALL_FIRST = re.compile(r"[a-z][A-Z]")
_COUNTER = re.compile(r"\W*(?:\d{1,3}|[IVXLC]{1,6}|[A-Za-z])$")
_NUMBER = re.compile(r"(?:(?P<before>\w+)\s)?\d{1,3}$")
_LETTER = re.compile(r"(?P<before>\w+)\s[A-Z]$")
_WORD = re.compile(r"\w+$")
_LETTERS_AND_STOPS = re.compile(r"(?<!\w)[^\W\d]{1,3}(?:\.-?[^\W\d]{1,3})+$")
_ADDRESS = re.compile(r"(?:[/@]|\w\w\.\w\w)\S*$")
_NAME_AND_VERB = re.compile(r"(?:[A-Z][\w'’-]*\.?\s){1,3}(?P<verb>[a-z]+)\b")
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_LOOK_BACK = 60
_LONG_WORD = 4


@dataclass(frozen=True)
class End:
    """Hold a place where a sentence may end: its marks, what stands behind them, and the whole text."""

    mark: re.Match[str]
    behind: re.Match[str]
    text: str

    @property
    def run(self) -> int:
        """Return the offset behind the marks themselves."""
        return self.mark.end("run")

    @property
    def end(self) -> int:
        """Return the offset behind the marks, closing quotes and brackets."""
        return self.mark.end()

    @property
    def after(self) -> int:
        """Return the offset of what comes next, quotes and brackets with it."""
        return self.behind.start("openers")

    @property
    def next(self) -> int:
        """Return the offset of the next word."""
        return self.behind.start("word")

    @property
    def word(self) -> str:
        """Return the next word, without what opens it."""
        return self.behind["word"]

    @property
    def small(self) -> bool:
        """Tell whether the next word starts with a small letter, and is no name like eBay."""
        return self.word[:1].islower() and not _SMALL_FIRST.match(self.word)

    @property
    def caseless(self) -> bool:
        """Tell whether the next word is of a script without capitals."""
        return self.word[:1].isalpha() and self.word[0].lower() == self.word[0].upper()

    def ends(self, start: int, rules: Rules, short: Form | None) -> bool | None:
        """Tell whether a sentence that starts at `start` ends here; None where this cannot be told."""
        before = self.text[max(start, self.mark.start() - _LOOK_BACK) : self.mark.start()]
        for verdict in (self._after_speech(start, rules), self._after_dots(before)):
            if verdict is not None:
                return verdict
        if self.mark["run"] != "." or self.mark["closers"]:
            # Behind a quote that closes there is no number for "no." or "p." to belong to.
            closed = self.mark["run"] == "." and short is Form.NUMBER and self.word[:1].isupper()
            return True if closed else None
        if short is not None and (verdict := self._after_short_form(short, rules)) is not None:
            return verdict
        at_start = start + len(before) == self.mark.start()
        return self._after_word(before, rules, at_start=at_start)

    def _after_speech(self, start: int, rules: Rules) -> bool | None:
        """Decide by the quote or bracket that closes here, or by the dash behind a spoken sentence."""
        closers, opener = self.mark["closers"], self.text[start]
        if self.small and (closers or self.behind["dash"]):
            return False
        if not closers:
            return None
        if opener in "([" and closers[-1] in ")]":
            return True
        asked = opener in _QUOTES and self.mark["run"][-1] not in ".…۔।॥。" and not self.behind["openers"]  # noqa: RUF001 - full stops of other scripts are meant
        if asked and (self.caseless or self._names_speaker(rules)):
            return False
        return None

    def _names_speaker(self, rules: Rules) -> bool:
        match = _NAME_AND_VERB.match(self.text, self.next)
        return match is not None and match["verb"] in rules.speech

    def _after_dots(self, before: str) -> bool | None:
        """Decide behind an ellipsis: one that leaves words out stands in brackets or between spaces."""
        run = self.mark["run"]
        if run not in {"…", "...", "...."}:
            return None
        if self.small or before.endswith(("[", "(")):
            return False
        if run == "…" and self.word:
            return not (self.caseless and before.endswith(" "))
        return None

    def _after_short_form(self, short: Form, rules: Rules) -> bool | None:
        number = self.word[:1].isdigit()
        match short:
            case Form.INSIDE:
                return False
            case Form.LAST:
                goes_on = self.small or self.word in rules.days or (self.caseless and rules.own_stop)
                return not goes_on
            case Form.DATE if number or self.small:
                return False
            case Form.NUMBER if number:
                return False
            case _:
                return None

    def _after_word(self, before: str, rules: Rules, *, at_start: bool) -> bool | None:
        """Decide by the word in front of a full stop."""
        if at_start and _COUNTER.fullmatch(before):
            return False
        if self.small:
            ordinal = rules.ordinals and _NUMBER.search(before)
            return False if ordinal or _LETTERS_AND_STOPS.search(before) else None
        number = _NUMBER.search(before)
        if number and (number["before"] or "").lower() in rules.ordinal_after:
            return False
        letter = _LETTER.search(before)
        word = _WORD.search(before)
        # Before a number the splitter joins too much in some languages: it takes "15 days. 20 days" for an ordinal.
        long_word = word and len(word[0]) >= _LONG_WORD and word[0].isalpha() and self.word[:1].isdigit()
        if long_word or _ADDRESS.search(before):
            return True
        if (letter and letter["before"].lower() in rules.labels) or (word and word[0].lower() in rules.words):
            return True
        return None


def possible_ends(text: str) -> Iterator[End]:
    """Yield the places where a sentence may end: its marks, with a space or the script's own mark."""
    for mark in _MARK.finditer(text):
        behind = _BEHIND.match(text, mark.end())
        if behind is not None and behind.end() > mark.end():
            spaced = text[mark.end()].isspace()
            glued = (
                behind["word"][:1].isupper()
                and behind["word"][1:2].islower()
                and not mark["closers"]
                and _TWO_LETTERS.fullmatch(text, max(mark.start() - 2, 0), mark.start())
            )
            if spaced or glued or mark["run"][-1] in _OWN_MARKS:
                yield End(mark, behind, text)

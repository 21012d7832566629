"""Check that a translation is in its language's script and letters, and that its direction marks are closed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from charterpress.content.inline import plain_text
from charterpress.findings import Level
from charterpress.languages.checks.faults import Fault
from charterpress.languages.locales import load_locale

# The letters of a script, by ISO 15924 code. Ranges of Unicode's blocks are enough: what is no letter is not counted.
_BLOCKS = {
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff", "Armn": "\u0530-\u058f",
    "Beng": "\u0980-\u09ff", "Cyrl": "\u0400-\u052f", "Deva": "\u0900-\u097f", "Ethi": "\u1200-\u139f\u2d80-\u2ddf",
    "Geor": "\u10a0-\u10ff\u1c90-\u1cbf", "Grek": "\u0370-\u03ff\u1f00-\u1fff", "Gujr": "\u0a80-\u0aff",
    "Guru": "\u0a00-\u0a7f", "Hans": "\u3400-\u9fff", "Hant": "\u3400-\u9fff", "Hebr": "\u0590-\u05ff",
    "Khmr": "\u1780-\u17ff", "Knda": "\u0c80-\u0cff", "Laoo": "\u0e80-\u0eff",
    "Latn": "A-Za-z\u00c0-\u024f\u1e00-\u1eff", "Mlym": "\u0d00-\u0d7f", "Mymr": "\u1000-\u109f",
    "Orya": "\u0b00-\u0b7f", "Sinh": "\u0d80-\u0dff", "Taml": "\u0b80-\u0bff", "Telu": "\u0c00-\u0c7f",
    "Thaa": "\u0780-\u07bf", "Thai": "\u0e00-\u0e7f",
}  # fmt: skip

# Letters that keyboards of a neighbour language give: they look alike, but searching and fonts tell them apart.
_LOOK_ALIKE = {
    "ur": {"ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ"},
    "fa": {"ي": "ی", "ك": "ک"},
    "ro": {"ş": "ș", "ţ": "ț", "Ş": "Ș", "Ţ": "Ț"},
}

_ASIDE = re.compile(r"\([^()]*\)|\S+@\S+|\S*://\S+|\{\w*\}")
_OPENERS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"}
_ISOLATES = {"\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
_LETTER = re.compile(r"[^\W\d_]")
_CONTROL = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS = 12
_LEAST_WORDS = 4
_LEAST_SMALL_WORDS = 3


def check_script(source: str, translation: str, language: str, locale: str) -> Iterator[Fault]:
    """Yield where a text from `language` was not translated, is in another script, or has stray direction marks."""
    if _is_untranslated(source, translation, language, locale):
        yield Fault("po-untranslated", "the translation is the source text", "Translate it, or leave it empty.")
    elif (share := _share_of_script(source, translation, locale)) is not None and share < 1 / 2:
        name = load_locale(locale).english_name
        message = f"only {share:.0%} of the letters are of the script of {name}"
        yield Fault("po-script", message, f"Write it in {name}, or leave it empty; put foreign names in brackets.")
    for letter, right in _LOOK_ALIKE.get(locale.partition("-")[0], {}).items():
        if letter in translation:
            name = unicodedata.name(letter)
            message = f"'{letter}' ({name}) is a letter of another language"
            yield Fault("po-letter", message, f"Write '{right}' ({unicodedata.name(right)}).", Level.WARNING)
    if not _is_balanced(translation):
        message = "an invisible mark that changes the direction of writing is not closed, or closes nothing"
        yield Fault("po-direction", message, "Take such marks out: the pages and leaflets set the direction.")


def _is_untranslated(source: str, translation: str, language: str, locale: str) -> bool:
    """Tell whether a translation repeats its source, and the source is more than a name."""
    if language.partition("-")[0] == locale.partition("-")[0] or source.strip() != translation.strip():
        return False
    words = plain_text(_ASIDE.sub(" ", source)).split()
    return len(words) >= _LEAST_WORDS and sum(word[:1].islower() for word in words) >= _LEAST_SMALL_WORDS


def _share_of_script(source: str, translation: str, locale: str) -> float | None:
    """Return the share of a text's letters that are of its language's script, or None where there are too few.

    Where it is low, names that stand in the source as well are left out, and what stands in brackets.
    """
    script = load_locale(locale).script
    if script not in _BLOCKS or (script == "Latn" and translation.isascii()):
        return None
    share = _share(translation, script)
    if share is None or share >= 1 / 2:
        return share
    names = {word for word in _WORD.findall(source) if word[0].isupper()}
    words = _WORD.findall(plain_text(_ASIDE.sub(" ", translation)))
    return _share(" ".join(word for word in words if word not in names), script)


def _share(text: str, script: str) -> float | None:
    letters = len(_LETTER.findall(text))
    if letters < _LEAST_LETTERS:
        return None
    own = len(_own_letters(script).findall(text))
    return own / letters


@cache
def _own_letters(script: str) -> re.Pattern[str]:
    return re.compile(rf"(?=[^\W\d_])[{_BLOCKS[script]}]")


def _is_balanced(text: str) -> bool:
    if _CONTROL.search(text) is None:
        return True
    awaited: list[str] = []
    for letter in text:
        if (closer := _OPENERS.get(letter) or _ISOLATES.get(letter)) is not None:
            awaited.append(closer)
        elif letter in "\u202c\u2069" and (not awaited or awaited.pop() != letter):
            return False
    return not awaited

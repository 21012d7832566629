"""Check that a translation is in its language's script and letters, and that its direction marks are closed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from charterpress.content.inline import plain_text
from charterpress.findings import Level
from charterpress.languages.checks.faults import Fault
from charterpress.languages.locales import load_locale

# How Unicode's names of letters start, by ISO 15924 code.
_LETTERS = {
    "Arab": "ARABIC", "Armn": "ARMENIAN", "Beng": "BENGALI", "Cyrl": "CYRILLIC", "Deva": "DEVANAGARI",
    "Ethi": "ETHIOPIC", "Geor": "GEORGIAN", "Grek": "GREEK", "Gujr": "GUJARATI", "Guru": "GURMUKHI",
    "Hans": "CJK", "Hant": "CJK", "Hebr": "HEBREW", "Khmr": "KHMER", "Knda": "KANNADA", "Laoo": "LAO",
    "Latn": "LATIN", "Mlym": "MALAYALAM", "Mymr": "MYANMAR", "Orya": "ORIYA", "Sinh": "SINHALA",
    "Taml": "TAMIL", "Telu": "TELUGU", "Thaa": "THAANA", "Thai": "THAI",
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

    Names that stand in the source as well are left out, and what stands in brackets.
    """
    wanted = _LETTERS.get(load_locale(locale).script)
    names = {word for word in _WORD.findall(source) if word[0].isupper()}
    words = (word for word in _WORD.findall(plain_text(_ASIDE.sub(" ", translation))) if word not in names)
    letters = [letter for word in words for letter in word if letter.isalpha()]
    if wanted is None or len(letters) < _LEAST_LETTERS:
        return None
    if wanted == "LATIN" and "".join(letters).isascii():
        return 1.0
    return sum(unicodedata.name(letter, "").startswith(wanted) for letter in letters) / len(letters)


def _is_balanced(text: str) -> bool:
    awaited: list[str] = []
    for letter in text:
        if (closer := _OPENERS.get(letter) or _ISOLATES.get(letter)) is not None:
            awaited.append(closer)
        elif letter in "\u202c\u2069" and (not awaited or awaited.pop() != letter):
            return False
    return not awaited

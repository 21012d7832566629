"""Put texts into other languages: made-up words, always the same for the same word, in the right script."""

from __future__ import annotations

import random
import re
from functools import cache

LANGUAGES = ("en", "cy", "pl", "ro", "ur", "ar", "bn", "fr", "de", "es")
MORE_LANGUAGES = ("it", "pt", "nl", "sv", "tr", "uk", "fa", "hi", "cs", "el")

_LATIN = "abcdefghijklmnoprstuwyz"
_LETTERS = {
    "cy": _LATIN + "ŵŷâêîôû",
    "pl": _LATIN + "ąćęłńóśźż",
    "ro": _LATIN + "ăâîșț",
    "ur": "ابپتٹجچحخدڈرزسشصطعغفقکگلمنوہھی",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "bn": "অআইউএওকখগঘচছজঝটডতথদধনপফবভমযরলশসহ",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "fa": "ابپتثجچحخدذرزژسشصضطعغفقکگلمنوهی",
    "hi": "अआइउएओकखगघचछजझटडतथदधनपफबभमयरलवशसह",
    "el": "αβγδεζηθικλμνξοπρστυφχψω",
}
_WORD = re.compile(r"[A-Za-z]+")


def translate(text: str, locale: str) -> str:
    """Return a text with each of its words replaced by a made-up one; English stays as it is."""
    return text if locale == "en" else _WORD.sub(lambda found: _word(found[0].lower(), locale), text)


@cache
def _word(word: str, locale: str) -> str:
    chance = random.Random(f"{locale} {word}")  # noqa: S311 - made-up words need no secret
    letters = _LETTERS.get(locale, _LATIN)
    return "".join(chance.choices(letters, k=chance.randint(max(1, len(word) - 1), len(word) + 3)))

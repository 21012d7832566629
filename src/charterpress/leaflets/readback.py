"""Measure which share of the words of a leaflet comes back when its screen PDF is copied.

A word is a row of letters with their marks, or a row of digits, in Unicode's form NFC. Each word that was set must
come back as often as it was set, spelt the same; signs that only turn the direction of writing, and joiners that
have no look of their own, are not looked at.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby

import pypdfium2

UNPRINTED = {"href", "id", "shape", "kind", "language", "note"}
"""What a template needs to know of a text, and does not print."""
ON_PANELS_ONLY = {"whole", "organisation"}
"""What stands on the back panel of a folded leaflet, and not at the end of pages that hold the whole charter."""
TURNS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e"), " ")
UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"))


def share_that_copies(pdf: bytes, data: Mapping[str, object], *, flows: bool) -> float:
    """Return which share of the words of a leaflet's data Pdfium (as in Chrome) finds in its PDF, from 0 to 1.

    `flows` tells whether the text flows over pages, as in every format that is not folded.
    """
    return share_of_words(texts_set(data, flows=flows), read_pdf(pdf))


def read_pdf(pdf: bytes) -> str:
    """Return the text of a PDF as Pdfium copies it."""
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in opened)
    finally:
        opened.close()


def share_of_words(texts: Iterator[str], copied: str) -> float:
    """Return which share of the words of texts is among what was copied; each word counts as often as it stands."""
    wanted = Counter(word for text in texts for word in words_in(text))
    found = wanted & Counter(words_in(copied))
    return found.total() / wanted.total() if wanted else 1.0


def words_in(text: str) -> list[str]:
    """Return the words of a text, in its order."""
    plain = unicodedata.normalize("NFC", text.translate(TURNS).translate(UNSEEN))
    return ["".join(letters) for kind, letters in groupby(plain, _kind) if kind]


def _kind(sign: str) -> str:
    category = unicodedata.category(sign)[0]
    return {"L": "letter", "M": "letter", "N": "digit"}.get(category, "")


def texts_set(data: Mapping[str, object], *, flows: bool) -> Iterator[str]:
    """Yield each text that a leaflet prints, the words of its runs put together."""
    back = data["back"]
    if not isinstance(back, Mapping):
        message = "a leaflet has a back"
        raise TypeError(message)
    left_out = set(ON_PANELS_ONLY) if flows else set()
    if not back["contacts"]:
        left_out.add("contacts_title")
    yield from _texts(data["front"])
    yield from _texts(data["flow"])
    yield from _texts({key: part for key, part in back.items() if key not in left_out})


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        notes = value.get("kind") == "notes"
        for key, part in value.items():
            if key not in UNPRINTED:
                yield from _texts([runs for _, runs in part] if notes and key == "items" else part)
    elif isinstance(value, list | tuple):
        if value and all(isinstance(part, Mapping) and "href" in part for part in value):
            yield "".join(str(part["text"]) for part in value)
        else:
            for part in value:
                yield from _texts(part)

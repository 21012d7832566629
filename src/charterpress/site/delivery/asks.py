"""Say what a tag makes a browser load, run or send, in the terms of a Content-Security-Policy."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

AT_A_TAG = "attribute"
"""The source of a style, or of a piece of script, that stands at a tag."""

# Scripts of any other type are data, which browsers do not run (HTML, "prepare the script element").
_RUN = frozenset({"", "module", "importmap", "text/javascript", "application/javascript", "text/ecmascript"})
_SOURCES = {
    ("script", "src"): "script-src",
    ("img", "src"): "img-src",
    ("img", "srcset"): "img-src",
    ("input", "src"): "img-src",
    ("image", "href"): "img-src",
    ("image", "xlink:href"): "img-src",
    ("video", "poster"): "img-src",
    ("source", "srcset"): "img-src",
    ("source", "src"): "media-src",
    ("video", "src"): "media-src",
    ("audio", "src"): "media-src",
    ("track", "src"): "media-src",
    ("iframe", "src"): "frame-src",
    ("frame", "src"): "frame-src",
    ("embed", "src"): "object-src",
    ("object", "data"): "object-src",
    ("form", "action"): "form-action",
    ("button", "formaction"): "form-action",
    ("input", "formaction"): "form-action",
    ("base", "href"): "base-uri",
}
_OF_LINKS = {"stylesheet": "style-src", "icon": "img-src", "manifest": "manifest-src"}
_PRELOADED = {"font": "font-src", "style": "style-src", "script": "script-src", "image": "img-src"}


@dataclass(frozen=True)
class Ask:
    """Hold what a page asks of a browser.

    `source` is an address as written, the hash of a script or style that stands in the page, or `AT_A_TAG`. `words`
    are those by which the author finds it.
    """

    directive: str
    source: str
    words: str


def asks_of(tag: str, values: Mapping[str, str], text: str) -> Iterator[Ask]:
    """Yield what a tag with these attributes asks; `text` is what stands in an element of plain text."""
    if tag == "script" and "src" not in values and values.get("type", "").strip().lower() in _RUN:
        yield _inline("script-src", text)
    elif tag == "style":
        yield _inline("style-src", text)
    elif tag == "link":
        yield from _of_link(values)
    for key, value in values.items():
        if (directive := _SOURCES.get((tag, key))) is not None:
            found = (part.split()[0] for part in value.split(",") if part.strip()) if key == "srcset" else [value]
            yield from (Ask(directive, source.strip(), source.strip()) for source in found)
        elif key == "style":
            yield Ask("style-src", AT_A_TAG, value)
        elif key.startswith("on") or (key == "href" and value.strip().lower().startswith("javascript:")):
            yield Ask("script-src", AT_A_TAG, value)


def _of_link(values: Mapping[str, str]) -> Iterator[Ask]:
    for kind in values.get("rel", "").lower().split():
        directive = _PRELOADED.get(values.get("as", "")) if kind == "preload" else _OF_LINKS.get(kind)
        if directive is not None and "href" in values:
            yield Ask(directive, values["href"].strip(), values["href"])


def _inline(directive: str, text: str) -> Ask:
    digest = b64encode(sha256(text.encode()).digest()).decode()
    words = next((line.strip() for line in text.split("\n") if line.strip()), "")
    return Ask(directive, f"sha256-{digest}", words)

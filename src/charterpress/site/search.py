"""Make the index that the search page of a language reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from html import unescape

_SECTION = re.compile(r'<h[2-6]\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</h[2-6]>', re.DOTALL)
_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
# Links to a point on the page itself are marks, not words.
_LEFT_OUT = re.compile(r"<(a|details|div|p|span)\b[^>]*\bdata-search-exclude\b.*?</\1>", re.DOTALL)
_OURS = re.compile(
    r'(<li class="cp-promise"[^>]*>)((?:(?!<li class="cp-promise").)*?)<p class="cp-ours__mark"[^>]*>(.*?)</p>',
    re.DOTALL,
)
_GONE = re.compile(
    r'<p class="cp-ours__title"><strong>([^<]*?):?</strong></p>\s*<blockquote>(.*?)</blockquote>', re.DOTALL
)
_SIDE = re.compile(r'<p class="cp-change__side">(.*?):?</p>(.*?)</div>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class SearchEntry:
    """Hold a page, or a part of one, as plain text; `href` is its address below its language.

    Where one charter was made from another, whose words a promise has stands before it: ⟦Our words⟧ We listen. ⟫
    """

    href: str
    page: str
    title: str
    text: str


def search_entries(path: str, title: str, html: str) -> Iterator[SearchEntry]:
    """Yield an entry for a page and one for each of its parts that has an address."""
    body = _TITLE.sub("", _LEFT_OUT.sub("", _with_signs(html)), count=1)
    href = f"{path}/" if path else ""
    anchor, heading, start = "", title, 0
    for found in (*_SECTION.finditer(body), None):
        text = _plain(body[start : found.start() if found else len(body)])
        yield SearchEntry(f"{href}#{anchor}" if anchor else href, title, heading, text)
        if found is not None:
            anchor, heading, start = found[1], _plain(found[2]), found.end()


def _with_signs(html: str) -> str:
    """Put signs that no text has around promises and what tells them apart; search.js shows it, and never finds it."""
    html = _OURS.sub(r"\1⟦\3⟧\2⟫", html)
    return _SIDE.sub(r"⟦\1⟧\2⟫", _GONE.sub(r"⟦\1⟧\2⟫", html))


def render_search_index(entries: Iterable[SearchEntry]) -> str:
    """Return the index as JSON: a list of entries."""
    return json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, separators=(",", ":"))


def _plain(html: str) -> str:
    return _SPACE.sub(" ", unescape(_TAG.sub(" ", html))).strip()

"""Read from the HTML of finished pages what others can refer to, and what they refer to themselves."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from pathlib import Path

from charterpress.site.delivery.asks import Ask, asks_of

# A start tag as browsers read it: its end is the first '>' outside of quotation marks. What stands in comments and
# in elements of plain text is no tag. A tag that is not closed before the next one starts is passed over, so that a
# broken page takes no longer to read than a good one.
_TAG = re.compile(
    r"""<(?:!--.*?(?:-->|\Z)"""
    r"""|(?P<plain>script|style|textarea|title|iframe|xmp)(?=[\s/>])(?P<own>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>"""
    r"""(?P<text>.*?)(?:</(?P=plain)[\s/>]|\Z)"""
    r"""|(?P<name>[a-z][^\s/>]*+)(?P<rest>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>)""",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
_REFERS = frozenset({"href", "src", "action", "poster"})
_REFRESH = re.compile(r"^\s*\d+\s*[;,]\s*url\s*=\s*(.*)$", re.IGNORECASE)


@dataclass(frozen=True)
class PageFacts:
    """Hold what links need to know of a page: its file below the site's root, its ids, and where it leads.

    `doubled` has the ids that stand on it more than once, `links` each target once, as written. `asks` is what a
    browser would load or run, `names` what style sheets can name: tags, .classes, #ids and [data-md-…=values].
    """

    file: str
    ids: frozenset[str]
    doubled: tuple[str, ...]
    links: tuple[str, ...]
    asks: tuple[Ask, ...] = ()
    names: frozenset[str] = frozenset()


def page_facts(file: str, html: str) -> PageFacts:
    """Return what the HTML of a page says."""
    ids: Counter[str] = Counter()
    links: dict[str, None] = {}
    asks: dict[Ask, None] = {}
    names: set[str] = set()
    for tag in _TAG.finditer(html):
        name = tag["name"] or tag["plain"]
        if name is not None:
            said = _tag_facts(name, tag["rest"] or tag["own"] or "", tag["text"] or "")
            ids.update(said.ids)
            links.update(said.links)
            asks.update(said.asks)
            names |= said.names
    doubled = tuple(identifier for identifier, number in ids.items() if number > 1)
    names.update(f"#{identifier}" for identifier in ids)
    return PageFacts(file, frozenset(ids), doubled, tuple(links), tuple(asks), frozenset(names))


@dataclass(frozen=True)
class _TagFacts:
    ids: tuple[str, ...]
    links: dict[str, None]
    asks: dict[Ask, None]
    names: frozenset[str]


# What stands around the text of a page is the same on all pages.
@lru_cache(maxsize=1 << 12)
def _tag_facts(tag: str, values: str, text: str) -> _TagFacts:
    name, found = tag.lower(), {}
    if "=" in values:
        found = {
            key.lower(): unescape(double or single or bare)
            for key, double, single, bare in reversed(_ATTRIBUTE.findall(values))
        }
    ids = tuple(filter(None, [found.get("id")]))
    links, asks = dict.fromkeys(_targets(name, found)), dict.fromkeys(asks_of(name, found, text))
    return _TagFacts(ids, links, asks, frozenset([name, *_names(found)]))


def _names(values: dict[str, str]) -> Iterator[str]:
    yield from (f".{name}" for name in values.get("class", "").split())
    yield from (f"[{key}={value}]" for key, value in values.items() if key.startswith("data-md-"))


def _targets(name: str, values: dict[str, str]) -> Iterator[str]:
    # What is posted goes to a program, and no page need stand there.
    posts = values.get("method", "").lower() == "post"
    for key, value in values.items():
        if key == "action" and posts:
            continue
        if key in _REFERS or (key == "data" and name == "object"):
            yield value.strip()
        elif key == "srcset":
            yield from (part.split()[0] for part in value.split(",") if part.strip())
        elif key == "content" and name == "meta" and (found := _REFRESH.match(value)) is not None:
            yield found[1].strip("\"' ")


def read_facts(folder: Path, root: Path) -> tuple[PageFacts, ...]:
    """Return what each page below a folder says; folders whose names start with a dot are left out.

    Files are named from `root`, the folder of the whole site.
    """
    found = []
    for start, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(".html"):
                path = Path(start, name)
                found.append(page_facts(path.relative_to(root).as_posix(), path.read_text("utf-8", errors="replace")))
    return tuple(found)


def files_of(site: Path) -> frozenset[str]:
    """Return every file below the folder of a site, named from there."""
    return frozenset(
        Path(start, name).relative_to(site).as_posix() for start, _, names in os.walk(site) for name in names
    )

"""Follow every link of a finished site that stays on it, and find those that lead nowhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from charterpress.site.facts import PageFacts

_LOST_PAGE = "404.html"


@dataclass(frozen=True)
class Dead:
    """Describe a link that leads nowhere: the page that has it, the target as written, and where it would lead.

    `there` is a file below the site's root; where that is there, `anchor` is what it lacks.
    """

    page: str
    target: str
    there: str
    anchor: str | None = None


def dead_links(pages: Iterable[PageFacts], files: frozenset[str], site_url: str | None) -> Iterator[Dead]:
    """Yield each link into the site whose file is not there, or whose file has no such anchor.

    A server leads from the name of a folder to its index.html. Links to other sites are passed over.
    """
    known = {page.file: page for page in pages}
    base = urlsplit(site_url or "")
    for page in known.values():
        for target in page.links:
            place = _place(page.file, target, base.netloc, base.path.rstrip("/") + "/")
            if place is None:
                continue
            there, anchor = place
            if there not in files and f"{there}/index.html" in files:
                there = f"{there}/index.html"
            if there not in files:
                yield Dead(page.file, target, there)
            elif anchor and there in known and anchor not in known[there].ids:
                yield Dead(page.file, target, there, anchor)


def _place(page: str, target: str, host: str, base: str) -> tuple[str, str] | None:
    """Return the file that a target means, and its anchor, or None where it is not on this site."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return target, ""
    if parts.netloc or parts.scheme:
        if parts.scheme not in {"", "http", "https"} or not host or parts.netloc != host:
            return None
        path = parts.path or "/"
    else:
        path = parts.path
    if path.startswith("/"):
        if not f"{path}/".startswith(base):
            return None
        there = path[len(base) :]
    elif not path:
        there = page
    elif page.rpartition("/")[2] == _LOST_PAGE:
        # Shown at any address, it has no place that a link could start from.
        return target, ""
    else:
        there = posixpath.join(posixpath.dirname(page), path)
    file = unquote(there)
    ends = file.endswith("/") or file.rpartition("/")[2] in {".", ".."}
    file = posixpath.normpath(file) if file else "."
    if ends or file == ".":
        file = posixpath.normpath(posixpath.join(file, "index.html"))
    anchor = unquote(parts.fragment).partition(":~:")[0]
    return file, "" if anchor == "top" else anchor

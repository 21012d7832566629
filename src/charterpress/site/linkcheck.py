"""Check every link, anchor and id of a finished site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path

from charterpress.content.references import RESERVED
from charterpress.findings import Finding, Level
from charterpress.site.crossings import Dead, dead_links
from charterpress.site.facts import PageFacts, files_of
from charterpress.site.linkplaces import Origin, Origins


def check_links(pages: Iterable[PageFacts], site: Path, origins: Origins) -> Iterator[Finding]:
    """Yield each link into the site that leads nowhere, and each id that stands twice on a page.

    `site` is the folder of the finished site. A link that no text of a page has, such as one of a template, is
    reported once for all pages.
    """
    every, files = tuple(pages), files_of(site)
    known = {_address(page.file): page for page in every}
    common: dict[tuple[str, str | None], list[Dead]] = {}
    for dead in dead_links(every, files, origins.project.site_url):
        origin = origins.of_link(dead)
        if origin.line is None:
            common.setdefault((dead.there, dead.anchor), []).append(dead)
        else:
            yield _finding(dead, origin, known)
    for group in common.values():
        yield _finding(group[0], origins.of_link(group[0]), known, len(group) - 1)
    for page in every:
        for anchor in page.doubled:
            origin = origins.of_anchor(page.file, anchor)
            message = f"the id '{anchor}' stands twice on the page '{_address(page.file)}'"
            hint = "Give one of the two another id: a link to it can lead to one place only."
            yield Finding("anchor-twice", message, hint, file=origin.file, line=origin.line)


def _finding(dead: Dead, origin: Origin, known: Mapping[str, PageFacts], others: int = 0) -> Finding:
    also = f" ({others} other {'page has' if others == 1 else 'pages have'} this link, too)" if others else ""
    where = f"on the page '{_address(dead.page)}', the link '{dead.target}'"
    there = _address(dead.there)
    if dead.anchor is None:
        message = f"{where} leads nowhere: there is no '{there}'{also}"
        hint = _nearest(there, known) or "Mend the link, or take it out."
        level = Level.ERROR
        if "//" in dead.target:
            # A server may have more than this site, such as files that somebody put there by hand.
            level, hint = Level.WARNING, "If the server has it beside this site, all is well. If not, mend the link."
        return Finding("broken-link", message, hint, level, file=origin.file, line=origin.line)
    message = f"{where} leads to no place: '{there}' has no '#{dead.anchor}'{also}"
    hint = (
        _nearest(dead.anchor, (i for i in known[there].ids if not i.startswith(RESERVED)))
        or "Mend the part behind '#', or give the place it means this id."
    )
    return Finding("broken-anchor", message, hint, file=origin.file, line=origin.line)


def _nearest(name: str, known: Iterable[str]) -> str:
    close = get_close_matches(name.removesuffix(".md"), sorted(known), n=1, cutoff=0.7)
    return f"Did you mean '{close[0]}'?" if close else ""


def _address(file: str) -> str:
    """Return the address of a file as a browser shows it, below that of the site."""
    return f"/{file.removesuffix('index.html')}" if file.endswith("/index.html") or file == "index.html" else f"/{file}"

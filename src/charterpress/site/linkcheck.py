"""Check every link, anchor and id of a finished site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from charterpress.findings import Finding
from charterpress.site.crossings import Dead, dead_links
from charterpress.site.facts import PageFacts, files_of
from charterpress.site.linkplaces import Origins


def check_links(pages: Iterable[PageFacts], site: Path, origins: Origins) -> Iterator[Finding]:
    """Yield each link into the site that leads nowhere, and each id that stands twice on a page.

    `site` is the folder of the finished site. A link that no text of a page has, such as one of a template, is
    reported once for all pages.
    """
    every = tuple(pages)
    common: dict[tuple[str, str | None], list[Dead]] = {}
    for dead in dead_links(every, files_of(site), origins.project.site_url):
        origin = origins.of_link(dead)
        if origin.line is None:
            common.setdefault((dead.there, dead.anchor), []).append(dead)
        else:
            yield _finding(dead, origin.file, origin.line, 0)
    for group in common.values():
        yield _finding(group[0], origins.of_link(group[0]).file, None, len(group) - 1)
    for page in every:
        for anchor in page.doubled:
            origin = origins.of_anchor(page.file, anchor)
            message = f"the id '{anchor}' stands twice on the page '{_address(page.file)}'"
            hint = "Give one of the two another id: a link to it can lead to one place only."
            yield Finding("anchor-twice", message, hint, file=origin.file, line=origin.line)


def _finding(dead: Dead, file: Path, line: int | None, others: int) -> Finding:
    also = f" ({others} other {'page has' if others == 1 else 'pages have'} this link, too)" if others else ""
    where = f"on the page '{_address(dead.page)}', the link '{dead.target}'"
    if dead.anchor is None:
        message = f"{where} leads nowhere: there is no '{_address(dead.there)}'{also}"
        return Finding("broken-link", message, "Mend the link, or take it out.", file=file, line=line)
    message = f"{where} leads to no place: '{_address(dead.there)}' has no '#{dead.anchor}'{also}"
    hint = "Mend the part behind '#', or give the place that it means this id."
    return Finding("broken-anchor", message, hint, file=file, line=line)


def _address(file: str) -> str:
    """Return the address of a file as a browser shows it, below that of the site."""
    return f"/{file.removesuffix('index.html')}" if file.endswith("/index.html") or file == "index.html" else f"/{file}"

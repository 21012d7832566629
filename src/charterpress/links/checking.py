"""Check every link of a project that leads to another site."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from charterpress.content.library import load_library
from charterpress.content.project import load_project
from charterpress.findings import CharterpressError, Finding, Level, has_errors, named_from
from charterpress.links.asking import NO_HOST, Manners, Outcome, Verdict, ask_all
from charterpress.links.kept import kept_path, load_kept, save_kept
from charterpress.links.outside import LinkPlace, outside_links

_ENOUGH = 3
"""Where more hosts than this cannot be found, and no other one either, this machine has no network."""


@dataclass(frozen=True)
class LinkRow:
    """Hold a link that leads away, what is known of it, and where it stands."""

    url: str
    outcome: Outcome
    places: tuple[LinkPlace, ...]


@dataclass(frozen=True)
class LinksChecked:
    """Hold every link that leads away, those left out, and the findings."""

    rows: tuple[LinkRow, ...] = ()
    ignored: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    asked: int = 0


def check_outside(
    root: Path, manners: Manners, *, ignore: Iterable[str], fresh: bool, told: Callable[[str, Outcome], None]
) -> LinksChecked:
    """Ask for every link of the project in `root`, but for those of a day ago unless `fresh`, and those to `ignore`.

    Patterns have * for any signs. Only documents that can be read are looked at.
    """
    project, findings = load_project(root)
    if project is None:
        return LinksChecked(findings=named_from(root.resolve(), findings))
    library = load_library(project.docs, project.root)
    outside = outside_links(library, project)
    patterns = tuple(ignore)
    ignored = tuple(url for url in outside.places if any(fnmatchcase(url, pattern) for pattern in patterns))
    wanted = [url for url in outside.places if url not in ignored]
    path, now = kept_path(project.root), time.time()
    kept = {} if fresh else load_kept(path, now)
    # What was refused because it is local may be allowed now, and the other way round.
    known = {url: kept[url] for url in wanted if url in kept and kept[url][1].verdict is not Verdict.NOT_ASKED}
    asked = ask_all((url for url in wanted if url not in known), manners, told)
    _refuse_without_network(asked)
    known |= {url: (now, outcome) for url, outcome in asked.items()}
    save_kept(path, {**kept, **known})
    rows = tuple(
        LinkRow(url, known[url][1], tuple(_near(place, project.root) for place in outside.places[url]))
        for url in wanted
    )
    broken = (finding for finding in library.findings if has_errors([finding]))
    every = (*broken, *outside.findings, *(finding for row in rows for finding in _findings(row)))
    return LinksChecked(rows, ignored, named_from(project.root, every), len(asked))


def _near(place: LinkPlace, root: Path) -> LinkPlace:
    # What an adapted charter brings along may stand outside of the project.
    file = place.file.relative_to(root) if place.file.is_relative_to(root) else place.file
    return LinkPlace(file, place.line, place.language)


def _refuse_without_network(asked: Mapping[str, Outcome]) -> None:
    lost = [outcome for outcome in asked.values() if outcome.reason == NO_HOST]
    if len(lost) > _ENOUGH and len(lost) == len(asked):
        message = "No host could be found at all: this machine seems to have no network. Nothing was checked."
        raise CharterpressError(message)


def _findings(row: LinkRow) -> Iterator[Finding]:
    outcome = row.outcome
    match outcome.verdict:
        case Verdict.OK:
            return
        case Verdict.BROKEN:
            rule, level, hint = "link-broken", Level.ERROR, "Find the new address, or take the link out."
        case Verdict.MOVED:
            rule, level, hint = "link-moved", Level.WARNING, f"Write the new address: {outcome.final}"
        case _:
            rule, level, hint = "link-unsure", Level.WARNING, "Open it in a browser, and decide yourself."
    for place in row.places:
        message = f"the link {row.url}: {outcome.reason}"
        yield Finding(rule, message, hint, level, file=place.file, line=place.line, locale=place.language)

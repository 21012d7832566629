"""Compare charterpress with plain MkDocs, or its leaflets with WeasyPrint, on the same text."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from leaflet_results import describe_leaflets, render_compared, render_many
from leaflets import compare, set_many
from measure import CHARTERPRESS, PLAIN, Site, Size, make_site
from results import describe, render_comparison, render_growth

CHANGED = "These words are new in run {number}, and all the rest is as it was."


def main() -> None:
    """Read the options, build, print the tables."""
    options = _options()
    figures = _leaflets(options) if options.leaflets else _sites(options)
    if options.json is not None:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")


def _leaflets(options: argparse.Namespace) -> dict[str, object]:
    with tempfile.TemporaryDirectory(prefix="charterpress-bench-") as name:
        compared = compare(options.runs, Path(name), _say)
        many = set_many(options.documents, options.runs, Path(name), _say)
    print(f"\n{render_compared(compared)}\n\n{render_many(many)}")
    return describe_leaflets(compared, many)


def _sites(options: argparse.Namespace) -> dict[str, object]:
    size = Size(options.documents, options.languages)
    with tempfile.TemporaryDirectory(prefix="charterpress-bench-") as name:
        folder = Path(name)
        ours, theirs = _compare(size, options.runs, folder)
        if ours.pages != theirs.pages:
            sys.exit(f"The two sites differ: {ours.pages} and {theirs.pages} pages.")
        larger = (Size(size.documents, size.languages * 2), Size(size.documents * 3, size.languages))
        grown = (ours, *(_grow(each, options.runs, folder) for each in larger))
        print(f"\n{render_comparison(ours, theirs)}\n{render_growth(grown)}")
        return describe(ours, theirs, grown)


def _compare(size: Size, runs: int, folder: Path) -> tuple[Site, Site]:
    """Build one site both ways, in turns, so that whatever else the machine does slows both."""
    _say(f"Writing {size}, as YAML and as Markdown …")
    sites = make_site(CHARTERPRESS, size, folder), make_site(PLAIN, size, folder)
    for number in range(1, runs + 1):
        for site in sites:
            site.build_cold()
            _say(f"run {number} of {runs}: {site.tool.name}, cold: {site.cold.seconds[-1]:.1f} s")
        for site in sites:
            site.build_warm(CHANGED.format(number=number))
            _say(f"run {number} of {runs}: {site.tool.name}, one file changed: {site.warm.seconds[-1]:.1f} s")
    return sites


def _grow(size: Size, runs: int, folder: Path) -> Site:
    _say(f"Writing {size}, as YAML …")
    site = make_site(CHARTERPRESS, size, folder)
    for number in range(1, runs + 1):
        site.build_cold()
        _say(f"run {number} of {runs}: {site.tool.name}, cold: {site.cold.seconds[-1]:.1f} s")
    return site


def _say(text: str) -> None:
    print(f"» {text}", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="bench.py",
        allow_abbrev=False,
        description="Build a synthetic site with charterpress and with plain MkDocs, and compare the times. "
        "Cold means: no site/ and no .cache/ of an earlier build. Warm means: all of that is there, "
        "and one source file has changed. With --leaflets: set one leaflet with charterpress and with WeasyPrint, "
        "which is installed for that, then many leaflets as a build does.",
    )
    parser.add_argument("--leaflets", action="store_true", help="measure leaflets instead of websites")
    parser.add_argument("--runs", type=int, help="how often each build runs (default: 3; 1 with --quick)")
    number = (
        "how many documents (default: 100; 10 with --quick); charters with --leaflets (default: 20; 4 with --quick)"
    )
    parser.add_argument("--documents", type=int, help=number)
    number = "how many languages, 2 to 10 (default: 10; 3 with --quick); leaflets are always in 5"
    parser.add_argument("--languages", type=int, help=number)
    parser.add_argument("--quick", action="store_true", help="small sizes, to try it out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to a file")
    options = parser.parse_args()
    documents = (20, 4) if options.leaflets else (100, 10)
    for name, usual, quick in (("runs", 3, 1), ("documents", *documents), ("languages", 10, 3)):
        if getattr(options, name) is None:
            setattr(options, name, quick if options.quick else usual)
    if options.runs < 1 or options.documents < 1 or not 2 <= options.languages <= 10:
        parser.error("at least 1 run, 1 document, and 2 to 10 languages")
    return options


if __name__ == "__main__":
    main()

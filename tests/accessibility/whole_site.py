"""Hold every page of a built site against axe-core, light and dark, and write down what was found."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from axe_rules import Place, look_at
from browsing import chromium, open_page, serving
from playwright.sync_api import Browser

from charterpress.content.testresults import NAME

ROOT = Path(__file__).parents[2]
WAYS: tuple[tuple[Literal["light", "dark"], int], ...] = (("light", 1280), ("dark", 360))


def main() -> int:
    """Test the site of the project that is named, or of this repository; return 1 where a rule of WCAG is broken."""
    project = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT).resolve()
    site = project / "site"
    if not (site / "index.html").is_file():
        print(f"There is no site in {project} yet: run charterpress build first.", file=sys.stderr)
        return 2
    # Below a folder, as on any host: the page for lost addresses is told where its files are.
    with TemporaryDirectory() as name, chromium() as browser:
        (Path(name) / "site").symlink_to(site, target_is_directory=True)
        with serving(Path(name)) as root:
            tool, pages, found = measured(browser, f"{root}site/", site)
    results = results_of(tool, pages, found, dt.datetime.now().astimezone().date())
    (project / NAME).write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    for page, place in sorted(found):
        print(f"{page}: {place}")
    print(f"{tool}: {pages} pages, {len(found)} places where a rule is broken. Written to {NAME}.")
    return 1 if any(place.wcag for _, place in found) else 0


def measured(browser: Browser, address: str, site: Path) -> tuple[str, int, set[tuple[str, Place]]]:
    """Return the tool, the number of pages that were opened, and each place on them where a rule is broken, once."""
    pages = sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))
    found: set[tuple[str, Place]] = set()
    tool = ""
    for scheme, width in WAYS:
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 800})
        page = context.new_page()
        for path in pages:
            open_page(page, address, path)
            look = look_at(page)
            tool = look.tool
            found.update((path or "/", place) for place in look.violations)
        context.close()
    return tool, len(pages), found


def results_of(tool: str, pages: int, found: set[tuple[str, Place]], day: dt.date) -> dict[str, object]:
    """Return what was found as charterpress reads it, each rule once."""
    counts = Counter((place.rule, place.wcag) for _, place in found)
    violations = [{"rule": rule, "wcag": list(wcag), "count": count} for (rule, wcag), count in sorted(counts.items())]
    return {
        "format": "charterpress-accessibility-results/1",
        "tool": tool,
        "date": day.isoformat(),
        "pages": pages,
        "violations": violations,
    }


if __name__ == "__main__":
    sys.exit(main())

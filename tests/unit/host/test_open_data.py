"""Test that the files for other programs are published with the site, and found from its pages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

Pages = dict[str, str]
Build = Callable[..., tuple[Path, str]]
Read = Callable[[Path], Pages]

LINKED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def test_files_and_linked_data_are_published(
    build_sample: Build, translate_sample: Callable[..., Path], read_pages: Read
) -> None:
    """Each language has its files, the root the schema; documents say what they are, other pages say nothing.

    The sitemap lists the page, and none of the files.
    """
    translate_sample("ur", "family", {"Our promises & yours": "ہمارے وعدے"})
    site, _ = build_sample()
    assert json.loads((site / "ur/data/family.json").read_bytes())["language"] == "ur"
    assert "ہمارے وعدے" in (site / "ur/text/family.txt").read_text("utf-8")
    schemas = [path.relative_to(site).as_posix() for path in site.rglob("v1.json")]
    assert schemas == ["data/schema/v1.json"]
    assert [path.parent.name for path in sorted(site.rglob("llms.txt"))] == ["site", "ur"]
    pages = read_pages(site)
    said = {path: json.loads(found[1]) for path, html in pages.items() if (found := LINKED.search(html))}
    wanted = ["charters/family", "guidance/rules", "guides/involved", "themes/listening", "ur/charters/family"]
    assert sorted(said) == wanted
    assert said["ur/charters/family"]["inLanguage"] == "ur"
    assert all('href="data/">' in pages[path] or 'data/">' in pages[path] for path in ("", "ur", "ur/charters/family"))
    assert "data" not in {path.partition("/")[2] for path in pages if path.startswith("cy/")}, "cy shows no document"
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert "https://council.example/charters/ur/data/</loc>" in sitemap
    assert ".json" not in sitemap
    assert ".txt" not in sitemap

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
    translate_sample("cy", "family", {"Our promises & yours": "Ein haddewidion ŷ ni"})
    site, _ = build_sample()
    assert json.loads((site / "cy/data/family.json").read_bytes())["language"] == "cy"
    assert "Ein haddewidion ŷ ni" in (site / "cy/text/family.txt").read_text("utf-8")
    schemas = [path.relative_to(site).as_posix() for path in site.rglob("v1.json")]
    assert schemas == ["data/schema/v1.json"]
    assert [path.parent.name for path in sorted(site.rglob("llms.txt"))] == ["cy", "site"]
    pages = read_pages(site)
    said = {path: json.loads(found[1]) for path, html in pages.items() if (found := LINKED.search(html))}
    wanted = ["charters/family", "cy/charters/family", "guidance/rules", "guides/involved", "themes/listening"]
    assert sorted(said) == wanted
    assert said["cy/charters/family"]["inLanguage"] == "cy"
    for path, href in (("", "data/"), ("cy", "data/"), ("cy/charters/family", "../../data/")):
        assert f'<a href="{href}">' in pages[path].partition('<footer class="cp-footer">')[2]
    assert "cy/data" in pages
    assert "ur/data" not in pages, "Urdu shows no document"
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert "https://council.example/charters/cy/data/</loc>" in sitemap
    assert ".json" not in sitemap
    assert ".txt" not in sitemap

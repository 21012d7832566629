"""Test that a built site says in every page what browsers may load, and has what web servers read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from charterpress.site.facts import read_facts

Build = Callable[..., tuple[Path, str]]
Read = Callable[[Path], dict[str, str]]

POLICY = '<meta http-equiv="Content-Security-Policy" content="'
CHANGES = {
    "      organisation: Example Council\n": "      organisation: Example Council\n"
    "      hosting: [apache, iis]\n"
    "      security:\n"
    "        contact: security@council.example\n"
    "        expires: 2999-01-01\n"
    "        allow: {img: ['https://maps.example']}\n"
}


def test_every_page_has_a_policy_and_obeys_it(build_sample: Build, read_pages: Read, sample: Path) -> None:
    """So have pages by hand, those for lost addresses and old ones; what was allowed is in the report."""
    table = "# Visit\n\n![map](https://maps.example/a.png)\n\n| a | b |\n| :--- | ---: |\n| 1 | 2 |\n"
    (sample / "docs/visit.md").write_text(table, encoding="utf-8")
    site, _ = build_sample(changes=CHANGES)
    pages = read_pages(site)
    assert len(pages) > 20
    assert {path for path, html in pages.items() if html.count(POLICY) != 1} == set()
    assert all("img-src 'self' data: https://maps.example;" in html for html in pages.values())
    asks = {ask.source for page in read_facts(site, site) for ask in page.asks}
    assert {source for source in asks if "//" in source} == {"https://maps.example/a.png"}
    assert not any(source.startswith("sha256-") or source == "attribute" for source in asks)
    assert '<td class="cp-align-right">2</td>' in pages["visit"]
    report = (site.parent / "reports/index.html").read_text("utf-8")
    assert "<td>img</td><td><code>https://maps.example</code></td>" in report


def test_what_servers_read_is_published(build_sample: Build) -> None:
    """Files that start with a dot are in the site, and only what was asked for; security.txt has its place."""
    site, said = build_sample(changes=CHANGES)
    assert "Contact: mailto:security@council.example" in (site / ".well-known/security.txt").read_text("utf-8")
    names = {".htaccess", "web.config", "_headers", "staticwebapp.config.json"}
    assert {name for name in names if (site / name).is_file()} == {".htaccess", "web.config"}
    assert not (site.parent / "reports/nginx.conf").exists()
    assert "security-expires" in said


def test_the_theme_is_trimmed(build_sample: Build, sample: Path) -> None:
    """What a page by hand uses of the theme is kept, though no other page does; the rest is gone."""
    sheet = next((build_sample()[0] / "assets/stylesheets").glob("main.*.css"))
    before = sheet.read_text("utf-8")
    (sample / "docs/visit.md").write_text('# Visit\n\n<div class="admonition note"><p>x</p></div>\n', encoding="utf-8")
    build_sample()
    assert len(before) < 30_000
    assert ".admonition" not in before
    assert ".admonition" in sheet.read_text("utf-8")

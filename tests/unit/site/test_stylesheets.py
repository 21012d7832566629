"""Test what is taken out of a theme's style sheets."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.site.facts import page_facts
from charterpress.site.stylesheets import trim_stylesheets, trimmed_rules, without_lone_variables

PAGE = '<html><body data-md-color-scheme="default"><p class="a b" id="c">x</p></body></html>'
NAMES = page_facts("index.html", PAGE).names


@pytest.mark.parametrize(
    "rule",
    [
        "p{x:1}",
        ".a{x:1}",
        "#c{x:1}",
        "p.a.b#c>*{x:1}",
        "*,::before{x:1}",
        ":root{x:1}",
        ".a:hover::after{x:1}",
        ".a:not(.lost){x:1}",
        ":is(.lost,.a) p{x:1}",
        ".a:nth-child(2n + 1){x:1}",
        "[dir=rtl] .a[href^='x,{']{x:1}",
        "[data-md-color-scheme=default]{x:1}",
        "@media print{.a{x:1}}",
        "@supports (x:1){@media print{p{x:1}}}",
        "@font-face{src:url(a.woff2)}",
        "@keyframes k{0%{x:1}to{x:2}}",
        '@charset "utf-8";',
        ".a{content:'} .lost{';x:url(data:x;y)}",
        ".said{x:1}",
        r".sa\id{x:1}",
    ],
)
def test_what_stays(rule: str) -> None:
    """A rule stays as it is when a page, or a script, could have what it names."""
    assert trimmed_rules(rule, NAMES, frozenset({"said"})) == rule


@pytest.mark.parametrize(
    "rule",
    [
        ".lost{x:1}",
        "table{x:1}",
        "#lost{x:1}",
        "p.a .lost{x:1}",
        ".lost:hover{x:1}",
        "[data-md-color-scheme=slate] p{x:1}",
        "@media print{.lost{x:1}}",
        "/* a { */.lost{content:'}'}",
    ],
)
def test_what_goes(rule: str) -> None:
    """A rule goes when it names what no page has."""
    assert trimmed_rules(rule, NAMES) == ""


def test_a_list_of_selectors_is_cut() -> None:
    """Of several selectors those stay that a page can match; a comma in brackets parts none."""
    assert trimmed_rules(".lost,.a:is(.b,.c) ,table>p,p{x:1}", NAMES) == ".a:is(.b,.c),p{x:1}"


def test_variables_that_nothing_refers_to() -> None:
    """They go, and with them those that only they refer to; what another sheet refers to stays."""
    sheet = {Path("a"): ":root{--a:1;--b:var(--c);--c:2;--d:url('x;--e:3')}p{x:var(--a);--f:1}"}
    assert without_lone_variables(sheet, ["p{x:var( --d,1)}"]) == {
        Path("a"): ":root{--a:1;--d:url('x;--e:3')}p{x:var(--a)}"
    }


def test_only_sheets_of_the_theme_are_trimmed(tmp_path: Path) -> None:
    """Those of the project stay whole, and so does one that it put in place of the theme's."""
    for name in ("main.1.min.css", "own.1.min.css", "look.css"):
        for folder in ("site", *(("overrides",) if name == "own.1.min.css" else ())):
            path = tmp_path / folder / "assets/stylesheets" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(".a{x:1}.lost{x:1}", encoding="utf-8")
    trim_stylesheets(tmp_path / "site", [page_facts("index.html", PAGE)], tmp_path / "overrides")
    left = {path.name: path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.css")}
    assert left == {
        "main.1.min.css": ".a{x:1}",
        "own.1.min.css": ".a{x:1}.lost{x:1}",
        "look.css": ".a{x:1}.lost{x:1}",
    }

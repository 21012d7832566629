"""Collect what leads away from the site, wherever it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.project import load_project
from charterpress.links.asking import Outcome, Verdict
from charterpress.links.kept import load_kept, save_kept
from charterpress.links.outside import Outside, outside_links

PAGE = """\
# Links

Words with [one](https://one.example/a#part) and
[one again](https://one.example/a) and <https://two.example/>.

<a href="https://three.example/x">x</a>

[ours](https://council.example/charters/about/) [local](about.md) [mail](mailto:a@b.example)

```
https://code.example/
```
"""


def collect(root: Path) -> Outside:
    """Return the links of a project."""
    project, findings = load_project(root)
    assert project is not None, findings
    return outside_links(load_library(project.docs), project)


def test_links_with_their_places(sample: Path) -> None:
    """Each address is there once, with file, line and language; what is ours, and what stands behind '#', is not."""
    (sample / "docs" / "links.cy.md").write_text(PAGE, encoding="utf-8")
    found = collect(sample).places
    places = {
        url: [(place.file.name, place.line, place.language) for place in each]
        for url, each in found.items()
        if any(place.file.suffix == ".md" for place in each)
    }
    assert places == {
        "https://one.example/a": [("links.cy.md", 3, "cy"), ("links.cy.md", 4, "cy")],
        "https://three.example/x": [("links.cy.md", 6, "cy")],
        "https://two.example/": [("links.cy.md", 4, "cy")],
    }
    (law,) = found["https://law.example/act?a=1&b=2"]
    line = (sample / "docs/charters/family.yml").read_text("utf-8").splitlines()[law.line - 1]
    assert "law.example" in line
    assert law.language == "en"


@pytest.mark.parametrize("target", ["mailto:nobody", "mailto:a@b", "mailto:a@b.example,c", "tel:twelve", "tel:"])
def test_addresses_that_nobody_need_ask(sample: Path, target: str) -> None:
    """E-mail addresses and phone numbers are only looked at."""
    (sample / "docs" / "links.md").write_text(f"# Links\n\n[x]({target})\n", encoding="utf-8")
    (found,) = collect(sample).findings
    assert (found.rule, found.line) == ("link-form", 3)


@pytest.mark.parametrize("target", ["mailto:a.b@c.example?subject=x", "tel:+44-1632-960123", "tel:01632960123"])
def test_addresses_that_are_right(sample: Path, target: str) -> None:
    """These can be written and called."""
    (sample / "docs" / "links.md").write_text(f"# Links\n\n[x]({target})\n", encoding="utf-8")
    assert collect(sample).findings == ()


def test_outcomes_are_kept_for_a_day(tmp_path: Path) -> None:
    """What is older than a day, or from tomorrow, is forgotten; a damaged file is none."""
    path, outcome = tmp_path / "deep" / "links.json", Outcome(Verdict.MOVED, "it has moved", 200, "https://b.example/")
    save_kept(path, {"https://a.example/": (1000.0, outcome)})
    assert load_kept(path, 1000.0 + 86399) == {"https://a.example/": (1000.0, outcome)}
    assert load_kept(path, 1000.0 + 86400) == {}
    assert load_kept(path, 999.0) == {}
    for damaged in ("", "[1]", '{"a": 1}', '{"a": [1, "no verdict", "", 1, ""]}', "\x00"):
        path.write_text(damaged, encoding="utf-8")
        assert load_kept(path, 1000.0) == {}

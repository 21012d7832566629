"""Test what is said of pages that ask for what their policy refuses."""

from __future__ import annotations

from collections.abc import Callable

from charterpress.content.library import load_library
from charterpress.content.settings import Project
from charterpress.findings import Finding, Level
from charterpress.site.addresses import SiteMap
from charterpress.site.delivery.obeying import check_policy
from charterpress.site.facts import page_facts
from charterpress.site.linkplaces import Origins

With = Callable[..., Project]
PICTURE = '<img src="https://maps.example/a.png">'


def check(project: Project, **pages: str) -> list[Finding]:
    """Return what is wrong with pages, named by their folder."""
    origins = Origins(load_library(project.docs), project, SiteMap({}, "en", project.locales, project.site_url))
    facts = [page_facts(f"{name}/index.html", html) for name, html in pages.items()]
    return [each.relative_to(project.root) for each in check_policy(facts, origins)]


def test_a_page_by_hand_has_a_line(project_with: With) -> None:
    """What a page by hand asks for is found where its author wrote it; a style is no error."""
    project = project_with()
    (project.docs / "visit.md").write_text(f"# Visit\n\n{PICTURE}\n\n<p style='color: red'>x</p>\n", encoding="utf-8")
    picture, style = check(project, visit=f"{PICTURE}<p style='color: red'>x</p>")
    assert (picture.rule, str(picture.file), picture.line) == ("not-allowed", "docs/visit.md", 3)
    assert (picture.level, style.level, style.line) == (Level.ERROR, Level.WARNING, 5)
    assert "'security: allow: img: [https://maps.example]'" in picture.hint


def test_what_is_allowed_is_no_finding(project_with: With) -> None:
    """What the settings allow is passed over."""
    project = project_with(security={"allow": {"img": ["https://maps.example"]}})
    assert check(project, visit=PICTURE) == []


def test_a_template_is_one_finding(project_with: With) -> None:
    """What all pages have of a template is said once, with the template's line."""
    project = project_with()
    overrides = project.root / "look"
    overrides.mkdir()
    (overrides / "main.html").write_text(f"{{% extends 'base.html' %}}\n{PICTURE}\n", encoding="utf-8")
    project = project.model_copy(update={"overrides": overrides})
    (found,) = check(project, one=PICTURE, two=PICTURE, three=PICTURE)
    assert (str(found.file), found.line) == ("look/main.html", 2)
    assert "2 other pages have this, too" in found.message


def test_style_sheets_of_a_project(project_with: With) -> None:
    """A sheet that loads from elsewhere has file and line; what stands in a remark does not count."""
    project = project_with()
    sheet = project.docs / "own.css"
    sheet.write_text(
        '@import "https://fonts.example/a.css";\n/* url(https://not.example/a.png) */\n'
        "a { background: url('//x.example/a.png') }\n@font-face { src: url(https://x.example/a.woff2) }\n"
        "b { background: url(a.png) }\n",
        encoding="utf-8",
    )
    found = check(project)
    assert [(str(each.file), each.line) for each in found] == [("docs/own.css", line) for line in (1, 3, 4)]
    assert [each.hint.split("allow: ")[1].split(":")[0] for each in found] == ["style", "img", "font"]


def test_a_file_that_is_copied_as_it_is(project_with: With) -> None:
    """A page that somebody put there as HTML is named as well."""
    project = project_with()
    (project.docs / "old").mkdir()
    (project.docs / "old/index.html").write_text(f"<html>\n{PICTURE}</html>", encoding="utf-8")
    (found,) = check(project, old=PICTURE)
    assert (str(found.file), found.line) == ("docs/old/index.html", 2)

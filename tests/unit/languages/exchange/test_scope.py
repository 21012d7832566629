"""Test choosing the documents and files that a command for translators works on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.findings import CharterpressError, Finding, Level
from charterpress.languages.exchange.scope import Scope, load_scope
from charterpress.languages.pofile import source_of

Edit = Callable[[str, str, str], int]
ALL = ("family", "involved", "listening", "rules")


def scope_of(sample: Path, locale: str | None, *wanted: str) -> Scope:
    """Return what a command works on."""
    scope, findings = load_scope(sample, locale, wanted)
    assert findings == ()
    assert scope is not None
    return scope


def test_everything(sample: Path) -> None:
    """Without names a command works on every document, each with its PO file."""
    scope = scope_of(sample, "cy")
    assert (scope.names, scope.problems, scope.locale) == (ALL, (), "cy")
    i18n = sample.resolve() / "i18n" / "cy"
    assert list(scope.paths()) == [(key, i18n / f"{key}.po") for key in ALL]


def test_what_is_wanted(sample: Path) -> None:
    """With names it works on these, in their order; a name that is given twice counts once."""
    assert scope_of(sample, "cy", "rules", "family", "rules").names == ("family", "rules")


def test_own_interface_words(sample: Path) -> None:
    """A project's own interface words belong to everything where it has some, and can always be asked for."""
    assert scope_of(sample, "pl", "interface").names == ("interface",)
    path = sample / "i18n" / "pl" / "interface.po"
    path.parent.mkdir(parents=True)
    path.write_text("", encoding="utf-8")
    assert scope_of(sample, "pl").names == ("family", "interface", "involved", "listening", "rules")
    assert dict(scope_of(sample, "pl").paths())["interface"] == path.resolve()


def test_without_a_language(sample: Path) -> None:
    """A command that is about no language works on everything, the interface words too."""
    scope = scope_of(sample, None)
    assert (scope.names, scope.locale) == (("family", "interface", "involved", "listening", "rules"), "")


def test_the_own_language(sample: Path, edit: Edit) -> None:
    """A document that was written in the language is left out, also when it is asked for."""
    edit("docs/themes/listening.yml", "kind: theme", "kind: theme\nlanguage: cy")
    scope = scope_of(sample, "cy")
    assert scope.names == ("family", "involved", "rules")
    assert scope_of(sample, "cy", "listening").names == ()
    assert scope_of(sample, "en").names == ("listening",)
    assert scope_of(sample, "ur").language("listening") == "cy"
    assert scope_of(sample, "ur").language("family") == "en"
    assert scope_of(sample, "ur").language("interface") == "en"


def test_templates(sample: Path) -> None:
    """Each document gives its own texts, and the interface its words."""
    scope = scope_of(sample, None)
    assert "Answer your letters." in {source_of(m) for m in scope.template("family") if m.id}
    assert "Start page" in {source_of(m) for m in scope.template("interface") if m.id}


def test_unknown_document(sample: Path) -> None:
    """A name that is not known stops the run, and the known ones are listed."""
    with pytest.raises(
        CharterpressError, match=r"no document 'famly'\. Known: family, involved, listening, rules, interface"
    ):
        load_scope(sample, "cy", ("famly", "rules"))


@pytest.mark.parametrize("locale", ["zz", "", "not a language"])
def test_unknown_language(sample: Path, locale: str) -> None:
    """A language that is none stops the run."""
    with pytest.raises(CharterpressError, match="is not a language"):
        load_scope(sample, locale, ())


def test_a_broken_document(sample: Path, edit: Edit) -> None:
    """An error in any document is a problem of the scope; that says more than that a document is not known."""
    edit("docs/themes/listening.yml", "summary:", "sumary:")
    scope = scope_of(sample, "cy", "listening")
    assert "unknown-key" in {finding.rule for finding in scope.problems}
    assert {finding.level for finding in scope.problems} == {Level.ERROR}


def test_broken_settings(sample: Path) -> None:
    """Without settings there is nothing to work on, and the finding names the file from the root."""
    (sample / "mkdocs.yml").write_text("plugins: [charterpress]\n", encoding="utf-8")
    scope, findings = load_scope(sample, "cy", ())
    assert scope is None
    assert [str(finding.file) for finding in findings] == ["mkdocs.yml"]


def test_findings_are_named_from_the_project(sample: Path) -> None:
    """Findings come in order, once each, with their files named from the project."""
    scope = scope_of(sample, "cy")
    inside, outside = scope.project.root / "i18n" / "cy" / "a.po", Path("/elsewhere/b.xlsx")
    found = [Finding("b", "later", file=inside, line=9), Finding("a", "first", file=inside, line=2)]
    made = scope.relative([*found, *found, Finding("c", "elsewhere", file=outside)])
    assert [(str(finding.file), finding.line) for finding in made] == [
        ("/elsewhere/b.xlsx", None), ("i18n/cy/a.po", 2), ("i18n/cy/a.po", 9),
    ]  # fmt: skip

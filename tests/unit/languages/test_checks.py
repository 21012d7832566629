"""Test that what must be the same in a translation and its source is compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.findings import Finding, Level
from charterpress.languages.catalogue import load_catalogue
from charterpress.languages.checks import check_catalogue

WritePo = Callable[..., Path]


def findings_of(write_po: WritePo, source: str, translation: str, flag: str = "") -> list[Finding]:
    """Return what is wrong with one translation."""
    path = write_po(("title", "Hello", "Helo"), ("a.text", source, translation), flag=flag)
    return list(check_catalogue(load_catalogue(path, "cy")))


@pytest.mark.parametrize(
    ("source", "translation", "said"),
    [
        ("Edition of {date}", "Rhifyn", "lacks date"),
        ("Edition of {date}", "Rhifyn {dyddiad}", "has dyddiad"),
        ("Edition of {date}", "Rhifyn {date", "unclosed"),
        ("Edition of {date}", "Rhifyn date}", "unclosed"),
        ("See [the law](https://law.example/a).", "Gweler y gyfraith.", "lacks https://law.example/a"),
        ("See [the law](https://law.example/a).", "[y](https://law.example/b)", "has https://law.example/b"),
        ("See [rules](guidance:rules#reply).", "Gweler [y rheolau](guidance:rules).", "lacks guidance:rules#reply"),
        ("Ask for help.", "Gofynnwch [yma](https://spam.example).", "has https://spam.example"),
        ("Hear us.[^law]", "Gwrandewch.", "lacks law"),
        ("Hear us.[^law]", "Gwrandewch.[^cyfraith]", "has cyfraith"),
        ("Write to office@council.example.", "Ysgrifennwch.", "lacks office@council.example"),
        ("Write to office@council.example.", "Ysgrifennwch at ofis@council.example.", "has ofis@council.example"),
    ],
)
def test_a_changed_part(write_po: WritePo, source: str, translation: str, said: str) -> None:
    """A placeholder, link, note call or e-mail address that changed is an error at its line."""
    findings = findings_of(write_po, source, translation)
    assert findings
    for finding in findings:
        assert (finding.rule, finding.level, finding.locale) == ("po-placeholder", Level.ERROR, "cy")
        assert finding.file is not None
        line = finding.file.read_text("utf-8").split("\n")[(finding.line or 0) - 1]
        assert line.startswith(f'msgid "{source[:8]}')
        assert finding.hint
    assert any(said in finding.message for finding in findings)


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("Edition of {date}", "Rhifyn {date}"),
        ("{old} and {new}", "{new} a {old}"),
        ("See [the law](https://law.example/a).[^law]", "[^law] Gweler [y gyfraith](https://law.example/a)."),
        ("Write to office@council.example.", "Ysgrifennwch at office@council.example"),
        ("Hear us.[^law] And again.[^law]", "Gwrandewch.[^law]"),
        ("An [e-mail](mailto:a@b.example) helps.", "Mae [e-bost](mailto:a@b.example) yn helpu."),
        ("**Hear** us.", "Gwrandewch *arnom*."),
        ("Use a {", "Defnyddiwch {"),
    ],
)
def test_what_may_change(write_po: WritePo, source: str, translation: str) -> None:
    """Order, marks for weight and how often a note is called may differ."""
    assert findings_of(write_po, source, translation) == []


@pytest.mark.parametrize(
    ("translation", "rule"),
    [
        ("Helo <script>alert(1)</script>", "raw-html"),
        ("Helo <b>chi</b>", "raw-html"),
        ("[Helo](javascript:alert(1))", "unsafe-link"),
        ("[Helo](JavaScript:alert(1))", "unsafe-link"),
        ("[Helo](data:text/html,x)", "unsafe-link"),
    ],
)
def test_what_a_translation_must_not_hold(write_po: WritePo, translation: str, rule: str) -> None:
    """Raw HTML and links that are not safe come in through a translation no more than through the source."""
    assert rule in {finding.rule for finding in findings_of(write_po, "Hello there", translation)}


@pytest.mark.parametrize(("translation", "flag"), [("", ""), ("Rhifyn", "fuzzy"), ("<b>Rhifyn</b>", "fuzzy")])
def test_what_is_not_shown_is_not_checked(write_po: WritePo, translation: str, flag: str) -> None:
    """A translation that is missing or needs review is not published, and so stops nothing."""
    assert findings_of(write_po, "Edition of {date}", translation, flag) == []


def test_a_reviewed_translation_is_checked(write_po: WritePo) -> None:
    """A review does not make a lost placeholder right."""
    assert findings_of(write_po, "Edition of {date}", "Rhifyn", "reviewed")


def test_syntax_errors_come_through(tmp_path: Path) -> None:
    """A file that cannot be read gives its findings here too."""
    path = tmp_path / "broken.po"
    path.write_text('msgid "a\n', encoding="utf-8")
    assert [finding.rule for finding in check_catalogue(load_catalogue(path, "cy"))] == ["po-syntax"]

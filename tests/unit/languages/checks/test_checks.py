"""Test that the checks run on what may be shown, and say where each fault stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.findings import Finding, Level
from charterpress.languages.catalogue import load_catalogue
from charterpress.languages.checks import check_catalogue
from charterpress.languages.terminology import TermForms, Terminology

WritePo = Callable[..., Path]

PLURALS = (
    'msgid ""\nmsgstr ""\n"Language: pl\\n"\n"Plural-Forms: nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && '
    '(n%100<12 || n%100>14) ? 1 : 2);\\n"\n\nmsgid "{number} note on {title}"\n'
    'msgid_plural "{number} notes on {title}"\n'
)


def findings_of(write_po: WritePo, source: str, translation: str, flag: str = "", locale: str = "cy") -> list[Finding]:
    """Return what is wrong with one translation from English."""
    path = write_po(("title", "Hello", "Helo"), ("a.text", source, translation), flag=flag, locale=locale)
    return list(check_catalogue(load_catalogue(path, locale), "en"))


@pytest.mark.parametrize(
    ("source", "translation", "locale", "rule", "level"),
    [
        ("Edition of {date}", "Rhifyn", "cy", "po-placeholder", Level.ERROR),
        ("Hello there", "Helo <br>chi", "cy", "raw-html", Level.ERROR),
        ("Within 5 days", "O fewn 6 diwrnod", "cy", "po-number", Level.ERROR),
        ("12 March 2027", "12 Ebrill 2027", "cy", "po-date", Level.ERROR),
        ("Ring 0300 123 4567.", "Ffoniwch.", "cy", "po-phone", Level.ERROR),
        ("We will answer your letters.", "We will answer your letters.", "cy", "po-untranslated", Level.ERROR),
        ("We will answer your letters.", "We reply to your letters.", "ur", "po-script", Level.ERROR),
        ("We listen.", "Vă ascultăm şi noi.", "ro", "po-letter", Level.WARNING),
        ("We listen.", "\u202eGwrandawn.", "cy", "po-direction", Level.ERROR),
        ("We listen.", "Gwrandawn. " * 9, "cy", "po-length", Level.NOTE),
    ],
)
def test_each_check_runs(  # noqa: PLR0913 - a row of a table
    write_po: WritePo, source: str, translation: str, *, locale: str, rule: str, level: Level
) -> None:
    """Each kind of fault is found in a catalogue, with its file, its language and the line of the source text."""
    [finding] = findings_of(write_po, source, translation, locale=locale)
    assert (finding.rule, finding.level, finding.locale) == (rule, level, locale)
    assert finding.hint
    assert finding.file is not None
    line = finding.file.read_text("utf-8").split("\n")[(finding.line or 0) - 1]
    assert line.startswith(f'msgid "{source[:8]}')


@pytest.mark.parametrize(
    ("translation", "flag"),
    [("", ""), ("Rhifyn", "fuzzy"), ("<b>Rhifyn</b>", "fuzzy"), ("Rhifyn 5", "fuzzy, reviewed")],
)
def test_what_is_not_shown_is_not_checked(write_po: WritePo, translation: str, flag: str) -> None:
    """A translation that is missing or needs review is not published, and so stops nothing."""
    assert findings_of(write_po, "Edition of {date}", translation, flag) == []


def test_a_reviewed_translation_is_checked(write_po: WritePo) -> None:
    """A review does not make a lost placeholder right."""
    assert findings_of(write_po, "Edition of {date}", "Rhifyn", "reviewed")


def test_a_right_translation(write_po: WritePo) -> None:
    """A translation without a fault gives no findings."""
    source = "Write to [the office](mailto:a@b.example) by 12 March 2027, within 5 days.[^law]"
    translation = "Ysgrifennwch at [y swyddfa](mailto:a@b.example) erbyn 12 Mawrth 2027, o fewn 5 diwrnod.[^law]"
    assert findings_of(write_po, source, translation) == []


def test_the_language_of_the_source_counts(write_po: WritePo) -> None:
    """Dates are read in the language that the source was written in."""
    catalogue = load_catalogue(write_po(("a.text", "12 Mawrth 2027", "12 April 2027"), locale="en"), "en")
    assert [finding.rule for finding in check_catalogue(catalogue, "cy")] == ["po-date"]
    assert list(check_catalogue(catalogue, "ur")) == []


def test_terms_are_checked(write_po: WritePo) -> None:
    """With a terminology the terms are checked too, as a warning."""
    catalogue = load_catalogue(write_po(("a.text", "Bring your advocate.", "Dewch â'ch cyfaill.")), "cy")
    terminology = Terminology((TermForms("advocate", ("eiriolwr",)),))
    assert [(f.rule, f.level) for f in check_catalogue(catalogue, "en", terminology)] == [("po-term", Level.WARNING)]
    assert list(check_catalogue(catalogue, "en")) == []


def test_syntax_errors_come_through(tmp_path: Path) -> None:
    """A file that cannot be read gives its findings here too."""
    path = tmp_path / "broken.po"
    path.write_text('msgid "a\n', encoding="utf-8")
    assert [finding.rule for finding in check_catalogue(load_catalogue(path, "cy"), "en")] == ["po-syntax"]


@pytest.mark.parametrize(
    ("forms", "rules"),
    [
        (("{number} nota o {title}", "{number} noty o {title}", "{number} not o {title}"), []),
        (("jedna nota o {title}", "{number} noty o {title}", "{number} not o {title}"), []),
        (("{number} nota o {title}", "{number} noty", "{number} not o {title}"), ["po-placeholder"]),
        (("{number} nota o {title}", "{number} noty o {title}", "<b>{number}</b> not o {title}"), ["raw-html"]),
        (("\u202e{number} nota o {title}", "{number} noty o {title}", "{number} not o {title}"), ["po-direction"]),
    ],
)
def test_every_plural_form_is_checked(tmp_path: Path, forms: tuple[str, ...], rules: list[str]) -> None:
    """Each plural form keeps the placeholders but that of the number, and has no marks of its own."""
    path = tmp_path / "words.po"
    strings = "".join(f'msgstr[{form}] "{words}"\n' for form, words in enumerate(forms))
    path.write_text(PLURALS + strings, encoding="utf-8")
    found = {finding.rule for finding in check_catalogue(load_catalogue(path, "pl"), "en")}
    assert sorted(found) == rules

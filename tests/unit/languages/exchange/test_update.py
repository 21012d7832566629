"""Test bringing a project's PO files and templates up to date: all of them or none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.findings import CharterpressError, Finding
from charterpress.languages.catalogue import State, load_catalogue
from charterpress.languages.exchange.update import extract_templates, update_translations

WritePo = Callable[..., Path]
Translate = Callable[..., Path]
ALL = ["family", "involved", "listening", "rules"]


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_every_document_gets_a_file(sample: Path) -> None:
    """A new language gets a PO file a document, named from the project's root."""
    written, findings = update_translations(sample, "cy", ())
    assert findings == ()
    assert [path.as_posix() for path in written] == [f"i18n/cy/{key}.po" for key in ALL]
    assert sorted(contents(sample / "i18n")) == [f"{key}.po" for key in ALL]


def test_only_what_is_wanted(sample: Path) -> None:
    """With documents named, only their files are written."""
    written, _ = update_translations(sample, "ur", ("rules",))
    assert [path.as_posix() for path in written] == ["i18n/ur/rules.po"]
    assert list(contents(sample / "i18n")) == ["rules.po"]


def test_nothing_to_do(sample: Path) -> None:
    """A second run writes nothing."""
    update_translations(sample, "cy", ())
    before = contents(sample / "i18n")
    assert update_translations(sample, "cy", ()) == ((), ())
    assert contents(sample / "i18n") == before


def test_only_what_changed(sample: Path, edit: Callable[[str, str, str], int]) -> None:
    """When one document changes, one file does."""
    update_translations(sample, "cy", ())
    edit("docs/themes/listening.yml", "We hear each other.", "We always hear each other.")
    written, _ = update_translations(sample, "cy", ())
    assert [path.as_posix() for path in written] == ["i18n/cy/listening.po"]


def test_one_broken_file_stops_all(sample: Path, translate_sample: Translate) -> None:
    """With one PO file that cannot be read, none is written, and the finding names the file from the root."""
    broken = translate_sample("cy", "rules")
    broken.write_text('msgid "open\n', encoding="utf-8")
    before = contents(sample / "i18n")
    written, findings = update_translations(sample, "cy", ())
    assert written == ()
    assert [(finding.rule, str(finding.file), finding.line) for finding in findings] == [
        ("po-syntax", "i18n/cy/rules.po", 1)
    ]
    assert contents(sample / "i18n") == before


def test_a_broken_document_stops_all(sample: Path, edit: Callable[[str, str, str], int]) -> None:
    """With an error in a document no PO file is written: its texts may be the wrong ones."""
    edit("docs/themes/listening.yml", "summary:", "sumary:")
    written, findings = update_translations(sample, "cy", ())
    assert written == ()
    assert "unknown-key" in {finding.rule for finding in findings}
    assert not (sample / "i18n").exists()


def test_the_source_language_needs_no_files(sample: Path) -> None:
    """A document needs no translation into its own language."""
    assert update_translations(sample, "en", ()) == ((), ())
    assert not (sample / "i18n").exists()


def test_unknown_document(sample: Path) -> None:
    """A document that is not there stops the run, and the known ones are named."""
    with pytest.raises(CharterpressError, match=r"no document 'famly'\. Known: family, involved"):
        update_translations(sample, "cy", ("famly",))


def test_unknown_language(sample: Path) -> None:
    """A language that does not exist stops the run before anything is written."""
    with pytest.raises(CharterpressError, match="'zz' is not a language"):
        update_translations(sample, "zz", ())
    assert not (sample / "i18n").exists()


def test_nothing_is_left_behind(sample: Path) -> None:
    """No temporary file stays next to the PO files."""
    update_translations(sample, "cy", ())
    assert {path.suffix for path in (sample / "i18n").rglob("*") if path.is_file()} == {".po"}


def test_own_interface_words(sample: Path) -> None:
    """The project's own interface words are begun when they are asked for, and from then on brought up to date."""
    written, _ = update_translations(sample, "pl", ("interface",))
    assert [path.as_posix() for path in written] == ["i18n/pl/interface.po"]
    path = sample / "i18n" / "pl" / "interface.po"
    entries = load_catalogue(path, "pl").entries
    assert len(entries) > 60
    assert {entry.state for entry in entries.values()} == {State.MISSING}
    assert {len(entry.forms) for entry in entries.values()} == {0, 3}
    path.write_text(path.read_text("utf-8").replace('msgid "Start page"', 'msgid "Some page"'), encoding="utf-8")
    written, _ = update_translations(sample, "pl", ())
    assert "i18n/pl/interface.po" in {path.as_posix() for path in written}
    assert ("", "Start page") in load_catalogue(path, "pl").entries


def test_translations_are_offered_from_other_documents(sample: Path, translate_sample: Translate) -> None:
    """A text of a new file that is translated in another document is offered that translation, to be looked at."""
    translate_sample("cy", "rules")
    update_translations(sample, "cy", ())
    offered = load_catalogue(sample / "i18n" / "cy" / "family.po", "cy").find("advocate.term", "Advocate")
    assert offered is not None
    assert (offered.translation, offered.state) == ("Advocate (cy)", State.NEEDS_REVIEW)


def test_forms_of_terms_are_not_offered(sample: Path, write_po: WritePo) -> None:
    """The forms that a terminology has for a term, parted by | and with *, are not offered as a translation."""
    path = write_po(("", "Advocate", "eiriolwr | heiriol*"), path=sample / "i18n" / "cy" / "terminology.po")
    before = path.read_bytes()
    update_translations(sample, "cy", ())
    for key in ("family", "rules"):
        assert "eiriolwr" not in (sample / "i18n" / "cy" / f"{key}.po").read_text("utf-8")
    assert path.read_bytes() == before


def test_templates(sample: Path) -> None:
    """Each document gets a template, the interface words too; a second run writes nothing."""
    written, findings = extract_templates(sample)
    assert findings == ()
    assert [path.as_posix() for path in written] == [f"i18n/templates/{key}.pot" for key in sorted([*ALL, "interface"])]
    text = (sample / "i18n" / "templates" / "family.pot").read_text("utf-8")
    assert 'msgctxt "answer-you.text"\nmsgid "Answer your letters."\nmsgstr ""\n' in text
    assert extract_templates(sample) == ((), ())


def test_only_templates_that_changed(sample: Path, edit: Callable[[str, str, str], int]) -> None:
    """When one document changes, one template does."""
    extract_templates(sample)
    edit("docs/themes/listening.yml", "We hear each other.", "We always hear each other.")
    written, _ = extract_templates(sample)
    assert [path.as_posix() for path in written] == ["i18n/templates/listening.pot"]


def test_no_templates_of_a_broken_document(sample: Path, edit: Callable[[str, str, str], int]) -> None:
    """With an error in a document no template is written."""
    edit("docs/themes/listening.yml", "summary:", "sumary:")
    written, findings = extract_templates(sample)
    assert written == ()
    assert "unknown-key" in {finding.rule for finding in findings}
    assert not (sample / "i18n").exists()


@pytest.mark.parametrize("update", [lambda root: update_translations(root, "cy", ()), extract_templates])
def test_broken_settings(sample: Path, update: Callable[[Path], tuple[object, tuple[Finding, ...]]]) -> None:
    """With settings that cannot be read nothing is written, and the finding names the file from the root."""
    (sample / "mkdocs.yml").write_text("plugins: [charterpress]\n", encoding="utf-8")
    written, findings = update(sample)
    assert written == ()
    assert {(finding.rule, str(finding.file)) for finding in findings} == {("missing-languages", "mkdocs.yml")}


@pytest.mark.parametrize("locale", ["ar", "bn", "cy", "pa", "pl", "ro", "so", "ur", "zh-Hans", "pt-BR"])
def test_gettext_takes_new_files(sample: Path, msgfmt: Callable[[Path], str], locale: str) -> None:
    """GNU gettext has nothing to say about the files of a new language."""
    update_translations(sample, locale, (*ALL, "interface"))
    paths = sorted((sample / "i18n").rglob("*.po"))
    assert len(paths) == len(ALL) + 1
    assert {path.name: msgfmt(path) for path in paths} == {path.name: "" for path in paths}


def test_gettext_takes_templates(sample: Path, msgfmt: Callable[[Path], str]) -> None:
    """GNU gettext has nothing to say about the templates of a project."""
    extract_templates(sample)
    paths = sorted((sample / "i18n").rglob("*.pot"))
    assert len(paths) == len(ALL) + 1
    assert {path.name: msgfmt(path) for path in paths} == {path.name: "" for path in paths}

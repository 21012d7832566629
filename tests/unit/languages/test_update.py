"""Test bringing a project's PO files up to date: all of them or none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.findings import CharterpressError
from charterpress.languages.update import update_translations

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

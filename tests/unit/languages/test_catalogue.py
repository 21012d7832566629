"""Test reading PO files: states of translations, and every way a file can be broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.findings import Level
from charterpress.languages.catalogue import State, load_catalogue, load_po

HEAD = 'msgid ""\nmsgstr ""\n"Language: cy\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
GOOD = 'msgctxt "title"\nmsgid "Hello there"\nmsgstr "Helo yno"\n'


def written(folder: Path, text: str) -> Path:
    """Write a PO file and return its path."""
    path = folder / "some.po"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_file_is_an_empty_catalogue(tmp_path: Path) -> None:
    """A document without a PO file has no translations, and nothing is wrong."""
    catalogue = load_catalogue(tmp_path / "none.po", "cy")
    assert dict(catalogue.entries) == {}
    assert catalogue.findings == ()


@pytest.mark.parametrize(
    ("flags", "translation", "state"),
    [
        ("", "", State.MISSING),
        ("", "Helo", State.DRAFT),
        ("#, reviewed\n", "Helo", State.REVIEWED),
        ("#, fuzzy\n", "Helo", State.NEEDS_REVIEW),
        ("#, fuzzy, reviewed\n", "Helo", State.NEEDS_REVIEW),
        ("#, reviewed\n", "", State.MISSING),
        ("#, fuzzy\n", "", State.MISSING),
    ],
)
def test_states(tmp_path: Path, flags: str, translation: str, state: State) -> None:
    """A translation is a draft until it is marked as reviewed; a fuzzy one needs review whatever else it is."""
    path = written(tmp_path, f'{HEAD}{flags}msgctxt "title"\nmsgid "Hello"\nmsgstr "{translation}"\n')
    entry = load_catalogue(path, "cy").find("title", "Hello")
    assert entry is not None
    assert entry.state is state


def test_an_entry_is_found_by_context_and_text(tmp_path: Path) -> None:
    """A translation is of one text in one place; the same text elsewhere has its own."""
    other = GOOD.replace("title", "summary").replace("Helo yno", "Helo chi")
    catalogue = load_catalogue(written(tmp_path, f"{HEAD}{GOOD}\n{other}"), "cy")
    found = [catalogue.find(context, "Hello there") for context in ("title", "summary", "notes")]
    assert [entry and entry.translation for entry in found] == ["Helo yno", "Helo chi", None]
    assert catalogue.find("title", "Hello there.") is None


def test_an_entry_knows_its_line(tmp_path: Path) -> None:
    """The line of an entry is that of its source text in the PO file."""
    path = written(
        tmp_path, f'{HEAD}# by hand\n{GOOD}\nmsgctxt "b"\nmsgid ""\n"Two "\n"lines"\nmsgstr ""\n"Dwy "\n"linell"\n'
    )
    entries = load_catalogue(path, "cy").entries
    lines = path.read_text("utf-8").split("\n")
    assert lines[entries["title", "Hello there"].line - 1] == 'msgid "Hello there"'
    assert entries["b", "Two lines"].translation == "Dwy linell"
    assert lines[entries["b", "Two lines"].line] == '"Two "'


def test_an_obsolete_entry_is_not_used(tmp_path: Path) -> None:
    """A translation that is kept for later only is not shown."""
    obsolete = "".join(f"#~ {line}\n" for line in GOOD.splitlines())
    assert dict(load_catalogue(written(tmp_path, HEAD + obsolete), "cy").entries) == {}


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ('msgctxt "title"\nmsgid "Hello there"\nmsgstr "Helo yno\n', 3),
        ('msgctxt "title"\nmsgid "Hello there\nmsgstr "Helo yno"\n', 2),
        ('msgctxt "title"\nmsgid "Hello there"\nmsgstr Helo yno\n', 3),
        ('msgctxt "title"\nmsgid "Hello there"\nmsgstr "Helo "yno""\n', 3),
        ('msgctxt "title"\nmsgid "Hello there"\nmsgstr "Helo"\n"yno\n', 4),
        ('msgctxt "title"\nmsgid "Hello there"\nmsgstr "Helo yno\\"\n', 3),
        ('msgctxt "title"\nmsgid "Hello there"\nmsgtxt "Helo yno"\n', 3),
        ('msgctxt "title"\nmsgid "Hello there"\n\nmsgctxt "b"\nmsgid "B"\nmsgstr "C"\n', 2),
        ('"Helo yno"\nsome words\n', 2),
        ("<<<<<<< HEAD\n", 1),
    ],
)
def test_a_broken_line(tmp_path: Path, entry: str, line: int) -> None:
    """A syntax error is an error with file, line and language, and the file gives no translations."""
    path = written(tmp_path, HEAD + entry)
    catalogue = load_catalogue(path, "cy")
    assert dict(catalogue.entries) == {}
    finding = catalogue.findings[0]
    assert (finding.rule, finding.level, finding.file, finding.locale) == ("po-syntax", Level.ERROR, path, "cy")
    assert finding.line == HEAD.count("\n") + line
    assert finding.hint


def test_every_broken_line_is_reported(tmp_path: Path) -> None:
    """Two broken lines in one file are found in one run."""
    text = HEAD + GOOD.replace('yno"', "yno") + "\n" + GOOD.replace('"title', "title")
    start = HEAD.count("\n")
    findings = load_catalogue(written(tmp_path, text), "cy").findings
    assert [finding.line for finding in findings] == [start + 3, start + 5]


@pytest.mark.parametrize("charset", ["bogus", "latin-1", "utf-16"])
def test_the_header_cannot_lie_about_the_encoding(tmp_path: Path, charset: str) -> None:
    """A file is UTF-8 whatever its header says, and so no letter is spoilt."""
    text = HEAD.replace("charset=utf-8", f"charset={charset}") + GOOD.replace("Helo yno", "Tŷ gŵr")
    entry = load_catalogue(written(tmp_path, text), "cy").find("title", "Hello there")
    assert entry is not None
    assert entry.translation == "Tŷ gŵr"


@pytest.mark.parametrize(
    ("raw", "rule"),
    [
        (GOOD.replace("yno", "t\u0177").encode("cp1252", "replace").replace(b"?", b"\xf4"), "not-utf-8"),
        (b"\xef\xbb\xbf" + GOOD.encode(), "byte-order-mark"),
        (GOOD.encode("utf-16"), "not-utf-8"),
        (b"# " + b"x" * 1_000_001, "file-too-large"),
    ],
)
def test_bytes_that_are_no_text(tmp_path: Path, raw: bytes, rule: str) -> None:
    """A file in another encoding, with a byte order mark or far too large gives a finding that names it."""
    path = tmp_path / "some.po"
    path.write_bytes(raw)
    catalog, findings = load_po(path, "cy")
    assert catalog is None
    assert [(finding.rule, finding.file) for finding in findings] == [(rule, path)]


def test_one_broken_file_does_not_hide_another(write_po: Callable[..., Path], tmp_path: Path) -> None:
    """What is wrong with one file says nothing about the next."""
    broken = load_catalogue(written(tmp_path, "msgid"), "cy")
    whole = load_catalogue(write_po(("title", "Hello", "Helo")), "cy")
    assert broken.findings
    assert whole.findings == ()
    assert set(whole.entries) == {("title", "Hello")}

"""Test the PO format itself: what is read is written back, and no translator's work is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.languages.catalogue import load_po
from charterpress.languages.pofile import PoCatalog, broken_lines, parse_po, render_po

REPOSITORY = Path(__file__).resolve().parents[3]
FILES = sorted([*(REPOSITORY / "i18n").rglob("*.po"), *(REPOSITORY / "src").rglob("*.po")])

FILE = r"""# Made by hand.
msgid ""
msgstr ""
"Project-Id-Version: family\n"
"Last-Translator: A Translator <a@translator.example>\n"
"Language: cy\n"
"X-Editor: Some Editor\n"

#. a heading, at title
#: docs/charters/family.yml:3
#, fuzzy
#| msgid "The old \"title\""
msgctxt "title"
msgid "The \"title\""
msgstr "Y \"teitl\""

# a word from the translator
#, reviewed
msgctxt "path.text"
msgid "C:\\temp\tand 100%\nof it"
msgstr "C:\\temp\ta 100%\nohono"

#~ msgctxt "gone.text"
#~ msgid "Gone"
#~ msgstr "Wedi mynd"
"""


def test_what_is_read_is_written() -> None:
    """Comments, flags, old texts, the header and unused entries come out as they went in."""
    text = render_po(parse_po(FILE, "cy")).decode()
    for line in FILE.splitlines():
        if not line.startswith(("msgid", "msgstr")):
            assert line in text.splitlines(), line
    again = parse_po(text, "cy")
    assert [(m.context, m.id, m.string) for m in again if m.id] == [
        ("title", 'The "title"', 'Y "teitl"'),
        ("path.text", "C:\\temp\tand 100%\nof it", "C:\\temp\ta 100%\nohono"),
    ]
    assert again.get('The "title"', "title").previous_id == ['The old "title"']  # type: ignore[union-attr]


def test_writing_twice_changes_nothing() -> None:
    """A file that was written once is written the same again."""
    once = render_po(parse_po(FILE, "cy"))
    assert render_po(parse_po(once.decode(), "cy")) == once


def test_nothing_changes_by_itself() -> None:
    """A file has no time of writing and no placeholder of a tool, which would differ from run to run."""
    text = render_po(PoCatalog("ur", "family")).decode()
    assert "Language: ur" in text
    assert "Plural-Forms: nplurals=2" in text
    assert "charset=UTF-8" in text
    for word in ("POT-Creation-Date", "YEAR-MO-DA", "FULL NAME", "EMAIL@ADDRESS", "Generated-By"):
        assert word not in text


def test_broken_lines_are_counted_from_one() -> None:
    """Lines that are neither a comment nor a whole text are named; blank lines are not."""
    text = 'msgid "a"\n\n  \n# words\n#, fuzzy\nmsgstr "b\nmsgstr b\n"c" d\n"\\""\n"\\"\n'
    assert list(broken_lines(text)) == [6, 7, 8, 10]


def test_files_are_found() -> None:
    """There are PO files in the project."""
    assert len(FILES) > 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_files_of_the_project(path: Path) -> None:
    """Every PO file of the project can be read, and writing it loses nothing."""
    catalog, findings = load_po(path, path.stem if path.parent.name == "catalogues" else path.parent.name)
    assert findings == ()
    assert catalog is not None
    texts = [(m.context, m.id, m.string, sorted(m.flags), m.user_comments) for m in catalog if m.id]
    assert texts
    again = parse_po(render_po(catalog).decode(), str(catalog.locale_identifier))
    assert [(m.context, m.id, m.string, sorted(m.flags), m.user_comments) for m in again if m.id] == texts

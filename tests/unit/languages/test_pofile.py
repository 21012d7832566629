"""Test the PO format itself: what is read is written back, and no translator's work is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

from charterpress.languages.catalogue import load_po
from charterpress.languages.pofile import (
    PoCatalog,
    broken_lines,
    parse_po,
    render_po,
    render_template,
    source_of,
    translations_of,
)

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
#, no-wrap
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
    title = again.get('The "title"', "title")
    assert title is not None
    assert title.previous_id == ['The old "title"']


def test_writing_twice_changes_nothing() -> None:
    """A file that was written once is written the same again."""
    once = render_po(parse_po(FILE, "cy"))
    assert render_po(parse_po(once.decode(), "cy")) == once


def test_no_flags_are_added() -> None:
    """A brace or a per cent sign in a sentence is no placeholder of a programming language, read or written."""
    entries = 'msgid "page {number}"\nmsgstr "tudalen {number}"\n\nmsgid "100% of us"\nmsgstr "100% ohonom"\n'
    assert "#," not in render_po(parse_po(f'msgid ""\nmsgstr ""\n"Language: cy\\n"\n\n{entries}', "cy")).decode()


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


OLD = """msgid ""
msgstr ""
"Language: cy\\n"

# {note}
#, fuzzy
#| msgid "Old words"
msgctxt "a.text"
msgid "New words"
msgstr "Geiriau"
"""


@pytest.mark.parametrize("note", ["ask the office", "see the msgctxt above", "the msgid is odd", "#| msgid"])
def test_notes_beside_an_old_text(note: str) -> None:
    """Whatever a translator notes beside a text that changed, the file can be read again, with note and old text."""
    text = render_po(parse_po(OLD.format(note=note), "cy")).decode()
    assert list(broken_lines(text)) == []
    message = parse_po(text, "cy").get("New words", "a.text")
    assert message is not None
    assert list(message.previous_id) == ["Old words"]
    assert message.user_comments == [note]


def test_a_note_beside_an_old_interface_word() -> None:
    """A note does no harm beside a text without a context either."""
    text = render_po(parse_po(OLD.format(note="the msgid is odd").replace('msgctxt "a.text"\n', ""), "cy")).decode()
    assert list(broken_lines(text)) == []
    message = parse_po(text, "cy").get("New words")
    assert message is not None
    assert (list(message.previous_id), message.user_comments) == (["Old words"], ["the msgid is odd"])


@pytest.mark.parametrize("length", [10, 95, 100, 105, 300])
def test_old_texts_of_any_length(length: int) -> None:
    """The old source text of a changed text comes back whole from the file, quotes and line breaks too."""
    old = "".join(f'She said "no" to C:\\temp{number}\nand so on; ' for number in range(20))[:length]
    catalog = PoCatalog("cy")
    catalog.take_in(Message("New words", context="a.text"), string="Geiriau", flags={"fuzzy"}, previous=(old,))
    message = parse_po(render_po(catalog).decode(), "cy").get("New words", "a.text")
    assert message is not None
    assert list(message.previous_id) == [old]


def test_several_old_texts() -> None:
    """Each changed text keeps its own old text, and a text that is no longer used keeps its place below."""
    catalog = PoCatalog("cy")
    catalog.header_comment = "# One line\n#\n# and another"
    for number in range(4):
        previous = (f"Old {number}",) if number % 2 else ()
        catalog.take_in(Message(f"New {number}", context=f"a{number}.text"), string="Geiriau", previous=previous)
    catalog.retire(Message("Gone", "Wedi mynd", context="gone.text"))
    again = parse_po(render_po(catalog).decode(), "cy")
    found = {m.id: list(m.previous_id) for m in again if m.id}
    assert found == {"New 0": [], "New 1": ["Old 1"], "New 2": [], "New 3": ["Old 3"]}
    assert [message.id for message in again.obsolete.values()] == ["Gone"]
    assert again.header_comment == "# One line\n#\n# and another"


def test_the_header_of_a_translator_stays() -> None:
    """Fields that a translator's tool wrote stay as they are, in their order; a placeholder is filled in."""
    head = (
        'msgid ""\nmsgstr ""\n"X-Generator: Some Editor 3.0\\n"\n"PO-Revision-Date: 2026-01-02 03:04+0100\\n"\n'
        '"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"\n"Language: cy\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n==2);\\n"\n"Content-Type: text/plain; charset=CHARSET\\n"\n'
    )
    lines = render_po(parse_po(head, "cy")).decode().splitlines()
    for line in head.splitlines():
        assert line in lines or "FULL NAME" in line or "CHARSET" in line
    assert '"Content-Type: text/plain; charset=UTF-8\\n"' in lines
    assert '"Last-Translator: nobody yet\\n"' in lines
    assert [line for line in lines if "X-Generator" in line or "Revision" in line] == head.splitlines()[2:4]


def test_sources_and_translations() -> None:
    """A text is found by its singular; its translation is one, or one for each plural form."""
    assert source_of(Message("a")) == "a"
    assert source_of(Message(("a", "b"))) == "a"
    assert translations_of(Message("a", "x")) == ("x",)
    assert translations_of(Message(("a", "b"), ("x", "y"))) == ("x", "y")
    assert not any(translations_of(Message("a")))
    assert not any(translations_of(Message(("a", "b"))))


@pytest.mark.parametrize("locale", ["ar", "bn", "cy", "pa", "pl", "ro", "so", "ur", "pt-BR", "zh-Hans", "sr-Latn"])
def test_gettext_takes_what_we_write(tmp_path: Path, msgfmt: Callable[[Path], str], locale: str) -> None:
    """GNU gettext has nothing to say about a new PO file in any language, with plural forms and old texts in it."""
    catalog = PoCatalog(locale, "some")
    catalog.team = "Some language"
    catalog.take_in(Message("Hello", context="a.text"), string="X", flags={"fuzzy"}, previous=("Hi " * 60,))
    catalog.take_in(Message("100% of {this}", context="b.text"), user_comments=["a note " * 30])
    catalog.take_in(Message(("{number} day", "{number} days")), string=["x"] * catalog.num_plurals)
    catalog.retire(Message("Gone", "Y", context="gone.text"))
    path = tmp_path / f"{locale}.po"
    path.write_bytes(render_po(catalog))
    assert msgfmt(path) == ""


def test_gettext_takes_our_templates(tmp_path: Path, msgfmt: Callable[[Path], str]) -> None:
    """GNU gettext has nothing to say about a template either."""
    catalog = Catalog(project="some", charset="utf-8", fuzzy=False)
    catalog.add("Hello", context="a.text", locations=[("docs/some.yml", 3)], auto_comments=["a heading, at a.text"])
    catalog.add(("{number} day", "{number} days"))
    path = tmp_path / "some.pot"
    path.write_bytes(render_template(catalog))
    assert msgfmt(path) == ""


def test_a_template_has_no_translations() -> None:
    """A template names its document and has every text with its comments and no translation."""
    catalog = Catalog(project="some", charset="utf-8", fuzzy=False)
    catalog.add("Hello", context="a.text", locations=[("docs/some.yml", 3)], auto_comments=["a heading, at a.text"])
    text = render_template(catalog).decode()
    assert text.startswith("# ")
    assert "some" in text.partition("\n")[0]
    assert '#. a heading, at a.text\n#: docs/some.yml:3\nmsgctxt "a.text"\nmsgid "Hello"\nmsgstr ""\n' in text


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_gettext_takes_the_files_of_the_project(path: Path, msgfmt: Callable[[Path], str]) -> None:
    """GNU gettext has nothing to say about any PO file of the project."""
    assert msgfmt(path) == ""

"""Test reading PO files: states of translations, and every way a file can be broken."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from charterpress.findings import Level
from charterpress.languages.catalogue import MACHINE, METHOD, Entry, State, load_catalogue, load_po
from charterpress.languages.reviews import sign

HEAD = 'msgid ""\nmsgstr ""\n"Language: cy\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
SIGNED = f"# {sign('A native reader', date(2026, 5, 1), 'Hello', 'Helo')}\n"
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
    assert (catalogue.method, catalogue.translator) == ("", "")
    assert catalogue.findings == ()


@pytest.mark.parametrize(
    ("flags", "translation", "state"),
    [
        ("", "", State.MISSING),
        ("", "Helo", State.DRAFT),
        (SIGNED, "Helo", State.REVIEWED),
        (f"{SIGNED}#, no-wrap\n", "Helo", State.REVIEWED),
        ("#, reviewed\n", "Helo", State.DRAFT),
        ("# reviewed\n", "Helo", State.DRAFT),
        (SIGNED, "Helo!", State.DRAFT),
        ("#, fuzzy\n", "Helo", State.NEEDS_REVIEW),
        (f"{SIGNED}#, fuzzy\n", "Helo", State.NEEDS_REVIEW),
        (SIGNED, "", State.MISSING),
        ("#, fuzzy\n", "", State.MISSING),
    ],
)
def test_states(tmp_path: Path, flags: str, translation: str, state: State) -> None:
    """A translation is a draft until somebody has signed for these words; a fuzzy one needs review all the same."""
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


def test_who_has_read_a_translation(tmp_path: Path) -> None:
    """An entry names who signed for it, and when."""
    path = written(tmp_path, f'{HEAD}{SIGNED}msgctxt "title"\nmsgid "Hello"\nmsgstr "Helo"\n')
    entry = load_catalogue(path, "cy").find("title", "Hello")
    assert entry is not None
    assert entry.review is not None
    assert (entry.review.name, entry.review.day, entry.review.holds) == ("A native reader", date(2026, 5, 1), True)


def test_a_signature_for_other_words(tmp_path: Path) -> None:
    """A text that changed after it was signed is a draft, and a warning names the reader, the day and the line."""
    path = written(tmp_path, f'{HEAD}{SIGNED}msgctxt "title"\nmsgid "Hello"\nmsgstr "Helo yno"\n')
    [finding] = load_catalogue(path, "cy").findings
    assert (finding.rule, finding.level, finding.file, finding.locale) == ("review-outdated", Level.WARNING, path, "cy")
    assert "A native reader" in finding.message
    assert "2026-05-01" in finding.message
    assert path.read_text("utf-8").split("\n")[(finding.line or 0) - 1] == 'msgid "Hello"'
    assert finding.hint


def test_a_mark_without_a_signature(tmp_path: Path) -> None:
    """The mark "reviewed" without a name counts for nothing, and a warning says so."""
    path = written(tmp_path, f"{HEAD}#, reviewed\n{GOOD}")
    [finding] = load_catalogue(path, "cy").findings
    assert (finding.rule, finding.level, finding.file) == ("review-unsigned", Level.WARNING, path)
    assert "charterpress translate review" in finding.hint


@pytest.mark.parametrize("flags", ["#, fuzzy\n", SIGNED])
def test_nothing_to_say_about_signatures(tmp_path: Path, flags: str) -> None:
    """A signature that holds gives no finding, nor does one under a text that is to be looked at anyway."""
    path = written(tmp_path, f'{HEAD}{flags}msgctxt "title"\nmsgid "Hello"\nmsgstr "Helo"\n')
    assert load_catalogue(path, "cy").findings == ()


def test_the_text_that_was_translated(tmp_path: Path) -> None:
    """An entry whose source has changed says what it was before, also where that takes several lines."""
    old = '#| msgctxt "title"\n#| msgid ""\n#| "Hello "\n#| "you \\"there\\""\n'
    path = written(tmp_path, f'{HEAD}#, fuzzy\n{old}msgctxt "title"\nmsgid "Hello all"\nmsgstr "Helo"\n')
    entry = load_catalogue(path, "cy").find("title", "Hello all")
    assert entry is not None
    assert entry.previous == 'Hello you "there"'


def test_the_header_says_who_and_how(tmp_path: Path) -> None:
    """A catalogue knows from its header how the words came to be, and who made them; an address is left out."""
    head = HEAD.replace(
        '"Language', f'"Last-Translator: A translator <a@translator.example>\\n"\n"{METHOD}: {MACHINE}\\n"\n"Language'
    )
    catalogue = load_catalogue(written(tmp_path, head + GOOD), "cy")
    assert (catalogue.method, catalogue.translator) == (MACHINE, "A translator")


@pytest.mark.parametrize("name", ["nobody yet", "FULL NAME <EMAIL@ADDRESS>", ""])
def test_nobody_is_no_translator(tmp_path: Path, name: str) -> None:
    """A header that nobody filled in names nobody."""
    head = HEAD.replace('"Language', f'"Last-Translator: {name}\\n"\n"Language')
    assert load_catalogue(written(tmp_path, head + GOOD), "cy").translator == ""


def test_entries_by_context(tmp_path: Path) -> None:
    """The entries of one place are found together, whatever their source text."""
    path = written(tmp_path, HEAD + GOOD + "\n" + GOOD.replace("Hello", "Goodbye") + "\n" + GOOD.replace("title", "b"))
    found = load_catalogue(path, "cy").by_context
    assert {context: [entry.source for entry in entries] for context, entries in found.items()} == {
        "title": ["Hello there", "Goodbye there"],
        "b": ["Hello there"],
    }


def test_a_text_that_stands_twice(tmp_path: Path) -> None:
    """The same text under the same context is an error with both lines: nobody could tell which one counts."""
    path = written(tmp_path, HEAD + GOOD + "\n" + GOOD.replace("yno", "chi"))
    catalogue = load_catalogue(path, "cy")
    assert dict(catalogue.entries) == {}
    [finding] = catalogue.findings
    first, second = (
        number
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1)
        if "msgid" in line[:9] and "Hello" in line
    )
    assert (finding.rule, finding.level, finding.file) == ("po-duplicate", Level.ERROR, path)
    assert finding.line == second
    assert f"line {first}" in finding.message


RULE = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
PLURAL_HEAD = HEAD.replace('"Language: cy\\n"', f'"Language: pl\\n"\n"Plural-Forms: {RULE}\\n"')
DAYS = 'msgid "{number} day"\nmsgid_plural "{number} days"\n'


def plural_entry(folder: Path, *forms: str, before: str = "") -> Entry | None:
    """Return the entry of a text with plural forms in Polish."""
    strings = "".join(f'msgstr[{form}] "{words}"\n' for form, words in enumerate(forms))
    return load_catalogue(written(folder, PLURAL_HEAD + before + DAYS + strings), "pl").find("", "{number} day")


def test_plural_forms(tmp_path: Path) -> None:
    """A text with plural forms has all of them, and is found by its singular."""
    entry = plural_entry(tmp_path, "{number} dzień", "{number} dni", "{number} dnia")
    assert entry is not None
    assert entry.forms == ("{number} dzień", "{number} dni", "{number} dnia")
    assert (entry.translation, entry.state) == ("{number} dzień", State.DRAFT)


@pytest.mark.parametrize("forms", [("a",), ("a", "b"), ("a", "", "c"), ("", "b", "c")])
def test_too_few_plural_forms(tmp_path: Path, forms: tuple[str, ...]) -> None:
    """With a plural form missing the text is not translated, and an error says how many there are."""
    entry = plural_entry(tmp_path, *forms)
    assert entry is not None
    assert entry.state is State.MISSING
    [finding] = load_catalogue(tmp_path / "some.po", "pl").findings
    assert (finding.rule, finding.level, finding.line) == ("po-plurals", Level.ERROR, entry.line)
    assert f"{sum(map(bool, forms))} of 3" in finding.message


def test_no_plural_form_at_all(tmp_path: Path) -> None:
    """A text whose plural forms are all empty is missing, and nothing is wrong."""
    entry = plural_entry(tmp_path, "", "", "")
    assert entry is not None
    assert entry.state is State.MISSING
    assert load_catalogue(tmp_path / "some.po", "pl").findings == ()


def test_too_many_plural_forms(tmp_path: Path) -> None:
    """More plural forms than the header names are an error with the line."""
    assert plural_entry(tmp_path, "a", "b", "c", "d") is None
    [finding] = load_catalogue(tmp_path / "some.po", "pl").findings
    assert (finding.rule, finding.level) == ("po-syntax", Level.ERROR)
    assert (finding.line or 0) > PLURAL_HEAD.count("\n")


@pytest.mark.parametrize("expression", ["foo(n)", "(n", "n/0", "__import__('os')", "n ? 1", "3", "n==1 ? 0 : 4"])
def test_a_broken_choice_of_plural_forms(tmp_path: Path, expression: str) -> None:
    """A header whose rule for plural forms makes no sense is an error, and stops no run on its way."""
    head = PLURAL_HEAD.replace(PLURAL_HEAD.partition("plural=")[2].partition(";\\n")[0], expression)
    assert f"plural={expression};" in head
    path = written(tmp_path, head + DAYS + 'msgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n')
    assert "po-syntax" in {finding.rule for finding in load_catalogue(path, "pl").findings}


def test_a_file_that_was_cut_off(tmp_path: Path) -> None:
    """Wherever a file breaks off, no translation comes out cut: it is whole, missing, or the file has an error."""
    text = GOOD + '\nmsgctxt "b"\nmsgid "Some more words"\nmsgstr "Rhagor o eiriau"\n'
    whole = {"Hello there": "Helo yno", "Some more words": "Rhagor o eiriau"}
    for end in range(len(text)):
        catalogue = load_catalogue(written(tmp_path, HEAD + text[:end]), "cy")
        for entry in catalogue.entries.values():
            assert entry.translation in {"", whole.get(entry.source)}, f"cut off at {end}"
        middle = text[:end].count('"') % 2
        assert bool(catalogue.findings) or not middle, f"cut off inside of quotes at {end}"

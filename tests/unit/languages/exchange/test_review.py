"""Test signing translations: for what may be signed, by whom, and for how long it holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.findings import CharterpressError, Finding, Level
from charterpress.languages.catalogue import State, load_catalogue
from charterpress.languages.exchange.review import sign_translations
from charterpress.languages.exchange.update import update_translations
from charterpress.languages.translate import translate

Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]
NAME, DAY = "A second native reader", date(2026, 6, 2)
CHARTER = "docs/charters/family.yml"


def signed(sample: Path, *wanted: str, contexts: frozenset[str] = frozenset()) -> tuple[int, tuple[Finding, ...]]:
    """Sign the Welsh of the sample."""
    return sign_translations(sample, "cy", wanted, name=NAME, day=DAY, contexts=contexts)


def states(path: Path) -> dict[str, State]:
    """Return the state of each text of a PO file by its context and source."""
    return {f"{entry.context}: {entry.source}": entry.state for entry in load_catalogue(path, "cy").entries.values()}


def test_every_draft_is_signed(sample: Path, translate_sample: Translate) -> None:
    """Each draft of the documents wanted is signed with name and day, and their number is given."""
    path, other = translate_sample("cy", "family"), translate_sample("cy", "rules")
    before = other.read_bytes()
    number, findings = signed(sample, "family")
    assert findings == ()
    entries = load_catalogue(path, "cy").entries.values()
    assert number == len(entries) > 30
    assert {entry.state for entry in entries} == {State.REVIEWED}
    assert {(entry.review.name, entry.review.day) for entry in entries if entry.review} == {(NAME, DAY)}
    assert other.read_bytes() == before


def test_every_document(sample: Path, translate_sample: Translate) -> None:
    """Without names every document that is translated is signed for; those without a file are passed over."""
    paths = [translate_sample("cy", key) for key in ("family", "rules")]
    number, findings = signed(sample)
    assert findings == ()
    assert number == sum(len(load_catalogue(path, "cy").entries) for path in paths)
    assert sorted(path.name for path in (sample / "i18n").rglob("*.*")) == ["family.po", "rules.po"]


def test_some_texts(sample: Path, translate_sample: Translate) -> None:
    """With contexts only these texts are signed."""
    path = translate_sample("cy", "family")
    assert signed(sample, "family", contexts=frozenset({"title", "introduction.items"})) == (3, ())
    reviewed = {key for key, state in states(path).items() if state is State.REVIEWED}
    assert reviewed == {"title: Our promises & yours", "introduction.items: Time", "introduction.items: Trust"}


@pytest.mark.parametrize(("words", "flag"), [("", ""), ("Clywed", "fuzzy")])
def test_what_is_not_ready(sample: Path, translate_sample: Translate, words: str, flag: str) -> None:
    """What is missing or needs another look is not signed."""
    path = translate_sample("cy", "family", {"Hear you out.": words}, flag=flag)
    before = path.read_bytes()
    assert signed(sample, "family", contexts=frozenset({"hear-services.text"})) == (0, ())
    assert states(path)["hear-services.text: Hear you out."] in {State.MISSING, State.NEEDS_REVIEW}
    assert path.read_bytes() == before


def test_what_the_source_no_longer_says(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """A translation of words that the source no longer has is not signed, before any update of the PO file."""
    path = translate_sample("cy", "family")
    edit(CHARTER, "Answer your letters.", "Answer all your letters.")
    number, _ = signed(sample, "family")
    found = states(path)
    assert found["answer-you.text: Answer your letters."] is State.DRAFT
    assert number == len(found) - 1


def test_a_new_reader(sample: Path, translate_sample: Translate) -> None:
    """A new signature takes the place of the old one, and notes stay."""
    path = translate_sample("cy", "rules", flag="reviewed")
    text = path.read_text("utf-8").replace("# Reviewed by", "# ask the office\n# Reviewed by", 1)
    path.write_text(text, encoding="utf-8")
    signed(sample, "rules")
    after = path.read_text("utf-8")
    assert "# ask the office\n" in after
    assert after.count("Reviewed by") == after.count(f"Reviewed by {NAME}") == len(states(path))


def test_the_old_mark_goes(sample: Path, translate_sample: Translate) -> None:
    """The mark 'reviewed' of older files gives way to the signature."""
    path = translate_sample("cy", "rules")
    path.write_text(path.read_text("utf-8").replace("\nmsgctxt", "\n#, reviewed\nmsgctxt", 1), encoding="utf-8")
    signed(sample, "rules")
    assert "#, reviewed" not in path.read_text("utf-8")
    assert load_catalogue(path, "cy").findings == ()


def test_a_signature_ends_with_the_words(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """A signature holds through an update, and no longer when the translation or the source changes."""
    path = translate_sample("cy", "family")
    signed(sample)
    update_translations(sample, "cy", ())
    assert set(states(path).values()) == {State.REVIEWED}
    path.write_text(path.read_text("utf-8").replace("Hear you out. (cy)", "Hear you. (cy)"), encoding="utf-8")
    edit(CHARTER, "Answer your letters.", "Answer all your letters.")
    update_translations(sample, "cy", ())
    found = states(path)
    assert found.pop("hear-services.text: Hear you out.") is State.DRAFT
    assert found.pop("answer-you.text: Answer all your letters.") is State.NEEDS_REVIEW
    assert set(found.values()) == {State.REVIEWED}


def test_a_signature_counts_on_the_site(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """A text that changed, was mended by hand and then signed for counts as reviewed on the site, old text or not."""
    path = translate_sample("cy", "family")
    edit(CHARTER, "Answer your letters.", "Answer all your letters.")
    update_translations(sample, "cy", ("family",))
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    signed(sample, "family")
    made = translate(load_library(sample / "docs").documents["family"], load_catalogue(path, "cy"))
    assert set(made.states) == {State.REVIEWED}


def test_a_fault_stops_everything(sample: Path, translate_sample: Translate) -> None:
    """While a text of the documents has an error nothing is signed, and the finding names it from the root."""
    path = translate_sample("cy", "family", {"Within 5 days": "O fewn 6 diwrnod"})
    other = translate_sample("cy", "rules")
    before = path.read_bytes(), other.read_bytes()
    number, findings = signed(sample)
    assert number == 0
    assert [(finding.rule, str(finding.file)) for finding in findings] == [("po-number", "i18n/cy/family.po")]
    assert (path.read_bytes(), other.read_bytes()) == before


def test_a_warning_stops_nothing(sample: Path, translate_sample: Translate) -> None:
    """What is only a warning leaves the judgement to the reader."""
    path = translate_sample("cy", "rules")
    terms = path.with_name("terminology.po")
    terms.write_text('msgid ""\nmsgstr ""\n"Language: cy\\n"\n\nmsgid "letter"\nmsgstr "llythyr"\n', encoding="utf-8")
    number, findings = signed(sample, "rules")
    assert number == len(states(path))
    assert [finding for finding in findings if finding.level is Level.ERROR] == []


def test_a_broken_file_stops_everything(sample: Path, translate_sample: Translate) -> None:
    """A PO file that cannot be read is named, and nothing is signed."""
    path, broken = translate_sample("cy", "family"), translate_sample("cy", "rules")
    before = path.read_bytes()
    broken.write_text('msgid "open\n', encoding="utf-8")
    number, findings = signed(sample)
    assert number == 0
    assert {(finding.rule, str(finding.file)) for finding in findings} == {("po-syntax", "i18n/cy/rules.po")}
    assert path.read_bytes() == before


def test_a_broken_document_stops_everything(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """With an error in a document nothing is signed: its texts may be the wrong ones."""
    path = translate_sample("cy", "family")
    before = path.read_bytes()
    edit("docs/themes/listening.yml", "summary:", "sumary:")
    number, findings = signed(sample)
    assert number == 0
    assert "unknown-key" in {finding.rule for finding in findings}
    assert path.read_bytes() == before


def test_broken_settings(sample: Path, translate_sample: Translate) -> None:
    """With settings that cannot be read nothing is signed, and the finding names the file from the root."""
    path = translate_sample("cy", "family")
    before = path.read_bytes()
    (sample / "mkdocs.yml").write_text("plugins: [charterpress]\n", encoding="utf-8")
    number, findings = signed(sample)
    assert number == 0
    assert {str(finding.file) for finding in findings} == {"mkdocs.yml"}
    assert path.read_bytes() == before


def test_an_unknown_context(sample: Path, translate_sample: Translate) -> None:
    """A context that no text has stops the run, and nothing is signed, the known ones neither."""
    path = translate_sample("cy", "family")
    before = path.read_bytes()
    with pytest.raises(CharterpressError, match=r"No text has the context 'hear-yuo\.text'"):
        signed(sample, "family", contexts=frozenset({"title", "hear-yuo.text"}))
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_nobody_cannot_sign(sample: Path, translate_sample: Translate, name: str) -> None:
    """A review without a name stops the run."""
    path = translate_sample("cy", "family")
    before = path.read_bytes()
    with pytest.raises(CharterpressError, match="needs the name"):
        sign_translations(sample, "cy", (), name=name, day=DAY)
    assert path.read_bytes() == before


def test_plural_forms(sample: Path, polish: Callable[..., Path]) -> None:
    """Interface words with plural forms are signed for as a whole: when any form changes, the signature ends."""
    one, many = "One text on this page has been checked.", "{number} texts on this page have been checked."
    forms = ("Sprawdzono jeden tekst.", "Sprawdzono {number} teksty.", "Sprawdzono {number} tekstów.")
    path = polish({(one, many): forms}, sample / "i18n" / "pl" / "interface.po")
    assert sign_translations(sample, "pl", ("interface",), name=NAME, day=DAY) == (1, ())
    text = path.read_text("utf-8")
    for form, words in enumerate((None, *forms)):
        path.write_text(text.replace(f'"{words}"', '"Inne {number} słowa."'), encoding="utf-8")
        entry = load_catalogue(path, "pl").find("", one)
        assert entry is not None
        assert entry.state is (State.REVIEWED if words is None else State.DRAFT), f"form {form - 1}"


def test_plural_forms_with_one_missing(sample: Path, polish: Callable[..., Path]) -> None:
    """With a plural form missing the text is not signed for."""
    one, many = "One text on this page has been checked.", "{number} texts on this page have been checked."
    path = polish({(one, many): ("a", "b {number}", "")}, sample / "i18n" / "pl" / "interface.po")
    number, _ = sign_translations(sample, "pl", ("interface",), name=NAME, day=DAY)
    assert number == 0
    assert "Reviewed by" not in path.read_text("utf-8")


def test_gettext_takes_signatures(sample: Path, translate_sample: Translate, msgfmt: Callable[[Path], str]) -> None:
    """GNU gettext has nothing to say about a signed file."""
    path = translate_sample("cy", "family")
    update_translations(sample, "cy", ("family",))
    signed(sample, "family")
    assert msgfmt(path) == ""

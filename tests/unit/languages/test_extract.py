"""Test what translators get, and that nothing of theirs is lost when the source changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.texts import texts_of
from charterpress.languages.catalogue import Entry, State, load_catalogue
from charterpress.languages.extract import template_of, update_catalogue

Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]
CHARTER = "docs/charters/family.yml"


def updated(sample: Path, path: Path, locale: str = "cy") -> bytes:
    """Return the charter's PO file brought up to date."""
    library = load_library(sample / "docs")
    template = template_of(library.documents["family"], library.files["family"], sample)
    content, findings = update_catalogue(path, locale, template)
    assert findings == ()
    assert content is not None
    return content


def update(sample: Path, path: Path) -> dict[tuple[str, str], Entry]:
    """Bring the charter's PO file up to date on disk and return its entries."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(updated(sample, path))
    catalogue = load_catalogue(path, "cy")
    assert catalogue.findings == ()
    return dict(catalogue.entries)


def test_every_text_is_there(sample: Path) -> None:
    """A template has each text under the path of ids that finds it again."""
    library = load_library(sample / "docs")
    template = template_of(library.documents["family"], library.files["family"], sample)
    expected = {(text.context, text.text) for text in texts_of(library.documents["family"])}
    assert {(message.context, message.id) for message in template if message.id} == expected
    assert ("answer-you.within.time", "Within 5 days") in expected
    assert ("title", "Our promises & yours") in expected


def test_a_text_says_where_it_stands(sample: Path) -> None:
    """Each text names its file and line from the project's root, and what kind of text it is."""
    library = load_library(sample / "docs")
    template = template_of(library.documents["family"], library.files["family"], sample)
    message = template.get("Answer your letters.", "answer-you.text")
    assert message is not None
    [(name, line)] = message.locations
    assert name == CHARTER
    assert line is not None
    assert "Answer your letters." in (sample / CHARTER).read_text("utf-8").split("\n")[line - 1]
    assert message.auto_comments == ["an entry of a list, at answer-you.text"]


def test_a_new_file(sample: Path) -> None:
    """A new PO file has every text, none translated, and says how a review is marked."""
    path = sample / "i18n" / "cy" / "family.po"
    entries = update(sample, path)
    assert len(entries) > 30
    assert {entry.state for entry in entries.values()} == {State.MISSING}
    text = path.read_text("utf-8")
    assert "#, reviewed" in text.split("msgid")[0]
    assert '"Language: cy\\n"' in text


def test_an_update_without_changes(sample: Path, translate_sample: Translate) -> None:
    """A second update gives the same bytes as the first."""
    path = translate_sample("cy", "family")
    update(sample, path)
    assert updated(sample, path) == path.read_bytes()


@pytest.mark.parametrize("flag", ["", "reviewed"])
def test_translations_stay(sample: Path, translate_sample: Translate, flag: str) -> None:
    """An update keeps each translation and its review."""
    path = translate_sample("cy", "family", flag=flag)
    before = load_catalogue(path, "cy").entries
    after = update(sample, path)
    assert {key: (e.translation, e.state) for key, e in after.items()} == {
        key: (e.translation, e.state) for key, e in before.items()
    }


def test_a_changed_text_needs_review(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """The old translation of a changed text is kept for the translator, but not as one to publish."""
    path = translate_sample("cy", "family", flag="reviewed")
    edit(CHARTER, "Answer your letters.", "Answer all your letters.")
    entries = update(sample, path)
    entry = entries["answer-you.text", "Answer all your letters."]
    assert (entry.translation, entry.state) == ("Answer your letters. (cy)", State.NEEDS_REVIEW)
    assert ("answer-you.text", "Answer your letters.") not in entries
    assert '#| msgid "Answer your letters."' in path.read_text("utf-8")


def test_a_changed_text_is_not_reviewed_any_more(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """When the translator takes the mark 'fuzzy' away, the old review does not come back."""
    path = translate_sample("cy", "family", flag="reviewed")
    edit(CHARTER, "Answer your letters.", "Answer all your letters.")
    update(sample, path)
    path.write_text(path.read_text("utf-8").replace("#, fuzzy\n", ""), encoding="utf-8")
    entry = load_catalogue(path, "cy").entries["answer-you.text", "Answer all your letters."]
    assert entry.state is State.DRAFT


def test_a_text_that_is_gone_is_kept_aside(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """The translation of a removed text stays in the file, unused; when the text comes back, it is offered."""
    path = translate_sample("cy", "family")
    lines = "      items:\n        - {id: learn-more, text: Ask when it is not clear.}\n"
    edit(CHARTER, lines, "")
    assert ("learn-more.text", "Ask when it is not clear.") not in update(sample, path)
    assert "Ask when it is not clear. (cy)" in path.read_text("utf-8")
    edit(CHARTER, "      text: Learn from each other.\n", f"      text: Learn from each other.\n{lines}")
    entry = update(sample, path)["learn-more.text", "Ask when it is not clear."]
    assert entry.translation == "Ask when it is not clear. (cy)"
    assert entry.state is not State.MISSING


def test_a_moved_text(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """A text that moves with its id keeps its translation and its review; only its line changes."""
    path = translate_sample("cy", "family", flag="reviewed")
    edit(CHARTER, "        - {id: papers, text: Send the papers in time.}\n", "        - {id: chairs, text: Sit.}\n")
    first = "          - id: hear-you\n"
    line = edit(CHARTER, first, "          - {id: papers, text: Send the papers in time.}\n" + first)
    entry = update(sample, path)["papers.text", "Send the papers in time."]
    assert (entry.translation, entry.state) == ("Send the papers in time. (cy)", State.REVIEWED)
    assert f"#: {CHARTER}:{line}\n" in path.read_text("utf-8")


def test_comments_of_translators_stay(sample: Path, translate_sample: Translate) -> None:
    """What a translator wrote next to a text, and in the header, is still there after an update."""
    path = translate_sample("cy", "family")
    text = path.read_text("utf-8").replace('msgctxt "title"', '# ask the office about this word\nmsgctxt "title"')
    text = text.replace(
        '"Language: cy\\n"', '"Language: cy\\n"\n"Last-Translator: A Translator <a@translator.example>\\n"'
    )
    path.write_text("# Made with care\n" + text, encoding="utf-8")
    update(sample, path)
    after = path.read_text("utf-8")
    assert "# ask the office about this word\n" in after
    assert "# Made with care\n" in after
    assert '"Last-Translator: A Translator <a@translator.example>\\n"' in after


def test_long_and_awkward_texts(sample: Path, edit: Edit) -> None:
    """Quotes, backslashes, signs of Markdown and long lines come back from the file as they went in."""
    awkward = 'Say "no" to C:\\temp, 100% of **us**, {always}; ' + "and so on " * 30 + "ŵ ŷ پ."
    edit(CHARTER, "Answer your letters.", json.dumps(awkward, ensure_ascii=False))
    entries = update(sample, sample / "i18n" / "cy" / "family.po")
    assert ("answer-you.text", awkward) in entries


def test_a_broken_file_is_left_alone(sample: Path, translate_sample: Translate) -> None:
    """A PO file that cannot be read gives findings and no bytes, so that no translation is lost."""
    path = translate_sample("cy", "family")
    path.write_text(path.read_text("utf-8") + '\nmsgid "open\n', encoding="utf-8")
    library = load_library(sample / "docs")
    template = template_of(library.documents["family"], library.files["family"], sample)
    content, findings = update_catalogue(path, "cy", template)
    assert content is None
    assert [finding.rule for finding in findings] == ["po-syntax"]

"""Test the interface words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from charterpress.languages.catalogue import load_catalogue
from charterpress.languages.words import FOLDER, Words, load_words

WritePo = Callable[..., Path]


def words_from(path: Path) -> Words:
    """Return the words of a PO file."""
    return Words("cy", load_catalogue(path, "cy"))


def without_context(path: Path) -> Path:
    """Take the contexts out of a PO file, as interface words have none."""
    lines = [line for line in path.read_text("utf-8").split("\n") if not line.startswith("msgctxt")]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_word_is_translated(write_po: WritePo) -> None:
    """A word with a translation is given in the language, with values in its places."""
    words = words_from(without_context(write_po(("", "Notes", "Nodiadau"), ("", "page {number}", "tudalen {number}"))))
    assert words("Notes") == "Nodiadau"
    assert words("page {number}", number=28) == "tudalen 28"


def test_a_word_without_translation_stays_english(write_po: WritePo) -> None:
    """A word that is missing, empty or fuzzy stays as it is."""
    words = words_from(without_context(write_po(("", "Notes", "Nodiadau"), ("", "Thanks", ""), flag="fuzzy")))
    assert [words(word) for word in ("Notes", "Thanks", "Read more")] == ["Notes", "Thanks", "Read more"]
    assert words("page {number}", number=28) == "page 28"


def test_values_cannot_bring_html(write_po: WritePo) -> None:
    """With HTML among the values the rest is escaped, so that only that value is HTML."""
    words = words_from(without_context(write_po(("", "From {a} & {b}", "Gan {a} & {b}"))))
    assert words("From {a} & {b}", a=Markup("<bdi>x</bdi>"), b="<b>") == Markup("Gan <bdi>x</bdi> &amp; &lt;b&gt;")


def test_drafts_are_known(write_po: WritePo) -> None:
    """Words that nobody has reviewed make a language a draft; reviewed ones do not."""
    assert words_from(without_context(write_po(("", "Notes", "Nodiadau")))).draft
    assert not words_from(without_context(write_po(("", "Notes", "Nodiadau"), flag="reviewed"))).draft
    assert not load_words("en").draft


def test_english_needs_no_catalogue() -> None:
    """English speaks as the templates do."""
    assert not (FOLDER / "en.po").exists()
    assert load_words("en")("Who to ask") == "Who to ask"


@pytest.mark.parametrize("code", ["tlh", "so"])
def test_a_language_without_words(code: str) -> None:
    """A language without a catalogue speaks English rather than failing."""
    assert load_words(code)("Who to ask") == "Who to ask"

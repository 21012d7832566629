"""Test that each text is measured once, and that what was measured is kept for as long as it holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest

from charterpress.check import check, measures_path
from charterpress.content.vocabulary import Match, Vocabulary, load_vocabulary
from charterpress.readability import measuring
from charterpress.readability.measures import Counts
from charterpress.readability.measuring import Measures, load_measures, save_measures
from charterpress.readability.sentences import count_words
from charterpress.readability.wording import Remark

Edit = Callable[[str, str, str], int]
Calls = list[tuple[str, str]]
TEXT = "We will commence. We are told by the additional people of the local authority at once"


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Return the texts that are measured, as they are: cut into sentences, or read for remarks and long words."""
    seen: Calls = []

    def watch(name: str) -> None:
        measure = getattr(measuring, name)

        def watched(text: str, language: str) -> object:
            seen.append((name, text))
            return measure(text, language)

        monkeypatch.setattr(measuring, name, watched)

    class Watched:
        """Stand for a vocabulary, which the pages of the site ask as well."""

        def __init__(self, language: str) -> None:
            self._own: Vocabulary = load_vocabulary(language)
            self.get = self._own.get

        def find(self, text: str) -> tuple[Match, ...]:
            seen.append(("terms", text))
            return self._own.find(text)

    monkeypatch.setattr(measuring, "load_vocabulary", Watched)
    for name in ("spans", "remarks", "syllables"):
        watch(name)
    return seen


def measure(measures: Measures, text: str = TEXT, language: str = "en") -> tuple[object, ...]:
    """Return everything that can be measured of a text."""
    return (
        measures.sentences(text, language),
        measures.remarks(text, language),
        measures.long_words(text, language),
        measures.terms(text, language),
    )


def test_what_is_measured() -> None:
    """A text has its sentences with their places and counts, its remarks and its long words."""
    measures = Measures()
    first, second = measures.sentences(TEXT, "en")
    assert TEXT[first.start : first.end] == "We will commence."
    assert TEXT[second.start : second.end].startswith("We are told")
    assert (first.words, second.words) == (3, count_words(TEXT) - 3)
    assert first.counts == Counts(words=3, sentences=1, syllables=4)
    assert measures.long_words(TEXT, "en") == (("additional", 4), ("authority", 4))
    [(term, start, end)] = measures.terms(TEXT, "en")
    assert (term.id, TEXT[start:end]) == ("local-authority", "local authority")
    found = measures.remarks(TEXT, "en")
    assert {remark.rule for remark in found} == {"plainer-word", "passive-voice"}
    assert all(isinstance(remark, Remark) for remark in found)


def test_a_text_is_measured_once(calls: Calls) -> None:
    """The same text in the same language is measured once, and its measures stay the same."""
    measures = Measures()
    once = measure(measures)
    assert {name for name, _ in calls} == {"spans", "remarks", "syllables", "terms"}
    calls.clear()
    assert measure(measures) == once
    assert calls == []


def test_another_language_is_another_text(calls: Calls) -> None:
    """The same words in another language are measured anew, in the way of that language."""
    measures = Measures()
    english = measures.sentences("La casa es roja.", "en")
    calls.clear()
    spanish = measures.sentences("La casa es roja.", "es")
    assert calls == [("spans", "La casa es roja.")]
    assert english[0].counts != spanish[0].counts


def test_a_second_load_measures_nothing(tmp_path: Path, calls: Calls) -> None:
    """What was saved is loaded in full: nothing is measured again, and nothing differs."""
    path = tmp_path / "a folder" / "measures.json"
    first = Measures()
    once = measure(first)
    save_measures(first, path)
    calls.clear()
    second = load_measures(path)
    assert measure(second) == once
    assert calls == []
    assert [each.name for each in path.parent.iterdir()] == ["measures.json"]


def test_only_what_was_used_is_kept(tmp_path: Path) -> None:
    """A text that is gone is forgotten, so that the file does not grow for ever."""
    path = tmp_path / "measures.json"
    first = Measures()
    measure(first)
    measure(first, "Another text.")
    save_measures(first, path)
    second = load_measures(path)
    assert len(second.kept) == 2
    measure(second)
    save_measures(second, path)
    assert len(load_measures(path).kept) == 1


def test_another_stamp_starts_afresh(tmp_path: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version of the rules or of a library measured is not used."""
    path = tmp_path / "measures.json"
    first = Measures()
    once = measure(first)
    save_measures(first, path)
    calls.clear()
    monkeypatch.setattr(measuring, "stamp", lambda: "another")
    assert measure(load_measures(path)) == once
    assert calls


def test_the_stamp_changes_with_a_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of a library that measures gives another stamp."""
    measuring.stamp.cache_clear()
    before = measuring.stamp()
    monkeypatch.setattr(measuring, "version", lambda name: "99" if name == "textstat" else version(name))
    measuring.stamp.cache_clear()
    try:
        assert measuring.stamp() != before
    finally:
        monkeypatch.undo()
        measuring.stamp.cache_clear()
    assert measuring.stamp() == before


def test_the_stamp_changes_with_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another way to cut, to count or to remark gives another stamp: every file of rules is in it."""
    rules = list(measuring._rules())  # noqa: SLF001 - what the stamp is made of is what is tested
    names = {path.name for path in rules}
    assert {"measures.py", "sentences.py", "formulas.yml", "sentences.yml", "avoid.yml"} <= names
    own = tmp_path / "rule.yml"
    stamps = []
    for words in ("a rule", "another rule"):
        own.write_text(words, encoding="utf-8")
        monkeypatch.setattr(measuring, "_rules", lambda: [own])
        measuring.stamp.cache_clear()
        stamps.append(measuring.stamp())
    monkeypatch.undo()
    measuring.stamp.cache_clear()
    assert len(set(stamps)) == 2


def test_the_vocabulary_is_in_the_stamp() -> None:
    """Remarks leave the terms of the vocabulary alone, so another vocabulary gives another stamp."""
    assert "phrases.py" in {path.name for path in measuring._rules()}  # noqa: SLF001 - see above
    assert [path for path in measuring._rules() if path.parent.name == "vocabulary"]  # noqa: SLF001 - see above


BROKEN = {
    "empty": b"",
    "half": b'{"stamp": "x", "measures": {"a',
    "no object": b"[1, 2]",
    "a number": b"7",
    "no stamp": b'{"measures": {}}',
    "not UTF-8": b"\xff\xfe{}",
    "too deep": b"[" * 200_000,
    "a list of measures": b'{"stamp": "STAMP", "measures": []}',
    "no measures at all": b'{"stamp": "STAMP", "measures": null}',
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_starts_afresh(tmp_path: Path, name: str) -> None:
    """A file that is broken in any way is no loss: everything is measured anew."""
    path = tmp_path / "measures.json"
    measures = Measures()
    expected = measure(measures)
    path.write_bytes(BROKEN[name].replace(b"STAMP", measuring.stamp().encode()))
    assert measure(load_measures(path)) == expected


@pytest.mark.parametrize("kind", ["missing", "a folder"])
def test_no_file(tmp_path: Path, kind: str) -> None:
    """Without a file nothing is kept."""
    path = tmp_path / "measures.json"
    if kind == "a folder":
        path.mkdir()
    assert load_measures(path) == Measures()


def test_half_a_character_can_be_kept(tmp_path: Path) -> None:
    """Half a character in a text, which no file could hold, does not stop the measuring or the keeping."""
    path = tmp_path / "measures.json"
    measures = Measures()
    once = measure(measures, "We commence \ud83d at once.")
    save_measures(measures, path)
    assert measure(load_measures(path), "We commence \ud83d at once.") == once


def test_an_edit_measures_only_what_changed(sample: Path, edit: Edit, calls: Calls) -> None:
    """After a check was kept, the next one measures nothing, and one after an edit only the new words."""
    first = check(sample)
    assert first.project is not None
    assert {name for name, _ in calls} >= {"spans", "remarks", "terms"}
    save_measures(first.measures, measures_path(first.project.root))
    calls.clear()
    again = check(sample)
    assert calls == []
    assert [made.score for made in again.verdicts] == [made.score for made in first.verdicts]
    assert again.findings == first.findings
    edit("docs/guides/involved.yml", "It helps your child.", "It helps your child a lot.")
    check(sample)
    assert {text for _, text in calls} == {"It helps your child a lot."}


def test_the_measures_of_a_check_can_be_kept(sample: Path) -> None:
    """A check keeps nothing itself, but hands out measures that JSON can hold."""
    checked = check(sample)
    assert checked.project is not None
    assert not measures_path(checked.project.root).exists()
    assert json.loads(json.dumps(checked.measures.used)) == checked.measures.used
    assert len(checked.measures.used) > 10


def test_a_folder_that_cannot_be_written_to(tmp_path: Path) -> None:
    """Where nothing can be kept, nothing is lost but time."""
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    save_measures(Measures(), tmp_path / "cache" / "measures.json")
    assert [path.name for path in tmp_path.iterdir()] == ["cache"]

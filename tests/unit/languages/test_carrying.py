"""Test what carries over from the translations of an adapted charter."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.model import AdaptedCharter
from charterpress.content.project import load_project
from charterpress.content.texts import texts_of
from charterpress.languages.catalogue import State, load_catalogue
from charterpress.languages.exchange.update import update_translations
from charterpress.languages.library import LocalisedLibrary, localise
from charterpress.languages.translate import Localised

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "valid" / "adapted-charter"
SHARED, OWN = "shared/i18n/cy/working-together.po", "i18n/cy/northshire.po"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project that adapts a shared charter, with translations into Welsh on both sides.

    However little is translated, it is shown.
    """
    root = Path(shutil.copytree(EXAMPLE, tmp_path / "project"))
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert text.count("draft: show") == 1
    settings.write_text(text.replace("draft: show", "draft: show\n        least: 1"), encoding="utf-8")
    return root


def localised(root: Path, locale: str = "cy") -> LocalisedLibrary:
    """Return the documents of a project in a language."""
    project, findings = load_project(root)
    assert findings == ()
    assert project is not None
    return localise(load_library(project.docs, project.root), project, locale)


def northshire(root: Path) -> Localised:
    """Return the adapted charter in Welsh."""
    return localised(root).documents["northshire"]


def signed(root: Path, name: str, write_po: Callable[..., Path]) -> None:
    """Sign every translation of a PO file."""
    entries = load_catalogue(root / name, "cy").entries.values()
    assert len(entries) >= 10
    write_po(*((one.context, one.source, one.translation) for one in entries), flag="reviewed", path=root / name)


def states(item: Localised) -> dict[str, State]:
    """Return the state of each text by its context."""
    return {text.context: text.state for text in item.texts}


def test_what_did_not_change_keeps_its_review(project: Path, write_po: Callable[..., Path]) -> None:
    """A reviewed translation of an unchanged text stays reviewed; nothing that we changed has anybody's review."""
    signed(project, SHARED, write_po)
    found = northshire(project)
    by_state = states(found)
    assert by_state["plain-words.text"] is State.REVIEWED
    assert by_state["meet-forum.text"] is State.REVIEWED, "a name that is filled in changes no text"
    ours = {context for context, state in by_state.items() if state is State.DRAFT}
    assert ours == {
        "title",
        "forum-office.name",
        "forum-office.purpose",
        "listen-first.text",
        "call-back.text",
        "call-back.within.time",
        "call-back.within.starts",
        "listen-first.because",
        "call-back.because",
        "be-on-time.because",
        "council-respect.because",
    }
    assert {review.name for review in found.reviews} == {"A native reader"}


def test_a_changed_text_is_missing_until_we_translate_it(project: Path, write_po: Callable[..., Path]) -> None:
    """The translation of the words that we replaced is not taken for one of ours, reviewed or not."""
    signed(project, SHARED, write_po)
    (project / OWN).unlink()
    found = northshire(project)
    by_state = states(found)
    assert by_state["listen-first.text"] is State.MISSING
    assert by_state["call-back.text"] is State.MISSING
    assert by_state["share-reports.text"] is State.REVIEWED
    charter = found.document
    assert isinstance(charter, AdaptedCharter)
    replaced = charter.alteration("listen-first")
    assert replaced is not None
    assert replaced.original is not None
    assert replaced.ours is not None
    assert replaced.ours.text == "Listen to you before and after we decide."
    assert replaced.original.text == "Gwrando arnoch chi cyn i ni benderfynu."


def test_names_in_a_language(project: Path) -> None:
    """Named places are filled in translations too, with the name in that language where there is one."""
    texts = {text.context: text.text for text in texts_of(northshire(project).document)}
    assert texts["meet-forum.text"].startswith("Cwrdd â Fforwm Teuluoedd Northshire bob tymor")
    assert texts["summary"] == "Beth mae teuluoedd a'r cyngor yn Northshire yn ei addo i'w gilydd."
    assert not [text for text in texts.values() if "{" in text]


def test_our_translation_comes_first(project: Path, write_po: Callable[..., Path]) -> None:
    """Where the project translates a text itself, its own words are shown."""
    text = ("plain-words.text", "Use plain words, and say what a [plan](#plan) means for you.", "Ein [geiriau](#plan).")
    write_po(text, path=project / OWN)
    texts = {text.context: text.text for text in texts_of(northshire(project).document)}
    assert texts["plain-words.text"] == "Ein [geiriau](#plan)."


def test_a_lost_place_is_reported_in_its_file(project: Path) -> None:
    """A translator must keep {forum}; what carries over is checked, and reported where it stands."""
    path = project / SHARED
    path.write_text(path.read_text(encoding="utf-8").replace("â {forum} bob", "â ni bob"), encoding="utf-8")
    (finding,) = [each for each in localised(project).findings if each.rule == "po-placeholder"]
    assert finding.file == path
    assert "lacks forum" in finding.message


def test_files_for_translators_have_our_texts_alone(project: Path) -> None:
    """`translate update` asks for what does not carry over, with named places open, and for no borrowed theme."""
    (project / OWN).unlink()
    written, findings = update_translations(project, "cy", ())
    assert findings == ()
    assert [path.as_posix() for path in written] == [OWN]
    text = (project / OWN).read_text(encoding="utf-8")
    assert "Listen to you before and after we decide." in text
    assert "#: docs/charters/northshire.yml:" in text
    assert "Use plain words" not in text
    again, _ = update_translations(project, "cy", ())
    assert again == ()


def test_a_language_that_the_source_has_not(project: Path) -> None:
    """In a language that nothing carries over into, a translator gets all texts, each with the file it stands in."""
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace("        - locale: cy", "        - locale: pl\n          name: Polski\n        - locale: cy"),
        encoding="utf-8",
    )
    written, findings = update_translations(project, "pl", ())
    assert findings == ()
    assert sorted(path.name for path in written) == ["northshire.po", "respect.po", "sharing.po"]
    text = (project / "i18n" / "pl" / "northshire.po").read_text(encoding="utf-8")
    assert "Meet {forum} each term" in text
    assert "#. Keep: {forum}" in text
    assert "#: shared/docs/charters/working-together.yml:" in text

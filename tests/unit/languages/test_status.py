"""Test how far documents have come in each language, and what keeps them from being published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.model import Document
from charterpress.content.project import load_project
from charterpress.content.settings import TranslationSettings
from charterpress.languages.catalogue import State
from charterpress.languages.library import localise
from charterpress.languages.status import STATES, Progress, progress_of

Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]
THEME = Document(kind="theme", id="x", title="Title", summary="Summary.")


def progress(sample: Path, *codes: str) -> dict[tuple[str, str], Progress]:
    """Return the progress of the sample in some languages, by document and language."""
    project, findings = load_project(sample)
    assert findings == ()
    assert project is not None
    library = load_library(project.docs)
    languages = {code: localise(library, project, code) for code in codes}
    rows = progress_of(languages, project.settings.translations)
    return {(row.document.id, row.locale): row for row in rows}


def with_states(**numbers: int) -> Progress:
    """Return the progress of a document with so many texts in each state."""
    states = {State[name.upper()]: number for name, number in numbers.items()}
    return Progress(THEME, "cy", states, shown=False, blocked=(), reader="")


def test_the_best_state_comes_first() -> None:
    """Every state is listed once, from reviewed down to missing."""
    assert STATES == (State.REVIEWED, State.DRAFT, State.NEEDS_REVIEW, State.MISSING)


def test_every_document_in_every_language(sample: Path) -> None:
    """Each document has a row a language, but for its own; they stand together by document, in the order of lists."""
    rows = progress(sample, "en", "cy", "ur")
    names = ("family", "rules", "involved", "listening")
    assert list(rows) == [(name, code) for name in names for code in ("cy", "ur")]


def test_a_whole_draft(sample: Path, translate_sample: Translate) -> None:
    """A document that is shown has nothing that keeps it back."""
    translate_sample("cy", "family")
    row = progress(sample, "cy")["family", "cy"]
    assert (row.shown, row.blocked, row.reader) == (True, (), "")
    assert row.states == {State.DRAFT: row.total}
    assert row.total > 30
    assert [row.per_cent(state) for state in STATES] == [0, 100, 0, 0]


def test_who_has_read_it(sample: Path, translate_sample: Translate) -> None:
    """A document of which every text is signed for names the reader."""
    translate_sample("cy", "rules", flag="reviewed")
    row = progress(sample, "cy")["rules", "cy"]
    assert (row.shown, row.blocked, row.reader) == (True, (), "A native reader")
    assert row.per_cent(State.REVIEWED) == 100


def test_nothing_is_translated(sample: Path) -> None:
    """A document that nobody has begun says so."""
    row = progress(sample, "cy")["rules", "cy"]
    assert (row.shown, row.blocked) == (False, ("nothing is translated",))
    assert row.per_cent(State.MISSING) == 100


def test_what_keeps_a_document_back(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """Each reason is given in numbers: gaps, texts that changed, drafts."""
    translate_sample("cy", "family", {"Hear you out.": ""})
    edit("docs/charters/family.yml", "Answer your letters.", "Answer your letters at once.")
    edit("mkdocs.yml", "draft: show", "draft: hide")
    row = progress(sample, "cy")["family", "cy"]
    assert not row.shown
    assert row.blocked[:3] == (
        "1 text is not translated",
        "1 text is out of date",
        f"{row.total - 2} texts are not reviewed",
    )
    assert [why for why in row.blocked if "% of it may be shown" in why]


def test_what_stops_the_build(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """A document whose gaps stop the build says so, though it would be shown."""
    edit("mkdocs.yml", "missing: hide", "missing: fail")
    translate_sample("cy", "family", {"Hear you out.": ""})
    row = progress(sample, "cy")["family", "cy"]
    assert any("missing" in why and "stop the build" in why for why in row.blocked)


@pytest.mark.parametrize(
    ("numbers", "state", "expected"),
    [
        ({"reviewed": 1, "missing": 1}, State.REVIEWED, 50),
        ({"reviewed": 2, "missing": 1}, State.REVIEWED, 67),
        ({"reviewed": 999, "missing": 1}, State.REVIEWED, 99),
        ({"reviewed": 999, "missing": 1}, State.MISSING, 1),
        ({"reviewed": 1, "missing": 999}, State.REVIEWED, 1),
        ({"reviewed": 1}, State.REVIEWED, 100),
        ({"reviewed": 1}, State.MISSING, 0),
        ({}, State.REVIEWED, 0),
    ],
)
def test_per_cent(numbers: dict[str, int], state: State, expected: int) -> None:
    """A share is rounded, but is never 100 while a text is in another state, and never 0 while one is in this."""
    assert with_states(**numbers).per_cent(state) == expected


def test_settings_do_not_change_what_is_counted(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """How many texts are in which state does not depend on what the site shows."""
    translate_sample("cy", "family", {"Hear you out.": ""})
    before = progress(sample, "cy")["family", "cy"].states
    edit("mkdocs.yml", "{missing: hide, stale: hide, draft: show}", "{missing: source, draft: hide, least: 1}")
    assert progress(sample, "cy")["family", "cy"].states == before
    assert TranslationSettings().draft == "hide"

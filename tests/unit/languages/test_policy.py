"""Test what a language may show, by the site's policy."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from charterpress.content.model import Document
from charterpress.content.project import load_project
from charterpress.content.settings import Project, TranslationSettings
from charterpress.content.texts import texts_of
from charterpress.findings import Finding, Level
from charterpress.languages.catalogue import State
from charterpress.languages.meaning import Change, Difference
from charterpress.languages.policy import apply_policy, blocks
from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.languages.translate import Localised, TextStatus, as_source, in_pseudo

THEME = Document(kind="theme", id="listening", title="Title", summary="Summary.")


def localised(states: Mapping[State, int], draft: str = "show") -> Localised:
    """Return a document in Welsh with so many texts in each state; drafts are shown where the policy says so."""
    visible = {State.REVIEWED, *({State.DRAFT} if draft == "show" else ())}
    texts = [
        TextStatus(f"{state.name.lower()}-{number}.text", f"Text {number}", state, state in visible, line=number + 5)
        for state, many in states.items()
        for number in range(many)
    ]
    return Localised(THEME, "cy", tuple(texts))


def policy(**values: object) -> TranslationSettings:
    """Return settings for translations; what is not given has its default."""
    return TranslationSettings.model_validate(values)


def project(sample: Path, **values: object) -> Project:
    """Return the sample's project with settings for translations."""
    found, findings = load_project(sample)
    assert findings == ()
    assert found is not None
    settings = found.settings.model_copy(update={"translations": policy(**values)})
    return found.model_copy(update={"settings": settings})


def decide(sample: Path, states: Mapping[State, int], **values: object) -> tuple[bool, tuple[Finding, ...]]:
    """Return whether a document gets a page, and the findings."""
    made = localised(states, str(values.get("draft", "hide")))
    decision = apply_policy(made, THEME, project(sample, **values))
    return decision.shown, decision.findings


@pytest.mark.parametrize(
    ("states", "shown"),
    [
        ({State.REVIEWED: 10}, True),
        ({State.REVIEWED: 9, State.DRAFT: 1}, False),
        ({State.REVIEWED: 9, State.MISSING: 1}, True),
        ({State.REVIEWED: 9, State.NEEDS_REVIEW: 1}, True),
        ({State.REVIEWED: 8, State.MISSING: 1, State.NEEDS_REVIEW: 1}, True),
        ({State.REVIEWED: 7, State.MISSING: 2, State.NEEDS_REVIEW: 1}, False),
        ({State.DRAFT: 10}, False),
        ({State.MISSING: 10}, False),
        ({State.NEEDS_REVIEW: 10}, False),
    ],
)
def test_the_defaults(sample: Path, states: dict[State, int], shown: bool) -> None:  # noqa: FBT001 - a column of a table
    """Without settings a page has no drafts, and at least 80 % of its texts in the language; gaps show the source."""
    assert decide(sample, states)[0] is shown


@pytest.mark.parametrize(
    ("states", "settings", "shown"),
    [
        ({State.REVIEWED: 9, State.DRAFT: 1}, {"draft": "show"}, True),
        ({State.DRAFT: 10}, {"draft": "show"}, True),
        ({State.REVIEWED: 9, State.DRAFT: 1}, {"draft": "source"}, True),
        ({State.REVIEWED: 7, State.DRAFT: 3}, {"draft": "source"}, False),
        ({State.REVIEWED: 9, State.DRAFT: 1}, {"draft": "hide"}, False),
        ({State.REVIEWED: 9, State.MISSING: 1}, {"missing": "hide"}, False),
        ({State.REVIEWED: 9, State.NEEDS_REVIEW: 1}, {"missing": "hide"}, True),
        ({State.REVIEWED: 9, State.NEEDS_REVIEW: 1}, {"stale": "hide"}, False),
        ({State.REVIEWED: 9, State.MISSING: 1}, {"stale": "hide"}, True),
        ({State.REVIEWED: 5, State.MISSING: 5}, {"least": 50}, True),
        ({State.REVIEWED: 5, State.MISSING: 5}, {"least": 51}, False),
        ({State.REVIEWED: 99, State.MISSING: 1}, {"least": 100}, False),
        ({State.REVIEWED: 100}, {"least": 100}, True),
        ({State.MISSING: 10}, {"least": 1, "draft": "show"}, False),
    ],
)
def test_settings(sample: Path, states: dict[State, int], settings: dict[str, object], shown: bool) -> None:  # noqa: FBT001 - a column of a table
    """Each setting hides a page for its own reason, and for no other."""
    assert decide(sample, states, **settings)[0] is shown


@pytest.mark.parametrize("least", [1, 10, 20, 25, 30, 40, 57, 60, 70, 75, 80, 90, 95, 99, 100])
def test_the_limit_is_exact(least: int) -> None:
    """A document with just the share that is asked for is shown, and one with a text less is not."""
    settings = policy(least=least)
    for total in range(1, 81):
        enough = -(-least * total // 100)
        for shown in {enough, enough - 1}:
            made = localised({State.REVIEWED: shown, State.MISSING: total - shown})
            blocked = any(f"{least} % are asked for" in why for why in blocks(made, settings))
            assert blocked is (shown < enough), f"{shown} of {total}"


def test_no_share_is_rounded_up() -> None:
    """A document that just misses the limit does not seem to reach it: 79.6 % is not 80 %."""
    [why] = blocks(localised({State.REVIEWED: 398, State.MISSING: 102}), policy())
    assert why.startswith("79 %")


def test_why_a_page_is_left_out(sample: Path) -> None:
    """A warning names the document, the language, the PO file and every reason, in numbers."""
    states = {State.REVIEWED: 6, State.DRAFT: 1, State.MISSING: 2, State.NEEDS_REVIEW: 1}
    shown, findings = decide(sample, states, missing="hide", stale="hide", draft="hide")
    assert not shown
    [finding] = [finding for finding in findings if finding.rule == "not-shown"]
    assert (finding.level, finding.locale) == (Level.WARNING, "cy")
    assert finding.file == sample.resolve() / "i18n" / "cy" / "listening.po"
    for said in (
        "'listening'",
        "'cy'",
        "2 texts are not translated",
        "1 text is out of date",
        "1 text is not reviewed",
    ):
        assert said in finding.message
    assert "60 % of it may be shown, and 80 % are asked for" in finding.message


def test_what_is_shown_says_nothing(sample: Path) -> None:
    """A whole page gives no finding."""
    assert decide(sample, {State.REVIEWED: 10}) == (True, ())


@pytest.mark.parametrize(
    ("setting", "state", "words"),
    [
        ("missing", State.MISSING, "not translated"),
        ("stale", State.NEEDS_REVIEW, "out of date"),
        ("draft", State.DRAFT, "not reviewed"),
    ],
)
def test_a_site_may_stop_its_build(sample: Path, setting: str, state: State, words: str) -> None:
    """With 'fail' each such text is an error that names the text, its context and its line; other texts are none."""
    everything = dict.fromkeys(State, 2)
    _, findings = decide(sample, everything, **{"draft": "show", setting: "fail"})
    errors = [finding for finding in findings if finding.level is Level.ERROR]
    assert [(finding.rule, finding.line) for finding in errors] == [
        ("translation-not-ready", 5),
        ("translation-not-ready", 6),
    ]
    for number, finding in enumerate(errors):
        assert words in finding.message
        assert f"“Text {number}” ({state.name.lower()}-{number}.text)" in finding.message


def test_a_document_that_nobody_has_begun(sample: Path) -> None:
    """A document of which nothing is translated is left out without a word, unless gaps stop the build."""
    assert decide(sample, {State.MISSING: 10}) == (False, ())
    assert decide(sample, {State.MISSING: 10}, missing="hide", least=1) == (False, ())
    shown, [finding] = decide(sample, {State.MISSING: 10}, missing="fail")
    assert not shown
    assert (finding.rule, finding.level, finding.locale) == ("translation-not-ready", Level.ERROR, "cy")
    assert "charterpress translate update cy" in finding.hint


def test_what_changed_is_a_warning(sample: Path) -> None:
    """Each translation that is taken off the site since its source changed is named, with what changed."""
    difference = Difference(Change.MEANING, ("5",), ("10",))
    stale = TextStatus("a.text", "Within 10 days", State.NEEDS_REVIEW, shown=False, line=9, difference=difference)
    made = Localised(THEME, "cy", (stale, *localised({State.REVIEWED: 9}).texts))
    decision = apply_policy(made, THEME, project(sample))
    assert decision.shown
    [finding] = decision.findings
    assert (finding.rule, finding.level, finding.line, finding.locale) == ("stale-translation", Level.WARNING, 9, "cy")
    assert "the English text has changed (“5” went, “10” is new)" in finding.message
    assert "“Within 10 days”" in finding.message
    assert "charterpress translate update cy" in finding.hint


def test_what_changed_is_not_known(sample: Path) -> None:
    """Where nobody knows what changed, nothing is said of it."""
    stale = TextStatus("a.text", "Within 10 days", State.NEEDS_REVIEW, shown=False, line=9)
    made = Localised(THEME, "cy", (stale, *localised({State.REVIEWED: 9}).texts))
    [finding] = apply_policy(made, THEME, project(sample)).findings
    assert finding.rule == "stale-translation"
    assert "(" not in finding.message
    assert "None" not in finding.message


def test_no_word_of_a_hidden_page_is_shown(sample: Path) -> None:
    """Other pages name a document that is left out in the language that it was written in."""
    translated = THEME.model_copy(update={"title": "Teitl"})
    made = Localised(translated, "cy", localised({State.DRAFT: 2}, "hide").texts)
    decision = apply_policy(made, THEME, project(sample))
    assert not decision.shown
    assert decision.localised.document.title == "Title"
    assert {getattr(text.text, "language", "") for text in texts_of(decision.localised.document)} == {"en"}
    assert decision.localised.states == made.states


def test_the_source_is_always_shown(sample: Path) -> None:
    """No policy hides a document in the language that it was written in."""
    strict = project(sample, missing="fail", stale="fail", draft="fail", least=100)
    decision = apply_policy(as_source(THEME), THEME, strict)
    assert (decision.shown, decision.findings) == (True, ())


@pytest.mark.parametrize("code", sorted(PSEUDO_LOCALES))
def test_made_up_languages_are_always_shown(sample: Path, code: str) -> None:
    """No policy hides a made-up language: it is there to be looked at."""
    strict = project(sample, missing="fail", stale="fail", draft="fail", least=100)
    decision = apply_policy(in_pseudo(THEME, PSEUDO_LOCALES[code]), THEME, strict)
    assert (decision.shown, decision.findings) == (True, ())
    assert decision.localised.document.title != "Title"

"""Test that the shorter wording of a promise is held against the promise itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.check import check
from charterpress.content.library import load_library
from charterpress.findings import Level
from charterpress.languages.shorter import check_shorter_wordings

Edit = Callable[[str, str, str], int]
CHARTER = "docs/charters/family.yml"
WITHIN = "            within: {time: Within 5 days, starts: The time runs from the day your letter comes.}\n"


def found(sample: Path, edit: Edit, text: str, short: str, *, deadline: bool = True) -> list[str]:
    """Return what is said of a promise with a text and a shorter one; each finding is a warning at the shorter one."""
    edit(
        CHARTER, "            text: Answer your letters.\n", f"            text: {text}\n            leaflet: {short}\n"
    )
    if not deadline:
        edit(CHARTER, WITHIN, "")
    findings = list(check_shorter_wordings(load_library(sample / "docs")))
    lines = (sample / CHARTER).read_text("utf-8").split("\n")
    for finding in findings:
        assert (finding.rule, finding.level, finding.file) == ("leaflet-wording", Level.WARNING, sample / CHARTER)
        assert finding.line is not None
        assert finding.column is not None
        assert lines[finding.line - 1].strip() == f"leaflet: {short}"
        assert "'answer-you'" in finding.message
        assert finding.hint
    return [finding.message for finding in findings]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Answer your letters in full and with care.", "Answer your letters."),
        ("You must always get 3 copies of the plan from us.", "You must always get 3 copies."),
        ("Answer each of your letters before the meeting with you.", "Answer each letter before the meeting."),
        ("Answer your letters within 5 days of their coming.", "Answer your letters."),
    ],
)
def test_a_shorter_wording_of_the_same(sample: Path, edit: Edit, text: str, short: str) -> None:
    """What is only shorter is fine, and so are figures that the deadline beside it says."""
    assert found(sample, edit, text, short) == []


@pytest.mark.parametrize(
    ("text", "short", "said"),
    [
        ("We must answer all the letters that you send.", "We must answer letters.", ["leaves out “all”"]),
        ("You must get an answer from us to a letter.", "You may get an answer.", ["leaves out “must”", "adds “may”"]),
        ("We will not tell others what you told us.", "We tell others about it.", ["leaves out “not”, “will”"]),
        ("Answer your letters in 7 days, by post.", "Answer your letters.", ["leaves out “7”"]),
        ("Answer your letters in 7 days, by post.", "Answer letters in 8 days.", ["leaves out “7”", "adds “8”"]),
        ("Answer your letters within three weeks.", "Answer your letters.", ["leaves out “three”, “within”"]),
        ("Pay you back up to £20 for your travel.", "Pay for your travel.", ["leaves out “20”, “£”"]),
        ("Call you.", "Call you when you ask.", ["is no shorter than its text"]),
        ("Call you.", "Call you.", ["is no shorter than its text"]),
    ],
)
def test_what_a_shorter_wording_may_not_do(sample: Path, edit: Edit, text: str, short: str, said: list[str]) -> None:
    """It may not change the words that make a promise strong or weak, nor lose or add a figure, nor be longer."""
    messages = found(sample, edit, text, short, deadline=False)
    assert len(messages) == len(said)
    for message, part in zip(messages, said, strict=True):
        assert message.endswith(part)


def test_it_is_found_by_the_check_once(sample: Path, edit: Edit, translate_sample: Callable[..., Path]) -> None:
    """The check warns of it once, in however many languages the site is."""
    edit(
        CHARTER,
        "            text: Answer your letters.\n",
        "            text: Answer all letters.\n            leaflet: Answer.\n",
    )
    translate_sample("cy", "family")
    [finding] = [finding for finding in check(sample).findings if finding.rule == "leaflet-wording"]
    assert finding.locale is None


def test_the_reference_site_has_no_weak_wordings() -> None:
    """No shorter wording of the reference site is weaker than its promise."""
    library = load_library(Path(__file__).parents[3] / "docs")
    assert len(library.charters) >= 3
    assert list(check_shorter_wordings(library)) == []

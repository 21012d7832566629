"""Test how loose text is judged: what it scores, what lifts it most, and that bad input is a finding."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import textstat

from charterpress.content.model.base import Audience
from charterpress.content.settings import ReadabilitySettings
from charterpress.findings import CharterpressError, Level
from charterpress.loose import Loose, check_files, check_loose, render_loose
from charterpress.readability.explain import fixes_to_target, pushes
from charterpress.readability.formulas import why_none
from charterpress.readability.page import Kind
from charterpress.readability.sentences import canonical_text
from charterpress.readability.verdict import Outcome

Edit = Callable[[str, str, str], int]
SETTINGS = ReadabilitySettings()
EASY = "We will listen to you at once. "
HARD = "Authorities communicate organisational responsibilities comprehensively. "


def judged(path: Path, text: str, language: str = "en", audience: Audience = Audience.FAMILIES) -> Loose:
    """Return the verdict on a text that a file holds."""
    path.write_text(text, encoding="utf-8")
    return check_loose(path, None, language, audience, SETTINGS)


def told(loose: Loose) -> list[tuple[str, Level, int | None]]:
    """Return rule, level and line of each finding."""
    return [(finding.rule, finding.level, finding.line) for finding in loose.findings]


def test_an_easy_text(tmp_path: Path) -> None:
    """An easy text passes, with nothing found, and its words, score and limits are told in a line."""
    loose = judged(tmp_path / "letter.txt", EASY * 20)
    assert loose.verdict is not None
    assert loose.verdict.outcome is Outcome.PASSES
    assert (loose.verdict.page.kind, loose.verdict.page.title) == (Kind.LOOSE, "letter.txt")
    first = render_loose(loose).split("\n")[0]
    assert first.startswith("letter.txt: Flesch-Kincaid")
    assert first.endswith(f"{loose.verdict.score:.1f}, limit 7, target 6; 140 words: passes")


def test_the_score_is_that_of_textstat(tmp_path: Path) -> None:
    """The grade of a text is that of plain textstat for the same sentences."""
    loose = judged(tmp_path / "letter.txt", EASY * 5 + HARD * 3)
    assert loose.verdict is not None
    text = canonical_text((unit.text for unit in loose.verdict.page.units), "en")
    assert loose.verdict.grade == textstat.flesch_kincaid_grade(text)


def test_a_hard_text(tmp_path: Path) -> None:
    """A hard text fails; what lifts it most comes first, with its line, and the long words with plainer ones."""
    loose = judged(tmp_path / "letter.md", f"# Heading\n\n{EASY * 12}\n\n{HARD * 6}We need additional help.\n")
    assert ("reading-grade", Level.ERROR, 1) in told(loose)
    assert loose.verdict is not None
    lines = render_loose(loose).split("\n")
    assert lines[0].endswith(": fails")
    assert lines[1] == "  What lifts it most:"
    assert lines[2] == f"    {pushes(loose.verdict)[0].adds:+.2f}  line 5: {HARD.strip()}"
    assert "  Long words:" in lines
    assert "    organisational (6 syllables, said 6 times)" in lines
    assert len([line for line in lines if " syllables, said " in line]) == 5
    assert lines[-1].endswith(" hardest sentences as easy as the rest, and the text reaches 6.")


def test_a_plainer_word_is_given(tmp_path: Path) -> None:
    """A long word with a plainer one is shown with it."""
    text = render_loose(judged(tmp_path / "a.txt", "We give additional help to you. " * 20))
    assert "    additional (4 syllables, said 20 times): try " in text


def test_easy_sentences_are_not_said_to_lift(tmp_path: Path) -> None:
    """Only sentences that make the text harder are shown."""
    text = render_loose(judged(tmp_path / "a.txt", EASY * 9 + HARD))
    assert HARD.strip() in text
    assert EASY.strip() not in text


def test_markdown_and_plain_text(tmp_path: Path) -> None:
    """A Markdown file is cut by its marks, any other by its layout; a heading is scored in neither."""
    text = f"# {HARD.strip()[:-1]}\n\nWe will listen to you.\n\n- Be kind to us\n- Hear us\n"
    for name in ("a.md", "a.MARKDOWN", "a.txt"):
        loose = judged(tmp_path / name, text)
        assert loose.verdict is not None
        assert [unit.text for unit in loose.verdict.page.units if unit.scored] == [
            "We will listen to you.",
            "Be kind to us",
            "Hear us",
        ]
    loose = judged(tmp_path / "b.md", "We *will* [listen](https://a.example).\n")
    assert loose.verdict is not None
    assert [unit.text for unit in loose.verdict.page.units] == ["We will listen."]


def test_limits_by_audience(tmp_path: Path) -> None:
    """A text for practitioners may be harder than one for families."""
    for audience, limit in ((Audience.FAMILIES, 7), (Audience.PRACTITIONERS, 9)):
        loose = judged(tmp_path / "a.txt", EASY, audience=audience)
        assert loose.verdict is not None
        assert loose.verdict.limit == limit


def test_jargon_and_abbreviations(tmp_path: Path) -> None:
    """On a loose text nobody explains anything: an abbreviation is an error, a term of the trade a warning."""
    found = told(judged(tmp_path / "a.txt", "We hold an annual review of the EHCP.\n"))
    assert ("abbreviation", Level.ERROR, 1) in found
    assert ("jargon", Level.WARNING, 1) in found


def test_other_languages(tmp_path: Path) -> None:
    """A language without a formula is told its reason; one with an advisory formula that it decides nothing."""
    welsh = judged(tmp_path / "a.txt", "Byddwn yn gwrando.\n", "cy")
    assert render_loose(welsh) == f"a.txt: 3 words. {why_none('cy')}"
    assert "Welsh" in why_none("cy")
    german = judged(tmp_path / "a.txt", "Behörden kommunizieren organisatorische Verantwortlichkeiten. " * 30, "de")
    assert german.findings == () or {finding.level for finding in german.findings} <= {Level.WARNING}
    assert "advisory" in render_loose(german).split("\n")[0]
    spanish = judged(tmp_path / "a.txt", "Las autoridades comunican responsabilidades organizativas. " * 25, "es")
    assert ("reading-grade", Level.ERROR, 1) in told(spanish)
    assert "grade" not in render_loose(spanish).split("\n")[0].lower()


BAD = {
    "empty": (b"", "no-text", Level.WARNING),
    "blank": (b" \n\n\t\n", "no-text", Level.WARNING),
    "Latin-1": ("Na\xefve".encode("latin-1"), "not-utf-8", Level.ERROR),
    "UTF-16": ("So it is.".encode("utf-16"), "not-utf-8", Level.ERROR),
    "too large": (b"word " * 200_001, "file-too-large", Level.ERROR),
}


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("name", BAD)
def test_bad_input(tmp_path: Path, name: str, suffix: str) -> None:
    """A file that is empty, in another encoding or too large is one finding with a hint, and has no verdict."""
    raw, rule, level = BAD[name]
    path = tmp_path / f"bad{suffix}"
    path.write_bytes(raw)
    loose = check_loose(path, None, "en", Audience.FAMILIES, SETTINGS)
    [finding] = loose.findings
    assert (finding.rule, finding.level, finding.file) == (rule, level, path)
    assert finding.message
    assert finding.hint
    assert loose.verdict is None
    assert render_loose(loose) == ""


@pytest.mark.parametrize("name", BAD)
def test_bad_input_from_elsewhere(name: str) -> None:
    """Bytes that come from no file are refused for the same reasons."""
    raw, rule, level = BAD[name]
    loose = check_loose(Path("standard-input.txt"), raw, "en", Audience.FAMILIES, SETTINGS)
    assert [(finding.rule, finding.level) for finding in loose.findings] == [(rule, level)]
    assert loose.verdict is None


def test_standard_input_that_is_too_large() -> None:
    """Standard input over 1,000,000 bytes is told with its size; up to that it is judged."""
    path = Path("standard-input.txt")
    loose = check_loose(path, b"a" * 1_000_001, "en", Audience.FAMILIES, SETTINGS)
    [finding] = loose.findings
    assert (finding.rule, finding.level, finding.file, finding.line) == ("file-too-large", Level.ERROR, path, 1)
    assert finding.message == "the text has 1,000,001 bytes; the limit is 1,000,000"
    assert finding.hint
    assert check_loose(path, b"a" * 1_000_000, "en", Audience.FAMILIES, SETTINGS).verdict is not None


@pytest.mark.parametrize("language", ["klingon", "", "../en", "EN", "e", "en_GB", "en-gb", "en\n", "en-"])
def test_no_language_tag(tmp_path: Path, language: str) -> None:
    """What is not the tag of a language stops the run with a plain message that names two that are."""
    with pytest.raises(CharterpressError, match=r"is not the tag of a language\. Use one such as 'en' or 'cy'\."):
        check_files(tmp_path, [], language, "families", None)


@pytest.mark.parametrize("language", ["en", "cy", "en-GB", "zh-Hans", "zh-Hans-CN", "es-419", "ckb"])
def test_a_language_tag(tmp_path: Path, language: str) -> None:
    """A tag with or without a script and a region is a language that a text may have."""
    path = tmp_path / "a.txt"
    path.write_text(EASY, encoding="utf-8")
    [loose] = check_files(tmp_path, [path], language, "families", None)
    assert loose.verdict is not None
    assert loose.verdict.page.language == language


def test_a_missing_file(tmp_path: Path) -> None:
    """A file that does not exist is a finding that says so, and whose hint is to look at the name."""
    [finding] = check_loose(tmp_path / "none.txt", None, "en", Audience.FAMILIES, SETTINGS).findings
    assert (finding.rule, finding.level) == ("file-unreadable", Level.ERROR)
    assert "No such file" in finding.message
    assert finding.hint.startswith("Check its name")


@pytest.mark.parametrize("language", ["en", "cy", "es", "de"])
@pytest.mark.parametrize(
    "text",
    [
        "https://www.example.org/a?b=c",
        "1 2 3 45 2026",
        "…",
        "?!",
        "\u200b",
        "a",
        "家" * 500,
        "# Only a heading",
        "```\ncode\n```",
        "\x1b[31m \x00",
        "x" * 100_000,
        "(" * 5000,
    ],
    ids=["URL", "numbers", "dots", "marks", "nothing", "letter", "Chinese", "heading", "code", "control", "x", "("],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_odd_texts(tmp_path: Path, text: str, language: str, suffix: str) -> None:
    """Whatever stands in a file, there is a verdict to show or a finding, and nothing fails for so few words."""
    loose = judged(tmp_path / f"odd{suffix}", text, language)
    assert loose.verdict is not None or loose.findings
    assert Level.ERROR not in {finding.level for finding in loose.findings}
    assert bool(render_loose(loose)) is (loose.verdict is not None)


@pytest.mark.parametrize("text", ["…", "# Only a heading"])
def test_nothing_to_score(tmp_path: Path, text: str) -> None:
    """A text without a word that is scored is told to have none, in a sentence, and has no limit to be held to."""
    loose = judged(tmp_path / "odd.md", text)
    assert loose.verdict is not None
    assert loose.verdict.score is None
    assert render_loose(loose) == "odd.md: there are no words to score."


def test_a_long_line_is_not_printed_whole(tmp_path: Path) -> None:
    """A long text without a stop is told in a few lines, not in its whole length."""
    loose = judged(tmp_path / "long.txt", "word " * 20_000)
    assert ("long-sentence", Level.ERROR, 1) in told(loose)
    assert len(render_loose(loose)) < 500
    assert max(len(finding.message) for finding in loose.findings) < 300
    assert max(len(finding.hint) for finding in loose.findings) < 500
    loose = judged(tmp_path / "long.txt", f"{EASY * 8}{'organisational ' * 500}.")
    [line] = [line for line in render_loose(loose).split("\n") if "  line 1: organisational" in line]
    assert line.endswith("…")
    assert 190 <= len(line.partition("line 1: ")[2]) <= 200


def test_a_terminal_is_not_steered(tmp_path: Path) -> None:
    """Control characters of a text never reach the terminal."""
    text = render_loose(judged(tmp_path / "a.txt", f"{EASY * 5}We \x1b[31mcommunicate\x1b[0m responsibilities.\n"))
    assert "\ufffd[31mcommunicate\ufffd[0m responsibilities" in text
    assert "\x1b" not in text
    assert text.count("\n") >= 2


@pytest.mark.parametrize(
    ("text", "fixes", "said"),
    [
        (EASY * 7 + HARD * 2, 1, "Make the hardest sentence as easy as the rest, and the text reaches 6."),
        (EASY * 12 + HARD * 6, 4, "Make the 4 hardest sentences as easy as the rest, and the text reaches 6."),
        (EASY * 20, 0, ""),
        (HARD * 20, None, ""),
    ],
    ids=["one", "several", "none", "no number of them is enough"],
)
def test_sentences_to_mend(tmp_path: Path, text: str, fixes: int | None, said: str) -> None:
    """One sentence to mend is spoken of as one, several are counted, and with none that help nothing is said."""
    loose = judged(tmp_path / "a.txt", text)
    assert loose.verdict is not None
    assert fixes_to_target(loose.verdict) == fixes
    lines = [line.strip() for line in render_loose(loose).split("\n") if "as easy as the rest" in line]
    assert lines == ([said] if said else [])


def test_files(sample: Path, edit: Edit, tmp_path: Path) -> None:
    """Several files are judged in their order, by the settings of the project around them."""
    paths = [tmp_path / "b.txt", tmp_path / "a.txt"]
    for path in paths:
        path.write_text(EASY, encoding="utf-8")
    edit("mkdocs.yml", "organisation: Example Council", "organisation: A\n      readability: {grades: {families: 5}}")
    found = check_files(sample, paths, "en", "families", None)
    assert [loose.verdict.page.title for loose in found if loose.verdict] == ["b.txt", "a.txt"]
    assert {loose.verdict.limit for loose in found if loose.verdict} == {5}
    for highest, limit in ((4.0, 4), (20.0, 5)):
        [loose] = check_files(sample, paths[:1], "en", "families", highest)
        assert loose.verdict is not None
        assert loose.verdict.limit == limit


def test_without_a_project(tmp_path: Path) -> None:
    """Outside of a project the limits are the usual ones."""
    path = tmp_path / "a.txt"
    path.write_text(EASY, encoding="utf-8")
    [loose] = check_files(tmp_path, [path], "en", "practitioners", None)
    assert loose.verdict is not None
    assert loose.verdict.limit == 9


def test_a_project_with_wrong_settings(sample: Path, edit: Edit) -> None:
    """Settings that are wrong stop the run with a plain message: nobody knows the limits."""
    edit("mkdocs.yml", "organisation:", "organization:")
    with pytest.raises(CharterpressError, match=r"mkdocs\.yml is wrong"):
        check_files(sample, [sample / "docs/index.md"], "en", "families", None)


def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A single '-' is the text that comes in, with or without a byte order mark."""
    for raw in (EASY.encode(), b"\xef\xbb\xbf" + EASY.encode()):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
        [loose] = check_files(tmp_path, [Path("-")], "en", "families", None)
        assert loose.verdict is not None
        assert loose.verdict.words == 7
        assert render_loose(loose).startswith("standard-input.txt: ")

"""Judge loose text, so that a person can try the gate before a text becomes YAML."""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from charterpress.content.model.base import Audience
from charterpress.content.model.text import LANGUAGE_TAG
from charterpress.content.project import load_project
from charterpress.content.settings import ReadabilitySettings
from charterpress.content.textfile import SIZE_LIMIT, TextFile, decode_text, load_text
from charterpress.findings import CharterpressError, Finding, Level, in_order, shortened
from charterpress.readability.explain import fixes_to_target, hard_words, pushes
from charterpress.readability.formulas import why_none
from charterpress.readability.markdown import markdown_units
from charterpress.readability.measuring import Measures
from charterpress.readability.page import Kind, PageText
from charterpress.readability.plaintext import text_units
from charterpress.readability.rules import check_verdict
from charterpress.readability.verdict import Outcome, Verdict, judge

_MARKDOWN = {".md", ".markdown"}
_SHOWN = 5
_STANDARD_INPUT = Path("-")


@dataclass(frozen=True)
class Loose:
    """Hold the verdict on a loose text, or None where it could not be read or says nothing."""

    verdict: Verdict | None
    findings: tuple[Finding, ...]
    measures: Measures


def check_files(
    root: Path, files: Iterable[Path], language: str, audience: str, max_grade: float | None
) -> tuple[Loose, ...]:
    """Judge files by the settings of the project in `root`, if there is one; `-` is standard input."""
    project, findings = load_project(root) if (root / "mkdocs.yml").is_file() else (None, ())
    if findings:
        message = f"{root / 'mkdocs.yml'} is wrong; 'charterpress check' without files says how."
        raise CharterpressError(message)
    if re.fullmatch(LANGUAGE_TAG, language) is None:
        message = f"'{language}' is not the tag of a language. Use one such as 'en' or 'cy'."
        raise CharterpressError(message)
    settings = project.settings.readability if project is not None else ReadabilitySettings()
    settings = settings if max_grade is None else settings.with_max_grade(max_grade)
    return tuple(
        check_loose(
            Path("standard-input.txt") if path == _STANDARD_INPUT else path,
            sys.stdin.buffer.read() if path == _STANDARD_INPUT else None,
            language,
            Audience(audience),
            settings,
        )
        for path in files
    )


def check_loose(
    path: Path, raw: bytes | None, language: str, audience: Audience, settings: ReadabilitySettings
) -> Loose:
    """Judge a text; `raw` has its bytes where it did not come from a file."""
    file = load_text(path) if raw is None else _standard_input(path, raw)
    page = _page(file, language, audience)
    measures = Measures()
    if page is None:
        return Loose(None, file.findings, measures)
    if not page.units:
        hint = "Write some words, or name another file."
        nothing = Finding("no-text", "there is nothing to read here", hint, Level.WARNING, path, 1, 1, language)
        return Loose(None, (nothing,), measures)
    verdict = judge(page, settings, measures)
    return Loose(verdict, in_order(check_verdict(verdict, settings, measures)), measures)


def _standard_input(path: Path, raw: bytes) -> TextFile:
    if len(raw) > SIZE_LIMIT:
        message = f"the text has {len(raw):,} bytes; the limit is {SIZE_LIMIT:,}"
        hint = "Check it in several pieces."
        return TextFile(path, None, (Finding("file-too-large", message, hint, file=path, line=1, column=1),))
    return decode_text(path, raw.removeprefix(codecs.BOM_UTF8))


def _page(file: TextFile, language: str, audience: Audience) -> PageText | None:
    if file.text is None:
        return None
    cut = markdown_units if file.path.suffix.lower() in _MARKDOWN else text_units
    units = cut(file.text, file.path)
    return PageText(file.path.name, file.path, language, audience, units, name=file.path.name, kind=Kind.LOOSE)


def render_loose(loose: Loose) -> str:
    """Return what an editor wants to know of a text: its score, and what lifts it most."""
    verdict = loose.verdict
    if verdict is None:
        return ""
    name = verdict.page.file.name
    if verdict.formula is None:
        return f"{name}: {verdict.words} words. {why_none(verdict.page.language)}"
    if verdict.score is None:
        return f"{name}: there are no words to score."
    score = f"{verdict.formula.name} {verdict.score:.1f}, {_limits(verdict)}"
    lines = [f"{name}: {score}; {verdict.words} words: {_outcome(verdict)}"]
    hardest = [push for push in pushes(verdict) if push.adds > 0][:_SHOWN]
    lines += ["  What lifts it most:"] if hardest else []
    lines += [f"    {push.adds:+.2f}  line {push.said.unit.line}: {shortened(push.said.text, 200)}" for push in hardest]
    words = hard_words(verdict, loose.measures)[:_SHOWN]
    lines += ["  Long words:"] if words else []
    lines += [
        f"    {word.word} ({word.syllables} syllables, said {word.times} times)"
        + (f": try {', '.join(word.use)}" if word.use else "")
        for word in words
    ]
    fixes = fixes_to_target(verdict)
    if fixes:
        hardest_ones = "hardest sentence" if fixes == 1 else f"{fixes} hardest sentences"
        lines.append(f"  Make the {hardest_ones} as easy as the rest, and the text reaches {verdict.target:g}.")
    return "\n".join("".join(sign if sign.isprintable() else "\ufffd" for sign in line) for line in lines)


def _limits(verdict: Verdict) -> str:
    return f"limit {verdict.limit:g}, target {verdict.target:g}"


def _outcome(verdict: Verdict) -> str:
    if verdict.outcome is Outcome.TOO_SHORT:
        return "too short to be scored"
    if verdict.outcome is Outcome.NOT_JUDGED:
        return "the formula is advisory, so it decides nothing"
    return str(verdict.outcome)

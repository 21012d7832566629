"""Write what a build found into files: for editors, for translators and for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from pathlib import Path

from charterpress.check import Checked
from charterpress.content.inline import plain_text
from charterpress.host.prepared import Prepared
from charterpress.languages.catalogue import State
from charterpress.languages.locales import load_locale
from charterpress.languages.status import progress_of
from charterpress.readability.explain import fixes_to_target, hard_words, pushes
from charterpress.readability.formulas import why_none
from charterpress.readability.units import left_out
from charterpress.readability.verdict import Outcome, Verdict
from charterpress.report.html import GradeRow, LeafletRow, render_report
from charterpress.report.machine import FORMATS
from charterpress.report.progress import ProgressRow
from charterpress.report.reading import (
    Exempted,
    HardWord,
    ReadPage,
    ReadSentence,
    ReadUnit,
    reading_json,
    render_reading,
)
from charterpress.site.delivery.files import server_settings


def write_reports(prepared: Prepared, folder: Path) -> None:
    """Write the reports for editors, and the findings in every format, into a folder."""
    for name, suffix in (("json", "json"), ("sarif", "sarif"), ("junit", "xml")):
        (folder / f"findings.{suffix}").write_text(FORMATS[name](prepared.findings), encoding="utf-8")
    checked = prepared.checked
    html = render_report(
        prepared.findings, grade_rows(checked), progress_rows(checked), leaflet_rows(prepared), allowed_rows(checked)
    )
    (folder / "index.html").write_text(html, encoding="utf-8")
    pages = tuple(_read_page(verdict, checked) for verdict in checked.verdicts)
    exempted = tuple(_exempted(checked))
    (folder / "reading.html").write_text(render_reading(pages, exempted), encoding="utf-8")
    (folder / "reading.json").write_text(reading_json(pages, exempted), encoding="utf-8")
    if checked.project is not None and checked.settled:
        for name, text in server_settings(checked.project, prepared.sitemap).items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")


def allowed_rows(checked: Checked) -> tuple[tuple[str, str], ...]:
    """Return what pages may load from elsewhere, each source with its kind."""
    if checked.project is None:
        return ()
    named = checked.project.settings.security.allow.named()
    return tuple((kind, source) for kind, sources in named for source in sources)


def grade_rows(checked: Checked) -> list[GradeRow]:
    """Return the grades, hardest page first; pages without a grade come last."""
    rows = [
        GradeRow(
            title=verdict.page.title,
            file=_short(verdict.page.file, checked),
            language=verdict.page.language,
            audience=str(verdict.page.audience),
            kind=str(verdict.page.kind),
            words=verdict.words,
            grade=verdict.grade,
            score=verdict.score,
            formula=verdict.formula.name if verdict.formula is not None else None,
            limit=verdict.limit,
            outcome=str(verdict.outcome),
        )
        for verdict in checked.verdicts
    ]
    return sorted(rows, key=lambda row: (row.grade is None, -(row.grade or 0)))


def _short(path: Path, checked: Checked) -> str:
    root = checked.project.root if checked.project is not None else path.parent
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def progress_rows(checked: Checked) -> tuple[ProgressRow, ...]:
    """Return how far every document has come in every language but its own."""
    if checked.project is None or not checked.project.knows("translations"):
        return ()
    progress = progress_of(checked.languages, checked.project.settings.translations)
    return tuple(
        ProgressRow(
            each.document.id,
            plain_text(checked.library.documents[each.document.id].title),
            each.locale,
            each.total,
            {state.value: each.per_cent(state) for state in State},
            each.shown,
            each.blocked,
            each.reader,
        )
        for each in progress
    )


def leaflet_rows(prepared: Prepared) -> tuple[LeafletRow, ...]:
    """Return the leaflets that were made, in their order; no share of words is rounded up to all of them."""
    documents = prepared.checked.library.documents
    return tuple(
        LeafletRow(
            plain_text(documents[made.charter_id].title),
            made.locale,
            made.format,
            made.size,
            made.pages,
            len(made.screen),
            floor(1000 * made.copied) / 10,
        )
        for made in prepared.leaflets
    )


def _read_page(verdict: Verdict, checked: Checked) -> ReadPage:
    page, formula = verdict.page, verdict.formula
    return ReadPage(
        title=page.title,
        name=page.name,
        kind=str(page.kind),
        file=_short(page.file, checked),
        language=page.language,
        audience=str(page.audience),
        words=verdict.words,
        score=verdict.score,
        formula=formula.name if formula is not None else None,
        status=formula.status if formula is not None else "none",
        limit=verdict.limit,
        target=verdict.target,
        margin=verdict.margin or 0.0,
        outcome=str(verdict.outcome),
        reason=_reason(verdict),
        fixes=fixes_to_target(verdict) if verdict.said else None,
        hard_words=tuple(
            HardWord(word.word, word.times, word.syllables, word.use) for word in hard_words(verdict, checked.measures)
        ),
        units=tuple(_read_units(verdict, checked)),
        left_out={str(role): number for role, number in left_out(page.units).items()},
        shape=_shape(verdict, checked),
    )


def _read_units(verdict: Verdict, checked: Checked) -> Iterator[ReadUnit]:
    adds = {id(push.said): push.adds for push in pushes(verdict)} if verdict.formula is not None else {}
    sentences: dict[int, list[ReadSentence]] = {}
    for said in verdict.said:
        found = ReadSentence(said.text, said.sentence.words, adds.get(id(said)))
        sentences.setdefault(id(said.unit), []).append(found)
    for unit in verdict.page.units:
        # What was not measured is one piece: it is too short to hold a sentence that is too long.
        told = sentences.get(id(unit)) or [ReadSentence(unit.text, len(unit.text.split()), None)]
        yield ReadUnit(str(unit.role), _short(unit.file, checked), unit.line, unit.scored, tuple(told))


def _reason(verdict: Verdict) -> str:
    match verdict.outcome:
        case Outcome.TOO_SHORT:
            return f"{verdict.words} words are too few for a formula; sentences, jargon and abbreviations are checked."
        case Outcome.NOT_JUDGED if verdict.formula is None:
            return why_none(verdict.page.language)
        case Outcome.NOT_JUDGED:
            return "The formula for this language is advisory: it decides nothing, and translations get no score."
        case Outcome.WARNS:
            return "It is over the limit, but so short that this may be chance."
        case Outcome.FAILS:
            return "It is over the limit."
        case _:
            return "It is within the limit."


def _shape(verdict: Verdict, checked: Checked) -> str:
    """Say what is known of a page without a validated formula: its long words, and who has read it."""
    page = verdict.page
    if verdict.formula is not None and verdict.formula.status == "validated":
        return ""
    parts = [f"no validated formula for {load_locale(page.language).english_name}"]
    if (shares := page.long_words) is not None:
        parts.append(f"{shares[0]:.0%} of the words are long ({shares[1]:.0%} in the source)")
    library = checked.languages.get(page.language)
    item = library.documents.get(page.name) if library is not None else None
    if item is not None and not item.is_source:
        reader = f"signed by a native reader: {item.reader}" if item.reader else "no native reader has signed for it"
        parts.append(reader)
    return "; ".join(parts)


def _exempted(checked: Checked) -> Iterator[Exempted]:
    if checked.project is None:
        return
    for exemption in checked.project.settings.readability.exemptions:
        yield Exempted(
            exemption.document,
            exemption.unit or "",
            exemption.rules,
            exemption.reason,
            exemption.until.isoformat(),
            expired=exemption.until < checked.today,
        )

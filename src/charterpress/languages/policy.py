"""Decide what a language may show, by the site's policy, and say why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from charterpress.content.model import Document
from charterpress.content.settings import Project, TranslationSettings
from charterpress.findings import Finding, Level, shortened
from charterpress.languages.catalogue import Catalogue, State
from charterpress.languages.locales import load_locale
from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.languages.translate import Localised, catalogue_path, translate

_NAMES = {State.MISSING: "not translated", State.DRAFT: "not reviewed", State.NEEDS_REVIEW: "out of date"}


@dataclass(frozen=True)
class Decision:
    """Hold a document as a language may show it, whether it gets a page there, and what editors should know."""

    localised: Localised
    shown: bool
    findings: tuple[Finding, ...] = ()


def apply_policy(localised: Localised, source: Document, project: Project) -> Decision:
    """Return what a language may show of a document by the site's policy; `source` is it as it was written.

    Where nobody knows the policy, or all of the translation, nothing is shown, and no more is said than holds anyway.
    """
    if localised.is_source or localised.locale in PSEUDO_LOCALES:
        return Decision(localised, shown=True)
    policy = project.settings.translations
    path = catalogue_path(project.i18n, localised.locale, source)
    if localised.unread or not project.knows("translations"):
        return Decision(localised, shown=False, findings=tuple(_stale(localised, path)))
    if not localised.started:
        nothing = (_untranslated(localised, path),) if policy.missing == "fail" else ()
        return Decision(localised, shown=False, findings=nothing)
    findings = [*_stale(localised, path), *_failures(localised, policy, path)]
    if why := tuple(blocks(localised, policy)):
        findings.append(_not_shown(localised, path, why))
        # Other pages may name this document, but not in words that may not be shown.
        bare = translate(source, Catalogue(path, localised.locale, {}))
        localised = replace(localised, document=bare.document)
    return Decision(localised, shown=not why, findings=tuple(findings))


def blocks(localised: Localised, policy: TranslationSettings) -> Iterator[str]:
    """Yield in English why a translation that was begun gets no page; nothing where it does."""
    rules = {State.MISSING: policy.missing, State.NEEDS_REVIEW: policy.stale, State.DRAFT: policy.draft}
    for state, rule in rules.items():
        if rule == "hide" and (number := localised.states.get(state, 0)):
            yield _counted(number, state)
    if localised.per_cent < policy.least:
        # Rounded down, so that 79.6 % does not look like the 80 % that are asked for.
        yield f"{int(localised.per_cent)} % of it may be shown, and {policy.least} % are asked for"


def what_is_left(localised: Localised) -> Iterator[str]:
    """Yield in English how many texts readers do not get in their language, and why."""
    left = Counter(text.state for text in localised.untranslated)
    yield from (_counted(number, state) for state, number in sorted(left.items()))


def _counted(number: int, state: State) -> str:
    return f"{number} {'text is' if number == 1 else 'texts are'} {_NAMES[state]}"


def _failures(localised: Localised, policy: TranslationSettings, path: Path) -> Iterator[Finding]:
    rules = {State.MISSING: policy.missing, State.NEEDS_REVIEW: policy.stale, State.DRAFT: policy.draft}
    for text in localised.texts:
        if rules.get(text.state) == "fail":
            yield Finding(
                "translation-not-ready",
                f"this text is {_NAMES[text.state]}: “{shortened(text.source)}” ({text.context})",
                "Finish the translation, or change 'translations:' in mkdocs.yml.",
                file=text.file or path,
                line=text.line,
                locale=localised.locale,
            )


def _stale(localised: Localised, path: Path) -> Iterator[Finding]:
    """Yield each translation that is taken off the site since its source changed."""
    language = load_locale(localised.document.language).english_name
    for text in localised.texts:
        if text.state is State.NEEDS_REVIEW:
            changed = f" ({text.difference})" if text.difference is not None and str(text.difference) else ""
            why = (
                f"the {language} text has changed{changed}"
                if text.difference is not None
                else "this needs another look"
            )
            yield Finding(
                "stale-translation",
                f"{why}, so the translation is not shown: “{shortened(text.source)}”",
                f"Run 'charterpress translate update {localised.locale}' and translate it anew.",
                Level.WARNING,
                file=text.file or path,
                line=text.line,
                locale=localised.locale,
            )


def _untranslated(localised: Localised, path: Path) -> Finding:
    return Finding(
        "translation-not-ready",
        f"nothing of '{localised.document.id}' is translated into '{localised.locale}'",
        f"Run 'charterpress translate update {localised.locale} {localised.document.id}', translate what it writes, "
        "or change 'translations:' in mkdocs.yml.",
        file=path,
        locale=localised.locale,
    )


def _not_shown(localised: Localised, path: Path, why: tuple[str, ...]) -> Finding:
    return Finding(
        "not-shown",
        f"'{localised.document.id}' is left out of '{localised.locale}': {'; '.join(why)}",
        "Finish the translation, or change 'translations:' in mkdocs.yml.",
        Level.WARNING,
        path,
        locale=localised.locale,
    )

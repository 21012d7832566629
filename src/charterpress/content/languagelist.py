"""Read which languages a project has out of its mkdocs.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charterpress.content.settings import DEFAULT_LANGUAGE, LANGUAGES, NOBODY_SAYS, Language
from charterpress.content.validate import validate
from charterpress.content.yamlfile import Pointer, Value, YamlFile
from charterpress.findings import Finding


@dataclass(frozen=True)
class LanguageList:
    """Hold the languages that could be read, and what is wrong with the others.

    `unknown` has what is not known, and `places` line and column of each entry, both as `Project` has them.
    """

    held: tuple[Language, ...]
    findings: tuple[Finding, ...]
    unknown: frozenset[Pointer]
    places: Mapping[Pointer, tuple[int, int]]


def read_languages(file: YamlFile, options: Value, place: Pointer) -> LanguageList:
    """Read the languages that are listed in the options of the plugin `i18n`, which stand at `place`."""
    listed = options.get("languages") if isinstance(options, dict) else None
    if not isinstance(listed, list) or not listed:
        hint = "Add '- i18n:' with 'languages:' under 'plugins:', one entry a language, the first with 'default: true'."
        finding = file.finding("missing-languages", "no languages are listed", hint, place)
        return LanguageList((NOBODY_SAYS,), (finding,), frozenset({LANGUAGES}), {})
    languages: list[Language] = []
    findings: list[Finding] = []
    unknown: set[Pointer] = {LANGUAGES} if file.doubled_below(place) else set()
    places: dict[Pointer, tuple[int, int]] = {}
    for index, entry in enumerate(listed):
        at = (*place, "languages", index)
        language, found = validate(Language, file, entry, at)
        findings.extend(found)
        if language is None:
            unknown.add((*LANGUAGES, index))
            continue
        if any(language.locale == other.locale for other in languages):
            message = f"the language '{language.locale}' is listed twice"
            findings.append(file.finding("duplicate-language", message, "Take one of the two out.", (*at, "locale")))
            unknown.add((*LANGUAGES, index))
            continue
        where = file.place((*at, "locale"))
        places[*LANGUAGES, language.locale] = (where.line, where.column)
        languages.append(language)
    if [language.build for language in languages if language.default] != [True]:
        unknown.add(DEFAULT_LANGUAGE)
        if not findings:
            hint = "Write 'default: true' at the language that stands at the root of the site, and only there."
            message = "one language must be the default, and must be built"
            findings.append(file.finding("default-language", message, hint, (*place, "languages")))
    return LanguageList(tuple(languages) or (NOBODY_SAYS,), tuple(findings), frozenset(unknown), places)

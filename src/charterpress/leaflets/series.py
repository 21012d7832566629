"""Set the leaflets of every charter in every language that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from charterpress.content.library import Library
from charterpress.content.model import Charter
from charterpress.content.settings import Project
from charterpress.findings import Finding
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.words import load_words
from charterpress.leaflets.leaflet import Leaflet, typeset
from charterpress.leaflets.settings import LeafletSettings


def typeset_series(
    library: Library,
    languages: Mapping[str, LocalisedLibrary],
    project: Project,
    address: Callable[[str, Charter], str],
) -> tuple[tuple[Leaflet, ...], tuple[Finding, ...]]:
    """Return the leaflets that fit, and a finding for each that does not."""
    options = project.settings.leaflets
    if not options.enabled:
        return (), ()
    made: list[Leaflet] = []
    findings: list[Finding] = []
    for code, charter, localised in _wanted(languages):
        leaflet, found = typeset(
            charter,
            {key: item.document.title for key, item in localised.documents.items()},
            localised.locale,
            load_words(code),
            LeafletSettings(
                organisation=project.settings.organisation,
                brand=options.brand,
                accent=options.accent,
                minimum_size=options.minimum_size,
                maximum_size=options.maximum_size,
            ),
            address(code, charter),
            draft=localised.documents[charter.id].draft,
            file=library.files[charter.id].path,
        )
        findings.extend(found)
        if leaflet is not None:
            made.append(leaflet)
    return tuple(made), tuple(findings)


def _wanted(languages: Mapping[str, LocalisedLibrary]) -> Iterator[tuple[str, Charter, LocalisedLibrary]]:
    for code, localised in languages.items():
        for charter in localised.of(Charter):
            yield code, charter, localised

"""Load, translate and judge a project: what every command starts with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from charterpress.content.adaptation.conflicts import check_conflicts
from charterpress.content.adaptation.given import check_languages
from charterpress.content.addressbook import load_book
from charterpress.content.library import STATEMENT, SUFFIXES, Library, load_library
from charterpress.content.model import Statement
from charterpress.content.project import load_known
from charterpress.content.settings import DEFAULT_LANGUAGE, LANGUAGES, Language, Project
from charterpress.content.statement import Around, check_statement
from charterpress.content.testresults import Results, load_results
from charterpress.findings import Finding, named_from
from charterpress.languages.library import LocalisedLibrary, localise
from charterpress.languages.listed import in_known_languages, with_data
from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.languages.shorter import check_shorter_wordings
from charterpress.leaflets.formats.library import check_formats
from charterpress.leaflets.looks import check_looks, leaflets_suit
from charterpress.leaflets.pictures.library import (
    LEAST_RESOLUTION,
    MEMORY,
    SECONDS,
    Ready,
    has_pictures,
    load_logo,
    load_pictures,
)
from charterpress.leaflets.pictures.values import Pictures
from charterpress.leaflets.series import check_address
from charterpress.leaflets.settings import MOST_INK
from charterpress.preflight.printers import Printer, printer_of
from charterpress.preflight.shining import shining
from charterpress.processes import Stopped, alone, workers
from charterpress.readability.exemptions import Waiver, check_exemptions
from charterpress.readability.measuring import Measures, load_measures
from charterpress.readability.page import PageText
from charterpress.readability.rules import check_verdict
from charterpress.readability.verdict import Verdict, judge
from charterpress.reading import source_pages, translated_pages
from charterpress.site.addresses import ACCESSIBILITY
from charterpress.site.clashes import check_clashes
from charterpress.site.delivery.securitytxt import check_security_text
from charterpress.site.formcheck import check_forms
from charterpress.site.headings import check_headings
from charterpress.site.look.check import check_site_look, site_suits
from charterpress.site.markdown_pages import check_markdown_pages, markdown_pages
from charterpress.site.permanent import NO_ADDRESSES, Addresses, addresses_of, check_addresses, check_recorded
from charterpress.site.shortaddresses import check_short_addresses


@dataclass(frozen=True)
class Checked:
    """Hold everything that is known about a project before anything is written.

    `project` is None when mkdocs.yml does not even say which files are the documents; then nothing else was read. What
    is wrong in it otherwise, the project does not know. `measures` holds what was measured, so that the next build need
    not do it again. `today` is the day that exemptions were held against. `addresses` has those that are recorded, and
    those of today. `results` is what the last automated test of the site found. `logo_ratio` is the width of the site's
    logo over its height, where it has one. Unless it is `settled`, something is wrong in mkdocs.yml, and what would be
    made is not what its editor means.
    """

    project: Project | None
    library: Library
    languages: Mapping[str, LocalisedLibrary]
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]
    measures: Measures = field(default_factory=Measures)
    today: date = field(default_factory=date.today)
    pictures: Pictures = ()
    addresses: Addresses = NO_ADDRESSES
    results: Results | None = None
    logo_ratio: float | None = None
    settled: bool = True

    @property
    def around(self) -> Around:
        """Return what a statement on accessibility is held against."""
        exemptions = self.project.settings.readability.exemptions if self.project is not None else ()
        return Around(self.today, exemptions, self.results)


@dataclass(frozen=True)
class _Given:
    """Hold what the check of one language needs."""

    library: Library
    project: Project
    measures: Measures
    today: date


@dataclass(frozen=True)
class _Judged:
    """Hold what the check of some pages found."""

    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...]


def measures_path(root: Path) -> Path:
    """Return the file that keeps what was measured between builds of the project in `root`."""
    return root / ".cache" / "charterpress" / "measures.json"


def check(root: Path, today: date | None = None, max_grade: float | None = None, *, pseudo: bool = False) -> Checked:
    """Check the project in `root` and return every finding at once.

    What is wrong in one place is left out of the check of the others, so that nothing is found only because of it.
    `today` decides which exemptions hold; no English page may have a grade above `max_grade`. With `pseudo` the
    project has the made-up languages as well.
    """
    project, in_settings = load_known(root)
    if project is None:
        return Checked(None, Library({}, {}), {}, (), named_from(root.resolve(), in_settings), settled=False)
    project, in_languages = with_data(project)
    project = project if max_grade is None else project.with_max_grade(max_grade)
    if pseudo:
        project = project.with_languages(tuple(Language(locale=p.code, name=p.name) for p in PSEUDO_LOCALES.values()))
    library = in_known_languages(load_library(project.docs, project.root))
    given = _Given(library, project, load_measures(measures_path(project.root)), today or date.today())  # noqa: DTZ011 - the day where the editor is
    # Every language needs them; found before the processes part, they are found once.
    _ = library.texts
    with workers(given, len(project.locales)) as team:
        started = {code: team.start(_check_language, code) for code in project.locales}
        pages = tuple(source_pages(library, project))
        own = _judge(given, pages)
        done = {code: future.result() for code, future in started.items()}
    judged = (own, *(each for _, each, _ in done.values()))
    measures = given.measures
    for _, _, used in done.values():
        measures.take_in(used)
    printer, in_printer = printer_of(project)
    pictures, in_pictures = _pictures(project, printer)
    logo_ratio, in_logo = load_logo(project, _apart)
    addresses = Addresses(load_book(project.root), addresses_of(library, project))
    results, in_results = load_results(project.root, given.today)
    around = Around(
        given.today,
        project.settings.readability.exemptions,
        results,
        whole=not in_results and project.knows("readability", "exemptions"),
    )
    everything = (
        *in_settings,
        *in_languages,
        *library.findings,
        *_unknown_languages(library, project),
        *_check_adaptations(given),
        *(finding for localised, _, _ in done.values() for finding in localised.findings),
        *check_shorter_wordings(library),
        *check_short_addresses(library, project),
        *check_markdown_pages(project),
        *check_headings(project),
        *check_forms(project),
        *check_clashes(library, project, {code: localised for code, (localised, _, _) in done.items()}),
        *check_addresses(addresses, library, given.today),
        *(check_recorded(addresses) if project.settings.addresses.frozen else ()),
        *check_formats(project),
        *_looks(project, MOST_INK if printer is None else printer.ink_limit),
        *check_address(library, project),
        *in_printer,
        *check_security_text(project, given.today),
        *in_pictures,
        *in_logo,
        *in_results,
        *_check_statements(library, around),
        *(finding for each in judged for finding in each.findings),
        *_check_exemptions(given, [*pages, *_pages_of(judged[1:])]),
    )
    return Checked(
        project,
        library,
        {code: localised for code, (localised, _, _) in done.items()},
        tuple(verdict for each in judged for verdict in each.verdicts),
        named_from(project.root, everything),
        measures,
        given.today,
        pictures,
        addresses,
        results,
        logo_ratio,
        settled=not in_settings and not in_languages,
    )


def _looks(project: Project, most_ink: float) -> Iterator[Finding]:
    """Yield what is wrong with the look of the site and of leaflets; a colour that fails on both is told once."""
    site = check_site_look(project, leaflets_suit(project, most_ink))
    leaflets = check_looks(project, most_ink, site_suits(project))
    places = [
        {(one.line, one.column) for one in found if one.rule == rule}
        for found, rule in ((site, "look-contrast"), (leaflets, "leaflet-contrast"))
    ]
    both = set.intersection(*places)
    for one in site:
        shared = one.rule == "look-contrast" and (one.line, one.column) in both
        also = "; leaflets have the same colour, and cannot be read in it either" if shared else ""
        yield replace(one, message=f"{one.message}{also}")
    yield from (one for one in leaflets if one.rule != "leaflet-contrast" or (one.line, one.column) not in both)


def _pictures(project: Project, printer: Printer | None) -> tuple[Pictures, tuple[Finding, ...]]:
    """Return the pictures of the leaflets; each is opened in a process of its own, so that no file can do harm."""
    if not has_pictures(project) or not project.knows("leaflets", "formats"):
        return (), ()
    known = project.knows("leaflets", "printer")
    least = (LEAST_RESOLUTION if known else 0) if printer is None else printer.image_resolution
    opaque = printer is not None and not printer.transparency
    return load_pictures(project, least, _apart, shining if opaque else None)


def _apart(work: Callable[[], Ready]) -> Ready | None:
    done = alone(work, SECONDS, MEMORY)
    return None if isinstance(done, Stopped) else done


def _check_language(given: _Given, code: str) -> tuple[LocalisedLibrary, _Judged, dict[str, dict[str, object]]]:
    """Translate the library into one language and judge the pages; what was measured is given back."""
    localised = localise(given.library, given.project, code)
    measures = replace(given.measures, used={})
    # Nobody reads made-up languages.
    pages = () if code in PSEUDO_LOCALES else tuple(translated_pages(localised, given.library, given.project))
    judged = _judge(replace(given, measures=measures), pages)
    in_brief = tuple(verdict.in_brief() for verdict in judged.verdicts)
    return localised, replace(judged, verdicts=in_brief), measures.used


def _judge(given: _Given, pages: tuple[PageText, ...]) -> _Judged:
    settings = given.project.settings.readability
    waiver = Waiver(settings.exemptions, given.today)
    verdicts = tuple(judge(waiver.unscored(page), settings, given.measures) for page in pages)
    found = (
        finding
        for verdict in verdicts
        for finding in waiver.keep(verdict.page, check_verdict(verdict, settings, given.measures))
    )
    # Without these, nobody knows what a text is held against.
    known = all(given.project.knows("readability", name) for name in ("exemptions", "sentence_words_in"))
    return _Judged(verdicts, tuple(found) if known else ())


def _pages_of(judged: Iterable[_Judged]) -> Iterator[PageText]:
    return (verdict.page for each in judged for verdict in each.verdicts)


def _check_adaptations(given: _Given) -> Iterator[Finding]:
    days = given.project.settings.adaptations.grace_days
    locales = [code for code in given.project.locales if code not in PSEUDO_LOCALES]
    for adapted in given.library.adaptations.values():
        yield from check_conflicts(adapted, days, given.today)
        if given.project.knows(*LANGUAGES):
            yield from check_languages(adapted.adaptation, adapted.adaptation_file, locales)


def _check_statements(library: Library, around: Around) -> Iterator[Finding]:
    for statement in library.of(Statement):
        yield from check_statement(statement, library.files[statement.id], around)


def _is_stated(project: Project) -> bool:
    """Tell whether there is a statement on accessibility, be it right or wrong."""
    return any((project.docs / f"{STATEMENT}{suffix}").exists() for suffix in SUFFIXES)


def _check_exemptions(given: _Given, pages: Iterable[PageText]) -> Iterator[Finding]:
    project = given.project
    all_read = project.knows(*DEFAULT_LANGUAGE)
    listed = any(page.name == ACCESSIBILITY for page in markdown_pages(project))
    if project.settings.readability.exemptions and not listed and not _is_stated(project):
        message = "exemptions are listed on the page 'accessibility', and the site has none"
        hint = "Write docs/accessibility.yml, a statement, or take the exemptions out."
        yield project.finding("no-accessibility-page", message, hint, "readability", "exemptions", 0)

    def unread(name: str) -> bool:
        return given.library.may_hold(name) or not all_read

    for index, finding in check_exemptions(project.settings.readability.exemptions, pages, given.today, unread):
        placed = project.finding(finding.rule, finding.message, finding.hint, "readability", "exemptions", index)
        yield replace(placed, level=finding.level)


def _unknown_languages(library: Library, project: Project) -> Iterator[Finding]:
    """Yield the documents in a language that the site does not have: no page would show their words."""
    known = [language.locale for language in project.languages]
    for key, document in library.documents.items():
        if document.language not in known and project.knows(*LANGUAGES):
            message = f"'{document.language}' is not a language of this site"
            hint = f"Use one of {', '.join(known)}, or add the language to mkdocs.yml."
            yield library.files[key].finding("unknown-language", message, hint, ("language",))

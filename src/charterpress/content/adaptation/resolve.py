"""Make a charter out of an adaptation: a full one, that knows what was changed in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from charterpress.content.adaptation.changes import apply_changes
from charterpress.content.adaptation.compare import compare_versions
from charterpress.content.adaptation.comparison import Comparison
from charterpress.content.adaptation.copies import copy_path, load_copy
from charterpress.content.adaptation.fields import take_over
from charterpress.content.adaptation.given import check_given, given_names
from charterpress.content.adaptation.permission import check_agreement, check_permission, licence_of, publisher_of
from charterpress.content.adaptation.sheet import Sheet, put_together, take_apart
from charterpress.content.adaptation.sources import Sources, adapted_in
from charterpress.content.adaptation.versions import FORM, can_be_named
from charterpress.content.adaptation.work import Work, key_of, promises_of, target_of
from charterpress.content.inline import note_calls
from charterpress.content.model import Adaptation, AdaptedCharter, Charter
from charterpress.content.model.adapted import ChangeKind, MadeChange, Origin
from charterpress.content.names import with_names
from charterpress.content.shelf import Shelf
from charterpress.content.texts import texts_of
from charterpress.content.validate import validate
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding, Level, has_errors, shortened

Carried = tuple[tuple[Path, str], ...]
"""Where translations come from: folders like i18n/ and names of documents, the nearest first."""


@dataclass(frozen=True)
class Adapted:
    """Hold a charter that came out of an adaptation, its named places still open, and how it came about.

    `file` finds each of its parts in the file where it stands. `source` is the adapted charter, named places open;
    `shelves` has the projects that its parts are from, the nearest first. `comparison` has the three versions of
    every commitment. `copy` is where the copy of the adapted charter belongs, and `kept` tells whether it is there.
    """

    adaptation: Adaptation
    adaptation_file: YamlFile
    charter: AdaptedCharter
    file: YamlFile
    source: Charter
    source_file: YamlFile
    shelves: tuple[Shelf, ...]
    comparison: Comparison
    carried: Carried
    copy: Path
    kept: bool


@dataclass(frozen=True)
class _Source:
    """Hold what is adapted, whether a charter as it was written or one that came out of an adaptation."""

    charter: Charter
    file: YamlFile
    shelves: tuple[Shelf, ...]
    carried: Carried


Ring = tuple[tuple[Path, str], ...]
Found = tuple[Adapted | None, tuple[Finding, ...]]


def resolve(adaptation: Adaptation, shelf: Shelf, sources: Sources, ring: Ring = ()) -> Found:
    """Return the charter that an adaptation in `shelf` makes, or None and why there is none.

    `ring` has the adaptations that wait for this one, so that none waits for itself.
    """
    file = shelf.files[adaptation.id]
    source, findings = _source(adaptation, file, shelf, sources, (*ring, (shelf.root.resolve(), adaptation.id)))
    if source is None:
        return None, findings
    found = [*findings, *check_permission(adaptation, source.charter, file), *check_agreement(adaptation, file)]
    base, problems = _base(adaptation, file, shelf, source)
    found.extend(problems)
    if "language" in _keys(file) and adaptation.language != source.charter.language:
        message = f"'{source.charter.id}' is written in '{source.charter.language}', and so must be what you change"
        hint = f"Write 'language: {source.charter.language}'; translations go into i18n/."
        found.append(file.finding("adaptation-language", message, hint, ("language",)))
    if base is None:
        return None, tuple(found)
    version = source.charter.version or ""
    work = Work(
        adaptation,
        file,
        version,
        take_apart(source.file),
        take_apart(base[1]),
        promises_of(base[0]),
        promises_of(source.charter),
    )
    apply_changes(work)
    found.extend(work.findings)
    found.extend(check_given(adaptation, source.charter, base[0], file))
    if has_errors(work.findings):
        return None, tuple(found)
    take_over(work.sheet, adaptation, file)
    _with_notes(work)
    joined, charter, problems = _joined(work.sheet, file, source.charter)
    found.extend(problems)
    if charter is None:
        return None, tuple(found)
    origin = _origin(adaptation, source, base[0])
    whole = AdaptedCharter.model_construct(
        **{name: getattr(charter, name) for name in Charter.model_fields},
        changes=tuple(_made(adaptation)),
        adaptation=origin,
    )
    comparison = compare_versions(work, base[0], source.charter, whole)
    made = Adapted(
        adaptation,
        file,
        whole,
        joined,
        source.charter,
        source.file,
        source.shelves,
        comparison,
        source.carried,
        copy_path(shelf.root, source.charter.id, adaptation.source_version),
        kept=base[0] is not source.charter,
    )
    return made, tuple(found)


def source_of(
    adaptation: Adaptation, shelf: Shelf, sources: Sources
) -> tuple[tuple[Charter, YamlFile] | None, tuple[Finding, ...]]:
    """Return what an adaptation in `shelf` adapts, as it is now, with its file, or None and why it is not there."""
    ring = ((shelf.root.resolve(), adaptation.id),)
    source, findings = _source(adaptation, shelf.files[adaptation.id], shelf, sources, ring)
    return ((source.charter, source.file) if source is not None else None), findings


def _source(
    adaptation: Adaptation, file: YamlFile, shelf: Shelf, sources: Sources, ring: Ring
) -> tuple[_Source | None, tuple[Finding, ...]]:
    home, findings = sources.find(adaptation, file, shelf)
    if home is None:
        return None, findings
    found, findings = adapted_in(adaptation, file, home)
    if found is None:
        return None, findings
    if isinstance(found, Charter):
        return _Source(found, home.files[found.id], (home,), ((home.i18n, found.id),)), ()
    here = (home.root.resolve(), found.id)
    if here in ring:
        names = [name for _, name in (*ring[ring.index(here) :], here)]
        message = f"these adaptations adapt each other in a ring: {' → '.join(names)}"
        hint = "One of them must adapt a charter that is none of these."
        return None, (file.finding("adaptation-ring", message, hint, ("adapts",)),)
    adapted, findings = resolve(found, home, sources, ring)
    # Advice to another project has no place here.
    findings = tuple(finding for finding in findings if finding.level is Level.ERROR)
    if adapted is None:
        return None, findings
    carried = ((home.i18n, found.id), *adapted.carried)
    return _Source(adapted.charter, adapted.file, (home, *adapted.shelves), carried), findings


def _base(
    adaptation: Adaptation, file: YamlFile, shelf: Shelf, source: _Source
) -> tuple[tuple[Charter, YamlFile] | None, tuple[Finding, ...]]:
    """Return the source as it was when it was adapted, or why nobody knows."""
    wanted, there = adaptation.source_version, source.charter.version
    if there is None:
        message = f"'{source.charter.id}' has no version, and you adapt version {wanted}"
        hint = "Give it a 'version:', or ask its publisher to."
        return None, (file.finding("source-version", message, hint, ("adapts",)),)
    if not can_be_named(there):
        message = f"the version of '{source.charter.id}' cannot be named in an adaptation: '{shortened(there)}'"
        return None, (file.finding("source-version", message, FORM, ("adapts",)),)
    kept, findings = load_copy(shelf.root, source.charter.id, wanted)
    if kept is not None or findings:
        return kept, findings
    if there == wanted:
        return (source.charter, source.file), ()
    copy = copy_path(Path(), source.charter.id, wanted).as_posix()
    message = f"'{source.charter.id}' is at version {there} now, you adapt version {wanted}, and no copy of it was kept"
    hint = (
        f"Get version {wanted} from its publisher and put it into {copy}: then 'charterpress adapt status' shows what"
        f" changed. Or read version {there}, mend your changes, and write 'adapts: {source.charter.id}@{there}'."
    )
    return None, (file.finding("source-version", message, hint, ("adapts",)),)


def _with_notes(work: Work) -> None:
    """Bring back notes that they took out and that our words, or words that wait for a decision, still call."""
    there = {part.id for part in work.sheet.lists["notes"]}
    texts = (str(value) for block in work.sheet.blocks for one in block.promises for value in one.data.values())
    called = {call for text in texts for call in note_calls(text)}
    work.sheet.lists["notes"] += [
        part for part in work.base.lists["notes"] if part.id in called and part.id not in there
    ]


def _joined(sheet: Sheet, file: YamlFile, source: Charter) -> tuple[YamlFile, Charter | None, tuple[Finding, ...]]:
    """Return the charter put together, without the notes of the source that nothing calls any more."""
    joined = put_together(sheet, file.path)
    charter, problems = validate(Charter, joined, joined.data or {})
    if charter is None:
        return joined, None, problems
    called = {call for text in texts_of(charter) for call in note_calls(text.text)}
    before = {call for text in texts_of(source) for call in note_calls(text.text)}
    idle = before - called
    if any(part.id in idle for part in sheet.lists["notes"]):
        sheet.lists["notes"] = [part for part in sheet.lists["notes"] if part.id not in idle]
        return _joined(sheet, file, source)
    return joined, charter, ()


def _origin(adaptation: Adaptation, source: _Source, base: Charter) -> Origin:
    theirs = source.charter
    # A copy that says the same knows less: not that the charter is itself an adaptation.
    same = all(getattr(base, name) == getattr(theirs, name) for name in Charter.model_fields)
    return Origin(
        id=theirs.id,
        version=adaptation.source_version,
        newest=theirs.version or "",
        title=with_names(theirs).title,
        publisher=publisher_of(theirs),
        licence=licence_of(theirs),
        where=adaptation.folder or adaptation.package or "",
        original=theirs if same else base,
        newer=None if same else theirs,
        permission=adaptation.permission,
        names=given_names(adaptation),
    )


def _made(adaptation: Adaptation) -> Iterator[MadeChange]:
    for change in adaptation.changes:
        yield MadeChange(
            kind=ChangeKind(key_of(change)),
            target=target_of(change),
            because=change.because,
            agreed_by=change.agreed_by or adaptation.agreed_by,
            agreed=change.agreed or adaptation.agreed,
        )


def _keys(file: YamlFile) -> frozenset[str]:
    return frozenset(file.data) if isinstance(file.data, dict) else frozenset()

"""Try what a draft of an adaptation makes before it is written."""

from __future__ import annotations

from dataclasses import replace

from charterpress.adapting.blocks import blocks_of
from charterpress.adapting.decisions import Choice
from charterpress.adapting.opened import Opened
from charterpress.adapting.rewriting import Rewriting
from charterpress.content.adaptation.comparison import Comparison
from charterpress.content.adaptation.resolve import Adapted, Found, resolve
from charterpress.content.adaptation.sources import Sources
from charterpress.content.model import Adaptation
from charterpress.content.model.charter import Commitment
from charterpress.content.shelf import Shelf
from charterpress.content.validate import validate
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding, Level


def checked(opened: Opened, work: Rewriting) -> tuple[Adapted | None, tuple[Finding, ...]]:
    """Return what the draft makes, or why it is not what was decided."""
    found, problems = resolved(opened, work.draft.file)
    known = {(finding.rule, finding.message) for finding in opened.findings}
    new = tuple(one for one in problems if one.level is Level.ERROR and (one.rule, one.message) not in known)
    if found is None or new:
        return None, unfit(new or problems, opened)
    # To take theirs of one thing may make a decision on another necessary: that one is named when all is written.
    open_ones = {one.id for one in found.comparison.conflicts}
    wrong = sorted(open_ones if work.moves else open_ones & set(work.decided.choices))
    wrong += [one for one in work.decided.choices if not _as_decided(work, found, one)]
    if wrong or (work.moves and found.comparison.moved):
        message = f"the decision on {', '.join(map(repr, wrong or ['adapts']))} cannot be written by the command"
        hint = "Nothing was written. Make this change in the file, and run the command for the others."
        return None, (work.adapted.adaptation_file.finding("adapt-decision", message, hint, ("changes",)),)
    return found, ()


def _as_decided(work: Rewriting, found: Adapted, identifier: str) -> bool:
    """Tell whether something came out as it was decided: as theirs, or with our words where ours had some."""
    choice = work.decided.choices[identifier]
    orders = {one.id for one in work.adapted.comparison.orders}
    now = blocks_of(found.charter)
    if identifier in orders:
        kept = any("reorder" in each and each["reorder"] == identifier for each in work.draft.data["changes"])
        return kept is (choice is Choice.KEEP) or not now.get(identifier)
    new, old = _promise(found.comparison, identifier), _promise(work.adapted.comparison, identifier)
    before = next((one for one in work.adapted.comparison.commitments if one.id == identifier), None)
    if choice is Choice.TAKE:
        return _alone(new) == _alone(before.theirs if before is not None else None)
    if new is None or old is None or before is None or before.change is None:
        return new is old
    change = work.adapted.adaptation.changes[before.change]
    parts = [part for part in type(old).model_fields if part != "id" and part in change.model_fields_set]
    return all(getattr(new, part) == getattr(old, part) for part in parts)


def _alone(promise: Commitment | None) -> Commitment | None:
    """Return a promise without the mirror of it, which goes when we remove the other one."""
    return promise.model_copy(update={"answers": None}) if promise is not None else None


def _promise(comparison: Comparison, identifier: str) -> Commitment | None:
    return next((one.ours for one in comparison.commitments if one.id == identifier), None)


def unfit(problems: tuple[Finding, ...], opened: Opened) -> tuple[Finding, ...]:
    """Return findings about a draft that nobody sees: with their file, without their lines."""
    first = Finding(
        "adapt-decision",
        "what was decided does not make a charter: nothing was written",
        "Mend what is said here first, or decide otherwise.",
    )
    root = opened.project.root
    return (first, *(replace(one, line=None, column=None).relative_to(root) for one in problems))


def resolved(opened: Opened, file: YamlFile) -> Found:
    """Return the charter that an adaptation makes as `file` has it, with everything else as it is."""
    document, problems = validate(Adaptation, file, file.data or {})
    if document is None:
        return None, problems
    shelf = with_document(opened.shelf, document, file)
    sources = Sources()
    sources.take_in(shelf)
    return resolve(document, shelf, sources)


def with_document(shelf: Shelf, document: Adaptation, file: YamlFile) -> Shelf:
    """Return a project in which an adaptation says something else."""
    documents, files = dict(shelf.documents), dict(shelf.files)
    documents[document.id], files[document.id] = document, file
    return replace(shelf, documents=documents, files=files)

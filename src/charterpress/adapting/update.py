"""Write the decisions about a new version of an adapted charter into the adaptation: all of them, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path

from charterpress.adapting.blocks import Blocks, blocks_of
from charterpress.adapting.decisions import MEANING, Asked, Choice, decide
from charterpress.adapting.draft import draft_of
from charterpress.adapting.opened import Opened
from charterpress.adapting.orders import mend_orders
from charterpress.adapting.rewriting import Rewriting
from charterpress.adapting.trial import checked, resolved, unfit, with_document
from charterpress.content.adaptation.copies import copy_path
from charterpress.content.adaptation.keep import kept_copy
from charterpress.content.adaptation.resolve import Adapted
from charterpress.content.adaptation.work import key_of
from charterpress.content.model import Adaptation
from charterpress.content.model.adaptation import Add, Remove
from charterpress.content.shelf import Shelf
from charterpress.content.writing import write_files
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding


@dataclass(frozen=True)
class Update:
    """Hold what an update writes and deletes, by whole paths, and says about it; nothing is done yet.

    `left` has a finding for everything that nobody has decided.
    """

    files: Mapping[Path, bytes] = field(default_factory=dict)
    gone: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    left: tuple[Finding, ...] = ()

    def write(self) -> None:
        """Write every file, or none of them."""
        write_files(self.files, self.gone)

    def diff(self, root: Path) -> str:
        """Return what the update changes in files that are there, as a unified diff."""
        lines: list[str] = []
        for path, content in self.files.items():
            if path.exists():
                name = path.relative_to(root).as_posix()
                old, new = (raw.decode("utf-8").splitlines() for raw in (path.read_bytes(), content))
                lines += unified_diff(old, new, name, name, lineterm="")
        return "\n".join(lines)


Planned = tuple[Update | None, tuple[Finding, ...]]


def plan_update(opened: Opened, adapted: Adapted, asked: Asked) -> Planned:
    """Return what an update would write, or why it cannot be written.

    What is decided is written even where something else is not: the adaptation then stays at its version.
    """
    decided, findings = decide(adapted.comparison, asked, adapted.adaptation_file)
    draft, problems = draft_of(adapted.adaptation_file)
    if decided is None or draft is None:
        return None, findings or problems
    work = Rewriting(adapted, draft, decided)
    if not work.moves and not decided.choices:
        return Update(left=tuple(_undecided(adapted))), ()
    problems = _rewrite(opened, work)
    new, problems = (None, problems) if problems else checked(opened, work)
    if new is None:
        return None, problems
    return _gathered(opened, work, new)


def _rewrite(opened: Opened, work: Rewriting) -> tuple[Finding, ...]:
    """Make the edits, those of orders last, and return why the text did not follow."""
    work.rewrite()
    draft = work.draft
    if not draft.at_odds and (problems := _mend(opened, work)):
        return problems
    if not draft.at_odds:
        return ()
    message = f"this file is written in a form that the command cannot change: it had to write {draft.at_odds}"
    hint = "Nothing was written. Make the change by hand, or put each key of the change on a line of its own."
    return (work.adapted.adaptation_file.finding("adapt-layout", message, hint, ("changes",)),)


def _gathered(opened: Opened, work: Rewriting, new: Adapted) -> Planned:
    """Return all that is to be written: the adaptation, and the copy of the new version when it moves there."""
    files: dict[Path, bytes] = {}
    gone: tuple[Path, ...] = ()
    if work.moves:
        shelf = with_document(opened.shelf, new.adaptation, work.draft.file)
        copy, findings = kept_copy(new.adaptation, shelf)
        if copy is None:
            return None, findings
        files = {} if copy[0].exists() else {copy[0]: copy[1]}
        gone = tuple(_idle_copy(opened.shelf, work.adapted.adaptation))
    content = work.draft.text.encode()
    files |= {work.draft.path: content} if content != work.draft.path.read_bytes() else {}
    return Update(files, gone, tuple(work.notes), tuple(_undecided(new))), ()


def _undecided(adapted: Adapted) -> Iterator[Finding]:
    """Yield what nobody has decided; a decision may have made another one necessary."""
    version, file = adapted.comparison.version, adapted.adaptation_file
    for conflict in adapted.comparison.conflicts:
        if conflict.reason is not None and conflict.change is not None:
            keep, take = MEANING[conflict.reason]
            message = f"'{conflict.id}' needs a decision on version {version}: {conflict.reason.value}"
            hint = f"--keep {conflict.id}: {keep}. --take {conflict.id}: {take}. Or change it in the file."
            key = key_of(adapted.adaptation.changes[conflict.change])
            yield file.finding("adapt-undecided", message, hint, ("changes", conflict.change, key))


def _mend(opened: Opened, work: Rewriting) -> tuple[Finding, ...]:
    """Bring the orders up to date with what the rewritten changes make."""
    draft = work.draft
    changes = draft.data.get("changes", [])
    if not any("reorder" in change for change in changes):
        return ()
    bare = {**draft.data, "changes": [change for change in changes if "reorder" not in change]}
    found, problems = resolved(opened, YamlFile(draft.path, bare, {}))
    if found is None:
        return unfit(problems, opened)
    work.notes += mend_orders(draft, blocks_of(found.charter), _waiting(work))
    return ()


def _waiting(work: Rewriting) -> Blocks:
    """Return what orders that nobody has decided about must name: what was there when they were written."""
    changes = work.adapted.adaptation.changes
    removed = {each.remove for each in changes if isinstance(each, Remove)}
    base = blocks_of(work.adapted.charter.adaptation.original)
    orders = {one.id for one in work.adapted.comparison.orders if one.id in work.decided.left}
    waiting: dict[str, tuple[str, ...]] = {}
    for target in orders:
        own = [each.id for each in changes if isinstance(each, Add) and each.to == target]
        taken = {one for one, choice in work.decided.choices.items() if choice is Choice.TAKE and one in own}
        back = {one for one in removed if work.decided.choices.get(one) is Choice.TAKE}
        there = (*base.get(target, ()), *own)
        waiting[target] = tuple(one for one in there if one not in taken and one not in removed - back)
    return waiting


def _idle_copy(shelf: Shelf, adaptation: Adaptation) -> Iterator[Path]:
    """Yield the copy of the old version, where no other adaptation asks for it; a broken file might."""
    path = copy_path(shelf.root, adaptation.source_id, adaptation.source_version)
    others = [one for one in shelf.documents.values() if isinstance(one, Adaptation) and one.id != adaptation.id]
    if path.exists() and not shelf.broken and all(one.adapts != adaptation.adapts for one in others):
        yield path

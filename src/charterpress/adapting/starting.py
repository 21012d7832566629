"""Start an adaptation: find the charter that is shared, keep a copy of it, write a commented file that builds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from charterpress.adapting.blocks import every_block
from charterpress.content.adaptation.copies import copy_of, copy_path
from charterpress.content.adaptation.permission import licence_of, publisher_of
from charterpress.content.adaptation.resolve import source_of
from charterpress.content.adaptation.sources import Sources
from charterpress.content.adaptation.versions import FORM, can_be_named
from charterpress.content.licences import Terms, terms_of
from charterpress.content.model import Adaptation, Charter
from charterpress.content.model.charter import NamedPlace
from charterpress.content.scalars import scalar
from charterpress.content.shelf import read_shelf
from charterpress.content.yamlfile import Value, YamlFile
from charterpress.findings import Finding, shortened


@dataclass(frozen=True)
class Shared:
    """Hold a charter that can be adapted, its named places open, where it is, and the copy of it that is kept.

    Without `folder` and `package` it is a charter of the project itself. `copy` is not written yet.
    """

    charter: Charter
    version: str
    copy: tuple[Path, bytes]
    folder: str | None = None
    package: str | None = None

    @property
    def names(self) -> tuple[NamedPlace, ...]:
        """Return the named places that an adaptation fills; those without a default it must fill."""
        return self.charter.names


@dataclass(frozen=True)
class Local:
    """Hold what an adaptation says of itself; `names` has the words for named places, by their ids.

    Without a `publisher` pages would name that of the adapted charter as the publisher of what is made of it.
    """

    id: str
    title: str
    summary: str
    agreed_by: str = ""
    publisher: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


def find_shared(
    root: Path, docs: Path, source: str, *, folder: str | None = None, package: str | None = None
) -> tuple[Shared | None, tuple[Finding, ...]]:
    """Return the charter with an id in a folder (from `root`), in an installed package or in the project itself.

    What is wrong becomes findings without a place: there is no file yet that they could be about.
    """
    data: dict[str, Value] = {"kind": "adaptation", "id": "a-new-adaptation", "adapts": f"{source}@1"}
    stub = Adaptation.model_construct(
        None,
        kind="adaptation",
        id="a-new-adaptation",
        title="",
        summary="",
        adapts=f"{source}@1",
        folder=folder,
        package=package,
    )
    shelf = read_shelf(root, docs)
    file = YamlFile(docs / "charters" / "a-new-adaptation.yml", data, {})
    shelf = replace(shelf, files={**shelf.files, stub.id: file})
    found, findings = source_of(stub, shelf, Sources())
    if found is None:
        return None, tuple(_without_stub(finding, file.path) for finding in findings)
    charter, held = found
    if charter.version is not None and not can_be_named(charter.version):
        message = f"the version of '{charter.id}' cannot be named in an adaptation: '{shortened(charter.version)}'"
        return None, (Finding("source-version", message, FORM),)
    if charter.version is None:
        message = f"'{charter.id}' has no version, so it cannot be adapted"
        return None, (Finding("source-version", message, "Give it a 'version:', or ask its publisher to."),)
    copy = (copy_path(root, charter.id, charter.version), copy_of(held))
    return Shared(charter, charter.version, copy, folder, package), ()


def adaptation_text(shared: Shared, local: Local) -> str:
    """Return the text of a new adaptation, with examples of changes that only wait for their '#' to be taken away."""
    return "\n".join(_lines(shared, local)) + "\n"


def may_not_be_changed(charter: Charter) -> bool:
    """Tell whether a charter may be changed only by those whom its publisher has let do so."""
    return terms_of(licence_of(charter)) not in {Terms.OPEN, Terms.ALIKE, Terms.UNKNOWN}


def _without_stub(finding: Finding, path: Path) -> Finding:
    return replace(finding, file=None, line=None, column=None) if finding.file == path else finding


def _lines(shared: Shared, local: Local) -> Iterator[str]:
    charter = shared.charter
    yield f"# {local.title}: made out of '{charter.id}'. What you do not change follows that charter by itself."
    yield "# Families see each of your changes, with its reason."
    yield from ("", "kind: adaptation", f"id: {local.id}")
    yield from (f"title: {scalar(local.title)}", f"summary: {scalar(local.summary)}", 'version: "0.1"')
    yield "# approved: 2026-11-22       # the day on which it was agreed"
    yield from ["", "publisher:", f"  name: {scalar(local.publisher)}"] if local.publisher else []
    yield from ("", "# The charter that is adapted, and the version that your changes are made for.")
    yield f"adapts: {charter.id}@{shared.version}"
    yield from [f"from: {scalar(shared.folder)}   # the folder that it is in"] if shared.folder else []
    yield from [f"package: {scalar(shared.package)}   # the installed package that it is in"] if shared.package else []
    yield from _terms(charter)
    yield from _names(shared, local)
    yield ""
    yield f"agreed_by: {scalar(local.agreed_by)}   # who agreed the changes" if local.agreed_by else "# agreed_by: Who?"
    yield "# agreed: 2026-11-22"
    yield from ("", "# Your changes. To make some, take '[]' away, and the '#' of what you need.", "changes: []")
    yield from _examples(charter)


def _terms(charter: Charter) -> Iterator[str]:
    licence, publisher = licence_of(charter), publisher_of(charter)
    terms = terms_of(licence)
    said = f"Its licence: {' '.join(licence.split())}" if licence else "It says nothing about its licence"
    if terms in {Terms.OPEN, Terms.ALIKE}:
        yield f"# {said}. It lets you change the text; say who wrote it. Pages do that for you."
        return
    yield f"# {said}. Before you publish, ask {publisher.name if publisher else 'its publisher'} and write down:"
    yield from ("# permission:", "#   given_by: Who said yes", "#   on: 2026-11-22", "#   scope: What you may do.")


def _names(shared: Shared, local: Local) -> Iterator[str]:
    if not shared.names:
        return
    yield from ("", "# What fills the named places of the text.", "names:")
    for place in shared.names:
        given = local.names.get(place.id, place.default)
        yield f"  # {' '.join(place.meaning.split())}"
        # A name that must be filled, and is not known yet, says in the text what is missing.
        yield f"  {place.id}: {scalar(given or 'your ' + place.id.replace('-', ' '))}"


def _examples(charter: Charter) -> Iterator[str]:
    """Yield an example of each kind of change, with ids that the charter has."""
    blocks, promises = every_block(charter), charter.commitments()
    if not blocks or not promises:
        return
    block, first, last = blocks[0], promises[0], promises[-1]
    yield f"#  - replace: {first.id}"
    yield f"#    text: {scalar(' '.join(first.text.split()))}"
    yield "#    because: Why, in words for families."
    yield "#  - add: a-promise-of-our-own"
    yield from (f"#    to: {block.id}", f"#    after: {block.commitments[-1].id}")
    yield from ("#    text: What you promise as well.", "#    because: Why, in words for families.")
    yield from (f"#  - remove: {last.id}", "#    because: Why, in words for families.")
    order = ", ".join(one.id for one in reversed(block.commitments))
    yield from (f"#  - reorder: {block.id}", f"#    order: [{order}]", "#    because: Why, in words for families.")

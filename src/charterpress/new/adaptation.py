"""Start an adaptation: a local charter that is made out of another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from charterpress.content.library import document_paths
from charterpress.content.yamlfile import Value, load_yaml
from charterpress.findings import CharterpressError, Finding
from charterpress.new.documents import Place, Started, put
from charterpress.new.questions import Question, is_id
from charterpress.new.writing import fill

FOLDER = "charters"
"""The folder below docs/ in which adaptations stand, beside charters."""

SOURCE = (
    Question("adapts", "Which charter do you adapt? Its id, and its version where you know it: together@1.0"),
    Question("from", "In which folder is it, from here? (Enter if it is in this project, or in a package)", ""),
    Question("package", "In which installed package is it? (Enter for none)", ""),
)
"""What must be known to find the charter that is adapted."""


@dataclass(frozen=True)
class Named:
    """Hold a named place of a shared charter: what stands for it where nobody says anything, or None."""

    id: str
    meaning: str
    default: str | None


@dataclass(frozen=True)
class Shared:
    """Hold what a new adaptation must know of the charter that it adapts.

    What cannot be read here, because it is in a package, is left open.
    """

    id: str
    version: str
    names: tuple[Named, ...] = ()
    commitment: str = "the-id-of-a-promise"
    block: str = "the-id-of-a-block"


def find_shared(place: Place, answers: Mapping[str, str]) -> Shared:
    """Return the charter that is adapted, as far as it can be read; one without a version stops the run."""
    wanted, _, version = answers["adapts"].partition("@")
    docs = place.project.root / answers["from"] / "docs" if answers["from"] else place.project.docs
    data = None if answers["package"] else next(_charters(docs, wanted), None)
    if data is None and not answers["package"]:
        message = f"There is no charter '{wanted}' in '{answers['from'] or place.project.docs.name}'. Look at --from."
        raise CharterpressError(message)
    version = version or _text(data, "version")
    if not version:
        message = f"Which version of '{wanted}' do you adapt? Write it behind the id: --adapts {wanted}@1.0"
        raise CharterpressError(message)
    blocks = [part for part in _parts(data) if isinstance(part.get("commitments"), list)]
    first = next((one for block in blocks for one in _parts(block["commitments"])), {})
    return Shared(
        wanted,
        version,
        tuple(_names(data)),
        _text(first, "id") or Shared.commitment,
        _text(next(iter(blocks), {}), "id") or Shared.block,
    )


def questions_about(place: Place, shared: Shared) -> tuple[Question, ...]:
    """Return what must be known beside the source: names first for what the shared charter leaves open."""
    return (
        Question("title", "What is your charter called?"),
        Question(
            "summary", "What is it about, in a sentence?", "What families and services can expect from each other."
        ),
        Question("agreed-by", "Who agrees the changes?", place.project.settings.organisation or None),
        Question("id", "Which id, its permanent address? (Enter for one made from the title)", "", is_id),
        *(
            Question(asked(name), f"Which words stand for {{{name.id}}}? {name.meaning}", name.default)
            for name in shared.names
        ),
    )


def asked(name: Named) -> str:
    """Return what the question about a name is called: how its answer is given as an option."""
    return f"name {name.id}=WORDS"


def given_names(shared: Shared, pairs: Sequence[str]) -> dict[str, str]:
    """Return the answers that are in pairs such as 'area=Northshire'; one that fits no name stops the run."""
    known = {name.id: asked(name) for name in shared.names}
    found: dict[str, str] = {}
    for pair in pairs:
        key, sign, words = pair.partition("=")
        if not sign or (known and key not in known):
            message = f"--name {pair}: write a name of the charter, '=' and words. Names: {', '.join(known)}."
            raise CharterpressError(message)
        found[known.get(key, key)] = words
    return found


def start_adaptation(
    place: Place, shared: Shared, source: Mapping[str, str], answers: Mapping[str, str]
) -> tuple[Started | None, tuple[Finding, ...]]:
    """Write a new adaptation, or say what is wrong with the answers; nothing is ever overwritten."""
    identifier = place.new_id(answers["title"], "charter", answers["id"])
    names = [{"id": name.id, "meaning": name.meaning, "words": answers[asked(name)]} for name in shared.names]
    name = place.project.docs.relative_to(place.project.root) / FOLDER / f"{identifier}.yml"
    known = {
        "id": identifier,
        "title": answers["title"],
        "summary": answers["summary"],
        "adapts": f"{shared.id}@{shared.version}",
        "folder": source["from"],
        "package": source["package"],
        "agreed_by": answers["agreed-by"],
        "names": names,
        "example": shared.commitment,
        "block": shared.block,
    }
    return put(place, {name: fill("adaptation.yml", known)}, name)


def _charters(docs: Path, identifier: str) -> Iterator[Mapping[str, Value]]:
    """Yield the documents below a folder that have an id, as they are written."""
    for path in document_paths(docs) if docs.is_dir() else ():
        data = load_yaml(path).data
        if isinstance(data, dict) and data.get("id") == identifier:
            yield data


def _names(data: Value | Mapping[str, Value] | None) -> Iterator[Named]:
    listed = data.get("names") if isinstance(data, Mapping) else None
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, dict) and (identifier := _text(entry, "id")):
            yield Named(identifier, _text(entry, "meaning"), _text(entry, "default") or None)


def _parts(value: Value | Mapping[str, Value] | None) -> Iterator[Mapping[str, Value]]:
    """Yield every mapping at or below a value, in the order of the file."""
    if isinstance(value, Mapping):
        yield value
        for inner in value.values():
            yield from _parts(inner)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for inner in value:
            yield from _parts(inner)


def _text(data: Value | Mapping[str, Value] | None, key: str) -> str:
    found = data.get(key) if isinstance(data, Mapping) else None
    return found if isinstance(found, str) else ""

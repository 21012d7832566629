"""Start an adaptation: a local charter that is made out of another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from charterpress.adapting.starting import Local, Shared, adaptation_text, find_shared, may_not_be_changed
from charterpress.content.model.charter import NamedPlace
from charterpress.editing.schemaline import schema_from, with_schema_line
from charterpress.findings import CharterpressError, Finding
from charterpress.new.documents import Place, Started, put
from charterpress.new.questions import Question, is_id

FOLDER = "charters"
"""The folder below docs/ in which adaptations stand, beside charters."""

SOURCE = (
    Question("adapts", "Which charter do you adapt? Its id"),
    Question("from", "In which folder is it, from here? (Enter if it is in this project, or in a package)", ""),
    Question("package", "In which installed package is it? (Enter for none)", ""),
)
"""What must be known to find the charter that is adapted."""


def find_source(place: Place, answers: Mapping[str, str]) -> tuple[Shared | None, tuple[Finding, ...]]:
    """Return the charter that is adapted; one at another version than the answers ask for stops the run."""
    wanted, _, version = answers["adapts"].partition("@")
    if answers["from"] and answers["package"]:
        message = "The adapted charter comes from one place. Write --from or --package, not both."
        raise CharterpressError(message)
    where = {"folder": answers["from"] or None, "package": answers["package"] or None}
    shared, findings = find_shared(place.project.root, place.project.docs, wanted, **where)
    if shared is not None and version not in {"", shared.version}:
        message = f"'{wanted}' is at version {shared.version}, not {version}. Write --adapts {wanted}@{shared.version}"
        raise CharterpressError(message)
    return shared, tuple(finding.relative_to(place.project.root) for finding in findings)


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
            Question(_asked(name), f"Which words stand for {{{name.id}}}? {name.meaning}", name.default)
            for name in shared.names
        ),
    )


def _asked(name: NamedPlace) -> str:
    """Return what the question about a name is called: how its answer is given as an option."""
    return f"name {name.id}=WORDS"


def given_names(shared: Shared, pairs: Sequence[str]) -> dict[str, str]:
    """Return the answers that are in pairs such as 'area=Northshire'; one that fits no name stops the run."""
    known = {name.id: _asked(name) for name in shared.names}
    found: dict[str, str] = {}
    for pair in pairs:
        key, sign, words = pair.partition("=")
        if not sign or key not in known:
            message = f"--name {pair}: write a name of the charter, '=' and words. Names: {', '.join(known) or 'none'}."
            raise CharterpressError(message)
        found[known[key]] = words
    return found


def start_adaptation(
    place: Place, shared: Shared, answers: Mapping[str, str]
) -> tuple[Started | None, tuple[Finding, ...]]:
    """Write a new adaptation and the copy of its source, or say what is wrong with the answers."""
    identifier = place.new_id(answers["title"], "charter", answers["id"])
    names = {name.id: answers[_asked(name)] for name in shared.names}
    publisher = place.project.settings.organisation
    local = Local(identifier, answers["title"], answers["summary"], answers["agreed-by"], publisher, names)
    root = place.project.root
    name = place.project.docs.relative_to(root) / FOLDER / f"{identifier}.yml"
    text = with_schema_line(adaptation_text(shared, local), schema_from(root / name, root))
    path, copy = shared.copy
    # Another adaptation may have kept the same copy.
    kept = {} if path.is_file() and path.read_bytes() == copy else {path.relative_to(root): copy}
    started, findings = put(place, {name: text.encode()}, name, kept)
    if started is not None and may_not_be_changed(shared.charter):
        asked = f"  Ask for permission first: {name.as_posix()} says whom. Until you write it down no build passes."
        started = replace(started, then=(asked, *started.then))
    return started, findings

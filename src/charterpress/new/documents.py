"""Start a document of a project: a charter, guidance or a guide that builds at once and says what to change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from charterpress.content.adaptation.permission import ASKED
from charterpress.content.addressbook import load_book
from charterpress.content.library import FOLDERS, Library, load_library
from charterpress.content.model import KINDS
from charterpress.content.model.base import Audience
from charterpress.content.model.guidance import Force
from charterpress.content.naming import id_from
from charterpress.content.project import load_project
from charterpress.content.references import ALL_DOCUMENTS, OTHER_CATALOGUES, RESERVED, check_document
from charterpress.content.settings import Project
from charterpress.content.validate import validate
from charterpress.content.yamlfile import parse_yaml
from charterpress.editing.schema import render_editor_schema
from charterpress.editing.schemaline import PLACE
from charterpress.findings import CharterpressError, Finding, Level, in_order, named_from
from charterpress.new.placing import place_files
from charterpress.new.questions import Question, is_id, is_short, one_of
from charterpress.new.writing import fill

Answers = Mapping[str, str]
FOLDER_OF = {kind: folder for folder, kind in FOLDERS.items()}
_FIRST_THEME = "Working together"


@dataclass(frozen=True)
class Started:
    """Hold the files that were written, and what comes next, a line each."""

    written: tuple[Path, ...]
    then: tuple[str, ...]

    def __str__(self) -> str:
        """Say in English what was done, and what comes next."""
        return "\n".join([*(f"wrote {path.as_posix()}" for path in self.written), "Next:", *self.then])


@dataclass(frozen=True)
class Place:
    """Hold a project that something new is put into, with the documents that are there."""

    project: Project
    library: Library

    def new_id(self, words: str, kind: str, wanted: str = "") -> str:
        """Return the id of a new document: the one that is wanted if it is free, or else one made from words."""
        taken = {*self.library.documents, *OTHER_CATALOGUES, ALL_DOCUMENTS, "accessibility", *self._published(kind)}
        if not wanted:
            return id_from(words.removeprefix(RESERVED), taken, fallback=kind)
        if wanted in taken or wanted.startswith(RESERVED):
            message = f"The id '{wanted}' is taken, or was once. Give another one with --id."
            raise CharterpressError(message)
        return wanted

    def _published(self, kind: str) -> Iterable[str]:
        """Yield the ids of all documents of a kind that the site ever had."""
        pages = load_book(self.project.root).pages()
        return (page.partition("/")[2] for page in pages if page.startswith(f"{FOLDER_OF[kind]}/"))

    @property
    def themes(self) -> tuple[str, ...]:
        """Return the ids of the themes, in the order of lists."""
        return tuple(theme.id for theme in self.library.themes)


def open_place(root: Path) -> tuple[Place | None, tuple[Finding, ...]]:
    """Open a project to put something new into; with an error in it nothing can be put there."""
    project, findings = load_project(root)
    if project is None:
        return None, named_from(root.resolve(), findings)
    library = load_library(project.docs, project.root)
    found = (finding for finding in library.findings if finding.level is Level.ERROR and finding.rule not in ASKED)
    errors = named_from(project.root, found)
    return (None, errors) if errors else (Place(project, library), ())


def charter_questions(place: Place) -> tuple[Question, ...]:
    """Return what must be known to start a charter."""
    known = f" There are: {', '.join(place.themes)}." if place.themes else ""
    return (
        Question("title", "What is the charter called?"),
        Question(
            "summary", "What is it about, in a sentence?", "What families and services can expect from each other."
        ),
        Question("by", "Who makes the first promises?", "Services"),
        Question("to", "Whom do they make them to?", "Families"),
        Question(
            "theme",
            f"What are the first promises about? Name a theme, or write words for a new one.{known}",
            place.themes[0] if place.themes else _FIRST_THEME,
        ),
        Question("short", "Which short address shall it have, to print and to type? (Enter for none)", "", is_short),
        Question("id", "Which id, its permanent address? (Enter for one made from the title)", "", is_id),
    )


def guidance_questions(place: Place) -> tuple[Question, ...]:
    """Return what must be known to start guidance."""
    return (
        Question("title", "What is the guidance called?"),
        Question("summary", "What is it about, in a sentence?", "What staff must and should do for families."),
        Question("issuer", "Who issued it?", place.project.settings.organisation or None),
        Question(
            "force",
            f"How binding is it? ({', '.join(Force)})",
            Force.LOCAL_PROCEDURE.value,
            one_of([force.value for force in Force]),
        ),
        Question(
            "audience",
            f"Who reads it? ({', '.join(Audience)})",
            Audience.PRACTITIONERS.value,
            one_of([audience.value for audience in Audience]),
        ),
        Question("id", "Which id, its permanent address? (Enter for one made from the title)", "", is_id),
    )


def guide_questions(_place: Place) -> tuple[Question, ...]:
    """Return what must be known to start a guide for families."""
    return (
        Question("title", "Which question does the guide answer?"),
        Question("answer", "What is the short answer, in a sentence or two?"),
        Question("summary", "What is it about, in a sentence?", "A short answer, and what you can do next."),
        Question("id", "Which id, its permanent address? (Enter for one made from the question)", "", is_id),
    )


QUESTIONS: Mapping[str, Callable[[Place], Sequence[Question]]] = {
    "charter": charter_questions,
    "guidance": guidance_questions,
    "guide": guide_questions,
}
"""What must be known to start a document, by its kind."""


def start_document(place: Place, kind: str, answers: Answers) -> tuple[Started | None, tuple[Finding, ...]]:
    """Write a new document of a kind, or say what is wrong with the answers; nothing is ever overwritten."""
    identifier = place.new_id(answers["title"], kind, answers["id"])
    known = {**answers, "id": identifier}
    files: dict[Path, bytes] = {}
    if kind == "charter":
        theme, more = _theme(place, answers["theme"], identifier)
        to = id_from(answers["to"], fallback="readers")
        by = id_from(answers["by"], {to}, fallback="promisers")
        known |= {"theme": theme, "to_id": to, "by_id": by}
        files |= more
    name = _docs(place) / FOLDER_OF[kind] / f"{identifier}.yml"
    files = {name: fill(f"{kind}.yml", known), **files}
    return put(place, files, name)


def _theme(place: Place, words: str, charter: str) -> tuple[str, dict[Path, bytes]]:
    """Return the id of a theme, and the file of one that is not there yet."""
    known = {theme.title.casefold(): theme.id for theme in place.library.themes}
    identifier = known.get(words.casefold(), words)
    if identifier in place.themes:
        return identifier, {}
    made = place.new_id(words, "theme")
    made = made if made != charter else place.new_id(f"{words} theme", "theme")
    title = words[:1].upper() + words[1:]
    return made, {_docs(place) / "themes" / f"{made}.yml": fill("theme.yml", {"id": made, "title": title})}


def put(
    place: Place, files: Mapping[Path, bytes], first: Path, beside: Mapping[Path, bytes] | None = None
) -> tuple[Started | None, tuple[Finding, ...]]:
    """Write new documents after checking them, with the schema that they name if there is none; the first leads.

    What stands `beside` them is written as it is.
    """
    problems = [finding for name, content in files.items() for finding in _problems(name, content)]
    if problems:
        return None, in_order(problems)
    root = place.project.root
    schema = {} if (root / PLACE).exists() else {PLACE: render_editor_schema().encode()}
    written = place_files(root, {**files, **(beside or {}), **schema})
    then = (
        f"  Open {first.as_posix()} and write your own words in place of the examples.",
        "  charterpress serve   shows the page while you write.",
        "  charterpress check   says what is wrong, where, and what to do.",
    )
    return Started(written, then), ()


def _problems(name: Path, content: bytes) -> tuple[Finding, ...]:
    """Return what is wrong with the text of a new document: the answers may hold anything."""
    file = parse_yaml(content.decode(), name)
    if file.findings or not isinstance(file.data, dict):
        return file.findings
    model = KINDS.get(str(file.data["kind"]))
    if model is None:
        return ()
    document, findings = validate(model, file, file.data)
    inside = check_document(document, file) if document is not None else ()
    return tuple(finding for finding in (*findings, *inside) if finding.level is Level.ERROR)


def _docs(place: Place) -> Path:
    return place.project.docs.relative_to(place.project.root)

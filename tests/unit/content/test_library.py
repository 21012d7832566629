"""Test loading all documents of a project: every problem in one run, and no good document lost."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import document_paths, load_library
from charterpress.content.model import Charter, Theme
from charterpress.findings import CharterpressError, Finding

Problems = Callable[[], list[tuple[str, str, int | None]]]
Edit = Callable[[str, str, str], int]

THEME = "kind: theme\nid: {id}\ntitle: {title}\nsummary: We are kind.\norder: {order}\n"


@pytest.fixture
def themes(sample: Path) -> Path:
    """Return the folder of the sample's themes."""
    return sample / "docs" / "themes"


def write_theme(themes: Path, name: str, title: str = "Kindness", order: str = "100") -> Path:
    """Write one more theme."""
    path = themes / f"{name}.yml"
    path.write_text(THEME.format(id=name, title=title, order=order), encoding="utf-8")
    return path


def test_the_sample(sample: Path) -> None:
    """A library holds every document by its id, each with its file, and nothing is wrong but a warning."""
    library = load_library(sample / "docs")
    assert sorted(library.documents) == ["family", "involved", "listening", "rules"]
    assert library.files["family"].path == sample / "docs" / "charters" / "family.yml"
    assert [finding for finding in library.findings if finding.level == "error"] == []
    assert [charter.id for charter in library.charters] == ["family"]
    assert [guidance.id for guidance in library.guidance] == ["rules"]
    assert [guide.id for guide in library.guides] == ["involved"]
    assert [theme.id for theme in library.themes] == ["listening"]


def test_the_order_of_lists(sample: Path, themes: Path) -> None:
    """In lists a small `order` comes first, and the title decides between equals."""
    for name, title, order in (("a", "Zeal", "100"), ("b", "Care", "100"), ("c", "Trust", "1")):
        write_theme(themes, name, title, order)
    assert [theme.title for theme in load_library(sample / "docs").of(Theme)] == ["Trust", "Care", "Listening", "Zeal"]


def test_no_documents(tmp_path: Path) -> None:
    """A project may have no documents yet."""
    library = load_library(tmp_path)
    assert (library.documents, library.findings, library.of(Charter)) == ({}, (), ())


def test_no_folder(tmp_path: Path) -> None:
    """Without a folder of documents there is nothing to work on, and the message says what to do."""
    with pytest.raises(CharterpressError, match=r"no folder 'docs' here. .*--project"):
        load_library(tmp_path / "docs")


def test_which_files_are_read(themes: Path) -> None:
    """Both suffixes count, in capitals too; hidden endings and other files do not."""
    for name in ("a.yml", "b.yaml", "c.YML", "d.yml.bak", "e.md", "f.json"):
        (themes / name).touch()
    names = [path.name for path in document_paths(themes)]
    assert names == ["a.yml", "b.yaml", "c.YML", "listening.yml"]


def write_bad_files(themes: Path) -> None:
    """Write one file of every sort that cannot be read or understood."""
    good = THEME.format(id="good", title="Good", order="1")
    for name, content in {
        "broken": b"kind: theme\nid: [\n",
        "empty": b"",
        "latin-1": good.replace("kind.", "kind\xe9.").encode("latin-1"),
        "mark": b"\xef\xbb\xbf" + good.encode(),
        "utf-16": good.encode("utf-16"),
        "tab": b"kind: theme\nid:\n\ttab\n",
        "control": b"kind: theme\nid: a\x07b\n",
        "several": good.encode() + b"---\nkind: theme\n",
        "deep": b"[" * 5000,
        "bomb": b"a: &a [b]\nc: [*a, *a]\n",
        "tagged": b"kind: theme\nid: !!python/name:os.system a\n",
        "twice": good.encode() + b"id: twice\n",
        "words": b"Dear all\n",
        "list": b"- kind: theme\n",
    }.items():
        (themes / f"{name}.yml").write_bytes(content)
    (themes / "large.yml").touch()
    os.truncate(themes / "large.yml", 50_000_000)
    (themes / "folder.yml").mkdir()
    (themes / "gone.yml").symlink_to("nowhere.yml")
    (themes / "circle.yml").symlink_to("circle.yml")


def test_every_bad_file_in_one_run(sample: Path, themes: Path) -> None:
    """Each bad file gets a finding with its file, its line and what to do, and the good documents are read."""
    before = load_library(sample / "docs")
    write_bad_files(themes)
    library = load_library(sample / "docs")
    bad = [finding for finding in library.findings if finding not in before.findings]
    found: dict[str, list[tuple[str, int | None]]] = {}
    for finding in bad:
        assert finding.file is not None
        assert finding.message
        assert finding.hint
        found.setdefault(finding.file.stem, []).append((finding.rule, finding.line))
    assert {name: rules[0] for name, rules in found.items()} == {
        "broken": ("yaml-syntax", 2),
        "bomb": ("yaml-alias", 1),
        "circle": ("file-unreadable", 1),
        "control": ("yaml-character", 2),
        "deep": ("yaml-depth", 1),
        "empty": ("empty-file", 1),
        "folder": ("file-unreadable", 1),
        "gone": ("file-unreadable", 1),
        "large": ("file-too-large", 1),
        "latin-1": ("not-utf-8", 4),
        "list": ("wrong-type", 1),
        "mark": ("byte-order-mark", 1),
        "several": ("yaml-documents", 6),
        "tab": ("yaml-syntax", 3),
        "tagged": ("yaml-tag", 2),
        "twice": ("duplicate-key", 6),
        "utf-16": ("not-utf-8", 1),
        "words": ("wrong-type", 1),
    }
    assert sorted(library.documents) == sorted(before.documents)


def test_a_bad_file_is_judged_further(sample: Path, edit: Edit, problems: Problems) -> None:
    """A duplicate key does not hide what else is wrong with the same document."""
    before = problems()
    edit("docs/themes/listening.yml", "meaning: [To listen is to take time.]", "meaning: [A <b>sign</b>]\nid: other\n")
    assert "listening" not in load_library(sample / "docs").documents
    new = [problem for problem in problems() if problem not in before]
    assert ("duplicate-key", "themes/listening.yml", 6) in new
    assert ("raw-html", "themes/listening.yml", 5) in new


def test_references_to_a_broken_document(edit: Edit, problems: Problems) -> None:
    """When a theme's file is broken, the charters that name it are not blamed."""
    before = problems()
    edit("docs/themes/listening.yml", "summary: We hear each other.", "summery: We hear each other.")
    new = [problem for problem in problems() if problem not in before]
    assert new == [("missing-key", "themes/listening.yml", 1), ("unknown-key", "themes/listening.yml", 4)]


def test_an_id_used_by_two_documents(themes: Path, only: Callable[[str], Finding], sample: Path) -> None:
    """Of two documents with one id the second is reported, and the message names the first."""
    path = write_theme(themes, "zeal")
    path.write_text(path.read_text(encoding="utf-8").replace("id: zeal", "id: family"), encoding="utf-8")
    finding = only("duplicate-id")
    assert (finding.file, finding.line) == (path, 2)
    assert "docs/charters/family.yml" in finding.message
    assert isinstance(load_library(sample / "docs").documents["family"], Charter)


def test_a_second_document_is_judged_too(themes: Path, problems: Problems) -> None:
    """What else is wrong with a document whose id is taken is told in the same run."""
    before = problems()
    path = write_theme(themes, "zeal")
    text = path.read_text(encoding="utf-8").replace("id: zeal", "id: listening").replace("We are kind.", "We <b>care.")
    path.write_text(text, encoding="utf-8")
    new = [problem for problem in problems() if problem not in before]
    assert new == [("duplicate-id", "themes/zeal.yml", 2), ("raw-html", "themes/zeal.yml", 4)]


@pytest.mark.parametrize("folder", ["", "letters", "themes/old", "charters/2026"])
def test_a_wrong_folder(sample: Path, folder: str, only: Callable[[str], Finding]) -> None:
    """YAML outside the four folders is reported, since nothing would read it."""
    target = sample / "docs" / folder
    target.mkdir(exist_ok=True)
    path = write_theme(target, "stray")
    finding = only("wrong-folder")
    assert (finding.file, finding.line) == (path, 1)
    assert "docs/charters" in finding.hint


@pytest.mark.parametrize("kind", ["theme", "Charter", "", "[charter]", "{charter: a}", "book"])
def test_a_wrong_kind(edit: Edit, kind: str, problems: Problems, only: Callable[[str], Finding]) -> None:
    """A document in the folder of another kind is reported where its kind stands."""
    edit("docs/charters/family.yml", "kind: charter\n", f"kind: {kind}\n")
    assert ("wrong-kind", "charters/family.yml", 1) in problems()
    assert "'kind: charter'" in only("wrong-kind").message


def test_no_kind(edit: Edit, problems: Problems) -> None:
    """A document that does not say its kind is reported."""
    edit("docs/charters/family.yml", "kind: charter\n", "")
    assert ("wrong-kind", "charters/family.yml", 1) in problems()

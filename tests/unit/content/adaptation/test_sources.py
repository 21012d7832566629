"""Test finding the project that has an adapted charter."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.adaptation.sources import package_root
from charterpress.content.library import Library


@pytest.fixture
def packaged(ours: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Install the shared charter as a package whose code must not run."""
    folder = tmp_path / "installed" / "northern_charters"
    shutil.copytree(ours.parents[2] / "shared", folder)
    (folder / "__init__.py").write_text("raise RuntimeError('this code was run')\n", encoding="utf-8")
    monkeypatch.syspath_prepend(folder.parent)
    return folder


@pytest.mark.parametrize("name", ["northern-charters", "northern_charters"])
def test_an_installed_package(name: str, ours: Path, packaged: Path, load: Callable[[], Library]) -> None:
    """A charter is found in an installed package, and no code of it runs."""
    text = ours.read_text(encoding="utf-8").replace("from: shared", f"package: {name}")
    ours.write_text(text, encoding="utf-8")
    shutil.rmtree(ours.parents[2] / "shared")
    library = load()
    assert [finding for finding in library.findings if finding.level == "error"] == []
    adapted = library.adaptations["ours"]
    assert adapted.charter.adaptation.where == name
    assert adapted.source_file.path == packaged / "docs" / "charters" / "family.yml"


def test_a_package_by_the_name_that_pip_knows(packaged: Path) -> None:
    """A package whose name is not that of its folder is found by what it has installed."""
    info = packaged.parent / "council_texts-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: council-texts\nVersion: 1.0\n", encoding="utf-8")
    (info / "RECORD").write_text("northern_charters/docs/charters/family.yml,,\n", encoding="utf-8")
    assert package_root("council-texts") == packaged


@pytest.mark.parametrize("name", ["no-such-charters", "../shared", "json", "", "a.b"])
def test_no_package(name: str) -> None:
    """What is not installed, has no charters, or is no name of a package, is not found."""
    assert package_root(name) is None


def test_a_folder_beside_the_project(ours: Path, load: Callable[[], Library]) -> None:
    """A folder outside of the project is named from that of mkdocs.yml, and so are its files in findings."""
    root = ours.parents[2]
    shutil.move(root / "shared", root.parent / "elsewhere")
    ours.write_text(ours.read_text(encoding="utf-8").replace("from: shared", "from: ../elsewhere"), encoding="utf-8")
    library = load()
    assert [finding for finding in library.findings if finding.level == "error"] == []
    path, _ = library.files["ours"].locate(("parties",))
    assert path.relative_to(root).as_posix() == "../elsewhere/docs/charters/family.yml"


def test_what_a_preview_watches(ours: Path, load: Callable[[], Library]) -> None:
    """The folders that an adapted charter and its translations come from are known, without our own."""
    shared = ours.parents[2] / "shared"
    assert load().adapted_from == (shared / "docs", shared / "i18n")


@pytest.mark.parametrize(
    ("where", "says"),
    [
        (f"from: {'a' * 5000}", "there is no folder"),
        ("from: mkdocs.yml", "there is no folder"),
        ("package: yaml", "the package 'yaml' is installed, and has no charters in it"),
        ("package: ../shared", "'../shared' is no name of a package"),
        ("package: no-such-charters", "no package 'no-such-charters' is installed that has charters"),
    ],
)
def test_a_source_that_cannot_be(
    where: str, says: str, load: Callable[[], Library], change: Callable[..., int]
) -> None:
    """A folder or a package that cannot hold charters is named with its line, whatever it is called."""
    line = change("from: shared", where)
    (finding,) = (each for each in load().findings if each.rule == "missing-source")
    assert (finding.message.startswith(says), finding.line) == (True, line)
    assert len(finding.message) < 120


def test_two_charters_with_one_id(ours: Path, load: Callable[[], Library]) -> None:
    """Where two documents of the shared project have the id that is adapted, nobody guesses which one is meant."""
    charters = ours.parents[2] / "shared" / "docs" / "charters"
    shutil.copy(charters / "family.yml", charters / "again.yml")
    (finding,) = (each for each in load().findings if each.level == "error")
    assert (finding.rule, finding.file) == ("duplicate-id", charters / "family.yml")


@pytest.mark.skipif(os.name != "posix", reason="other systems have other permissions")
@pytest.mark.parametrize("folder", ["shared", "shared/docs"])
def test_a_folder_that_may_not_be_read(folder: str, ours: Path) -> None:
    """A folder that is there and may not be read is told apart from one without the charter."""
    place = ours.parents[2] / folder
    # What the superuser may do is taken away: to read everything.
    as_everybody = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    look = (
        "import sys; from pathlib import Path; from charterpress.content.library import load_library\n"
        "root = Path(sys.argv[1])\n"
        "for each in load_library(root / 'docs', root).findings: print(each.rule, each.message)"
    )
    place.chmod(0)
    try:
        said = subprocess.run(
            [*as_everybody, sys.executable, "-c", look, ours.parents[2]], capture_output=True, text=True, check=False
        )
    finally:
        place.chmod(0o755)
    assert "missing-source the folder 'shared' is there, and may not be read" in said.stdout, said.stderr

"""Build small sites as a user does, in a process of its own: MkDocs keeps things in the one that it runs in."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[1] / "sample"
SETTINGS = """\
site_name: Family promises
site_url: https://council.example/charters/
theme: {name: material, font: false}
plugins:
  - i18n:
      docs_structure: suffix
      fallback_to_default: false
      languages:
        - {locale: en, name: English, default: true}
        - {locale: cy, name: Cymraeg}
        - {locale: ur, name: اردو}
  - charterpress:
      organisation: Example Council
      leaflets: {enabled: false}
      translations: {missing: source, stale: source, draft: show}
"""


def build_in(root: Path, *options: str, settings: str = SETTINGS) -> tuple[Path, str]:
    """Build the project in a folder, and return the folder of its site and what the command said."""
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    command = [sys.executable, "-m", "charterpress", "build", "--project", str(root), *options]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8", timeout=300)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return root / "site", done.stdout


@pytest.fixture
def build_sample(sample: Path) -> Callable[..., tuple[Path, str]]:
    """Return what builds the sample, as it is on disk; its settings are such that MkDocs takes them as well.

    `changes` has other words for some of them.
    """

    def build(*options: str, changes: Mapping[str, str] | None = None) -> tuple[Path, str]:
        settings = SETTINGS
        for old, new in (changes or {}).items():
            assert settings.count(old) == 1
            settings = settings.replace(old, new)
        return build_in(sample, *options, settings=settings)

    return build


@pytest.fixture(scope="session")
def read_pages() -> Callable[[Path], dict[str, str]]:
    """Return what reads the HTML of a site's pages, by their addresses, without slashes at the ends."""

    def read(folder: Path) -> dict[str, str]:
        found = {
            path.relative_to(folder).as_posix().removesuffix("index.html").strip("/"): path.read_text("utf-8")
            for path in sorted(folder.rglob("*.html"))
        }
        assert "" in found
        return found

    return read


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the sample with the made-up languages, built once; tests must not change it."""
    root = Path(shutil.copytree(SAMPLE, tmp_path_factory.mktemp("made up") / "project"))
    (root / "docs/about.md").write_text(
        "# About us\n\nWe *answer* each letter. [Write to us](mailto:a@b.example).\n\n## Where we are\n\n"
        "- At the town hall\n- On the [web](https://council.example/us?a=1)\n",
        encoding="utf-8",
    )
    (root / "docs/about.cy.md").write_text("# Amdanom ni\n\nRydyn ni'n ateb.\n", encoding="utf-8")
    folder, said = build_in(root, "--pseudo")
    assert "languages   5: English, Welsh, Urdu, " in said
    return folder


@pytest.fixture(scope="session")
def pages(made_up: Path, read_pages: Callable[[Path], dict[str, str]]) -> dict[str, str]:
    """Return the HTML of the pages of the site with the made-up languages."""
    found = read_pages(made_up)
    assert len(found) > 40
    return found

"""Hold what we take from Material, and what we have put in its place, against the version that is installed."""

from __future__ import annotations

import hashlib
import re
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from charterpress.host.environment import theme_sheet
from charterpress.host.one_language import THEME

MATERIAL = Path(str(files("material"))) / "templates"
REPLACED = {
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "base.html": "8536d352b0093623df9e0032894f321cbe264b15a9b48cdd962583772455dadb",
    "main.html": "9948b55a7bc979c35825df99baba9e6971fca4eb298dea3cdde61e990a2de5e0",
    "partials/language.html": "3a44516f305006ac794f51a45ad7b532cf270916d8e92e8c42784e58b2eff0a3",
}
"""Each template of Material that one of ours takes the place of, with its sum when ours was last held against it."""
HOOKS = (
    "md-banner",
    "md-button",
    "md-container",
    "md-content__inner",
    "md-grid",
    "md-main__inner",
    "md-skip",
    "md-typeset",
)
"""The names in Material's style sheet by which our pages look as they do."""
CHANGED = "Material {} has another {}. Look what is new in it, mend ours, and write down its new sum: {}"


@pytest.mark.parametrize("name", REPLACED)
def test_a_template_that_ours_replaces(name: str) -> None:
    """Material's template is still the one that ours was written against."""
    found = hashlib.sha256((MATERIAL / name).read_bytes()).hexdigest()
    assert found == REPLACED[name], CHANGED.format(version("mkdocs-material"), name, found)


def test_every_template_of_ours_is_known() -> None:
    """No template of ours replaces one of Material's, now or in a newer version, without being on the list."""
    ours = {path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html")}
    assert ours >= set(REPLACED)
    assert ours - set(REPLACED) == {name for name in ours if name.startswith("partials/cp-")}
    assert not {name for name in ours - set(REPLACED) if (MATERIAL / name).exists()}
    assert {name for name in REPLACED if (MATERIAL / name).exists()} == set(REPLACED)


def test_blocks_that_projects_fill() -> None:
    """A template of a project that fills a block of Material's skeleton finds the block in ours."""
    blocks = [
        set(re.findall(r"{% block (\w+)", (folder / "base.html").read_text("utf-8"))) for folder in (THEME, MATERIAL)
    ]
    assert len(blocks[1]) > 15
    # Ours has no place for these: a page of ours fills the container itself, and has one version only.
    assert blocks[1] - blocks[0] == {"content", "outdated"}
    assert blocks[0] <= blocks[1]


def test_the_style_sheet() -> None:
    """Material's one style sheet is found by its name, and has what our pages rely on."""
    name = theme_sheet([str(THEME), str(MATERIAL)])
    sheet = (MATERIAL / name).read_text("utf-8")
    assert [hook for hook in HOOKS if not re.search(rf"\.{hook}\b", sheet)] == []


def test_a_theme_without_a_style_sheet(tmp_path: Path) -> None:
    """Where a newer Material names it in another way, the build says so."""
    with pytest.raises(
        PluginError, match=r"it has no assets/stylesheets/main\.\*\.min\.css; install mkdocs-material 9\.8"
    ):
        theme_sheet([str(tmp_path)])

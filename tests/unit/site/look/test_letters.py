"""Test which fonts the pages of a language get."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.content.library import load_library
from charterpress.content.settings import Language, Project
from charterpress.languages.fonts import ALMARAI, LEXEND, PLEX_ARABIC, SOURCE_SANS, FontSet, OwnFamily
from charterpress.languages.library import localise
from charterpress.site.look.letters import letters_for
from charterpress.site.webfonts import faces_for, first_faces

Dress = Callable[..., Project]


def fonts(project: Project, code: str) -> FontSet:
    """Return the fonts of a language of a project."""
    project = project.with_languages((Language(locale=code),))
    return letters_for(project, localise(load_library(project.docs), project, code))


@pytest.fixture
def folder(sample: Path) -> Path:
    """Return the folder of fonts of the sample."""
    (sample / "fonts").mkdir()
    return sample / "fonts"


def test_ours_by_themselves(dress: Dress) -> None:
    """Without a choice each language has the fonts that it has in leaflets."""
    project = dress("spacing: usual")
    assert fonts(project, "en") == FontSet(headings=(LEXEND,), text=(SOURCE_SANS,))
    assert fonts(project, "ur").text[0] == PLEX_ARABIC


def test_one_of_ours(dress: Dress) -> None:
    """A family that comes with charterpress goes first where it has the letters, and nowhere else."""
    project = dress("fonts: {text: lexend, headings: Source Sans 3, languages: {ur: {text: Almarai}}}")
    assert fonts(project, "en") == FontSet(headings=(SOURCE_SANS, LEXEND), text=(LEXEND, SOURCE_SANS))
    assert fonts(project, "ur").text[:2] == (ALMARAI, PLEX_ARABIC)
    assert fonts(project, "ur").headings[0] == PLEX_ARABIC


def test_a_family_of_the_project(dress: Dress, folder: Path) -> None:
    """Files of a project's own go first, with the characters of ours, and its web fonts are made of them."""
    shutil.copy(LEXEND.paths[0], folder / "ours.ttf")
    project = dress("fonts: {text: Lexend}")
    own = fonts(project, "en").text[0]
    assert isinstance(own, OwnFamily)
    assert own.paths == (project.root.resolve() / "fonts" / "ours.ttf",)
    assert own.characters == SOURCE_SANS.characters
    face = first_faces(fonts(project, "en"))[0]
    assert face.source == own.paths[0]
    assert face.weights == "400 700"
    english = next(
        iter(faces_for([localise(load_library(project.docs), project, "en").locale], {"en": fonts(project, "en")}))
    )
    assert english.family == "Lexend"


def test_single_weights(dress: Dress, folder: Path) -> None:
    """Of a family with a file a weight, one is for text and one for bold; slanted and other ones are left."""
    for path in ALMARAI.paths:
        shutil.copy(path, folder)
    found = fonts(dress("fonts: {languages: {ur: {text: Almarai}}}"), "ur").text[0]
    assert isinstance(found, OwnFamily)
    assert [weights for _, weights in found.faces] == [(400, 400), (700, 700)]


def test_a_family_without_the_letters(dress: Dress, folder: Path) -> None:
    """A family that lacks letters of a language leaves that language to ours; one named for it is taken."""
    for path in LEXEND.paths:
        shutil.copy(path, folder)
    project = dress("fonts: {text: Lexend}")
    assert isinstance(fonts(project, "en").text[0], OwnFamily)
    (project.docs / "themes" / "other.yml").write_text(
        "kind: theme\nid: other\ntitle: Слово\nsummary: Слово.\nmeaning: [Слово.]\n", "utf-8"
    )
    assert fonts(project, "en").text[0] == SOURCE_SANS

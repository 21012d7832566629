"""Test what the settings of a project mean."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from charterpress.content.model.base import Audience
from charterpress.content.project import load_project
from charterpress.content.settings import Colour, Language, Project, ReadabilitySettings, Settings


@pytest.fixture
def project(sample: Path) -> Project:
    """Return the sample's settings."""
    opened, findings = load_project(sample)
    assert opened is not None, findings
    return opened


def languages(project: Project, *listed: Language) -> Project:
    """Return a project with other languages."""
    return project.model_copy(update={"languages": listed})


def test_what_holds_without_settings() -> None:
    """Without settings families get grade 7, practitioners 9, and nothing untranslated is shown."""
    settings = Settings()
    assert settings.readability.grade_for(Audience.FAMILIES) == 7
    assert settings.readability.grade_for(Audience.PRACTITIONERS) == 9
    assert settings.readability.sentence_words == 25
    assert (settings.translations.missing, settings.translations.draft) == ("hide", "show")
    assert settings.leaflets.enabled


def test_an_audience_without_a_grade() -> None:
    """An audience that the settings leave out has the families' limit, the strict one."""
    settings = ReadabilitySettings(grades={Audience.FAMILIES: 6})
    assert settings.grade_for(Audience.FAMILIES) == 6
    assert settings.grade_for(Audience.PRACTITIONERS) == 7


@pytest.mark.parametrize("grade", ["0", "21", "nan", "inf", "-1", "seven"])
def test_grades_without_sense(grade: str) -> None:
    """A grade is a number from 1 to 20."""
    with pytest.raises(ValidationError):
        ReadabilitySettings.model_validate({"grades": {"families": grade}})


@pytest.mark.parametrize(
    ("room", "key", "least", "most"),
    [
        ("readability", "sentence_words", 8, 60),
        ("readability", "full_page_words", 0, 1000),
        ("leaflets", "minimum_size", 6, 24),
        ("leaflets", "maximum_size", 6, 24),
    ],
)
def test_limits(room: str, key: str, least: int, most: int) -> None:
    """Numbers have a least and a most that make sense; both are allowed, nothing beyond them is."""
    for number in (least, most):
        Settings.model_validate({room: {key: str(number)}})
    for number in (least - 1, most + 1):
        with pytest.raises(ValidationError):
            Settings.model_validate({room: {key: str(number)}})


def test_the_default_comes_first(project: Project) -> None:
    """Languages are built in the order of the list, the default first, those switched off not at all."""
    changed = languages(
        project,
        Language(locale="ur"),
        Language(locale="pl", build=False),
        Language(locale="en", default=True),
        Language(locale="cy"),
    )
    assert changed.default_language == "en"
    assert changed.locales == ("en", "ur", "cy")


def test_names_of_the_site(project: Project) -> None:
    """A language may have its own name for the site; the others share one."""
    changed = languages(project, Language(locale="en", default=True), Language(locale="cy", site_name="Addewidion"))
    assert changed.name_in("cy") == "Addewidion"
    assert changed.name_in("en") == changed.name_in("ur") == "Family promises"


@pytest.mark.parametrize("locale", ["en", "cy", "ur", "pa", "zh-Hant", "en-GB", "pt-BR", "zh-Hant-TW", "es-419", "fil"])
def test_language_tags(locale: str) -> None:
    """A language is named by its tag, with a script and a region where they matter."""
    assert Language(locale=locale).locale == locale


@pytest.mark.parametrize("locale", ["", "e", "EN", "en_GB", "english", "en-gb", "../en", "en/..", "en.po", "e n"])
def test_wrong_language_tags(locale: str) -> None:
    """What is no language tag is refused: it would become the name of a folder."""
    with pytest.raises(ValidationError):
        Language(locale=locale)


@pytest.mark.parametrize("colour", ["red", "#fff", "1f5673", "#1f567", "#1f56733", "#1f567g", "#1f5673;"])
def test_wrong_colours(colour: str) -> None:
    """A colour is '#' and six hexadecimal digits."""
    with pytest.raises(ValidationError):
        TypeAdapter(Colour).validate_python(colour)


def test_settings_never_change(project: Project) -> None:
    """Settings that were read stay as they are."""
    with pytest.raises(ValidationError, match="frozen"):
        project.settings.organisation = "Another"  # type: ignore[misc]  # that is what is tested


Edit = Callable[[str, str, str], int]


def test_numbers_in_settings(sample: Path, edit: Edit) -> None:
    """Numbers and switches are read from text."""
    options = "organisation: A\n      leaflets: {enabled: no, minimum_size: 8}\n      readability: {sentence_words: 20}"
    edit("mkdocs.yml", "organisation: Example Council", options)
    project, findings = load_project(sample)
    assert findings == ()
    assert project is not None
    assert (project.settings.leaflets.enabled, project.settings.leaflets.minimum_size) == (False, 8.0)
    assert project.settings.readability.sentence_words == 20

"""Test what the settings of a project mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from charterpress.content.leafletsettings import Colour
from charterpress.content.model.base import Audience
from charterpress.content.project import load_project
from charterpress.content.settings import (
    Language,
    Project,
    ReadabilitySettings,
    Settings,
    TranslationSettings,
)


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
    """Without settings families get grade 7, practitioners 9, and no translation that nobody reviewed is shown."""
    settings = Settings()
    assert settings.readability.grade_for(Audience.FAMILIES) == 7
    assert settings.readability.grade_for(Audience.PRACTITIONERS) == 9
    assert settings.readability.target_for(Audience.FAMILIES) == 6
    assert settings.readability.target_for(Audience.PRACTITIONERS) == 8
    assert (settings.readability.sentence_words, settings.readability.sentence_words_warning) == (25, 20)
    assert settings.readability.paragraph_words == 80
    assert settings.readability.exemptions == ()
    translations = settings.translations
    assert (translations.missing, translations.stale, translations.draft) == ("source", "source", "hide")
    assert translations.least == 80
    assert settings.leaflets.enabled


def test_an_audience_without_a_grade() -> None:
    """An audience that the settings leave out has the families' limit, the strict one."""
    settings = ReadabilitySettings(grades={Audience.FAMILIES: 6})
    assert settings.grade_for(Audience.FAMILIES) == 6
    assert settings.grade_for(Audience.PRACTITIONERS) == 7


@pytest.mark.parametrize("grade", ["0", "21", "nan", "inf", "-1", "seven"])
@pytest.mark.parametrize("key", ["grades", "targets"])
def test_grades_without_sense(grade: str, key: str) -> None:
    """A grade is a number from 1 to 20, whether it is a limit or a target."""
    with pytest.raises(ValidationError):
        ReadabilitySettings.model_validate({key: {"families": grade}})


def test_a_target_is_never_above_the_limit() -> None:
    """What to aim at is never harder than what is allowed; an audience without a target has that of families."""
    settings = ReadabilitySettings(grades={Audience.FAMILIES: 5, Audience.PRACTITIONERS: 9})
    assert settings.target_for(Audience.FAMILIES) == 5
    assert settings.target_for(Audience.PRACTITIONERS) == 8
    assert ReadabilitySettings(targets={}).target_for(Audience.PRACTITIONERS) == 6


@pytest.mark.parametrize(("highest", "families", "practitioners"), [(8.0, 7, 8), (4.5, 4.5, 4.5), (20.0, 7, 9)])
def test_no_limit_above_a_grade(project: Project, highest: float, families: float, practitioners: float) -> None:
    """A highest grade for one run lowers every limit above it and raises none; the rest stays as it was."""
    for settings in (
        ReadabilitySettings(sentence_words=30).with_max_grade(highest),
        project.with_max_grade(highest).settings.readability,
    ):
        assert settings.grade_for(Audience.FAMILIES) == families
        assert settings.grade_for(Audience.PRACTITIONERS) == practitioners
    assert ReadabilitySettings(sentence_words=30).with_max_grade(highest).sentence_words == 30
    assert project.with_max_grade(highest).languages == project.languages


def test_sentences_of_other_languages() -> None:
    """A language may have a limit of its own for its sentences; the others have the one of all."""
    settings = ReadabilitySettings(sentence_words=22, sentence_words_in={"ur": 35})
    assert (settings.sentence_limit("ur"), settings.sentence_limit("cy"), settings.sentence_limit("en")) == (35, 22, 22)
    for wrong in ({"ur": 7}, {"ur": 61}, {"urdu": 30}):
        with pytest.raises(ValidationError):
            ReadabilitySettings(sentence_words_in=wrong)


EXEMPTION = {"document": "family", "reason": "The law has these words.", "until": "2026-12-31"}


def test_an_exemption() -> None:
    """An exemption names a document, a reason and a last day; without a part or rules it is for all of them."""
    [exemption] = ReadabilitySettings.model_validate({"exemptions": [EXEMPTION]}).exemptions
    assert (exemption.document, exemption.unit, exemption.rules) == ("family", None, ())
    assert exemption.until == date(2026, 12, 31)


@pytest.mark.parametrize(
    "wrong",
    [
        *({"document": "family", "reason": "So it is.", "until": "2026-12-31"} | {key: ""} for key in EXEMPTION),
        {"document": "family", "reason": "So it is."},
        {"document": "family", "until": "2026-12-31"},
        {**EXEMPTION, "until": "2026-02-30"},
        {**EXEMPTION, "until": "for ever"},
        {**EXEMPTION, "unit": "No Id"},
        {**EXEMPTION, "rule": "reading-grade"},
    ],
)
def test_wrong_exemptions(wrong: dict[str, str]) -> None:
    """An exemption without a reason, a last day or a document is refused, and so is a key that nobody knows."""
    with pytest.raises(ValidationError):
        ReadabilitySettings.model_validate({"exemptions": [wrong]})


@pytest.mark.parametrize(
    ("room", "key", "least", "most"),
    [
        ("readability", "sentence_words", 8, 60),
        ("readability", "sentence_words_warning", 8, 60),
        ("readability", "paragraph_words", 20, 500),
        ("translations", "least", 1, 100),
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


CHOICES = {
    "missing": {"hide", "source", "fail"},
    "stale": {"hide", "source", "fail"},
    "draft": {"show", "hide", "source", "fail"},
}


@pytest.mark.parametrize("key", CHOICES)
def test_choices_for_translations(key: str) -> None:
    """What happens with a translation that is not ready is one of a few words; only drafts may be shown."""
    for choice in ("show", "hide", "source", "fail"):
        if choice in CHOICES[key]:
            assert getattr(TranslationSettings.model_validate({key: choice}), key) == choice
        else:
            with pytest.raises(ValidationError):
                TranslationSettings.model_validate({key: choice})


def test_more_languages(project: Project) -> None:
    """Languages that are added stand behind the project's own; the project that was asked keeps its own."""
    more = project.with_languages((Language(locale="en-XA", name="Åççéñţéð"), Language(locale="so", build=False)))
    assert more.locales == (*project.locales, "en-XA")
    assert more.default_language == project.default_language
    assert more.name_in("en-XA") == project.site_name
    assert "en-XA" not in project.locales


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


def test_places_of_options(sample: Path, edit: Edit) -> None:
    """A finding about an option stands at its line and column in mkdocs.yml; about one not there, at what is."""
    one = "{document: family, reason: So it is., until: 2026-12-31}"
    options = f"organisation: A\n      readability:\n        exemptions:\n          - {one}\n          - {one}"
    line = edit("mkdocs.yml", "organisation: Example Council", options)
    project, findings = load_project(sample)
    assert findings == ()
    assert project is not None

    def place(*keys: str | int) -> tuple[int | None, int | None]:
        finding = project.finding("some-rule", "Wrong.", "Mend it.", *keys)
        assert (finding.file, finding.rule) == (project.config_file, "some-rule")
        return finding.line, finding.column

    assert place("readability", "exemptions", 0) == (line + 3, 13)
    assert place("readability", "exemptions", 1, "reason") == (line + 4, 40)
    assert place("readability", "targets") == place("readability")
    assert place("leaflets", "design") == place()

"""Test that every word the package says has a translation in each language shipped."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from gettext import c2py
from pathlib import Path

import babel
import pytest

from charterpress.content.project import load_project
from charterpress.content.settings import Project
from charterpress.findings import CharterpressError, Level
from charterpress.languages import interface
from charterpress.languages.catalogue import State, load_catalogue
from charterpress.languages.checks import check_catalogue
from charterpress.languages.interface import check_words, interface_template, own_words_template, update_interface
from charterpress.languages.pofile import render_template, source_of
from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.languages.words import FOLDER
from charterpress.leaflets.words import LEAFLET_WORDS

LANGUAGES = ("ar", "bn", "cy", "pa", "pl", "ro", "so", "ur")


@pytest.fixture(scope="module")
def wanted() -> frozenset[str]:
    """Return every interface word of the site and the leaflets; of one with a plural, the singular."""
    return frozenset({source_of(message) for message in interface_template() if message.id} | set(LEAFLET_WORDS))


@pytest.fixture
def project(sample: Path) -> Project:
    """Return the sample's project."""
    found, _ = load_project(sample)
    assert found is not None
    return found


def test_words_are_found() -> None:
    """Words are found in the templates, the theme and the code, each with its place."""
    template = interface_template()
    places = {name for message in template for name, _ in message.locations}
    assert len([message for message in template if message.id]) > 60
    for folder in ("site/templates/", "host/theme/", "site/labels.py"):
        assert any(place.startswith(folder) for place in places), folder
    assert len(LEAFLET_WORDS) > 15
    assert sorted(path.stem for path in FOLDER.glob("*.po")) == sorted(LANGUAGES)


def test_words_with_a_plural_are_found() -> None:
    """Words that count something are found with their plural, which says the number."""
    plurals = [message for message in interface_template() if message.pluralizable]
    assert plurals
    assert all("{number}" in message.id[1] for message in plurals)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_word_is_translated(code: str, wanted: frozenset[str]) -> None:
    """Each language has an entry with a translation for every word, and none that needs review."""
    catalogue = load_catalogue(FOLDER / f"{code}.po", code)
    assert catalogue.findings == ()
    entries = {word: catalogue.find("", word) for word in wanted}
    assert sorted(word for word, entry in entries.items() if entry is None) == []
    assert sorted(word for word, entry in entries.items() if entry and entry.state is State.MISSING) == []
    assert sorted(word for word, entry in entries.items() if entry and entry.state is State.NEEDS_REVIEW) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_is_left_over(code: str, wanted: frozenset[str]) -> None:
    """A catalogue has no word that the package no longer says."""
    entries = load_catalogue(FOLDER / f"{code}.po", code).entries
    assert sorted(word for _, word in entries if word not in wanted) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_pass_the_checks(code: str) -> None:
    """The translations of the package pass its own checks."""
    catalogue = load_catalogue(FOLDER / f"{code}.po", code)
    assert any("{" in word for _, word in catalogue.entries)
    assert list(check_catalogue(catalogue, "en")) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_words_are_in_the_language(code: str) -> None:
    """Hardly any translation is the English word itself: a catalogue was not merely copied."""
    entries = load_catalogue(FOLDER / f"{code}.po", code).entries.values()
    same = [entry.source for entry in entries if entry.source == entry.translation]
    assert len(same) <= 3, same


@pytest.mark.parametrize("code", LANGUAGES)
def test_plural_forms_of_a_language(code: str) -> None:
    """A language chooses its plural forms as the locale data does, and has words for each of them."""
    catalogue = load_catalogue(FOLDER / f"{code}.po", code)
    choose, rule = c2py(catalogue.plurals), babel.Locale.parse(code).plural_form
    forms: defaultdict[str, set[int]] = defaultdict(set)
    for number in range(1, 300):
        forms[rule(number)].add(choose(number))
    assert all(len(numbers) == 1 for numbers in forms.values()), dict(forms)
    entries = [entry for entry in catalogue.entries.values() if entry.forms]
    assert entries
    for entry in entries:
        assert len(entry.forms) > max(max(numbers) for numbers in forms.values()), entry.source


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_form_for_several_numbers_says_which(code: str) -> None:
    """A plural form that stands for more than one number says the number; it would be lost."""
    catalogue = load_catalogue(FOLDER / f"{code}.po", code)
    choose = c2py(catalogue.plurals)
    numbers: defaultdict[int, set[int]] = defaultdict(set)
    for number in range(1, 300):
        numbers[choose(number)].add(number)
    for entry in catalogue.entries.values():
        silent = [form for form, words in enumerate(entry.forms) if len(numbers[form]) > 1 and "{number}" not in words]
        assert silent == [], entry.source


@pytest.mark.parametrize("code", LANGUAGES)
def test_gettext_takes_the_words(code: str, msgfmt: Callable[[Path], str]) -> None:
    """GNU gettext has nothing to say about the words of a language."""
    assert msgfmt(FOLDER / f"{code}.po") == ""


@pytest.mark.parametrize("template", [interface_template, own_words_template])
def test_gettext_takes_the_templates(
    tmp_path: Path, msgfmt: Callable[[Path], str], template: Callable[[], object]
) -> None:
    """GNU gettext has nothing to say about the templates of the words either."""
    path = tmp_path / "interface.pot"
    path.write_bytes(render_template(template()))  # type: ignore[arg-type]  # both give a catalogue
    assert msgfmt(path) == ""


def test_words_for_a_project(wanted: frozenset[str]) -> None:
    """A project's own file has every word, with its plural, and does not say where the package uses it."""
    template = own_words_template()
    messages = [message for message in template if message.id]
    assert {source_of(message) for message in messages} == {source_of(m) for m in interface_template() if m.id}
    assert {source_of(message) for message in messages} <= wanted
    assert any(message.pluralizable for message in messages)
    assert all(message.auto_comments and not message.locations for message in messages)


def test_bringing_the_words_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of a language are brought up to date in place: what is translated stays, what is new is empty."""
    (tmp_path / "pl.po").write_bytes(
        (FOLDER / "pl.po").read_bytes().replace(b'msgid "Start page"', b'msgid "Some page"')
    )
    monkeypatch.setattr(interface, "FOLDER", tmp_path)
    assert update_interface("pl") == tmp_path / "pl.po"
    before, after = (load_catalogue(folder / "pl.po", "pl") for folder in (FOLDER, tmp_path))
    assert after.findings == ()
    assert ("", "Some page") not in after.entries
    entry = after.find("", "Start page")
    assert entry is not None
    assert entry.state in {State.MISSING, State.NEEDS_REVIEW}
    same = {key: entry.translation for key, entry in before.entries.items() if key[1] != "Start page"}
    assert {key: entry.translation for key, entry in after.entries.items() if key[1] != "Start page"} == same


def test_broken_words_stop_the_update(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that cannot be read are left as they are, and the run stops."""
    (tmp_path / "pl.po").write_text('msgid "open\n', encoding="utf-8")
    monkeypatch.setattr(interface, "FOLDER", tmp_path)
    with pytest.raises(CharterpressError, match="cannot be read"):
        update_interface("pl")
    assert (tmp_path / "pl.po").read_text("utf-8") == 'msgid "open\n'


@pytest.mark.parametrize("code", ["en", *sorted(PSEUDO_LOCALES), *LANGUAGES])
def test_nothing_is_wrong_with_our_words(project: Project, code: str) -> None:
    """English, the made-up languages and those shipped have words, and nothing is wrong with them."""
    assert list(check_words(project, code)) == []


def test_no_words_at_all(project: Project) -> None:
    """A language without interface words gives a warning that names the file to translate and how to write it."""
    [finding] = check_words(project, "de")
    assert (finding.rule, finding.level, finding.locale) == ("no-interface-words", Level.WARNING, "de")
    assert finding.file == project.config_file
    assert "i18n/de/interface.po" in finding.hint
    assert "charterpress translate update de interface" in finding.hint


def test_one_word_is_a_start(project: Project, polish: Callable[..., Path]) -> None:
    """A language with some words of the project's own gets no warning; with none that may be shown it does."""
    path = project.i18n / "de" / "interface.po"
    polish({"Notes": "Notizen"}, path)
    assert list(check_words(project, "de")) == []
    polish({"Notes": ""}, path)
    assert [finding.rule for finding in check_words(project, "de")] == ["no-interface-words"]


def test_own_words_are_checked(project: Project, polish: Callable[..., Path]) -> None:
    """A project's own words are checked like those of the package, and the file is named."""
    path = polish({"page {number}": "strona"}, project.i18n / "pl" / "interface.po")
    [finding] = check_words(project, "pl")
    assert (finding.rule, finding.file) == ("po-placeholder", path)

"""Test adding a language to a project: what is written, what stays, and what is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from charterpress.content.project import load_project
from charterpress.findings import CharterpressError
from charterpress.languages.catalogue import State, load_catalogue
from charterpress.new.language import add_language

Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]

SETTINGS = """\
# The settings of our site.
site_name: Family promises   # also on the leaflets
site_url: https://council.example/charters/

plugins:
  - i18n:
      languages:
        - locale: en   # what we write in
          default: true
        # Welsh comes next.
        - locale: cy
          name: Cymraeg
          site_name: "Addewidion: i deuluoedd"

  # Everything else.
  - charterpress:
      organisation: Example Council
      translations:
        draft: show     # every page says so
"""
ADDED = "        - locale: {code}\n          name: {name}\n"
DOCUMENTS = ["family", "involved", "listening", "rules"]


@pytest.fixture
def project(sample: Path) -> Path:
    """Return the sample with settings as people write them, comments and all."""
    (sample / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return sample


def files_of(root: Path) -> dict[str, bytes]:
    """Return every file of a project."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def languages_of(root: Path) -> list[str]:
    """Return the languages of a project as charterpress reads them."""
    found, findings = load_project(root)
    assert findings == ()
    assert found is not None
    return [language.locale for language in found.languages]


def added(root: Path, code: str, *wanted: str, site_name: str | None = None) -> str:
    """Add a language, and return what is said."""
    made, findings = add_language(root, code, wanted, site_name)
    assert findings == ()
    assert made is not None
    return str(made)


def test_what_is_written(project: Path) -> None:
    """A new language gets its place in the settings, a start page and a PO file a document, and nothing else."""
    before = files_of(project)
    made, findings = add_language(project, "so", (), None)
    assert findings == ()
    assert made is not None
    new = {name for name, content in files_of(project).items() if before.get(name) != content}
    assert new == {"mkdocs.yml", "docs/index.so.md", *(f"i18n/so/{key}.po" for key in DOCUMENTS)}
    assert {path.as_posix() for path in made.written} == new
    assert languages_of(project) == ["en", "cy", "so"]


def test_the_settings_keep_their_layout(project: Path) -> None:
    """The language stands behind the others; comments, blank lines and every other line stay as they are."""
    added(project, "so")
    text = (project / "mkdocs.yml").read_text("utf-8")
    lines = ADDED.format(code="so", name="Soomaali")
    assert lines in text
    assert text.replace(lines, "") == SETTINGS
    behind = text.partition(lines)[0]
    assert behind.endswith('          site_name: "Addewidion: i deuluoedd"\n')


def test_one_language_after_another(project: Path) -> None:
    """Languages come in the order in which they are added."""
    for code in ("so", "pl", "ur"):
        added(project, code)
    assert languages_of(project) == ["en", "cy", "so", "pl", "ur"]
    text = (project / "mkdocs.yml").read_text("utf-8")
    assert [line for line in SETTINGS.splitlines() if line not in text.splitlines()] == []


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_endings_stay(project: Path, ending: str) -> None:
    """A file with the line endings of Windows keeps them on every line."""
    before = SETTINGS.replace("\n", ending).encode()
    (project / "mkdocs.yml").write_bytes(before)
    added(project, "so")
    after = (project / "mkdocs.yml").read_bytes()
    assert [line for line in before.splitlines(keepends=True) if line not in after.splitlines(keepends=True)] == []
    assert languages_of(project) == ["en", "cy", "so"]


def test_another_indent(project: Path) -> None:
    """The language is indented as those before it are."""
    text = SETTINGS.replace("        - locale: cy\n          name", "      - locale: cy\n        name")
    text = text.replace('          site_name: "', '        site_name: "').replace("        # Welsh", "      # Welsh")
    text = text.replace(
        "        - locale: en   # what we write in\n          default", "      - locale: en\n        default"
    )
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    added(project, "so")
    assert languages_of(project) == ["en", "cy", "so"]
    assert "\n      - locale: so\n        name: Soomaali\n" in (project / "mkdocs.yml").read_text("utf-8")


@pytest.mark.parametrize("end", ["\n", ""])
def test_languages_at_the_end_of_the_file(project: Path, end: str) -> None:
    """Where the languages are the last of the file, the new one is the last, newline or not."""
    plugin = "  - charterpress:\n      organisation: Example Council\n"
    head, languages = SETTINGS.partition("  - i18n:")[0], "".join(SETTINGS.partition("  - i18n:")[1:])
    languages = languages.partition("\n\n")[0]
    (project / "mkdocs.yml").write_text(f"{head}{plugin}{languages}{end}", encoding="utf-8")
    added(project, "so")
    assert languages_of(project) == ["en", "cy", "so"]


@pytest.mark.parametrize(
    "name", ["Axdiyo: qoysaska", "It's #1", '"Quoted"', "- a dash", "yes", "12", "Ŵ پ & <b>", "back\\slash"]
)
def test_the_name_of_the_site(project: Path, name: str) -> None:
    """The site's name in the language may have signs that mean something in YAML; it heads the start page too."""
    added(project, "so", site_name=name)
    found, findings = load_project(project)
    assert findings == ()
    assert found is not None
    assert found.name_in("so") == name
    assert (project / "docs" / "index.so.md").read_text("utf-8") == f"# {name}\n"
    assert found.name_in("cy") == "Addewidion: i deuluoedd"


def test_without_a_name(project: Path) -> None:
    """Without a name of its own the start page has that of the site."""
    added(project, "so")
    assert (project / "docs" / "index.so.md").read_text("utf-8") == "# Family promises\n"


@pytest.mark.parametrize("code", ["no", "so", "zh-Hans", "pt-BR", "ur"])
def test_every_reader_of_yaml_finds_the_language(project: Path, code: str) -> None:
    """MkDocs reads the code as words too: for Norwegian it is no, and not false."""
    added(project, code)
    data = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    [languages] = [plugin["i18n"]["languages"] for plugin in data["plugins"] if "i18n" in plugin]
    assert [language["locale"] for language in languages] == ["en", "cy", code]
    assert all(isinstance(language.get("name", ""), str) for language in languages)
    assert languages_of(project) == ["en", "cy", code]


def test_a_start_page_that_is_there(project: Path) -> None:
    """A start page that somebody has written already stays."""
    page = project / "docs" / "index.so.md"
    page.write_text("# Soo dhawoow\n", encoding="utf-8")
    added(project, "so")
    assert page.read_text("utf-8") == "# Soo dhawoow\n"


def test_translations_that_are_there(project: Path, translate_sample: Translate) -> None:
    """Translations that somebody has made already stay, with their signatures."""
    path = translate_sample("so", "rules", flag="reviewed")
    added(project, "so")
    assert {entry.state for entry in load_catalogue(path, "so").entries.values()} == {State.REVIEWED}


def test_only_some_documents(project: Path) -> None:
    """With documents named, only their PO files are written."""
    added(project, "so", "rules", "listening")
    assert sorted(path.name for path in (project / "i18n").rglob("*.po")) == ["listening.po", "rules.po"]


def test_the_own_language_of_a_document(project: Path, edit: Edit) -> None:
    """A document that was written in the new language needs no PO file."""
    edit("docs/themes/listening.yml", "kind: theme", "kind: theme\nlanguage: so")
    added(project, "so")
    assert sorted(path.stem for path in (project / "i18n").rglob("*.po")) == ["family", "involved", "rules"]


def test_interface_words_that_do_not_ship(project: Path) -> None:
    """A language whose interface words do not ship gets a file of them to translate, and is told."""
    said = added(project, "de")
    path = project / "i18n" / "de" / "interface.po"
    assert {entry.state for entry in load_catalogue(path, "de").entries.values()} == {State.MISSING}
    assert len(load_catalogue(path, "de").entries) > 60
    assert "i18n/de/interface.po" in said
    assert "interface" not in added(project, "pl")
    assert not (project / "i18n" / "pl" / "interface.po").exists()


@pytest.mark.parametrize(
    ("code", "direction", "fonts"),
    [
        ("so", "left to right", "Source Sans 3"),
        ("ur", "right to left", "IBM Plex Sans Arabic"),
        ("bn", "left to right", "Hind Siliguri"),
        ("my", "left to right", "none for its script"),
    ],
)
def test_what_the_language_has(project: Path, code: str, direction: str, fonts: str) -> None:
    """It is said in which direction the language is written, and which fonts it has; without any, what to do."""
    said = added(project, code)
    assert f"from {direction}" in said
    assert fonts in said
    assert ("leaflets cannot be made" in said) is (fonts == "none for its script")


@pytest.mark.parametrize(
    ("code", "grade"),
    [
        ("so", "Reading grade: none."),
        ("de", "for advice only: it stops no build"),
        ("en-GB", "a page over its limit stops the build"),
    ],
)
def test_what_is_measured(project: Path, code: str, grade: str) -> None:
    """It is said whether there is a reading grade for the language, and what it does."""
    assert grade in added(project, code)


def test_what_comes_next(project: Path) -> None:
    """Every file that was written is listed, and the commands for what comes next are named."""
    said = added(project, "so")
    for name in ("mkdocs.yml", "docs/index.so.md", "i18n/so/family.po"):
        assert f"wrote {name}" in said.splitlines()
    assert "charterpress translate export so" in said
    assert "charterpress translate status so" in said


@pytest.mark.parametrize("code", ["", "EN", "english", "zz", "tlh", "so_SO", "../so", "en-XA", "en-XB", "so ", "so\n"])
def test_no_language(project: Path, code: str) -> None:
    """What is no code of a language, and a made-up language, stops the run, and nothing is written."""
    before = files_of(project)
    with pytest.raises(CharterpressError, match=r"code of a language|is not a language"):
        add_language(project, code, (), None)
    assert files_of(project) == before


@pytest.mark.parametrize("code", ["en", "cy"])
def test_a_language_that_is_there(project: Path, code: str) -> None:
    """A language that the project has already stops the run, and the command for its files is named."""
    before = files_of(project)
    with pytest.raises(
        CharterpressError, match=f"'{code}' is in mkdocs.yml already.*charterpress translate update {code}"
    ):
        add_language(project, code, (), None)
    assert files_of(project) == before


def test_an_unknown_document(project: Path) -> None:
    """A document that is not there stops the run, the known ones are named, and nothing is written."""
    before = files_of(project)
    with pytest.raises(CharterpressError, match=r"no document 'famly'\. Known: family, involved, listening, rules"):
        add_language(project, "so", ("rules", "famly"), None)
    assert files_of(project) == before


@pytest.mark.parametrize("broken", ["docs/themes/listening.yml", "i18n/so/rules.po", "mkdocs.yml"])
def test_a_broken_file_stops_everything(project: Path, translate_sample: Translate, broken: str) -> None:
    """With an error in a document, a PO file or the settings nothing is written, and the file is named."""
    translate_sample("so", "rules")
    path = project / broken
    path.write_text(path.read_text("utf-8") + '\nmsgid "open: [\n', encoding="utf-8")
    before = files_of(project)
    made, findings = add_language(project, "so", (), None)
    assert made is None
    assert {str(finding.file) for finding in findings} == {broken}
    assert files_of(project) == before


def test_languages_on_one_line(sample: Path) -> None:
    """Settings with all languages on one line stop the run with the line to write by hand; nothing is written."""
    settings = sample / "mkdocs.yml"
    listed = "\n        - {locale: en, default: true}\n        - {locale: cy}\n        - {locale: ur}\n"
    text = settings.read_text("utf-8")
    assert listed in text
    settings.write_text(text.replace(listed, " [{locale: en, default: true}, {locale: cy}]\n"), "utf-8")
    before = files_of(sample)
    with pytest.raises(CharterpressError, match=r"by hand: - locale: so"):
        add_language(sample, "so", (), None)
    assert files_of(sample) == before


@pytest.mark.parametrize("last", ["        - {locale: cy}\n", "        - name: Cymraeg\n          locale: cy\n"])
def test_another_form_of_an_entry(project: Path, last: str) -> None:
    """A language in another form is not pushed from its place: the new one stands behind it, or the run stops."""
    text = SETTINGS.replace(
        '        - locale: cy\n          name: Cymraeg\n          site_name: "Addewidion: i deuluoedd"\n', last
    )
    (project / "mkdocs.yml").write_text(text, encoding="utf-8")
    before = files_of(project)
    try:
        added(project, "so")
    except CharterpressError:
        assert files_of(project) == before
    else:
        assert languages_of(project) == ["en", "cy", "so"]


def test_lists_of_others_are_left_alone(project: Path) -> None:
    """A list elsewhere in the settings that has a key of the same name is no list of languages."""
    extra = "extra:\n  readers:\n    - locale: north\n      name: Northern readers\n"
    (project / "mkdocs.yml").write_text(SETTINGS + extra, encoding="utf-8")
    added(project, "so")
    assert languages_of(project) == ["en", "cy", "so"]
    assert (project / "mkdocs.yml").read_text("utf-8").endswith(extra)

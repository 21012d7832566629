"""The commands for translators, as a council uses them: hand out, take back, sign, see how far it is."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

Run = Callable[..., subprocess.CompletedProcess[str]]
Tree = Callable[[Path], dict[str, bytes | None]]
CopyExample = Callable[[str, Path], Path]
Sheet = Callable[[Callable[[Worksheet], None]], Path]

CHARTER = Path("docs", "charters", "working-together.yml")
WELSH = Path("i18n", "cy", "working-together.po")
COLUMNS = ["Document", "Context", "Source", "Translation", "Comment", "Note", "State", "Reviewed by", "Reviewed on"]


@pytest.fixture
def project(tmp_path: Path, copy_example: CopyExample, run: Run) -> Path:
    """Return a project in English with Welsh drafts, its PO files up to date."""
    root = copy_example("valid/english-and-welsh", tmp_path / "project")
    run(root, "translate", "update", "cy")
    return root


@pytest.fixture
def sheet(project: Path, run: Run, tmp_path: Path) -> Sheet:
    """Return what exports the Welsh texts, lets a change be made to the sheet, and gives the spreadsheet."""

    def change(edit: Callable[[Worksheet], None]) -> Path:
        path = tmp_path / "cymraeg.xlsx"
        assert run(project, "translate", "export", "cy", "-o", path).returncode == 0
        book = load_workbook(path)
        texts = book["Texts"]
        assert isinstance(texts, Worksheet)
        edit(texts)
        book.save(path)
        return path

    return change


def cell_of(sheet: Worksheet, context: str, heading: str) -> tuple[int, int]:
    """Return row and column of what a text of the charter has under a heading."""
    head = [cell.value for cell in sheet[1]]
    wanted = ("working-together", context)
    where = [head.index(name) + 1 for name in ("Document", "Context")]
    rows = range(2, sheet.max_row + 1)
    row = next(row for row in rows if tuple(sheet.cell(row, column).value for column in where) == wanted)
    return row, head.index(heading) + 1


def write(sheet: Worksheet, context: str, **values: str) -> None:
    """Fill in cells of a text, by heading; an underscore stands for a space."""
    for heading, value in values.items():
        sheet.cell(*cell_of(sheet, context, heading.replace("_", " "))).value = value


def entry_of(path: Path, context: str) -> str:
    """Return the lines of one text in a PO file, with its comments."""
    return next(block for block in path.read_text("utf-8").split("\n\n") if f'msgctxt "{context}"' in block)


def test_a_spreadsheet_comes_back_without_loss(project: Path, run: Run, sheet: Sheet, tree: Tree) -> None:
    """What was exported and is imported again unchanged changes no byte of any file."""
    run(project, "translate", "review", "cy", "--by", "A reader", "--on", "2026-05-01", "--text", "plan.term")
    before = tree(project)
    result = run(project, "translate", "import", "cy", sheet(lambda _: None))
    assert (result.returncode, result.stdout.splitlines()) == (0, ["No findings."])
    assert tree(project) == before


def test_a_spreadsheet_is_fit_to_work_in(sheet: Sheet) -> None:
    """The columns have their headings, the heading stays in view, and every text has what a translator must know."""

    def look(texts: Worksheet) -> None:
        assert [cell.value for cell in texts[1]][: len(COLUMNS)] == COLUMNS
        assert texts.freeze_panes == "D2"
        assert texts.max_row > 25
        comment = str(texts.cell(*cell_of(texts, "listen-first.text", "Comment")).value)
        assert "promise this to:" in comment
        assert "Shown on: its page, the page of its theme, the leaflet" in comment

    sheet(look)


def test_what_a_translator_fills_in_arrives(project: Path, run: Run, sheet: Sheet) -> None:
    """A new translation, a note and a signature go from the sheet into the PO file."""

    def fill_in(texts: Worksheet) -> None:
        write(texts, "title", Translation="Beth rydyn ni'n ei addo", Note="as the leaflet has it")
        write(texts, "plan.term", State="reviewed", Reviewed_by="A reader", Reviewed_on="2026-05-01")

    result = run(project, "translate", "import", "cy", sheet(fill_in))
    assert (result.returncode, result.stdout.splitlines()[0]) == (0, f"wrote {WELSH.as_posix()}")
    title = entry_of(project / WELSH, "title")
    assert 'msgstr "Beth rydyn ni\'n ei addo"' in title
    assert "# as the leaflet has it\n" in title
    assert "# Reviewed by A reader on 2026-05-01 [" in entry_of(project / WELSH, "plan.term")


def test_rows_and_columns_may_be_moved(project: Path, run: Run, sheet: Sheet) -> None:
    """Sorted rows and moved columns are understood by context and heading, and the translator is told so."""

    def rearrange(texts: Worksheet) -> None:
        write(texts, "title", Translation="Beth rydyn ni'n ei addo")
        rows = [[cell.value for cell in row] for row in texts.iter_rows()]
        head, *rest = [[row[3], *row[:3], *row[4:]] for row in rows]
        for number, row in enumerate([head, *reversed(rest)], start=1):
            for column, value in enumerate(row, start=1):
                texts.cell(number, column).value = value

    result = run(project, "translate", "import", "cy", sheet(rearrange))
    assert result.returncode == 0
    assert "note: columns were moved" in result.stdout
    assert "note: the rows of 'working-together' stand in another order" in result.stdout
    assert 'msgstr "Beth rydyn ni\'n ei addo"' in entry_of(project / WELSH, "title")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"Translation": '=CONCATENATE("a","b")'}, "holds a formula"),
        ({"Translation": "Gofynnwch i {swyddog}."}, "has swyddog, which the source has not"),
        ({"Translation": "O fewn 14 diwrnod."}, "has 14, which the source has not"),
        ({"State": "finished"}, "'finished' is no state"),
        ({"State": "reviewed"}, "a reviewed text needs the name"),
        ({"Document": "other-charter"}, "there is no document 'other-charter'"),
        ({"Language": "pl"}, "this row is in the language 'pl', not 'cy'"),
    ],
)
def test_with_a_wrong_cell_nothing_is_taken_in(  # noqa: PLR0913, PLR0917 - fixtures are arguments
    values: dict[str, str], message: str, project: Path, run: Run, sheet: Sheet, tree: Tree
) -> None:
    """A wrong cell is named by its row, and not one of the good rows is taken in."""
    row = 0

    def spoil(texts: Worksheet) -> None:
        nonlocal row
        write(texts, "summary", Translation="Geiriau newydd sbon.")
        row, _ = cell_of(texts, "title", "Context")
        write(texts, "title", **values)

    path = sheet(spoil)
    before = tree(project)
    result = run(project, "translate", "import", "cy", path)
    assert (result.returncode, result.stderr) == (1, "")
    found = [line for line in result.stdout.splitlines() if ": error: " in line]
    assert any(message in line and re.search(rf"cymraeg\.xlsx:{row}(:\d+)?: ", line) for line in found), result.stdout
    assert tree(project) == before


def test_what_is_no_spreadsheet_is_said_so(project: Path, run: Run, tree: Tree, tmp_path: Path) -> None:
    """A text file with the ending of a spreadsheet, and a file that is not there, give a finding each."""
    (tmp_path / "words.xlsx").write_text("Document,Context", "utf-8")
    before = tree(project)
    for name in ("words.xlsx", "none.xlsx"):
        result = run(project, "translate", "import", "cy", tmp_path / name)
        assert (result.returncode, result.stderr) == (1, "")
        assert f"{name}: error: " in result.stdout
    assert tree(project) == before


def test_a_source_that_changed_meanwhile(project: Path, run: Run, sheet: Sheet) -> None:
    """What was translated from an older source comes in for another look, and is not published."""

    def fill_in(texts: Worksheet) -> None:
        write(texts, "listen-first.text", Translation="Gwrando arnoch chi yn gyntaf.", State="draft")

    path = sheet(fill_in)
    charter = project / CHARTER
    charter.write_text(
        charter.read_text("utf-8").replace("Listen to you before", "Always listen to you before"), "utf-8"
    )
    result = run(project, "translate", "import", "cy", path)
    assert result.returncode == 0
    assert "the source has changed since the spreadsheet was made" in result.stdout
    entry = entry_of(project / WELSH, "listen-first.text")
    assert "#, fuzzy" in entry
    assert 'msgstr "Gwrando arnoch chi yn gyntaf."' in entry
    assert '#| msgid "Listen to you before we decide."' in entry


def test_changed_words_lose_their_signature(project: Path, run: Run, sheet: Sheet) -> None:
    """Who has signed has not signed for words that somebody changed later."""
    run(project, "translate", "review", "cy", "--by", "A reader", "--on", "2026-05-01", "--text", "title")

    def change(texts: Worksheet) -> None:
        assert texts.cell(*cell_of(texts, "title", "State")).value == "reviewed"
        write(texts, "title", Translation="Geiriau eraill")

    result = run(project, "translate", "import", "cy", sheet(change))
    assert "they are a draft again" in result.stdout
    assert "Reviewed by" not in entry_of(project / WELSH, "title")


def test_signing_and_publishing(project: Path, run: Run) -> None:
    """Where only reviewed words may be shown, a signature brings a page into the language, with the reader's name."""
    settings = project / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8").replace("        draft: show\n", "        draft: hide\n"), "utf-8")
    assert "'working-together' is left out of 'cy'" in run(project, "check").stdout
    result = run(project, "translate", "review", "cy", "working-together", "--by", "A reader", "--on", "2026-05-01")
    assert re.search(r"^signed \d\d texts$", result.stdout, re.MULTILINE)
    assert run(project, "build").returncode == 0
    page = (project / "site" / "cy" / "charters" / "working-together" / "index.html").read_text("utf-8")
    assert "A reader (1 Mai 2026)" in page
    assert "cp-notice--draft" not in page
    rows = json.loads(run(project, "translate", "status", "cy", "--json").stdout)
    row = next(row for row in rows if row["document"] == "working-together")
    assert (row["per_cent"]["reviewed"], row["shown"], row["reader"]) == (100, True, "A reader")


def test_nobody_signs_for_what_is_wrong(project: Path, run: Run, tree: Tree) -> None:
    """A translation that lost a number or a link is not signed, nor is anything else in that run."""
    path = project / WELSH
    text = path.read_text("utf-8")
    wrong = re.sub(r'(msgid "Within 5 working days.*"\nmsgstr ").*"', r'\1Cyn bo hir"', text)
    wrong = (
        wrong if wrong != text else text.replace('msgstr "Gwrando arnoch chi cyn', 'msgstr "Gwrando {arnoch} chi cyn')
    )
    assert wrong != text
    path.write_text(wrong, "utf-8")
    before = tree(project)
    result = run(project, "translate", "review", "cy", "--by", "A reader")
    assert result.returncode == 1
    assert f"{WELSH.as_posix()}:" in result.stdout
    assert tree(project) == before


def test_status_for_people(project: Path, run: Run) -> None:
    """The table has a line a document, and says why one is not on the site."""
    (project / "i18n" / "cy" / "sharing.po").unlink()
    lines = run(project, "translate", "status").stdout.splitlines()
    assert lines[0].split()[:2] == ["document", "language"]
    assert any(line.startswith("working-together") and line.endswith("yes") for line in lines)
    assert any(line.startswith("sharing") and line.endswith("no: nothing is translated") for line in lines)


def test_templates(project: Path, run: Run) -> None:
    """Templates have every text and no translation; a second run writes nothing."""
    result = run(project, "translate", "extract")
    names = ["interface", "respect", "sharing", "working-together"]
    assert result.stdout.splitlines()[:-1] == [f"wrote i18n/templates/{name}.pot" for name in names]
    text = (project / "i18n" / "templates" / "working-together.pot").read_text("utf-8")
    assert 'msgctxt "listen-first.text"' in text
    assert set(re.findall(r"^msgstr (.*)$", text.split("\n\n", 1)[1], re.MULTILINE)) == {'""'}
    assert run(project, "translate", "extract").stdout.splitlines() == ["No findings."]


def test_adding_a_language(project: Path, run: Run, tree: Tree) -> None:
    """One command lists a language, writes its files and says what it has; the site builds at once."""
    before = tree(project)
    settings = (project / "mkdocs.yml").read_text("utf-8")
    result = run(project, "new", "language", "gu", "--site-name", "A name: with a colon")
    assert (result.returncode, result.stderr) == (0, "")
    for said in ("Fonts: Noto Sans Gujarati", "Reading grade: none", "i18n/gu/interface.po", "translate export gu"):
        assert said in result.stdout
    after = tree(project)
    assert {path for path in before if path not in after or after[path] != before[path]} == {"mkdocs.yml"}
    assert {"docs/index.gu.md", "i18n/gu/working-together.po", "i18n/gu/interface.po"} <= set(after) - set(before)
    changed = (project / "mkdocs.yml").read_text("utf-8")
    added = [line for line in changed.splitlines() if line not in settings.splitlines()]
    assert added == ["        - locale: gu", "          name: ગુજરાતી", "          site_name: 'A name: with a colon'"]
    assert run(project, "build").returncode == 0
    assert '<html lang="gu" dir="ltr"' in (project / "site" / "gu" / "index.html").read_text("utf-8")
    again = run(project, "new", "language", "gu")
    assert (again.returncode, "'gu' is in mkdocs.yml already" in again.stderr) == (2, True)


def test_files_for_other_tools(project: Path, run: Run) -> None:
    """GNU gettext, which Poedit and Weblate stand on, takes every file without a warning."""
    msgfmt = shutil.which("msgfmt")
    assert msgfmt, "msgfmt was not found. Run scripts/test.py, which installs it, or install the package 'gettext'."
    run(project, "new", "language", "ar")
    run(project, "translate", "review", "cy", "--by", "A reader")
    paths = sorted((project / "i18n").rglob("*.po"))
    assert len(paths) > 5
    for path in paths:
        checked = subprocess.run([msgfmt, "-c", "-o", "-", path], capture_output=True, check=False)
        assert (checked.returncode, checked.stderr.decode()) == (0, ""), path

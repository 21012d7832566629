"""Test the spreadsheet that translators get."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from charterpress.findings import CharterpressError
from charterpress.languages.catalogue import State
from charterpress.languages.exchange.workbook import (
    HEADINGS,
    MARK,
    OPEN,
    SHEET,
    Row,
    export_workbook,
    render_workbook,
    rows_of,
)
from charterpress.languages.locales import load_locale
from charterpress.languages.pofile import parse_po

Translate = Callable[..., Path]
Edit = Callable[[str, str, str], int]


def row(**values: object) -> Row:
    """Return a row of a charter; what is not given is plain."""
    plain = {"document": "family", "context": "title", "source": "Title", "translation": "Teitl", "comment": ""}
    made = {**plain, "note": "", "state": State.DRAFT, "review": None, **values}
    return Row(**made)  # type: ignore[arg-type]  # each test gives values of the right kind


def sheet_of(content: bytes) -> Worksheet:
    """Return the sheet of texts of a spreadsheet."""
    sheet = load_workbook(io.BytesIO(content))[SHEET]
    assert isinstance(sheet, Worksheet)
    return sheet


def values_of(sheet: Worksheet) -> list[dict[str, object]]:
    """Return the rows of a sheet by their headings."""
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), cells, strict=True)) for cells in rows]


def exported(sample: Path, locale: str, *wanted: str) -> list[dict[str, object]]:
    """Export the texts of the sample, and return the rows by their headings."""
    target = sample / "texts.xlsx"
    number, findings = export_workbook(sample, locale, wanted, target)
    assert findings == ()
    rows = values_of(sheet_of(target.read_bytes()))
    assert number == len(rows)
    return rows


def test_every_text_has_a_row(sample: Path) -> None:
    """A new language gets each text of each document, with what a translator must know, and nothing filled in."""
    rows = exported(sample, "cy")
    assert {str(each["Document"]) for each in rows} == {"family", "involved", "listening", "rules"}
    [found] = [each for each in rows if each["Context"] == "answer-you.within.time"]
    assert (found["Source"], found["Translation"], found["State"]) == ("Within 5 days", None, "missing")
    assert "Services promise this to: Parents" in str(found["Comment"]).splitlines()
    assert "Keep: 5" in str(found["Comment"]).splitlines()
    assert {each["Language"] for each in rows} == {"cy"}
    assert not (sample / "i18n").exists()


def test_rows_stand_in_the_order_of_the_page(sample: Path) -> None:
    """The rows of a document follow its page, so that a translator reads it as families do."""
    contexts = [each["Context"] for each in exported(sample, "cy", "family")]
    order = ["title", "services-listen.lead_in", "hear-you.text", "answer-you.text", "parents-listen.title"]
    assert [context for context in contexts if context in order] == order


def test_only_what_is_wanted(sample: Path) -> None:
    """With documents named, only their texts are there."""
    assert {each["Document"] for each in exported(sample, "cy", "rules", "listening")} == {"rules", "listening"}


def test_what_is_known_of_a_translation(sample: Path, translate_sample: Translate) -> None:
    """A row has the translation, its state, its note, and who has read it on which day; the fingerprint is left out."""
    path = translate_sample("cy", "rules", flag="reviewed")
    path.write_text(
        path.read_text("utf-8").replace("# Reviewed by", "# ask the office\n# Reviewed by", 1), encoding="utf-8"
    )
    first, second, *_ = exported(sample, "cy", "rules")
    assert (first["Translation"], first["State"]) == (f"{first['Source']} (cy)", "reviewed")
    assert (first["Note"], second["Note"]) == ("ask the office", None)
    assert first["Reviewed by"] == "A native reader"
    day = first["Reviewed on"]
    assert isinstance(day, datetime)
    assert day.date() == date(2026, 5, 1)


def test_a_text_that_changed(sample: Path, translate_sample: Translate, edit: Edit) -> None:
    """A text whose source has changed since comes with its old translation, as one to look at, and what changed."""
    path = translate_sample("cy", "family", flag="reviewed")
    before = path.read_bytes()
    edit("docs/charters/family.yml", "time: Within 5 days", "time: Within 10 days")
    [found] = [each for each in exported(sample, "cy", "family") if each["Context"] == "answer-you.within.time"]
    assert (found["Source"], found["Translation"], found["State"]) == (
        "Within 10 days", "Within 5 days (cy)", "needs review",
    )  # fmt: skip
    assert found["Reviewed by"] is None
    assert "What changed: “5” went, “10” is new" in str(found["Comment"]).splitlines()
    assert path.read_bytes() == before


def test_interface_words(sample: Path, polish: Callable[..., Path]) -> None:
    """A project's own interface words come along, with a row for each plural form."""
    polish({("{number} day", "{number} days"): ("a", "b", "c")}, sample / "i18n" / "pl" / "interface.po")
    rows = [each for each in exported(sample, "pl") if each["Document"] == "interface"]
    assert len(rows) > 60
    forms = [each for each in rows if each["Source"] == "{number} texts on this page have been checked."]
    assert [each["Context"] for each in forms] == ["[1]", "[2]"]


def test_rows_of_plural_forms() -> None:
    """The row of the first form has the singular, the others have the plural; all have the state of the whole."""
    head = 'msgid ""\nmsgstr ""\n"Language: pl\\n"\n\n'
    entry = '# a note\nmsgid "one day"\nmsgid_plural "{number} days"\nmsgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n'
    rows = list(rows_of("interface", parse_po(head + entry, "pl")))
    assert [(each.context, each.source, each.translation) for each in rows] == [
        ("[0]", "one day", "a"),
        ("[1]", "{number} days", "b"),
        ("[2]", "{number} days", "c"),
    ]
    assert {(each.note, each.state) for each in rows} == {("a note", State.DRAFT)}


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("https://spam.example")',
        "+44",
        "-5",
        "@all",
        "#N/A",
        "#REF!",
        "TRUE",
        "007",
        "1e5",
        "2027-01-31",
    ],
)
def test_a_text_is_no_formula(text: str) -> None:
    """A text that a spreadsheet could take for something else stands there as words."""
    sheet = sheet_of(render_workbook([row(source=text, translation=text, note=text)], load_locale("cy")))
    for heading in ("Source", "Translation", "Note"):
        cell = sheet.cell(2, list(HEADINGS).index(heading) + 1)
        assert (cell.value, cell.data_type) == (text, "s"), heading


def test_columns_and_headings() -> None:
    """The columns stand in their order under headings that stay in view."""
    sheet = sheet_of(render_workbook([row()], load_locale("cy")))
    assert [cell.value for cell in sheet[1]] == list(HEADINGS)
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == sheet.dimensions


def test_where_a_translator_writes() -> None:
    """The columns that a translator fills in are open; words typed there stay words, and the others are locked."""
    sheet = sheet_of(render_workbook([row(), row(context="b")], load_locale("cy")))
    for heading, cell in zip(HEADINGS, sheet[3], strict=True):
        assert cell.protection.locked is (heading not in OPEN), heading
    for heading in ("Translation", "Note"):
        assert sheet.cell(2, list(HEADINGS).index(heading) + 1).number_format == "@"


def test_how_a_changed_row_is_known() -> None:
    """Each row has a mark in a hidden column that tells whether anything that a translator fills in was changed."""
    plain = row()
    sheet = sheet_of(render_workbook([plain], load_locale("cy")))
    at = list(HEADINGS).index(MARK) + 1
    assert sheet.cell(2, at).value == plain.mark
    assert sheet.column_dimensions[get_column_letter(at)].hidden
    day = date(2026, 5, 1)
    changed = [
        row(translation="Teitl!"),
        row(note="a note"),
        row(state=State.NEEDS_REVIEW),
        row(state=State.REVIEWED, review=("A native reader", day)),
        row(state=State.REVIEWED, review=("Another reader", day)),
        row(state=State.REVIEWED, review=("A native reader", date(2026, 5, 2))),
        row(translation="Teitla", note=""),
        row(translation="Teitl", note="a"),
    ]
    marks = {each.mark for each in changed}
    assert len(marks) == len(changed)
    assert plain.mark not in marks
    assert row(comment="another comment").mark == plain.mark


def test_a_choice_of_states() -> None:
    """In the column State one chooses among the states, in every row."""
    sheet = sheet_of(render_workbook([row(), row(context="b"), row(context="c")], load_locale("cy")))
    [choice] = sheet.data_validations.dataValidation
    assert choice.type == "list"
    assert str(choice.formula1).strip('"').split(",") == [state.value for state in State]
    column = get_column_letter(list(HEADINGS).index("State") + 1)
    assert str(choice.sqref) == f"{column}2:{column}4"


@pytest.mark.parametrize(("code", "order"), [("ur", 2), ("ar", 2), ("cy", 0), ("bn", 0)])
def test_direction_of_writing(code: str, order: int) -> None:
    """The column of translations is written in the direction of the language, that of sources in its own."""
    sheet = sheet_of(render_workbook([row()], load_locale(code)))
    translation, source = (sheet.cell(2, list(HEADINGS).index(name) + 1) for name in ("Translation", "Source"))
    assert translation.alignment.readingOrder == order
    assert source.alignment.readingOrder == 0


def test_how_to_use_it() -> None:
    """A first sheet says what to do, and names the language, the states and the columns."""
    book = load_workbook(io.BytesIO(render_workbook([row()], load_locale("ur"))))
    assert book.sheetnames == ["Read me", SHEET]
    assert book.active is not None
    assert book.active.title == SHEET
    words = " ".join(str(cells[0]) for cells in book["Read me"].iter_rows(values_only=True) if cells[0])
    for word in ("Urdu", "(ur)", "{names in braces}", *(heading for heading in OPEN if " " not in heading)):
        assert word in words
    assert all(state.value in words for state in State)


def test_the_same_rows_give_the_same_sheet() -> None:
    """Two exports of the same texts have the same cells."""
    rows = [row(), row(context="b", note="=x", state=State.REVIEWED, review=("A native reader", date(2026, 5, 1)))]
    first, second = (sheet_of(render_workbook(rows, load_locale("cy"))) for _ in range(2))
    assert values_of(first) == values_of(second)


def test_no_rows() -> None:
    """Without texts there is a sheet with headings."""
    sheet = sheet_of(render_workbook([], load_locale("cy")))
    assert values_of(sheet) == []
    assert [cell.value for cell in sheet[1]] == list(HEADINGS)


def test_a_broken_file_stops_the_export(sample: Path, translate_sample: Translate) -> None:
    """With a PO file that cannot be read no spreadsheet is written, and the finding names the file from the root."""
    translate_sample("cy", "rules").write_text('msgid "open\n', encoding="utf-8")
    number, findings = export_workbook(sample, "cy", (), sample / "texts.xlsx")
    assert number == 0
    assert [(finding.rule, str(finding.file)) for finding in findings] == [("po-syntax", "i18n/cy/rules.po")]
    assert not (sample / "texts.xlsx").exists()


def test_a_broken_document_stops_the_export(sample: Path, edit: Edit) -> None:
    """With an error in a document no spreadsheet is written."""
    edit("docs/themes/listening.yml", "summary:", "sumary:")
    number, findings = export_workbook(sample, "cy", (), sample / "texts.xlsx")
    assert number == 0
    assert "unknown-key" in {finding.rule for finding in findings}
    assert not (sample / "texts.xlsx").exists()


def test_broken_settings(sample: Path) -> None:
    """With settings that cannot be read no spreadsheet is written."""
    (sample / "mkdocs.yml").write_text("plugins: [charterpress]\n", encoding="utf-8")
    number, findings = export_workbook(sample, "cy", (), sample / "texts.xlsx")
    assert number == 0
    assert {str(finding.file) for finding in findings} == {"mkdocs.yml"}
    assert not (sample / "texts.xlsx").exists()


def test_unknown_language(sample: Path) -> None:
    """A language that does not exist stops the run."""
    with pytest.raises(CharterpressError, match="'zz' is not a language"):
        export_workbook(sample, "zz", (), sample / "texts.xlsx")
    assert not (sample / "texts.xlsx").exists()

"""Test that the whole of each charter of the reference site is on its pages, in every language."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pypdfium2
import pytest

from charterpress.check import Checked
from charterpress.content.inline import plain_text
from charterpress.content.model import Charter
from charterpress.content.texts import texts_of
from charterpress.languages.locales import load_locale
from charterpress.leaflets.contents import Contents
from charterpress.leaflets.flow import Fullness
from charterpress.leaflets.runs import Run, words_of
from charterpress.leaflets.series import Order, Workshop, wanted


def _letters(text: str) -> str:
    """Return the letters and digits of a text, without marks and spaces, which not every reader of PDFs gives back."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if unicodedata.category(one)[0] in "LN")


def _said(value: object) -> Iterator[str]:
    """Yield the words of each part of a leaflet, as one text a part."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and value and all(isinstance(part, Run) for part in value):
        yield words_of(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from _said(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _said(getattr(value, field.name))


@pytest.fixture(scope="module")
def charters(reference: Checked) -> tuple[tuple[str, Charter], ...]:
    """Return the charters of the reference site that have leaflets, by language."""
    assert reference.project is not None
    found = wanted(reference.languages, reference.project)
    assert len({code for code, _ in found}) >= 9
    assert len(found) >= 19
    return found


def test_nothing_of_a_charter_is_left_out(reference: Checked, charters: tuple[tuple[str, Charter], ...]) -> None:
    """Every text of a charter that its translators get is among the words that are set."""
    for code, charter in charters:
        titles = {key: item.document.title for key, item in reference.languages[code].documents.items()}
        contents = Contents(charter, titles, load_locale(code), str, "Us", "https://a.example/", False, None, True)  # noqa: FBT003 - as its fields stand
        said = " ".join(_said(contents.panels(Fullness())))
        texts = [plain_text(str(text.text)) for text in texts_of(charter)]
        assert len(texts) > 50
        assert [text for text in texts if text not in said] == [], (code, charter.id)


@pytest.mark.parametrize("name", ["sheet", "large-print"])
def test_every_promise_is_in_the_file(name: str, reference: Checked, charters: tuple[tuple[str, Charter], ...]) -> None:
    """The words of each commitment come back out of the PDF, in every language."""
    assert reference.project is not None
    for code, charter in charters:
        order = Order(code, charter.id, "https://charters.example/", name)
        leaflet, findings = Workshop(reference.library, reference.languages[code], reference.project).typeset(order)
        assert leaflet is not None, findings
        pages = pypdfium2.PdfDocument(leaflet.screen)
        read = _letters("".join(page.get_textpage().get_text_range() for page in pages))
        promises = [_letters(plain_text(str(one.text))) for one in charter.commitments()]
        assert promises
        assert [one for one in promises if one not in read] == [], (code, charter.id)

"""Test how each language says the terms of the trade."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charterpress.languages.terminology import NAME, TermForms, Terminology, load_terminology

WritePo = Callable[..., Path]


@pytest.mark.parametrize(
    ("forms", "translation", "said"),
    [
        (("eiriolwr",), "Dewch â'ch eiriolwr.", True),
        (("eiriolwr",), "EIRIOLWR", True),
        (("Eiriolwr",), "eiriolwr", True),
        (("eiriolwr",), "eiriolwyr", False),
        (("eiriolwr",), "cyneiriolwr", False),
        (("eiriol*",), "eiriolwyr", True),
        (("eiriol*",), "cyneiriol", False),
        (("*eiriol",), "cyneiriol", True),
        (("*eiriol",), "eiriolwyr", False),
        (("*eiriol*",), "cyneiriolwyr", True),
        (("eiriolwr", "cyfaill"), "Dewch â'ch cyfaill.", True),
        (("gweithiwr cymdeithasol",), "gweithiwr  cymdeithasol", True),
        (("gweithiwr cymdeithasol",), "gweithiwr da cymdeithasol", False),
        (("pracownik* socjaln*",), "pracownika socjalnego", False),
        (("a.b",), "axb", False),
        (("*مدرسة",), "في المدرسة الجديدة", True),
        (("مدرسة",), "في المدرسة الجديدة", False),
        (("সমাজকর্মী",), "আপনার সমাজকর্মী", True),
        (("সমাজকর্মী",), "আপনার সমাজকর্মীর কাছে", False),
        (("সমাজকর্মী*",), "আপনার সমাজকর্মীর কাছে", True),
        (("কর্ম",), "কর্মী", False),
        (("ਅਧਿਆਪਕ",), "ਤੁਹਾਡਾ ਅਧਿਆਪਕ", True),
        (("ਸਕੂਲ",), "ਸਕੂਲਾਂ", False),
    ],
)
def test_forms(forms: tuple[str, ...], translation: str, said: bool) -> None:  # noqa: FBT001 - a column of a table
    """A form is whole words in any capitals; a * stands for any ending or any beginning, and signs belong to words."""
    assert TermForms("term", forms).is_said_in(translation) is said


def test_the_preferred_form() -> None:
    """The first form is the one to use, shown without its *."""
    assert TermForms("advocate", ("eiriol*", "cyfaill")).preferred == "eiriol"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask your advocate.", [("advocate", "advocate")]),
        ("Ask your advocates.", [("advocate", "advocate")]),
        ("Your advocate's role", [("advocate", "advocate")]),
        ("Your advocate’s role", [("advocate", "advocate")]),
        ("Advocate for All", [("advocate", "Advocate")]),
        ("They advocated it.", []),
        ("Ask your social worker.", [("social worker", "social worker")]),
        ("Ask a worker.", [("worker", "worker")]),
        ("Ask a social worker or another worker.", [("social worker", "social worker"), ("worker", "worker")]),
        ("An advocate and an advocate", [("advocate", "advocate")]),
        ("Nothing", []),
    ],
)
def test_terms_in_a_text(text: str, expected: list[tuple[str, str]]) -> None:
    """A term is found as whole words, in singular and plural, each once; of two that overlap, the longer."""
    terms = tuple(TermForms(source, ("x",)) for source in ("advocate", "social worker", "worker"))
    found = [(term.source, words) for term, words in Terminology(terms).terms_in(text)]
    assert sorted(found) == sorted(expected)


def test_terms_that_start_alike() -> None:
    """Of two terms that start with the same word, the longer one is found where it stands."""
    terms = Terminology(tuple(TermForms(source, ("x",)) for source in ("child", "child protection plan")))
    assert [term.source for term, _ in terms.terms_in("A child protection plan helps.")] == ["child protection plan"]
    assert [term.source for term, _ in terms.terms_in("A child helps.")] == ["child"]


def test_no_terms() -> None:
    """An empty terminology finds nothing."""
    assert list(Terminology().terms_in("Ask your advocate.")) == []


def test_a_terminology_is_a_po_file(tmp_path: Path, write_po: WritePo) -> None:
    """The terms of a language stand in terminology.po: forms are parted by |, and a term without one is left out."""
    path = tmp_path / "i18n" / "cy" / f"{NAME}.po"
    entries = (("", "advocate", " eiriolwr | heiriol* |"), ("", "school", ""), ("", "plan", " | * "))
    write_po(*entries, path=path)
    path.write_text(path.read_text("utf-8").replace('msgctxt ""\n', ""), encoding="utf-8")
    found = load_terminology(tmp_path / "i18n", "cy")
    assert found.findings == ()
    assert [(term.source, term.forms) for term in found.terms] == [("advocate", ("eiriolwr", "heiriol*"))]


def test_no_file(tmp_path: Path) -> None:
    """A language without a terminology has no terms, and nothing is wrong."""
    assert load_terminology(tmp_path, "cy") == Terminology()


def test_a_broken_file(tmp_path: Path) -> None:
    """A terminology that cannot be read gives findings that name it, and no terms."""
    path = tmp_path / "cy" / f"{NAME}.po"
    path.parent.mkdir()
    path.write_text('msgid "open\n', encoding="utf-8")
    found = load_terminology(tmp_path, "cy")
    assert found.terms == ()
    assert [(finding.rule, finding.file) for finding in found.findings] == [("po-syntax", path)]

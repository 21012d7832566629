"""Test the interface words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from charterpress.languages.catalogue import load_catalogue
from charterpress.languages.pseudo import PSEUDO_LOCALES, pseudolocalise
from charterpress.languages.words import FOLDER, Words, load_words, mark, own_words_path

WritePo = Callable[..., Path]


def words_from(path: Path) -> Words:
    """Return the words of a PO file."""
    return Words("cy", load_catalogue(path, "cy"))


def without_context(path: Path) -> Path:
    """Take the contexts out of a PO file, as interface words have none."""
    lines = [line for line in path.read_text("utf-8").split("\n") if not line.startswith("msgctxt")]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_word_is_translated(write_po: WritePo) -> None:
    """A word with a translation is given in the language, with values in its places."""
    words = words_from(without_context(write_po(("", "Notes", "Nodiadau"), ("", "page {number}", "tudalen {number}"))))
    assert words("Notes") == "Nodiadau"
    assert words("page {number}", number=28) == "tudalen 28"


def test_a_word_without_translation_stays_english(write_po: WritePo) -> None:
    """A word that is missing, empty or fuzzy stays as it is."""
    words = words_from(without_context(write_po(("", "Notes", "Nodiadau"), ("", "Thanks", ""), flag="fuzzy")))
    assert [words(word) for word in ("Notes", "Thanks", "Read more")] == ["Notes", "Thanks", "Read more"]
    assert words("page {number}", number=28) == "page 28"


def test_values_cannot_bring_html(write_po: WritePo) -> None:
    """With HTML among the values the rest is escaped, so that only that value is HTML."""
    words = words_from(without_context(write_po(("", "From {a} & {b}", "Gan {a} & {b}"))))
    assert words("From {a} & {b}", a=Markup("<bdi>x</bdi>"), b="<b>") == Markup("Gan <bdi>x</bdi> &amp; &lt;b&gt;")


def test_drafts_are_known(write_po: WritePo) -> None:
    """Words that nobody has reviewed make a language a draft; reviewed ones do not."""
    assert words_from(without_context(write_po(("", "Notes", "Nodiadau")))).draft
    assert not words_from(without_context(write_po(("", "Notes", "Nodiadau"), flag="reviewed"))).draft
    assert not load_words("en").draft


def test_english_needs_no_catalogue() -> None:
    """English speaks as the templates do."""
    assert not (FOLDER / "en.po").exists()
    assert load_words("en")("Who to ask") == "Who to ask"


@pytest.mark.parametrize("code", ["tlh", "de"])
def test_a_language_without_words(code: str) -> None:
    """A language without a catalogue speaks English rather than failing, in singular and plural."""
    words = load_words(code)
    assert words("Who to ask") == "Who to ask"
    assert [words.plural("one day", "{number} days", number) for number in (0, 1, 2)] == ["0 days", "one day", "2 days"]


RULES = {
    "pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "cy": "nplurals=5; plural=(n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 0);",
}
DAY, DAYS = "{number} day", "{number} days"


def counting(folder: Path, code: str, *forms: str, flag: str = "") -> Words:
    """Return words of a language that has forms for a number of days."""
    path = folder / f"{code}.po"
    head = f'msgid ""\nmsgstr ""\n"Language: {code}\\n"\n"Plural-Forms: {RULES[code]}\\n"\n\n'
    strings = "".join(f'msgstr[{form}] "{words}"\n' for form, words in enumerate(forms))
    path.write_text(f'{head}{flag}msgid "{DAY}"\nmsgid_plural "{DAYS}"\n{strings}', encoding="utf-8")
    return Words(code, load_catalogue(path, code))


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0 dni-wiele"), (1, "1 dzień"), (2, "2 dni"), (4, "4 dni"), (5, "5 dni-wiele"), (12, "12 dni-wiele"),
     (21, "21 dni-wiele"), (22, "22 dni"), (112, "112 dni-wiele")],
)  # fmt: skip
def test_polish_plural_forms(tmp_path: Path, number: int, expected: str) -> None:
    """Polish has a form for one, one for two to four, and one for the rest."""
    words = counting(tmp_path, "pl", "{number} dzień", "{number} dni", "{number} dni-wiele")
    assert words.plural(DAY, DAYS, number) == expected


@pytest.mark.parametrize(
    ("number", "form"), [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"),
                         (100, "other"), (102, "other"), (103, "few")],
)  # fmt: skip
def test_arabic_plural_forms(tmp_path: Path, number: int, form: str) -> None:
    """Arabic has six forms: for none, one, two, few, many, and hundreds."""
    words = counting(tmp_path, "ar", "zero", "one", "two", "few", "many", "other")
    assert words.plural(DAY, DAYS, number) == form


@pytest.mark.parametrize(
    ("number", "form"), [(0, "other"), (1, "one"), (2, "two"), (3, "few"), (4, "other"), (6, "many")]
)
def test_welsh_plural_forms(tmp_path: Path, number: int, form: str) -> None:
    """Welsh has forms of their own for one, two, three and six."""
    words = counting(tmp_path, "cy", "other", "one", "two", "few", "many")
    assert words.plural(DAY, DAYS, number) == form


def test_shipped_plural_forms() -> None:
    """The forms of the words shipped differ where the language's do."""
    one, many = "One text on this page is not translated yet.", "{number} texts on this page are not translated yet."
    words = load_words("pl")
    assert len({words.plural(one, many, number, number="x") for number in (1, 2, 5)}) == 3
    assert words.plural(one, many, 2, number="x") == words.plural(one, many, 24, number="x")


def test_the_number_as_the_language_writes_it(tmp_path: Path) -> None:
    """The number in the text is as it is given, and HTML when that is; the form goes by the count."""
    words = counting(tmp_path, "pl", "{number} dzień", "{number} dni", "{number} <dni>")
    assert words.plural(DAY, DAYS, 2, number="۲") == "۲ dni"
    assert words.plural(DAY, DAYS, 5, number=Markup("<b>5</b>")) == Markup("<b>5</b> &lt;dni&gt;")


@pytest.mark.parametrize(("forms", "flag"), [(("a", "", "c"), ""), (("a", "b", "c"), "#, fuzzy\n")])
def test_plural_forms_that_may_not_be_shown(tmp_path: Path, forms: tuple[str, ...], flag: str) -> None:
    """With a form missing, or to be looked at, the language speaks English for every number."""
    words = counting(tmp_path, "pl", *forms, flag=flag)
    assert [words.plural(DAY, DAYS, number) for number in (1, 2, 5)] == ["1 day", "2 days", "5 days"]


def test_a_word_without_plural_forms(write_po: WritePo) -> None:
    """A text that a catalogue translates without plural forms serves for every number."""
    words = words_from(without_context(write_po(("", DAY, "{number} o ddyddiau"))))
    assert [words.plural(DAY, DAYS, number) for number in (1, 2)] == ["1 o ddyddiau", "2 o ddyddiau"]


def test_own_words_win(tmp_path: Path, polish: Callable[..., Path]) -> None:
    """A project's own words win over those shipped, word by word, with plural rules of their own."""
    i18n = tmp_path / "i18n"
    own = {"Notes": "Nasze przypisy", "Thanks": "", (DAY, DAYS): ("{number} dzień", "{number} dni", "{number} dób")}
    polish(own, own_words_path(i18n, "pl"))
    words, shipped = load_words("pl", i18n), load_words("pl")
    assert words("Notes") == "Nasze przypisy" != shipped("Notes")
    assert words("Thanks") == shipped("Thanks") != "Thanks"
    assert words.plural(DAY, DAYS, 5) == "5 dób"
    assert load_words("pl", tmp_path / "none")("Notes") == shipped("Notes")


def test_where_own_words_lie(tmp_path: Path) -> None:
    """A project keeps its own words beside its translations."""
    assert own_words_path(tmp_path, "pl") == tmp_path / "pl" / "interface.po"


@pytest.mark.parametrize("code", sorted(PSEUDO_LOCALES))
def test_made_up_languages(code: str) -> None:
    """In a made-up language every word is accented, its placeholders filled."""
    words = load_words(code)
    assert words("page {number}", number=28) == pseudolocalise("page {number}").format(number=28)
    assert words.plural("one day", DAYS, 2) == pseudolocalise(DAYS).format(number=2)
    assert words.plural("one day", DAYS, 1) == pseudolocalise("one day")


def test_a_word_is_marked_as_it_is() -> None:
    """A mark changes nothing: it lets the word be found for the catalogues."""
    assert mark("Who to ask") == "Who to ask"

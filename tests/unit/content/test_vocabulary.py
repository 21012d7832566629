"""Test the vocabulary: how terms are found, whose meaning counts, and that every shipped meaning is plain."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import ValidationError

from charterpress.content.vocabulary import Term, Vocabulary, load_terms, load_vocabulary
from charterpress.content.vocabulary.phrases import form_key
from charterpress.readability.scores import score
from charterpress.readability.sentences import count_words, split_sentences
from charterpress.readability.wording.plainer import find_plainer

PLAN = Term(id="plan", term="plan", also=("plans", "carer's plan"), short=("PL",), meaning="What we will do.")
LONG = Term(id="care-plan", term="care plan", also=("Care, Help and Plan",), meaning="A plan for care.")
SECTION = Term(id="section-17", term="section 17", meaning="A part of the law.")
OWN = Vocabulary((PLAN, LONG, SECTION))

FOUND = [
    ("The plan is here.", ["plan"]),
    ("PLANS and Plans", ["PLANS", "Plans"]),
    ("a care plan, a plan", ["care plan", "plan"]),
    ("a care \n\t plan", ["care \n\t plan"]),
    ("a care\u00a0plan", ["care\u00a0plan"]),
    ("the carer\u2019s plan", ["carer\u2019s plan"]),
    ("the plan's end, the plan\u2019s end", ["plan", "plan"]),
    ("PL but not pl or Pl", ["PL"]),
    ("a PL-based rule", ["PL"]),
    ("a PL-X rule", []),
    ("care, help and plan", ["care, help and plan"]),
    ("planned planet", []),
    ("a re-plan and a plan-led day", []),
    ("(plan)/plan", ["plan", "plan"]),
    ("section 17, section 17.3, section 170", ["section 17"]),
    ("In section 17.", ["section 17"]),
    ("see https://plan.example/plan and plan@plan.example", []),
    ("care", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "words"), FOUND)
def test_what_is_found(text: str, words: list[str]) -> None:
    """Forms are whole words, the longest first, in any case unless they are all in capitals."""
    assert [text[match.start : match.end] for match in OWN.find(text)] == words


def test_matches_name_their_term_and_never_overlap() -> None:
    """A match says which term it is; the next starts where it ends or later."""
    matches = OWN.find("care plan plan section 17 plans")
    assert [match.term.id for match in matches] == ["care-plan", "plan", "section-17", "plan"]
    assert all(first.end <= second.start for first, second in pairwise(matches))


def test_get() -> None:
    """A term is known by its id."""
    assert OWN.get("care-plan") is LONG
    assert OWN.get("nothing") is None


@pytest.mark.parametrize("language", ["xx", "", "../en", "en/../en", "\ud800"])
def test_no_vocabulary(language: str) -> None:
    """A language without a file has no terms, but for a project's own."""
    assert load_vocabulary(language).terms == ()
    assert [match.term for match in load_vocabulary(language, [PLAN]).find("our plan")] == [PLAN]


@pytest.mark.parametrize("language", ["en", "en-GB", "EN"])
def test_regions_share_the_vocabulary(language: str) -> None:
    """A region has the vocabulary of its language, read once."""
    assert load_vocabulary(language).get("ehc-plan") is not None
    assert load_vocabulary(language) is load_vocabulary("en")


def test_own_terms_win() -> None:
    """An own term takes the forms it shares and replaces the shipped term with its id."""
    own = [
        Term(id="our-plan", term="EHC plan", meaning="Ours."),
        Term(id="ofsted", term="the inspectors", meaning="Ours too."),
    ]
    vocabulary = load_vocabulary("en", own)
    assert [match.term.id for match in vocabulary.find("An EHC plan is an EHCP.")] == ["our-plan", "ehc-plan"]
    assert vocabulary.find("Ofsted") == ()
    assert (ofsted := vocabulary.get("ofsted")) is not None
    assert ofsted.meaning == "Ours too."
    assert load_vocabulary("en").find("Ofsted") != ()


def test_the_last_of_own_terms_wins() -> None:
    """Two pages may explain the same word; that is no error."""
    twice = [Term(id="one", term="word", meaning="One."), Term(id="two", term="Word", meaning="Two.")]
    assert [match.term.id for match in load_vocabulary("xx", twice).find("word")] == ["two"]


GOOD = "- {id: a, term: one, topic: send, meaning: It is one., jargon: true}\n"
BAD = {
    "unknown key": "- {id: a, term: one, topic: send, meaning: It is one., jargon: true, colour: red}\n",
    "unknown topic": "- {id: a, term: one, topic: sea, meaning: It is one.}\n",
    "no meaning": "- {id: a, term: one, topic: send}\n",
    "id twice": GOOD + "- {id: a, term: two, topic: send, meaning: It is two.}\n",
    "form twice": GOOD + "- {id: b, term: two, also: [One], topic: send, meaning: It is two.}\n",
    "form twice in one": "- {id: a, term: one, also: [one], topic: send, meaning: It is one.}\n",
    "apostrophes alike": "- {id: a, term: a's, also: [a\u2019s], topic: send, meaning: It is one.}\n",
    "bad YAML": "- {id: a, term: [\n",
    "a key twice": "- {id: a, id: b, term: one, meaning: It is one.}\n",
    "no list": "id: a\n",
}


@pytest.mark.parametrize("fault", sorted(BAD))
def test_a_bad_file(fault: str, tmp_path: Path) -> None:
    """A mistake in a file of terms is an error, not a term that is silently lost."""
    path = tmp_path / "bad.yml"
    path.write_text(BAD[fault], encoding="utf-8")
    with pytest.raises(ValueError, match=r"\w"):
        load_terms(path)


def test_a_good_file(tmp_path: Path) -> None:
    """One short form needs no brackets; a form in capitals is another than the same in small letters."""
    path = tmp_path / "good.yml"
    path.write_text(GOOD + "- {id: b, term: two, short: ONE, meaning: It is two.}\n", encoding="utf-8")
    one, two = load_terms(path)
    assert (one.jargon, one.forms, two.short, two.topic) == (True, ("one",), ("ONE",), None)
    with pytest.raises(ValidationError):
        two.term = "three"  # type: ignore[misc]  # that it cannot be written is what is tested


@pytest.mark.parametrize(
    "text",
    ["", " ", "\ud800 EHC plan \udfff", "\x00", "e\u0301", "\u0130 EHC plan", "-", "\u2019s", "EHC plan" * 3],
)
def test_odd_texts(text: str) -> None:
    """Whatever the text, places lie in it and nothing fails."""
    for match in load_vocabulary("en").find(text):
        assert 0 <= match.start < match.end <= len(text)


@pytest.mark.parametrize("piece", ["a", "special educational ", "a@"])
def test_one_long_line(piece: str) -> None:
    """A text of a megabyte in one line is read in linear time: a slower way would not end."""
    assert load_vocabulary("en").find(piece * (1_000_000 // len(piece))) == ()


def shipped() -> tuple[Term, ...]:
    """Return every term that ships."""
    terms = load_vocabulary("en").terms
    assert len(terms) >= 120
    return terms


def test_meanings_pass_the_gate() -> None:
    """Every meaning is at most grade 8, with no sentence over 20 words."""
    grades = {term.id: score([term.meaning], "en").grade for term in shipped()}
    assert {key: grade for key, grade in grades.items() if grade is None or grade > 8} == {}
    sentences = [(term.id, part) for term in shipped() for part in split_sentences(term.meaning, "en")]
    assert [found for found in sentences if count_words(found[1]) > 20] == []


def test_meanings_use_plain_words() -> None:
    """No meaning uses a word that has a plainer one."""
    found = {term.id: [hit.words for hit in find_plainer(term.meaning, "en")] for term in shipped()}
    assert {key: words for key, words in found.items() if words} == {}


def test_the_file_is_in_order() -> None:
    """Terms are sorted, and each is found by each of its forms."""
    terms = shipped()
    assert [term.term.casefold() for term in terms] == sorted(term.term.casefold() for term in terms)
    vocabulary = load_vocabulary("en")
    for term in terms:
        for form in term.forms:
            found = [(match.term.id, match.start, match.end) for match in vocabulary.find(form)]
            assert found == [(term.id, 0, len(form))], form_key(form)


def test_no_false_finds() -> None:
    """Words with an everyday sense are no terms."""
    text = (
        "They send a salt mash to our pals. The judge of the cake made arrangements for access to all ages and stages."
    )
    assert load_vocabulary("en").find(text) == ()

"""Test the passive voice and double negatives: what is found, and above all what is left alone."""

from __future__ import annotations

import pytest

from charterpress.readability.wording.data import load_data
from charterpress.readability.wording.style import StyleWords, find_double_negatives, find_passives

PASSIVE = [
    ("You will be told what we decide.", "be told"),
    ("The plan is written by the council.", "is written"),
    ("Your child was seen by a doctor.", "was seen"),
    ("Decisions are made at the meeting.", "are made"),
    ("You have been asked to come.", "been asked"),
    ("The report has not been sent.", "been sent"),
    ("The form must be filled in.", "be filled"),
    ("Letters were sent last week.", "were sent"),
    ("You're invited to the meeting.", "You're invited"),
    ("The plan isn't reviewed each year.", "isn't reviewed"),
    ("It can be changed at any time.", "be changed"),
    ("Your views are always heard.", "are always heard"),
    ("The case is being looked into.", "being looked"),
    ("You were given a copy.", "were given"),
    ("She was told nothing.", "was told"),
    ("They are not asked what they think.", "are not asked"),
    ("The meeting was held in May.", "was held"),
    ("Your child may be taken into care.", "be taken"),
    ("The rules are set by law.", "are set"),
    ("He has been excluded from school.", "been excluded"),
    ("Notes are kept for six years.", "are kept"),
    ("The decision will be carefully explained to you.", "be carefully explained"),
    ("The plan was agreed.", "was agreed"),
    ("The child is looked after by the state.", "is looked"),
    ("Help is offered to all families.", "is offered"),
    ("Support is paid for by the council.", "is paid"),
    ("A copy should be shown to you.", "be shown"),
    ("The choice is expected to be ours.", "is expected"),
    ("We were never shown the notes.", "were never shown"),
    ("It was found that we were right.", "was found"),
    ("You are required to attend.", "are required"),
    ("The plan is co-produced with parents.", "is co-produced"),
    ("Your file can be re-opened by a court.", "be re-opened"),
    ("Checks are carried out every year.", "are carried"),
]

NOT_PASSIVE = [
    "Parents are worried about school.",
    "You are interested in the course.",
    "We are involved in the plan.",
    "She is concerned about her son.",
    "We used to meet on Mondays.",
    "You are used to it.",
    "We are supposed to help.",
    "You are allowed to bring a friend.",
    "They are trained staff.",
    "The child is disabled.",
    "I am pleased to meet you.",
    "You may be tired.",
    "She is married.",
    "The office is closed today.",
    "We are based in Leeds.",
    "This is called a child protection plan.",
    "The school is named in the plan.",
    "He was born in May.",
    "There is need for care.",
    "The report is detailed and long.",
    "There are limited places.",
    "You are entitled to help.",
    "He is gone.",
    "We have asked you to come.",
    "They had told us.",
    "The plan is ready.",
    "You are not alone.",
    "It is indeed true.",
    "We are related to the child.",
    "She is scared of the dark.",
    "This is a planned visit.",
    "It is well-known in the town.",
    "The risk is unfounded.",
    "The team is made up of five people.",
    "This is meant to help.",
    "The form is attached.",
    "He is a trusted friend.",
    "The bed is red.",
    "We are fed up.",
    "The work is finished.",
    "Being kind helped us a lot.",
    "You are a valued member.",
    "They are child-led, not adult-led.",
    "The answer is: told you so.",
    "I am, asked or not, your friend.",
    "What is needed?",
    "It's changed a lot.",
    "They were used to write letters.",
]

DOUBLE = [
    ("It is not unusual to feel cross.", "not unusual"),
    ("This is not impossible.", "not impossible"),
    ("We will not share it without your consent.", "not share it without"),
    ("We cannot come unless you ask us.", "cannot come unless"),
    ("You should never not ask.", "never not"),
    ("No child should not be heard.", "No child should not"),
    ("It isn't uncommon.", "isn't uncommon"),
    ("Do not sign it without advice.", "not sign it without"),
    ("Nobody should be seen without a parent.", "Nobody should be seen without"),
    ("There is no reason not to ask.", "no reason not"),
    ("We do not act unless a court says so.", "not act unless"),
    ("It was not an unreasonable wish.", "not an unreasonable"),
    ("No decision will be made without you.", "No decision will be made without"),
    ("They are not always unfair.", "not always unfair"),
    ("Nothing is not allowed.", "Nothing is not"),
    ("We won't write to the school without asking you.", "won't write to the school without"),
]

NOT_DOUBLE = [
    "You do not have to come.",
    "No, you do not have to.",
    "We are not sure, and you may go without us.",
    "It is unfair.",
    "Not only is it unusual, it is wrong.",
    "You can say no if you do not want it.",
    "There is no plan, and we do not know why.",
    "We never lie. We do not hide things.",
    "We have no money but we are not sad.",
    "You can go without a form.",
    "Unless you ask, we stay.",
    "Do not undo the lock.",
    "It does not unite us.",
    "If you do not ask we will act without you.",
    "No matter what, do not sign.",
    "We do not know if it is unfair.",
    "Put no blame on you for things you cannot control.",
    "There is no longer a need. It is not used.",
    "They did not understand the plan.",
    "Say no to what you do not want.",
    "Do not just listen without asking.",
]


@pytest.mark.parametrize(("text", "words"), PASSIVE)
def test_passives(text: str, words: str) -> None:
    """A form of "to be" with a participle is found, adverbs included."""
    assert [text[spot.start : spot.end] for spot in find_passives(text, "en")] == [words]


@pytest.mark.parametrize("text", NOT_PASSIVE)
def test_no_passives(text: str) -> None:
    """Adjectives, names, nouns in -ed and other tenses are left alone."""
    assert find_passives(text, "en") == ()


@pytest.mark.parametrize(("text", "words"), DOUBLE)
def test_double_negatives(text: str, words: str) -> None:
    """Two denials in one clause are found, from the first to the second."""
    assert [text[spot.start : spot.end] for spot in find_double_negatives(text, "en")] == [words]


@pytest.mark.parametrize("text", NOT_DOUBLE)
def test_no_double_negatives(text: str) -> None:
    """One denial is none too many, nor are two in two clauses."""
    assert find_double_negatives(text, "en") == ()


def test_enough_examples() -> None:
    """Both ways are tried at least thirty times for the passive voice."""
    assert min(len(PASSIVE), len(NOT_PASSIVE)) >= 30


def test_curly_apostrophes_and_spaces() -> None:
    """Curly apostrophes are read as straight ones, and any white space as a space."""
    text = "You\u2019re  told\nso. It isn\u2019t\tunusual."
    assert [text[spot.start : spot.end] for spot in find_passives(text, "en")] == ["You\u2019re  told"]
    assert [text[spot.start : spot.end] for spot in find_double_negatives(text, "en")] == ["isn\u2019t\tunusual"]


def test_several_in_a_text() -> None:
    """Each is found, in the order of the text."""
    assert len(find_passives("You are told. She was asked. They were heard.", "en")) == 3
    assert len(find_double_negatives("It is not unfair. It is not unkind.", "en")) == 2


@pytest.mark.parametrize("language", ["cy", "pl", "", "../en", "\ud800"])
def test_other_languages(language: str) -> None:
    """Only English is judged; a region of it is English too."""
    assert find_passives("You are told.", language) == ()
    assert find_double_negatives("It is not unusual.", language) == ()
    assert find_passives("You are told.", "en-GB") != ()


def test_lists_are_sound() -> None:
    """No word is both an adjective and a verb form, so that the order of the checks does not matter."""
    lists = load_data(StyleWords, "en", "style")
    assert lists is not None
    assert lists.adjectives & (lists.irregular | lists.two_objects) == set()
    assert all(word == word.casefold().strip() for word in lists.be | lists.adjectives | lists.denying)


@pytest.mark.parametrize("text", ["", " ", "\ud800 is told \udfff", "is", "is not", "not", "no", "\x00", "is told" * 3])
def test_odd_texts(text: str) -> None:
    """Whatever the text, places lie in it and nothing fails."""
    for spot in (*find_passives(text, "en"), *find_double_negatives(text, "en")):
        assert 0 <= spot.start < spot.end <= len(text)


@pytest.mark.parametrize(("piece", "words"), [("is also ", 0), ("never be ", 0), ("is told ", 125_000)])
def test_one_long_line(piece: str, words: int) -> None:
    """A text of a megabyte in one line is read in linear time: a slower way would not end."""
    text = piece * (1_000_000 // len(piece))
    assert len(find_passives(text, "en")) == words

"""Test telling a change of punctuation from one of wording, and that from one of meaning."""

# ruff: noqa: RUF001 - letters, digits and marks of other scripts are what is tested

from __future__ import annotations

import pytest

from charterpress.languages.meaning import Change, amounts, compare, essence, strong_words


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We will answer.", "We will not answer."),
        ("We answer.", "We never answer."),
        ("You must tell us.", "You should tell us."),
        ("You should tell us.", "You may tell us."),
        ("You may tell us.", "You must tell us."),
        ("We will tell you.", "We can tell you."),
        ("We will write.", "We will write, unless it puts a child at risk."),
        ("We can help.", "We can't help."),
        ("We can help.", "We can’t help."),
        ("We cannot help.", "We can help."),
        ("Tell all staff.", "Tell some staff."),
        ("Only parents may ask.", "Parents may ask."),
        ("Ask with a form.", "Ask without a form."),
        ("You must ask; we may answer.", "You may ask; we must answer."),
    ],
)
def test_how_strong_a_promise_is(old: str, new: str) -> None:
    """A word such as not, never, must, should or may that comes, goes or changes its place changes the meaning."""
    assert compare(old, new, "en").change is Change.MEANING
    assert compare(new, old, "en").change is Change.MEANING


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Within 5 days", "Within 10 days"),
        ("Within five days", "Within ten days"),
        ("Within 5 days", "Within 5 weeks"),
        ("Within 5 days", "Within 5 working days"),
        ("Within a week", "Within a month"),
        ("Before the meeting", "After the meeting"),
        ("By Monday", "By Friday"),
        ("On the first day", "On the second day"),
        ("Pay 1,000 pounds.", "Pay 10,000 pounds."),
        ("It takes 1.5 hours.", "It takes 15 hours."),
        ("From 12 March 2027", "From 12 April 2027"),
        ("From 12 March 2027", "From 13 March 2027"),
        ("From 12 March 2027", "From 12 March 2028"),
        ("From 31 May 2027", "From 31 June 2027"),
        ("Ring by 5pm.", "Ring by 6pm."),
        ("Ring by 5pm.", "Ring by 5am."),
        ("Ring by 5.30pm.", "Ring by 5.45pm."),
        ("Ask once.", "Ask twice."),
    ],
)
def test_numbers_and_deadlines(old: str, new: str) -> None:
    """Another number, date, time or deadline, in digits or in words, changes the meaning."""
    assert compare(old, new, "en").change is Change.MEANING


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("On the seventh day", "On the tenth day"),
        ("We write weekly.", "We write monthly."),
        ("We write every day at noon.", "We write every day at midnight."),
    ],
)
def test_less_common_words_for_time(old: str, new: str) -> None:
    """Ordinal numbers above sixth, and words such as weekly or noon, make deadlines too."""
    assert compare(old, new, "en").change is Change.MEANING


@pytest.mark.parametrize(
    ("old", "new"),
    [("You pay £50.", "You pay €50."), ("You pay 50% of it.", "You pay 50 of it."), ("Aged < 5.", "Aged > 5.")],
)
def test_signs_with_a_meaning(old: str, new: str) -> None:
    """Another currency, a lost per cent sign, or more for less is no punctuation: the old translation must go."""
    assert compare(old, new, "en").change > Change.PUNCTUATION


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Write to office@council.example.", "Write to school@council.example."),
        ("Ring 0300 123 4567.", "Ring 0300 123 4568."),
        ("Ring 999.", "Ring 111."),
        ("See [the law](https://law.example/a).", "See [the law](https://law.example/b)."),
        ("See [the law](#one).", "See [the law](#two)."),
        ("Hear us.[^law]", "Hear us.[^rule]"),
        ("Hear us.[^law]", "Hear us."),
    ],
)
def test_where_to_turn(old: str, new: str) -> None:
    """Another e-mail address, phone number, link or note changes the meaning."""
    assert compare(old, new, "en").change is Change.MEANING


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("See the Children Act 1989.", "See the Children Act 2004."),
        ("See the Children Act 1989.", "See the Care Act 1989."),
        ("Read the Working Together Guidance.", "Read the Keeping Children Safe Guidance."),
        ("The Act says so.", "The Code says so."),
        ("The Act says so.", "The law says so."),
        ("Ask the Local Safeguarding Partnership.", "Ask the Local Health Board."),
    ],
)
def test_names_of_laws_and_bodies(old: str, new: str) -> None:
    """Another law, guidance or body changes the meaning."""
    assert compare(old, new, "en").change is Change.MEANING


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We listen, and we answer.", "We listen and we answer."),
        ("We listen.", "We listen!"),
        ("Say “no” to us.", 'Say "no" to us.'),
        ("Don't wait.", "Don’t wait."),
        ("We listen – always.", "We listen - always."),
        ("The council helps.", "the council helps"),
        ("**Hear** us.", "Hear us."),
        ("We will  listen.", "We will listen."),
        ("Within 5 days: we answer.", "Within 5 days, we answer."),
    ],
)
def test_punctuation(old: str, new: str) -> None:
    """Commas, quotes, dashes, spaces, marks for weight and capitals leave every word as it was."""
    difference = compare(old, new, "en")
    assert difference.change is Change.PUNCTUATION
    assert (difference.lost, difference.gained) == ((), ())


def test_an_apostrophe_in_a_name() -> None:
    """A name with a curly apostrophe is the same name as with a straight one."""
    assert compare("Ask Children's Services.", "Ask Children’s Services.", "en").change is Change.PUNCTUATION


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We answer your letters.", "We reply to your letters."),
        ("We are open and honest.", "We are honest and open."),
        ("Resign the form.", "Re-sign the form."),
        ("Welcome", "Good to see you"),
    ],
)
def test_wording(old: str, new: str) -> None:
    """Other words that carry no number, name or strength are a change of wording."""
    assert compare(old, new, "en").change is Change.WORDING


@pytest.mark.parametrize("language", ["en", "cy", "bn"])
def test_no_change(language: str) -> None:
    """A text is the same as itself."""
    assert compare("We must not, within 5 days.", "We must not, within 5 days.", language).change is Change.NONE


@pytest.mark.parametrize("language", ["cy", "pl", "de", "ur", "zh-Hans"])
def test_a_source_in_another_language(language: str) -> None:
    """Where the words that carry meaning are not known, any other word may have changed it."""
    assert compare("aaa bbb", "aaa ccc", language).change is Change.MEANING
    assert compare("aaa bbb", "bbb aaa", language).change is Change.MEANING
    assert compare("aaa bbb", "aaa, bbb!", language).change is Change.PUNCTUATION
    assert compare("aaa 5", "aaa 6", language).change is Change.MEANING


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [("আমি করব।", "আমি করবে।", "bn"), ("ਉਹ ਕਰੇ", "ਉਹ ਕਰੋ", "pa"), ("वह करे", "वह करो", "hi")],
)
def test_vowel_signs_are_letters(old: str, new: str, language: str) -> None:
    """In Indic scripts a vowel sign makes another word, so that another one is no change of punctuation."""
    assert compare(old, new, language).change is Change.MEANING


def test_a_regional_source() -> None:
    """A source in British English is read as English is."""
    assert compare("We answer letters.", "We reply to letters.", "en-GB").change is Change.WORDING
    assert compare("We may answer.", "We must answer.", "en-GB").change is Change.MEANING


def test_a_difference_in_words() -> None:
    """What went and what came is said in English; a change that has no such parts says nothing."""
    difference = compare("You must ask within 5 days.", "You may ask within 10 days.", "en")
    assert set(difference.lost) == {"must", "5"}
    assert set(difference.gained) == {"may", "10"}
    said = str(difference)
    went, _, new = said.partition(" went, ")
    assert all(word in went for word in ("must", "5"))
    assert all(word in new for word in ("may", "10", "is new"))
    assert str(compare("We answer.", "We will answer.", "en")) == "“will” is new"
    assert str(compare("We answer letters.", "We reply to letters.", "en")) == ""


def test_how_often_a_word_stands_counts() -> None:
    """One of two equal words that goes is a change of meaning."""
    difference = compare("You must ask and we must answer.", "You must ask and we answer.", "en")
    assert (difference.change, difference.lost) == (Change.MEANING, ("must",))


def test_strong_words() -> None:
    """A translator is told the words that make a promise strong, each once, in the order of the text."""
    text = "You must not wait: we will always answer, unless we must not."
    assert strong_words(text, "en") == ("must", "not", "will", "always", "unless")
    assert strong_words("Within 5 days.", "en") == ()
    assert strong_words("Wij moeten niet.", "nl") == ()


def test_the_essence_of_a_text() -> None:
    """Two texts have the same essence when only punctuation and capitals tell them apart."""
    assert essence("We listen, don’t we?") == essence("we listen don't we")
    assert essence("We listen.") != essence("We will listen.")
    assert essence("Within 5 days") != essence("Within 6 days")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Pay £20 within three weeks, and again within three weeks.", ("20", "£", "within", "three")),
        ("Tell you before 9:30 am, and after school.", ("9:30", "before", "after")),
        ("Tell you by letter what the school must do.", ()),
    ],
)
def test_what_a_text_counts_and_times(text: str, found: tuple[str, ...]) -> None:
    """Figures, signs, numbers in words and the words that set a limit are told once each, and no other word."""
    assert amounts(text, "en") == found


def test_what_a_text_counts_in_another_language() -> None:
    """Where the words of a language are not known, its figures are still found."""
    assert amounts("Za 3 dni, po szkole", "pl") == ("3",)

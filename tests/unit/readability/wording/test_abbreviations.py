"""Test abbreviations: which words are any, and when a page has explained them."""

from __future__ import annotations

import pytest

from charterpress.content.vocabulary import load_vocabulary
from charterpress.readability.wording.abbreviations import PlainAbbreviations, Unexplained, unexplained
from charterpress.readability.wording.data import load_data

UNEXPLAINED = [
    ("The EHCP says so.", "EHCP"),
    ("Ask the SENCO.", "SENCO"),
    ("Ask the SENCo.", "SENCo"),
    ("Call the LADO today.", "LADO"),
    ("SENDIASS can help.", "SENDIASS"),
    ("Two EHCPs were sent.", "EHCPs"),
    ("A child with SpLD.", "SpLD"),
    ("The DfE says no.", "DfE"),
    ("PfA starts in Year 9.", "PfA"),
    ("Help in KS2.", "KS2"),
    ("Ask CAMHS for help.", "CAMHS"),
    ("a MASH team", "MASH"),
    ("You can get DLA or so.", "DLA"),
    ("the DLA's rules", "DLA"),
    ("Your child's EHC plan", "EHC"),
    ("an EHCP-style plan", "EHCP"),
    ("(see LADO)", "LADO"),
    ("We help (SEND).", "SEND"),
    ("The council (LA) says so.", "LA"),
    ("IRO: who is it?", "IRO"),
    ("Ask the DSL (Ms Smith).", "DSL"),
    ("Terms and T&Cs apply.", "T&Cs"),
    ("Is it ADHD?", "ADHD"),
    ("We use AAC and Makaton.", "AAC"),
    ("Give your DOB.", "DOB"),
    ("Type the URL.", "URL"),
    ("The PRU is near.", "PRU"),
    ("the \u201cTAF\u201d group", "TAF"),
    ("Go to CAMHS, please.", "CAMHS"),
    ("The SGO is not free.", "SGO"),
    ("Your SEN/Makaton file", "SEN"),
    ("the ICO's page", "ICO"),
    ("A CIN plan (child plan) helps.", "CIN"),
]

FINE = [
    "We live in the UK.",
    "Ask your GP or two GPs.",
    "The NHS helps.",
    "Read the PDF on TV.",
    "Watch a DVD from a USB stick.",
    "Your ID and PIN.",
    "The BBC asked an MP.",
    "Go to A&E.",
    "You do NOT have to.",
    "You MUST tell us.",
    "PLEASE TELL US ALL THIS today.",
    "KEEPING CHILDREN SAFE",
    "Part II and Part VIII",
    "Henry VI, chapter XIV",
    "Plan B and Year 7",
    "Write to SW1A 1AA.",
    "We are at CF10 3NQ, Cardiff.",
    "Quote AB/1234/C.",
    "Form SA100 and case QB12345.",
    "Ref ABC-2024-17",
    "See https://SEND.example/EHCP now.",
    "Mail SEND@council.example.",
    "Ms McKenzie uses YouTube.",
    "COVID-19 was hard.",
    "I am here. A plan.",
    "GCSEs are in May.",
    "special educational needs (SEN) and SEN",
    "education, health and care plan (EHC plan) or EHC plan",
    "EHCP (education, health and care plan)",
    "EHC plan (education, health and care plan)",
    "The SENCO (the person who leads on this)",
    "SEN stands for special educational needs.",
    "A special educational needs co-ordinator (SENCO). SENCOs help.",
    "special educational needs (also called SEN or SEN support)",
    "speech and language therapists (SALTs)",
    "designated safeguarding lead, or DSL, at school",
    "Its name is Families in Partnership. Its short name is FiP.",
    "multi-agency safeguarding hub (\u201cMASH\u201d)",
    "iPad, eBay and Wi-Fi",
    "Text us at 9 AM.",
    "Dr Shah, PhD",
    "multidisciplinary team (MDT)",
    "British Sign Language (BSL)",
    "children and young people's mental health services (CYPMHS)",
    "specific learning difficulty (SpLD)",
    "UN Convention on the Rights of the Child (UNCRC)",
]


def words(*texts: str, known: tuple[str, ...] = ()) -> list[str]:
    """Return the abbreviations that these texts use before they explain them."""
    found = unexplained(texts, known, "en")
    assert all(texts[use.text][use.start : use.end] == use.words for use in found)
    return [use.words for use in found]


@pytest.mark.parametrize(("text", "word"), UNEXPLAINED)
def test_unexplained(text: str, word: str) -> None:
    """An abbreviation without its long form is found, with its plural but without what is joined to it."""
    assert words(text) == [word]


@pytest.mark.parametrize("text", FINE)
def test_fine(text: str) -> None:
    """Well-known abbreviations, stressed words, numbers, codes, names and explained ones are left alone."""
    assert words(text) == []


def test_enough_examples() -> None:
    """Both ways are tried at least thirty times."""
    assert min(len(UNEXPLAINED), len(FINE)) >= 30


def test_the_first_use_counts() -> None:
    """Each abbreviation is reported once, where it first stands, in any spelling."""
    texts = ["Ask us.", "The SENCO and the LADO.", "A SENCo, two SENCOs, the LADO's desk."]
    assert unexplained(texts, (), "en") == (Unexplained(1, 4, 9, "SENCO"), Unexplained(1, 18, 22, "LADO"))


def test_explained_in_time() -> None:
    """An explanation holds for the texts after it, not for those before."""
    explanation = "Each has an education, health and care plan (EHCP)."
    assert words(explanation, "The EHCP is long.") == []
    assert words("The EHCP is long.", explanation) == ["EHCP"]
    assert words("An EHC plan", explanation) == ["EHC"]


def test_explained_by_a_definition() -> None:
    """An abbreviation in any of the terms that are known is explained, its plural too."""
    assert words("The EHCPs and a SENCO", known=("EHC plan", "EHCP", "SENCos")) == []
    assert words("The EHCP", known=("plan", "")) == ["EHCP"]


def test_what_is_no_long_form() -> None:
    """A bracket that holds something else explains nothing."""
    assert words("Ask the school (SENCO).") == ["SENCO"]
    assert words("In some cases (SEND) we help.") == ["SEND"]
    assert words("Ask the SENCO (see page 4).") == ["SENCO"]
    assert words("We (and not the local authority designated officer, says the LADO) do.") == ["LADO"]
    assert words("plan (EHCP") == ["EHCP"]


def test_long_forms_of_the_vocabulary() -> None:
    """The short form of every shipped term is explained by the term it is short for."""
    # Its long form (domestic abuse, stalking and honour-based violence) is in none of its names.
    others = {"DASH"}
    pairs = [
        (form, short)
        for term in load_vocabulary("en").terms
        for short in term.short
        for form in term.forms
        if " " in form
    ]
    assert len({short for _, short in pairs}) >= 80
    explained = {short for form, short in pairs if short not in words(f"We have a {form} ({short}) here.")}
    assert {short for _, short in pairs} - explained - others == set()


@pytest.mark.parametrize("language", ["cy", "pl", "", "../en", "\ud800"])
def test_other_languages(language: str) -> None:
    """Only English is read; a region of it is English too."""
    assert unexplained(["The EHCP"], (), language) == ()
    assert unexplained(["The EHCP"], (), "en-GB") != ()


def test_the_list_is_sound() -> None:
    """Nothing stands in the lists twice, and no term that the vocabulary explains is taken as known."""
    plain = load_data(PlainAbbreviations, "en", "plain_abbreviations")
    assert plain is not None
    assert len(set(plain.abbreviations)) == len(plain.abbreviations)
    assert len(set(plain.stressed)) == len(plain.stressed)
    forms = {form for term in load_vocabulary("en").terms for form in term.forms}
    assert forms & set(plain.abbreviations) == set()
    assert forms & set(plain.stressed) == set()


@pytest.mark.parametrize(
    "text", ["", " ", "\ud800 EHCP \udfff", "(", "EHCP (", "(EHCP", "\x00", "AB&", "&AB", "A" * 99]
)
def test_odd_texts(text: str) -> None:
    """Whatever the text, places lie in it and nothing fails."""
    assert len(words(text, known=(text[:1],))) <= 1


@pytest.mark.parametrize("piece", ["a", "EHCP a ", "a (AB ", "1-A"])
def test_one_long_line(piece: str) -> None:
    """A text of a megabyte in one line is read in linear time: a slower way would not end."""
    assert len(words(piece * (1_000_000 // len(piece)))) <= 1

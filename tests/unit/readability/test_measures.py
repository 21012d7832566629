"""Test what is counted: words, sentences, syllables and letters, each in the way of its language."""

# ruff: noqa: RUF001 - other alphabets and typographic marks are what is tested

from __future__ import annotations

import subprocess
import sys

import pytest
import textstat

from charterpress.readability.measures import Counts, count, syllables

# Words parted by hand.
PARTED = {
    "es": """
        ca-sa sol mú-si-ca dí-a tí-o rí-o pa-ís ma-íz ba-úl re-ír o-ír es-cue-la cui-da-do ciu-dad rui-do gue-rra
        qui-zá ver-güen-za pin-güi-no lin-güís-ti-ca a-gua a-ve-ri-guáis es-tu-diáis U-ru-guay buey muy y yo hoy
        re-yes le-er a-é-re-os po-e-ta lí-ne-a ha-cia ha-cí-a in-for-ma-ción co-or-di-na-ción cons-truí cons-tru-ye
        vein-tiún huí-a vi-ví-ais a-ho-ra bú-ho hue-so hi-jos fa-mi-lia fa-mi-lias or-ga-ni-za-ción ser-vi-cios
        dis-tin-guió guion que se-guir se-guí tam-bién vio ai-re cau-sa eu-ro-pe-o trein-ta bi-lin-güe an-ti-güe-dad
        te-ní-a-mos quó-rum diá-lo-go ac-tual des-pués quie-nes nues-tro ni-ños ÚL-TI-MO le-í-ais pa-ra-no-ia ley
        zo-o-ló-gi-co ar-güí
    """,
    "pt": """
        ca-sa sol pai mãe mães mão põe põem ir-mã ao aos a-on-de ca-os di-a ti-a ri-o Ma-ri-a his-tó-ria fa-mí-lia
        fa-mí-lias á-gua lín-gua má-goa á-rea tê-nue ci-ên-cia vi-o-lên-cia po-lí-cia di-á-ria sé-ries vi-a-gem pi-a-no
        so-ci-al cri-an-ça na-ci-o-nal in-for-ma-ção e-du-ca-ção si-tu-a-ção a-tu-al qua-se guar-da guer-ra que qui-lo
        lin-guís-ti-ca fre-quen-te con-se-guiu viu par-tiu ca-iu mui-to cui-da-do fui ru-im ru-í-na ju-iz gra-tui-to
        cons-tru-ir ins-ti-tu-i-ção con-tri-bu-in-te ra-i-nha mo-i-nho ca-ir ra-iz a-in-da Ra-ul sa-í-da pa-ís bair-ro
        fei-ra pri-mei-ro rei-no mais dois pai-sa-gem pro-i-bi-do re-u-ni-ão mu-seu cau-sa ou-tro i-dei-a prai-a
        i-guais U-ru-guai sa-guão pes-so-a te-a-tro vo-o ve-em co-or-de-nar he-rói cha-péu de-ví-a-mos pe-rí-o-do
        sa-ú-de ór-fão con-tí-nuo con-ti-nu-o es-pon-tâ-neo tri-un-fo ser-vi-ço vo-cê
    """,
    "tr": "o-kul ço-cuk a-i-le sa-at İs-tan-bul I-şık oğ-lu-muz kâ-ğıt hü-kü-met öğ-ret-men-ler TÜR-Kİ-YE üç su",
    "ru": "мо-ло-ко шко-ла ё-лка до-ро-гой объ-ём ре-бё-нок по-э-ма и я",
}

ENGLISH = [
    "We will listen to you.",
    "Be honest.",
    "Authorities communicate organisational responsibilities comprehensively.",
    "Don't \u2018quote\u2019 the parents' evening, o'clock or 'single' words.",
    "Well-being 24/7 \u2013 see https://wwwexample/a_b.",
    "12 34 56.",
    "\u201cHello\u201d said Ha\u200bn.",
    "' a b c.",
]


@pytest.mark.parametrize("language", PARTED)
def test_syllables_of_words_parted_by_hand(language: str) -> None:
    """Every word has the syllables that a person parts it into."""
    words = PARTED[language].split()
    assert len(words) >= (60 if language in {"es", "pt"} else 8)
    counted = {word: syllables(word.replace("-", ""), language) for word in words}
    assert counted == {word: word.count("-") + 1 for word in words}


@pytest.mark.parametrize(
    ("word", "language", "number"),
    [
        ("reading", "en", 2),
        ("don’t", "en", 1),
        ("café-bar", "es", 3),
        ("cafe\u0301", "es", 2),
        ("(«día»)", "es", 2),
        ("di\u200bá\u00adlogo", "es", 3),
        ("2024", "es", 1),
        ("km", "es", 1),
        ("segunda-feira", "pt", 5),
        ("d'água", "pt", 2),
        ("за\u0301мок", "ru", 2),
        ("в", "ru", 0),
        ("из-за", "ru", 2),
        ("Bundesregierung", "de", 5),
        ("l’information", "fr", 4),
        ("gemeente", "nl", 3),
        ("parola", "it", 0),
        ("llyfr", "cy", 0),
        ("…", "es", 0),
        ("", "en", 0),
        ("\ud800", "pt", 0),
        ("дом", "es", 1),
        ("casa", "ru", 1),
    ],
)
def test_syllables_of_a_word(word: str, language: str, number: int) -> None:
    """Punctuation, marks and invisible characters add nothing; a word without a vowel has one syllable."""
    assert syllables(word, language) == number


@pytest.mark.parametrize("sentence", ENGLISH)
def test_english_is_counted_as_textstat_does(sentence: str) -> None:
    """Words and syllables are those of textstat, and a sentence has at least three words."""
    counts = count([sentence], "en-GB")
    assert counts.words == textstat.lexicon_count(sentence)
    assert counts.syllables == textstat.syllable_count(sentence)
    assert counts.sentences == (counts.words > 2)


def test_english_adds_up() -> None:
    """The sentences of a page add up to what textstat counts on the whole page."""
    counts, text = count(ENGLISH, "en"), "\n".join(ENGLISH)
    assert counts.words == textstat.lexicon_count(text)
    assert counts.syllables == textstat.syllable_count(text)
    assert counts.sentences == textstat.sentence_count(text)


def test_counts_of_italian() -> None:
    """Letters and digits are counted without punctuation."""
    counts = count(["L'acqua è fredda, 20 gradi.", "—", "Sì."], "it")
    assert counts == Counts(words=6, sentences=2, letters=6 + 1 + 6 + 2 + 5 + 2, monosyllables=0)


def test_counts_of_german() -> None:
    """German has long words, polysyllables and monosyllables."""
    counts = count(["Die Bundesregierung hilft den Familien."], "de")
    assert (counts.words, counts.sentences, counts.long_words) == (5, 1, 2)
    assert (counts.polysyllables, counts.monosyllables) == (2, 3)


def test_sentences_are_taken_out_of_a_page() -> None:
    """Counts add up, and a sentence can be taken out again."""
    first, second = ["La casa es azul."], ["El niño lee un libro.", "Sí."]
    both = count(first, "es") + count(second, "es")
    assert both == count([*first, *second], "es") == sum([count(first, "es"), count(second, "es")], Counts())
    assert both - count(second, "es") == count(first, "es")
    assert both - both == Counts()


@pytest.mark.parametrize("language", ["en", "es", "it", "tr", "pt", "de", "fr", "nl", "ru", "cy", "xx", ""])
@pytest.mark.parametrize("text", ["", " ", "…", "123 456.", "https://www.example.org/a?b=c", "дом house 家 بيت"])
@pytest.mark.parametrize("more", ["", "\ud83d", "\u200b\u200d\ufeff", "\u0301", "_", "\x00", "'’"])
def test_anything_is_counted(language: str, text: str, more: str) -> None:
    """Whatever stands in a text, it is counted, and counts are never negative."""
    counts = count([text + more, more + text], language)
    assert min(counts.words, counts.sentences, counts.syllables, counts.letters) >= 0
    assert counts.words <= 10


def test_textstat_is_loaded_for_english_alone() -> None:
    """No other language waits for textstat."""
    program = (
        "import sys; from charterpress.readability.scores import score; "
        "assert score(['La casa es azul.'], 'es').value; assert score(['Die Mutter hilft.'], 'de').value is not None; "
        "assert 'textstat' not in sys.modules; score(['The house is blue.'], 'en'); assert 'textstat' in sys.modules"
    )
    subprocess.run([sys.executable, "-W", "ignore", "-c", program], check=True)

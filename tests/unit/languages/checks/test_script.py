"""Test that a translation must be in its language's script and letters, with its direction marks closed."""

# ruff: noqa: RUF001 - letters, digits and marks of other scripts are what is tested

from __future__ import annotations

import pytest

from charterpress.findings import Level
from charterpress.languages.checks.script import check_script

PROMISE = "We will answer your letters within five days."


def rules(source: str, translation: str, locale: str, language: str = "en") -> list[str]:
    """Return the rules that a translation breaks."""
    return [fault.rule for fault in check_script(source, translation, language, locale)]


@pytest.mark.parametrize("locale", ["cy", "pl", "ur", "bn", "pt-BR"])
@pytest.mark.parametrize("around", ["{}", " {}", "{}\n"])
def test_the_source_as_translation(locale: str, around: str) -> None:
    """A whole sentence that was merely copied is not translated, in any language, with spaces around it or not."""
    [fault] = check_script(PROMISE, around.format(PROMISE), "en", locale)
    assert (fault.rule, fault.level) == ("po-untranslated", Level.ERROR)
    assert fault.hint


@pytest.mark.parametrize(
    "text",
    [
        "SEND",
        "Example Council",
        "The Children Act 1989",
        "Working Together to Safeguard Children",
        "office@council.example",
        "0300 123 4567",
        "{date}",
        "[Example Council](https://council.example/with/many/small/words/in/it)",
        "Time",
    ],
)
def test_a_name_may_stay(text: str) -> None:
    """Names, addresses, numbers and single words may be the same in both languages."""
    assert rules(text, text, "cy") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask us for help", ["po-untranslated"]),
        ("Ask Us for help", []),
        ("Ask for help", []),
        ("ask us here now", ["po-untranslated"]),
    ],
)
def test_how_much_is_a_sentence(text: str, expected: list[str]) -> None:
    """Four words with three small ones among them are a sentence; fewer may be a name."""
    assert rules(text, text, "cy") == expected


def test_the_same_language_in_another_region() -> None:
    """American English may say what British English says."""
    assert rules(PROMISE, PROMISE, "en-US", "en-GB") == []


@pytest.mark.parametrize(
    ("translation", "locale"),
    [
        ("We reply to each of your letters in five days.", "ur"),
        ("We reply to each of your letters in five days.", "bn"),
        ("answer your letters within five days", "ur"),
        ("ہم آپ کے خطوط کا پانچ دن میں جواب دیں گے۔", "pa"),
        ("ਅਸੀਂ ਪੰਜ ਦਿਨਾਂ ਵਿੱਚ ਤੁਹਾਡੀਆਂ ਚਿੱਠੀਆਂ ਦਾ ਜਵਾਬ ਦੇਵਾਂਗੇ।", "ur"),
        ("Мы ответим на ваши письма.", "pl"),
    ],
)
def test_another_script(translation: str, locale: str) -> None:
    """A text that is mostly in another script than its language's is an error."""
    assert rules(PROMISE, translation, locale) == ["po-script"]


@pytest.mark.parametrize(
    ("source", "translation", "locale"),
    [
        (PROMISE, "ہم آپ کے خطوط کا پانچ دن میں جواب دیں گے۔", "ur"),
        (PROMISE, "سنجيب على رسائلكم خلال خمسة أيام.", "ar"),
        (PROMISE, "আমরা পাঁচ দিনের মধ্যে আপনার চিঠির উত্তর দেব।", "bn"),
        (PROMISE, "ਅਸੀਂ ਪੰਜ ਦਿਨਾਂ ਵਿੱਚ ਤੁਹਾਡੀਆਂ ਚਿੱਠੀਆਂ ਦਾ ਜਵਾਬ ਦੇਵਾਂਗੇ।", "pa"),
        (PROMISE, "Odpowiemy na każdy list w ciągu pięciu dni.", "pl"),
        (PROMISE, "ਅਸੀਂ ਜਵਾਬ ਦੇਵਾਂਗੇ।", "pa"),
        (PROMISE, "Мы ответим на ваши письма.", "ru"),
        ("Read the Keeping Children Safe guidance.", "Keeping Children Safe پڑھیں", "ur"),
        ("See the plan.", "منصوبہ دیکھیں (Education, Health and Care Plan)", "ur"),
        ("Write to us.", "لکھیں: office-of-the-council@council.example", "ur"),
        ("See {a_long_placeholder_name}", "{a_long_placeholder_name} دیکھیں", "ur"),
        (
            "See [the law](https://law.example/the/law/of/the/land)",
            "[قانون](https://law.example/the/law/of/the/land) دیکھیں",
            "ur",
        ),
        ("OK", "SEND", "ur"),
    ],
)
def test_the_right_script(source: str, translation: str, locale: str) -> None:
    """Texts in their own script pass, with names, terms in brackets, addresses and placeholders in another one."""
    assert rules(source, translation, locale) == []


def test_a_script_of_the_tag() -> None:
    """The script that a tag names is the one that counts."""
    text = "ہم آپ کے خطوط کا پانچ دن میں جواب دیں گے۔"
    assert rules(PROMISE, text, "pa-Arab") == []
    assert rules(PROMISE, text, "pa") == ["po-script"]


@pytest.mark.parametrize(
    ("translation", "locale", "wrong"),
    [
        ("ہم آپ کي بات سنيں گے", "ur", "ي"),
        ("ہم آپ كی بات سنیں گے", "ur", "ك"),
        ("هم آپ کی بات سنیں گے", "ur", "ه"),
        ("ہم آپ کی بات سنیں گے يہاں", "ur-PK", "ي"),
        ("Vă vom asculta şi vă vom răspunde.", "ro", "ş"),
        ("Vă aşteptăm în faţa clădirii.", "ro", "ţ"),
    ],
)
def test_letters_that_look_alike(translation: str, locale: str, wrong: str) -> None:
    """A letter of a neighbour language gets a warning that names it and the right one."""
    faults = [fault for fault in check_script(PROMISE, translation, "en", locale) if wrong in fault.message]
    [fault] = faults
    assert (fault.rule, fault.level) == ("po-letter", Level.WARNING)
    assert fault.hint.startswith("Write '")
    assert wrong not in fault.hint


@pytest.mark.parametrize(
    ("translation", "locale"),
    [
        ("ہم آپ کی بات سنیں گے اور جواب دیں گے۔", "ur"),
        ("بچے پڑھ سکتے ہیں", "ur"),
        ("سنصغي إليكم كما هي العادة", "ar"),
        ("Vă vom asculta și vă vom răspunde în fața clădirii.", "ro"),
        ("Hepimiz dinleriz ve şarkı söyleriz", "tr"),
    ],
)
def test_letters_of_the_language(translation: str, locale: str) -> None:
    """The letters of the language itself pass, those of others in their own languages too."""
    assert rules(PROMISE, translation, locale) == []


@pytest.mark.parametrize(
    "marks",
    [
        "\u202a{}",
        "\u202b{}",
        "\u202d{}",
        "\u202e{}",
        "\u2066{}",
        "\u2067{}",
        "\u2068{}",
        "{}\u202c",
        "{}\u2069",
        "\u2066{}\u202c",
        "\u202b{}\u2069",
        "\u2067\u202b{}\u2069\u202c",
    ],
)
def test_direction_marks_that_are_not_closed(marks: str) -> None:
    """A mark that turns the direction and is not closed, or closes nothing, would turn the page around it."""
    [fault] = check_script(PROMISE, marks.format("ہم جواب دیں گے"), "en", "ur")
    assert (fault.rule, fault.level) == ("po-direction", Level.ERROR)
    assert fault.hint


@pytest.mark.parametrize(
    "marks", ["{}", "\u200e{}\u200f", "\u2066{}\u2069", "\u202b{}\u202c", "\u2067\u202a{}\u202c\u2069", "{}\u061c"]
)
def test_direction_marks_that_are_closed(marks: str) -> None:
    """Marks in pairs, and those that stand alone, pass."""
    assert rules(PROMISE, marks.format("ہم جواب دیں گے"), "ur") == []

"""Test the made-up languages: what they change, and what must come through."""

from __future__ import annotations

import pytest

from charterpress.content.inline import link_targets, note_calls, plain_text
from charterpress.languages.pseudo import (
    CLOSE,
    MORE,
    OPEN,
    PSEUDO_LOCALES,
    pseudolocalise,
    pseudolocalise_markdown,
)

PROMISE = "We will answer each of your letters within five days of the day on which they come."


def test_the_languages() -> None:
    """There is one made-up language in each direction of writing, under the codes set aside for it."""
    assert {code: pseudo.mirrored for code, pseudo in PSEUDO_LOCALES.items()} == {"en-XA": False, "en-XB": True}
    assert all(pseudo.code == code for code, pseudo in PSEUDO_LOCALES.items())


@pytest.mark.parametrize("text", [PROMISE, "WHO TO ASK FOR HELP", "Our promises to you & yours"])
def test_no_word_stays_plain(text: str) -> None:
    """Every word gets an accent, so that what stays plain on a page was never given to translate."""
    words = [word for word in pseudolocalise(text)[1:-1].split() if word.strip("&")]
    assert len(words) >= 5
    assert not any(word.isascii() for word in words)


def test_an_end_and_a_beginning() -> None:
    """A text stands between brackets, so that one which is cut off or pieced together can be seen."""
    made = pseudolocalise(PROMISE)
    assert (made[0], made[-1]) == (OPEN, CLOSE)
    assert made.count(OPEN) == made.count(CLOSE) == 1


def test_it_can_still_be_read() -> None:
    """Words, spaces, digits and punctuation stay where they were."""
    made = pseudolocalise("Within 5 days: we answer, or say why.")
    assert len(made.split()) == 8
    assert [mark for mark in made if mark in "5:,."] == ["5", ":", ",", "."]


@pytest.mark.parametrize("text", [PROMISE, "Our promises to families", "Who to ask for help"])
def test_longer(text: str) -> None:
    """A text gets longer by the share that is promised, as it may in other languages."""
    made = pseudolocalise(text)
    assert len(made) - len(OPEN) - len(CLOSE) == pytest.approx(len(text) * (1 + MORE), abs=1)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Edition of {date}", "{date}"),
        ("{number} of {total} done", "{number}"),
        ("{number} of {total} done", "{total}"),
        ("Write to office@council.example now", "office@council.example"),
        ("See https://law.example/act?a=1&b=two now", "https://law.example/act?a=1&b=two"),
        ("Hear us.[^law-one]", "[^law-one]"),
        ("See [the law](https://law.example/act?a=1&b=two).", "](https://law.example/act?a=1&b=two)"),
        ("Read **all** of *it*", "**"),
        ("100% of 5 & 6", "100%"),
    ],
)
def test_what_must_come_through(text: str, kept: str) -> None:
    """Placeholders, notes, addresses, targets of links and marks for weight stay as they are."""
    assert kept in pseudolocalise(text)


def test_links_and_notes_still_work() -> None:
    """The links and notes of a text lead where they led, and the words of a link are accented."""
    text = "See [the law](https://law.example/a_b) and [a rule](guidance:rules#reply).[^law]"
    made = pseudolocalise(text)
    assert link_targets(made) == link_targets(text)
    assert note_calls(made) == note_calls(text)
    assert "law" not in plain_text(made)


def test_placeholders_can_be_filled() -> None:
    """A word of the interface can be filled as before."""
    assert "28" in pseudolocalise("page {number}").format(number=28)


def test_markdown() -> None:
    """Headings, lists, quotes and blank lines of a page stay; the words of each line are accented by themselves."""
    page = "# About us\n\nWe listen.\n\n- first\n* second\n  1. third\n> a quote\n"
    made = pseudolocalise_markdown(page).split("\n")
    assert len(made) == len(page.split("\n"))
    starts = ("# ", "", "", "", "- ", "* ", "  1. ", "> ", "")
    for line, source, start in zip(made, page.split("\n"), starts, strict=True):
        words = source.removeprefix(start)
        assert line == (f"{start}{pseudolocalise(words)}" if words else source)


@pytest.mark.parametrize(
    "line",
    [
        "---",
        "| --- | --- |",
        "```",
        '<div class="note">',
    ],
)
def test_lines_that_have_no_words(line: str) -> None:
    """A line that is only a mark of Markdown or HTML stays as it is, or it would be read as words."""
    assert pseudolocalise_markdown(f"Words\n\n{line}\n\nwords").split("\n")[2] == line


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("## Who we are {#who}", "{#who}"),
        ("Tea &amp; coffee", "&amp;"),
        ('A <abbr title="x">word</abbr>', "</abbr>"),
    ],
)
def test_marks_inside_of_a_line(line: str, kept: str) -> None:
    """Ids of headings, entities and HTML are no words."""
    assert kept in pseudolocalise_markdown(line)


def test_code() -> None:
    """What stands between fences is code, and stays; what follows is accented again."""
    made = pseudolocalise_markdown("```\nmake it so\n```\nWords").split("\n")
    assert made == ["```", "make it so", "```", pseudolocalise("Words")]


def test_a_table() -> None:
    """A row of a table keeps its bars at both ends."""
    row = pseudolocalise_markdown("| one | two |")
    assert row.startswith("|")
    assert row.endswith("|")

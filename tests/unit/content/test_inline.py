"""Test reading and judging inline Markdown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from charterpress.content.inline import (
    Span,
    check_inline,
    link_targets,
    note_calls,
    parse_inline,
    plain_text,
    scheme_of,
)


def rules(text: str) -> list[str]:
    """Return the rules that a text breaks."""
    return [fault.rule for fault in check_inline(text)]


def looks(text: str) -> list[Span]:
    """Return the spans of a text with neighbours of one look joined."""
    joined: list[Span] = []
    for span in parse_inline(text):
        if joined and replace(joined[-1], text=span.text) == span and span.note is None:
            joined[-1] = replace(span, text=joined[-1].text + span.text)
        elif span != Span(""):
            joined.append(span)
    return joined


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Plain words.", [Span("Plain words.")]),
        ("", []),
        ("a **b** c", [Span("a "), Span("b", strong=True), Span(" c")]),
        ("*a* _b_", [Span("a", emphasis=True), Span(" "), Span("b", emphasis=True)]),
        ("***a***", [Span("a", strong=True, emphasis=True)]),
        ("[a](https://a.example/b,c)", [Span("a", href="https://a.example/b,c")]),
        ("[a](<https://a.example/b c>)", [Span("a", href="https://a.example/b c")]),
        ("[**a** b](#c)", [Span("a", strong=True, href="#c"), Span(" b", href="#c")]),
        ("a[^b-1] c.[^d]", [Span("a"), Span("", note="b-1"), Span(" c."), Span("", note="d")]),
        ("[^a][^a]", [Span("", note="a"), Span("", note="a")]),
        ("**a[^b]**", [Span("a", strong=True), Span("", strong=True, note="b")]),
        (r"\*a\* \[b\]", [Span("*a* [b]")]),
        ("snake_case_name", [Span("snake_case_name")]),
        ("5 * 3 * 2", [Span("5 * 3 * 2")]),
        ("**never closed", [Span("**never closed")]),
        ("one\ntwo **a\nb**", [Span("one two "), Span("a b", strong=True)]),
        ("# no heading, `no code`, ![a](#b)", [Span("# no heading, `no code`, !"), Span("a", href="#b")]),
        ("&lt;b&gt; &amp;", [Span("&lt;b&gt; &amp;")]),
        ("سلام **دنیا**", [Span("سلام "), Span("دنیا", strong=True)]),
    ],
)
def test_spans(text: str, spans: list[Span]) -> None:
    """Emphasis, links and note calls become spans; what is none of them stays words."""
    assert looks(text) == spans


def test_plain_text() -> None:
    """The words of a text are what a reader reads: no marks, no addresses, no note calls."""
    assert plain_text("See **the [law](https://law.example)**,[^a] *now*.") == "See the law, now."


def test_note_calls() -> None:
    """The notes that a text calls are found in their order, each as often as it is called."""
    assert note_calls("a[^b] c[^a] d[^b] [^ ] [^] [x]") == ("b", "a", "b")


def test_link_targets() -> None:
    """The targets of links are found once each, as written."""
    text = "[a](#x) [**b** c](charter:y#z) [d](#x) https://not.a.link.example [e](https://é.example/%20)"
    assert link_targets(text) == ("#x", "charter:y#z", "https://é.example/%20")


@pytest.mark.parametrize(
    ("target", "scheme"),
    [
        ("https://a.example", "https"),
        ("HTTPS://a.example", "https"),
        ("java\tscript:x", "javascript"),
        (" java\nscript:x", "javascript"),
        ("\x01\x1fJavaScript:x", "javascript"),
        ("#a:b", ""),
        ("//a.example", ""),
        ("a/b:c", ""),
        ("", ""),
    ],
)
def test_schemes(target: str, scheme: str) -> None:
    """The scheme of a target is what a browser would see: spaces and control characters do not hide it."""
    assert scheme_of(target) == scheme


@pytest.mark.parametrize(
    "target",
    [
        "https://a.example",
        "HTTP://a.example/b?c=d&e#f",
        "mailto:office@council.example",
        "tel:+441632960000",
        "#an-id",
        "charter:family#hear-you",
        "guidance:rules",
        "guide:involved",
        "theme:listening",
    ],
)
def test_good_links(target: str) -> None:
    """Web, mail and telephone addresses, places on the page and other documents may be linked."""
    assert rules(f"See [words]({target}).") == []


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&#58;alert(1)",
        "javascript&colon;alert(1)",
        "&#x6A;avascript:alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script:alert(1)",
        "<java\tscript:alert(1)>",
        "<\x01javascript:alert(1)>",
        "< javascript:alert(1)>",
        " javascript:alert(1) ",
        'javascript:alert(1) "a title"',
        "javascript\\:alert(1)",
        "javascript%3Aalert(1)",
        "\u200bjavascript:alert(1)",
        "vbscript:x",
        "data:text/html;base64,PHNjcmlwdD4=",
        "blob:https://a.example/x",
        "file:///etc/passwd",
        "ftp://a.example",
        "//evil.example",
        "\\\\evil.example",
        "/a",
        "a.md",
        "../a/",
        "",
        "<>",
    ],
)
def test_unsafe_links(target: str) -> None:
    """A target that could run, or that leads who knows where, is refused however it is written."""
    faults = [fault for fault in check_inline(f"See [words]({target}).") if fault.rule == "unsafe-link"]
    assert len(faults) == 1
    assert faults[0].hint.startswith("Link to https://")


@pytest.mark.parametrize(
    "text",
    [
        "![words](javascript:x)",
        "**[words](javascript:x)**",
        "[a [b](javascript:x) c](https://a.example)",
        "[one](https://a.example) [two](javascript:x)",
        "[two\nlines](javascript:x)",
    ],
)
def test_unsafe_links_among_others(text: str) -> None:
    """An unsafe link is found wherever it stands."""
    assert rules(text) == ["unsafe-link"]


@pytest.mark.parametrize(
    "text",
    [
        "<b>a",
        "a</b>",
        "<B ONCLICK=x>",
        "<script>alert(1)</script>",
        "<svg/onload=x>",
        "<img\nsrc=x>",
        "<!-- a -->",
        "<!DOCTYPE html>",
        "<?php",
        "<https://a.example>",
        "<b",
        r"\<b>",
        "`<b>`",
        "[<b>](https://a.example)",
        "[a](https://a.example/<b>)",
    ],
)
def test_raw_html(text: str) -> None:
    """HTML is refused, also when it is unclosed, escaped, in a link or in what looks like code."""
    assert set(rules(text)) == {"raw-html"}


@pytest.mark.parametrize("text", ["1 < 2", "a <3 b", "a > b", "< b", "&lt;b&gt;", "->", "<", "a<=b"])
def test_signs_that_are_no_html(text: str) -> None:
    """A sign for less or more is no HTML."""
    assert rules(text) == []


def test_where_a_fault_is() -> None:
    """A fault says where it starts, counted in letters from 0."""
    faults = check_inline("ŵŵ <b> and [x](javascript:y)")
    assert [(fault.rule, fault.offset) for fault in faults] == [("raw-html", 3), ("unsafe-link", 15)]


@pytest.mark.parametrize("text", ["[" * 20_000, "*a " * 20_000, "*" * 40_000, "[a](b" * 5_000, "[^a" * 5_000])
def test_text_made_to_be_slow(text: str) -> None:
    """A text that is nothing but marks is read to its end, and stays what it is."""
    assert plain_text(text) == text

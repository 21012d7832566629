"""Test the index for searching."""

from __future__ import annotations

import json

from charterpress.site.search import SearchEntry, render_search_index, search_entries

BODY = """<header><h1 id="cp-top">What we promise</h1><p>For <em>every</em> family.</p></header>
<h2 id="listening">Listening &amp; talking</h2>
<ul><li>We listen.<a class="cp-permalink" data-search-exclude href="#x" title="Link"><span>#</span></a>
<p class="cp-ours__mark" data-search-exclude>Our words</p></li>
<li>We talk.</li></ul>
<h3 class="small" id="time">How long?</h3>
<h2 id="money">Money</h2><p dir="rtl">ایک <b>دو</b></p>"""


def test_a_page_gives_an_entry_for_each_part_with_an_address() -> None:
    """Words before the first part belong to the page; marks are left out, words never run together."""
    found = list(search_entries("charters/x", "What we promise", BODY))
    assert found == [
        SearchEntry("charters/x/", "What we promise", "What we promise", "For every family."),
        SearchEntry("charters/x/#listening", "What we promise", "Listening & talking", "We listen. We talk."),
        SearchEntry("charters/x/#time", "What we promise", "How long?", ""),
        SearchEntry("charters/x/#money", "What we promise", "Money", "ایک دو"),
    ]


def test_a_promise_that_is_ours_is_told_apart() -> None:
    """The mark stands before the promise, and a sign behind its last word; no other promise is taken in."""
    body = """<ul><li class="cp-promise" id="a"><p>We talk.</p></li>
<li class="cp-promise" id="b"><p>We listen.</p><ul><li>Always</li></ul><p>Exception: None.</p>
<p class="cp-ours__mark" data-search-exclude>Our words</p>
<details class="cp-ours" data-search-exclude><summary>See</summary><p>We hear.</p></details></li>
<li class="cp-promise" id="c"><p>We call.</p></li></ul>"""
    [found] = search_entries("charters/x", "What we promise", body)
    assert found.text == "We talk. ⟦Our words⟧ We listen. Always Exception: None. ⟫ We call."


def test_a_promise_that_was_left_out_is_told_apart() -> None:
    """Nobody takes it for one that is made."""
    body = """<li class="cp-promise" id="a"><p class="cp-ours__title"><strong>Left out:</strong></p>
<blockquote><p>We come.</p></blockquote><p><strong>Why:</strong> We are few.</p></li>"""
    [found] = search_entries("charters/x", "What we promise", body)
    assert found.text == "⟦Left out⟧ We come. ⟫ Why: We are few."


def test_both_sides_of_a_change_are_told_apart() -> None:
    """A part of the original that a search finds is never taken for ours."""
    body = """<div><p class="cp-change__side">The original:</p><p>We hear.</p></div>
<div class="cp-change__ours"><p class="cp-change__side">Our words:</p><p>We <ins>listen.</ins></p></div><p>Why</p>"""
    [found] = search_entries("charters/x/changes", "What we changed", body)
    assert found.text == "⟦The original⟧ We hear. ⟫ ⟦Our words⟧ We listen. ⟫ Why"


def test_the_start_page_has_no_folder() -> None:
    """The address of the start page is empty, so that it leads to the root of its language."""
    assert [entry.href for entry in search_entries("", "Home", '<p>a</p><h2 id="b">B</h2><p>c</p>')] == ["", "#b"]


def test_a_page_without_words_is_found_by_its_title() -> None:
    """A page is in the index even where it says nothing."""
    assert list(search_entries("a", "A", "")) == [SearchEntry("a/", "A", "A", "")]


def test_the_index_keeps_letters_as_they_are() -> None:
    """Letters of other scripts are not written as numbers, which would double the file."""
    text = render_search_index([SearchEntry("a/", "خاندان", "خاندان", "ایک")])
    assert "خاندان" in text
    assert json.loads(text) == [{"href": "a/", "page": "خاندان", "title": "خاندان", "text": "ایک"}]

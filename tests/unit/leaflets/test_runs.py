"""Test how texts become runs, and colours inks."""

from __future__ import annotations

import pytest

from charterpress.colours import contrast, from_hex
from charterpress.content.model.text import Text
from charterpress.languages.locales import load_locale
from charterpress.leaflets.inks import to_press
from charterpress.leaflets.qr import draw_code
from charterpress.leaflets.runs import Run, Setter, words_of
from charterpress.leaflets.words import LEAFLET_WORDS


def _setter(locale: str) -> Setter:
    return Setter(load_locale(locale), "en", "https://charters.example/ur/a/")


def test_looks_links_and_notes() -> None:
    """Emphasis, links and calls of notes become runs of their own."""
    runs = _setter("en").runs("We **will** [ask](https://example.org).[^why]")
    assert [(run.text, run.strong, run.href, run.note) for run in runs] == [
        ("We ", False, None, None),
        ("will", True, None, None),
        (" ", False, None, None),
        ("ask", False, "https://example.org", None),
        (".", False, None, None),
        ("", False, None, "why"),
    ]


def test_foreign_text_is_marked_and_isolated() -> None:
    """English in an Urdu leaflet names its language and keeps its own direction."""
    runs = _setter("ur").runs(Text("Not translated yet.", "en"))
    assert [run.text for run in runs] == ["\u2066", "Not translated yet.", "\u2069"]
    assert [run.language for run in runs] == ["en", "en", "en"]
    assert words_of(runs) == "Not translated yet."


def test_own_text_is_left_alone() -> None:
    """A text in the leaflet's own language is neither marked nor isolated."""
    assert _setter("ur").runs(Text("آپ کا وقت", "ur")) == (Run("آپ کا وقت"),)


def test_same_direction_is_not_isolated() -> None:
    """English in a Welsh leaflet names its language and needs no isolation."""
    assert _setter("cy").fixed("Open Licence") == (Run("Open Licence", language="en"),)


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://example.org", "https://example.org"),
        ("#safe", "https://charters.example/ur/a/#safe"),
        ("charter:other", None),
        ("javascript:alert(1)", None),
    ],
)
def test_targets(target: str, kept: str | None) -> None:
    """Only links that lead somewhere from paper or a file are kept; the words stay in any case."""
    [run] = _setter("en").runs(f"[words]({target})")
    assert (run.text, run.href) == ("words", kept)


def test_gaps_are_filled() -> None:
    """A sentence takes its parts where its language wants them, also when a part is unknown."""
    setter = _setter("ur")
    runs = setter.filled("{publisher} کے {title} پر {nothing}{", title=(Run("T"),), publisher=(Run("P"),))
    assert words_of(runs) == "P کے T پر {"


def test_words_are_listed_once() -> None:
    """Every interface word is listed once."""
    assert len(LEAFLET_WORDS) == len(set(LEAFLET_WORDS)) > 15


def test_black_becomes_black_ink() -> None:
    """Black goes to press as black ink, white as paper, a colour without grey parts of four inks."""
    assert to_press(from_hex("#000000")) == (0, 0, 0, 1)
    assert to_press(from_hex("#ffffff")) == (0, 0, 0, 0)
    cyan, magenta, yellow, black = to_press(from_hex("#ff0000"))
    assert (cyan, black) == (0, 0)
    assert min(magenta, yellow) > 0.9
    assert contrast(from_hex("#000000"), from_hex("#ffffff")) == pytest.approx(21)


def test_code_is_what_segno_draws() -> None:
    """The runs of a code cover the corner squares that every reader looks for."""
    code = draw_code("https://charters.example/")
    assert code.runs[:2] == ((0, 0, 7), code.runs[1])
    assert (0, code.size - 7, 7) in code.runs
    assert (code.size - 1, 0, 7) in code.runs

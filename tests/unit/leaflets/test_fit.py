"""Test that text is fitted inside limits, and that what can't fit is said."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from charterpress.content.model import Charter
from charterpress.findings import Finding, Level
from charterpress.languages.locales import load_locale
from charterpress.leaflets.contents import Contents
from charterpress.leaflets.designs.library import design_names
from charterpress.leaflets.flow import Fullness
from charterpress.leaflets.formats.library import find_format
from charterpress.leaflets.job import Job
from charterpress.leaflets.leaflet import Leaflet, typeset
from charterpress.leaflets.setting import Look, Setting
from charterpress.leaflets.settings import LeafletSettings
from charterpress.leaflets.shop import PrintShop
from tests.unit.leaflets.conftest import TITLES

Typeset = Callable[..., tuple[Leaflet | None, tuple[Finding, ...]]]
Build = Callable[..., Charter]

SETTINGS = LeafletSettings("Exampleton Council")


def test_size_stays_inside_limits(long: Build, set_leaflet: Typeset) -> None:
    """More text gives smaller letters, never beyond the limits."""
    sizes = []
    for commitments in (10, 40, 70):
        leaflet, _ = set_leaflet(long(commitments))
        assert leaflet is not None
        sizes.append(leaflet.size)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]
    assert 8.5 <= sizes[-1] <= sizes[0] <= 12


@pytest.mark.parametrize("size", [14.5, 24.0])
def test_large_limits(size: float, small: Build, set_leaflet: Typeset) -> None:
    """Where even the smallest text is larger than the front and the back usually have it, they are set in that."""
    leaflet, findings = set_leaflet(small(), settings=LeafletSettings("Us", minimum_size=size, maximum_size=size))
    if leaflet is None:
        assert {finding.rule for finding in findings} <= {"leaflet-overflow", "leaflet-wide-word"}
        assert findings
    else:
        assert leaflet.size == size


def test_overflow_names_the_panel(long: Build, set_leaflet: Typeset) -> None:
    """Text that can't fit gives no leaflet, and says which panel, by how much, where, what to shorten."""
    leaflet, findings = set_leaflet(long(150), "cy")
    assert leaflet is None
    [finding] = findings
    assert finding.rule == "leaflet-overflow"
    assert finding.level is Level.ERROR
    assert finding.locale == "cy"
    for words in ("Welsh (cy)", "panel 5, the flap", " mm (", "per cent", "8.5 pt"):
        assert words in finding.message
    assert "c100" in finding.hint
    assert "choose with 'leaflet:'" in finding.hint


def test_overflow_of_the_front(small: Build, set_leaflet: Typeset) -> None:
    """A summary too long for the front is named as the front's."""
    leaflet, findings = set_leaflet(small(summary="A promise for hard times. " * 80))
    assert leaflet is None
    assert ["panel 1, the front" in finding.message for finding in findings] == [True]
    assert findings[0].hint == "Shorten the title or the summary."


def test_overflow_of_the_back(small: Build, set_leaflet: Typeset) -> None:
    """Contacts too many for the back are named as the back's."""
    contacts = [
        {"id": f"c{at}", "name": "Helpline", "purpose": "Call us to talk. " * 5, "phone": "0300 123 4567"}
        for at in range(14)
    ]
    leaflet, findings = set_leaflet(small(contacts=contacts))
    assert leaflet is None
    assert ["panel 6, the back" in finding.message for finding in findings] == [True]


@pytest.mark.parametrize("field", ["title", "summary"])
def test_wide_word(field: str, small: Build, set_leaflet: Typeset) -> None:
    """A word wider than a panel is named, never cut."""
    leaflet, findings = set_leaflet(small(**{field: f"See {'w' * 60}."}))
    assert leaflet is None
    assert {finding.rule for finding in findings} == {"leaflet-wide-word"}
    assert "w" * 60 in findings[0].message


def test_sign_without_a_font(small: Build, set_leaflet: Typeset) -> None:
    """A sign that the fonts don't have is named; a box is never printed in its place."""
    leaflet, findings = set_leaflet(small(title="Together 你"))
    assert leaflet is None
    [finding] = findings
    assert finding.rule == "leaflet-not-set"
    assert "你" in finding.message


def test_sign_without_a_font_around_the_charter(small: Build, set_leaflet: Typeset) -> None:
    """A sign in words that come from elsewhere, a title of a theme or the organisation's name, is found there."""
    settings = LeafletSettings("Exampleton \u4f60 Council")
    leaflet, [finding] = set_leaflet(small(), settings=settings)
    assert leaflet is None
    assert finding.message.endswith(", in 'organisation' of mkdocs.yml")
    title = {**TITLES, "respect": "Respect \u4f60"}
    _, [finding] = typeset(
        small(),
        title,
        load_locale("en"),
        str,
        LeafletSettings("A"),
        "https://a.example/",
        find_format("sheet"),
        draft=False,
    )
    assert finding.message.endswith(", in the title of the theme 'respect'")


def test_endless_commitment(long: Build, set_leaflet: Typeset) -> None:
    """A commitment of 2,000 words is an overflow like any other."""
    leaflet, findings = set_leaflet(long(3, words=2_000))
    assert leaflet is None
    assert [finding.rule for finding in findings] == ["leaflet-overflow"]


def test_comforts_go_first(long: Build, set_leaflet: Typeset) -> None:
    """Where room is short, an editor is told what was left out for a larger text."""
    charter = long(62)
    theme = charter.themes[0]
    block = theme.promises[0]
    detail = "We say this in plain words. " * 6
    roomy = [one.model_copy(update={"detail": detail}) for one in block.commitments]
    promises = (block.model_copy(update={"commitments": tuple(roomy)}), *theme.promises[1:])
    themes = (theme.model_copy(update={"promises": promises}), *charter.themes[1:])
    leaflet, findings = set_leaflet(charter.model_copy(update={"themes": themes}))
    assert leaflet is not None
    [finding] = findings
    assert finding.level is Level.NOTE
    assert finding.rule == "leaflet-left-out"
    assert "details" in finding.message


def test_unknown_selection(small: Build, set_leaflet: Typeset) -> None:
    """Choosing a commitment that does not exist, or none at all, is an error."""
    for selection in (frozenset({"time", "no-such"}), frozenset[str]()):
        leaflet, findings = set_leaflet(small(), selection=selection)
        assert leaflet is None
        assert [finding.rule for finding in findings] == ["leaflet-selection"]


SCRIPT = """
import sys
sys.path.insert(0, sys.argv[1])
from hashlib import sha256
from conftest import small_charter, typeset_sample
leaflet, _ = typeset_sample(small_charter())
print(sha256(leaflet.screen + leaflet.press[0].data).hexdigest())
"""


def test_same_input_same_bytes(small: Build, set_leaflet: Typeset) -> None:
    """The same charter gives the same bytes, in this process and in another."""
    leaflet, _ = set_leaflet(small())
    assert leaflet is not None
    here = sha256(leaflet.screen + leaflet.press[0].data).hexdigest()
    paths = os.pathsep.join(sys.path)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(Path(__file__).parent)],
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": paths, "TZ": "Asia/Karachi"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == here


def test_other_words_other_bytes(small: Build, set_leaflet: Typeset) -> None:
    """Another title changes both files and the identity of the press file."""
    one, _ = set_leaflet(small())
    other, _ = set_leaflet(small(title="What we hope for"))
    assert one is not None
    assert other is not None
    assert one.screen != other.screen
    assert one.press != other.press


@pytest.mark.parametrize("design", design_names())
def test_front_and_back_are_fitted_once(design: str, long: Build) -> None:
    """What a trial has found of the front and the back is what every later one would find, and the file is the same."""
    tried, look = _setting(long(40), design)
    fresh, _ = _setting(long(40), design)
    ends = tried.measure(look)
    assert tried.measure(look) == ends
    assert tried.write(look.at(8.7), 0) == fresh.write(look.at(8.7), 0)


@pytest.mark.parametrize("commitments", [4, 40])
@pytest.mark.parametrize("press", [False, True])
def test_what_was_measured_is_written_alike(commitments: int, press: bool, long: Build) -> None:  # noqa: FBT001 - a case
    """A leaflet whose text was measured has the same bytes as one that was not, room for notes included."""
    measured, look = _setting(long(commitments), "calm", press=press)
    unmeasured, _ = _setting(long(commitments), "calm")
    measured.measure(look)
    assert measured.write(look, 0) == unmeasured.write(look, 0)


@pytest.mark.parametrize("design", design_names())
def test_a_title_too_wide_is_told_every_time(design: str, small: Build) -> None:
    """A word of the title that is wider than the panel in any size is named by the first trial and by those after."""
    word = "Responsibilities" * 4
    setting, look = _setting(small(title=f"Our {word}"), design)
    for size in (9.0, 8.7):
        assert word in setting.measure(look.at(size)).too_wide


def _setting(charter: Charter, design: str, *, press: bool = False) -> tuple[Setting, Look]:
    locale, address = load_locale("en"), "https://charters.exampleton.example/charters/working-together/"
    contents = Contents(charter, {}, locale, str, "Us", address, draft=False)
    look = Job(contents, LeafletSettings("Us", design=design), PrintShop(), None).look(8.5, press=press)
    return Setting(find_format("trifold"), locale, contents.data(Fullness())), look

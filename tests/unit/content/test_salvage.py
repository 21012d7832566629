"""Test going on with what is right in settings: what is lost with a wrong value, and what stands in for it."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from charterpress.content.salvage import ANY, Salvaged, salvage
from charterpress.content.settings import Settings
from charterpress.content.standins import RULES
from charterpress.content.validate import known_keys
from charterpress.content.yamlfile import Pointer, parse_yaml

FULL: dict[str, Any] = {
    "organisation": "Us",
    "contact_email": "us@council.example",
    "readability": {
        "grades": {"families": "8", "practitioners": "10"},
        "targets": {"families": "7"},
        "sentence_words": "30",
        "sentence_words_in": {"cy": "35"},
        "exemptions": [
            {"document": "one", "reason": "The law says so.", "until": "2027-01-01", "rules": ["jargon"]},
            {"document": "two", "reason": "The law says so.", "until": "2027-01-01", "unit": "part"},
        ],
    },
    "translations": {"draft": "show", "least": "50"},
    "look": {"brand": "#123456", "dark": {"ink": "#ffffff"}, "fonts": {"text": "Lexend"}, "logo": {"file": "a.svg"}},
    "leaflets": {"enabled": "true", "formats": ["trifold"], "brand_press": ["0", "0", "0", "50"], "printer": "digital"},
    "addresses": {"frozen": "true"},
    "adaptations": {"grace_days": "30"},
    "feedback": {"keep_months": "3", "privacy": {"en": "We read it."}},
    "security": {"contact": ["us@council.example"], "allow": {"img": ["https://maps.example"]}},
    "hosting": ["netlify"],
}
EXEMPTIONS = ("readability", "exemptions")


def salvaged(data: dict[str, Any]) -> Salvaged[Settings]:
    """Return what is right in some options."""
    file = parse_yaml(json.dumps(data), Path("mkdocs.yml"))
    assert file.data is not None
    return salvage(Settings, file, file.data, (), RULES)


def changed(pointer: Pointer, value: object) -> dict[str, Any]:
    """Return the full options with another value at a place."""
    data = copy.deepcopy(FULL)
    holder: Any = data
    for key in pointer[:-1]:
        holder = holder[key]
    holder[pointer[-1]] = value
    return data


def without(pointer: Pointer) -> dict[str, Any]:
    """Return the full options without what stands at a place."""
    data = copy.deepcopy(FULL)
    holder: Any = data
    for key in pointer[:-1]:
        holder = holder[key]
    del holder[pointer[-1]]
    return data


def pointers(value: object, at: Pointer = ()) -> Iterator[Pointer]:
    """Yield every place below a value."""
    entries = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in entries:
        yield (*at, key)
        yield from pointers(inner, (*at, key))


def test_what_is_right_stays_as_it_is() -> None:
    """With nothing wrong nothing is lost."""
    found = salvaged(FULL)
    assert (found.findings, found.unknown) == ((), frozenset())
    assert found.held == Settings.model_validate(FULL)


@pytest.mark.parametrize("wrong", ["", "?!", ["?!"], {"?!": "?!"}], ids=["empty", "text", "list", "keys"])
def test_any_value_may_be_wrong(wrong: object) -> None:
    """Whatever stands where, there are settings; what is wrong has findings, and the rest is as it was written."""
    places = list(pointers(FULL))
    assert len(places) > 50
    for place in places:
        found = salvaged(changed(place, wrong))
        assert found.findings or not found.unknown, place
        for name in FULL:
            if name != place[0]:
                assert getattr(found.held, name) == getattr(Settings.model_validate(FULL), name), (place, name)


@pytest.mark.parametrize(
    ("data", "unknown"),
    [
        (changed(("look", "brand"), "red"), {("look", "brand")}),
        (changed(("look", "fonts", "text"), ["a"]), {("look", "fonts")}),
        (changed(("leaflets", "formats"), ["Tri Fold", "sheet"]), {("leaflets", "formats")}),
        (changed(("leaflets", "brand_press"), ["0", "0", "0", "x"]), {("leaflets", "brand_press")}),
        (changed(("leaflets", "enabled"), "maybe"), set()),
        (changed(("readability", "sentence_words"), "many"), set()),
        (changed(("readability", "grades"), {"famlies": "9"}), set()),
        (changed((*EXEMPTIONS, 0, "until"), "soon"), set()),
        (without((*EXEMPTIONS, 0, "reason")), set()),
        (without((*EXEMPTIONS, 0, "document")), {EXEMPTIONS}),
        (without(("feedback", "privacy")), {("feedback",)}),
        (changed(("security", "expires"), "soon"), {("security",)}),
        (changed(("security", "allow", "img"), ["http://maps.example"]), {("security", "allow")}),
        (changed(("translations",), ""), {("translations",)}),
        ({**without(("organisation",)), "organisaton": "Us"}, {("organisation",)}),
        ({**FULL, "organisaton": "Us"}, set()),
        ({**FULL, "something": "else"}, set()),
        ({**FULL, "[key]": "x", "": "x", "*": "x"}, set()),
    ],
)
def test_what_is_not_known_then(data: dict[str, Any], unknown: set[Pointer]) -> None:
    """A wrong value is unknown, with the whole that it is part of; so is what a misspelt key was to give.

    Where another value can stand in for it, so that nothing more is found, nothing is unknown.
    """
    found = salvaged(data)
    assert found.findings
    assert found.unknown == unknown


def test_what_stands_in() -> None:
    """While a limit or an exemption is wrong, every text passes; its places in the list stay as they are."""
    found = salvaged(changed((*EXEMPTIONS, 0, "until"), "soon")).held.readability
    assert [one.document for one in found.exemptions] == ["one", "two"]
    assert (found.exemptions[0].until.year, found.exemptions[0].rules) == (9999, ("jargon",))
    whole = salvaged({**FULL, "readability": "x"}).held.readability
    assert (set(whole.grades.values()), whole.sentence_words, whole.paragraph_words) == ({20.0}, 60, 500)
    assert not salvaged(changed(("leaflets", "enabled"), "maybe")).held.leaflets.enabled


def test_the_table_is_about_settings() -> None:
    """Each row names a setting that there is, and what stands in for it would be right in mkdocs.yml."""
    assert len(RULES.stand_ins) >= 10
    for pattern in (*RULES.stand_ins, *RULES.whole):
        place: Pointer = tuple(0 if key == ANY and "exemptions" in pattern else key for key in pattern)
        assert place[-1] in {*known_keys(Settings, place[:-1]), ANY}, pattern
    for (*around, name), value in RULES.stand_ins.items():
        if value is not None and ANY not in (*around, name):
            data: Any = {name: value}
            for key in reversed(around):
                data = {key: data}
            assert Settings.model_validate(data), name

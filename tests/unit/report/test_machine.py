"""Test the reports for other programs."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from charterpress import __version__
from charterpress.findings import Finding
from charterpress.report.machine import FORMATS, render_github, render_json, render_junit, render_sarif

Findings = tuple[Finding, ...]


def test_the_formats() -> None:
    """There are four formats, each by the name that the command line uses."""
    assert sorted(FORMATS) == ["github", "json", "junit", "sarif"]


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "github"])
def test_odd_characters(name: str, odd: Findings) -> None:
    """Whatever is in a file's words or name, a report is text that can be written and read again."""
    text = FORMATS[name](odd)
    assert text.encode("utf-8")
    assert "key� in two lines" in text
    if name in {"json", "sarif"}:
        assert json.loads(text)
    elif name == "junit":
        assert len(ET.fromstring(text)) == 2  # noqa: S314 - our own words
    else:
        assert len(text.splitlines()) == 2


def test_json(findings: Findings) -> None:
    """JSON holds every finding with everything known about it, and words in any script as they are."""
    text = render_json(findings)
    body = json.loads(text)
    assert body["charterpress"] == __version__
    assert len(body["findings"]) == 5
    assert body["findings"][2] == {
        "rule": "raw-html",
        "level": "error",
        "message": "raw HTML: <b>\"&'",
        "hint": "Write 100% plain, words: yes.",
        "file": "docs/charters/my family.yml",
        "line": 3,
        "column": 7,
        "locale": None,
    }
    assert body["findings"][0]["file"] is None
    assert body["findings"][4]["locale"] == "ur"
    assert "سلام" in text
    assert text.endswith("}\n")


def test_sarif(findings: Findings) -> None:
    """SARIF names its version and schema, its rules once each, and each result by level, words and place."""
    body = json.loads(render_sarif(findings))
    assert body["version"] == "2.1.0"
    assert body["$schema"].endswith("sarif-2.1.0.json")
    (run,) = body["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted({finding.rule for finding in findings})
    assert {result["ruleId"] for result in run["results"]} == set(rules)
    assert [result["level"] for result in run["results"]] == ["error", "error", "error", "warning", "note"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][2]["message"] == {"text": "raw HTML: <b>\"&' Write 100% plain, words: yes."}


def test_places_in_sarif(findings: Findings) -> None:
    """A place in SARIF is a valid address with a region, as far as known, counted from 1."""
    results = json.loads(render_sarif(findings))["runs"][0]["results"]
    assert "locations" not in results[0]
    places = [result["locations"][0]["physicalLocation"] for result in results[1:]]
    assert "region" not in places[0]
    assert [place.get("region") for place in places[1:]] == [
        {"startLine": 3, "startColumn": 7},
        {"startLine": 10, "startColumn": 1},
        {"startLine": 2},
    ]
    for place, finding in zip(places, findings[1:], strict=True):
        address = place["artifactLocation"]["uri"]
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", address)
        assert unquote(address) == str(finding.file)


def test_same_rule_once() -> None:
    """A rule that is broken twice is described once."""
    body = json.loads(render_sarif([Finding("a", "b"), Finding("a", "c")]))
    assert body["runs"][0]["tool"]["driver"]["rules"] == [{"id": "a"}]


def test_github(findings: Findings) -> None:
    """Each finding is one workflow command on one line, with the signs escaped that would end it."""
    lines = render_github(findings).splitlines()
    family = "docs/charters/my family.yml"
    assert lines == [
        "::error title=no-place::nothing is listed List something.",
        f"::error file={family},title=whole-file::the file is empty",
        f"::error file={family},line=3,col=7,title=raw-html::raw HTML: <b>\"&' Write 100%25 plain, words: yes.",
        "::warning file=docs/guidance/rules.yml,line=10,col=1,title=number-jump::the number jumps Check it.",
        "::notice file=i18n/ur/family.po,line=2,title=draft::سلام ŵ 👪 A hint.",
    ]


def test_github_options() -> None:
    """Colons, commas and per cent signs in a rule's name do not break the options."""
    assert render_github([Finding("a:b,c%", "d")]) == "::error title=a%3Ab%2Cc%25::d\n"


def test_junit(findings: Findings) -> None:
    """JUnit has a test case a finding; errors fail, the others do not."""
    text = render_junit(findings)
    suite = ET.fromstring(text)  # noqa: S314 - our own words
    assert (suite.get("tests"), suite.get("failures")) == ("5", "3")
    cases = suite.findall("testcase")
    assert [case.get("name") for case in cases] == [finding.rule for finding in findings]
    assert [case.find("failure") is not None for case in cases] == [True, True, True, False, False]
    assert cases[0].get("classname") == "project"
    failure = cases[2].find("failure")
    assert failure is not None
    assert failure.get("message") == "raw HTML: <b>\"&'"
    assert (failure.text or "").startswith("docs/charters/my family.yml:3: raw HTML")
    output = cases[4].find("system-out")
    assert output is not None
    assert "سلام" in (output.text or "")


@pytest.mark.parametrize("name", ["json", "sarif", "junit", "github"])
def test_nothing_found(name: str) -> None:
    """A report on nothing is still a report in its format."""
    text = FORMATS[name](())
    if name == "json":
        assert json.loads(text)["findings"] == []
    elif name == "sarif":
        assert json.loads(text)["runs"][0]["results"] == []
    elif name == "junit":
        assert ET.fromstring(text).get("tests") == "0"  # noqa: S314 - our own words
    else:
        assert text == ""

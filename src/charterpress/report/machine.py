"""Write findings for other programs: JSON, SARIF, JUnit, and annotations for GitHub."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import quote
from xml.etree import ElementTree as ET

from charterpress import __version__
from charterpress.findings import Finding, Level
from charterpress.report.printable import printable

_GITHUB = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}


def render_json(findings: Iterable[Finding]) -> str:
    """Return the findings as a JSON document."""
    body = {"charterpress": __version__, "findings": [finding.data for finding in printable(findings)]}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def render_sarif(findings: Iterable[Finding]) -> str:
    """Return the findings as SARIF 2.1.0 (OASIS), which code hosts show beside the lines."""
    found = printable(findings)
    driver = {
        "name": "charterpress",
        "version": __version__,
        "rules": [{"id": rule} for rule in sorted({finding.rule for finding in found})],
    }
    results = [_sarif_result(finding) for finding in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    body = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"


def _sarif_result(finding: Finding) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.rule,
        "level": str(finding.level),
        "message": {"text": " ".join(part for part in (finding.message, finding.hint) if part)},
    }
    if finding.file is not None:
        place: dict[str, object] = {"artifactLocation": {"uri": quote(finding.file.as_posix())}}
        if finding.line is not None:
            region = {"startLine": finding.line, **({"startColumn": finding.column} if finding.column else {})}
            place["region"] = region
        result["locations"] = [{"physicalLocation": place}]
    return result


def render_github(findings: Iterable[Finding]) -> str:
    """Return the findings as workflow commands, which GitHub Actions turns into annotations."""
    return "".join(f"{_github_line(finding)}\n" for finding in printable(findings))


def _github_line(finding: Finding) -> str:
    values = {"file": finding.file, "line": finding.line, "col": finding.column, "title": finding.rule}
    options = ",".join(
        f"{key}={_escaped(str(value)).replace(':', '%3A').replace(',', '%2C')}"
        for key, value in values.items()
        if value is not None
    )
    return f"::{_GITHUB[finding.level]} {options}::{_escaped(f'{finding.message} {finding.hint}'.strip())}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def render_junit(findings: Iterable[Finding]) -> str:
    """Return the findings as JUnit XML: one test case a finding, failed when it is an error."""
    found = printable(findings)
    errors = sum(finding.level is Level.ERROR for finding in found)
    suite = ET.Element("testsuite", name="charterpress", tests=str(len(found)), failures=str(errors))
    for finding in found:
        case = ET.SubElement(suite, "testcase", classname=str(finding.file or "project"), name=finding.rule)
        if finding.level is Level.ERROR:
            node = ET.SubElement(case, "failure", message=finding.message)
        else:
            node = ET.SubElement(case, "system-out")
        node.text = f"{finding.file or ''}:{finding.line or ''}: {finding.message} {finding.hint}"
    return ET.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


FORMATS: Mapping[str, Callable[[Iterable[Finding]], str]] = {
    "json": render_json,
    "sarif": render_sarif,
    "github": render_github,
    "junit": render_junit,
}

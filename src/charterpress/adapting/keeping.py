"""Keep copies of what the adaptations of a project adapt, so that new versions can be compared with them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from charterpress.adapting.opened import Opened
from charterpress.content.adaptation.copies import copy_path
from charterpress.content.adaptation.keep import kept_copy
from charterpress.findings import Finding


def copies_to_keep(opened: Opened) -> tuple[Mapping[Path, bytes], tuple[Finding, ...]]:
    """Return the copies that are missing, by where they go, and why some cannot be made; nothing is written.

    Only what is at the version that is adapted can be kept: of an older one nobody here knows the words.
    """
    files: dict[Path, bytes] = {}
    findings: list[Finding] = []
    for adapted in opened.adaptations.values():
        one = adapted.adaptation
        if adapted.comparison.moved or copy_path(opened.shelf.root, one.source_id, one.source_version).exists():
            continue
        copy, problems = kept_copy(one, opened.shelf)
        findings.extend(finding.relative_to(opened.project.root) for finding in problems)
        if copy is not None:
            files[copy[0]] = copy[1]
    return files, tuple(findings)

"""Tell whether a source states its licence, and where well-known licences can be read."""

from __future__ import annotations

import re

_UNSTATED = re.compile(r"^(?:not |no |none\b|unknown\b|unclear\b|unstated\b|to be |tbc\b|n/a\b|[?-]+$)", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:)]")
_CREATIVE_COMMONS = re.compile(r"\b(?:CC|Creative Commons)[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -](\d\.\d)\b", re.IGNORECASE)
_OPEN_GOVERNMENT = re.compile(r"\b(?:Open Government Licence|OGL)[ ,(v-]*(?:version )?([123])(?:\.0)?\b", re.IGNORECASE)


def is_stated(licence: str) -> bool:
    """Tell whether the words of a licence name one, unlike “Not stated in the copy used”."""
    return _UNSTATED.match(licence.strip()) is None


def licence_address(licence: str) -> str | None:
    """Return where a licence can be read, where its words say so or name a version of a well-known one."""
    if (found := _ADDRESS.search(licence)) is not None:
        return found[0]
    if (found := _OPEN_GOVERNMENT.search(licence)) is not None:
        return f"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/{found[1]}/"
    if (found := _CREATIVE_COMMONS.search(licence)) is not None:
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    return None

"""Tell whether a source states its licence, and where well-known licences can be read."""

from __future__ import annotations

import re
from enum import StrEnum

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


class Terms(StrEnum):
    """Say what the words of a licence let others do with a text."""

    OPEN = "open"
    """It may be changed, and passed on."""
    ALIKE = "alike"
    """It may be changed, and what comes of it must be under the same licence."""
    FORBIDDEN = "forbidden"
    """It may not be changed."""
    UNSTATED = "unstated"
    """Nothing is said, so it may not be changed."""
    UNKNOWN = "unknown"
    """The words must be read by a person."""


_FORBIDS = re.compile(
    r"\b(?:CC|Creative Commons)[ -]BY(?:-NC)?-ND\b|no[- ]?deriv|all rights reserved|\bmay not be (?:changed|adapted)\b",
    re.IGNORECASE,
)
_SHARE_ALIKE = re.compile(r"\b(?:CC|Creative Commons)[ -]BY(?:-NC)?-SA\b|share[- ]?alike", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:CC|Creative Commons)[ -](?:BY(?:-NC)?|0|Zero)\b|Creative Commons Attribution"
    r"|Open Government Licen[cs]e|\bOGL\b|public domain|\bMIT\b|may be (?:changed|adapted)",
    re.IGNORECASE,
)


def terms_of(licence: str) -> Terms:
    """Return what the words of a licence let others do with a text."""
    if not licence.strip() or not is_stated(licence):
        return Terms.UNSTATED
    for pattern, terms in ((_FORBIDS, Terms.FORBIDDEN), (_SHARE_ALIKE, Terms.ALIKE), (_OPEN, Terms.OPEN)):
        if pattern.search(licence) is not None:
            return terms
    return Terms.UNKNOWN

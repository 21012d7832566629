"""Test security.txt and what is said where it cannot be one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from charterpress.content.settings import Project
from charterpress.site.delivery.securitytxt import check_security_text, security_text

With = Callable[..., Project]
TODAY = date(2026, 11, 28)


def found(project: Project) -> list[tuple[str, str]]:
    """Return rule and level of what is wrong."""
    return [(each.rule, str(each.level)) for each in check_security_text(project, TODAY)]


def test_the_text(project_with: With) -> None:
    """It has the fields of RFC 9116; an e-mail address becomes one that browsers open."""
    security = {
        "contact": ["security@council.example", "https://council.example/tell-us", "tel:+44-29-2018-0000"],
        "expires": "2027-10-01",
        "policy": "https://council.example/policy",
        "languages": ["en", "cy"],
    }
    assert security_text(project_with("https://council.example/", security=security)) == (
        "Contact: mailto:security@council.example\n"
        "Contact: https://council.example/tell-us\n"
        "Contact: tel:+44-29-2018-0000\n"
        "Expires: 2027-10-01T00:00:00Z\n"
        "Preferred-Languages: en, cy\n"
        "Canonical: https://council.example/.well-known/security.txt\n"
        "Policy: https://council.example/policy\n"
    )


def test_a_site_that_names_nobody_has_none(project_with: With) -> None:
    """Where nothing is set up there is no text, and nothing is said."""
    assert security_text(project_with()) is None
    assert found(project_with()) == []


@pytest.mark.parametrize(
    ("expires", "wrong"),
    [
        (None, [("security-expires", "error")]),
        ("2026-11-28", [("security-expires", "error")]),
        ("2026-11-29", [("security-expires", "warning")]),
        ("2026-12-28", [("security-expires", "warning")]),
        ("2026-12-29", []),
        ("2027-11-29", []),
        ("2027-11-30", [("security-expires", "warning")]),
    ],
)
def test_the_day(project_with: With, expires: str | None, wrong: list[tuple[str, str]]) -> None:
    """A day that is past stops the build; one that comes soon, or in more than a year, is told in time."""
    security = {"contact": "security@council.example", **({"expires": expires} if expires else {})}
    assert found(project_with("https://council.example/", security=security)) == wrong


def test_a_site_below_its_host(project_with: With) -> None:
    """Nobody looks for the text below a folder: whoever keeps the host must put a copy at its root."""
    security = {"contact": "security@council.example", "expires": "2027-10-01"}
    assert found(project_with(security=security)) == [("security-place", "warning")]


def test_a_day_without_a_contact(project_with: With) -> None:
    """Whoever sets a day has forgotten whom to tell."""
    assert found(project_with(security={"expires": "2027-10-01"})) == [("security-contact", "error")]

"""Write security.txt (RFC 9116): whom to tell of a weak point of the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urljoin, urlsplit

from charterpress.content.settings import Project
from charterpress.findings import Finding, Level

ADDRESS = ".well-known/security.txt"
_SOON, _LONG = timedelta(days=30), timedelta(days=366)


def security_text(project: Project) -> str | None:
    """Return the text of security.txt, or None where the settings name nobody, or no day."""
    settings = project.settings.security
    if not settings.contact or settings.expires is None:
        return None
    contacts = (f"mailto:{each}" if "@" in each and ":" not in each else each for each in settings.contact)
    lines = [f"Contact: {contact}" for contact in contacts]
    lines.append(f"Expires: {settings.expires.isoformat()}T00:00:00Z")
    lines.append(f"Preferred-Languages: {', '.join(settings.languages or (project.default_language,))}")
    if project.site_url:
        lines.append(f"Canonical: {urljoin(project.site_url.rstrip('/') + '/', ADDRESS)}")
    if settings.policy:
        lines.append(f"Policy: {settings.policy}")
    return "\n".join((*lines, ""))


def check_security_text(project: Project, today: date) -> Iterator[Finding]:
    """Yield what keeps security.txt from being one: no day, a day that is past or far away, an address too deep."""
    settings = project.settings.security
    if not settings.contact:
        if settings.expires or settings.policy or settings.languages:
            message = "the settings say something for security.txt, but not whom people may tell of a weak point"
            hint = "Add 'contact:' with an e-mail address or a web page, or take the others out."
            yield project.finding("security-contact", message, hint, "security")
        return
    example = (today + timedelta(days=330)).isoformat()
    if settings.expires is None:
        message = "security.txt must say until when it holds, and no day is given"
        yield project.finding("security-expires", message, f"Add 'expires:' with a day, such as {example}.", "security")
        return
    left = settings.expires - today
    place = ("security", "expires")
    if left <= timedelta():
        message = f"security.txt held until {settings.expires.isoformat()}: nobody may rely on it any more"
        hint = f"See that 'contact:' is still right, then give a new day, such as {example}."
        yield project.finding("security-expires", message, hint, *place)
    elif left > _LONG:
        message = f"security.txt would hold until {settings.expires.isoformat()}, which is more than a year"
        yield _warning(project.finding("security-expires", message, f"Give a day within a year: {example}.", *place))
    elif left <= _SOON:
        message = f"security.txt holds for {left.days} more days; after that the build stops"
        hint = f"See that 'contact:' is still right, then give a new day, such as {example}."
        yield _warning(project.finding("security-expires", message, hint, *place))
    address = urlsplit(project.site_url or "")
    if address.path.strip("/"):
        message = (
            f"security.txt is looked for at {address.scheme}://{address.netloc}/{ADDRESS}, and this site is below that"
        )
        hint = "Ask whoever keeps that host to put a copy of the file there."
        yield _warning(project.finding("security-place", message, hint, "security"))


def _warning(finding: Finding) -> Finding:
    return Finding(
        finding.rule, finding.message, finding.hint, Level.WARNING, finding.file, finding.line, finding.column
    )

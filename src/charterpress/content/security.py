"""Type the settings on what browsers may load, on where the site is published, and on who hears of its weak points."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from charterpress.content.model.base import Model
from charterpress.content.model.text import WebAddress

HOSTED = r"https://(\*\.)?[a-zA-Z0-9.-]+(:[0-9]+)?(/[^\s;,'\"<>?#]*)?"
HASHED = r"sha256-[A-Za-z0-9+/]{43}="

HostSource = Annotated[str, StringConstraints(pattern=rf"^{HOSTED}$")]
"""A host that pages may load from, https only: https://maps.example, or a folder of it."""

CodeSource = Annotated[str, StringConstraints(pattern=rf"^({HOSTED}|{HASHED})$")]
"""A host, or the hash of one script or style sheet that stands in a page, as in CSP 3."""

Contact = Annotated[
    str,
    StringConstraints(pattern=r"^(https://[^\s<>\"]+|(mailto:)?[^@\s<>:]+@[^@\s<>]+\.[^@\s<>]+|tel:\+?[0-9.() -]+)$"),
]
"""A page, an e-mail address or a phone number (RFC 9116, section 2.5.3)."""


class Host(StrEnum):
    """Name the web servers and hosts for which charterpress can write a settings file."""

    NETLIFY = "netlify"
    CLOUDFLARE = "cloudflare"
    AZURE = "azure"
    APACHE = "apache"
    NGINX = "nginx"
    IIS = "iis"


class AllowedSources(Model):
    """Name what pages may load from elsewhere; every other source is blocked by the browser."""

    script: tuple[CodeSource, ...] = ()
    style: tuple[CodeSource, ...] = ()
    img: tuple[HostSource, ...] = ()
    font: tuple[HostSource, ...] = ()
    media: tuple[HostSource, ...] = Field(default=(), description="Sound and film.")
    frame: tuple[HostSource, ...] = Field(default=(), description="Pages that stand in a frame.")
    connect: tuple[HostSource, ...] = Field(default=(), description="What scripts may ask for.")
    form: tuple[HostSource, ...] = Field(default=(), description="Where forms may send what people write.")

    def named(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return each kind that has a source, with its sources."""
        return tuple((name, given) for name in type(self).model_fields if (given := getattr(self, name)))


class SecuritySettings(Model):
    """Set whom people tell of a weak point of the site (security.txt), and what pages may load from elsewhere."""

    contact: tuple[Contact, ...] = Field(
        default=(), description="Whom to tell, best first; left out: the site has no security.txt."
    )
    expires: date | None = Field(default=None, description="The day on which security.txt must have been looked at.")
    policy: WebAddress | None = Field(default=None, description="A page that says how you treat what people tell you.")
    languages: tuple[str, ...] = Field(
        default=(), description="The languages that you read; left out: the default language of the site."
    )
    allow: AllowedSources = AllowedSources()

    @field_validator("contact", mode="before")
    @classmethod
    def _one_or_more(cls, given: object) -> object:
        return (given,) if isinstance(given, str) else given

"""Hold a page as a value; any host can publish it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """Name a part of a page for its table of contents; the title is plain text."""

    anchor: str
    title: str
    level: int


@dataclass(frozen=True)
class Page:
    """Hold one page in one language.

    `path` is its address below its language, without slashes at the ends; `body` is HTML. A page that is not
    `public` is for editors: nothing links to it, and neither search nor sitemap lists it.
    """

    path: str
    locale: str
    title: str
    description: str
    body: str
    headings: tuple[Heading, ...] = ()
    public: bool = True


@dataclass(frozen=True)
class Download:
    """Name a file to take away: its address below its language, its size in bytes, and how many pages it has.

    `title` is what it is called, an interface word in English. One that is not `whole` has some of the promises.
    """

    document: str
    address: str
    size: int
    title: str
    pages: int
    whole: bool = True

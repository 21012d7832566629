"""Collect every link of a project that leads away from its site, with the places where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from charterpress.content.inline import link_targets
from charterpress.content.library import Library
from charterpress.content.model.base import Document
from charterpress.content.settings import Project
from charterpress.content.textfile import load_text
from charterpress.content.yamlfile import YamlFile, scalars
from charterpress.findings import Finding
from charterpress.site.linkplaces import markdown_links
from charterpress.site.markdown_pages import markdown_pages

_AUTOLINK = re.compile(r"<(https?://[^\s<>]+|mailto:[^\s<>]+)>")
_HTML_LINK = re.compile(r"""\b(?:href|src)\s*=\s*["']?((?:https?:|mailto:|tel:)[^\s"'>]+)""", re.IGNORECASE)
_EMAIL = re.compile(r"^[^@\s,]+@[^@\s,]+\.[^@\s,.]+$")
_PHONE = re.compile(r"^\+?[0-9][0-9().\s-]{2,}(;ext=[0-9]+)?$")


@dataclass(frozen=True, order=True)
class LinkPlace:
    """Name where a link stands: file, line from 1, and the language of the text."""

    file: Path
    line: int
    language: str


@dataclass(frozen=True)
class Outside:
    """Hold each web address once, with its places in order, and what is wrong with links that nobody need ask."""

    places: dict[str, tuple[LinkPlace, ...]]
    findings: tuple[Finding, ...]


def outside_links(library: Library, project: Project) -> Outside:
    """Return every link that leads away: of documents, in whatever key it stands, and of hand-written pages.

    Translations have the links of their source; a check of the build holds that. Links into the site itself are not
    among them. What stands behind '#' is the business of the browser, and is left out.
    """
    places: dict[str, list[LinkPlace]] = {}
    findings: list[Finding] = []
    own = urlsplit(project.site_url or "").netloc
    for target, place in sorted(_links(library, project), key=lambda link: (link[1], link[0])):
        scheme = target.partition(":")[0].lower()
        if scheme in {"http", "https"}:
            if not own or urlsplit_host(target) != own:
                places.setdefault(urldefrag(target)[0], []).append(place)
        elif (wrong := _malformed(target)) is not None:
            findings.append(Finding("link-form", *wrong, file=place.file, line=place.line, locale=place.language))
    return Outside({url: tuple(dict.fromkeys(found)) for url, found in sorted(places.items())}, tuple(findings))


def urlsplit_host(url: str) -> str:
    """Return the host and the port of a web address as they are written, or nothing where there are none."""
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def _malformed(target: str) -> tuple[str, str] | None:
    scheme, _, rest = target.partition(":")
    address = rest.partition("?")[0]
    if scheme.lower() == "mailto" and not all(_EMAIL.match(part) for part in address.split(",")):
        return f"'{target}' is no e-mail address", "Write mailto: and an address such as office@council.example."
    if scheme.lower() == "tel" and not _PHONE.match(address):
        return f"'{target}' is no phone number", "Write tel: and digits, as in tel:+441632960123."
    return None


def _links(library: Library, project: Project) -> Iterator[tuple[str, LinkPlace]]:
    for key, document in library.documents.items():
        file = library.files[key]
        if file.data is not None:
            yield from _of_document(document, file)
    for path, language in dict.fromkeys((page.path, page.locale) for page in reversed(markdown_pages(project))):
        text = load_text(path).text or ""
        found = [*markdown_links(text), *_by_hand(text.split("\n"))]
        yield from ((target, LinkPlace(path, line, language)) for target, line in dict.fromkeys(found) if ":" in target)


def _by_hand(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield the links that Markdown does not know as such: those in HTML."""
    for number, line in enumerate(lines, start=1):
        for pattern in (_AUTOLINK, _HTML_LINK):
            yield from ((found[1], number) for found in pattern.finditer(line))


def _of_document(document: Document, file: YamlFile) -> Iterator[tuple[str, LinkPlace]]:
    for pointer, value in scalars(file.data or ""):
        if value.startswith(("http://", "https://")) and not any(sign.isspace() for sign in value):
            targets: tuple[str, ...] = (value,)
        else:
            targets = link_targets(value)
        for target in targets:
            if ":" in target:
                path, place = file.locate(pointer)
                yield target, LinkPlace(path, place.line, document.language)

"""Say what readers can take away from a page, and whom to ask for what is not there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from charterpress.content.inline import plain_text
from charterpress.content.model import Charter, Document
from charterpress.languages.locales import Locale
from charterpress.languages.words import Words
from charterpress.site.addresses import SiteMap, codes_of, path_of
from charterpress.site.page import Download


@dataclass(frozen=True)
class Sharing:
    """Hold how a page is handed on: its web address, a ready e-mail that names it, and where its QR codes are."""

    address: str
    email: str
    codes: str | None


def sharing_of(document: Document, locale: str, sitemap: SiteMap) -> Sharing | None:
    """Return how the page of a document is handed on, or None where nobody knows its web address."""
    path = path_of(document)
    address = sitemap.url(locale, path)
    if address is None:
        return None
    email = f"mailto:?subject={quote(plain_text(document.title), safe='')}&body={quote(address, safe='')}"
    codes = sitemap.link(locale, path, codes_of(document)) if isinstance(document, Charter) else None
    return Sharing(address, email, codes)


def listed(file: Download, href: str, words: Words) -> Mapping[str, object]:
    """Return a file as the list of downloads has it."""
    kilobytes = max(1, round(file.size / 1000))
    return {"href": href, "title": words(file.title), "kilobytes": kilobytes, "pages": file.pages, "whole": file.whole}


def standing_of(document: Document, words: Words, locale: Locale) -> list[str]:
    """Return the version of a document, whether and when it was approved, and when it is looked at again."""
    facts = [words("Version {number}", number=document.version)] if document.version else []
    approved = words("Approved on {date}", date=locale.date(document.approved)) if document.approved else None
    facts.append(approved or words("Not approved yet"))
    if document.review_by:
        facts.append(words("We will look at it again by {date}", date=locale.date(document.review_by)))
    return facts


def letter_to(email: str, title: str, locale: Locale) -> Mapping[str, str | None]:
    """Return whom to write to, and a link that starts an e-mail whose subject names what it is about."""
    subject = quote(f"{plain_text(title)} ({locale.english_name})", safe="")
    return {"href": f"mailto:{email}?subject={subject}", "address": email}


def whom_to_ask(document: Document, email: str | None, locale: Locale) -> Mapping[str, str | None] | None:
    """Return where to ask for a document in another format: by e-mail, or of those whom its page names.

    The subject of the e-mail names the document and the language of the page. Where nobody can be asked it is None.
    """
    if email:
        return letter_to(email, document.title, locale)
    return {"href": "#cp-who-to-ask", "address": None} if document.contacts else None

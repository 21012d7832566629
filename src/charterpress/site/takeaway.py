"""Say what readers can take away from a page, and whom to ask for what is not there."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from charterpress.content.inline import plain_text
from charterpress.content.model import Document
from charterpress.languages.locales import Locale
from charterpress.languages.words import Words
from charterpress.site.page import Download


def listed(file: Download, href: str, words: Words) -> Mapping[str, object]:
    """Return a file as the list of downloads has it."""
    kilobytes = max(1, round(file.size / 1000))
    return {"href": href, "title": words(file.title), "kilobytes": kilobytes, "pages": file.pages, "whole": file.whole}


def whom_to_ask(document: Document, email: str | None, locale: Locale) -> Mapping[str, str | None] | None:
    """Return where to ask for a document in another format: by e-mail, or of those whom its page names.

    The subject of the e-mail names the document and the language of the page. Where nobody can be asked it is None.
    """
    if email:
        subject = quote(f"{plain_text(document.title)} ({locale.english_name})", safe="")
        return {"href": f"mailto:{email}?subject={subject}", "address": email}
    return {"href": "#cp-who-to-ask", "address": None} if document.contacts else None

"""Make the small pages at short addresses: each leads to the page of its document at once, and needs no script."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment

from charterpress.content.inline import plain_text
from charterpress.content.model import Document
from charterpress.content.model.text import Text
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.locales import Locale, load_locale
from charterpress.site.addresses import SiteMap
from charterpress.site.shortaddresses import short_addresses


def render_signposts(
    library: LocalisedLibrary, sitemap: SiteMap, environment: Environment
) -> Iterator[tuple[str, str]]:
    """Yield each short address of a language with the HTML of its page, which no list or index has."""
    code = library.locale.code
    for short, document, path in short_addresses(library, sitemap):
        yield (
            short,
            environment.get_template("signpost.html").render(
                locale=library.locale,
                title=plain_text(document.title),
                foreign=_foreign(document, code),
                href=sitemap.link(code, short, path),
                canonical=sitemap.url(code, path),
            ),
        )


def _foreign(document: Document, code: str) -> Locale | None:
    """Return the language of a title that is not translated yet."""
    language = document.title.language if isinstance(document.title, Text) else document.language
    return None if language == code else load_locale(language)

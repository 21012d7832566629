"""Show at every address that is gone what became of it: on its page, and in place of a page that is gone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from charterpress.content.addressbook import Address
from charterpress.content.inline import plain_text
from charterpress.content.model import Document
from charterpress.content.model.text import Text
from charterpress.content.texts import texts_of
from charterpress.findings import shortened
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.locales import load_locale
from charterpress.languages.words import Words
from charterpress.site.addresses import HOME, SiteMap, path_of
from charterpress.site.fates import End, Fates, Moved, Removed
from charterpress.site.page import Page

_SCRIPT = "assets/charterpress/moved.js"
"""What takes along the part of a page that an old link names; the page leads on without it, too."""


@dataclass(frozen=True)
class Tombstones:
    """Make what one language shows at the addresses that are gone; `titles` has those of hand-written pages.

    What an owner wrote in addresses.yml is not translated: it is shown in the default language, marked as such.
    """

    fates: Fates
    library: LocalisedLibrary
    sitemap: SiteMap
    words: Words
    environment: Environment
    titles: Mapping[str, str]

    def completed(self, path: str, body: str) -> str:
        """Return the body of a page with its older addresses in it, and with what became of its lost parts."""
        for part, older in self.fates.aliases.get(path, {}).items():
            body = with_aliases(body, part, older)
        gone = [self._part(path, part, end) for part, end in self.fates.parts.get(path, {}).items()]
        return body + self._render("gone.html", gone=gone) if gone else body

    def pages(self) -> Iterator[Page]:
        """Yield a page for each one that was taken out."""
        for path, end in self.fates.pages.items():
            if isinstance(end, Removed) and not self.sitemap.pages.get(path):
                title = self.words("This page has been taken out")
                link = self._link(path, end.instead) if end.instead is not None else None
                home = self.sitemap.link(self._code, path, HOME)
                body = self._render("tombstone.html", title=title, end=end, link=link, home=home)
                yield Page(path, self._code, title, "", self.completed(path, body), public=False)

    def signposts(self) -> Iterator[tuple[str, str]]:
        """Yield the address of each page that moved, with the HTML that leads to the new one at once."""
        for path, end in self.fates.pages.items():
            if isinstance(end, Moved) and not self.sitemap.pages.get(path):
                code, title = self._shown_in(end.to.page), self._title(end.to.page)
                values: dict[str, object] = {
                    "locale": self.library.locale,
                    "title": str(title),
                    "foreign": load_locale(title.language) if title.language != self._code else None,
                    "href": self._href(path, end.to),
                    "canonical": self.sitemap.url(code, end.to.page),
                }
                if end.to.part is None:
                    root = self.sitemap.link(self._code, path, HOME, self.sitemap.default_language)
                    values["script"] = f"{root}{_SCRIPT}"
                yield path, self.environment.get_template("signpost.html").render(values)

    @property
    def _code(self) -> str:
        return self.library.locale.code

    def _render(self, template: str, **values: object) -> str:
        source = load_locale(self.sitemap.default_language)
        known: dict[str, Any] = {"_": self.words, "date": self.library.locale.date, "source": source}
        return self.environment.get_template(template).render({**known, **values})

    def _part(self, path: str, part: str, end: End) -> Mapping[str, object]:
        if isinstance(end, Moved):
            return {"anchor": part, "day": None, "link": self._link(path, end.to)}
        link = self._link(path, end.instead) if end.instead is not None else None
        return {"anchor": part, "day": end.on, "reason": end.reason, "was": end.was, "link": link}

    def _link(self, here: str, there: Address) -> Markup | None:
        """Return a link to an address, or to what it moved to; None where that leads nowhere."""
        end = self.fates.end_of(there)
        if not isinstance(end, Moved):
            return None
        code, title = self._shown_in(end.to.page), self._title(end.to.page, end.to.part)
        locale = load_locale(title.language)
        return Markup('<a href="{}"{}><span lang="{}" dir="{}">{}</span></a>').format(
            self._href(here, end.to),
            Markup(' hreflang="{}"').format(code) if code != self._code else "",
            locale.code,
            locale.direction,
            title,
        )

    def _href(self, here: str, there: Address) -> str:
        link = self.sitemap.link(self._code, here, there.page, self._shown_in(there.page))
        return f"{'' if there.part and there.page == here else link}{f'#{there.part}' if there.part else ''}"

    def _shown_in(self, page: str) -> str:
        """Return the language in which a page is linked: the own one where it has it, or else one that has."""
        shown = self.sitemap.languages_of(page)
        return self._code if self._code in shown or not shown else shown[0]

    def _title(self, page: str, part: str | None = None) -> Text:
        """Return the title of a page, or the first words of a part of it, with the language that they are in."""
        for item in self.library.documents.values():
            if path_of(item.document) == page:
                return _words_of(item.document, part)
        return Text(self.titles.get(page, page), self._code if page in self.titles else self._shown_in(page))


def with_aliases(body: str, part: str, older: Sequence[str]) -> str:
    """Return HTML in which older ids of a part lead to it, by empty marks at its start."""
    marks = "".join(f'<span class="cp-older" id="{identifier}"></span>' for identifier in older)
    # A list of terms takes nothing but terms and their meanings between them.
    start = re.compile(rf'<[a-z][^>]*\sid="{re.escape(part)}"[^>]*>(?:\s*<dt[^>]*>)?')
    return start.sub(lambda found: found[0] + marks, body, count=1)


def _words_of(document: Document, part: str | None) -> Text:
    wanted = "title" if part is None else f"{part}."
    found = (text.text for text in texts_of(document) if text.context.startswith(wanted))
    words = next(found, document.title)
    return Text(shortened(plain_text(words)), getattr(words, "language", document.language))

"""Give templates what they show of an adapted charter beside the one that it was made from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from charterpress.content.inline import DOCUMENT_SCHEMES, scheme_of
from charterpress.content.model import AdaptedCharter
from charterpress.content.model.adapted import Origin
from charterpress.content.texts import identifiers
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.words import Words
from charterpress.site.addresses import SiteMap, changes_path, path_of
from charterpress.site.ours import OurWords
from charterpress.site.richtext import RichText
from charterpress.site.terms import NO_TERMS, Explained


@dataclass(frozen=True)
class Beside:
    """Hold an adapted charter in one language, and the address of the page that shows something of it."""

    path: str
    charter: AdaptedCharter
    library: LocalisedLibrary
    sitemap: SiteMap

    @property
    def locale(self) -> str:
        """Return the code of the language."""
        return self.library.locale.code

    def values(self, words: Words, resolve: Callable[[str], str]) -> Mapping[str, object]:
        """Return what the templates know; `resolve` turns links to documents of the site into links of the page."""
        titles = {key: item.document.title for key, item in self.library.documents.items()}
        parts = {name for name, _ in identifiers(self.charter)}

        def link_to(target: str) -> str | None:
            # The original may link to what neither our charter nor this site has: then its words stand alone.
            if target.startswith("#"):
                home = path_of(self.charter)
                here = "" if self.path == home else self._link(home)
                return f"{here}{target}" if target[1:] in parts else None
            if scheme_of(target) not in DOCUMENT_SCHEMES:
                return target
            named = target.partition(":")[2].partition("#")[0]
            return resolve(target) if named in self.library.documents else None

        return {
            "ours": OurWords(self.charter, titles, words, self.library.locale),
            "theirs": RichText(self.locale, None, link_to, Explained(NO_TERMS), self.charter.language),
            "changes_page": self._link(changes_path(self.charter)),
            "home_of": self._home_of,
            "here_in": self._here_in,
        }

    def _link(self, there: str) -> str:
        return self.sitemap.link(self.locale, self.path, there)

    def _home_of(self, origin: Origin) -> str | None:
        """Return the link to a charter that was adapted, where it has a page on this site."""
        chain = self.charter.adaptation.chain
        # What comes from elsewhere is not on this site, nor is what stands behind it.
        elsewhere = any(step.where for step in chain[: chain.index(origin) + 1])
        item = self.library.documents.get(origin.id) if not elsewhere else None
        if item is None or not self.sitemap.has(self.locale, path_of(item.document)):
            return None
        return self._link(path_of(item.document))

    def _here_in(self, text: str) -> Markup:
        """Return what says that words are in the language of the page, where they stand in a text that is not."""
        if getattr(text, "language", self.locale) == self.locale:
            return Markup("")
        return Markup(' lang="{}" dir="{}"').format(self.locale, self.library.locale.direction)

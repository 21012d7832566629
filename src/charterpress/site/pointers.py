"""Point from a page to others: links, what is quoted from other documents, and where a rule stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from charterpress.content.inline import DOCUMENT_SCHEMES, scheme_of
from charterpress.content.model import Document, Guidance
from charterpress.content.model.guidance import Reference
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.locales import load_locale
from charterpress.languages.words import Words
from charterpress.site.addresses import FOLDER_OF_KIND, SiteMap, path_of


@dataclass(frozen=True)
class Pointers:
    """Find the way from the pages of one language to all that they name; `here` and `path` are where a page stands."""

    library: LocalisedLibrary
    words: Words
    sitemap: SiteMap

    @property
    def locale(self) -> str:
        """Return the code of the language."""
        return self.library.locale.code

    def link(self, here: str, there: str) -> str:
        """Return the link from a page to another of this language."""
        return self.sitemap.link(self.locale, here, there)

    def file(self, here: str, address: str) -> str:
        """Return the link from a page to a file."""
        return self.link(here, address).rstrip("/")

    def foreign(self, name: str, document: Document | None) -> Markup:
        """Mark a name that is never translated, or not yet, with the language of its document."""
        language = document.language if document is not None else self.locale
        if language == self.locale:
            return Markup("{}").format(name)
        direction = load_locale(language).direction
        return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(language, direction, name)

    def resolve(self, path: str, target: str, quoted: Document | None = None) -> str:
        """Turn the target of a link in a text, maybe quoted from another document, into one for the page."""
        if quoted is not None and target.startswith("#"):
            return f"{self.link(path, path_of(quoted))}{target}"
        if (kind := scheme_of(target)) not in DOCUMENT_SCHEMES:
            return target
        name, _, fragment = target.partition(":")[2].partition("#")
        there = f"{FOLDER_OF_KIND[kind]}/{name}"
        # A page that this language does not have is linked in the language it was written in.
        here = self.sitemap.has(self.locale, there)
        locale = self.locale if here else self.document(name).language
        link = self.sitemap.link(self.locale, path, there, locale)
        return f"{link}#{fragment}" if fragment else link

    def document(self, identifier: str) -> Document:
        """Return a document as this language has it, or as it was written where this language lacks it."""
        return self.library.documents[identifier].document

    def where(self, guidance: Guidance, ref: Reference) -> Markup:
        """Return the edition, page and paragraph where a rule is printed."""
        edition = guidance.edition(ref.edition)
        label = self.foreign(edition.label if edition else ref.edition, guidance)
        parts = [self.words("Edition of {date}", date=label)]
        parts += [self.words("page {number}", number=ref.page)] if ref.page else []
        parts += [self.words("paragraph {number}", number=ref.paragraph)] if ref.paragraph else []
        return Markup(" · ").join(parts)

    def provision(self, path: str, target: str) -> Mapping[str, str] | None:
        """Return the link, the title and the place of a provision, named `<guidance>#<provision>`."""
        identifier, _, fragment = target.partition("#")
        guidance = self.document(identifier)
        if not isinstance(guidance, Guidance):
            return None
        provision = next((p for p in guidance.provisions() if p.id == fragment), None)
        place = self.where(guidance, provision.ref) if provision is not None and provision.ref is not None else ""
        title = self.foreign(guidance.instrument.title, guidance)
        return {"href": self.resolve(path, f"guidance:{target}"), "title": title, "where": place}

"""Put the texts of a document into the public format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import overload

from charterpress.content.inline import DOCUMENT_SCHEMES, link_targets, plain_text, scheme_of
from charterpress.content.model import Document
from charterpress.content.model.base import Body, ListBlock
from charterpress.content.model.base import Item as OwnItem
from charterpress.content.model.base import Organisation as OwnOrganisation
from charterpress.site.opendata.addresses import Addresses
from charterpress.site.opendata.format.parts import (
    Block,
    Item,
    Label,
    List,
    Organisation,
    Paragraph,
    Reference,
    Words,
)


@dataclass(frozen=True)
class Wording:
    """Write the texts of one document in one language."""

    addresses: Addresses
    document: Document

    def _language(self, text: str) -> str | None:
        """Return the language of a text, where it is not that of the page."""
        language: str = getattr(text, "language", self.document.language)
        return language if language != self.addresses.locale else None

    def label(self, text: str) -> Label:
        """Return words without marks."""
        return Label(text=" ".join(text.split()), language=self._language(text))

    @overload
    def words(self, text: str) -> Words: ...
    @overload
    def words(self, text: str | None) -> Words | None: ...
    def words(self, text: str | None) -> Words | None:
        """Return a text as plain words and as Markdown whose links hold anywhere."""
        if text is None:
            return None
        markdown = text.replace("\n", " ")
        for target in link_targets(text):
            there = self._resolve(target)
            if there != target:
                # Only the whole target: #law is not the start of #law-of-2023.
                written = rf"\]\(<?{re.escape(target)}(?=[\s)>])>?"
                markdown = f"]({there}".join(re.split(written, markdown))
        return Words(text=plain_text(text), markdown=markdown, language=self._language(text))

    def all(self, texts: tuple[str, ...]) -> tuple[Words, ...]:
        """Return several texts."""
        return tuple(self.words(text) for text in texts)

    def body(self, blocks: Body) -> tuple[Block, ...]:
        """Return paragraphs and lists."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: str | ListBlock) -> Block:
        if isinstance(block, ListBlock):
            return List(type="list", lead_in=self.words(block.lead_in), items=self.all(block.items))
        return Paragraph(type="paragraph", words=self.words(block))

    def items(self, items: tuple[OwnItem, ...]) -> tuple[Item, ...]:
        """Return the entries of a list, with those below them."""
        return tuple(
            Item(id=item.id, address=self.address(item.id), words=self.words(item.text), items=self.items(item.items))
            for item in items
        )

    def organisation(self, organisation: OwnOrganisation | None) -> Organisation | None:
        """Return the name of an organisation."""
        if organisation is None:
            return None
        return Organisation(name=self.label(organisation.name), website=organisation.url)

    def address(self, part: str) -> str:
        """Return the permanent address of a part of the document."""
        return self.addresses.of(self.document, part)

    def provisions(self, targets: tuple[str, ...]) -> tuple[Reference, ...]:
        """Return references to provisions, each named `<guidance>#<provision>`."""
        return tuple(self.reference("guidance", *target.split("#", 1)) for target in targets)

    def reference(self, kind: str, document: str, part: str | None = None) -> Reference:
        """Return a reference to a document, or to a part of it."""
        return Reference(document=document, part=part, address=self.addresses.named(kind, document, part or ""))

    def _resolve(self, target: str) -> str:
        if target.startswith("#"):
            return self.address(target[1:])
        kind = scheme_of(target)
        if kind not in DOCUMENT_SCHEMES:
            return target
        name, _, part = target.partition(":")[2].partition("#")
        return self.addresses.named(kind, name, part) or target

"""Turn a charter into the front and the back of its leaflet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from charterpress.content.model.adapted import AdaptedCharter, ChangeKind
from charterpress.content.model.charter import Charter
from charterpress.leaflets import words as w
from charterpress.leaflets.blocks import Back, Front, Mark, Shape
from charterpress.leaflets.runs import Run, Runs, Setter

CHANGES = "changes"
"""What stands behind the address of a charter, where its page of changes is; the site has it there."""


def short_address(address: str) -> str:
    """Return an address as people write it down: no scheme, no slash at the end."""
    return address.split("://", 1)[-1].rstrip("/")


@dataclass(frozen=True)
class FaceWriter:
    """Write the front and the back of one charter's leaflet in one language; `shown` is the web address to print."""

    charter: Charter
    setter: Setter
    words: Callable[[str], str]
    organisation: str
    draft: bool
    chosen: bool
    shown: str

    def front(self, shape: Callable[[str], Shape]) -> Front:
        """Return the cover: what it is, between whom, and what a reader must know first."""
        charter, runs = self.charter, self.setter.runs
        notices: list[Runs] = []
        if self.draft:
            notices.append((Run(self.words(w.DRAFT)),))
        if self.chosen:
            notices.append((Run(f"{self.words(w.SELECTION)} "), *self._address()))
        return Front(
            title=runs(charter.title),
            parties=tuple(Mark(shape(party.id), runs(party.name)) for party in charter.parties),
            summary=runs(charter.summary),
            organisation=self.organisation,
            notices=tuple(notices),
        )

    def back(self) -> Back:
        """Return the last panel: whom to ask, where the whole is, where it comes from."""
        return Back(
            contacts_title=self.words(w.WHO_TO_ASK),
            contacts=tuple(self._contacts()),
            whole=self.words(w.SELECTION if self.chosen else w.READ_WHOLE),
            address=self._address(),
            scan=self.words(w.SCAN),
            about_title=self.words(w.ABOUT),
            about=tuple(self._about()),
            organisation=self.organisation,
        )

    def _address(self) -> Runs:
        return self.setter.latin(short_address(self.shown), self.setter.address)

    def _contacts(self) -> Iterator[tuple[Runs, tuple[Runs, ...]]]:
        latin = self.setter.latin
        for contact in self.charter.contacts:
            lines: list[Runs] = []
            if contact.purpose:
                lines.append(self.setter.runs(contact.purpose))
            if contact.phone:
                lines.append(latin(contact.phone, "tel:" + "".join(contact.phone.split())))
            if contact.email:
                lines.append(latin(contact.email, f"mailto:{contact.email}"))
            if contact.url:
                lines.append(latin(short_address(contact.url), contact.url))
            yield self.setter.runs(contact.name), tuple(lines)

    def _about(self) -> Iterator[Runs]:
        charter, setter, words = self.charter, self.setter, self.words
        if self.draft:
            yield (Run(words(w.DRAFT), strong=True),)
        if isinstance(charter, AdaptedCharter):
            yield self._adapted(charter)
        if charter.source:
            title, publisher = setter.fixed(charter.source.title), setter.fixed(charter.source.publisher)
            yield setter.filled(words(w.BASED_ON), title=title, publisher=publisher)
            if charter.source.plain_english_version:
                yield (Run(words(w.PLAIN_ENGLISH)),)
        if charter.publisher:
            yield setter.filled(words(w.PUBLISHED_BY), name=setter.fixed(charter.publisher.name))
        if charter.version:
            yield setter.filled(words(w.VERSION), version=setter.latin(charter.version))
        for template, day in ((w.APPROVED, charter.approved), (w.REVIEW_BY, charter.review_by)):
            if day:
                yield setter.filled(words(template), date=(Run(setter.locale.date(day)),))

    def _adapted(self, charter: AdaptedCharter) -> Runs:
        """Return which charter this one was made from, how much was changed, and where to read what."""
        setter, words, origin = self.setter, self.words, charter.adaptation
        title, version = setter.fixed(origin.title), setter.latin(origin.version)
        number = sum(change.kind is not ChangeKind.REORDER for change in charter.changes)
        counted = (Run(setter.locale.number(number)),)
        changed = setter.filled(words(w.CHANGES), number=counted) if number else (Run(words(w.NO_CHANGES)),)
        shown = short_address(f"{self.shown.rstrip('/')}/{CHANGES}")
        address = setter.latin(shown, f"{setter.address.rstrip('/')}/{CHANGES}/")
        based = setter.filled(words(w.ADAPTED), title=title, version=version)
        return (*based, Run(" "), *changed, Run(f" {words(w.SEE_CHANGES)} "), *address)

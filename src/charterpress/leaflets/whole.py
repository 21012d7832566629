"""Turn the whole of a charter into text that flows over as many pages as it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from charterpress.content.model.charter import Charter, Commitment, Principles
from charterpress.leaflets import words as w
from charterpress.leaflets.blocks import Block, Bullets, Heading, Item, Paragraph, Part
from charterpress.leaflets.faces import short_address
from charterpress.leaflets.flow import FlowWriter, Fullness
from charterpress.leaflets.runs import Run, Runs

PIECES = re.compile(r"[/-]")
LONGEST_PIECE = 40
"""How many letters of an address may stand together, so that a line in large print holds them."""


def ids_inside(charter: Charter, selection: frozenset[str] | None) -> frozenset[str]:
    """Return the addresses that the whole of a charter has, below that of its page."""
    promised = {one.id for one in charter.commitments() if selection is None or one.id in selection}
    explained = {definition.id for definition in charter.definitions}
    known = {party.id for party in charter.parties if party.meaning}
    return frozenset(promised | explained | known | {appendix.id for appendix in charter.appendices})


@dataclass(frozen=True)
class WholeWriter(FlowWriter):
    """Write all that a charter says, in the order of its page; nothing is left out for want of room."""

    def _blocks(self, fullness: Fullness) -> Iterator[Block]:
        yield from self._body(self.charter.introduction)
        yield from self._principles()
        yield from self._promises(fullness)
        yield from self._behaviours()
        yield from self._appendices()
        yield from self._parties()
        yield from self._definitions(fullness)
        yield from self._thanks()

    def _note(self, text: str) -> Runs:
        """Return a note with the addresses that it links, for those who read it on paper."""
        runs = super()._note(text)
        targets = dict.fromkeys(run.href for run in runs if run.href and run.href.startswith("http"))
        addresses = [(short_address(href), href) for href in targets]
        shown = [each for each in addresses if max(map(len, PIECES.split(each[0]))) <= LONGEST_PIECE]
        return (*runs, *(run for each in shown for run in (Run(" "), *self.setter.latin(*each))))

    def _origin(self, group: Principles) -> Iterator[Block]:
        if group.origin:
            name = self.setter.fixed(group.origin.name)
            linked = tuple(replace(run, href=group.origin.url) for run in name)
            yield Paragraph((Run(f"{self.words(w.FROM)} "), *linked))

    def _who(self, party: str) -> Part | None:
        return Part(self.words(w.WHO_DOES_THIS), self.setter.runs(self.charter.party(party).name))

    def _commitment(self, commitment: Commitment, fullness: Fullness) -> Item:
        """Return a promise with its examples in a list of their own."""
        item = super()._commitment(commitment, replace(fullness, examples=False))
        if not commitment.examples:
            return item
        examples = tuple(Item(self.setter.runs(text)) for text in commitment.examples)
        return replace(item, parts=(*item.parts, Part(self.words(w.FOR_EXAMPLE), ())), items=examples)

    def _wording(self, commitment: Commitment) -> str:
        return commitment.text

    def _appendices(self) -> Iterator[Block]:
        for appendix in self.charter.appendices:
            yield Heading(self.setter.runs(appendix.title), id=appendix.id)
            yield from self._body(appendix.body)
            if appendix.ladder:
                steps = tuple(self._titled(rung.title, rung.meaning, rung.id) for rung in appendix.ladder)
                yield Bullets(steps, ordered=True)

    def _parties(self) -> Iterator[Block]:
        known = [(party.name, party.meaning, party.id) for party in self.charter.parties if party.meaning]
        if known:
            yield from self._meanings(w.WHO_IS_WHO, known)

    def _definitions(self, fullness: Fullness) -> Iterator[Block]:  # noqa: ARG002 - there is room for all
        """Yield every term that the charter explains."""
        known = [(one.term, one.meaning, one.id) for one in self.charter.definitions]
        if known:
            yield from self._meanings(w.WORDS_WE_USE, known)

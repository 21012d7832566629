"""Turn a charter into the text that flows over the inner panels."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace

from charterpress.content.inline import plain_text
from charterpress.content.model.base import Body, ListBlock
from charterpress.content.model.base import Item as SourceItem
from charterpress.content.model.charter import Charter, Commitment, Principles, Promises, Protocol
from charterpress.leaflets import words as w
from charterpress.leaflets.blocks import (
    SHAPES,
    Block,
    Bullets,
    Heading,
    Item,
    Notes,
    Paragraph,
    Part,
    Shape,
    Side,
)
from charterpress.leaflets.runs import Run, Runs, Setter


@dataclass(frozen=True)
class Fullness:
    """Say what a leaflet takes in besides the promises, their deadlines and their exceptions."""

    examples: bool = True
    details: bool = True
    thanks: bool = True
    introduction: bool = True
    notes: bool = True
    principles: bool = True
    behaviours: bool = True
    definitions: bool = True

    @property
    def left_out(self) -> tuple[str, ...]:
        """Name what is left out."""
        return tuple(field.name for field in fields(self) if not getattr(self, field.name))


@dataclass(frozen=True)
class FlowWriter:
    """Write the flow of one charter in one language."""

    charter: Charter
    theme_titles: Mapping[str, str]
    setter: Setter
    words: Callable[[str], str]
    selection: frozenset[str] | None

    def blocks(self, fullness: Fullness) -> tuple[Block, ...]:
        """Return the blocks in reading order."""
        blocks = tuple(self._blocks(fullness))
        if not fullness.notes:
            return blocks
        called = tuple(dict.fromkeys(_calls(blocks)))
        notes = {note.id: note for note in self.charter.notes}
        items = tuple((key, self._note(notes[key].text)) for key in called if key in notes)
        return (*blocks, Notes(self.words(w.NOTES), items)) if items else blocks

    def _note(self, text: str) -> Runs:
        return self.setter.runs(text)

    def _blocks(self, fullness: Fullness) -> Iterator[Block]:
        if fullness.introduction:
            yield from self._body(self.charter.introduction)
        if fullness.principles:
            yield from self._principles()
        yield from self._promises(fullness)
        if fullness.behaviours:
            yield from self._behaviours()
        if fullness.definitions:
            yield from self._definitions(fullness)
        if fullness.thanks:
            yield from self._thanks()

    def _promises(self, fullness: Fullness) -> Iterator[Block]:
        for section in self.charter.themes:
            title = self.theme_titles.get(section.theme, section.theme)
            yield from self._promised(title, section.introduction, section.promises, fullness)
        agreed = self.charter.protocols
        if agreed:
            yield from self._promised(agreed.title, agreed.introduction, agreed.items, fullness)

    def _thanks(self) -> Iterator[Block]:
        if self.charter.acknowledgements:
            yield Heading((Run(self.words(w.THANKS)),))
            yield from (Paragraph(self.setter.runs(text)) for text in self.charter.acknowledgements)

    def _promised(
        self,
        title: str,
        introduction: str | None,
        blocks: Iterable[Promises | Protocol],
        fullness: Fullness,
    ) -> Iterator[Block]:
        sides = tuple(self._sides(blocks, fullness))
        if sides:
            yield Heading(self.setter.runs(title))
            if introduction and fullness.introduction:
                yield Paragraph(self.setter.runs(introduction), leads=True)
            yield from sides

    def _principles(self) -> Iterator[Block]:
        runs = self.setter.runs
        for group in self.charter.principles:
            yield Heading(runs(group.title))
            if group.lead_in:
                yield Paragraph(runs(group.lead_in), leads=True)
            yield Bullets(tuple(self._titled(one.title, one.text, one.id) for one in group.items))
            yield from self._origin(group)

    def _origin(self, group: Principles) -> Iterator[Block]:  # noqa: ARG002 - for writers that have room for it
        """Yield where a set of principles is from; a leaflet has no room for it."""
        yield from ()

    def _behaviours(self) -> Iterator[Block]:
        behaviours = self.charter.behaviours
        if behaviours:
            yield Heading(self.setter.runs(behaviours.title))
            if behaviours.lead_in:
                yield Paragraph(self.setter.runs(behaviours.lead_in), leads=True)
            yield Bullets(tuple(self._plain(item) for item in behaviours.items))

    def _definitions(self, fullness: Fullness) -> Iterator[Block]:
        """Yield the terms that the leaflet uses, with their meanings."""
        rest = tuple(self._blocks(replace(fullness, definitions=False, thanks=False)))
        said = " ".join(_said(rest)).casefold()
        used = [one for one in self.charter.definitions if plain_text(one.term).casefold() in said]
        if used:
            yield from self._meanings(w.WORDS_WE_USE, ((one.term, one.meaning, one.id) for one in used))

    def _meanings(self, title: str, meanings: Iterable[tuple[str, str, str]]) -> Iterator[Block]:
        yield Heading((Run(self.words(title)),))
        yield Bullets(tuple(self._titled(*each) for each in meanings))

    def _titled(self, title: str, text: str, identifier: str) -> Item:
        runs = self.setter.runs
        strong = tuple(replace(run, strong=True) for run in runs(title))
        return Item((*strong, Run(": "), *runs(text)), id=identifier)

    def _body(self, body: Body) -> Iterator[Block]:
        for block in body:
            if isinstance(block, ListBlock):
                if block.lead_in:
                    yield Paragraph(self.setter.runs(block.lead_in), leads=True)
                yield Bullets(tuple(Item(self.setter.runs(item)) for item in block.items))
            else:
                yield Paragraph(self.setter.runs(block))

    def _sides(self, blocks: Iterable[Promises | Protocol], fullness: Fullness) -> Iterator[Side]:
        for block in blocks:
            chosen = [c for c in block.commitments if self.selection is None or c.id in self.selection]
            if chosen:
                yield Side(
                    shape=self.shape(block.by),
                    title=self.setter.runs(block.title),
                    lead_in=self.setter.runs(block.lead_in) if block.lead_in else None,
                    items=tuple(self._commitment(commitment, fullness) for commitment in chosen),
                    who=self._who(block.by),
                )

    def _who(self, party: str) -> Part | None:  # noqa: ARG002 - for writers that have room for it
        """Return words that name who promises; a leaflet leaves it to the title and the mark."""
        return None

    def shape(self, party: str) -> Shape:
        """Return the mark of a party: its place among the parties decides."""
        known = [one.id for one in self.charter.parties]
        return SHAPES[known.index(party) % len(SHAPES)] if party in known else SHAPES[0]

    def _commitment(self, commitment: Commitment, fullness: Fullness) -> Item:
        runs, words = self.setter.runs, self.words
        parts = []
        if commitment.where_possible:
            parts.append(Part(words(w.WHERE_POSSIBLE), ()))
        if commitment.within:
            time, starts = runs(commitment.within.time), runs(commitment.within.starts)
            parts.append(Part(words(w.DEADLINE), (*time, Run(". "), *starts)))
        if commitment.unless:
            parts.append(Part(words(w.EXCEPTION), runs(commitment.unless)))
        if commitment.detail and fullness.details:
            parts.append(Part(None, runs(commitment.detail)))
        if commitment.examples and fullness.examples:
            listed = [run for text in commitment.examples for run in (Run(" • "), *runs(text))]
            parts.append(Part(words(w.FOR_EXAMPLE), tuple(listed)))
        return Item(runs(self._wording(commitment)), tuple(parts), id=commitment.id)

    def _wording(self, commitment: Commitment) -> str:
        """Return the words of a promise: panels have the shorter ones, where there are any."""
        return commitment.leaflet or commitment.text

    def _plain(self, item: SourceItem) -> Item:
        below = tuple(self._plain(each) for each in item.items)
        return Item(self.setter.runs(item.text), items=below, id=item.id)


def _said(value: object) -> Iterator[str]:
    if isinstance(value, Run):
        yield value.text
    elif isinstance(value, tuple):
        yield "".join(run.text for run in value if isinstance(run, Run))
        for part in value:
            if not isinstance(part, Run):
                yield from _said(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _said(getattr(value, field.name))


def _calls(value: object) -> Iterator[str]:
    if isinstance(value, Run):
        if value.note is not None:
            yield value.note
    elif isinstance(value, tuple):
        for part in value:
            yield from _calls(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _calls(getattr(value, field.name))

"""Say what is ours in an adapted charter: change by change, with both sides of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from charterpress.content.licences import licence_address
from charterpress.content.model import AdaptedCharter, Charter
from charterpress.content.model.adaptation import THEMES
from charterpress.content.model.adapted import Alteration, ChangeKind, Origin
from charterpress.content.model.charter import Protocol
from charterpress.content.names import name_in
from charterpress.content.places import blocks_of
from charterpress.languages.locales import Locale
from charterpress.languages.words import Words
from charterpress.site.rows import Row, rows_of


@dataclass(frozen=True)
class Told:
    """Hold a change as readers are told of it: what it is called, what was and what is.

    `was` and `now` are the promises of a block, or the titles of themes, in their order, where that was changed.
    """

    title: str
    alteration: Alteration
    rows: tuple[Row, ...] = ()
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()

    @property
    def silent(self) -> bool:
        """Tell whether the words are the same on both sides: what goes with them is not."""
        return all(row.same for row in self.rows)


@dataclass(frozen=True)
class Group:
    """Hold neighbouring changes, and the title of the part of the charter that they are in."""

    title: str
    changes: tuple[Told, ...]


@dataclass(frozen=True)
class Name:
    """Hold a named place: what belongs there, in the words of the original, and what was put in."""

    meaning: str
    text: str


@dataclass(frozen=True)
class OurWords:
    """Tell what is ours in a charter in one language; `titles` has those of the themes, by id."""

    charter: AdaptedCharter
    titles: Mapping[str, str]
    words: Words
    locale: Locale

    @property
    def origins(self) -> tuple[tuple[Origin, str | None], ...]:
        """Return what the charter is based on, the nearest first, each with the address of its licence."""
        return tuple((origin, licence_address(origin.licence)) for origin in self.charter.adaptation.chain)

    def of(self, identifier: str) -> Alteration | None:
        """Return what was changed about a promise of the charter, or None."""
        return self._by_target.get(identifier)

    @cached_property
    def _by_target(self) -> Mapping[str, Alteration]:
        return {each.change.target: each for each in self.charter.alterations}

    @property
    def left_out(self) -> tuple[Alteration, ...]:
        """Return the promises of the original that are not in the charter, in their order."""
        return tuple(each for each in in_order(self.charter) if each.change.kind is ChangeKind.REMOVE)

    @property
    def has_marks(self) -> bool:
        """Tell whether words are marked as taken out or put in."""
        rows = (row for group in self.groups for change in group.changes for row in change.rows)
        return any(row.marked for row in rows)

    @property
    def names(self) -> tuple[Name, ...]:
        """Return the names that fill the places of the original, in its order."""
        origin, code = self.charter.adaptation, self.locale.code
        given = {place: name_in(words, code, self.charter.language) for place, words in origin.names.items()}
        places = {place.id: place for place in origin.original.names}
        return tuple(Name(place.meaning, given[key]) for key, place in places.items() if given.get(key))

    @property
    def counted(self) -> tuple[str, ...]:
        """Return in sentences how many promises were changed, added and left out."""
        kinds, plural, shown = [change.kind for change in self.charter.changes], self.words.plural, self.locale.number
        said = []
        if many := kinds.count(ChangeKind.REPLACE):
            said.append(plural("We changed one promise.", "We changed {number} promises.", many, number=shown(many)))
        if many := kinds.count(ChangeKind.ADD):
            said.append(plural("We added one promise.", "We added {number} promises.", many, number=shown(many)))
        if many := kinds.count(ChangeKind.REMOVE):
            said.append(plural("We left out one promise.", "We left out {number} promises.", many, number=shown(many)))
        if ChangeKind.REORDER in kinds:
            said.append(self.words("We changed the order."))
        return tuple(said) or (self.words("We changed no promise. We only put our own names in."),)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Return every change, by the parts of the charter and in its order."""
        every = [self._told(number, each) for number, each in enumerate(in_order(self.charter), start=1)]
        groups = groupby(every, key=lambda told: self._part_of(told.alteration))
        return tuple(Group(title, tuple(group)) for title, group in groups)

    def _part_of(self, each: Alteration) -> str:
        if each.block is None:
            return self.words("The order of the themes")
        if isinstance(each.block, Protocol) and self.charter.protocols is not None:
            return self.charter.protocols.title
        return self.titles.get(each.theme, each.block.title)

    def _told(self, number: int, each: Alteration) -> Told:
        shown = self.locale.number(number)
        if each.change.kind is ChangeKind.REORDER:
            was, now = self._orders(each)
            return Told(self.words("Change {number}: in another order", number=shown), each, was=was, now=now)
        title = {
            ChangeKind.REPLACE: self.words("Change {number}: in our words", number=shown),
            ChangeKind.ADD: self.words("Change {number}: added by us", number=shown),
            ChangeKind.REMOVE: self.words("Change {number}: left out", number=shown),
        }
        return Told(title[each.change.kind], each, tuple(rows_of(each.original, each.ours, self.words)))

    def _orders(self, each: Alteration) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the old order and the new one, of the promises of a block or of the themes."""
        origin, target = self.charter.adaptation, each.change.target
        newer = (origin.newer,) if origin.newer is not None else ()
        if target == THEMES:
            return self._themes(origin.original), self._themes(self.charter)
        found = (block for charter in (origin.original, *newer) for block in blocks_of(charter) if block.id == target)
        before, after = next(found, None), each.block
        was = tuple(one.text for one in before.commitments) if before is not None else ()
        return was, tuple(one.text for one in after.commitments) if after is not None else ()

    def _themes(self, charter: Charter) -> tuple[str, ...]:
        return tuple(self.titles.get(section.theme, section.theme) for section in charter.themes)


def in_order(charter: AdaptedCharter) -> tuple[Alteration, ...]:
    """Return the changes of a charter in the order of its page; what was taken out stands where it was."""
    origin = charter.adaptation
    order = [THEMES, *_ids_of(charter)]
    for before in (origin.original, *((origin.newer,) if origin.newer is not None else ())):
        previous = THEMES
        for identifier in _ids_of(before):
            if identifier not in order:
                order.insert(order.index(previous) + 1, identifier)
            previous = identifier
    places = {identifier: place for place, identifier in enumerate(order)}
    return tuple(sorted(charter.alterations, key=lambda each: places.get(each.change.target, len(order))))


def _ids_of(charter: Charter) -> Iterator[str]:
    for block in blocks_of(charter):
        yield block.id
        yield from (one.id for one in block.commitments)

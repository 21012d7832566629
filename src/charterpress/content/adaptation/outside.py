"""Tell what they changed outside of commitments: texts that follow, texts of which we have our own, and all else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from charterpress.content.adaptation.comparison import ChangedText
from charterpress.content.adaptation.fields import OURS_ONLY
from charterpress.content.model.adapted import AdaptedCharter
from charterpress.content.model.base import Model
from charterpress.content.model.charter import Charter, Commitment
from charterpress.content.texts import identifiers, texts_of
from charterpress.content.yamlfile import Pointer


def changed_texts(base: Charter, theirs: Charter, ours: Charter, own: Mapping[str, Pointer]) -> tuple[ChangedText, ...]:
    """Return the texts outside of commitments that they changed, in the order of the model.

    `own` has the places of ours, by the parts of a charter that they stand for. What is not in our charter, such as the
    heading of a block of which we left out every promise, is not there.
    """
    before, after, now = (_outside(charter, own) for charter in (base, theirs, ours))
    found = []
    for key in dict.fromkeys((*after, *before)):
        context, place = key
        old, new, mine = (side.get(key, "") for side in (before, after, now))
        if old != new and (place is not None or mine == new):
            found.append(ChangedText(context, old, new, mine, place))
    return tuple(found)


_Key = tuple[str, Pointer | None]
"""A context, and the place of what we have in its place. An id may be a word that is a key, too."""


def _outside(charter: Charter, own: Mapping[str, Pointer]) -> dict[_Key, str]:
    """Return the texts outside of commitments, each context once; a list's entries stand a line each."""
    promised = {one.id for one in charter.commitments()}
    # Why another adaptation changed something is no text of the charter that it makes; a kept copy has none.
    reasons = {f"{one.target}.because" for one in charter.changes} if isinstance(charter, AdaptedCharter) else set()
    found: dict[_Key, list[str]] = {}
    for text in texts_of(charter):
        part, head = str(text.pointer[0]), text.context.partition(".")[0]
        if head in promised or text.context in reasons:
            continue
        if part in own:
            key: _Key = part, own[part]
        else:
            key = text.context, own.get(f"{part}.{head}")
        found.setdefault(key, []).append(text.text)
    return {key: "\n".join(texts) for key, texts in found.items()}


def changed_facts(base: Charter, theirs: Charter, ours: Charter) -> tuple[str, ...]:
    """Return names for what is no text, and what they changed and we take over: orders, addresses, who promises.

    What is new or gone is left out: its texts say so.
    """
    sides = (base, theirs, ours)
    shared = frozenset.intersection(*(_ids(charter) for charter in sides))
    before, after, now = (_facts(charter, shared) for charter in sides)
    names = dict.fromkeys((*after, *before))
    return tuple(name for name in names if before.get(name) != after.get(name) and after.get(name) == now.get(name))


def _ids(charter: Charter) -> frozenset[str]:
    return frozenset(identifier for identifier, _ in identifiers(charter))


def _facts(charter: Charter, shared: frozenset[str]) -> dict[str, list[object]]:
    """Return what a charter says outside of commitments and texts, of the parts in `shared` alone."""
    texts = {text.pointer for text in texts_of(charter)}
    found: dict[str, list[object]] = {}
    for key in Charter.model_fields:
        if key not in OURS_ONLY:
            for name, pointer, value in _walk(getattr(charter, key), "", (key,), (key,), shared):
                if pointer not in texts:
                    found.setdefault(name, []).append(value)
    return found


_Fact = tuple[str, Pointer, object]


def _walk(held: object, owner: str, path: tuple[str, ...], at: Pointer, shared: frozenset[str]) -> Iterator[_Fact]:
    """Yield each value with a name made of ids, as that of a text, and its place; ids are told by their order."""
    if isinstance(held, tuple):
        ids = tuple(one for entry in held if (one := getattr(entry, "id", None)) in shared)
        if ids:
            yield f"order of {owner or path[0]}", at, ids
        for index, entry in enumerate(held):
            yield from _walk(entry, owner, path, (*at, index), shared)
    elif isinstance(held, Model):
        identifier = getattr(held, "id", None)
        if isinstance(held, Commitment) or (identifier is not None and identifier not in shared):
            return
        for key in type(held).model_fields:
            if key != "id":
                yield from _walk(
                    getattr(held, key), identifier or owner, (key,) if identifier else (*path, key), (*at, key), shared
                )
    else:
        yield ".".join((owner, *path) if owner else path), at, held

"""Walk over every text of a document, with its role, its context and its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import BaseModel

from charterpress.content.model.base import Model
from charterpress.content.model.text import Role
from charterpress.content.yamlfile import Pointer

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class DocumentText:
    """Hold one text of a document.

    `context` is built of ids only, so that moving a text does not lose its translation;
    `pointer` is its place in the YAML.
    """

    context: str
    pointer: Pointer
    role: Role
    text: str


@dataclass(frozen=True)
class _Slot:
    """Say what a field holds: the role of its texts, if they are texts."""

    name: str
    role: Role | None
    holds_models: bool


@cache
def _slots(model: type[BaseModel]) -> tuple[_Slot, ...]:
    slots = []
    for name, field in model.model_fields.items():
        # pydantic moves the metadata of a plain Annotated field into `field.metadata`.
        role = next((m for m in field.metadata if isinstance(m, Role)), None) or _role_in(field.annotation)
        if role is not None or _holds_models(field.annotation):
            slots.append(_Slot(name, role, _holds_models(field.annotation)))
    return tuple(slots)


def _role_in(annotation: Any) -> Role | None:  # noqa: ANN401 - a type expression has no type
    if get_origin(annotation) is Annotated:
        for extra in annotation.__metadata__:
            if isinstance(extra, Role):
                return extra
    for part in get_args(annotation):
        if (role := _role_in(part)) is not None:
            return role
    return None


def _holds_models(annotation: Any) -> bool:  # noqa: ANN401 - a type expression has no type
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(_holds_models(part) for part in get_args(annotation))


def texts_of(document: Model) -> tuple[DocumentText, ...]:
    """Return every translatable text in the order of the model."""
    return tuple(_walk(document, "", (), ()))


def _walk(value: Model, owner: str, path: tuple[str, ...], pointer: Pointer) -> Iterator[DocumentText]:
    for slot in _slots(type(value)):
        held = getattr(value, slot.name)
        if held is None:
            continue
        here = (*path, slot.name)
        for index, entry in enumerate(held) if isinstance(held, tuple) else ((None, held),):
            at = (*pointer, slot.name) if index is None else (*pointer, slot.name, index)
            if isinstance(entry, Model):
                identifier = _owner(entry)
                yield from _walk(entry, identifier or owner, () if identifier else here, at)
            elif slot.role is not None and isinstance(entry, str):
                context = ".".join((owner, *here)) if owner else ".".join(here)
                yield DocumentText(context, at, slot.role, entry)


def _owner(entry: Model) -> str | None:
    """Return the id that the contexts of a part's texts start with; a change has that of what it changes."""
    identifier: str | None = getattr(entry, "id", None) or getattr(entry, "owner", None)
    return identifier


def replace_texts(document: M, translate: Callable[[str, str], str]) -> M:
    """Return the document with every text replaced by `translate(context, text)`."""
    return _replaced(document, "", (), translate)


def _replaced(value: M, owner: str, path: tuple[str, ...], translate: Callable[[str, str], str]) -> M:
    update: dict[str, object] = {}
    for slot in _slots(type(value)):
        held = getattr(value, slot.name)
        if held is None:
            continue
        here = (*path, slot.name)
        context = ".".join((owner, *here)) if owner else ".".join(here)

        def one(entry: object, *, here: tuple[str, ...] = here, context: str = context, slot: _Slot = slot) -> object:
            if isinstance(entry, Model):
                identifier = _owner(entry)
                return _replaced(entry, identifier or owner, () if identifier else here, translate)
            return translate(context, entry) if slot.role is not None and isinstance(entry, str) else entry

        update[slot.name] = tuple(one(entry) for entry in held) if isinstance(held, tuple) else one(held)
    return value.model_copy(update=update)


def identifiers(document: Model) -> Iterator[tuple[str, Pointer]]:
    """Yield the id of every part of a document, its own id left out, with the id's place."""
    for slot_name in type(document).model_fields:
        held = getattr(document, slot_name)
        for index, entry in enumerate(held) if isinstance(held, tuple) else ((None, held),):
            if not isinstance(entry, Model):
                continue
            at: Pointer = (slot_name,) if index is None else (slot_name, index)
            identifier = getattr(entry, "id", None)
            if identifier is not None:
                yield identifier, (*at, "id")
            for inner, pointer in identifiers(entry):
                yield inner, (*at, *pointer)

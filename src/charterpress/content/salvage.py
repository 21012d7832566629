"""Fill a model with what is right in some data, so that a fault in one value does not hide those elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from charterpress.content.nearest import resembling
from charterpress.content.validate import Kind, Wrong, known_keys, validate, wrong_in
from charterpress.content.yamlfile import Key, Pointer, Value, YamlFile
from charterpress.findings import Finding

M = TypeVar("M", bound=BaseModel)

ANY = "*"
"""Stands in a pattern for any key, or for any entry of a list."""

Pattern = tuple[str, ...]
"""The keys to a value, from the top, or to several."""


@dataclass(frozen=True)
class Rules:
    """Say what becomes of values that are wrong.

    `stand_ins` has the value to go on with in place of a wrong one, so that whatever is held against it passes; None
    where it is enough to leave it out. `whole` has what makes no sense in part: a fault in it costs all of it.
    """

    stand_ins: Mapping[Pattern, Value | None]
    whole: frozenset[Pattern]


NO_RULES = Rules({}, frozenset())


@dataclass(frozen=True)
class Salvaged(Generic[M]):
    """Hold a model filled with what is right in some data, and everything that is wrong with the rest.

    `unknown` has the places, from the top of the data, of the values that nobody knows: they were left out, so the
    model holds its default there, and that is not what the file says.
    """

    held: M
    findings: tuple[Finding, ...]
    unknown: frozenset[Pointer]


def salvage(  # noqa: PLR0913 - what `validate` takes, and two more
    model: type[M], file: YamlFile, data: Value, base: Pointer, rules: Rules, *, doubtful: Iterable[Pointer] = ()
) -> Salvaged[M]:
    """Return the model filled with what is right in `data`, which stands at `base` in the file.

    `doubtful` has places in the data of which it is known before that they are wrong. The model must have a default
    for every field: with nothing right there is still a model.
    """
    _, findings = validate(model, file, data, base)
    doubts, unknown = tuple(doubtful), set[Pointer]()
    readable = isinstance(data, dict) and () not in doubts
    left = _Left(model, deepcopy(data) if isinstance(data, dict) and readable else {}, rules)
    for place in doubts if readable else ((name,) for name in model.model_fields):
        unknown.update(left.without(Wrong(place)))
    while wrong := wrong_in(model, left.data):
        # What comes first may take others along: each round mends one, and there are few.
        unknown.update(left.without(wrong[0]))
    return Salvaged(model.model_validate(left.data), findings, frozenset(unknown))


@dataclass(frozen=True)
class _Left:
    """Hold data out of which what is wrong is taken, bit by bit."""

    model: type[BaseModel]
    data: dict[str, Value]
    rules: Rules

    def without(self, wrong: Wrong) -> frozenset[Pointer]:
        """Take a wrong value out, or put another one in its place; return what is not known any more."""
        given_up = self._given_up(wrong)
        if wrong.kind is Kind.UNKNOWN_KEY and given_up == wrong.at:
            meant = self._meant(wrong.at)
            self._take_out(given_up)
            return self._stand_in(meant) if meant is not None else frozenset()
        self._take_out(given_up)
        return self._stand_in(given_up)

    def _given_up(self, wrong: Wrong) -> Pointer:
        """Return how much is lost with a wrong value: itself, the whole that it is part of, or its list."""
        at = wrong.at[:-1] if wrong.kind is Kind.KEY else wrong.at
        if any(_fits(pattern, at) for pattern in self.rules.stand_ins):
            return at
        for length in range(len(at), 0, -1):
            if any(_fits(pattern, at[:length]) for pattern in self.rules.whole):
                return at[:length]
        if wrong.kind is Kind.UNKNOWN_KEY:
            return at
        at = at[:-1] if wrong.kind is Kind.MISSING else at
        lists = [number for number, key in enumerate(at) if isinstance(key, int)]
        return at[: lists[0]] if lists else at

    def _meant(self, at: Pointer) -> Pointer | None:
        """Return the place of the value that a misspelt key was to give, where nothing else gives it."""
        *around, name = at
        near = resembling(str(name), known_keys(self.model, tuple(around)))
        place = (*around, near) if near is not None else None
        return place if place is not None and _at(self.data, place) is None else None

    def _take_out(self, at: Pointer) -> None:
        holder = _at(self.data, at[:-1])
        if isinstance(holder, dict):
            holder.pop(str(at[-1]), None)

    def _stand_in(self, at: Pointer) -> frozenset[Pointer]:
        """Put in what stands in for a value, or for parts of it; return the value if it is unknown even so."""
        for pattern, value in self.rules.stand_ins.items():
            place = (*at, *pattern[len(at) :])
            if _fits(pattern[: len(at)], at) and value is not None and ANY not in place[len(at) :]:
                self._put(place, value)
        return frozenset() if any(_fits(pattern, at) for pattern in self.rules.stand_ins) else frozenset({at})

    def _put(self, at: Pointer, value: Value) -> None:
        holder: Value = self.data
        for key in at[:-1]:
            holder = _inside(holder, key)
        if isinstance(holder, dict):
            holder[str(at[-1])] = deepcopy(value)


def _inside(holder: Value, key: Key) -> Value:
    """Return what stands at a key; where there is nothing, it is made."""
    if isinstance(holder, list):
        return holder[int(key)]
    return holder.setdefault(str(key), {}) if isinstance(holder, dict) else holder


def _at(data: Value | None, at: Pointer) -> Value | None:
    for key in at:
        if isinstance(data, list) and isinstance(key, int):
            data = data[key]
        else:
            data = data.get(str(key)) if isinstance(data, dict) else None
    return data


def _fits(pattern: Pattern, at: Pointer) -> bool:
    return len(pattern) == len(at) and all(want in {ANY, key} for want, key in zip(pattern, at, strict=True))

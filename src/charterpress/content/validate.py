"""Turn what a model rejects into findings that an editor understands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from charterpress.content.nearest import resembling
from charterpress.content.yamlfile import Pointer, Value, YamlFile
from charterpress.findings import Finding, shortened

M = TypeVar("M", bound=BaseModel)

_WANTED = {
    "string_type": "text",
    "tuple_type": "a list (lines that start with '- ')",
    "list_type": "a list (lines that start with '- ')",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_parsing_size": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "date_type": "a date such as 2026-11-22",
    "date_from_datetime_parsing": "a date such as 2026-11-22",
    "date_parsing": "a date such as 2026-11-22",
    "date_from_datetime_inexact": "a date such as 2026-11-22",
}

_PATTERNS = {
    "^[a-z]{2": "Write a language tag such as en, cy or zh-Hant.",
    "^[a-z][a-z0-9-]*@": "Write the id of a charter, '@' and its version, as in 'working-together@1.2'.",
    "^[a-z]": "Use lower-case letters, digits and single hyphens, and start with a letter, as in 'share-reports'.",
    "^[^@": "Write an e-mail address such as office@council.example.",
    "^https": "Write a full web address that starts with https://.",
    "^#": "Write a colour as '#' and six digits or letters from a to f, in quotes: '#1f5673'.",
}


class Kind(Enum):
    """Say what is wrong at a place."""

    VALUE = auto()
    KEY = auto()
    """A key that names no entry of its mapping, such as an audience that there is not."""
    UNKNOWN_KEY = auto()
    MISSING = auto()


@dataclass(frozen=True)
class Wrong:
    """Name a place in some data at which a model rejects it; a missing key has the place at which it should be."""

    at: Pointer
    kind: Kind = Kind.VALUE


def validate(model: type[M], file: YamlFile, data: Value, base: Pointer = ()) -> tuple[M | None, tuple[Finding, ...]]:
    """Return the model filled with `data`, which stands at `base` in the file, or every reason why not."""
    try:
        return model.model_validate(data), ()
    except ValidationError as error:
        details = [d for d in error.errors(include_url=False) if not _follows_from_another(data, d)]
        return None, tuple(_finding(model, file, data, base, detail) for detail in details)


def wrong_in(model: type[BaseModel], data: Value) -> tuple[Wrong, ...]:
    """Return every place at which the model rejects `data`."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        return tuple(_wrong(data, detail) for detail in error.errors(include_url=False))
    return ()


def _wrong(data: Value, detail: ErrorDetails) -> Wrong:
    path = _path_in_data(data, detail["loc"])
    if path[-1:] == ("[key]",) and _at(data, path) is None:
        return Wrong(path[:-1], Kind.KEY)
    if detail["type"] == "missing":
        return Wrong(path, Kind.MISSING)
    kind = Kind.UNKNOWN_KEY if detail["type"] == "extra_forbidden" else Kind.VALUE
    # pydantic adds steps of its own at the end.
    return Wrong(path if _at(data, path) is not None else path[:-1], kind)


def missing_in(model: type[BaseModel], data: Value, key: str) -> tuple[Pointer, ...]:
    """Return every place in `data` where the model asks for a key that is not there, or is empty."""
    try:
        model.model_validate(data)
    except ValidationError as error:
        paths = [_path_in_data(data, detail["loc"]) for detail in error.errors(include_url=False)]
        asked = [path for path in paths if path[-1:] == (key,)]
        return tuple(path[:-1] for path in asked if _at(data, path) in {None, ""})
    return ()


def _follows_from_another(data: Value, detail: ErrorDetails) -> bool:
    """Tell whether a list is called too short only because its entries were rejected."""
    return detail["type"] == "too_short" and bool(_at(data, _path_in_data(data, detail["loc"])))


def _finding(  # noqa: PLR0911 - one return a kind of error reads best
    model: type[BaseModel], file: YamlFile, data: Value, base: Pointer, detail: ErrorDetails
) -> Finding:
    path = _path_in_data(data, detail["loc"])
    pointer = (*base, *path)
    key = shortened(str(path[-1])) if path else ""
    kind = detail["type"]
    if kind == "extra_forbidden":
        hint = _did_you_mean(key, known_keys(model, path[:-1]))
        return file.finding("unknown-key", f"the key '{key}' is not known here", hint, pointer)
    if kind == "missing":
        hint = f"Add a line '{key}: …' here{', or run charterpress ids' if key == 'id' else ''}."
        return file.finding("missing-key", f"the key '{key}' is missing", hint, pointer)
    name = _name(_named(pointer, path, data))
    given = shortened(str(detail["input"]))
    if kind == "string_too_short" or (kind in {*_WANTED, "string_pattern_mismatch"} and _at(data, path) == ""):
        # A colour without quotation marks is a comment, and nobody sees that by looking.
        colour = str(detail.get("ctx", {}).get("pattern", "")).startswith("^#")
        hint = _PATTERNS["^#"] if colour else "Fill it in, or take the line out."
        return file.finding("empty-value", f"{name} is empty", hint, pointer)
    if kind == "too_short":
        return file.finding("empty-value", f"{name} needs at least one entry", "Add an entry.", pointer)
    if kind == "string_pattern_mismatch":
        pattern = str(detail.get("ctx", {}).get("pattern", ""))
        hint = next((text for start, text in _PATTERNS.items() if pattern.startswith(start)), "Check its spelling.")
        return file.finding("wrong-form", f"'{given}' does not have the form of {name}", hint, pointer)
    if kind in {"enum", "literal_error"}:
        wanted = str(detail.get("ctx", {}).get("expected", ""))
        return file.finding("wrong-value", f"'{given}' is not a value of {name}", f"Use {wanted}.", pointer)
    if kind in _WANTED:
        message = f"{name} must be {_WANTED[kind]}"
        braces = kind == "string_type" and isinstance(detail["input"], dict)
        hint = "Check the line and its indentation."
        hint += " A text that starts with a brace needs quotes." if braces else ""
        return file.finding("wrong-type", message, hint, pointer)
    # What our own models say is a sentence already.
    said = detail["msg"].removeprefix("Value error, ") if kind == "value_error" else detail["msg"].lower()
    return file.finding("wrong-value", f"{name}: {said}", "Check this value.", pointer)


def _named(pointer: Pointer, path: Pointer, data: Value) -> Pointer:
    """Return the place that an editor knows: pydantic adds steps of its own at the end."""
    if path[-1:] == ("[key]",):
        return pointer[:-2]
    return pointer if _at(data, path) is not None else pointer[:-1]


def _name(pointer: Pointer) -> str:
    """Return what an editor calls a value: its key, or the list that it stands in."""
    key = next((step for step in reversed(pointer) if isinstance(step, str)), None)
    if key is None:
        return "the document"
    return f"'{shortened(key)}'" if isinstance(pointer[-1], str) else f"an entry of '{shortened(key)}'"


def _at(data: Value | None, path: Pointer) -> Value | None:
    for key in path:
        data = _child_value(data, key) if data is not None else None
    return data


def _path_in_data(data: Value, loc: tuple[int | str, ...]) -> Pointer:
    """Leave out of a location the tags that the model adds for itself."""
    path: Pointer = ()
    for index, key in enumerate(loc):
        inner = _child_value(data, key)
        if inner is not None:
            path, data = (*path, key), inner
        elif index == len(loc) - 1:
            return (*path, key)
    return path


def _child_value(data: Value, key: int | str) -> Value | None:
    if isinstance(data, list) and isinstance(key, int):
        return data[key] if key < len(data) else None
    return data.get(key) if isinstance(data, dict) and isinstance(key, str) else None


def known_keys(model: type[BaseModel], path: Pointer) -> list[str]:
    """Return the keys that are allowed at a path, found in the model's JSON Schema."""
    schema = node = _schema(model)
    for key in path:
        node = _child(schema, node, key)
    return sorted({name for option in _options(schema, node) for name in option.get("properties", {})})


@cache
def _schema(model: type[BaseModel]) -> dict:  # type: ignore[type-arg]  # JSON Schema has no shape
    return model.model_json_schema()


def _resolve(schema: dict[str, dict[str, dict]], node: dict) -> dict:  # type: ignore[type-arg]  # JSON Schema has no shape
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[-1]]
    return node


def _options(schema: dict, node: dict) -> list[dict]:  # type: ignore[type-arg]  # JSON Schema has no shape
    node = _resolve(schema, node)
    choices = (*node.get("anyOf", ()), *node.get("oneOf", ()))
    return [node, *(option for choice in choices for option in _options(schema, choice))]


def _child(schema: dict, node: dict, key: str | int) -> dict:  # type: ignore[type-arg]  # JSON Schema has no shape
    for option in _options(schema, node):
        if isinstance(key, int) and "items" in option:
            return _resolve(schema, option["items"])
        if isinstance(key, str) and key in option.get("properties", {}):
            return _resolve(schema, option["properties"][key])
    return {}


def _did_you_mean(name: str, known: list[str]) -> str:
    if (close := resembling(name, known)) is not None:
        return f"Did you mean '{close}'?"
    return f"Known keys here: {', '.join(known)}." if known else "Take it out."

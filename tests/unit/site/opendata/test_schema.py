"""Test the published JSON Schema: what others build on does not break unnoticed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from charterpress.site.opendata.format.file import VERSION
from charterpress.site.opendata.format.schema import render_schema, schema

GOLDEN = Path(__file__).parent / "v1.json"
RENEW = "CHARTERPRESS_RENEW_EXPECTED"

Json = Any


def objects_of(made: Mapping[str, Json]) -> dict[str, Json]:
    """Return the objects that a schema describes, by name."""
    return {"(file)": made, **made["$defs"]}


def core(value: Json) -> Json:
    """Return what a schema asks for, without its words and examples."""
    if isinstance(value, Mapping):
        return {key: core(each) for key, each in value.items() if key not in {"description", "examples", "title"}}
    return [core(each) for each in value] if isinstance(value, list) else value


def breaks(old: Mapping[str, Json], new: Mapping[str, Json]) -> Iterator[str]:
    """Yield in English what a program that reads the old format would stumble over in the new one."""
    after = objects_of(new)
    for name, before in objects_of(old).items():
        if name not in after:
            yield f"{name} is gone"
            continue
        now = after[name]
        for key, meant in before["properties"].items():
            if key not in now["properties"]:
                yield f"{name}.{key} is gone"
            elif core(meant) != core(now["properties"][key]):
                yield f"{name}.{key} is of another type"
            elif key in before["required"] and key not in now["required"]:
                yield f"{name}.{key} may now be missing"


def test_the_format_is_the_one_that_was_published() -> None:
    """The schema is the golden one; the message says whether a change breaks what others have built."""
    made = schema()
    if os.environ.get(RENEW):
        GOLDEN.write_text(render_schema(), encoding="utf-8")
        pytest.fail(f"{GOLDEN} was renewed: look at the difference, then run the tests without the switch")
    golden = json.loads(GOLDEN.read_text("utf-8"))
    broken = list(breaks(golden, made))
    assert broken == [], (
        f"Programs that read the published data would break: {'; '.join(broken)}. Keep what was there and add beside "
        "it, or publish a second format, v2.json, next to the first."
    )
    assert render_schema() == GOLDEN.read_text("utf-8"), (
        f"The format has something new, and nobody's program breaks: raise VERSION ({VERSION}) in format/file.py, "
        f"say so in docs/howto/reuse-the-data.md, and run this test once with {RENEW}=1."
    )


def _removed(made: Json) -> None:
    del made["$defs"]["Commitment"]["properties"]["exception"]


def _retyped(made: Json) -> None:
    made["$defs"]["Commitment"]["properties"]["where_possible"]["type"] = "string"


def _loosened(made: Json) -> None:
    made["$defs"]["Commitment"]["required"].remove("words")


def _reworded(made: Json) -> None:
    made["$defs"]["Commitment"]["properties"]["exception"]["description"] = "Other words."


def _added(made: Json) -> None:
    made["$defs"]["Commitment"]["properties"]["weight"] = {"type": "integer"}


def _dropped(made: Json) -> None:
    del made["$defs"]["Rung"]


def _narrowed(made: Json) -> None:
    made["$defs"]["Translation"]["properties"]["state"]["enum"].append("rumoured")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_removed, ["Commitment.exception is gone"]),
        (_retyped, ["Commitment.where_possible is of another type"]),
        (_loosened, ["Commitment.words may now be missing"]),
        (_dropped, ["Rung is gone"]),
        (_narrowed, ["Translation.state is of another type"]),
        (_reworded, []),
        (_added, []),
    ],
)
def test_what_breaks_the_format(change: Any, said: list[str]) -> None:  # noqa: ANN401 - a change to JSON
    """What goes, changes its type or may be missing breaks programs; better words and new keys do not."""
    old = schema()
    new = deepcopy(old)
    change(new)
    assert list(breaks(old, new)) == said


def test_every_key_is_described() -> None:
    """Each object and each key of the format says what it holds."""
    objects = objects_of(schema())
    assert len(objects) > 30
    undescribed = [
        f"{name}.{key}"
        for name, each in objects.items()
        for key, meant in each["properties"].items()
        if len(meant.get("description", "")) < 8
    ]
    assert undescribed == []
    assert [name for name, each in objects.items() if not each.get("description")] == []
    assert objects["Commitment"]["description"] == "One promise."


def test_the_schema_is_a_schema() -> None:
    """It is valid by draft 2020-12, and names no machine, no null, and no key that may not come later."""
    made = schema()
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(made)
    text = render_schema()
    for word in ('"null"', "additionalProperties", "default", "discriminator"):
        assert word not in text


def test_the_examples_are_examples() -> None:
    """Each example in the schema is valid by the part that it stands in."""
    made, found = schema(), 0
    for name, each in objects_of(made).items():
        wanted = [(f"#/$defs/{name}", example) for example in each.get("examples", ())] if name != "(file)" else []
        for example in made["examples"] if name == "(file)" else ():
            assert list(Draft202012Validator(made).iter_errors(example)) == []
            found += 1
        for reference, example in wanted:
            validator = Draft202012Validator({"$ref": reference, "$defs": made["$defs"]})
            assert [error.message for error in validator.iter_errors(example)] == [], name
            found += 1
        for meant in each["properties"].values():
            for example in meant.get("examples", ()):
                validator = Draft202012Validator({**meant, "$defs": made["$defs"]})
                assert [error.message for error in validator.iter_errors(example)] == []
                found += 1
    assert found > 40

"""Test reading YAML with places: plain values in, plain values out."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.yamlfile import DEPTH_LIMIT, Place, Value, YamlFile, load_yaml, parse_yaml

PATH = Path("docs/charters/some.yml")


def parse(text: str) -> YamlFile:
    """Parse YAML that is in order."""
    file = parse_yaml(text, PATH)
    assert file.findings == ()
    return file


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "null", "~", "true", "1.10", "0o17", "1e3", "2026-11-22", "12:30", "=", ".inf", "1_000"]
)
def test_scalars_stay_text(word: str) -> None:
    """Nothing is turned into a number, a date or a truth value: `no` is the word no, and 1.10 keeps its zero."""
    assert parse(f"a: {word}").data == {"a": word}


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: b\nc: [d, e]\nf: {g: h}\n", {"a": "b", "c": ["d", "e"], "f": {"g": "h"}}),
        ("- a\n- - b\n- c: d\n", ["a", ["b"], {"c": "d"}]),
        ("a: >-\n  one\n  two\nb: |\n  three\n", {"a": "one two", "b": "three\n"}),
        ("a:\nb: ''\n", {"a": "", "b": ""}),
        ("'a b': \"c\\td\\u00e9\"\n", {"a b": "c\tdé"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("%YAML 1.1\n---\na: b\n", {"a": "b"}),
        ("just words", "just words"),
        ("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}),
        ("# a comment\na: b # another\n", {"a": "b"}),
        ('{"a": ["b"]}', {"a": ["b"]}),
        ("a: سلام 👪\n", {"a": "سلام 👪"}),
    ],
)
def test_what_a_file_says(text: str, data: Value) -> None:
    """Mappings, lists and every way to write a text come out as plain values."""
    assert parse(text).data == data


def test_places() -> None:
    """A text is found where it starts, an entry of a list too, and a collection by its key."""
    file = parse("kind: charter\nparties:\n  - id: us\n    name: Us\n  - - deep\n# a comment\nlast: >-\n  folded\n")
    assert file.place(()) == Place(1, 1)
    assert file.place(("kind",)) == Place(1, 7)
    assert file.place(("parties",)) == Place(2, 1)
    assert file.place(("parties", 0)) == Place(3, 5)
    assert file.place(("parties", 0, "name")) == Place(4, 11)
    assert file.place(("parties", 1, 0)) == Place(5, 7)
    assert file.place(("last",)) == Place(7, 7)


def test_columns_count_letters() -> None:
    """A column counts letters, not bytes."""
    assert parse('a: {سلام: "👪", b: c}').place(("a", "b")) == Place(1, 19)


def test_the_nearest_place() -> None:
    """What is not in the file has the place of the nearest thing around it."""
    file = parse("a: b\nc:\n  d:\n    - e\n")
    assert file.place(("c", "d", 7, "x")) == Place(3, 3)
    assert file.place(("x", "y")) == Place(1, 1)


def test_a_finding_at_a_place() -> None:
    """A finding about a value has its file, line and column, and is an error."""
    finding = parse("a: b\nc: d\n").finding("some-rule", "a message", "a hint", ("c",))
    assert (finding.rule, finding.message, finding.hint) == ("some-rule", "a message", "a hint")
    assert (finding.file, finding.line, finding.column, finding.level) == (PATH, 2, 4, "error")


def test_a_file_on_disk(tmp_path: Path) -> None:
    """A file is read from disk, and one that cannot be read keeps the reason."""
    path = tmp_path / "some.yml"
    path.write_text("a: b\n", encoding="utf-8")
    assert load_yaml(path).data == {"a": "b"}
    path.write_bytes(b"\xe9")
    file = load_yaml(path)
    assert file.data is None
    assert [finding.rule for finding in file.findings] == ["not-utf-8"]


def test_tags_of_mkdocs() -> None:
    """The tags that MkDocs knows are let through where they are asked for, as plain values."""
    text = "a: !ENV [HOME, x]\nb: !!python/name:material.extensions.emoji.twemoji\nc: !relative $docs_dir\n"
    file = parse_yaml(text, PATH, any_tag=True)
    assert file.findings == ()
    assert file.data == {"a": ["HOME", "x"], "b": "", "c": "$docs_dir"}
    assert [finding.rule for finding in parse_yaml(text, PATH).findings] == ["yaml-tag"] * 3


def test_as_deep_as_allowed() -> None:
    """Nesting as deep as the limit is read."""
    assert parse("[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT).data is not None

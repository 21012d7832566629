"""Test reading bad YAML: whatever it is, it becomes findings with a line."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from charterpress.content.yamlfile import parse_yaml

PATH = Path("docs/charters/some.yml")
LETTERS = "abcdefghi"
BOMB = 'a: &a ["lol", "lol"]\n' + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in itertools.pairwise(LETTERS)
)


def found(text: str) -> list[tuple[str, int | None, int | None]]:
    """Return what is found in a text: rule, line and column; every finding says what to do."""
    findings = parse_yaml(text, PATH).findings
    for finding in findings:
        assert finding.file == PATH
        assert finding.message
        assert finding.hint
        assert finding.level == "error"
    return [(finding.rule, finding.line, finding.column) for finding in findings]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: [b\nc: d\n", 2, 2),
        ("a: b: c\n", 1, 5),
        ("a: b\n c: d\n", 2, 3),
        ("a: b\nc\nd: e\n", 3, 1),
        ("a: b\nc\n", 2, 1),
        ("a: b\nc: [d,\n# e\n\n", 3, 1),
        ("a:\n- b\n c\n- d: e\n f\n", 5, 2),
        ("a: 'b\nc: d\n", 1, 4),
        ('a: b\nc: "d\ne: f\ng: h\n', 2, 4),
        ("a: @b\n", 1, 4),
        ("a: `b`\n", 1, 4),
        ("a: %b\n", 1, 4),
        ("a: b\n}\n", 2, 1),
        ("{a: b", 1, 1),
        (": a\nb: c\n", 1, 1),
        ('a: "\\q"\n', 1, 5),
        ('a: "\\ud800"\n', 1, 7),
        ("%YAML 9.9\n---\na: b\n", 1, 1),
        ("...\n", 1, 1),
        ("a: b\r\nc: d\r\n\r\ne: }\r\n", 4, 4),
    ],
)
def test_broken_yaml(text: str, line: int, column: int) -> None:
    """Broken YAML is reported where it is broken; what is never closed, where it starts."""
    assert found(text) == [("yaml-syntax", line, column)]
    assert parse_yaml(text, PATH).data is None


@pytest.mark.parametrize(("text", "line"), [("a:\n\tb: c\n", 2), ("a: b\n\tc: d\n", 2), ("a:\n  - b\n\t- c\n", 3)])
def test_tabs(text: str, line: int) -> None:
    """A tab in the indentation is reported with its line."""
    ((rule, at, _),) = found(text)
    assert (rule, at) == ("yaml-syntax", line)


@pytest.mark.parametrize("text", ["", "\n\n", "   ", "# only a comment\n", "# one\n\n# two"])
def test_nothing_in_it(text: str) -> None:
    """A file with nothing in it but comments is reported as empty."""
    assert found(text) == [("empty-file", 1, None)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: 1\nb: 2\na: 3\n", [(3, 1, 1)]),
        ('a: 1\n"a": 2\n', [(2, 1, 1)]),
        ("a: 1\na: 2\na: 3\n", [(2, 1, 1), (3, 1, 1)]),
        ("x:\n  a:\n    b: 1\n  a:\n    b: 1\n    b: 2\n", [(4, 3, 2), (6, 5, 5)]),
        ("- a: 1\n- a: 1\n  a: 2\n", [(3, 3, 2)]),
        ("{a: 1, a: 2}", [(1, 8, 1)]),
    ],
)
def test_duplicate_keys(text: str, places: list[tuple[int, int, int]]) -> None:
    """Each repeated key is reported with its own place and the line of the first one."""
    findings = parse_yaml(text, PATH).findings
    assert {finding.rule for finding in findings} == {"duplicate-key"}
    assert [(finding.line, finding.column) for finding in findings] == [(line, column) for line, column, _ in places]
    for finding, (_, _, first) in zip(findings, places, strict=True):
        assert f"first on line {first}" in finding.message


def test_the_first_of_two_keys_counts() -> None:
    """Of two equal keys the first is kept, so that other findings stay at their lines."""
    file = parse_yaml("a: one\nb: two\na: three\n", PATH)
    assert file.data == {"a": "one", "b": "two"}
    assert file.place(("a",)).line == 1


def test_alias_bomb() -> None:
    """A bomb of aliases never goes off: each anchor and each alias is named once, and nothing is repeated."""
    file = parse_yaml(BOMB, PATH)
    assert {finding.rule for finding in file.findings} == {"yaml-alias"}
    assert len(file.findings) == 9 + 8
    assert len(str(file.data)) < 1000
    assert [finding.line for finding in file.findings[:2]] == [1, 2]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a: &x b\nc: *x\n", [1, 2]),
        ("a: &x {b: c}\nd:\n  <<: *x\n", [1, 3]),
        ("a: &x [*x]\n", [1, 1]),
        ("a: *gone\n", [1]),
        ("&x a: b\n*x : c\n", [1, 2]),
    ],
)
def test_aliases(text: str, lines: list[int]) -> None:
    """Anchors and aliases are refused, those that lead nowhere or into themselves too."""
    assert [(rule, line) for rule, line, _ in found(text)] == [("yaml-alias", line) for line in lines]


def test_what_follows_an_alias() -> None:
    """An alias or an anchor does not shift what follows it."""
    file = parse_yaml("a: &x b\nc: *x\nd: [*x, e]\n*x : f\ng: h\n", PATH)
    assert file.data == {"a": "b", "c": "", "d": ["", "e"], "": "f", "g": "h"}
    assert file.place(("d", 1)).line == 3
    assert file.place(("g",)).line == 5


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[" * 100_000, 1, 41),
        ("[\n" * 100_000, 41, 1),
        ("- " * 100_000, 1, 81),
        ("{a: " * 100_000, 1, 161),
        ("".join(f"{' ' * level}a:\n" for level in range(1000)), 41, 41),
    ],
    ids=["brackets", "bracket lines", "dashes", "braces", "indentation"],
)
def test_deep_nesting(text: str, line: int, column: int) -> None:
    """Nesting without end is reported where it passes the limit, and the rest is not read."""
    assert found(text) == [("yaml-depth", line, column)]
    assert parse_yaml(text, PATH).data is None


@pytest.mark.parametrize("text", ["{" * 100_000, "? " * 100_000], ids=["braces", "question marks"])
def test_deep_nesting_in_keys(text: str) -> None:
    """Keys in keys end at the same limit."""
    rules = [rule for rule, _, _ in found(text)]
    assert set(rules) == {"yaml-key", "yaml-depth"}
    assert len(rules) <= 42


@pytest.mark.parametrize("text", ["? [a, b]\n: c\nd: e\n", "? {a: b}\n: c\nd: e\n", "{[a]: b, d: e}"])
def test_keys_that_are_no_words(text: str) -> None:
    """A key must be a word; the other keys are still read."""
    file = parse_yaml(text, PATH)
    assert [(finding.rule, finding.line) for finding in file.findings] == [("yaml-key", 1)]
    assert file.data == {"d": "e"}


@pytest.mark.parametrize(
    ("text", "line"),
    [("a: b\n---\nc: d\n", 2), ("---\na: b\n---\n", 3), ("a: b\n...\n---\nc: [\n", 3)],
)
def test_several_documents(text: str, line: int) -> None:
    """A second YAML document is reported where it starts, and is not read."""
    assert [(rule, at) for rule, at, _ in found(text)] == [("yaml-documents", line)]
    assert parse_yaml(text, PATH).data == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "line", "tag"),
    [
        ('a: b\nc: !!python/object/apply:os.system ["exit 1"]\n', 2, "python/object/apply:os.system"),
        ("!!python/object:os.path {}\n", 1, "python/object:os.path"),
        ("a: !ENV HOME\n", 1, "!ENV"),
        ("a: !!binary aGVsbG8=\n", 1, "binary"),
        ("a: !!str 5\n", 1, "str"),
        ("a: ! b\n", 1, "!"),
        ("%TAG ! tag:evil.example,2000:\n---\na: !x b\n", 3, "tag:evil.example,2000:x"),
    ],
)
def test_tags(text: str, line: int, tag: str) -> None:
    """A tag is refused, and nothing is made or run by it."""
    (finding,) = parse_yaml(text, PATH).findings
    assert (finding.rule, finding.line) == ("yaml-tag", line)
    assert tag in finding.message


def test_a_tag_without_end() -> None:
    """A tag as long as the file does not fill the report."""
    (finding,) = parse_yaml("!" * 900_000, PATH).findings
    assert finding.rule == "yaml-tag"
    assert len(finding.message) < 200


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x80", "\ufffe", "\uffff"])
def test_control_characters(character: str) -> None:
    """A control character is named with its line and column, whatever letters stand before it."""
    text = f"a: سلام سلام ŵ👪\n\nb: ŵŵ{character}c\n"
    (finding,) = parse_yaml(text, PATH).findings
    assert (finding.rule, finding.line, finding.column) == ("yaml-character", 3, 6)
    assert f"U+{ord(character):04X}" in finding.message


def test_control_characters_on_many_lines() -> None:
    """All lines with control characters are reported in one run."""
    assert found("a: \x07\x07b\nc: d\ne: \x08f\n") == [("yaml-character", 1, 4), ("yaml-character", 3, 4)]


@pytest.mark.parametrize("escape", ["\\x07", "\\e", "\\0", "\\u0085" + "\\x1b", "\\uffff"])
def test_control_characters_as_escapes(escape: str) -> None:
    """A control character does not come in as an escape either, be it in a text or in a key."""
    assert found(f'a: b\nc: "d{escape}"\n') == [("yaml-character", 2, 4)]
    assert found(f'a: b\n"c{escape}": d\n') == [("yaml-character", 2, 1)]

"""Test what an editor is told when a model rejects something."""

from __future__ import annotations

from pathlib import Path

import pytest

from charterpress.content.model import Charter, Theme
from charterpress.content.settings import Settings
from charterpress.content.validate import validate
from charterpress.content.yamlfile import parse_yaml
from charterpress.findings import Finding

PATH = Path("docs/themes/some.yml")
HEAD = "kind: theme\nid: listening\ntitle: Listening\nsummary: We hear each other.\n"
CHARTER = "kind: charter\nid: family\ntitle: Family\nsummary: A.\nparties:\n  - {id: us, name: Us}\n"


def problems(text: str, model: type[Theme | Charter | Settings] = Theme) -> list[Finding]:
    """Return what is wrong with a document, ordered by line."""
    file = parse_yaml(text, PATH)
    assert file.findings == ()
    assert file.data is not None
    document, findings = validate(model, file, file.data)
    assert (document is None) == bool(findings)
    return sorted(findings, key=lambda finding: finding.line or 0)


def problem(text: str, model: type[Theme | Charter | Settings] = Theme) -> Finding:
    """Return the one thing that is wrong with a document."""
    (finding,) = problems(text, model)
    assert finding.file == PATH
    assert finding.hint
    return finding


@pytest.mark.parametrize(
    ("key", "wanted"),
    [("meanings", "meaning"), ("aproved", "approved"), ("reviewby", "review_by"), ("Order", "order")],
)
def test_an_unknown_key(key: str, wanted: str) -> None:
    """An unknown key is named with its line, and the key that was meant."""
    finding = problem(f"{HEAD}{key}: x\n")
    assert (finding.rule, finding.line) == ("unknown-key", 5)
    assert (finding.message, finding.hint) == (f"the key '{key}' is not known here", f"Did you mean '{wanted}'?")


def test_an_unknown_key_like_no_other() -> None:
    """Where nothing similar is known, the keys that may stand in this place are listed, and no others."""
    finding = problem(f"{HEAD}definitions:\n  - {{id: a, term: A, meaning: B., xyz: c}}\n")
    assert (finding.line, finding.hint) == (6, "Known keys here: id, meaning, term.")


def test_keys_of_a_list_block() -> None:
    """In a list with a lead-in, too, the keys of that place are suggested."""
    charter = f"{CHARTER}introduction:\n  - items: [a]\n    leed_in: b\n  - list: [a]\n    items: [b]\n"
    first, second = problems(charter, Charter)
    assert (first.line, first.hint) == (9, "Did you mean 'lead_in'?")
    assert (second.line, second.hint) == (10, "Known keys here: items, lead_in.")


def test_a_missing_key() -> None:
    """A missing key is named where the part starts that lacks it."""
    finding = problem(f"{CHARTER}contacts:\n  - {{id: a, name: A}}\n  - id: b\n    phone: '1'\n", Charter)
    assert (finding.rule, finding.line, finding.message) == ("missing-key", 9, "the key 'name' is missing")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("version: [a]", "'version' must be text"),
        ("version: {a: b}", "'version' must be text"),
        ("meaning: a", "'meaning' must be a list (lines that start with '- ')"),
        ("meaning: [[a]]", "an entry of 'meaning' must be text"),
        ("publisher: a", "'publisher' must be keys with values"),
        ("definitions: [a]", "an entry of 'definitions' must be keys with values"),
        ("order: first", "'order' must be a whole number"),
        ("order: 1.5", "'order' must be a whole number"),
        ("order: [1]", "'order' must be a whole number"),
        (f"order: {'9' * 5000}", "'order' must be a whole number"),
        ("approved: soon", "'approved' must be a date such as 2026-11-22"),
        ("approved: 22/11/2026", "'approved' must be a date such as 2026-11-22"),
        ("approved: 2026-02-30", "'approved' must be a date such as 2026-11-22"),
        ("approved: [a]", "'approved' must be a date such as 2026-11-22"),
    ],
)
def test_a_wrong_type(line: str, message: str) -> None:
    """A value of the wrong type is named with its line, its key, and what is wanted in plain words."""
    finding = problem(f"{HEAD}{line}\n")
    assert (finding.rule, finding.line, finding.message) == ("wrong-type", 5, message)


@pytest.mark.parametrize("value", ["maybe", "[a]", "{a: b}", "2"])
def test_a_wrong_truth_value(value: str) -> None:
    """What is neither true nor false is refused."""
    source = f"source: {{title: A, publisher: B, licence: C, plain_english_version: {value}}}"
    finding = problem(f"{HEAD}{source}\n")
    assert (finding.line, finding.message) == (5, "'plain_english_version' must be true or false")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("version:", "'version' is empty"),
        ('version: "  "', "'version' is empty"),
        ("meaning: ['']", "an entry of 'meaning' is empty"),
        ("approved: ''", "'approved' is empty"),
        ("order:", "'order' is empty"),
        ("publisher:", "'publisher' is empty"),
        ("definitions: [{id: '', term: A, meaning: B.}]", "'id' is empty"),
        ("reading_confirmation: {text: A., purposes: []}", "'purposes' needs at least one entry"),
    ],
)
def test_an_empty_value(line: str, message: str) -> None:
    """An empty value is called empty, whatever was wanted in its place."""
    finding = problem(f"{HEAD}{line}\n")
    assert (finding.rule, finding.line, finding.message) == ("empty-value", 5, message)


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("definitions: [{id: My Word, term: A, meaning: B.}]", "'My Word' does not have the form of 'id'", "hyphens"),
        ("contacts: [{id: a, name: A, email: nobody}]", "'nobody' does not have the form of 'email'", "e-mail"),
        ("contacts: [{id: a, name: A, url: council.example}]", "'council.example' does not have the", "https://"),
    ],
)
def test_a_wrong_form(line: str, message: str, hint: str) -> None:
    """A value without the form that is wanted is quoted, and the hint shows the form."""
    finding = problem(f"{HEAD}{line}\n")
    assert (finding.rule, finding.line) == ("wrong-form", 5)
    assert message in finding.message
    assert hint in finding.hint


def test_a_value_that_is_none_of_those_allowed() -> None:
    """Where only some values are allowed, they are listed."""
    finding = problem(f"{HEAD}audience: everybody\n")
    assert (finding.rule, finding.line) == ("wrong-value", 5)
    assert finding.message == "'everybody' is not a value of 'audience'"
    assert finding.hint == "Use 'families' or 'practitioners'."


def test_a_long_value_is_cut() -> None:
    """A whole page in the wrong place does not fill the report, nor does it break its lines."""
    finding = problem(f"{HEAD}audience: '{'all of us ' * 1000}\n\n  and you'\n")
    assert len(finding.message) < 200
    assert "\n" not in finding.message


def test_everything_at_once() -> None:
    """All that is wrong with a document is told in one go."""
    text = "kind: theme\nid: Listening!\ntitel: Listening\nsummary: []\norder: x\naudience: all\n"
    assert [(finding.rule, finding.line) for finding in problems(text)] == [
        ("missing-key", 1),
        ("wrong-form", 2),
        ("unknown-key", 3),
        ("wrong-type", 4),
        ("wrong-type", 5),
        ("wrong-value", 6),
    ]


def test_a_list_is_not_blamed_for_its_entries() -> None:
    """When the only entry of a list is wrong, nobody is told that the list is empty."""
    text = CHARTER.replace("{id: us, name: Us}", "{id: Us!, name: Us}")
    assert [finding.rule for finding in problems(text, Charter)] == ["wrong-form"]


def test_a_base_in_the_file() -> None:
    """A part of a file is checked on its own, and the findings keep their lines."""
    file = parse_yaml("a: b\nplugins:\n  - charterpress:\n      organisaton: x\n", PATH)
    settings, (finding,) = validate(Settings, file, {"organisaton": "x"}, ("plugins", 0, "charterpress"))
    assert settings is None
    assert (finding.rule, finding.line, finding.hint) == ("unknown-key", 4, "Did you mean 'organisation'?")


def test_keys_that_are_names() -> None:
    """Where the keys themselves are names from a list, a wrong one is told from a wrong value."""
    first, second = problems("readability:\n  grades:\n    familys: 7\n    practitioners: 99\n", Settings)
    assert (first.line, first.message) == (3, "'familys' is not a value of 'grades'")
    assert first.hint == "Use 'families' or 'practitioners'."
    assert (second.line, second.rule) == (4, "wrong-value")

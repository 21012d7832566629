"""Test how texts are written as YAML."""

from __future__ import annotations

import pytest
import yaml

from charterpress.content.scalars import quoted, scalar


@pytest.mark.parametrize(
    "text",
    [
        "Plain words",
        "no",
        "Yes",
        "a: b",
        "a #b",
        "- a",
        "it's",
        '"',
        "1.0",
        "ہم",
        "\\n",
        "a,b",
        "{a}",
        "[a]",
        "*a",
        "a:",
        "é",
        "?",
        "a",
        "a\tb",
        "a\r\nb",
        "a\u2028b",
        "a\x85b",
        "a\x07",
    ],
)
def test_a_text_stays_itself(text: str) -> None:
    """Whatever a text is, YAML reads just that text, on its own, in a list and between braces."""
    assert yaml.safe_load(f"a: {scalar(text)}") == {"a": text}
    assert yaml.safe_load(f"- {scalar(text)}   # why") == [text]
    assert yaml.safe_load(f"{{a: {scalar(text)}, b: 1}}")["a"] == text


@pytest.mark.parametrize("text", ["a: b", "it's", "a #b", "no", "ہم", "\\n", '"'])
def test_quotes(text: str) -> None:
    """What stands in quotes may hold a colon, a hash and quotes."""
    assert yaml.safe_load(f"a: {quoted(text)}") == {"a": text}

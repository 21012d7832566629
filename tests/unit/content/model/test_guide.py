"""Test the model of a family guide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from charterpress.content.model import Guide
from charterpress.content.yamlfile import load_yaml

COMPLETE = Path(__file__).parent / "complete" / "guide.yml"


def data() -> dict[str, Any]:
    """Return the guide with every key, as it was read."""
    read = load_yaml(COMPLETE).data
    assert isinstance(read, dict)
    return read


def test_the_parts_of_a_guide() -> None:
    """A guide holds an answer, sections that cite provisions, next steps, related pages and downloads."""
    guide = Guide.model_validate(data())
    assert guide.answer == ("Yes. See [the rules](guidance:rules#reply).[^law]",)
    assert guide.sections[0].cites == ("rules#reply",)
    assert guide.next_steps[0].text == "Ask who will come."
    assert guide.related == ("charter:family", "theme:listening")
    assert guide.downloads[0].url == "https://council.example/letter.odt"


@pytest.mark.parametrize("key", ["answer", "title", "summary", "id", "kind"])
def test_what_a_guide_must_have(key: str) -> None:
    """A guide without an answer, a question, a summary or an id is none."""
    short = data()
    del short[key]
    with pytest.raises(ValidationError):
        Guide.model_validate(short)


def test_an_empty_answer() -> None:
    """An answer with nothing in it is no answer."""
    with pytest.raises(ValidationError):
        Guide.model_validate({**data(), "answer": []})


@pytest.mark.parametrize("url", ["javascript:alert(1)", "letter.odt", "ftp://council.example/a", "https://a b", ""])
def test_downloads_have_web_addresses(url: str) -> None:
    """What is offered for download has a full web address."""
    with pytest.raises(ValidationError):
        Guide.model_validate({**data(), "downloads": [{"id": "letter", "title": "A letter", "url": url}]})

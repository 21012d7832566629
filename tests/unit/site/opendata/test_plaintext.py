"""Test documents as plain text, and the guide to them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from charterpress.site.opendata.files import OpenData

Open = Callable[[], dict[str, OpenData]]
Edit = Callable[[str, str, str], int]
Translate = Callable[..., Path]
HERE = "https://council.example/charters/charters/family/"

SIDE = f"""\
### What parents can expect

Who does this: Services
Who this is for: Parents

We will:

- Hear you and your advocate.[1]
  The rules behind this: https://council.example/charters/guidance/rules/#reply
  {HERE}#hear-you
- Answer your letters. (Where possible)
  We answer in writing.
  For example: A letter about school
  Exception: We may not, if it puts a child at risk.
  Time limit: Within 5 days
  It starts: The time runs from the day your letter comes.
  {HERE}#answer-you

"""


def test_a_charter_as_plain_text(open_sample: Open) -> None:
    """Headings, who promises whom, promises with all that limits them, notes by number, and where it comes from."""
    text = open_sample()["en"].files["text/family.txt"]
    assert text.startswith(f"# Our promises & yours\n\nWhat we promise each other.[1]\n\n{HERE}\n\nThis charter")
    assert SIDE in text
    assert "## Notes\n\n[1] See the law (https://law.example/act?a=1&b=2).\n" in text
    about = text.partition("## About this page\n\n")[2].split("\n\n")
    assert about == [
        "This is a plain English version in our own words. It is not the publisher's text.",
        "The text it is based on: The first charter.",
        "Publisher: Example Alliance",
        "Licence: Free",
        "Version 1.2",
        "Not approved yet",
        "We will look at it again by 22 November 2027\n",
    ]


def test_a_document_without_a_licence_says_so(open_sample: Open) -> None:
    """Nobody takes silence for leave."""
    text = open_sample()["en"].files["text/rules.txt"]
    assert "No licence is stated. Ask the publisher before you use these words.\n" in text


def test_guidance_as_plain_text(open_sample: Open) -> None:
    """Numbers, duties and places in print are as they are on the page."""
    text = open_sample()["en"].files["text/rules.txt"]
    provision = (
        "## 2.1 Letters\n\nLetters matter.\n\nStaff · Must\nStaff must:\n- Reply soon.\nEdition of 2018 · page 28"
    )
    assert provision in text


def test_a_draft_starts_with_its_notice(open_sample: Open, translate_sample: Translate, edit: Edit) -> None:
    """Who reads a draft as plain text is told so, and where the original is; foreign words name their language."""
    edit("mkdocs.yml", "missing: hide", "missing: source")
    translate_sample("cy", "family", {"Hear you out.": ""})
    text = open_sample()["cy"].files["text/family.txt"]
    notice = text.split("\n\n")[3]
    assert notice.startswith("Cyfieithiad drafft\n")
    assert notice.endswith(HERE)
    assert "\n- [English] Hear you out.\n" in text
    assert "[English] The first charter" in text


def test_a_checked_translation_names_its_reader(open_sample: Open, translate_sample: Translate) -> None:
    """Who has read a translation, and when, stands at its start."""
    translate_sample("cy", "rules", flag="reviewed")
    notice = open_sample()["cy"].files["text/rules.txt"].split("\n\n")[3]
    assert "A native reader (1 Mai 2026)" in notice


def test_the_guide_lists_each_document(open_sample: Open, translate_sample: Translate) -> None:
    """Each language has a guide with its documents, their summaries, what is a draft, and the other languages."""
    translate_sample("cy", "listening")
    made = open_sample()
    lines = made["en"].files["llms.txt"].splitlines()
    assert lines[0] == "# Family promises"
    row = (
        f"- [Our promises & yours]({HERE}): What we promise each other. "
        "[Plain text](https://council.example/charters/text/family.txt)"
    )
    assert row in lines
    assert "- [Cymraeg](https://council.example/charters/cy/llms.txt)" in lines
    assert "ur/llms.txt" not in made["en"].files["llms.txt"]
    welsh = made["cy"].files["llms.txt"]
    assert "(cy) (Cyfieithiad drafft) [" in welsh
    assert "family" not in welsh

"""Test that missing ids are given, and nothing else in a file changes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from charterpress.content.model import KINDS
from charterpress.content.references import check_document
from charterpress.content.validate import validate
from charterpress.content.yamlfile import load_yaml
from charterpress.editing.ids import identify, missing_ids

CHARTER = """\
# Ours.
kind: charter   # promises
# The name that readers see.
title: Working together
summary: What we do.
parties:
  - id: us
    name: Us
  - name: You   # the families
  - {name: All}
themes:
  - theme: listening
    promises:
    -   # what we do
        title: We listen
        by: us
        to: you
        commitments:
        - text: Hear you out.
          # never leave this out
          unless: We may not.
        - id:
          text: Hear you out.
        - id: kept
          text: >-
            Hear
            you out.
behaviours:
  title: All of us
  items:
    - text: "—"
      items:
        - text: ہم سنتے ہیں
"""
WITH_IDS = """\
# Ours.
kind: charter   # promises
id: working-together
# The name that readers see.
title: Working together
summary: What we do.
parties:
  - id: us
    name: Us
  - id: you
    name: You   # the families
  - {id: all, name: All}
themes:
  - theme: listening
    promises:
    -   # what we do
        id: we-listen
        title: We listen
        by: us
        to: you
        commitments:
        - id: hear-out
          text: Hear you out.
          # never leave this out
          unless: We may not.
        - id: hear-out-2
          text: Hear you out.
        - id: kept
          text: >-
            Hear
            you out.
behaviours:
  id: all-of-us
  title: All of us
  items:
    - id: item
      text: "—"
      items:
        - id: item-2
          text: ہم سنتے ہیں
"""


def written(folder: Path, text: str, name: str = "working-together.yml") -> Path:
    """Return a file with a text."""
    path = folder / name
    path.write_bytes(text.encode())
    return path


def without_ids(text: str) -> list[str]:
    """Return the lines of a text but for its ids and its indentation."""
    return [line.lstrip(" -") for line in text.split("\n") if not re.match(r"[ -]*id: ", line)]


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_what_is_given(tmp_path: Path, ending: str) -> None:
    """Every part that needs an id gets one where ids stand; comments, layout and other ids stay as they are."""
    made = identify(written(tmp_path, CHARTER.replace("\n", ending)))
    assert made.findings == ()
    assert made.text == WITH_IDS.replace("\n", ending)
    again = identify(written(tmp_path, made.text))
    assert (again.given, again.text) == ((), made.text)
    assert list(missing_ids(again)) == []


def test_what_is_said(tmp_path: Path) -> None:
    """Each missing id is named with its line and the id to use."""
    found = list(missing_ids(identify(written(tmp_path, CHARTER))))
    assert [finding.line for finding in found] == [2, 9, 10, 15, 19, 22, 28, 31, 33]
    assert (found[1].message, found[1].rule) == ("there is no id for 'You'", "missing-id")
    assert "'id: you'" in found[1].hint


def test_ids_that_are_gone(tmp_path: Path) -> None:
    """An id that was once published, or that another document has, is not given again."""
    text = CHARTER.replace("- name: You ", "- name: Gone ")
    made = identify(written(tmp_path, text), {"gone"}, {"working-together"})
    names = [given.identifier for given in made.given]
    assert "gone" not in names
    assert "gone-2" in names
    assert names[0] == "working-together-2"


def test_documents_without_their_ids(documents: tuple[Path, ...], tmp_path: Path) -> None:
    """A real document that has lost all its ids gets as many back, in the same places, and is a document again."""
    tried = 0
    for path in documents:
        text = path.read_text("utf-8")
        ids = re.findall(r"^[ -]*id: .*$", text, re.MULTILINE)
        bare = re.sub(r"^( *)- id: .*\n *", r"\1- ", text, flags=re.MULTILINE)
        bare = re.sub(r"^ *id: .*\n", "", bare, flags=re.MULTILINE)
        if re.search(r"\bid: ", "\n".join(line for line in bare.split("\n") if not line.startswith("#"))):
            continue  # ids between braces
        made = identify(written(tmp_path, bare, path.name))
        assert made.findings == (), path
        assert made.text is not None
        assert len(made.given) == len(ids)
        assert without_ids(made.text) == without_ids(text)
        file = load_yaml(written(tmp_path, made.text, path.name))
        assert isinstance(file.data, dict)
        document, problems = validate(KINDS[str(file.data["kind"])], file, file.data)
        assert problems == ()
        assert document is not None
        assert [finding for finding in check_document(document, file) if finding.rule == "duplicate-id"] == []
        tried += 1
    assert tried >= 20


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("kind: [charter\n", "yaml-syntax"),
        ("kind: charter\nkind: guide\n", "duplicate-key"),
        ("kind: chrter\ntitle: A\n", "wrong-kind"),
        ("title: A\n", "wrong-kind"),
        ("- a\n", "wrong-kind"),
        ("", "empty-file"),
    ],
)
def test_bad_files(tmp_path: Path, text: str, rule: str) -> None:
    """A file that cannot be understood is a finding, and gets no ids."""
    made = identify(written(tmp_path, text))
    assert (made.text, made.given) == (None, ())
    assert [finding.rule for finding in made.findings] == [rule]

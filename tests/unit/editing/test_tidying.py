"""Test that tidying changes the layout of a file, and never its words or its comments."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from charterpress.content.yamlfile import load_yaml
from charterpress.editing.tidying import comments_in, tidy, untidy

LONG = "a text with more words than fit on one line, so that it has to be folded somewhere near the end of it all"

MESSY = """\


# top
kind:   charter   # what it is
id: x
title: 'It''s a day'
summary: 'a "plain" word'
source:
        title: A text
        notes:
        -   at:   here
            note: >-
                   two
                   lines
        # between

        -
            at: there
            note: |
               kept
                 as it is
parties:
    # the first
-   id: a   # note


-   id: b
    # last of b
# about the end
flow: [ {theme: a,
   promises: []},
 ]
"""
TIDY = """\
# top
kind: charter   # what it is
id: x
title: "It's a day"
summary: 'a "plain" word'

source:
  title: A text
  notes:
    - at: here
      note: >-
        two
        lines
    # between

    -
      at: there
      note: |
        kept
          as it is

parties:
  # the first
  - id: a   # note

  - id: b
    # last of b

# about the end
flow: [ {theme: a,
   promises: []},
  ]
"""


def written(folder: Path, text: str) -> Path:
    """Return a file with a text."""
    path = folder / "some.yml"
    path.write_bytes(text.encode())
    return path


def test_what_becomes_tidy(tmp_path: Path) -> None:
    """Indentation, blank lines, quotes and gaps are put right; comments stay beside what they are about."""
    made = tidy(written(tmp_path, MESSY))
    assert made.findings == ()
    assert made.after == TIDY
    assert [finding.line for finding in untidy(made)] == [1]
    again = tidy(written(tmp_path, TIDY))
    assert not again.changed
    assert list(untidy(again)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"a: {LONG}", f"a: >-\n  {LONG[:-7]}\n  it all\n"),
        (f'- "{LONG}: yes"', f"- >-\n  {LONG[:-7]}\n  it all: yes\n"),
        (f"a:\n  - b: >\n      {LONG}\n", f"a:\n  - b: >\n      {LONG[:-14]}\n      end of it all\n"),
        (f"a: >-\n  {LONG}  two\n", f"a: >-\n  {LONG[:-7]}\n  it all  two\n"),
        (f"a: {'x' * 120}\n", f"a: {'x' * 120}\n"),
        (f"a: {LONG}   # why\n", f"a: {LONG}   # why\n"),
        (f"a: |\n  {LONG}\n", f"a: |\n  {LONG}\n"),
        (f'a: "{LONG}\\n"\n', f'a: "{LONG}\\n"\n'),
        (f"a: [{LONG}]\n", f"a: [{LONG}]\n"),
        ("a: |2\n    in\n  out\n", "a: |2\n    in\n  out\n"),
        ("a: |+\n    end\n\n\nb: 1\n", "a: |+\n  end\n\n\nb: 1\n"),
        ("{kind: theme}", "{kind: theme}\n"),
        ("---\na: 1 \n\n\n\nb: 2", "---\na: 1\n\nb: 2\n"),
        ("a:\r\n    b: 1\r\n", "a:\r\n  b: 1\r\n"),
        (
            "a:\n  - # why\n    b: 1\n    # in\n  # out\n  - c: 2\n",
            "a:\n  - # why\n    b: 1\n    # in\n  # out\n  - c: 2\n",
        ),
        ("a:\nb:   # none\nc:\n- \n- x\n", "a:\nb:   # none\nc:\n  -\n  - x\n"),
        ("? a\n: b\n'c' :   d\n", "? a\n: b\n'c' : d\n"),
        ("a: some\n     words\n'b':\n  'more\n     of them'\n", "a: some\n  words\n'b':\n  'more\n  of them'\n"),
        ("سلام:   دنیا\n'x': '\U0001f600'\n", "سلام: دنیا\n'x': \"\U0001f600\"\n"),
    ],
)
def test_single_things(tmp_path: Path, before: str, after: str) -> None:
    """Long texts stand below '>-' where they say the same there; all that is special stays as it is."""
    made = tidy(written(tmp_path, before))
    assert (made.findings, made.after) == ((), after)


def test_documents(documents: tuple[Path, ...]) -> None:
    """Every document says the same afterwards, with all its comments, and a second run changes nothing."""
    for path in documents:
        made = tidy(path)
        assert made.findings == ()
        assert made.after is not None
        assert list(comments_in(made.after)) == list(comments_in(made.before))


def test_the_reference_site_is_tidy(documents: tuple[Path, ...]) -> None:
    """The documents of the reference site need no tidying."""
    ours = [path for path in documents if "tests" not in path.parts]
    assert len(ours) >= 12
    assert [path.name for path in ours if tidy(path).changed] == []


@pytest.mark.parametrize(("mapping", "sequence", "offset"), [(4, 6, 4), (2, 2, 0), (3, 5, 2)])
def test_any_indentation(documents: tuple[Path, ...], tmp_path: Path, mapping: int, sequence: int, offset: int) -> None:
    """However a document was indented, it becomes the same text, and the loaded document is the same."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1000
    yaml.indent(mapping=mapping, sequence=sequence, offset=offset)
    for path in documents:
        out = io.StringIO()
        yaml.dump(yaml.load(path.read_text("utf-8")), out)
        other = written(tmp_path, out.getvalue())
        made = tidy(other)
        assert made.findings == (), path
        assert made.after == tidy(path).after
        other.write_text(made.after or "", encoding="utf-8")
        assert load_yaml(other).data == load_yaml(path).data


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: [1\n", "yaml-syntax"),
        ("a: 1\na: 2\n", "duplicate-key"),
        ("a: &x 1\nb: *x\n", "yaml-alias"),
        ("", "empty-file"),
        ('a: "x\u2028y"\nb:   c\n', "unusual-layout"),
        ("a: 1\rb:   2\r", "unusual-layout"),
        ("a:\tb\n-\tc\n", "yaml-syntax"),
    ],
)
def test_what_cannot_be_tidied(tmp_path: Path, text: str, rule: str) -> None:
    """Bad YAML, and layout that cannot be changed safely, is a finding; there is no new text."""
    made = tidy(written(tmp_path, text))
    assert made.after is None
    assert not made.changed
    assert rule in {finding.rule for finding in made.findings}


def test_the_schema_line(documents: tuple[Path, ...], tmp_path: Path) -> None:
    """With the name of a schema, the line is added once; all else is as without it."""
    path = Path(shutil.copy(documents[0], tmp_path))
    made = tidy(path, "../s.json")
    assert made.after == f"# yaml-language-server: $schema=../s.json\n{tidy(path).after}"
    path.write_text(made.after, encoding="utf-8")
    assert not tidy(path, "../s.json").changed


def test_comments() -> None:
    """Every comment is found, and nothing that only looks like one."""
    text = "#a\nb: 'x # y' #c\nd: >- #e\n  # f\n#g\nh: u#v\ni: [1, #j\n 2]\n# k"
    assert list(comments_in(text)) == ["#a", "#c", "#e", "#g", "#j", "# k"]

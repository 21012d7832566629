"""Test that an adaptation can be started from a shared charter, and is a charter at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charterpress.adapting.opened import open_adaptations
from charterpress.adapting.starting import Local, adaptation_text, find_shared
from charterpress.content.writing import write_files

LOCAL = Local("local", "Our town: a charter", "What we promise # here.", "Town Forum")
NAMES = """\
names:
  - {id: area, meaning: The area it is for., default: our area}
  - {id: parent-forum, meaning: The forum that speaks for families.}
parties:
"""


@pytest.fixture
def project(begin: Callable[..., Any]) -> Any:  # noqa: ANN401 - the project of conftest
    """Return a project beside which a charter with named places is shared, adapted by nobody yet."""
    place = begin()
    place.path.unlink()
    (place.root / "adapted" / "shared@1.0.yml").unlink()
    place.move(
        ("parties:\n", NAMES),
        ("text: Listen to you", "text: 'Listen to {parent-forum} in {area}'"),
        (" before we decide.", ""),
    )
    return place


def test_it_is_a_charter_at_once(project: Any) -> None:  # noqa: ANN401 - see above
    """The new file and the copy of the source make a charter without a finding; names and ids are real ones."""
    shared, findings = find_shared(project.root, project.root / "docs", "shared", folder="shared")
    assert findings == ()
    assert shared is not None
    text = adaptation_text(shared, LOCAL)
    path = project.path.with_name("local.yml")
    write_files({path: text.encode(), shared.copy[0]: shared.copy[1]})
    opened, findings = open_adaptations(project.root, "local")
    assert findings == ()
    assert opened is not None
    adapted = opened.adaptations["local"]
    assert (adapted.charter.title, adapted.adaptation.agreed_by) == (LOCAL.title, LOCAL.agreed_by)
    assert adapted.adaptation.names == {"area": {"und": "our area"}, "parent-forum": {"und": "your parent forum"}}
    assert not adapted.comparison.moved
    assert "  # The forum that speaks for families.\n" in text
    assert "It lets you change the text" in text


def test_its_examples_work(project: Any) -> None:  # noqa: ANN401 - see above
    """Each commented change can be switched on by taking '#' away: its ids are those of the charter."""
    shared, _ = find_shared(project.root, project.root / "docs", "shared", folder="shared")
    assert shared is not None
    text = adaptation_text(shared, LOCAL)
    head, _, tail = text.partition("changes: []\n")
    examples = [line.removeprefix("#") for line in tail.splitlines()]
    assert sum(line.startswith("  - ") for line in examples) == 4
    # The order has to name what the other examples add; so it is tried alone.
    for lines in (examples[:-3], examples[-3:]):
        project.path.with_name("local.yml").write_text(head + "changes:\n" + "\n".join(lines) + "\n", "utf-8")
        opened, findings = open_adaptations(project.root, "local")
        assert findings == ()
        assert opened is not None
        assert opened.adaptations["local"].adaptation.changes


@pytest.mark.parametrize("licence", ["licence: All rights reserved\n", ""])
def test_a_licence_that_does_not_allow_it(project: Any, licence: str) -> None:  # noqa: ANN401 - see above
    """Where the licence does not let anybody change the charter, the file has what to write down."""
    project.move(("licence: CC BY 4.0\n", licence))
    shared, _ = find_shared(project.root, project.root / "docs", "shared", folder="shared")
    assert shared is not None
    assert "ask The Council and write down:\n# permission:\n#   given_by:" in adaptation_text(shared, LOCAL)


@pytest.mark.parametrize(
    ("source", "where", "says"),
    [
        ("shard", {"folder": "shared"}, "there is no charter 'shard' in 'shared'"),
        ("shared", {"folder": "nowhere"}, "there is no folder 'nowhere'"),
        ("shared", {"package": "no-such-charters"}, "no package 'no-such-charters' is installed that has charters"),
        ("shared", {}, "there is no charter 'shared'"),
    ],
)
def test_a_source_that_is_not_there(project: Any, source: str, where: dict[str, str], says: str) -> None:  # noqa: ANN401 - see above
    """A source that cannot be found is a finding about no file: there is none yet."""
    shared, findings = find_shared(project.root, project.root / "docs", source, **where)
    assert shared is None
    assert [(one.message, one.file) for one in findings] == [(says, None)]


def test_a_source_without_a_version(project: Any) -> None:  # noqa: ANN401 - see above
    """A charter without a version cannot be followed, so it cannot be adapted."""
    project.move(('version: "1.0"\n', ""))
    shared, findings = find_shared(project.root, project.root / "docs", "shared", folder="shared")
    assert shared is None
    assert [one.rule for one in findings] == ["source-version"]

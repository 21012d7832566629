"""Test `charterpress new …`: what is asked, what is refused, and what is said afterwards."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

EVERYTHING = {
    "site": "--name Ours --email a@littleham.example --url https://littleham.example/ --language cy",
    "charter": "--summary What --by Us --to You --theme listening --short us --id us",
    "guidance": "--summary What --issuer Us --force law --audience families --id us",
    "guide": "--answer Yes. --summary What --id us",
}


@pytest.fixture
def type_in(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what sits at a terminal and types lines; a question too many finds nobody there."""

    def lines(*typed: str) -> None:
        monkeypatch.setattr("charterpress.cli.asking.on_terminal", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))

    return lines


def test_questions(charterpress: Command, sample: Path, type_in: Callable[..., None]) -> None:
    """On a terminal what is not given is asked; an answer that cannot be used is asked for again."""
    type_in("", "Our plan", "", "The school", "", "NO!", "plan", "")
    result = charterpress("new", "charter", "--to", "Parents", "--project", sample)
    assert result.code == 0
    assert "This one needs an answer." in result.out
    assert "'NO!' is no short address." in result.out
    assert "Services" in result.out.partition("Who makes the first promises?")[2]
    text = (sample / "docs/charters/our-plan.yml").read_text("utf-8")
    assert "short: plan\n" in text
    assert "name: The school\n" in text
    assert "name: Parents\n" in text


def test_nobody_answers(charterpress: Command, sample: Path, type_in: Callable[..., None]) -> None:
    """Who leaves in the middle ends with 2, and nothing is written."""
    type_in("Our plan")
    before = sorted(sample.rglob("*"))
    result = charterpress("new", "charter", "--project", sample)
    assert (result.code, result.err) == (2, "Stopped.\n")
    assert sorted(sample.rglob("*")) == before


@pytest.mark.parametrize("kind", ["charter", "guidance", "guide"])
def test_with_all_options_nothing_is_asked(
    charterpress: Command, sample: Path, type_in: Callable[..., None], kind: str
) -> None:
    """With every option given nobody is asked, on a terminal either; with --no-questions the usual answers do."""
    type_in()
    assert charterpress("new", kind, "--title", "Ours", *EVERYTHING[kind].split(), "--project", sample).code == 0
    more = ["--answer", "Yes."] if kind == "guide" else ["--issuer", "Us"] if kind == "guidance" else []
    result = charterpress("new", kind, "--title", "Others", *more, "--no-questions", "--project", sample)
    assert result.code == 0
    assert "others.yml" in result.out.splitlines()[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["charter"], "These are missing: --title."),
        (["guide"], "These are missing: --title, --answer."),
        (["guide", "--title", "Why?", "--id", "Why"], "These are missing: --answer. --id: 'Why' is no id."),
        (["guidance", "--title", "Rules", "--force", "strong"], "--force: 'strong' is none of law,"),
        (["charter", "--title", "Plan", "--id", "family"], "The id 'family' is taken"),
        (["language"], "These are missing: LOCALE."),
        (["adaptation"], "These are missing: --adapts."),
    ],
)
def test_what_is_refused(charterpress: Command, sample: Path, words: list[str], said: str) -> None:
    """Without a terminal nothing is asked: all that is missing or wrong is named, the command ends with 2."""
    before = sorted(sample.rglob("*"))
    result = charterpress("new", *words, "--project", sample)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"charterpress: {said}")
    assert result.err.count("\n") == 1
    assert sorted(sample.rglob("*")) == before


def test_a_finding(charterpress: Command, sample: Path) -> None:
    """Answers that would make a wrong document are findings with file and line; nothing is written."""
    result = charterpress("new", "guide", "--title", "Why?", "--answer", "<i>So</i>", "--project", sample)
    assert result.code == 1
    assert "docs/guides/why.yml:17:5: error: raw HTML" in result.out
    assert not (sample / "docs/guides/why.yml").exists()


def test_a_site(charterpress: Command, tmp_path: Path, type_in: Callable[..., None]) -> None:
    """A site is started where it is asked for; the same again names every file that is in the way."""
    folder = tmp_path / "our site"
    type_in("Littleham Council")
    result = charterpress("new", "site", folder, *EVERYTHING["site"].split())
    assert result.code == 0, result.err
    assert f'  cd "{folder}"' in result.out.splitlines()
    assert (folder / "i18n/cy/promises-to-each-other.po").is_file()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    again = charterpress("new", "site", folder, "--organisation", "Others", "--no-questions")
    assert (again.code, again.out) == (2, "")
    assert "docs/index.md" in again.err
    assert "mkdocs.yml" in again.err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--organisation", "Us", "--language", "zz"], 2, "'zz' is not a language that the locale data knows"),
        (["--organisation", "Us", "--email", "us"], 2, "--email: 'us' is no e-mail address."),
        ([], 2, "These are missing: --organisation."),
    ],
)
def test_a_site_that_cannot_be(charterpress: Command, tmp_path: Path, options: list[str], code: int, said: str) -> None:
    """Answers that cannot be used are named; there is no folder afterwards."""
    result = charterpress("new", "site", tmp_path / "site", *options)
    assert result.code == code
    assert said in result.err
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "is a file" in charterpress("new", "site", tmp_path / "file", "--organisation", "Us").err


TOGETHER = """\
kind: charter
id: together
title: Together
summary: What we promise each other.
version: "1.2"
licence: CC BY 4.0
publisher: {name: The forum}
parties:
  - {id: us, name: Services}
  - {id: families, name: Families}
names:
  - {id: area, meaning: The area., default: our area}
  - {id: forum, meaning: The forum.}
themes:
  - theme: listening
    promises:
      - id: us
        by: us
        to: families
        title: What we do
        lead_in: "We will:"
        commitments:
          - {id: hear, text: "Hear {forum} in {area}."}
"""
"""A charter that others may adapt."""


def test_an_adaptation(charterpress: Command, sample: Path) -> None:
    """An adaptation names its source with its version, and fills the places that the source leaves open."""
    shared = sample / "shared/docs/charters/together.yml"
    shared.parent.mkdir(parents=True)
    shared.write_text(TOGETHER, encoding="utf-8")
    nothing = charterpress("new", "adaptation", "--adapts", "nothing", "--project", sample, "--no-questions")
    assert (nothing.code, "there is no charter 'nothing'" in nothing.out) == (1, True)
    words = ["new", "adaptation", "--adapts", "together", "--from", "shared", "--title", "Ours", "--agreed-by", "Us"]
    missing = charterpress(*words, "--project", sample)
    assert (missing.code, missing.err) == (2, "charterpress: These are missing: --name forum=WORDS.\n")
    assert "Names: area, forum." in charterpress(*words, "--name", "x=y", "--project", sample).err
    twice = charterpress(*words, "--package", "yaml", "--project", sample)
    assert (twice.code, "--from or --package, not both" in twice.err) == (2, True)
    made = charterpress(*words, "--name", "forum=Our forum: us", "--project", sample)
    assert (made.code, "Ask for permission" in made.out) == (0, False)
    assert "it is at" not in charterpress("check", "--project", sample).out
    assert (sample / "adapted/together@1.2.yml").is_file()
    text = (sample / "docs/charters/ours.yml").read_text("utf-8")
    assert "adapts: together@1.2\nfrom: shared " in text
    assert "\npublisher:\n  name: Example Council\n" in text
    assert '  area: our area\n  # The forum.\n  forum: "Our forum: us"\n' in text
    assert "#  - replace: hear\n" in text
    assert "#    to: us\n" in text
    (sample / "docs/charters/ours.yml").unlink()
    shared.write_text(
        TOGETHER.replace("licence: CC BY 4.0\n", "")
        .replace("1.2", "1.3")
        .replace("{id: us,", "{id: people,")
        .replace("by: us", "by: people"),
        encoding="utf-8",
    )
    closed = charterpress(
        *words[:-4], "--title", "Other", "--agreed-by", "Us", "--name", "forum=Us", "--project", sample
    )
    assert (closed.code, "Ask for permission first: docs/charters/other.yml" in closed.out) == (0, True)
    # While they are asked, other work goes on; only a build has to wait.
    assert charterpress("check", "--project", sample).code == 1
    assert charterpress("translate", "update", "cy", "other", "--project", sample).code == 0
    other = ["new", "charter", "--title", "More", "--by", "Us", "--to", "You", "--theme", "Talk", "--short", "more"]
    assert charterpress(*other, "--project", sample, "--no-questions").code == 0

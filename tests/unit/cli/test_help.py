"""Test the help of every command."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import click
import pytest

from charterpress import __version__
from charterpress.cli import main

Command = Callable[..., Any]


def commands(group: click.Group = main, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with the words that call it, the program itself first."""
    yield path, group
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


COMMANDS = dict(commands())


def test_the_commands() -> None:
    """There are these commands; a new one is to be added here, so that its help is read."""
    names = {" ".join(path) for path in COMMANDS}
    exchange = ("extract", "update", "status", "review", "export", "import")
    assert names == {
        *(
            "",
            "build",
            "check",
            "format",
            "ids",
            "links",
            "preflight",
            "schema",
            "serve",
            "new",
            "print",
            "print pack",
            "translate",
        ),
        *(f"new {name}" for name in ("adaptation", "charter", "guidance", "guide", "language", "site")),
        *("addresses", "addresses move", "addresses remove"),
        *("adapt", "adapt keep", "adapt status", "adapt update"),
        *(f"translate {name}" for name in exchange),
    }


@pytest.mark.parametrize("option", ["--help", "-h"])
@pytest.mark.parametrize("path", sorted(COMMANDS))
def test_help(charterpress: Command, path: tuple[str, ...], option: str) -> None:
    """Every command has help: whole sentences, nothing cut off, no line too long for a small terminal."""
    result = charterpress(*path, option)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(" ".join(["Usage: charterpress", *path, "["]))
    assert "..." not in re.sub(r"\[(ARGS|DOCUMENTS|FILES)\]\.\.\.", "", result.out)
    assert all(len(line) <= 80 for line in result.out.splitlines())
    description = result.out.split("\n\n")[1].strip()
    assert description.endswith(".")
    assert description[0].isupper()
    for parameter in COMMANDS[path].params:
        if isinstance(parameter, click.Option):
            assert (parameter.help or "").endswith("."), parameter.name
            assert parameter.opts[0] in result.out


@pytest.mark.parametrize("path", sorted(path for path in COMMANDS if isinstance(COMMANDS[path], click.Group)))
def test_lists_of_commands(charterpress: Command, path: tuple[str, ...]) -> None:
    """Where commands are listed, each has a whole sentence beside it."""
    listed = charterpress(*path, "--help").out.split("Commands:\n")[1].splitlines()
    group = COMMANDS[path]
    assert isinstance(group, click.Group)
    assert [line.split()[0] for line in listed] == sorted(group.commands)
    assert all(line.endswith(".") and not line.endswith("...") for line in listed)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["translate"], "DOCUMENTS are the ids of documents; 'interface' stands for the words on buttons and notices."),
        (["translate", "extract"], "Writes i18n/templates/DOCUMENT.pot for every document."),
        (["translate", "update"], "is not published until somebody has looked at it."),
        (["translate", "status"], "what keeps a document from being published."),
        (["translate", "review"], "Only a person who speaks the language should sign."),
        (["translate", "review"], "when they or the source change, the text is a draft again."),
        (["translate", "review"], "--by TEXT The name of who has read the words and takes them for right. [required]"),
        (["translate", "export"], "'import' takes it back."),
        (["translate", "import"], "With an error in any of them nothing is taken in."),
        (["new", "language"], "in mkdocs.yml, and writes its start page and its PO files, for DOCUMENTS or for all."),
        (["adapt", "status"], "Writes nothing. Ends with 1 when something needs a decision."),
        (["adapt", "update"], "the shared charter never is."),
        (["print", "pack"], "stops it, and nothing is packed."),
        (["build"], "--pseudo Add two made-up languages, to find what cannot be translated."),
    ],
)
def test_help_says_what_happens(charterpress: Command, words: list[str], said: str) -> None:
    """The help of a command says what it writes, what it leaves alone, and who should use it."""
    assert said in " ".join(charterpress(*words, "--help").out.split())


def test_arguments(charterpress: Command) -> None:
    """The first line of the help names the arguments: a language where one is needed, documents where some may be."""
    usages = {
        ("adapt", "keep"): "[OPTIONS] [ID]",
        ("adapt", "status"): "[OPTIONS] [ID]",
        ("adapt", "update"): "[OPTIONS] ID",
        ("translate", "extract"): "[OPTIONS]",
        ("translate", "update"): "[OPTIONS] LOCALE [DOCUMENTS]...",
        ("translate", "status"): "[OPTIONS] [LOCALE]",
        ("translate", "review"): "[OPTIONS] LOCALE [DOCUMENTS]...",
        ("translate", "export"): "[OPTIONS] LOCALE [DOCUMENTS]...",
        ("translate", "import"): "[OPTIONS] LOCALE SPREADSHEET",
        ("new", "language"): "[OPTIONS] [LOCALE] [DOCUMENTS]...",
        ("new", "site"): "[OPTIONS] FOLDER",
        ("ids",): "[OPTIONS] [FILES]...",
    }
    for words, usage in usages.items():
        assert charterpress(*words, "-h").out.splitlines()[0] == f"Usage: charterpress {' '.join(words)} {usage}"


def test_help_says_how_commands_end(charterpress: Command) -> None:
    """The help tells what 0, 1 and 2 mean."""
    text = " ".join(charterpress("--help").out.split())
    assert "ends with 0 when all is well, with 1 when something must be mended first, and with 2 when" in text


def test_help_waits_for_nothing() -> None:
    """Help does not load what only a build needs."""
    program = "import sys; sys.argv = ['charterpress', '--help']\nfrom charterpress.cli import run\nrun()\n"
    slow = ("mkdocs", "typst", "pikepdf", "textstat", "openpyxl", "babel", "jinja2", "pydantic")
    report = f"print([name for name in {slow} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program + report], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.endswith("\n[]\n")


def test_version(charterpress: Command) -> None:
    """The version is that of the package."""
    result = charterpress("--version")
    assert (result.code, result.out) == (0, f"charterpress, version {__version__}\n")

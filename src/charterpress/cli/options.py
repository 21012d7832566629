"""Hold what several commands share: their options and how they end."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import click

from charterpress.findings import Finding, has_errors
from charterpress.report.terminal import render_terminal

CLEAN, FINDINGS, FAILED = 0, 1, 2

Command = Callable[..., Any]
"""A function that becomes a command."""

project_option = click.option(
    "--project",
    "root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="The folder with mkdocs.yml. Default: the folder you are in.",
)


def output_option(told: str) -> Callable[[Command], Command]:
    """Return the option that chooses between text and JSON; `told` is what the help says of it."""
    choice = click.Choice(["text", "json"])
    return click.option("--format", "output", type=choice, default="text", show_default=True, help=told)


def end_with(findings: tuple[Finding, ...]) -> NoReturn:
    """Print the findings and end the program as they ask for."""
    click.echo(render_terminal(findings, colour=sys.stdout.isatty()))
    sys.exit(FINDINGS if has_errors(findings) else CLEAN)

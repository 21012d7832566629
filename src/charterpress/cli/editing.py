"""Read the commands that help people who edit YAML."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from charterpress.cli.options import end_with, project_option

if TYPE_CHECKING:
    from charterpress.editing.project import Edited

# What a command needs is imported when it runs: `--help` must not wait for it.

_FILES = click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))


@click.command()
@project_option
@_FILES
@click.option("--check", "only_check", is_flag=True, help="Write nothing; end with 1 and a list if an id is missing.")
def ids(root: Path, files: tuple[Path, ...], *, only_check: bool) -> None:
    """Give an id to everything that lacks one.

    In FILES, or in all documents. An id is the permanent address of a promise or another part. It is made from the
    words; one that is there already is never changed. Comments and layout stay as they are.
    """
    from charterpress.editing.project import give_ids  # noqa: PLC0415 - see above

    _end(give_ids(root, files, only_check=only_check))


@click.command(name="format")
@project_option
@_FILES
@click.option("--check", "only_check", is_flag=True, help="Write nothing; end with 1 and a list if a file is not tidy.")
@click.option("--schema", is_flag=True, help="Also name the schema for editors in the first line of each file.")
def format_(root: Path, files: tuple[Path, ...], *, only_check: bool, schema: bool) -> None:
    """Keep YAML files tidy.

    In FILES, or in all documents: two spaces a level, long texts folded at 100 letters, double quotes, one blank line
    between parts. Every comment stays, and every file says the same as before: one that cannot be tidied safely is
    named and left alone.
    """
    from charterpress.editing.project import tidy_files  # noqa: PLC0415 - see above

    _end(tidy_files(root, files, only_check=only_check, schema=schema))


@click.command()
@project_option
@click.option("--check", "only_check", is_flag=True, help="Write nothing; end with 1 if the file is missing or old.")
@click.option("--print", "printed", is_flag=True, help="Print the schema, and write nothing.")
def schema(root: Path, *, only_check: bool, printed: bool) -> None:
    """Write the schema that editors complete and check with.

    Writes .charterpress/charterpress.schema.json, a JSON Schema of all documents. VS Code and other editors use it for
    files that name it: 'charterpress new' writes such files, and 'charterpress format --schema' adds the line to
    others.
    """
    from charterpress.editing.project import write_schema  # noqa: PLC0415 - see above
    from charterpress.editing.schema import render_editor_schema  # noqa: PLC0415 - see above

    if printed:
        click.echo(render_editor_schema(), nl=False)
        return
    _end(write_schema(root, only_check=only_check))


def _end(edited: Edited) -> NoReturn:
    for line in edited.done:
        click.echo(line)
    end_with(edited.findings)

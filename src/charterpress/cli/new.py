"""Read the commands that start something new."""

from __future__ import annotations

from pathlib import Path

import click

from charterpress.cli.options import end_with, project_option


@click.group()
def new() -> None:
    """Start something new in a project."""


@new.command()
@project_option
@click.argument("locale")
@click.argument("documents", nargs=-1)
@click.option("--site-name", help="The name of the site in this language.")
def language(root: Path, locale: str, documents: tuple[str, ...], site_name: str | None) -> None:
    """Add a language to the site.

    Lists the language LOCALE, such as 'so' for Somali, in mkdocs.yml, and writes its start page and its PO files, for
    DOCUMENTS or for all. Says which fonts the leaflets have for it and whether its pages can get a reading grade.
    """
    from charterpress.new.language import add_language  # noqa: PLC0415 - `--help` must not wait for it

    added, findings = add_language(root, locale, documents, site_name)
    if added is not None:
        click.echo(added)
    end_with(findings)

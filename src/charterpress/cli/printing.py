"""Read the commands that deal with the print shop."""

from __future__ import annotations

from pathlib import Path

import click

from charterpress.cli.options import end_with, project_option


@click.group(name="print")
def print_() -> None:
    """Hand leaflets to the print shop."""


@print_.command()
@project_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder for the zips. Default: packs/ in the folder of the project.",
)
@click.option("--language", "languages", multiple=True, metavar="CODE", help="Only this language; may be repeated.")
@click.option("--document", "documents", multiple=True, metavar="ID", help="Only this document; may be repeated.")
@click.option("--format", "formats", multiple=True, metavar="NAME", help="Only this format; may be repeated.")
@click.option("--one", is_flag=True, help="Put all into one zip, leaflets.zip.")
def pack(  # noqa: PLR0913 - one argument an option
    *,
    root: Path,
    output: Path | None,
    languages: tuple[str, ...],
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    one: bool,
) -> None:
    """Zip leaflets for the print shop.

    Makes a zip of each press PDF that a build left in print/, with its certificate, job ticket, fold proof and a
    README.txt. A PDF that was changed after it was checked, or a file that is missing, stops it, and nothing is packed.
    """
    from charterpress.packing.pack import Choice, pack_prints  # noqa: PLC0415 - `--help` must not wait for it

    written, findings = pack_prints(root, Choice(languages, documents, formats), output, together=one)
    for path in written:
        click.echo(f"wrote {path}")
    end_with(findings)

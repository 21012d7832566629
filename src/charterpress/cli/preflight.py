"""Read the command that checks a PDF as a print shop would."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from charterpress.cli.options import CLEAN, FINDINGS, end_with, output_option, project_option
from charterpress.findings import Level, reaches
from charterpress.report.terminal import render_terminal


@click.command()
@project_option
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--profile", "name", metavar="NAME", help="The printer's profile. Default: that of the project.")
@output_option("How to print what was checked.")
@click.option(
    "--certificate",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the certificate into this folder, too.",
)
def preflight(root: Path, file: Path, name: str | None, output: str, folder: Path | None) -> None:
    """Check a PDF as a print shop would.

    Checks the PDF FILE, from charterpress or from elsewhere, against the profile of a printer: boxes and
    bleed, colours and ink, fonts, pictures, folds, and how near text comes to where the sheet is cut or folded.

    Where Ghostscript or poppler is installed it opens the file as well; where neither is, the result says so.

    Profiles come with charterpress; those in printers/ in the folder of the project go before them.
    """
    from charterpress.preflight.certificate import render_json, render_text, write_certificate  # noqa: PLC0415 - `--help` must not wait for it
    from charterpress.preflight.guarded import preflight_file  # noqa: PLC0415 - the same
    from charterpress.preflight.printers import load_printer, unknown_printer  # noqa: PLC0415 - the same
    from charterpress.preflight.second import with_second_opinion  # noqa: PLC0415 - the same

    chosen = name or _printer_of(root)
    if (problem := unknown_printer(chosen, root)) is not None:
        message = f"{problem[0]}. {problem[1]}"
        raise click.UsageError(message)
    printer, findings = load_printer(chosen, root)
    if printer is None:
        end_with(findings)
    done = with_second_opinion(preflight_file(file, chosen, printer))
    written = write_certificate(done, printer, folder) if folder is not None else ()
    if output == "json":
        click.echo(render_json(done, printer).rstrip("\n"))
    else:
        click.echo(render_text(done, printer))
        click.echo(render_terminal(done.findings, colour=sys.stdout.isatty()))
        for path in written:
            click.echo(f"Written: {path}")
    sys.exit(FINDINGS if reaches(done.findings, Level.ERROR) else CLEAN)


def _printer_of(root: Path) -> str:
    """Return the profile that the project names; outside a project, the usual one."""
    from charterpress.content.leafletsettings import LeafletOptions  # noqa: PLC0415 - the same
    from charterpress.content.project import load_project  # noqa: PLC0415 - `--help` must not wait for it

    project = load_project(root)[0] if (root / "mkdocs.yml").is_file() else None
    return project.settings.leaflets.printer if project is not None else LeafletOptions().printer

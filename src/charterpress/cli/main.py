"""Read the commands that check, build and show a project."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import click

from charterpress import __version__
from charterpress.cli.adapt import adapt
from charterpress.cli.addresses import addresses
from charterpress.cli.editing import format_, ids, schema
from charterpress.cli.links import links
from charterpress.cli.new import new
from charterpress.cli.options import CLEAN, FINDINGS, project_option
from charterpress.cli.preflight import preflight
from charterpress.cli.printing import print_
from charterpress.cli.translate import translate
from charterpress.findings import Level, in_order, reaches
from charterpress.report.machine import FORMATS
from charterpress.report.terminal import render_terminal, without_wording


def _number(_context: click.Context, _option: click.Parameter, value: float | None) -> float | None:
    """Refuse what counts as a number, and is within every range, but is none."""
    if value is not None and math.isnan(value):
        message = "'nan' is not a grade."
        raise click.BadParameter(message)
    return value


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="charterpress")
def main() -> None:
    """Turn charters and guidance kept as YAML into an accessible website and leaflets.

    Every command ends with 0 when all is well, with 1 when something must be mended first, and with
    2 when the tool itself could not go on.
    """


@main.command()
@project_option
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--format",
    "output",
    type=click.Choice(["text", *FORMATS]),
    default="text",
    show_default=True,
    help="How to print what was found.",
)
@click.option(
    "--fail-on",
    type=click.Choice([level.value for level in Level]),
    default=Level.ERROR.value,
    show_default=True,
    help="End with 1 from this level on.",
)
@click.option("--strict", is_flag=True, help="The same as --fail-on warning.")
@click.option("--notes", is_flag=True, help="Print the notes on wording as well.")
@click.option(
    "--max-grade",
    type=click.FloatRange(1, 20),
    callback=_number,
    help="Allow no English page a higher grade than this.",
)
@click.option("--canonical", metavar="DOC", help="Print the text of a document as it is scored, and nothing else.")
@click.option("--language", default="en", show_default=True, help="The language of FILES.")
@click.option(
    "--audience",
    type=click.Choice(["families", "practitioners"]),
    default="families",
    show_default=True,
    help="Who reads FILES.",
)
def check(  # noqa: PLR0913 - one argument an option
    *,
    root: Path,
    files: tuple[Path, ...],
    output: str,
    fail_on: str,
    max_grade: float | None,
    canonical: str | None,
    language: str,
    audience: str,
    strict: bool,
    notes: bool,
) -> None:
    """Check the texts, references and reading grades.

    Translations are checked, too. Nothing is built.

    With FILES (.md, .txt, or - for standard input) only the reading grade of these is checked, so
    that you can try a text before it becomes part of a project.
    """
    from charterpress import check as checking  # noqa: PLC0415 - `--help` must not wait for it
    from charterpress import loose, reading  # noqa: PLC0415 - the same

    if canonical is not None:
        click.echo(reading.canonical_of(root, canonical))
        return
    summary = ""
    if files:
        texts = loose.check_files(root, files, language, audience, max_grade)
        findings = in_order(finding for text in texts for finding in text.findings)
        summary = "\n".join(filter(None, map(loose.render_loose, texts)))
    else:
        findings = checking.check(root, max_grade=max_grade).findings
    if output == "text":
        shown, left_out = (findings, 0) if notes else without_wording(findings)
        click.echo("\n".join(filter(None, [summary, render_terminal(shown, colour=sys.stdout.isatty())])))
        if left_out:
            click.echo(f"Left out: {left_out} {_notes(left_out)} on wording; --notes prints them.")
    else:
        click.echo(FORMATS[output](findings).rstrip("\n"))
    sys.exit(FINDINGS if reaches(findings, Level.WARNING if strict else Level(fail_on)) else CLEAN)


@main.command()
@project_option
@click.option("--strict", is_flag=True, help="Publish nothing when there are warnings.")
@click.option("--pseudo", is_flag=True, help="Add two made-up languages, to find what cannot be translated.")
@click.option("--frozen", is_flag=True, help="Write no new addresses into addresses.yml; warn of them.")
def build(root: Path, *, strict: bool, pseudo: bool, frozen: bool) -> None:
    """Build the website, the leaflets and the reports.

    They are written to site/, print/ and reports/ in the folder of the project.

    With an error nothing is published, and what was there before stays as it was.
    """
    from charterpress.build import build as build_project  # noqa: PLC0415 - `--help` must not wait for it
    from charterpress.summary import render_summary  # noqa: PLC0415 - the same

    built = build_project(root, progress=click.echo, strict=strict, pseudo=pseudo, frozen=frozen)
    shown, left_out = without_wording(built.prepared.findings)
    click.echo(render_terminal(shown, colour=sys.stdout.isatty()))
    if left_out:
        click.echo(f"Left out: {left_out} {_notes(left_out)} on wording; findings.json has them.")
    click.echo(render_summary(built, root))
    sys.exit(CLEAN if built.published else FINDINGS)


@main.command()
@project_option
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where to show the preview.")
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
def serve(root: Path, address: str, *, open_browser: bool) -> None:
    """Show a live preview in the browser.

    A saved YAML, PO or Markdown file shows at once. A broken file shows a message and the last good
    page. Ends with Ctrl+C.
    """
    from charterpress.host.serve import serve as serve_project  # noqa: PLC0415 - `--help` must not wait for it

    sys.exit(CLEAN if serve_project(root, address, open_browser=open_browser) else FINDINGS)


def _notes(number: int) -> str:
    return "note" if number == 1 else "notes"


main.add_command(translate)
main.add_command(new)
main.add_command(preflight)
main.add_command(print_)
main.add_command(adapt)
main.add_command(addresses)
main.add_command(links)
main.add_command(ids)
main.add_command(format_)
main.add_command(schema)

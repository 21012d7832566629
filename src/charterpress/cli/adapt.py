"""Read the commands that follow a charter that others share."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from charterpress.cli.options import CLEAN, FINDINGS, end_with, output_option, project_option
from charterpress.findings import has_errors
from charterpress.report.terminal import render_terminal

if TYPE_CHECKING:
    from charterpress.adapting.decisions import Asked
    from charterpress.adapting.opened import Opened
    from charterpress.content.adaptation.resolve import Adapted

# What a command needs is imported when it runs: `--help` must not wait for it.


@click.group()
def adapt() -> None:
    """Follow a charter that others share and you adapt."""


@adapt.command()
@project_option
@click.argument("identifier", metavar="[ID]", required=False)
@output_option("How to print it: for people, or for programs.")
def status(root: Path, identifier: str | None, output: str) -> None:
    """Show what they and you changed, and what to decide.

    Compares each adaptation, or the one with this ID, promise by promise: as the charter was when you adapted it, as
    it is now, and as you have it. Writes nothing. Ends with 1 when something needs a decision.
    """
    from charterpress.adapting.machine import render_machine  # noqa: PLC0415 - see above
    from charterpress.adapting.opened import open_adaptations  # noqa: PLC0415 - the same
    from charterpress.adapting.status import render_status, standing  # noqa: PLC0415 - the same

    opened, findings = open_adaptations(root, identifier)
    every = []
    if opened is not None:
        days = opened.project.settings.adaptations.grace_days
        every = [standing(adapted, days, _today()) for adapted in opened.adaptations.values()]
    if output == "json":
        click.echo(render_machine(every, findings))
    else:
        parts = [render_status(one) for one in every]
        if not every and not findings:
            parts.append("This project adapts no charter.")
        if findings:
            parts.append(render_terminal(findings, colour=sys.stdout.isatty()))
        click.echo("\n\n".join(parts))
    waiting = any(one.adapted.comparison.conflicts for one in every)
    sys.exit(FINDINGS if waiting or has_errors(findings) else CLEAN)


@adapt.command()
@project_option
@click.argument("identifier", metavar="ID")
@click.option("--keep", multiple=True, metavar="ID", help="Keep your side of this promise, or of this order.")
@click.option("--take", multiple=True, metavar="ID", help="Take their side, and your change out.")
@click.option("--keep-all", is_flag=True, help="Keep your side of everything that is not named.")
@click.option("--take-all", is_flag=True, help="Take their side of everything that is not named.")
@click.option("--dry-run", is_flag=True, help="Show what would change in the file; write nothing.")
def update(  # noqa: PLR0913 - one argument an option
    *,
    root: Path,
    identifier: str,
    keep: tuple[str, ...],
    take: tuple[str, ...],
    keep_all: bool,
    take_all: bool,
    dry_run: bool,
) -> None:
    """Write your decisions on a new version of the shared charter.

    ID is that of the adaptation. On a terminal it asks about each conflict; elsewhere name each with --keep or
    --take. When all is decided the adaptation moves to the new version. Until then it stays where it is, and what was
    decided is noted beside the change. Only the lines of your changes are touched; the shared charter never is.
    """
    from charterpress.adapting.decisions import Asked, Choice  # noqa: PLC0415 - see above
    from charterpress.adapting.opened import open_adaptations  # noqa: PLC0415 - the same
    from charterpress.adapting.update import plan_update  # noqa: PLC0415 - the same

    if keep_all and take_all:
        message = "Write --keep-all or --take-all, not both."
        raise click.UsageError(message)
    opened, findings = open_adaptations(root, identifier)
    if opened is None or identifier not in opened.adaptations:
        end_with(findings)
    adapted = opened.adaptations[identifier]
    rest = Choice.KEEP if keep_all else Choice.TAKE if take_all else None
    asked = Asked(keep, take, rest)
    if rest is None and sys.stdin.isatty():
        asked = _ask(adapted, asked, opened)
    planned, problems = plan_update(opened, adapted, asked)
    if planned is None:
        end_with(tuple(finding.relative_to(opened.project.root) for finding in problems))
    click.echo("\n".join(planned.notes) or "There is nothing to write.")
    if dry_run:
        click.echo(planned.diff(opened.project.root))
    else:
        planned.write()
    would = "would " if dry_run else ""
    _name(f"{would}write" if dry_run else "wrote", planned.files, opened)
    _name(f"{would}delete" if dry_run else "deleted", planned.gone, opened)
    end_with(tuple(finding.relative_to(opened.project.root) for finding in planned.left))


@adapt.command()
@project_option
@click.argument("identifier", metavar="[ID]", required=False)
def keep(root: Path, identifier: str | None) -> None:
    """Keep a copy of what you adapt.

    Writes adapted/CHARTER@VERSION.yml for each adaptation, or for the one with this ID, where it is missing. When a
    new version of the charter comes, it is compared with this copy. Keep it with your texts.
    """
    from charterpress.adapting.keeping import copies_to_keep  # noqa: PLC0415 - see above
    from charterpress.adapting.opened import open_adaptations  # noqa: PLC0415 - the same
    from charterpress.content.writing import write_files  # noqa: PLC0415 - the same

    opened, findings = open_adaptations(root, identifier)
    if opened is None:
        end_with(findings)
    files, problems = copies_to_keep(opened)
    write_files(files)
    _name("wrote", files, opened)
    end_with((*findings, *problems))


def _ask(adapted: Adapted, asked: Asked, opened: Opened) -> Asked:
    """Return the decisions with those that a person at the terminal makes; 'later' decides nothing."""
    from charterpress.adapting.decisions import MEANING, Asked  # noqa: PLC0415 - see above
    from charterpress.adapting.status import render_conflict, standing  # noqa: PLC0415 - the same

    one = standing(adapted, opened.project.settings.adaptations.grace_days, _today())
    answers: dict[str, list[str]] = {"keep": [*asked.keep], "take": [*asked.take], "later": []}
    for conflict in adapted.comparison.conflicts:
        if conflict.id in {*asked.keep, *asked.take} or conflict.reason is None:
            continue
        ours, theirs = MEANING[conflict.reason]
        click.echo(render_conflict(one, conflict))
        click.echo(f"    keep: {ours}.\n    take: {theirs}.\n    later: decide nothing now; write it anew in the file.")
        answer = click.prompt("  What do you decide?", type=click.Choice(list(answers)), default="later")
        answers[answer].append(conflict.id)
    return Asked(tuple(answers["keep"]), tuple(answers["take"]))


def _name(what: str, paths: Iterable[Path], opened: Opened) -> None:
    for path in paths:
        click.echo(f"{what} {path.relative_to(opened.project.root).as_posix()}")


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the editor is

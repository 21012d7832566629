"""Read the commands that keep the addresses of a site alive."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from charterpress.cli.options import end_with, project_option

# What a command needs is imported when it runs: `--help` must not wait for it.


@click.group(invoke_without_command=True)
@project_option
@click.pass_context
def addresses(context: click.Context, root: Path) -> None:
    """Keep the addresses of the site alive.

    addresses.yml records every address that was ever published. Without a command, says how many there are, and
    lists those that are gone without a word.
    """
    if context.invoked_subcommand is not None:
        return
    from charterpress.site.settle import load_addresses  # noqa: PLC0415 - see above

    settled = load_addresses(root, _today())
    recorded = settled.addresses.book.fates
    moved = sum(1 for fate in recorded.values() if fate.moved_to is not None)
    removed = sum(1 for fate in recorded.values() if fate.removed is not None)
    new = len(settled.addresses.new)
    click.echo(f"{len(recorded)} addresses are recorded: {moved} moved, {removed} taken out. {new} are new.")
    end_with(settled.findings)


@addresses.command()
@project_option
@click.argument("old")
@click.argument("new")
def move(root: Path, old: str, new: str) -> None:
    """Say that an address has moved.

    OLD is the address that is gone, as 'charters/together#share-reports', or 'share-reports' where only one page has
    that. NEW is the one that people find there from now on: on the same page, on another, or a whole page.
    """
    from charterpress.site import settle  # noqa: PLC0415 - see above

    click.echo(settle.move(root, old, new, _today()))


@addresses.command()
@project_option
@click.argument("address")
@click.option("--reason", required=True, help="Why it was taken out, in words that readers of the page see.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day it was taken out. Default: today.")
@click.option("--was", help="The words that it had, or a name for it, so that readers know what is gone.")
@click.option("--instead", metavar="ADDRESS", help="Where readers find something in its place.")
def remove(  # noqa: PLR0913 - one argument an option
    *, root: Path, address: str, reason: str, day: datetime | None, was: str | None, instead: str | None
) -> None:
    """Say that something was taken out, and why.

    Its ADDRESS stays: readers who come there are told what became of it.
    """
    from charterpress.site import settle  # noqa: PLC0415 - see above

    today = _today()
    on = day.date() if day is not None else today
    click.echo(settle.remove(root, address, reason=reason, on=on, was=was, instead=instead, today=today))


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the day where the editor is

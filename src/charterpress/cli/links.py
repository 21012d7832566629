"""Read the command that checks links to other sites."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from charterpress.cli.options import end_with, project_option


@click.command()
@project_option
@click.option("--fresh", is_flag=True, help="Ask again for links that were asked for within the last day.")
@click.option("--ignore", multiple=True, metavar="PATTERN", help="Leave out links like this; * stands for any signs.")
@click.option("--hosts", type=click.IntRange(1, 32), default=8, show_default=True, help="How many hosts at once.")
@click.option(
    "--pause",
    type=click.FloatRange(0, 60),
    default=1.0,
    show_default=True,
    help="Seconds between two requests to one host.",
)
@click.option(
    "--timeout", type=click.FloatRange(0.1, 120), default=15.0, show_default=True, help="Seconds to wait for an answer."
)
@click.option("--allow-local", is_flag=True, help="Ask hosts in private networks, too, and this machine itself.")
def links(  # noqa: PLR0913 - one argument an option
    *, root: Path, fresh: bool, ignore: tuple[str, ...], hosts: int, pause: float, timeout: float, allow_local: bool
) -> None:
    """Check the links to other sites.

    Asks for each link of the texts once, and writes reports/links.html. Each host gets one request at a time, with a
    pause; what its robots.txt keeps from programs is not asked for. No build does this.

    A page that is gone, or a host that does not exist, is an error. What has moved for good, or what a server does
    not show to programs, is a warning.
    """
    from charterpress.links.asking import Manners, Outcome, Verdict  # noqa: PLC0415 - `--help` must not wait for it
    from charterpress.links.checking import check_outside  # noqa: PLC0415 - the same
    from charterpress.links.writing import write_links  # noqa: PLC0415 - the same

    def told(url: str, outcome: Outcome) -> None:
        click.echo(f"{outcome.verdict.value:9}  {url}")

    manners = Manners(hosts=hosts, pause=pause, timeout=timeout, allow_local=allow_local)
    checked = check_outside(root, manners, ignore=ignore, fresh=fresh, told=told)
    counted = Counter(row.outcome.verdict for row in checked.rows)
    parts = [f"{counted[verdict]} {verdict.value}" for verdict in Verdict if counted[verdict]]
    click.echo(f"{len(checked.rows)} links, {checked.asked} of them asked for now: {', '.join(parts) or 'none'}.")
    if checked.rows or checked.ignored:
        click.echo(f"Report: {write_links(checked, root / 'reports')}")
    end_with(checked.findings)

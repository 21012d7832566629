"""Read the command line, do what it asks, say how it went."""

from __future__ import annotations

import io
import sys
import tempfile
import traceback
from pathlib import Path

import click

from charterpress.cli.main import main
from charterpress.cli.options import FAILED
from charterpress.findings import CharterpressError
from charterpress.memory import keep_rubbish

__all__ = ["main", "run"]


def run() -> None:
    """Run the command line; whatever stops it ends with a sentence, never with a stack trace."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Not every terminal or pipe can take every letter of every language.
            stream.reconfigure(errors="backslashreplace")
    keep_rubbish()
    try:
        main(prog_name="charterpress", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(FAILED)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(FAILED)
    except CharterpressError as error:
        click.echo(f"charterpress: {error}", err=True)
        sys.exit(FAILED)
    except OSError as error:
        where = f": {error.filename}" if error.filename is not None else ""
        click.echo(f"charterpress: {error.strerror or error}{where}", err=True)
        sys.exit(FAILED)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a fault of ours
        click.echo(f"charterpress: a fault in charterpress itself, not in your files: {error}", err=True)
        click.echo(f"Please report it, and send along {_write_trace(error)}", err=True)
        sys.exit(FAILED)


def _write_trace(error: Exception) -> Path:
    """Keep what developers need to know out of the terminal."""
    with tempfile.NamedTemporaryFile("w", prefix="charterpress-", suffix=".log", delete=False, encoding="utf-8") as log:
        traceback.print_exception(error, file=log)
    return Path(log.name)

"""Show a live preview with MkDocs' own server."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.serve import serve as serve_mkdocs
from mkdocs.exceptions import MkDocsException

from charterpress.findings import CharterpressError


def serve(root: Path, address: str, *, open_browser: bool) -> bool:
    """Serve the project in `root` until the user stops it; False when it could not start."""
    if not (root / "mkdocs.yml").is_file():
        message = f"There is no mkdocs.yml in '{root}'. Run the command in the folder of a project."
        raise CharterpressError(message)
    try:
        serve_mkdocs(str(root / "mkdocs.yml"), dev_addr=address, open_in_browser=open_browser)
    except (MkDocsException, SystemExit, OSError, OverflowError) as error:
        # Python calls a port beyond 65535 an overflow.
        message = f"The preview could not start at {address}: {error}"
        raise CharterpressError(message) from error
    return True

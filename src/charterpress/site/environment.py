"""Open the templates of page bodies: the package's, behind those of a project."""

from __future__ import annotations

from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemBytecodeCache, FileSystemLoader, PackageLoader, StrictUndefined


def page_environment(overrides: Path | None, compiled: Path | None = None) -> Environment:
    """Return the templates of page bodies; a project's `overrides/pages/` win over the package's.

    `compiled` is a folder that keeps compiled templates between runs.
    """
    own = [FileSystemLoader(overrides / "pages")] if overrides is not None else []
    return Environment(
        loader=ChoiceLoader([*own, PackageLoader("charterpress.site")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=FileSystemBytecodeCache(str(compiled)) if compiled is not None else None,
    )

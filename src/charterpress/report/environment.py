"""Set up the templates of reports."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def report_environment(finalize: Callable[[Any], Any] | None = None) -> Environment:
    """Return the environment of the report templates; `finalize` sees every value before it is printed."""
    return Environment(
        loader=PackageLoader("charterpress.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )

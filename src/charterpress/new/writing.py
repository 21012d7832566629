"""Fill the texts that new files start with; answers become YAML values that say just what was answered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import jinja2

from charterpress.content.scalars import scalar
from charterpress.editing.schemaline import PLACE


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("charterpress.new"),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - these are YAML and Markdown, not HTML
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["scalar"] = scalar
    environment.globals["schema"] = PLACE.as_posix()
    return environment


def fill(name: str, answers: Mapping[str, object]) -> bytes:
    """Return one of the texts in templates/ with answers in it, in UTF-8."""
    return _environment().get_template(name).render(answers).encode()

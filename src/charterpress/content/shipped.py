"""Read the YAML files that come with charterpress; nobody needs to know where a value of theirs stands."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Any

import yaml

from charterpress.content.yamlfile import LOADER


def shipped(file: Traversable) -> Any:  # noqa: ANN401 - whatever the file holds; a model judges it
    """Return what one of our own files holds."""
    return yaml.load(file.read_text("utf-8"), Loader=LOADER)  # noqa: S506 - a safe loader in either case

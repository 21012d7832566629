"""Keep the place of adaptations: a local charter on top of a shared one."""

from __future__ import annotations

from typing import Literal

from charterpress.content.model.base import Document
from charterpress.content.model.text import Fixed


class Adaptation(Document):
    """Name the charter that is adapted; the changes to it are not supported yet."""

    kind: Literal["adaptation"]
    adapts: Fixed

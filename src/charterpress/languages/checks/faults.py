"""Hold what is wrong with a translation, before it is known where the translation stands."""

from __future__ import annotations

from dataclasses import dataclass

from charterpress.findings import Level


@dataclass(frozen=True)
class Fault:
    """Say what is wrong with a translation and what to do; an empty hint asks to copy from the source."""

    rule: str
    message: str
    hint: str = ""
    level: Level = Level.ERROR

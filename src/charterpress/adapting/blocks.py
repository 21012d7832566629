"""List the promises of a charter block by block, as ids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from charterpress.content.model import Charter
from charterpress.content.model.adaptation import THEMES
from charterpress.content.model.adapted import Block

Blocks = Mapping[str, tuple[str, ...]]
"""The ids of each block's promises, and under 'themes' those of the themes, in the order of the page."""


def blocks_of(charter: Charter) -> Blocks:
    """Return the ids of every block of a charter, and of its themes."""
    found = {block.id: tuple(one.id for one in block.commitments) for block in every_block(charter)}
    return {**found, THEMES: tuple(section.theme for section in charter.themes)}


def every_block(charter: Charter) -> tuple[Block, ...]:
    """Return the blocks of promises of a charter, those of its protocols last."""
    promised = [block for section in charter.themes for block in section.promises]
    return (*promised, *(charter.protocols.items if charter.protocols else ()))


def block_with(blocks: Blocks, promise: str) -> str | None:
    """Return the id of the block that has a promise."""
    return next((key for key, ids in blocks.items() if key != THEMES and promise in ids), None)


def written_promise(data: Any, identifier: str) -> dict[str, Any]:  # noqa: ANN401 - YAML may hold anything
    """Return a promise as the data of a charter has it, empty where there is none."""
    return next((one for one in _promises(data) if one.get("id") == identifier), {})


def _promises(data: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - see above
    blocks = [block for section in data.get("themes", ()) for block in section["promises"]]
    blocks += data.get("protocols", {}).get("items", ())
    for block in blocks:
        yield from block["commitments"]

"""Write the promises of a charter as plain text, and what was changed about them where it was made from another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from charterpress.site.labels import change_labels
from charterpress.site.opendata.format.charter import Adaptation, Change, Commitment, OpenCharter, Promises
from charterpress.site.opendata.plaintext import PlainText


def plain_commitment(each: Commitment, change: Change | None, text: PlainText) -> Iterator[str]:
    """Yield a promise with all that belongs to it; `change` is what was changed about it, and leads to the original."""
    _ = text.words
    promise, *terms = _promised(each, text)
    yield from text.list([promise])
    said = [text.tell(each.detail)] if each.detail is not None else []
    if each.examples:
        said.append(" ".join([_("For example:"), *map(text.tell, each.examples)]))
    said += (*terms, *text.rules(each.backed_by))
    if change is not None:
        said.append(f"{change_labels(_)[change.kind]} {change.address}")
    yield from (f"  {line}" for line in (*said, each.address))


def plain_adaptation(adaptation: Adaptation, charter: OpenCharter, text: PlainText) -> Iterator[str]:
    """Yield what a charter was made from, and what was changed in it: what is left out stands nowhere else."""
    yield from text.heading(2, text.words("What we changed and why"))
    for number, origin in enumerate(adaptation.based_on):
        title, version = text.tell(origin.title), origin.version
        if number:
            said = text.words("That one is based on {title}, version {version}.", title=title, version=version)
        else:
            said = text.words("This charter is based on {title}, version {version}.", title=title, version=version)
        yield from text.paragraph(said)
    blocks = {block.id: block for block in _blocks(charter)}
    for change in adaptation.changes:
        yield from _change(change, blocks, text)
    yield from ("", *text.paragraph(adaptation.address))


def _change(change: Change, blocks: Mapping[str, Promises], text: PlainText) -> Iterator[str]:
    _, original = text.words, change.original
    ours = next((one for block in blocks.values() for one in block.commitments if one.id == change.part), None)
    shown = ours or original
    if shown is not None:
        about, *terms = _promised(shown, text)
    else:
        about, terms = (
            text.tell(blocks[change.part].title) if change.part in blocks else _("The order of the themes"),
            [],
        )
    yield from text.list([f"{change_labels(_)[change.kind]} {about}"])
    if ours is not None and original is not None:
        promise, *more = _promised(original, text)
        # What collects the interface words does not look into f-strings.
        label = _("The original:")
        terms += (f"{label} {promise}", *more)
    yield from (f"  {line}" for line in (*terms, f"{_('Why:')} {text.tell(change.reason)}"))


def _promised(each: Commitment, text: PlainText) -> tuple[str, ...]:
    """Return a promise, and what it never goes without: its exception and its time limit."""
    _ = text.words
    hedge = f" ({_('Where possible')})" if each.where_possible else ""
    said = [f"{text.tell(each.words)}{hedge}"]
    if each.exception is not None:
        said.append(f"{_('Exception:')} {text.tell(each.exception)}")
    if each.deadline is not None:
        said.append(f"{_('Time limit:')} {text.tell(each.deadline.time)}")
        said.append(f"{_('It starts:')} {text.tell(each.deadline.starts)}")
    return tuple(said)


def _blocks(charter: OpenCharter) -> Iterator[Promises]:
    yield from (block for section in charter.themes for block in section.promises)
    yield from charter.protocols.items if charter.protocols is not None else ()

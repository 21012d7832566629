"""Say in plain words what stops a leaflet, or what an editor should know about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from charterpress.content.inline import plain_text
from charterpress.content.model.charter import Commitment
from charterpress.findings import Finding, Level
from charterpress.leaflets.contents import Contents
from charterpress.leaflets.filling import Filling
from charterpress.leaflets.flow import Fullness
from charterpress.leaflets.formats.shapes import Flowing, Folded
from charterpress.leaflets.setting import Refusal

LEAST_COPIED = 0.98
"""Below this share of words that come back when a screen PDF is copied, editors hear of it."""
NAMED = 5
"""How many of the longest commitments a finding names."""


def check_selection(contents: Contents, file: Path | None) -> tuple[Finding, ...]:
    """Return a finding for each chosen commitment that the charter does not have, or for an empty choice."""
    if contents.selection is None:
        return ()
    known = {commitment.id for commitment in contents.charter.commitments()}
    code = contents.locale.code
    if not contents.selection & known:
        message = "the leaflet's selection chooses no promise of the charter"
        hint = "Name ids of commitments, or leave the selection out."
        return (Finding("leaflet-selection", message, hint, file=file, locale=code),)
    hint = "Check the id of the commitment."
    return tuple(
        Finding(
            "leaflet-selection",
            f"the leaflet chooses '{one}', which is not in the charter",
            hint,
            file=file,
            locale=code,
        )
        for one in sorted(contents.selection - known)
    )


def explain_misfit(
    contents: Contents, filling: Filling, shape: Folded, least: float, file: Path | None
) -> Iterator[Finding]:
    """Yield what does not fit, where, by how much, and what to do about it."""
    name, code = _name(contents), contents.locale.code
    for over in filling.misfit.overflows:
        message = (
            f"{name} does not fit: panel {over.panel + 1}, {shape.panels[over.panel]}, runs over by"
            f" {over.mm:.0f} mm ({over.per_cent:.0f} per cent of the room for its text) at {least:g} pt,"
            " the smallest size allowed"
        )
        hint = _advice(contents, over.panel, shape)
        yield Finding("leaflet-overflow", message, hint, file=file, locale=code)
    for word in filling.misfit.too_wide:
        yield _wide_word(contents, f"{name} does not fit: '{word}' is wider than a panel at {least:g} pt", file)


def explain_wide_words(
    contents: Contents, words: tuple[str, ...], shape: Flowing, file: Path | None
) -> Iterator[Finding]:
    """Yield the words that no line of the pages can hold: they are never cut."""
    for word in words:
        message = f"{_name(contents)} does not fit: '{word}' is wider than a line in {shape.name}, at {shape.size:g} pt"
        yield _wide_word(contents, message, file)


def _wide_word(contents: Contents, message: str, file: Path | None) -> Finding:
    hint = "Use a shorter word, or put a hyphen where it may be split."
    return Finding("leaflet-wide-word", message, hint, file=file, locale=contents.locale.code)


def explain_refusal(contents: Contents, refusal: Refusal, file: Path | None) -> Finding:
    """Return why a leaflet that fits could not be written."""
    message = f"{_name(contents)} can't be set: {refusal.message}"
    return Finding("leaflet-not-set", message, refusal.hint, file=file, locale=contents.locale.code)


def mention_left_out(contents: Contents, filling: Filling, file: Path | None) -> Iterator[Finding]:
    """Yield a note when a leaflet leaves out anything of the charter besides its appendices."""
    whole = contents.panels(Fullness()).flow
    missed = [
        name
        for name in filling.fullness.left_out
        if contents.panels(replace(Fullness(), **{name: False})).flow != whole
    ]
    if missed:
        message = f"to fit at {filling.size:g} pt, {_name(contents)} leaves out: {', '.join(missed)}"
        hint = "Every promise is there, with its exceptions and deadlines. The page has the whole."
        yield Finding("leaflet-left-out", message, hint, Level.NOTE, file, locale=contents.locale.code)


def mention_lost_words(
    contents: Contents, shape: Folded | Flowing, copied: float, file: Path | None
) -> Iterator[Finding]:
    """Yield a warning when too few of a leaflet's words come back from its screen PDF."""
    if copied < LEAST_COPIED:
        per_cent = int(100 * copied)
        message = f"{_name(contents)}: of 100 words copied from its PDF ({shape.name}), {per_cent} come out right"
        hint = "It looks right on paper. Offer its page to those who copy or search it, and report the letters."
        yield Finding("lost-words", message, hint, Level.WARNING, file, locale=contents.locale.code)


def _name(contents: Contents) -> str:
    locale = contents.locale
    return f"the leaflet of '{contents.charter.id}' in {locale.english_name} ({locale.code})"


def _advice(contents: Contents, panel: int, shape: Folded) -> str:
    if panel == 0:
        return "Shorten the title or the summary."
    if panel == len(shape.panels) - 1:
        return "Shorten the contacts: fewer of them, or shorter purposes."
    every = contents.charter.commitments()
    chosen = [one for one in every if contents.selection is None or one.id in contents.selection]
    longest = sorted(chosen, key=_length, reverse=True)[:NAMED]
    names = ", ".join(one.id for one in longest)
    return f"Shorten the text. The longest promises are: {names}."


def _length(one: Commitment) -> int:
    deadline = f"{one.within.time} {one.within.starts}" if one.within else ""
    return len(plain_text(one.text) + plain_text(one.unless or "") + deadline)

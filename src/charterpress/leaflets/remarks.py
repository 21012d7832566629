"""Say in plain words what stops a leaflet, or what an editor should know about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from charterpress.content.inline import plain_text
from charterpress.content.model.charter import Commitment
from charterpress.content.texts import DocumentText, texts_of
from charterpress.findings import Finding, Level
from charterpress.leaflets.contents import Contents
from charterpress.leaflets.filling import Filling
from charterpress.leaflets.flow import Fullness
from charterpress.leaflets.fonts.typefaces import missing_signs
from charterpress.leaflets.formats.shapes import Flowing, Folded, Format, Stitched
from charterpress.leaflets.manuscript import Refusal
from charterpress.leaflets.origin import Origin
from charterpress.leaflets.setting import Look

LEAST_COPIED = 0.98
"""Below this share of words that come back when a screen PDF is copied, editors hear of it."""
ADDRESS = re.compile(r"@|\w\.\w|\w\.$")
"""What tells an e-mail or web address, or a piece of one, from a word."""
NAMED = 5
"""How many of the longest commitments a finding names."""


def check_selection(contents: Contents, origin: Origin | None) -> tuple[Finding, ...]:
    """Return a finding for each chosen commitment that the charter does not have, or for an empty choice."""
    if contents.selection is None:
        return ()
    known = {commitment.id for commitment in contents.charter.commitments()}
    if not contents.selection & known:
        message = "the leaflet's selection chooses no promise of the charter"
        hint = "Name ids of commitments, or leave the selection out."
        return (_finding(contents, origin, "leaflet-selection", message, hint),)
    hint = "Check the id of the commitment."
    return tuple(
        _finding(
            contents, origin, "leaflet-selection", f"the leaflet chooses '{one}', which is not in the charter", hint
        )
        for one in sorted(contents.selection - known)
    )


def explain_misfit(
    contents: Contents, filling: Filling, look: Look, shape: Folded, origin: Origin | None
) -> Iterator[Finding]:
    """Yield what does not fit, where, by how much, and what to do about it."""
    name, least = _name(contents), look.minimum
    for over in filling.misfit.overflows:
        message = (
            f"{name} does not fit: panel {over.panel + 1}, {shape.panels[over.panel]}, runs over by"
            f" {over.mm:.0f} mm ({over.per_cent:.0f} per cent of the room for its text) at {least:g} pt,"
            " the smallest size allowed"
        )
        hint = _advice(contents, over.panel, shape)
        if look.typefaces.tall:
            hint += " Or choose a font for the press whose lines take less room."
        yield _finding(contents, origin, "leaflet-overflow", message, hint, _to_shorten(contents, over.panel, shape))
    for word in filling.misfit.too_wide:
        message = f"{name} does not fit: '{word}' is wider than a panel at {least:g} pt"
        yield _wide_word(contents, word, message, origin)


def explain_wide_words(
    contents: Contents, words: tuple[str, ...], shape: Flowing | Stitched, origin: Origin | None
) -> Iterator[Finding]:
    """Yield the words that no line of the pages can hold: they are never cut."""
    for word in words:
        message = f"{_name(contents)} does not fit: '{word}' is wider than a line in {shape.name}, at {shape.size:g} pt"
        yield _wide_word(contents, word, message, origin)


def _wide_word(contents: Contents, word: str, message: str, origin: Origin | None) -> Finding:
    hint = "Use a shorter word, or put a hyphen where it may be split."
    if ADDRESS.search(word):
        hint = "A hyphen would make it another address: give a shorter one, or leave it out."
    unseen = set(_not_printed(contents))
    texts = (text for text in texts_of(contents.charter) if text.context not in unseen)
    found = next((text for text in texts if word in plain_text(text.text)), None)
    if found is None and word in (contents.printed or contents.address):
        hint = "It is in the address of the site: give a shorter one as 'site_url' in mkdocs.yml."
    return _finding(contents, origin, "leaflet-wide-word", message, hint, found)


def _not_printed(contents: Contents) -> Iterator[str]:
    """Yield the contexts of promises that are left out, and of the wording of each that another one stands for."""
    for one in contents.charter.commitments():
        if one.leaflet:
            yield f"{one.id}.{'leaflet' if contents.whole else 'text'}"
        if contents.selection is not None and one.id not in contents.selection:
            yield from (f"{one.id}.text", f"{one.id}.leaflet")


def explain_thickness(contents: Contents, pages: int, most: int, origin: Origin | None) -> Finding:
    """Return that a booklet has more pages than can be stapled."""
    message = f"{_name(contents)} can't be a booklet: it has {pages} pages, and {most} are the most that staples hold"
    hint = "Shorten the charter, or take 'booklet' out of the formats."
    return _finding(contents, origin, "leaflet-too-thick", message, hint)


def explain_refusal(contents: Contents, refusal: Refusal, look: Look, origin: Origin | None) -> Iterator[Finding]:
    """Yield why a leaflet that fits could not be written: each sign that no font has, or what else is in the way."""
    missing = missing_signs(look.typefaces, contents.printed_texts(Fullness())) if refusal.sign is not None else ()
    for sign in missing:
        named = f"'{sign}' (U+{ord(sign):04X}, {unicodedata.name(sign, 'a character without a name').lower()})"
        found = [text for text in texts_of(contents.charter) if sign in text.text]
        where = ", ".join([*(f"'{text.context}'" for text in found[:NAMED]), *_elsewhere(contents, sign)])
        message = f"{_name(contents)} can't be set: its fonts have no sign for {named}"
        message = f"{message}, in {where}" if where else message
        yield _finding(contents, origin, "leaflet-not-set", message, refusal.hint, next(iter(found), None))
    if not missing:
        message = f"{_name(contents)} can't be set: {refusal.message}"
        yield _finding(contents, origin, "leaflet-not-set", message, refusal.hint)


def _elsewhere(contents: Contents, sign: str) -> Iterator[str]:
    """Yield where a sign stands that is printed with a charter, but not written in it."""
    titles = {section.theme: contents.theme_titles.get(section.theme, "") for section in contents.charter.themes}
    yield from (f"the title of the theme '{theme}'" for theme, title in titles.items() if sign in title)
    if sign in contents.organisation:
        yield "'organisation' of mkdocs.yml"


def mention_left_out(contents: Contents, filling: Filling, origin: Origin | None) -> Iterator[Finding]:
    """Yield a note when a leaflet leaves out anything of the charter besides its appendices."""
    whole = contents.panels(Fullness()).flow
    missed = [
        name
        for name in filling.fullness.left_out
        if contents.panels(replace(Fullness(), **{name: False})).flow != whole
    ]
    if missed:
        message = f"to fit at {filling.size:g} pt, {_name(contents)} leaves out: {', '.join(missed)}"
        every = "Every promise" if contents.selection is None else "Each promise that it chooses"
        hint = f"{every} is there, with its exceptions and deadlines. The page has the whole."
        yield replace(_finding(contents, origin, "leaflet-left-out", message, hint), level=Level.NOTE)


def _finding(  # noqa: PLR0913, PLR0917 - what, where and what to do
    contents: Contents,
    origin: Origin | None,
    rule: str,
    message: str,
    hint: str,
    text: DocumentText | None = None,
) -> Finding:
    found = origin.finding(rule, message, hint, text) if origin is not None else Finding(rule, message, hint)
    return replace(found, locale=contents.locale.code)


def mention_lost_words(contents: Contents, shape: Format, copied: float, origin: Origin | None) -> Iterator[Finding]:
    """Yield a warning when too few of a leaflet's words come back from its screen PDF."""
    if copied < LEAST_COPIED:
        per_cent = int(100 * copied)
        message = f"{_name(contents)}: of 100 words copied from its PDF ({shape.name}), {per_cent} come out right"
        hint = "It looks right on paper. Offer its page to those who copy or search it, and report the letters."
        yield replace(_finding(contents, origin, "lost-words", message, hint), level=Level.WARNING)


def _name(contents: Contents) -> str:
    locale = contents.locale
    return f"the leaflet of '{contents.charter.id}' in {locale.english_name} ({locale.code})"


def _advice(contents: Contents, panel: int, shape: Folded) -> str:
    if panel == 0:
        return "Shorten the title or the summary."
    if panel == len(shape.panels) - 1:
        return "Shorten the contacts: fewer of them, or shorter purposes."
    names = ", ".join(one.id for one in _longest(contents)[:NAMED])
    return f"Shorten promises, or choose with 'leaflet:' which the leaflet has. The longest are: {names}."


def _to_shorten(contents: Contents, panel: int, shape: Folded) -> DocumentText | None:
    """Return the text to shorten first where a panel runs over."""
    if panel == 0:
        contexts = [max(("title", "summary"), key=lambda name: len(getattr(contents.charter, name)))]
    elif panel == len(shape.panels) - 1:
        contexts = [f"{contact.id}.{name}" for contact in contents.charter.contacts for name in ("purpose", "name")]
    else:
        longest = _longest(contents)[0]
        contexts = [f"{longest.id}.{'leaflet' if longest.leaflet else 'text'}"]
    found = [text for text in texts_of(contents.charter) if text.context in contexts]
    return max(found, key=lambda text: len(text.text), default=None)


def _longest(contents: Contents) -> list[Commitment]:
    """Return the promises of the leaflet, the longest first."""
    every = contents.charter.commitments()
    chosen = [one for one in every if contents.selection is None or one.id in contents.selection]
    return sorted(chosen, key=_length, reverse=True)


def _length(one: Commitment) -> int:
    deadline = f"{one.within.time} {one.within.starts}" if one.within else ""
    return len(plain_text(one.leaflet or one.text) + plain_text(one.unless or "") + deadline)

"""Write documents as plain text: for whoever reads no web pages, people or programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from charterpress.content.inline import Span, parse_inline
from charterpress.languages.locales import Locale, load_locale
from charterpress.languages.words import Words as Interface
from charterpress.site.opendata.format.document import OpenDocument, Translation
from charterpress.site.opendata.format.parts import Block, Item, Label, List, Reference, Words


@dataclass(frozen=True)
class PlainText:
    """Write one document; headings start with #, entries of lists with a hyphen, and a text is one line."""

    document: OpenDocument
    words: Interface

    @property
    def locale(self) -> Locale:
        """Return the language of the text."""
        return load_locale(self.document.language)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {note.id: number for number, note in enumerate(self.document.notes, start=1)}

    def tell(self, text: Words | Label) -> str:
        """Return a text with the addresses of its links and the numbers of its notes; a foreign one is marked."""
        if isinstance(text, Label):
            told = text.text
        else:
            runs = groupby(parse_inline(text.markdown), key=lambda span: span.href if span.note is None else None)
            told = "".join(self._run(href, spans) for href, spans in runs)
        return told if text.language is None else f"[{load_locale(text.language).name}] {told}"

    def _run(self, href: str | None, spans: Iterable[Span]) -> str:
        told = "".join(span.text if span.note is None else self._call(span.note) for span in spans)
        address = (href or "").removeprefix("mailto:").removeprefix("tel:")
        own = address.startswith(f"{self.document.address}#")
        return told if own or address in {"", told} else f"{told} ({address})"

    def _call(self, note: str) -> str:
        return f"[{self.locale.digits(str(self._numbers[note]))}]" if note in self._numbers else ""

    def paragraph(self, *parts: str) -> Iterator[str]:
        """Yield a paragraph of what there is of its parts."""
        if said := " ".join(part for part in parts if part):
            yield from (said, "")

    def heading(self, level: int, title: Label | str) -> Iterator[str]:
        """Yield a heading."""
        yield from (f"{'#' * level} {title if isinstance(title, str) else self.tell(title)}", "")

    def list(self, texts: Iterable[Words | Label | str], depth: int = 0) -> Iterator[str]:
        """Yield the entries of a list."""
        yield from (f"{'  ' * depth}- {text if isinstance(text, str) else self.tell(text)}" for text in texts)

    def items(self, items: Iterable[Item], depth: int = 0) -> Iterator[str]:
        """Yield the entries of a list, and those below them."""
        for item in items:
            yield from self.list([item.words], depth)
            yield from self.items(item.items, depth + 1)

    def told(self, *texts: Words | None) -> Iterator[str]:
        """Yield each text that there is as a paragraph."""
        for text in texts:
            if text is not None:
                yield from self.paragraph(self.tell(text))

    def body(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield paragraphs and lists."""
        for block in blocks:
            if isinstance(block, List):
                yield from self.told(block.lead_in)
                yield from (*self.list(block.items), "")
            else:
                yield from self.told(block.words)

    def rules(self, references: Iterable[Reference]) -> Iterator[str]:
        """Yield where the rules behind something can be read."""
        found = [reference.address for reference in references if reference.address is not None]
        if found:
            yield f"{self.words('The rules behind this:')} {' '.join(found)}"

    def opening(self) -> Iterator[str]:
        """Yield what a document starts with: its title, what it is about, where it stands, how it was translated."""
        yield from self.heading(1, self.document.title)
        yield from self.told(self.document.summary)
        yield from self.paragraph(self.document.address)
        own = next(each for each in self.document.translations if each.language == self.document.language)
        if own.texts is not None:
            yield from self._translation(own)

    def _translation(self, own: Translation) -> Iterator[str]:
        _, counts = self.words, own.texts
        draft = own.state == "draft"
        title = _("Draft translation") if draft else _("About this translation")
        made = _("A computer made this translation.") if own.method == "machine" else ""
        made = _("This translation was made by {name}.", name=own.translator) if own.translator else made
        checked, missing = (counts.reviewed, counts.untranslated) if counts is not None else (0, 0)
        names = [f"{review.name} ({self.locale.date(review.day)})" for review in own.reviews]
        if not checked:
            said = _("No one has checked these words yet.")
        elif draft:
            one, many = "One text on this page has been checked.", "{number} texts on this page have been checked."
            said = _.plural(one, many, checked, number=self.locale.number(checked))
        else:
            said = _("These words were checked by {names}.", names=self.locale.list(names))
        one = "One text on this page is not translated yet."
        many = "{number} texts on this page are not translated yet."
        left = _.plural(one, many, missing, number=self.locale.number(missing)) if missing else ""
        originals = [each.address for each in self.document.translations if each.state == "original"]
        where = " ".join([_("If you are not sure, read the original:"), *originals]) if originals else ""
        yield title
        yield from self.paragraph(made, said, left, where)

    def closing(self) -> Iterator[str]:
        """Yield what a document ends with: its words, whom to ask, thanks, notes, and where it comes from."""
        _, document = self.words, self.document
        if document.definitions:
            yield from self.heading(2, _("Words we use"))
            yield from self.list(f"{self.tell(each.term)}: {self.tell(each.meaning)}" for each in document.definitions)
            yield ""
        if document.contacts:
            yield from self.heading(2, _("Who to ask"))
            for contact in document.contacts:
                parts = (contact.purpose and self.tell(contact.purpose), contact.email, contact.phone, contact.website)
                yield from self.list([" · ".join([self.tell(contact.name), *(part for part in parts if part)])])
            yield ""
        if document.acknowledgements:
            yield from (*self.heading(2, _("Thanks")), *self.told(*document.acknowledgements))
        if document.notes:
            yield from self.heading(2, _("Notes"))
            yield from (f"{self._call(note.id)} {self.tell(note.words)}" for note in document.notes)
            yield ""
        yield from (*self.heading(2, _("About this page")), *self._about())

    def _about(self) -> Iterator[str]:
        _, document, source = self.words, self.document, self.document.source
        if source is not None:
            if source.plain_english_version:
                text = _("This is a plain English version in our own words. It is not the publisher's text.")
                yield from self.paragraph(text)
            based = f"{_('The text it is based on:')} {self.tell(source.title)}"
            yield from self.paragraph(f"{based} ({source.website})." if source.website else f"{based}.")
            yield from self.paragraph(f"{_('Publisher:')} {self.tell(source.publisher)}")
        yield from self.paragraph(licence_line(document, _))
        yield from self.paragraph(_("Version {number}", number=document.version) if document.version else "")
        day = self.day
        approved = _("Approved on {date}", date=day(document.approved)) if document.approved else _("Not approved yet")
        yield from self.paragraph(approved)
        if document.review_by:
            yield from self.paragraph(_("We will look at it again by {date}", date=day(document.review_by)))

    def day(self, day: date) -> str:
        """Return a date in words."""
        return self.locale.date(day)


def licence_line(document: OpenDocument, words: Interface) -> str:
    """Return the licence of a document in words, or that none is known."""
    licence = document.licence
    if not licence.stated or licence.name is None:
        return words("No licence is stated. Ask the publisher before you use these words.")
    address = f" ({licence.website})" if licence.website and licence.website not in licence.name.text else ""
    return f"{words('Licence:')} {licence.name.text}{address}"

"""Render inline Markdown as HTML, with languages and directions marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import groupby

from markupsafe import Markup, escape

from charterpress.content.inline import Span, note_calls, parse_inline
from charterpress.content.model import Document
from charterpress.content.places import page_texts
from charterpress.languages.foreign import Kind, Piece, has_foreign, pieces_of
from charterpress.languages.locales import load_locale
from charterpress.site.terms import Explained


class RichText:
    """Render the texts of one page; note calls are numbered in the order of the document."""

    def __init__(
        self,
        locale: str,
        document: Document | None,
        link_to: Callable[[str], str | None],
        explained: Explained,
        source: str | None = None,
    ) -> None:
        """Render for a page in `locale`; `link_to` turns a target such as charter:x#y into a link.

        Where that leads nowhere it is None, and the words of the link stand alone. `explained` is that of the page:
        texts that it quotes from another document have the same one. `source` is the language that the texts were
        written in, where that is not the document's.
        """
        self._locale = locale
        self._link_to = link_to
        calls = [call for text in page_texts(document) for call in note_calls(text.text)] if document else []
        self._numbers = {note: number for number, note in enumerate(dict.fromkeys(calls), start=1)}
        self._called: set[str] = set()
        source = source or (document.language if document is not None else None)
        # Latin letters in a text that was written in another script may be of any language.
        self._source = source if source is not None and load_locale(source).script == "Latn" else None
        self._plain = load_locale(locale).script == "Latn"
        self._digits = load_locale(locale).digits
        self.explained = explained

    def note_number(self, note: str) -> int | None:
        """Return the number of a footnote, or None when no text calls it."""
        return self._numbers.get(note)

    def __call__(self, text: str) -> Markup:
        """Return a text as HTML; a text in another language than the page says so."""
        return self._html(text, explain=False)

    def told(self, text: str) -> Markup:
        """Return a text as HTML, with the terms linked that a reader meets for the first time on the page.

        What stands in a link already, in a heading, or behind the list of explanations is not told.
        """
        return self._html(text, explain=getattr(text, "language", self._locale) == self._locale)

    def _html(self, text: str, *, explain: bool) -> Markup:
        # A link with words of several looks is still one link; a note call stands outside of it.
        runs = groupby(parse_inline(text), key=lambda span: span.href if span.note is None else None)
        own = getattr(text, "language", self._locale) == self._locale
        html = Markup("").join(self._run(href, spans, explain=explain, own=own) for href, spans in runs)
        return self.in_language(html, text)

    def plain(self, words: str, text: str) -> Markup:
        """Return some of the words of a plain text as HTML, without its language: that is said of the whole."""
        return self._show(words) if getattr(text, "language", self._locale) == self._locale else escape(words)

    def in_language(self, html: Markup | str, text: str) -> Markup:
        """Mark HTML with the language of the text that it was made of."""
        language = getattr(text, "language", self._locale)
        if language == self._locale:
            return escape(html)
        direction = load_locale(language).direction
        return Markup('<span lang="{}" dir="{}">{}</span>').format(language, direction, html)

    def _run(self, href: str | None, spans: Iterable[Span], *, explain: bool, own: bool) -> Markup:
        run = tuple(spans)
        html = Markup("").join(self._span(span, explain=explain and href is None, own=own) for span in run)
        target = self._link_to(href) if href is not None else None
        if href is None or target is None:
            return html
        # Addresses are left-to-right in every language.
        bare = "".join(span.text for span in run) == href.removeprefix("mailto:").removeprefix("tel:")
        direction = Markup(' dir="ltr"') if bare else ""
        return Markup('<a href="{}"{}>{}</a>').format(target, direction, html)

    def _span(self, span: Span, *, explain: bool, own: bool) -> Markup:
        if span.note is not None:
            return self._note_call(span.note)
        show = self._show if own else escape
        html = self.explained.linked(span.text, show) if explain else show(span.text)
        if span.emphasis:
            html = Markup("<em>{}</em>").format(html)
        if span.strong:
            html = Markup("<strong>{}</strong>").format(html)
        return html

    def _show(self, text: str) -> Markup:
        """Return plain text as HTML; foreign names, and figures of several parts, keep their own direction."""
        if self._plain or not has_foreign(text):
            return escape(text)
        pieces = pieces_of(text, load_locale(self._locale))
        return Markup("").join(self._piece(piece) for piece in pieces)

    def _piece(self, piece: Piece) -> Markup:
        match piece.kind:
            case Kind.OWN:
                return escape(piece.text)
            case Kind.WORDS if self._source is not None:
                return Markup('<bdi lang="{}" dir="ltr">{}</bdi>').format(self._source, piece.text)
            case _:
                return Markup('<bdi dir="ltr">{}</bdi>').format(piece.text)

    def _note_call(self, note: str) -> Markup:
        number = self._numbers.get(note)
        if number is None:
            # The text is quoted on a page that does not have its notes.
            return Markup("")
        # Only the first call of a note can be what the note links back to.
        back = Markup(' id="cp-call-{}"').format(note) if note not in self._called else ""
        self._called.add(note)
        return Markup('<sup class="cp-call"><a{} href="#{}" role="doc-noteref">{}</a></sup>').format(
            back, note, self._digits(str(number))
        )

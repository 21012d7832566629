"""Put a document into another language with its catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from pathlib import Path

from charterpress.content.model import Document
from charterpress.content.model.text import Text
from charterpress.content.names import with_names
from charterpress.content.settings import TranslationSettings
from charterpress.content.texts import DocumentText, replace_texts, texts_of
from charterpress.languages.catalogue import MACHINE, Catalogue, Entry, State
from charterpress.languages.meaning import Change, Difference, compare
from charterpress.languages.pseudo import Pseudo, pseudolocalise
from charterpress.languages.reviews import Review

SHOW_ALL = TranslationSettings(draft="show")
"""A policy that shows everything that may ever be shown."""


@dataclass(frozen=True)
class TextStatus:
    """Say how far one text of a document has come in a language.

    `shown` tells whether readers get it in their language; `line` is that of its entry in the PO file, if it has one.
    `difference` says how the source changed since the text was translated. `file` is the PO file, where it is not the
    document's own.
    """

    context: str
    source: str
    state: State
    shown: bool
    line: int | None = None
    review: Review | None = None
    difference: Difference | None = None
    file: Path | None = None


@dataclass(frozen=True)
class Localised:
    """Hold a document in one language and how far each of its texts has come.

    `lines` says where in the PO file a translation stands, by its context and its words; `files` names that file where
    it is not the document's own. `method` says how the words came to be, and `translator` who made them, as the PO
    file has it. `unread` tells whether the PO file has anything that could not be read.
    """

    document: Document
    locale: str
    texts: tuple[TextStatus, ...] = ()
    lines: Mapping[tuple[str, str], int] = field(default_factory=dict)
    method: str = ""
    translator: str = ""
    files: Mapping[tuple[str, str], Path] = field(default_factory=dict)
    unread: bool = False

    @property
    def is_source(self) -> bool:
        """Tell whether this is the language that the document was written in."""
        return self.document.language == self.locale

    @property
    def states(self) -> Mapping[State, int]:
        """Return how many texts are in which state; a source text needs nobody's review."""
        return Counter(text.state for text in self.texts)

    @property
    def untranslated(self) -> tuple[TextStatus, ...]:
        """Return the texts that readers get in the language they were written in."""
        return tuple(text for text in self.texts if not text.shown)

    @property
    def complete(self) -> bool:
        """Tell whether every text is shown in this language."""
        return not self.untranslated

    @property
    def draft(self) -> bool:
        """Tell whether any translation shown has not been reviewed."""
        return any(text.shown and text.state is State.DRAFT for text in self.texts)

    @property
    def started(self) -> bool:
        """Tell whether anything is translated into this language at all."""
        return self.is_source or any(text.state is not State.MISSING for text in self.texts)

    @property
    def per_cent(self) -> float:
        """Return the share of the texts that is shown in this language, in per cent."""
        return 100 * sum(text.shown for text in self.texts) / len(self.texts) if self.texts else 100.0

    @property
    def reviews(self) -> tuple[Review, ...]:
        """Return the reviews that hold, a name once, with its newest day."""
        newest: dict[str, Review] = {}
        for text in self.texts:
            if text.state is State.REVIEWED and text.review is not None:
                known = newest.get(text.review.name)
                newest[text.review.name] = text.review if known is None or text.review.day > known.day else known
        return tuple(newest.values())

    @property
    def reader(self) -> str:
        """Return who has read every word of it, or an empty text while anything is not reviewed."""
        whole = bool(self.texts) and all(text.state is State.REVIEWED for text in self.texts)
        return ", ".join(review.name for review in self.reviews) if whole else ""


def catalogue_path(i18n: Path, locale: str, document: Document) -> Path:
    """Return where a document's translations into a language live."""
    return catalogue_of(i18n, locale, document.id)


def catalogue_of(i18n: Path, locale: str, key: str) -> Path:
    """Return where the translations of the document with this id live."""
    return i18n / locale / f"{key}.po"


def translate(
    document: Document,
    catalogue: Catalogue,
    texts: tuple[DocumentText, ...] | None = None,
    policy: TranslationSettings = SHOW_ALL,
) -> Localised:
    """Return the document in the catalogue's language; what may not be shown stays in its own.

    `texts` are those of the document, where they are known already.
    """
    shown: dict[tuple[str, str], Text] = {}
    lines: dict[tuple[str, str], int] = {}
    files: dict[tuple[str, str], Path] = {}
    found: list[TextStatus] = []
    visible = {State.REVIEWED, State.DRAFT} if policy.draft == "show" else {State.REVIEWED}
    texts = texts if texts is not None else texts_of(document)
    for text, entry, difference in matches(texts, catalogue, document.language):
        state = _state(entry, difference)
        if entry is not None and state in visible:
            shown[text.context, text.text] = Text(entry.translation, catalogue.locale)
            lines[text.context, entry.translation] = entry.line
            files.update({(text.context, entry.translation): entry.path} if entry.path is not None else {})
        else:
            shown[text.context, text.text] = Text(text.text, document.language)
        line, review, file = (entry.line, entry.review, entry.path) if entry is not None else (None, None, None)
        found.append(TextStatus(text.context, text.text, state, state in visible, line, review, difference, file))
    localised = replace_texts(document, lambda context, text: shown[context, text])
    return Localised(localised, catalogue.locale, tuple(found), lines, catalogue.method, catalogue.translator, files)


def with_local_names(localised: Localised) -> Localised:
    """Return a localised document with its named places filled, and its translations found under the new words."""
    before, document = localised.document, with_names(localised.document, localised.locale)
    if document is before:
        return localised
    texts = zip(texts_of(before), texts_of(document), strict=True)
    words = {(old.context, str(old.text)): str(new.text) for old, new in texts}
    lines = {(at[0], words.get(at, at[1])): line for at, line in localised.lines.items()}
    files = {(at[0], words.get(at, at[1])): file for at, file in localised.files.items()}
    return replace(localised, document=document, lines=lines, files=files)


def as_source(document: Document) -> Localised:
    """Return a document in the language that it was written in."""
    return Localised(document, document.language)


def in_pseudo(document: Document, pseudo: Pseudo) -> Localised:
    """Return a document in a made-up language."""

    def accented(_: str, text: str) -> Text:
        return Text(pseudolocalise(text), pseudo.code)

    texts = tuple(TextStatus(text.context, text.text, State.DRAFT, shown=True) for text in texts_of(document))
    return Localised(replace_texts(document, accented), pseudo.code, texts, method=MACHINE)


def matches(
    texts: Iterable[DocumentText], catalogue: Catalogue, language: str
) -> Iterator[tuple[DocumentText, Entry | None, Difference | None]]:
    """Yield each text with the translation made for it, or for an older version of it, and how that one differs.

    An older version stands under the same context; where several texts share one, the most similar is taken.
    """
    texts = tuple(texts)
    current = {(text.context, text.text) for text in texts}
    for text in texts:
        entry = catalogue.find(text.context, text.text)
        if entry is not None:
            waits = entry.state is State.NEEDS_REVIEW and entry.previous
            yield text, entry, compare(entry.previous, text.text, language) if waits else None
            continue
        older = [
            each
            for each in catalogue.by_context.get(text.context, ())
            if each.translation and (each.context, each.source) not in current
        ]
        nearest = max(older, key=lambda each: similarity(each.source, text.text), default=None)
        yield text, nearest, compare(nearest.source, text.text, language) if nearest is not None else None


def similarity(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1: the share of words that they have in common, in order."""
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _state(entry: Entry | None, difference: Difference | None) -> State:
    if entry is None:
        return State.MISSING
    changed = difference is not None and difference.change > Change.PUNCTUATION
    return State.NEEDS_REVIEW if changed and entry.state is not State.MISSING else entry.state

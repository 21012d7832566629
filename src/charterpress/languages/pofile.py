"""Read and write PO files: strict about their lines, careful with what translators wrote into them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileParser, normalize, unescape, write_po

# Babel does not look at the quotes of a line: a lost one would cost the text a letter.
_STRING_LINE = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"')
_PLACEHOLDER = re.compile(
    r"EMAIL@ADDRESS|YEAR-MO-DA|FULL NAME|LL@li\.org|nplurals=INTEGER|charset=CHARSET|^PACKAGE | VERSION$"
)
_ENTRY = re.compile(r"^(?:msgctxt|msgid) ", re.MULTILINE)
_NOBODY = "nobody yet"
_CHANGES_BY_ITSELF = frozenset({"POT-Creation-Date", "Generated-By"})
_PREVIOUS = "|"
_GUESSED = frozenset({"python-format", "python-brace-format"})
"""What Babel takes a per cent sign or a brace in a sentence for."""
FUZZY = "fuzzy"
_WIDTH = 100


Strings = str | tuple[str, ...] | list[str]
"""What Babel holds as a text: one, or one for each plural form."""


def source_of(message: Message) -> str:
    """Return the source text of a message: that for one thing, where it has plural forms."""
    return message.id if isinstance(message.id, str) else str(message.id[0])


def translations_of(message: Message) -> tuple[str, ...]:
    """Return the translation of a message, or those of its plural forms; what is not translated is empty."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ("",))


class PoCatalog(Catalog):
    """Hold a PO file with the header that translators and their tools gave it.

    Babel fills a header with placeholders, with the time and with its own name; they would change
    a file in which no text has changed.
    """

    team = ""
    """What the header calls the language, for people."""
    started = datetime(2000, 1, 1, tzinfo=UTC)
    """When the file was first written; translators' tools put their own time in its place."""

    def __init__(self, locale: str, project: str = "") -> None:
        """Start an empty catalogue for a locale, given as a BCP 47 tag."""
        tag = locale.replace("-", "_")
        super().__init__(locale=tag, header_comment="", project=project, charset="utf-8", fuzzy=False)
        self._fields: dict[str, str] = {}
        self.twice: list[tuple[int, int]] = []

    def __setitem__(self, id: Strings, message: Message) -> None:  # noqa: A002 - as Babel names it
        """Take in a text; where a file has it twice, note both lines, since Babel would keep one and say nothing."""
        first = self.get(id, message.context) if message.id and message.lineno is not None else None
        if first is not None and first.lineno is not None:
            self.twice.append((message.lineno or 1, first.lineno))
        super().__setitem__(id, message)

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return the fields of the file in their order, then those that every PO file needs."""
        needed = {
            "Project-Id-Version": self.project,
            "PO-Revision-Date": f"{self.started:%Y-%m-%d %H:%M+0000}",
            "Last-Translator": _NOBODY,
            "Language-Team": self.team or self.locale_identifier or "",
            "Language": self.locale_identifier or "",
            "Plural-Forms": self.plural_forms,
            "MIME-Version": "1.0",
            "Content-Type": "text/plain; charset=UTF-8",
            "Content-Transfer-Encoding": "8bit",
        }
        kept = {name: value for name, value in self._fields.items() if not _PLACEHOLDER.search(value)}
        values = {**needed, **kept, "Content-Type": needed["Content-Type"]}
        names = [name for name in {**self._fields, **needed} if values.get(name) and name not in _CHANGES_BY_ITSELF]
        return [(name, values[name] + ("\n" if name == names[-1] else "")) for name in names]

    @mime_headers.setter
    def mime_headers(self, fields: Iterable[tuple[str, str]]) -> None:
        self._fields = {name: str(value).strip() for name, value in fields}
        plurals = self._fields.get("Plural-Forms", "")
        if re.search(r"nplurals\s*=\s*\d", plurals):
            self._set_mime_headers([("Plural-Forms", plurals)])

    def field(self, name: str) -> str:
        """Return a field of the header as the file has it, or an empty text."""
        return self._fields.get(name, "")

    def set_field(self, name: str, value: str) -> None:
        """Give the header a field."""
        self._fields[name] = value

    @property
    def translator(self) -> str:
        """Return who made the translation last, as the header names them, without an address; nobody is empty."""
        value = self.field("Last-Translator")
        name = value.partition("<")[0].strip()
        return "" if name == _NOBODY or _PLACEHOLDER.search(value) else name

    def emptied(self, project: str, header_comment: str) -> PoCatalog:
        """Return a catalogue with the header of this one and no texts."""
        fresh = PoCatalog(self.locale_identifier or "", project)
        fresh.mime_headers = list(self._fields.items())
        fresh.header_comment = header_comment
        fresh.team, fresh.started = self.team, self.started
        return fresh

    def take_in(  # noqa: PLR0913 - one argument a part of an entry
        self,
        message: Message,
        *,
        string: Strings | None = "",
        flags: Iterable[str] = (),
        user_comments: Iterable[str] = (),
        previous: Iterable[str] = (),
        auto_comments: Iterable[str] = (),
    ) -> None:
        """Take in a text of a template with what is known of its translation."""
        plain = Message(
            message.id,
            string,
            locations=message.locations,
            flags=sorted(flags),
            auto_comments=[*message.auto_comments, *auto_comments],
            user_comments=list(user_comments),
            previous_id=list(previous),
            context=message.context,
        )
        plain.flags -= _GUESSED
        super().__setitem__(message.id, plain)

    def retire(self, message: Message) -> None:
        """Keep a translation whose text is gone, should the text ever come back."""
        message.previous_id, message.auto_comments, message.locations = [], [], []
        self.obsolete[self._key_for(message.id, message.context)] = message

    @property
    def header_comment(self) -> str:
        """Return the comment on top of the file as it was written."""
        return self._header_comment or ""

    @header_comment.setter
    def header_comment(self, comment: str | None) -> None:
        self._header_comment = comment or ""


def broken_lines(text: str) -> Iterator[int]:
    """Yield the numbers of the lines, from 1, that are neither a comment nor one whole text in quotes."""
    for number, line in enumerate(text.split("\n"), start=1):
        if not line or (line[0] == "#" and line[1:2] != "~"):
            continue
        bare = line.strip().removeprefix("#~").strip()
        if bare and not bare.startswith(("#", _PREVIOUS)) and not _STRING_LINE.fullmatch(bare):
            yield number


def parse_po(text: str, locale: str) -> PoCatalog:
    """Return what a PO file says; what Babel cannot read raises its PoFileError."""
    catalog = PoCatalog(locale)
    # Babel has no place for the old source text of a text that is no longer used.
    lines = ("\n" if line.startswith("#~|") else line for line in io.StringIO(text))
    PoFileParser(catalog, abort_invalid=True).parse(lines)
    for message in catalog:
        _find_previous(message)
        message.flags -= _GUESSED
    return catalog


def _find_previous(message: Message) -> None:
    """Take the old source text out of the comments, where Babel puts it."""
    old, inside = "", False
    for comment in message.user_comments:
        if comment.startswith(_PREVIOUS):
            keyword, _, string = comment.removeprefix(_PREVIOUS).strip().partition('"')
            inside = keyword.strip() == "msgid" if keyword else inside
            old += unescape(f'"{string}') if inside else ""
    if old:
        message.previous_id = [old]
    message.user_comments = [comment for comment in message.user_comments if not comment.startswith(_PREVIOUS)]


def render_po(catalog: Catalog) -> bytes:
    """Return the catalogue as the bytes of a PO file."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=_WIDTH)
    blocks = buffer.getvalue().decode().split("\n\n")
    # Babel breaks a long old source text in the middle of its quotes, so we write it.
    whole = [_with_previous(block, message) for block, message in zip(blocks, catalog, strict=False)]
    return "\n\n".join([*whole, *blocks[len(whole) :]]).rstrip("\n").encode() + b"\n"


def render_template(catalog: Catalog) -> bytes:
    """Return a catalogue without translations as the bytes of a POT file."""
    template = PoCatalog("en", str(catalog.project))
    template.header_comment = f"# The texts of {catalog.project}, to be translated."
    template.team = "none: this is a template"
    for message in catalog:
        if message.id:
            template.take_in(message)
    return render_po(template)


def _with_previous(block: str, message: Message) -> str:
    if not message.previous_id:
        return block
    old = normalize(message.previous_id[0], width=_WIDTH).replace("\n", f"\n#{_PREVIOUS} ")
    return _ENTRY.sub(lambda found: f"#{_PREVIOUS} msgid {old}\n{found[0]}", block, count=1)

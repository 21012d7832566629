"""Read and write PO files: strict about their lines, careful with what translators wrote into them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileParser, normalize, unescape, write_po

# Babel does not look at the quotes of a line: a lost one would cost the text a letter.
_STRING_LINE = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"')
_PLACEHOLDER = re.compile(
    r"EMAIL@ADDRESS|YEAR-MO-DA|FULL NAME|LL@li\.org|nplurals=INTEGER|charset=CHARSET|^PACKAGE | VERSION$"
)
_CHANGES_BY_ITSELF = frozenset({"POT-Creation-Date", "Generated-By"})
_PREVIOUS = "|"
_FUZZY = "fuzzy"
_WIDTH = 100


class PoCatalog(Catalog):
    """Hold a PO file with the header that translators and their tools gave it.

    Babel fills a header with placeholders, with the time and with its own name; they would change
    a file in which no text has changed.
    """

    def __init__(self, locale: str, project: str = "") -> None:
        """Start an empty catalogue for a locale, given as a BCP 47 tag."""
        tag = locale.replace("-", "_")
        super().__init__(locale=tag, header_comment="", project=project, charset="utf-8", fuzzy=False)
        self._fields: dict[str, str] = {}

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return the fields of the file in their order, then those that every PO file needs."""
        needed = {
            "Project-Id-Version": self.project,
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


def update_from(catalog: PoCatalog, template: Catalog) -> None:
    """Take in the texts of a template; what a translation no longer fits needs review.

    A text that comes back brings its old translation along, for review as well.
    """
    previous = {_key(message): message.previous_id for message in catalog if message.fuzzy}
    for message in template:
        old = catalog.obsolete.pop(_key(message), None)
        if old is not None and catalog.get(old.id, old.context) is None:
            catalog.add(old.id, old.string, flags=[_FUZZY], user_comments=old.user_comments, context=old.context)
    catalog.update(template)
    for message in catalog:
        if message.fuzzy:
            message.previous_id = message.previous_id or previous.get(_key(message), [])
            message.flags.discard("reviewed")
        # A per cent sign in a sentence is no placeholder.
        message.flags.discard("python-format")


def _key(message: Message) -> str | tuple[str, str]:
    """Return what Babel files a text under."""
    text = message.id if isinstance(message.id, str) else message.id[0]
    return text if message.context is None else (text, message.context)


def render_po(catalog: Catalog) -> bytes:
    """Return the catalogue as the bytes of a PO file."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=_WIDTH)
    blocks = buffer.getvalue().decode().split("\n\n")
    # Babel breaks a long old source text in the middle of its quotes, so we write it.
    whole = [_with_previous(block, message) for block, message in zip(blocks, catalog, strict=False)]
    return "\n\n".join([*whole, *blocks[len(whole) :]]).rstrip("\n").encode() + b"\n"


def _with_previous(block: str, message: Message) -> str:
    if not message.previous_id:
        return block
    old = normalize(message.previous_id[0], width=_WIDTH).replace("\n", f"\n#{_PREVIOUS} ")
    head, keyword, rest = block.partition("msgctxt" if message.context is not None else "msgid")
    return f"{head}#{_PREVIOUS} msgid {old}\n{keyword}{rest}"

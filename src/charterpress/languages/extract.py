"""Write PO files for translators and keep them up to date with the source."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from charterpress.content.model import Document
from charterpress.content.model.text import Role
from charterpress.content.texts import texts_of
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding
from charterpress.languages.catalogue import load_po

_KIND = {
    Role.PROSE: "running text",
    Role.LEAD_IN: "words that lead into a list; the entries follow them",
    Role.ITEM: "an entry of a list",
    Role.HEADING: "a heading",
    Role.LABEL: "a name or a label",
    Role.NOTE: "a footnote",
}

_HEADER = (
    "# Translation of {document} into {locale}. Every text is a draft until it is\n"
    "# marked '#, reviewed' by somebody who speaks the language."
)


def template_of(document: Document, file: YamlFile, root: Path) -> Catalog:
    """Return the document's texts as a catalogue without translations."""
    catalog = Catalog(project=document.id, charset="utf-8", fuzzy=False)
    source = file.path.relative_to(root).as_posix()
    for text in texts_of(document):
        catalog.add(
            text.text,
            context=text.context,
            locations=[(source, file.place(text.pointer).line)],
            auto_comments=[f"{_KIND[text.role]}, at {text.context}"],
        )
    return catalog


def update_catalogue(path: Path, locale: str, template: Catalog) -> tuple[bytes | None, tuple[Finding, ...]]:
    """Return the PO file at `path` brought up to date; translations of changed texts need review.

    A file that cannot be read gives findings and no bytes, so that nothing is lost.
    """
    tag = locale.replace("-", "_")
    catalog = Catalog(locale=tag, project=template.project, charset="utf-8", fuzzy=False)
    catalog.header_comment = _HEADER.format(document=template.project, locale=locale)
    if path.is_file():
        found, findings = load_po(path, locale)
        if found is None:
            return None, findings
        catalog = found
    catalog.update(template, no_fuzzy_matching=False)
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, omit_header=False, sort_by_file=False, include_previous=True)
    return buffer.getvalue(), ()

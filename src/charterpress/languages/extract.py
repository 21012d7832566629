"""Write PO files for translators and keep them up to date with the source."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog

from charterpress.content.model import Document
from charterpress.content.model.text import Role
from charterpress.content.texts import texts_of
from charterpress.content.yamlfile import YamlFile
from charterpress.findings import Finding
from charterpress.languages.catalogue import load_po
from charterpress.languages.pofile import PoCatalog, render_po, update_from

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

    A file that cannot be read gives findings and no bytes, so that nothing is lost. Where nothing
    changed, the bytes stay the same.
    """
    catalog = PoCatalog(locale)
    if path.is_file():
        found, findings = load_po(path, locale)
        if found is None:
            return None, findings
        catalog = found
    catalog.project = template.project
    catalog.header_comment = catalog.header_comment or _HEADER.format(document=template.project, locale=locale)
    update_from(catalog, template)
    return render_po(catalog), ()

"""Say on a page which files others may take, what may be done with them, and how to name the source."""

from __future__ import annotations

from typing import Any

from charterpress.content.references import ALL_DOCUMENTS
from charterpress.site.opendata.addresses import SCHEMA, data_file, from_here, text_file
from charterpress.site.opendata.files import OpenData
from charterpress.site.opendata.format.file import AnyDocument


def listing(data: OpenData) -> dict[str, Any]:
    """Return what the template of the page shows; sizes are in thousands of bytes."""
    schema = data.shelf.addresses.sitemap.address(data.shelf.sitemap.default_language, SCHEMA)
    return {
        "rows": [_row(document, data) for document in data.documents],
        "everything": _file(data_file(ALL_DOCUMENTS), data),
        "schema": from_here(schema, data.shelf.depth(SCHEMA.partition("/")[0])),
        "citation": citation(data.documents[0], data),
    }


def citation(document: AnyDocument, data: OpenData) -> dict[str, str]:
    """Return who publishes a document, and its address: how it is named as a source, beside title and version."""
    publisher = document.publisher.name.text if document.publisher is not None else data.site.organisation
    return {"document": document.id, "publisher": publisher or data.site.name, "address": document.address}


def _row(document: AnyDocument, data: OpenData) -> dict[str, Any]:
    return {
        "document": data.shelf.library.documents[document.id].document,
        "data": _file(data_file(document.id), data),
        "text": _file(text_file(document.id), data),
        "licence": document.licence,
    }


def _file(address: str, data: OpenData) -> dict[str, Any]:
    size = len(data.files[address].encode())
    return {"address": address, "kilobytes": max(1, round(size / 1000))}

"""Say in the words of schema.org what a page holds: JSON-LD, which search engines read and browsers never run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from charterpress.site.opendata.addresses import from_here
from charterpress.site.opendata.format.charter import OpenCharter
from charterpress.site.opendata.format.file import AnyDocument, Site
from charterpress.site.opendata.format.parts import Label, Words
from charterpress.site.opendata.format.rules import OpenGuide

_QUESTION_MARKS = ("?", "؟")


def linked_data(document: AnyDocument, site: Site, depth: int) -> str:
    """Return what goes into a page's `<script type="application/ld+json">`.

    `depth` says how many folders below the site's root the page stands: where the site has no address, links start at
    the page. Promises and provisions are not said again here: an old phone would load each of them twice, and the files
    named as `encoding` have them all.
    """
    made = {key: value for key, value in _document(document, site).items() if value not in (None, [], "")}
    text = json.dumps({"@context": "https://schema.org", **_placed(made, depth)}, ensure_ascii=False)
    # Neither </script> nor <!-- can then stand in it.
    return text.replace("<", "\\u003c")


def _placed(value: Any, depth: int) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, Mapping):
        keys = {"@id", "url", "contentUrl"}
        return {
            key: from_here(each, depth) if key in keys else _placed(each, depth)
            for key, each in value.items()
            if each is not None
        }
    return [_placed(each, depth) for each in value] if isinstance(value, list) else value


def _document(document: AnyDocument, site: Site) -> dict[str, Any]:
    own = next(each for each in document.translations if each.language == document.language)
    original = next((each for each in document.translations if each.state == "original"), None)
    organisation = {"@type": "Organization", "name": site.organisation, "url": site.address}
    publisher, based_on = document.publisher, list(_based_on(document))
    plainer = document.source is not None and document.source.plain_english_version
    return {
        "@type": _type(document),
        "@id": document.address,
        "url": document.address,
        "name": _said(document.title),
        "description": _said(document.summary),
        "inLanguage": document.language,
        "version": document.version,
        "datePublished": document.approved.isoformat() if document.approved else None,
        "creativeWorkStatus": "Draft" if own.state == "draft" else None,
        "audience": {"@type": "Audience", "audienceType": document.audience},
        "publisher": {"@type": "Organization", "name": _said(publisher.name), "url": publisher.website}
        if publisher is not None
        else organisation
        if site.organisation
        else None,
        # A version in other words is not the publisher's text, so its licence is not that of the page.
        "license": None if plainer else _licence(document),
        "isBasedOn": based_on[0] if len(based_on) == 1 else based_on,
        "translationOfWork": {"@id": original.address} if original is not None and own is not original else None,
        "encoding": [
            {"@type": "MediaObject", "encodingFormat": "application/json", "contentUrl": own.data},
            {"@type": "MediaObject", "encodingFormat": "text/plain", "contentUrl": own.plain_text},
        ],
        "mainEntity": _question(document) if isinstance(document, OpenGuide) else None,
    }


def _based_on(document: AnyDocument) -> Iterator[dict[str, Any]]:
    """Yield the text that a document is based on, and the charter that it was made from."""
    source = document.source
    if source is not None:
        yield {
            "@type": "CreativeWork",
            "name": _said(source.title),
            "publisher": {"@type": "Organization", "name": _said(source.publisher)},
            "url": source.website,
            "license": _licence(document),
        }
    adaptation = document.adaptation if isinstance(document, OpenCharter) else None
    if adaptation is not None:
        origin = adaptation.based_on[0]
        publisher = origin.publisher
        named = (
            {"@type": "Organization", "name": _said(publisher.name), "url": publisher.website} if publisher else None
        )
        yield {
            "@type": "DigitalDocument",
            "name": _said(origin.title),
            "version": origin.version,
            "publisher": named,
            "url": origin.address,
            "license": origin.licence.website,
        }


def _type(document: AnyDocument) -> str:
    return "FAQPage" if isinstance(document, OpenGuide) and _is_question(document) else "DigitalDocument"


def _is_question(guide: OpenGuide) -> bool:
    return guide.title.text.rstrip().endswith(_QUESTION_MARKS)


def _question(guide: OpenGuide) -> dict[str, Any] | None:
    """Return the question of a guide with its short answer, where its title is one."""
    if not _is_question(guide):
        return None
    answer = " ".join(text.text for text in guide.answer)
    return {
        "@type": "Question",
        "name": _said(guide.title),
        "acceptedAnswer": {"@type": "Answer", "text": answer, "url": guide.address},
    }


def _licence(document: AnyDocument) -> object:
    licence = document.licence
    if licence.website is not None:
        return licence.website
    return {"@type": "CreativeWork", "name": _said(licence.name)} if licence.name is not None else None


def _said(text: Label | Words | None) -> object:
    if text is None:
        return None
    return text.text if text.language is None else {"@value": text.text, "@language": text.language}

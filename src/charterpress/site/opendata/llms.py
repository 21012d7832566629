"""Write llms.txt: what a site holds and where, for programs that read it in place of people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charterpress.content.references import ALL_DOCUMENTS
from charterpress.languages.locales import load_locale
from charterpress.languages.pseudo import PSEUDO_LOCALES
from charterpress.languages.words import Words
from charterpress.site.addresses import FOLDER_OF_KIND, SECTIONS
from charterpress.site.labels import section_texts
from charterpress.site.opendata.addresses import GUIDE_FOR_MODELS, SCHEMA, data_file, from_here, text_file
from charterpress.site.opendata.documents import Shelf
from charterpress.site.opendata.format.charter import OpenCharter
from charterpress.site.opendata.format.file import AnyDocument, Site
from charterpress.site.opendata.format.parts import Label
from charterpress.site.opendata.format.parts import Words as Text


def render_guide(documents: Iterable[AnyDocument], site: Site, shelf: Shelf, words: Words) -> str:
    """Return the guide to a language of a site, as Markdown (https://llmstxt.org)."""
    return "\n".join(_lines(tuple(documents), site, shelf, words)).rstrip("\n") + "\n"


def _lines(documents: tuple[AnyDocument, ...], site: Site, shelf: Shelf, words: Words) -> Iterator[str]:
    texts, addresses = section_texts(words), shelf.addresses
    depth = shelf.depth("")
    yield from (f"# {site.name}", "", f"> {texts['charters'][1]}", "")
    if site.organisation:
        yield from (site.organisation, "")
    for section in SECTIONS:
        found = [document for document in documents if FOLDER_OF_KIND[document.kind] == section]
        if found:
            yield from (f"## {texts[section][0]}", "")
            yield from (_listed(document, shelf, words) for document in found)
            yield ""
    yield from (f"## {texts['data'][0]}", "", texts["data"][1], "")
    yield f"- [{words('All texts in one file')}]({from_here(addresses.file(data_file(ALL_DOCUMENTS)), depth)})"
    yield f"- [{words('What the data means')}]({from_here(addresses.shared(SCHEMA), depth)}): JSON Schema"
    others = [
        code
        for code in shelf.sitemap.locales
        if code != shelf.locale and code not in PSEUDO_LOCALES and shelf.languages[code].shown
    ]
    if others:
        yield from ("", f"## {words('Languages')}", "")
        for code in others:
            yield f"- [{load_locale(code).name}]({from_here(addresses.file(GUIDE_FOR_MODELS, code), depth)})"


def _listed(document: AnyDocument, shelf: Shelf, words: Words) -> str:
    own = next(each for each in document.translations if each.language == document.language)
    draft = f" ({words('Draft translation')})" if own.state == "draft" else ""
    depth = shelf.depth("")
    text = f"[{words('Plain text')}]({from_here(shelf.addresses.file(text_file(document.id)), depth)})"
    title, summary = _marked(document.title), _marked(document.summary)
    adaptation = document.adaptation if isinstance(document, OpenCharter) else None
    made_from = f" {words('Based on:')} {_marked(adaptation.based_on[0].title)}." if adaptation is not None else ""
    return f"- [{title}]({from_here(document.address, depth)}): {summary}{made_from}{draft} {text}"


def _marked(text: Label | Text) -> str:
    return text.text if text.language is None else f"[{load_locale(text.language).name}] {text.text}"

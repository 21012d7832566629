"""Say how far translations are: on each page for its readers, on one page for editors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from charterpress.content.inline import plain_text
from charterpress.content.model.text import Text
from charterpress.content.places import shorter_wordings
from charterpress.content.texts import identifiers
from charterpress.findings import shortened
from charterpress.languages.catalogue import MACHINE, State
from charterpress.languages.library import LocalisedLibrary
from charterpress.languages.locales import Locale, load_locale
from charterpress.languages.status import STATES, Progress
from charterpress.languages.translate import Localised
from charterpress.site.addresses import BOARD, SiteMap, path_of


def notice_of(
    item: Localised, locale: Locale, source_href: str | None, *, gathered_draft: bool = False
) -> Mapping[str, object]:
    """Return what a page says of its own translation: how it was made, who has read it, what is not translated.

    `source_href` leads to the original. With `gathered_draft` the page also shows drafts of other documents.
    """
    source = load_locale(item.document.language)
    on_paper = shorter_wordings(item.document)
    places = {identifier for identifier, _ in identifiers(item.document)}
    return {
        "draft": item.draft or gathered_draft,
        "machine": item.method == MACHINE,
        "translator": item.translator,
        "checked": sum(each.state is State.REVIEWED for each in item.texts if each.context not in on_paper),
        "reviews": [f"{review.name} ({locale.date(review.day)})" for review in item.reviews],
        "source_href": source_href,
        "source": source,
        "untranslated": [
            (owner if (owner := each.context.partition(".")[0]) in places else "", shortened(plain_text(each.source)))
            for each in item.untranslated
            if each.context not in on_paper
        ],
    }


def board_of(progress: Sequence[Progress], library: LocalisedLibrary, sitemap: SiteMap) -> list[dict[str, object]]:
    """Return the languages of a site in their order, each with a row a document, for the page of editors."""
    rows: dict[str, list[dict[str, object]]] = {}
    here = library.locale.code
    for each in progress:
        title = library.documents[each.document.id].document.title
        row = {
            "title": plain_text(title),
            "title_locale": load_locale(title.language if isinstance(title, Text) else here),
            "href": sitemap.link(here, BOARD, path_of(each.document), each.locale),
            "per_cent": {state: each.per_cent(state) for state in STATES},
            "shown": each.shown,
            "blocked": each.blocked,
            "reader": each.reader,
        }
        rows.setdefault(each.locale, []).append(row)
    return [{"locale": load_locale(code), "rows": rows[code]} for code in sitemap.locales if code in rows]

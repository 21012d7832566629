"""Write the synthetic site as a charterpress project: YAML, and a PO file a document and language."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import yaml
from articles import HOME_TEXTS, Article, Part
from tongues import translate

from charterpress.content.library import load_library
from charterpress.content.texts import texts_of


def write_project(root: Path, articles: Sequence[Article], languages: Sequence[str]) -> None:
    """Write the project, with every text translated as a draft."""
    _write(root / "mkdocs.yml", yaml.safe_dump(_settings(languages), sort_keys=False))
    for article in articles:
        _write(_path(root, article), yaml.safe_dump(_document(article, articles), sort_keys=False, width=100))
    for locale in languages:
        name = "index.md" if locale == "en" else f"index.{locale}.md"
        title, words = (translate(text, locale) for text in HOME_TEXTS)
        _write(root / "docs" / name, f"# {title}\n\n{words}\n")
    library = load_library(root / "docs")
    if library.findings:
        message = f"the made-up documents are not right: {library.findings[0].message}"
        raise ValueError(message)
    for document in library.documents.values():
        texts = [(text.context, text.text) for text in texts_of(document)]
        for locale in languages[1:]:
            translated = ((context, text, translate(text, locale)) for context, text in dict.fromkeys(texts))
            _write(root / "i18n" / locale / f"{document.id}.po", "\n".join(render_catalogue(translated, locale)))


def change_document(root: Path, article: Article, words: str) -> None:
    """Change one text of a document; its translations are then out of date, and its pages show the new source text."""
    path = _path(root, article)
    document = yaml.safe_load(path.read_text("utf-8"))
    _write(path, yaml.safe_dump({**document, "summary": words}, sort_keys=False, width=100))


def _path(root: Path, article: Article) -> Path:
    return root / "docs" / f"{article.address}.yml"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _settings(languages: Sequence[str]) -> dict[str, object]:
    listed = [{"locale": code, "name": code, **({"default": True} if code == "en" else {})} for code in languages]
    return {
        "site_name": "Synthetic site",
        "site_url": "https://charters.example/",
        "theme": {"name": "material", "font": False},
        "plugins": [
            {"i18n": {"docs_structure": "suffix", "fallback_to_default": False, "languages": listed}},
            # Only the site is compared, so no leaflets; a document stays on all sites while a translation is missing.
            {"charterpress": {"translations": {"draft": "show"}, "leaflets": {"enabled": False}}},
        ],
    }


def _document(article: Article, articles: Sequence[Article]) -> dict[str, object]:
    return {
        "kind": article.kind,
        "id": article.id,
        "title": article.title,
        "summary": article.summary,
        "definitions": [{"id": "term", "term": article.term, "meaning": article.meaning}],
        **_BODIES[article.kind](article, articles),
    }


def _theme(article: Article, _: Sequence[Article]) -> dict[str, object]:
    return {"meaning": [text for part in article.parts for text in (*part.paragraphs, *part.items)]}


def _charter(article: Article, articles: Sequence[Article]) -> dict[str, object]:
    themes = [other.id for other in articles if other.kind == "theme"]
    blocks = [
        {
            "id": f"block-{number}",
            "title": part.title,
            "by": "parents" if number % 2 else "services",
            "to": "services" if number % 2 else "parents",
            "lead_in": part.lead_in,
            "commitments": [
                {
                    "id": f"promise-{number}-{index}",
                    "text": text,
                    **({"detail": part.paragraphs[0]} if not index else {}),
                }
                for index, text in enumerate(part.items)
            ],
        }
        for number, part in enumerate(article.parts)
    ]
    return {
        "parties": [{"id": "parents", "name": "Parents"}, {"id": "services", "name": "Services"}],
        "themes": [{"theme": themes[article.number % len(themes)], "promises": blocks}],
    }


def _guidance(article: Article, _: Sequence[Article]) -> dict[str, object]:
    return {
        "instrument": {
            "title": "A synthetic instrument",
            "issuer": "Nobody",
            "force": "advice",
            "applies_to": article.parts[0].paragraphs[0],
        },
        "sections": [
            {
                "id": f"section-{number}",
                "title": part.title,
                "body": list(part.paragraphs) if number else [part.lead_in],
                "provisions": [
                    {"id": f"provision-{number}-{index}", "duty": "should", "who": "Staff", "text": text}
                    for index, text in enumerate(part.items)
                ],
            }
            for number, part in enumerate(article.parts)
        ],
    }


def _guide(article: Article, _: Sequence[Article]) -> dict[str, object]:
    first, *others = article.parts
    return {
        "answer": list(first.paragraphs),
        "sections": [
            {"id": f"section-{number}", "title": part.title, "body": [*part.paragraphs, _list(part)]}
            for number, part in enumerate(others)
        ],
        "next_steps": [{"id": f"step-{index}", "text": text} for index, text in enumerate(first.items)],
        "related": [f"guide:{article.related.rpartition('/')[2]}"],
    }


def _list(part: Part) -> dict[str, object]:
    return {"lead_in": part.lead_in, "items": list(part.items)}


_BODIES = {"theme": _theme, "charter": _charter, "guidance": _guidance, "guide": _guide}


def render_catalogue(translated: Iterable[tuple[str, str, str]], locale: str) -> Iterator[str]:
    """Yield the parts of a PO file: a context, a text and its translation each."""
    yield f'msgid ""\nmsgstr ""\n"Language: {locale}\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    for context, text, translation in translated:
        yield f"#. at {context}\nmsgctxt {_quoted(context)}\nmsgid {_quoted(text)}"
        yield f"msgstr {_quoted(translation)}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)

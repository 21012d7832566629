"""Write the synthetic site as plain Markdown for MkDocs, Material and mkdocs-static-i18n: the same words and pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from articles import FOLDERS, HOME_TEXTS, Article
from tongues import translate

Line = tuple[str, str, str]
"""What stands before a text, the text, which is translated, and what stands after it."""


def write_project(root: Path, articles: Sequence[Article], languages: Sequence[str]) -> None:
    """Write the project: a Markdown file a page and language, told apart by suffix."""
    root.mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(yaml.safe_dump(_settings(languages), sort_keys=False), "utf-8")
    for address, lines in _pages(articles):
        for locale in languages:
            path = root / "docs" / f"{address}{'' if locale == 'en' else f'.{locale}'}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("".join(f"{a}{translate(text, locale)}{z}\n" for a, text, z in lines), "utf-8")


def change_document(root: Path, article: Article, words: str) -> None:
    """Change the same text that is changed in the YAML."""
    path = root / "docs" / f"{article.address}.md"
    path.write_text(path.read_text("utf-8").replace(article.summary, words), "utf-8")


def _settings(languages: Sequence[str]) -> dict[str, object]:
    listed = [{"locale": code, "name": code, **({"default": True} if code == "en" else {})} for code in languages]
    return {
        "site_name": "Synthetic site",
        "site_url": "https://charters.example/",
        # Without pruning each page links to all pages, and this build would be slower still.
        "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
        "plugins": [
            "search",
            {"i18n": {"docs_structure": "suffix", "fallback_to_default": False, "languages": listed}},
        ],
    }


def _pages(articles: Sequence[Article]) -> Iterator[tuple[str, list[Line]]]:
    title, words = HOME_TEXTS
    yield "index", [("# ", title, "\n"), ("", words, "")]
    for article in articles:
        yield article.address, list(_document(article))
    for folder in FOLDERS.values():
        listed = [article for article in articles if FOLDERS[article.kind] == folder]
        entries = [("- [", article.title, f"]({article.id}.md)") for article in listed]
        yield f"{folder}/index", [("# ", folder.capitalize(), "\n"), *entries]
    terms = [("- **", article.term, f"** [{article.id}]({article.address}.md)") for article in articles]
    yield "glossary", [("# ", "Word list", "\n"), *terms]


def _document(article: Article) -> Iterator[Line]:
    yield "# ", article.title, "\n"
    yield "", article.summary, "\n"
    for part in article.parts:
        yield "## ", part.title, "\n"
        yield from (("", text, "\n") for text in part.paragraphs)
        yield "", part.lead_in, "\n"
        yield from (("- ", text, "") for text in part.items)
        yield "", "", ""
    yield "## ", article.term, "\n"
    yield "", article.meaning, ""

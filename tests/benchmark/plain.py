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
        "theme": {"name": "material", "font": False},
        # Promises and points of guidance have addresses of their own here as well.
        "markdown_extensions": ["attr_list"],
        "plugins": [
            "search",
            {"i18n": {"docs_structure": "suffix", "fallback_to_default": False, "languages": listed}},
        ],
    }


def _pages(articles: Sequence[Article]) -> Iterator[tuple[str, list[Line]]]:
    title, words = HOME_TEXTS
    home: list[Line] = [("# ", title, "\n"), ("", words, "\n")]
    for kind, folder in FOLDERS.items():
        listed = [article for article in articles if article.kind == kind]
        heading = folder.capitalize()
        home += [("## ", heading, "\n"), *(line for article in listed for line in _card(article, "- ", f"{folder}/"))]
        cards = [line for article in listed for line in _card(article, "## ", "")]
        yield f"{folder}/index", [("# ", heading, "\n"), *cards]
        for article in listed:
            gathered = [line for other in _charters_on(article, articles) for line in _promises(other)]
            yield article.address, [*_document(article), *gathered]
    yield "index", home
    yield "glossary", [("# ", "Word list", "\n"), *(line for article in articles for line in _term(article))]


def _charters_on(theme: Article, articles: Sequence[Article]) -> Iterator[Article]:
    """Yield the charters whose promises are on a theme; any other document is no theme."""
    themes = [article for article in articles if article.kind == "theme"]
    for article in articles:
        if article.kind == "charter" and themes[article.number % len(themes)] == theme:
            yield article


def _document(article: Article) -> Iterator[Line]:
    yield "# ", article.title, "\n"
    yield "", article.summary, "\n"
    for number, part in enumerate(article.parts):
        yield "## ", part.title, f" {{ #section-{number} }}\n"
        yield from (("", text, "\n") for text in part.paragraphs)
        yield "", part.lead_in, "\n"
        yield from (("- ", text, f"\n{{: #point-{number}-{index} }}") for index, text in enumerate(part.items))
        yield "", "", ""
    yield "## ", article.term, " { #term }\n"
    yield "", article.meaning, "\n"
    yield "[", "Read more", f"](../{article.related}.md)\n"


def _card(article: Article, mark: str, folder: str) -> Iterator[Line]:
    yield f"{mark}[", article.title, f"]({folder}{article.id}.md)\n"
    yield "    " if mark == "- " else "", article.summary, "\n"


def _promises(charter: Article) -> Iterator[Line]:
    yield "## [", charter.title, f"](../{charter.address}.md)\n"
    for number, part in enumerate(charter.parts):
        yield "### [", part.title, f"](../{charter.address}.md#section-{number})\n"
        yield "", part.lead_in, "\n"
        yield from (("- ", text, "") for text in part.items)
        yield "", "", ""


def _term(article: Article) -> Iterator[Line]:
    yield "**", article.term, f"**\n{{: #{article.id} }}\n"
    yield "", article.meaning, "\n"
    yield "[", article.title, f"]({article.address}.md#term)\n"

"""Write a project of many charters: those of the reference site, with every text a little different in each."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from structured import render_catalogue

from charterpress.content.library import load_library
from charterpress.content.texts import texts_of
from charterpress.languages.catalogue import load_catalogue

REFERENCE = Path(__file__).resolve().parents[2]
MODELS = ("mutual-expectations", "parents-deserve")
"""The charters of the reference site that are there in every language, the longer one first."""
LANGUAGES = ("en", "cy", "pl", "ur", "bn")


@dataclass(frozen=True)
class Copy:
    """Name a charter that is like one of the reference site; `number` stands behind each of its texts."""

    model: str
    number: int

    @property
    def id(self) -> str:
        """Return the charter's name in addresses."""
        return f"{self.model}-{self.number}"

    def changed(self, text: str) -> str:
        """Return a text that no other copy has, so that nothing set for another can be used again."""
        return f"{text} {self.number}"


def copies(number: int) -> tuple[Copy, ...]:
    """Return so many copies, half of them of the longer charter; those come first."""
    longer = (number + 1) // 2
    return tuple(Copy(MODELS[0 if at < longer else 1], at + 1) for at in range(number))


def write_charters(root: Path, made: tuple[Copy, ...], formats: tuple[str, ...]) -> None:
    """Write the project in every language, with the reference site's own translations, all of them drafts."""
    (root / "docs" / "charters").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(yaml.safe_dump(_settings(formats), sort_keys=False), "utf-8")
    shutil.copytree(REFERENCE / "docs" / "themes", root / "docs" / "themes")
    for locale in LANGUAGES[1:]:
        (root / "i18n" / locale).mkdir(parents=True)
        for theme in (root / "docs" / "themes").glob("*.yml"):
            shutil.copy(_catalogue_path(REFERENCE, locale, theme.stem), root / "i18n" / locale)
    library = load_library(REFERENCE / "docs")
    for copy in made:
        texts = tuple(dict.fromkeys((text.context, text.text) for text in texts_of(library.documents[copy.model])))
        source = yaml.safe_load((REFERENCE / "docs" / "charters" / f"{copy.model}.yml").read_text("utf-8"))
        document = {**_with_changed(source, frozenset(text for _, text in texts), copy), "id": copy.id}
        path = root / "docs" / "charters" / f"{copy.id}.yml"
        path.write_text(yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=100), "utf-8")
        for locale in LANGUAGES[1:]:
            lines = render_catalogue(_translated(copy, texts, locale), locale)
            _catalogue_path(root, locale, copy.id).write_text("\n".join(lines), "utf-8")


def _settings(formats: tuple[str, ...]) -> dict[str, object]:
    listed = [{"locale": code, "name": code, **({"default": True} if code == "en" else {})} for code in LANGUAGES]
    options = {
        "organisation": "A made-up council",
        "translations": {"missing": "source", "draft": "show"},
        "leaflets": {"formats": list(formats)},
    }
    return {
        "site_name": "Many charters",
        "site_url": "https://charters.example/",
        "theme": {"name": "material", "font": False},
        "plugins": [
            {"i18n": {"docs_structure": "suffix", "fallback_to_default": False, "languages": listed}},
            {"charterpress": options},
        ],
    }


def _with_changed(value: object, texts: frozenset[str], copy: Copy) -> dict[str, object]:
    """Return a document as YAML has it, with each of its texts changed; ids and addresses stay."""

    def changed(value: object) -> object:
        if isinstance(value, dict):
            return {key: changed(part) for key, part in value.items()}
        if isinstance(value, list):
            return [changed(part) for part in value]
        return copy.changed(value) if isinstance(value, str) and value in texts else value

    if not isinstance(value, dict):
        message = "a document is a mapping"
        raise TypeError(message)
    return {str(key): changed(part) for key, part in value.items()}


def _translated(copy: Copy, texts: tuple[tuple[str, str], ...], locale: str) -> Iterator[tuple[str, str, str]]:
    catalogue = load_catalogue(_catalogue_path(REFERENCE, locale, copy.model), locale)
    for context, text in texts:
        entry = catalogue.find(context, text)
        if entry is None or not entry.translation:
            message = f"'{copy.model}' is not translated into '{locale}' to the end: {text}"
            raise ValueError(message)
        yield context, copy.changed(text), copy.changed(entry.translation)


def _catalogue_path(root: Path, locale: str, document: str) -> Path:
    return root / "i18n" / locale / f"{document}.po"

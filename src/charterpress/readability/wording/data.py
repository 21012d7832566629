"""Load the word lists that ship with the package, checked against the shape their reader expects."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from charterpress.content.yamlfile import load_yaml

FOLDER = Path(str(files("charterpress.readability.wording")))

D = TypeVar("D", bound=BaseModel)


def load_data(shape: type[D], language: str, name: str) -> D | None:
    """Return the list `name` of a language (a bare BCP 47 tag), or None where it has none.

    Raise ValueError where the file is not as it should be.
    """
    # The tag may come from a document, so it must not lead out of the folder.
    path = FOLDER / language / f"{name}.yml"
    if not language.isalpha() or not path.is_file():
        return None
    file = load_yaml(path)
    if file.findings:
        message = f"{path.name}, line {file.findings[0].line}: {file.findings[0].message}"
        raise ValueError(message)
    return shape.model_validate(file.data)

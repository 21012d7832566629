"""Define a family guide: a question, a short answer, what the rules say, what to do next."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from charterpress.content.model.base import Body, Document, Model
from charterpress.content.model.text import (
    Fixed,
    Heading,
    Identifier,
    ItemText,
    Label,
    Prose,
    WebAddress,
)


class GuideSection(Model):
    """Hold a part of the answer with the provisions it rests on."""

    id: Identifier
    title: Heading
    body: Body = Field(min_length=1)
    cites: tuple[Fixed, ...] = Field(
        default=(), description="Provisions of guidance, each as <guidance id>#<provision id>."
    )


class NextStep(Model):
    """Hold something the reader can do now."""

    id: Identifier
    text: ItemText


class Download(Model):
    """Hold a letter, form or leaflet to take away."""

    id: Identifier
    title: Label
    url: WebAddress


class Guide(Document):
    """Answer a family's question; the document's title is the question."""

    kind: Literal["guide"]
    answer: tuple[Prose, ...] = Field(min_length=1)
    sections: tuple[GuideSection, ...] = ()
    next_steps: tuple[NextStep, ...] = ()
    related: tuple[Fixed, ...] = Field(default=(), description="Other documents, each as <kind>:<id>.")
    downloads: tuple[Download, ...] = ()

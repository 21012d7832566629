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

    id: Identifier = Field(
        description="Its permanent address; charterpress ids makes one.", examples=["what-the-rules-say"]
    )
    title: Heading = Field(description="The heading of the section.", examples=["What the rules say"])
    body: Body = Field(
        min_length=1,
        description="Its paragraphs and lists.",
        examples=[["Practitioners should share the assessment with you."]],
    )
    cites: tuple[Fixed, ...] = Field(
        default=(),
        description="Provisions of guidance, each as <guidance id>#<provision id>.",
        examples=[["working-together#share-assessment"]],
    )


class NextStep(Model):
    """Hold something the reader can do now."""

    id: Identifier = Field(
        description="Its permanent address; charterpress ids makes one.", examples=["ask-for-a-copy"]
    )
    text: ItemText = Field(description="What the reader can do now.", examples=["Ask for a copy of the assessment."])


class Download(Model):
    """Hold a letter, form or leaflet to take away."""

    id: Identifier = Field(description="Its permanent address; charterpress ids makes one.", examples=["letter"])
    title: Label = Field(description="What it is called.", examples=["A letter to ask for a copy"])
    url: WebAddress = Field(description="Where it can be had.", examples=["https://forum.littleham.example/letter.pdf"])


class Guide(Document):
    """Answer a family's question; the document's title is the question."""

    kind: Literal["guide"] = Field(
        description="Makes this document a family guide: a question and its answer.", examples=["guide"]
    )
    answer: tuple[Prose, ...] = Field(
        min_length=1,
        description="The short answer, a paragraph each.",
        examples=[["Yes. You can ask to see what was written about you."]],
    )
    sections: tuple[GuideSection, ...] = Field(default=(), description="The longer answer, part by part.")
    next_steps: tuple[NextStep, ...] = Field(default=(), description="What the reader can do now, an entry each.")
    related: tuple[Fixed, ...] = Field(
        default=(), description="Other documents, each as <kind>:<id>.", examples=[["charter:working-together"]]
    )
    downloads: tuple[Download, ...] = Field(default=(), description="Letters, forms and leaflets to take away.")

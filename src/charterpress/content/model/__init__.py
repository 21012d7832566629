"""Define what a document may hold; one module a kind of document."""

from charterpress.content.model.adaptation import Adaptation
from charterpress.content.model.adapted import AdaptedCharter
from charterpress.content.model.base import Document, Model
from charterpress.content.model.charter import Charter
from charterpress.content.model.guidance import Guidance
from charterpress.content.model.guide import Guide
from charterpress.content.model.statement import Statement
from charterpress.content.model.theme import Theme

KINDS: dict[str, type[Document]] = {
    "adaptation": Adaptation,
    "charter": Charter,
    "guidance": Guidance,
    "guide": Guide,
    "statement": Statement,
    "theme": Theme,
}

__all__ = [
    "KINDS",
    "Adaptation",
    "AdaptedCharter",
    "Charter",
    "Document",
    "Guidance",
    "Guide",
    "Model",
    "Statement",
    "Theme",
]

"""Ask for what is not given as an option, where there is somebody to ask."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from charterpress.new.questions import Question

no_questions = click.option(
    "--no-questions", is_flag=True, help="Ask nothing; what is not given gets the usual answer."
)


def answer(questions: Sequence[Question], given: Mapping[str, str | None], *, quiet: bool) -> dict[str, str]:
    """Return an answer to every question: what is given, what somebody at a terminal says, or the usual."""
    from charterpress.new.questions import settle  # noqa: PLC0415 - `--help` must not wait for it

    asked = {} if quiet or not on_terminal() else {q.name: _ask(q) for q in questions if given.get(q.name) is None}
    return settle(questions, {**given, **asked})


def on_terminal() -> bool:
    """Tell whether there is somebody to ask."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _ask(question: Question) -> str:
    """Ask until there is an answer that can be used."""

    def checked(words: str) -> str:
        said = " ".join(words.split())
        complaint = question.check(said) if said else None
        if complaint is not None:
            raise click.UsageError(complaint)
        if not said and question.default is None:
            message = "This one needs an answer."
            raise click.UsageError(message)
        return said

    default = question.default if question.default is not None else ""
    return str(click.prompt(question.words, default=default, show_default=bool(default), value_proc=checked))

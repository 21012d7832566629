"""Read the commands that start something new."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import click

from charterpress.cli.asking import answer, no_questions
from charterpress.cli.options import end_with, project_option
from charterpress.findings import Finding

# What a command needs is imported when it runs: `--help` must not wait for it.


@click.group()
def new() -> None:
    """Start something new.

    On a terminal, each command asks a few plain questions about what is not given as an option. Elsewhere, such as in
    a script, it asks nothing and names what is missing. No file is ever overwritten.
    """


@new.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", help="What the site is called.")
@click.option("--organisation", help="Which organisation publishes it.")
@click.option("--email", help="To which e-mail address readers can write.")
@click.option("--url", help="At which web address it will be.")
@click.option(
    "--language", "languages", multiple=True, metavar="CODE", help="A language beside English; may be repeated."
)
@no_questions
def site(folder: Path, languages: tuple[str, ...], *, no_questions: bool, **given: str | None) -> None:
    """Start a site in FOLDER.

    Writes settings, first pages, an example of a charter with its themes, and a README that says what to change. It
    builds at once.
    """
    from charterpress.new.site import QUESTIONS, start_site  # noqa: PLC0415 - see above

    _end(*start_site(folder, answer(QUESTIONS, {**given, "language": " ".join(languages) or None}, quiet=no_questions)))


@new.command()
@project_option
@click.option("--title", help="What the charter is called.")
@click.option("--summary", help="What it is about, in a sentence.")
@click.option("--by", help="Who makes the first promises.")
@click.option("--to", help="Whom they make them to.")
@click.option("--theme", help="What they are about: the id of a theme, or words for a new one.")
@click.option("--short", help="A short address, to print and to type.")
@click.option("--id", help="Its permanent address. Default: made from the title.")
@no_questions
def charter(root: Path, *, no_questions: bool, **given: str | None) -> None:
    """Start a charter.

    Writes docs/charters/ID.yml with two sides and an example of each thing that a promise can have, and the theme if
    it is new.
    """
    _start("charter", root, given, quiet=no_questions)


@new.command()
@project_option
@click.option("--title", help="What the guidance is called.")
@click.option("--summary", help="What it is about, in a sentence.")
@click.option("--issuer", help="Who issued it. Default: the organisation of the site.")
@click.option("--force", help="How binding it is: law, statutory-guidance, local-procedure or advice.")
@click.option("--audience", help="Who reads it: families or practitioners.")
@click.option("--id", help="Its permanent address. Default: made from the title.")
@no_questions
def guidance(root: Path, *, no_questions: bool, **given: str | None) -> None:
    """Start guidance.

    Writes docs/guidance/ID.yml with a section that has an example of what staff must and should do.
    """
    _start("guidance", root, given, quiet=no_questions)


@new.command()
@project_option
@click.option("--title", help="The question that the guide answers.")
@click.option("--answer", help="The short answer, in a sentence or two.")
@click.option("--summary", help="What it is about, in a sentence.")
@click.option("--id", help="Its permanent address. Default: made from the question.")
@no_questions
def guide(root: Path, *, no_questions: bool, **given: str | None) -> None:
    """Start a guide for families: a question and its answer.

    Writes docs/guides/ID.yml with an example of a section and of a next step.
    """
    _start("guide", root, given, quiet=no_questions)


@new.command()
@project_option
@click.argument("locale", required=False)
@click.argument("documents", nargs=-1)
@click.option("--site-name", help="The name of the site in this language.")
@no_questions
def language(
    root: Path, locale: str | None, documents: tuple[str, ...], site_name: str | None, *, no_questions: bool
) -> None:
    """Add a language to the site.

    Lists the language LOCALE, such as 'so' for Somali, in mkdocs.yml, and writes its start page and its PO files, for
    DOCUMENTS or for all. Says which fonts the leaflets have for it and whether its pages can get a reading grade.
    """
    from charterpress.new.language import QUESTIONS, add_language  # noqa: PLC0415 - see above

    # Who gives the code has said what there is to say.
    said = answer(QUESTIONS, {"LOCALE": locale, "site-name": site_name}, quiet=no_questions or locale is not None)
    added, findings = add_language(root, said["LOCALE"], documents, said["site-name"] or None)
    _end(added, findings)


@new.command()
@project_option
@click.option("--adapts", metavar="ID", help="The charter that is adapted.")
@click.option("--from", metavar="FOLDER", help="The folder that it is in. Default: it is in this project.")
@click.option("--package", help="The installed package that it is in.")
@click.option("--title", help="What your charter is called.")
@click.option("--summary", help="What it is about, in a sentence.")
@click.option("--agreed-by", help="Who agrees the changes. Default: the organisation of the site.")
@click.option("--name", "names", multiple=True, metavar="NAME=WORDS", help="Words for a named place; may be repeated.")
@click.option("--id", help="Its permanent address. Default: made from the title.")
@no_questions
def adaptation(root: Path, names: tuple[str, ...], *, no_questions: bool, **given: str | None) -> None:
    """Start a charter of your own that is made out of another one.

    Writes docs/charters/ID.yml with the names of your area, and an example of each kind of change.
    """
    from charterpress.new import adaptation as adapting  # noqa: PLC0415 - see above
    from charterpress.new.documents import open_place  # noqa: PLC0415 - see above

    place, findings = open_place(root)
    if place is None:
        end_with(findings)
    source = answer(adapting.SOURCE, given, quiet=no_questions)
    shared, findings = adapting.find_source(place, source)
    if shared is None:
        end_with(findings)
    said = {key.replace("_", "-"): words for key, words in given.items()} | adapting.given_names(shared, names)
    answers = answer(adapting.questions_about(place, shared), said, quiet=no_questions)
    _end(*adapting.start_adaptation(place, shared, answers))


def _start(kind: str, root: Path, given: dict[str, str | None], *, quiet: bool) -> NoReturn:
    from charterpress.new.documents import QUESTIONS, open_place, start_document  # noqa: PLC0415 - see above

    place, findings = open_place(root)
    if place is None:
        end_with(findings)
    _end(*start_document(place, kind, answer(QUESTIONS[kind](place), given, quiet=quiet)))


def _end(started: object | None, findings: tuple[Finding, ...]) -> NoReturn:
    """Say what was written and what comes next, and end as the findings ask for."""
    if started is not None:
        click.echo(started)
    end_with(findings)

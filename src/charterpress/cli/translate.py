"""Read the commands for translators and those who work with them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from charterpress.cli.options import end_with, project_option
from charterpress.findings import Level, has_errors, in_order

_UNREADABLE = {"po-syntax", "po-duplicate"}

# What a command needs is imported when it runs: `--help` must not wait for it.


@click.group()
def translate() -> None:
    """Hand texts to translators and take them back.

    DOCUMENTS are the ids of documents; 'interface' stands for the words on buttons and notices. Without any, all
    documents are meant.
    """


@translate.command()
@project_option
def extract(root: Path) -> None:
    """Write templates (POT) for tools such as Weblate.

    Writes i18n/templates/DOCUMENT.pot for every document. 'update' does not need them.
    """
    from charterpress.languages.exchange.update import extract_templates  # noqa: PLC0415 - see above

    written, findings = extract_templates(root)
    _name_files(written)
    end_with(findings)


@translate.command()
@project_option
@click.argument("locale")
@click.argument("documents", nargs=-1)
def update(root: Path, locale: str, documents: tuple[str, ...]) -> None:
    """Bring the PO files of a language up to date.

    Writes i18n/LOCALE/DOCUMENT.po with what is new or changed. Translations are kept. One whose source text changed
    in more than punctuation is marked for another look, and is not published until somebody has looked at it.
    """
    from charterpress.languages.exchange.update import update_translations  # noqa: PLC0415 - see above

    written, findings = update_translations(root, locale, documents)
    _name_files(written)
    end_with(findings)


@translate.command()
@project_option
@click.argument("locale", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the table as JSON, for other programs.")
def status(root: Path, locale: str | None, *, as_json: bool) -> None:
    """Show how far each document has come in each language.

    Says how many per cent of the texts are in which state, and what keeps a document from being published.
    """
    from charterpress.check import check  # noqa: PLC0415 - see above
    from charterpress.languages.locales import load_locale  # noqa: PLC0415 - the same
    from charterpress.report.progress import progress_json, render_progress  # noqa: PLC0415 - the same
    from charterpress.reports import progress_rows  # noqa: PLC0415 - the same

    if locale is not None:
        load_locale(locale)
    checked = check(root)
    if checked.project is None or not checked.settled:
        # By other settings the table would be another one.
        end_with(tuple(finding for finding in checked.findings if finding.file == Path("mkdocs.yml")))
    rows = tuple(row for row in progress_rows(checked) if locale in {None, row.language})
    click.echo(progress_json(rows) if as_json else render_progress(rows))
    # What cannot be read is not in the table.
    unread = (*checked.library.findings, *(each for each in checked.findings if each.rule in _UNREADABLE))
    if has_errors(unread):
        relative = (finding.relative_to(checked.project.root) for finding in unread if finding.level is Level.ERROR)
        end_with(in_order(relative))


@translate.command()
@project_option
@click.argument("locale")
@click.argument("documents", nargs=-1)
@click.option("--by", "name", required=True, help="The name of who has read the words and takes them for right.")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="The day of the review. Default: today.")
@click.option("--text", "contexts", multiple=True, help="Sign this text only, named by its context (msgctxt).")
def review(  # noqa: PLR0913 - one argument an option
    *,
    root: Path,
    locale: str,
    documents: tuple[str, ...],
    name: str,
    day: datetime | None,
    contexts: tuple[str, ...],
) -> None:
    """Sign the drafts of a language that somebody has read.

    Only a person who speaks the language should sign. The signature holds for the words that were read: when they or
    the source change, the text is a draft again.
    """
    from charterpress.languages.exchange.review import sign_translations  # noqa: PLC0415 - see above

    when = day.date() if day is not None else date.today()  # noqa: DTZ011 - the day where the reader is
    signed, findings = sign_translations(root, locale, documents, name=name, day=when, contexts=frozenset(contexts))
    click.echo(f"signed {signed} {'text' if signed == 1 else 'texts'}")
    end_with(findings)


@translate.command()
@project_option
@click.argument("locale")
@click.argument("documents", nargs=-1)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Default: LOCALE.xlsx here.")
def export(root: Path, locale: str, documents: tuple[str, ...], output: Path | None) -> None:
    """Write the texts of a language into a spreadsheet (.xlsx).

    For translators who have no program for PO files. 'import' takes it back.
    """
    from charterpress.languages.exchange.workbook import export_workbook  # noqa: PLC0415 - see above

    target = output or Path(f"{locale}.xlsx")
    number, findings = export_workbook(root, locale, documents, target)
    if number:
        click.echo(f"wrote {number} texts to {target}")
    end_with(findings)


@translate.command(name="import")
@project_option
@click.argument("locale")
@click.argument("spreadsheet", type=click.Path(path_type=Path, dir_okay=False))
def import_(root: Path, locale: str, spreadsheet: Path) -> None:
    """Take the translations of a spreadsheet into the PO files.

    Every row is checked first. With an error in any of them nothing is taken in.
    """
    from charterpress.languages.exchange.takeback import import_workbook  # noqa: PLC0415 - see above

    written, findings = import_workbook(root, locale, spreadsheet)
    _name_files(written)
    end_with(findings)


def _name_files(written: tuple[Path, ...]) -> None:
    for path in written:
        click.echo(f"wrote {path}")

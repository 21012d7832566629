"""Open a project: find its mkdocs.yml and read what concerns us."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from charterpress.content.languagelist import read_languages
from charterpress.content.salvage import NO_RULES, Salvaged, salvage
from charterpress.content.settings import Project, Settings, Site
from charterpress.content.standins import RULES
from charterpress.content.yamlfile import Pointer, Value, YamlFile, load_yaml
from charterpress.findings import CharterpressError, Finding

_NEEDED = frozenset({("plugins",), ("docs_dir",), ("exclude_docs",)})
"""What decides which files are the documents of a project, and what is known of it at all."""


def load_project(root: Path) -> tuple[Project | None, tuple[Finding, ...]]:
    """Read `root`/mkdocs.yml; no such file stops the run, and with anything wrong in it there are findings alone."""
    project, findings = load_known(root)
    return (None if findings else project), findings


def load_known(root: Path) -> tuple[Project | None, tuple[Finding, ...]]:
    """Read what is right in `root`/mkdocs.yml, for a check of the rest; no such file stops the run.

    There is a project as long as it can be said which files are its documents. `Project.knows` tells what is not known
    of it since the file is wrong there.
    """
    path = root / "mkdocs.yml"
    if not path.is_file():
        message = (
            f"There is no mkdocs.yml in '{root}'. Run the command in the folder of a project, "
            "or name that folder with --project."
        )
        raise CharterpressError(message)
    root = root.resolve()
    file = load_yaml(root / path.name, any_tag=True)
    if not isinstance(file.data, dict):
        missing = () if file.findings else (file.finding("wrong-type", "mkdocs.yml must have keys", "See the README."),)
        return None, (*file.findings, *missing)
    plugins = _plugins(file.data.get("plugins"))
    settings, place = _settings(file, plugins)
    languages = read_languages(file, *plugins.get("i18n", ({}, ("plugins",))))
    # MkDocs takes an empty value for one that is not there.
    given: Value = {key: value for key, value in file.data.items() if value}
    site = salvage(Site, file, given, (), NO_RULES, doubtful=(at for at in file.doubled if len(at) == 1))
    findings = (*file.findings, *settings.findings, *languages.findings, *site.findings)
    unknown = frozenset((*settings.unknown, *languages.unknown, *site.unknown))
    if not file.only_doubled or unknown & _NEEDED:
        return None, findings
    theme = file.data.get("theme")
    overrides = theme.get("custom_dir") if isinstance(theme, dict) else None
    return (
        Project(
            root=root,
            docs=root / site.held.docs_dir,
            i18n=root / "i18n",
            overrides=root / str(overrides) if overrides else None,
            site_name=site.held.site_name,
            site_url=site.held.site_url,
            languages=languages.held,
            settings=settings.held,
            option_places={**_places(file, place), **languages.places},
            excluded=site.held.exclude_docs,
            unknown=unknown,
        ),
        findings,
    )


def _plugins(listed: Value | None) -> dict[str, tuple[Value, Pointer]]:
    """Return the options of each plugin, with their place in the file."""
    if isinstance(listed, dict):
        return {name: (options or {}, ("plugins", name)) for name, options in listed.items()}
    found: dict[str, tuple[Value, Pointer]] = {}
    for index, entry in enumerate(listed) if isinstance(listed, list) else ():
        if isinstance(entry, str):
            found[entry] = ({}, ("plugins", index))
        elif isinstance(entry, dict):
            for name, options in entry.items():
                found[name] = (options or {}, ("plugins", index, name))
    return found


def _settings(file: YamlFile, plugins: dict[str, tuple[Value, Pointer]]) -> tuple[Salvaged[Settings], Pointer]:
    """Return our options, as far as they are right, and where they stand."""
    options, place = plugins.get("charterpress", ("", ("plugins",)))
    found = salvage(Settings, file, options, place, RULES, doubtful=file.doubled_below(place))
    if "charterpress" in plugins:
        return found, place
    hint = "Add '- charterpress' to the list under 'plugins:'."
    missing = file.finding("missing-plugin", "the plugin 'charterpress' is not listed", hint, ("plugins",))
    return replace(found, findings=(missing,)), place


def _places(file: YamlFile, at: Pointer) -> dict[Pointer, tuple[int, int]]:
    """Return line and column of each of our options, by its keys from the plugin on."""
    ours = (pointer for pointer in file.places if pointer[: len(at)] == at)
    return {pointer[len(at) :]: (file.places[pointer].line, file.places[pointer].column) for pointer in ours}

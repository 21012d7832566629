"""Open a project: find its mkdocs.yml and read what concerns us."""

from __future__ import annotations

from pathlib import Path

from charterpress.content.settings import Language, PictureOptions, Project, Settings, Site
from charterpress.content.validate import validate
from charterpress.content.yamlfile import Pointer, Value, YamlFile, load_yaml
from charterpress.findings import CharterpressError, Finding


def load_project(root: Path) -> tuple[Project | None, tuple[Finding, ...]]:
    """Read `root`/mkdocs.yml; no such file stops the run, a wrong one gives findings."""
    path = root / "mkdocs.yml"
    if not path.is_file():
        message = (
            f"There is no mkdocs.yml in '{root}'. Run the command in the folder of a project, "
            "or name that folder with --project."
        )
        raise CharterpressError(message)
    file = load_yaml(path, any_tag=True)
    if not isinstance(file.data, dict):
        missing = () if file.findings else (file.finding("wrong-type", "mkdocs.yml must have keys", "See the README."),)
        return None, (*file.findings, *missing)
    plugins = _plugins(file.data.get("plugins"))
    settings, found = _settings(file, plugins)
    languages, more = _languages(file, plugins)
    # MkDocs takes an empty value for one that is not there.
    site, wrong = validate(Site, file, {key: value for key, value in file.data.items() if value})
    findings = (*file.findings, *found, *more, *wrong)
    if findings or settings is None or site is None:
        return None, findings
    theme = file.data.get("theme")
    overrides = theme.get("custom_dir") if isinstance(theme, dict) else None
    root = root.resolve()
    at = plugins["charterpress"][1]
    return (
        Project(
            root=root,
            docs=root / site.docs_dir,
            i18n=root / "i18n",
            overrides=root / str(overrides) if overrides else None,
            site_name=site.site_name,
            site_url=site.site_url,
            languages=languages,
            settings=settings,
            exemption_places=_places(file, at, ("readability", "exemptions"), len(settings.readability.exemptions)),
            format_places=_places(file, at, ("leaflets", "formats"), len(settings.leaflets.formats)),
            picture_places=_picture_places(file, at, settings),
            excluded=site.exclude_docs,
        ),
        (),
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


def _settings(file: YamlFile, plugins: dict[str, tuple[Value, Pointer]]) -> tuple[Settings | None, tuple[Finding, ...]]:
    if "charterpress" not in plugins:
        hint = "Add '- charterpress' to the list under 'plugins:'."
        return None, (file.finding("missing-plugin", "the plugin 'charterpress' is not listed", hint, ("plugins",)),)
    options, place = plugins["charterpress"]
    return validate(Settings, file, options, place)


def _places(file: YamlFile, at: Pointer, keys: Pointer, number: int) -> tuple[tuple[int, int], ...]:
    """Return line and column of each entry of a list among our options."""
    places = (file.place((*at, *keys, index)) for index in range(number))
    return tuple((place.line, place.column) for place in places)


def _picture_places(file: YamlFile, at: Pointer, settings: Settings) -> dict[str, tuple[int, int]]:
    """Return line and column of each picture of the leaflets and of the keys that it has."""
    found = {}
    for name in ("logo", "cover_picture"):
        picture: PictureOptions | None = getattr(settings.leaflets, name)
        for key in (None, *sorted(picture.model_fields_set)) if picture is not None else ():
            place = file.place((*at, "leaflets", name, *((key,) if key else ())))
            found[f"{name}.{key}" if key else name] = (place.line, place.column)
    return found


def _languages(
    file: YamlFile, plugins: dict[str, tuple[Value, Pointer]]
) -> tuple[tuple[Language, ...], tuple[Finding, ...]]:
    options, place = plugins.get("i18n", ({}, ("plugins",)))
    listed = options.get("languages") if isinstance(options, dict) else None
    if not isinstance(listed, list) or not listed:
        hint = "Add '- i18n:' with 'languages:' under 'plugins:', one entry a language, the first with 'default: true'."
        return (), (file.finding("missing-languages", "no languages are listed", hint, place),)
    languages: list[Language] = []
    findings: list[Finding] = []
    for index, entry in enumerate(listed):
        at = (*place, "languages", index)
        language, found = validate(Language, file, entry, at)
        findings.extend(found)
        if language is None:
            continue
        if any(language.locale == other.locale for other in languages):
            message = f"the language '{language.locale}' is listed twice"
            findings.append(file.finding("duplicate-language", message, "Take one of the two out.", (*at, "locale")))
        languages.append(language)
    if not findings and [language.build for language in languages if language.default] != [True]:
        hint = "Write 'default: true' at the language that stands at the root of the site, and only there."
        message = "one language must be the default, and must be built"
        findings.append(file.finding("default-language", message, hint, (*place, "languages")))
    return tuple(languages), tuple(findings)

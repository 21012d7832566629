"""Get ready what each way to set a leaflet starts from, in a process of its own, so that no time is taken for it.

Called with the folder of a project, a language, the id of a charter and the folder for what is written.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec, TypeVar
from unittest import mock

from webpage import write_webpage

from charterpress.content.library import load_library
from charterpress.content.project import load_project
from charterpress.languages.library import localise
from charterpress.leaflets import leaflet
from charterpress.leaflets.manuscript import Manuscript
from charterpress.leaflets.series import Order, Workshop
from charterpress.leaflets.setting import Setting

Given = ParamSpec("Given")
Result = TypeVar("Result")


def write_materials(root: Path, locale: str, charters: list[str], folder: Path) -> None:
    """Write for each charter what `typeset_job` gets in a build, what Typst gets for the screen PDF, and a web page.

    What Typst gets is JSON for a template, as what WeasyPrint gets is HTML for a style sheet: neither needs a charter.
    """
    project, findings = load_project(root)
    if project is None:
        sys.exit(findings[0].message)
    library = load_library(project.docs)
    localised = localise(library, project, locale)
    for number, charter in enumerate(charters):
        with (
            mock.patch.object(leaflet, "typeset_job", _keeping(leaflet.typeset_job, folder / f"{number}.whole")),
            mock.patch.object(Manuscript, "write", _keeping(Manuscript.write, folder / f"{number}.alone")),
            mock.patch.object(Setting, "write", _keeping(Setting.write, folder / f"{number}.setting")),
        ):
            address = f"{project.site_url}{locale}/charters/{charter}/"
            made, problems = Workshop(library, localised, project).typeset(Order(locale, charter, address, "trifold"))
        if made is None:
            sys.exit(f"'{charter}' got no leaflet: {problems[0].message}")
        (setting, look, *_), _ = pickle.loads((folder / f"{number}.setting").read_bytes())  # noqa: S301 - our own
        write_webpage(folder / f"{number}.html", setting, look)


def _keeping(work: Callable[Given, Result], path: Path) -> Callable[Given, Result]:
    """Return the same work, which also writes what it is given the first time into a file."""

    def kept(*args: Given.args, **kwargs: Given.kwargs) -> Result:
        if not path.exists():
            path.write_bytes(pickle.dumps((args, kwargs)))
        return work(*args, **kwargs)

    return kept


if __name__ == "__main__":
    write_materials(Path(sys.argv[1]), sys.argv[2], sys.argv[4:], Path(sys.argv[3]))

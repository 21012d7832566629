"""Set leaflets in one of several ways, in a process of its own, and tell what it took.

Called with a way, the folder of what `materials.py` has written, how many leaflets to set, and "warm" if the first
is only there to load everything. Answers with JSON: the seconds of each on the clock and on all processors, and the
most memory in bytes.
"""

from __future__ import annotations

import json
import pickle
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

# What a way needs is imported by that way alone: loading it is a part of a cold start.


def _whole() -> Callable[[Path], bytes]:
    """Do all that a build does for a leaflet of panels: find size and contents, write screen and press PDF."""
    from charterpress.leaflets.leaflet import typeset_job  # noqa: PLC0415 - see above

    def work(path: Path) -> bytes:
        args, kwargs = pickle.loads(path.with_suffix(".whole").read_bytes())  # noqa: S301 - our own
        made, findings = typeset_job(*args, **kwargs)
        if made is None:
            sys.exit(findings[0].message)
        return made.screen

    return work


def _alone() -> Callable[[Path], bytes]:
    """Set the screen PDF once, with contents and size known, as WeasyPrint does.

    Both sides start from what has been written for the program that sets type: here JSON for a template, there HTML
    for a style sheet. So neither loads what reads charters, and neither is charged for it.
    """
    from charterpress.leaflets.manuscript import Manuscript  # noqa: PLC0415 - see above
    from charterpress.leaflets.screen import finish_screen  # noqa: PLC0415 - see above

    def work(path: Path) -> bytes:
        args, kwargs = pickle.loads(path.with_suffix(".alone").read_bytes())  # noqa: S301 - our own
        pages = Manuscript.write(*args, **kwargs)
        if not isinstance(pages, bytes):
            sys.exit(pages.message)
        return finish_screen(pages)

    return work


def _weasyprint() -> Callable[[Path], bytes]:
    """Let WeasyPrint set the same page; style sheet and fonts are loaded once where they stay the same."""
    from weasyprint import CSS, HTML  # noqa: PLC0415 - see above
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - see above

    fonts = FontConfiguration()
    styles: dict[str, CSS] = {}

    def work(path: Path) -> bytes:
        sheet = path.with_suffix(".css").read_text("utf-8")
        if sheet not in styles:
            styles[sheet] = CSS(string=sheet, font_config=fonts)
        page = HTML(filename=path.with_suffix(".html"))
        pdf = page.write_pdf(stylesheets=[styles[sheet]], font_config=fonts, pdf_variant="pdf/ua-1")
        if not isinstance(pdf, bytes):
            sys.exit("WeasyPrint wrote no PDF.")
        return pdf

    return work


WAYS = {"whole": _whole, "alone": _alone, "weasyprint": _weasyprint}


def set_leaflets(way: str, folder: Path, count: int, *, warm: bool) -> dict[str, object]:
    """Set so many leaflets one after the other, each into a file; return seconds and memory."""
    work = WAYS[way]()
    if warm:
        work(folder / str(count))
    seconds, spent = [], []
    for number in range(count):
        started, before = time.perf_counter(), time.process_time()
        pdf = work(folder / str(number))
        seconds.append(time.perf_counter() - started)
        spent.append(time.process_time() - before)
        (folder / f"{number}.{way}.pdf").write_bytes(pdf)
    return {"seconds": seconds, "work": spent, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}


if __name__ == "__main__":
    print(json.dumps(set_leaflets(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), warm=sys.argv[4:] == ["warm"])))

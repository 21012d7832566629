"""Hold the built reference site against Lighthouse on its mobile profile."""

from __future__ import annotations

import os
import sys

from bootstrap import ROOT, read_words, run, set_up, set_up_browser, set_up_lighthouse

if __name__ == "__main__":
    pages = read_words(__doc__, "page", "An address below the site, such as ur/glossary/; left out: ten pages.")
    set_up("run")
    os.environ["CHARTERPRESS_BROWSER"] = set_up_browser(whole=True)
    os.environ["CHARTERPRESS_LIGHTHOUSE"] = str(set_up_lighthouse())
    sys.exit(run(ROOT / "tests" / "lighthouse", *pages))

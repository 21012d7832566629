"""Hold every page of the built site against axe-core, and write accessibility-results.json for the statement."""

from __future__ import annotations

import os
import sys

from bootstrap import ROOT, read_words, run, set_up, set_up_browser

if __name__ == "__main__":
    project = read_words(__doc__, "project", "The folder of a project that is built; left out: this repository.", "?")
    set_up("test")
    os.environ["CHARTERPRESS_BROWSER"] = set_up_browser()
    sys.exit(run(ROOT / "tests" / "accessibility" / "whole_site.py", *project))

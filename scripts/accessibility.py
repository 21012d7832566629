"""Hold every page of the built site against axe-core, and write accessibility-results.json for the statement."""

from __future__ import annotations

import os
import sys

from bootstrap import ROOT, run, set_up, set_up_browser

if __name__ == "__main__":
    set_up("test")
    os.environ["CHARTERPRESS_BROWSER"] = set_up_browser()
    sys.exit(run(ROOT / "tests" / "accessibility" / "whole_site.py", *sys.argv[1:]))

"""Hold the built reference site against Lighthouse on its mobile profile; words after it are pages to measure."""

from __future__ import annotations

import os
import sys

from bootstrap import ROOT, run, set_up, set_up_browser, set_up_lighthouse

if __name__ == "__main__":
    set_up("run")
    set_up_browser()
    os.environ["CHARTERPRESS_LIGHTHOUSE"] = str(set_up_lighthouse())
    sys.exit(run(ROOT / "tests" / "lighthouse", *sys.argv[1:]))

"""Hold the built reference site against Lighthouse on its mobile profile; words after it are pages to measure."""

from __future__ import annotations

import sys

from bootstrap import ROOT, run, set_up, set_up_browser

if __name__ == "__main__":
    set_up("run")
    set_up_browser()
    sys.exit(run(ROOT / "tests" / "lighthouse", *sys.argv[1:]))

"""Set up everything and build the reference site with its leaflets."""

from __future__ import annotations

import sys

from bootstrap import ROOT, run, set_up

if __name__ == "__main__":
    set_up("run")
    sys.exit(run("-m", "charterpress", "build", "--project", ROOT, *sys.argv[1:]))

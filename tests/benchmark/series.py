"""Set all leaflets of a project as a build does, in a process of its own; called with the folder of the project.

Answers with JSON: the seconds on the clock and on all processors, how many leaflets, and the most memory of a process.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path
from unittest import mock

from charterpress.check import check
from charterpress.host import prepared
from charterpress.host.kept import Store

PROCESSORS = 2


def set_all(root: Path) -> dict[str, object]:
    """Take the time of what follows the checks: every leaflet with its preflight, side by side, and no website."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:PROCESSORS])
    checked = check(root)
    if checked.project is None or checked.library.findings:
        sys.exit("The made-up charters are not right.")
    # Leaflets of a run before are kept, and would cost nothing.
    Store(root).forget_all_but(())
    with mock.patch.object(prepared, "check", return_value=checked):
        started, before = time.perf_counter(), _work()
        done = prepared.prepare(root)
        seconds, spent = time.perf_counter() - started, _work() - before
    return {
        "seconds": seconds,
        "work": spent,
        "leaflets": len(done.leaflets),
        "processors": min(PROCESSORS, os.cpu_count() or 1),
        # Checks have ended; the largest process that has ended since is one that set leaflets.
        "peak": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024,
    }


def _work() -> float:
    """Return the processor seconds of this process and of those that it has started and that have ended."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


if __name__ == "__main__":
    print(json.dumps(set_all(Path(sys.argv[1]))))

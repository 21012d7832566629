"""Test work in several processes, and in this one where it may not be copied."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from charterpress.processes import Stopped, alone, workers

SHARED = "given"

SCRIPT = """
import os, threading
from charterpress.processes import workers

def where(given, piece):
    return os.getpid(), given + piece

def main(pieces):
    with workers(10, pieces) as team:
        results = [team.start(where, piece).result() for piece in range(pieces)]
    assert [value for _, value in results] == [10 + piece for piece in range(pieces)], results
    return {process for process, _ in results} == {os.getpid()}

print("one piece stays here:", main(1))
print("many pieces stay here:", main(8))
stop = threading.Event()
thread = threading.Thread(target=stop.wait)
thread.start()
print("many pieces beside a thread stay here:", main(8))
stop.set()
thread.join()
print("one of many soon after others stays here:", any(main(2) for _ in range(20)))
"""


def add(given: str, piece: int) -> str:
    """Do a piece of work that needs what was given."""
    return f"{given} {piece}"


def fail(given: str, piece: int) -> str:
    """Fail at one piece of several."""
    if piece == 1:
        message = f"{given} {piece} is wrong"
        raise ValueError(message)
    return f"{given} {piece}"


def test_the_results_come_in_the_order_of_the_pieces() -> None:
    """Each piece is done once, with the value that all of them need."""
    with workers(SHARED, 3) as team:
        futures = [team.start(add, piece) for piece in range(3)]
        assert [future.result() for future in futures] == ["given 0", "given 1", "given 2"]


def test_a_failure_reaches_the_one_who_asks_for_the_result() -> None:
    """A piece that fails does not take the others with it."""
    with workers(SHARED, 3) as team:
        futures = [team.start(fail, piece) for piece in range(3)]
        with pytest.raises(ValueError, match="given 1 is wrong"):
            futures[1].result()
        assert [futures[index].result() for index in (0, 2)] == ["given 0", "given 2"]


def test_a_process_with_threads_is_not_copied() -> None:
    """On Linux, copies are made for several pieces, but not beside a thread, which may hold a lock for ever."""
    result = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    copied = sys.platform == "linux" and (os.cpu_count() or 1) > 1
    assert result.stdout.splitlines() == [
        "one piece stays here: True",
        f"many pieces stay here: {not copied}",
        "many pieces beside a thread stay here: True",
        f"one of many soon after others stays here: {not copied}",
    ]


def test_workers_inside_of_workers_have_their_own_value() -> None:
    """The value of the outer ones is back when the inner ones have ended."""
    with workers("outer", 1) as outer:
        with workers("inner", 1) as inner:
            assert inner.start(add, 1).result() == "inner 1"
        assert outer.start(add, 2).result() == "outer 2"


ALONE = """
import threading
from functools import partial
from charterpress.processes import alone

if __name__ == "__main__":
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    print(alone(partial(sum, [1, 2]), 60, 10**10))
    stop.set()
"""


def test_work_alone_gives_its_result() -> None:
    """What was done in a process of its own comes back, from where it may be copied and from where it may not."""
    assert alone(partial(sum, [1, 2]), 60, 10**10) == 3
    result = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr, result.stdout) == (0, "", "3\n")


def test_work_alone_that_takes_too_long() -> None:
    """Work that does not end is ended."""
    started = time.perf_counter()
    assert alone(partial(time.sleep, 60), 0.1, 10**10) is Stopped.TOO_LONG
    assert time.perf_counter() - started < 10


@pytest.mark.parametrize("work", [partial(int, "no number"), partial(os._exit, 3)])
def test_work_alone_that_breaks_down(work: partial[object]) -> None:
    """Work that fails, or takes its process along, leaves this one as it was."""
    assert alone(work, 60, 10**10) is Stopped.BROKE_DOWN


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")
def test_work_alone_in_little_memory() -> None:
    """Work that wants more memory than it may have is ended."""
    assert alone(partial(bytes, 4 * 10**9), 60, 2 * 10**9) is Stopped.BROKE_DOWN


ORPHANS = """
import os, signal, sys, time
from charterpress.processes import workers

def say(given, piece):
    print(os.getpid(), flush=True)
    time.sleep(60)

with workers(0, 2) as team:
    team.start(say, 0)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are no copied processes")
def test_workers_end_with_a_process_that_is_killed() -> None:
    """A build that is killed leaves no process behind that waits for work for ever."""
    with subprocess.Popen([sys.executable, "-c", ORPHANS], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        process.kill()
    end = time.monotonic() + 10
    while Path(f"/proc/{worker}").exists() and time.monotonic() < end:
        time.sleep(0.05)
    state = Path(f"/proc/{worker}/stat")
    # Where nobody collects them, processes that have ended stay in the list.
    assert not state.exists() or state.read_text("utf-8").rpartition(")")[2].split()[0] == "Z"

"""Work side by side in processes, where that is safe; otherwise one piece after the other."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from enum import Enum
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Generic, TypeVar

Given = TypeVar("Given")
Piece = TypeVar("Piece")
Result = TypeVar("Result")

_DIE_WITH_PARENT = 1
"""The option of Linux that names the signal a process gets when the one that made it is gone (prctl(2))."""
_TASKS = Path("/proc/self/task")
_GOING = 0.25
"""How many seconds a thread that has ended may take to go."""
_given: list[Any] = []


class Workers(Generic[Given]):
    """Hand out pieces of work that all need the same value; a copied process has it already."""

    def __init__(self, executor: Executor) -> None:
        """Use an executor that was made while the value was known."""
        self._executor = executor

    def start(self, work: Callable[[Given, Piece], Result], piece: Piece) -> Future[Result]:
        """Start `work(given, piece)`; only the name of the function, the piece and the result travel."""
        return self._executor.submit(_work, work, piece)


class _Here(Executor):
    """Do each piece at once, in this process."""

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:  # noqa: ANN401 - as declared by Executor
        """Return a future that has its result."""
        future: Future[Result] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - whoever asks for the result gets it, as from a process
            future.set_exception(error)
        return future


@contextmanager
def workers(given: Given, pieces: int) -> Iterator[Workers[Given]]:
    """Yield workers for a number of pieces; when the block is left, none is at work any more."""
    _given.append(given)
    number = min(pieces, os.cpu_count() or 1)
    parallel = number > 1 and _may_fork()
    executor = ProcessPoolExecutor(number, get_context("fork"), initializer=_end_with_parent) if parallel else _Here()
    # What is there already stays: looking through it would make each copied process write it anew.
    gc.freeze()
    try:
        yield Workers(executor)
    finally:
        executor.shutdown(cancel_futures=True)
        _given.pop()


@contextmanager
def beside(work: Callable[[], None]) -> Iterator[None]:
    """Do a piece of work while the block runs; it is done when the block is left.

    The work must leave its results in files. Where it fails in a process of its own it is done again
    here, so that whoever called gets to know why.
    """
    process = get_context("fork").Process(target=_quietly, args=(work,)) if _may_fork() else None
    if process is not None:
        process.start()
    try:
        yield
    finally:
        if process is not None:
            process.join()
    if process is None or process.exitcode != 0:
        work()


class Stopped(Enum):
    """Say why a piece of work has no result."""

    TOO_LONG = "too long"
    BROKE_DOWN = "broke down"


def alone(work: Callable[[], Result], seconds: float, memory: int) -> Result | Stopped:
    """Do a piece of work in a process of its own, for so many seconds and in so many bytes of memory.

    Whatever it does there, it cannot take this process along. The memory is limited where the system can.
    """
    context = get_context("fork") if _may_fork() else get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_alone, args=(work, memory, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        result: Result | Stopped = ours.recv() if ours.poll(seconds) else Stopped.TOO_LONG
    except (EOFError, OSError):
        result = Stopped.BROKE_DOWN
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()
    return result


def _end_with_parent() -> None:
    """End this process when the one that made it is killed: it would wait for work for ever."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - only a copied process needs it

        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, int(signal.SIGKILL))


def _alone(work: Callable[[], Any], memory: int, answer: Connection) -> None:
    _end_with_parent()
    # The process ends before rubbish matters, and looking for it takes longer than the work.
    gc.disable()
    try:
        if sys.platform != "win32":
            import resource  # noqa: PLC0415 - there is none on Windows

            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            if sys.platform == "linux":
                resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        answer.send(work())
    except BaseException:  # noqa: BLE001 - the border of a process: no answer says enough
        os._exit(1)


def _quietly(work: Callable[[], None]) -> None:
    _end_with_parent()
    try:
        work()
    except BaseException:  # noqa: BLE001 - the border of a process; see `beside`
        os._exit(1)


def _may_fork() -> bool:
    """Tell whether this process may be copied: another thread, as a preview has, may hold a lock for ever."""
    if sys.platform != "linux" or not _TASKS.is_dir():
        return False
    # A thread that Python has already forgotten, one of earlier workers, may not be quite gone.
    end = time.monotonic() + _GOING
    while _threads() > 1 and threading.active_count() == 1 and time.monotonic() < end:
        time.sleep(_GOING / 50)
    return _threads() == 1


def _threads() -> int:
    return len(list(_TASKS.iterdir()))


def _work(work: Callable[[Any, Piece], Result], piece: Piece) -> Result:
    return work(_given[-1], piece)

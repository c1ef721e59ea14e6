"""Bounds on the work that one document may cause: so many seconds, so much memory.

Parsers are C code and regular expressions, which no Python exception can interrupt. So the system
does it: a timer whose signal ends the process, and a limit on what the process may allocate. Both
stand only while a document is read, in a process that can be lost: a worker's child, whose
documents are then taken one by one, or the child of ``in_child``.
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_STATM = Path("/proc/self/statm")
_DATA_FIELD = 5
_PAGE = resource.getpagesize()


@contextmanager
def guarded(seconds: float, memory: int) -> Iterator[None]:
    """End this process when the body runs for longer than ``seconds``; raise ``MemoryError`` in it
    where it asks for more than ``memory`` bytes beyond what is in use.

    The memory is bounded on Linux only: other systems do not honour the limit. A library that
    cannot cope with a refusal ends the process, which comes to the same.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    used = _data_bytes()
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        if used is not None:
            most = used + memory
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def die_when_time_is_up() -> None:
    """Let the timer of ``guarded`` end this process, whatever it inherited. Main thread only."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)


@dataclass(frozen=True, slots=True)
class Lost:
    """What ``in_child`` gives for an item that ended its process: the name of the signal."""

    signal: str


def in_child(work: Callable[[T], R], items: Sequence[T]) -> Iterator[R | Lost]:
    """``work`` on each of ``items``, done in a forked process; what it returns is pickled.

    An item that ends the process gives :class:`Lost`, and another process goes on with the next.
    Raises what ``work`` raises.
    """
    done = 0
    while done < len(items):
        sys.stdout.flush()
        sys.stderr.flush()
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _work(work, items[done:], writing)
        os.close(writing)
        try:
            with os.fdopen(reading, "rb") as results:
                while True:
                    try:
                        # What our own fork wrote.
                        result = pickle.load(results)  # noqa: S301
                    except (EOFError, pickle.UnpicklingError):
                        break
                    if isinstance(result, _Raised):
                        raise result.error
                    done += 1
                    yield result
        finally:
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if done < len(items):
            yield Lost(signal.Signals(-code).name if code < 0 else f"exit {code}")
            done += 1


@dataclass(frozen=True, slots=True)
class _Raised:
    error: Exception


def _work(work: Callable[[T], R], items: Sequence[T], pipe: int) -> NoReturn:
    """The child's part. Leaves without cleaning up what belongs to its parent."""
    try:
        die_when_time_is_up()
        with os.fdopen(pipe, "wb") as results:
            try:
                for item in items:
                    pickle.dump(work(item), results)
                    results.flush()
            except Exception as error:
                pickle.dump(_Raised(error), results)
    finally:
        os._exit(0)


def _data_bytes() -> int | None:
    """What counts against the limit now; None where the system does not say."""
    try:
        return int(_STATM.read_bytes().split()[_DATA_FIELD]) * _PAGE
    except (OSError, ValueError, IndexError):
        return None

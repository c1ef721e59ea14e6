"""What ends a process that reads a document: real signals, real limits."""

from __future__ import annotations

import os
import re
import resource
import signal
import sys
from collections.abc import Callable
from contextlib import suppress

import pytest

from ingest.guard import Lost, guarded, in_child

MIB = 2**20


def within(seconds: float, memory: int, work: Callable[[], object]) -> Callable[[str], object]:
    def guarded_work(_item: str) -> object:
        with guarded(seconds, memory):
            return work()

    return guarded_work


def for_ever() -> object:
    """One call into C that holds the interpreter's lock for ages."""
    return re.match(r"(a+)+$", "a" * 60 + "b")


def test_what_takes_too_long_ends_its_process_and_the_next_item_gets_another() -> None:
    def work(item: str) -> str:
        with guarded(0.2, 512 * MIB):
            return str(for_ever()) if item == "bad" else item

    assert list(in_child(work, ["a", "bad", "b", "bad"])) == [
        "a",
        Lost("SIGALRM"),
        "b",
        Lost("SIGALRM"),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not bound a process's memory")
def test_what_takes_too_much_memory_is_refused_it() -> None:
    def allocate(size: int) -> object:
        try:
            return len(bytearray(size))
        except MemoryError:
            return "refused"

    assert list(in_child(within(30, 128 * MIB, lambda: allocate(64 * MIB)), ["x"])) == [64 * MIB]
    assert list(in_child(within(30, 128 * MIB, lambda: allocate(256 * MIB)), ["x"])) == ["refused"]


def test_the_bounds_stand_only_inside() -> None:
    def work(_item: str) -> bool:
        before = resource.getrlimit(resource.RLIMIT_DATA), signal.getitimer(signal.ITIMER_REAL)
        with suppress(KeyError), guarded(30, 64 * MIB):
            assert signal.getitimer(signal.ITIMER_REAL)[0] > 0
            os.environ["NOT_A_VARIABLE_ANYWHERE"]
        return before == (
            resource.getrlimit(resource.RLIMIT_DATA),
            signal.getitimer(signal.ITIMER_REAL),
        )

    assert list(in_child(work, ["x"])) == [True]


def test_what_work_raises_is_raised_and_a_process_that_just_leaves_is_lost() -> None:
    def work(item: str) -> str:
        if item == "leave":
            os._exit(3)
        if item == "raise":
            raise ValueError(item)
        return item

    results = in_child(work, ["a", "leave", "b", "raise"])
    assert [next(results), next(results), next(results)] == ["a", Lost("exit 3"), "b"]
    with pytest.raises(ValueError, match="raise"):
        next(results)

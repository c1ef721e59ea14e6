"""Processes of one run end together, even when the one that started them is killed outright."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Callable

CHECK_SECONDS = 0.2
_PR_SET_PDEATHSIG = 1


def when_orphaned(act: Callable[[], None]) -> None:
    """Call ``act`` from a thread soon after the process that started this one has ended."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent != 1:
            time.sleep(CHECK_SECONDS)
        act()

    threading.Thread(target=watch, name="lifeline", daemon=True).start()


def end_when_orphaned() -> None:
    """End this process, in good order, soon after the one that started it."""
    when_orphaned(lambda: os.kill(os.getpid(), signal.SIGTERM))


def terminate_with_parent() -> None:
    """Ask Linux to end this process when the one that started it ends. For a program that is not
    ours, between fork and exec (``preexec_fn``); elsewhere the next start ends what was left.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)

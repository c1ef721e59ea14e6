"""The parts of an embedded run as child processes, run by honcho.

Each part is a process group of its own that ends when any other part ends, and when the run that
started it is killed.
"""

from __future__ import annotations

import os
import shlex
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol

from honcho.manager import Manager
from honcho.process import Process

from workers.lifeline import when_orphaned

GRACE_SECONDS = 5.0


class Output(Protocol):
    """Where the lines go that parts print."""

    def start(self) -> None:
        """All parts have been started; threads may be, too."""
        ...

    def write(self, part: str, line: str) -> None: ...

    def ending(self) -> None:
        """The parts are asked to end; what they have begun may take some seconds."""
        ...

    def close(self) -> None:
        """All parts have ended."""
        ...


class _Part(Process):  # type: ignore[misc]
    """honcho keeps a small process beside each command, which reads what it prints. Here that
    process also ends the command when the run itself is gone."""

    def run(self, events: Any = None, ignore_signals: bool = False) -> None:
        when_orphaned(self._end)
        super().run(events, ignore_signals)

    def _end(self) -> None:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._child.pid, sign)
            time.sleep(GRACE_SECONDS if sign == signal.SIGTERM else 0)
        os._exit(1)


class _Printer:
    """What honcho takes for a printer: hands on the parts' own lines, and drops its own."""

    width = 0

    def __init__(self, output: Output, when_started: Callable[[], None]) -> None:
        self._output = output
        self._when_started: Callable[[], None] | None = when_started

    def write(self, message: Any) -> None:
        if self._when_started is not None:
            # The first line comes after all forks: now threads may be started.
            self._when_started()
            self._when_started = None
        if message.name == "system":
            return
        data = message.data
        line = data.decode("utf-8", "replace") if isinstance(data, bytes) else str(data)
        self._output.write(message.name, line.rstrip("\n"))


class Parts(Manager):  # type: ignore[misc]
    """Runs parts until one ends or a signal comes, then ends the others.

    ``ended`` then holds the exit codes of those that ended by themselves.
    """

    def __init__(self, output: Output, *, when_started: Callable[[], None]) -> None:
        super().__init__(_Printer(output, when_started))
        self._process_ctor = _Part
        self.ended: dict[str, int] = {}
        self._output = output

    def add(self, name: str, *arguments: str, environment: dict[str, str]) -> None:
        """Add the part that ``missionfeed ARGUMENTS --lifeline`` is."""
        command = [sys.executable, "-P", "-m", "workers.cli", *arguments, "--lifeline"]
        self.add_process(name, f"exec {shlex.join(command)}", env=environment)

    def terminate(self) -> None:
        if not self._terminating:
            self.ended |= {
                name: part["returncode"]
                for name, part in self._processes.items()
                if "returncode" in part
            }
            self._output.ending()
        super().terminate()

    def watch(self, name: str, wait: Callable[[], int]) -> None:
        """End all parts when a process that honcho did not start ends; ``wait`` waits for it."""

        def watch() -> None:
            code = wait()
            if not self._terminating:
                self.ended[name] = code
                self.terminate()

        threading.Thread(target=watch, name=f"watch-{name}", daemon=True).start()

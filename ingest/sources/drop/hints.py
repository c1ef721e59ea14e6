"""The system's notifications that something in the folder changed: a hint, never the truth.

They are silent on network mounts, and ``watchfiles`` stops for good at the first file name that is
not UTF-8. So the folder is listed now and then as well, and the notifications are begun again.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable

from ingest import log

logger = log.get(__name__)

RESTART_SECONDS = 1.0
DEBOUNCE_MS, STEP_MS, CHECK_MS = 50, 10, 500


class Hints:
    """A thread that calls ``tell`` with paths directly in ``folder`` that changed."""

    def __init__(self, folder: bytes, tell: Callable[[frozenset[bytes]], None]) -> None:
        self._folder = folder
        self._tell = tell
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="hints", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        failed: str | None = None
        while not self._stop.is_set():
            try:
                self._watch()
            except Exception as error:  # of the Rust part: a name, a limit of the system, ...
                if failed != str(error):
                    failed = str(error)
                    logger.warning("drop.notifications_failed", error=failed)
                self._stop.wait(RESTART_SECONDS)

    def _watch(self) -> None:
        import watchfiles

        logging.getLogger("watchfiles").setLevel(logging.WARNING)
        for changes in watchfiles.watch(
            os.fsdecode(self._folder),
            watch_filter=None,
            debounce=DEBOUNCE_MS,
            step=STEP_MS,
            rust_timeout=CHECK_MS,
            stop_event=self._stop,
            recursive=False,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            paths = (os.fsencode(path) for _, path in changes)
            self._tell(frozenset(p for p in paths if os.path.dirname(p) == self._folder))

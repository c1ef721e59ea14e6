"""``python -m workers.health watch|worker|poll|relay|web``: is the work of that process going on?

For container health checks. A live process proves little: a worker that lost its broker can live on
and take nothing. So each check looks at what the process is there for: nothing waits in the folder,
queued documents get receipts, due feeds are polled, the stream reaches the log. Prints why not, and
exits with 1.
"""

from __future__ import annotations

import http.client
import os
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from http import HTTPStatus

from ingest import log, wiring
from ingest.errors import MissionfeedError
from ingest.model import Receipt
from ingest.settings import Settings, load_settings
from ingest.store import Store
from workers.process import open_stream

UNSEEN_SECONDS = 60.0
"""A file this old should have been taken, even one that somebody keeps open for writing."""
OVERDUE_SECONDS = 600.0
"""A feed that was due this long ago should have been polled."""
RELAY_SECONDS = 15.0
POLL_SECONDS = 0.5


def watch(settings: Settings, store: Store) -> str | None:
    """Why the drop folder is not being watched, or None."""
    old = time.time() - UNSEEN_SECONDS
    folder = os.fsencode(settings.seeds.absolute())
    with os.scandir(folder) as entries:
        looks = [(entry.path, entry.stat(follow_symlinks=False)) for entry in entries]
    files = {path for path, look in looks if look.st_ctime < old}
    unseen = len(files - store.seen_files().keys())
    return f"{unseen} files in {settings.seeds} have not been looked at." if unseen else None


def worker(settings: Settings, store: Store) -> str | None:
    """Why queued documents get no receipts, or None. An empty queue is good health."""

    def standing() -> tuple[int, int]:
        counts = store.counts()
        queued = counts.get(Receipt.QUEUED, 0)
        return queued, sum(counts.values()) - queued

    queued, settled = standing()
    seconds = settings.work.time_limit_seconds + RELAY_SECONDS

    def goes_on() -> bool:
        now_queued, now_settled = standing()
        return now_queued == 0 or now_settled > settled

    if queued == 0 or _comes_true(goes_on, seconds):
        return None
    return f"{queued} documents are queued, and none got its receipt in {seconds:.0f} s."


def poll(settings: Settings, store: Store) -> str | None:
    """Why feeds that are due are not polled, or None. No feed that is due is good health."""
    late = log.now() - timedelta(seconds=OVERDUE_SECONDS)

    def overdue() -> tuple[int, datetime | None]:
        return store.feeds.overdue(before=late), store.feeds.last_polled()

    waiting, last = overdue()
    seconds = settings.feeds.time_limit_seconds + RELAY_SECONDS

    def goes_on() -> bool:
        now_waiting, now_last = overdue()
        return now_waiting == 0 or now_last != last

    if waiting == 0 or _comes_true(goes_on, seconds):
        return None
    return f"{waiting} feeds are overdue, and none was polled in {seconds:.0f} s."


def relay(settings: Settings, store: Store) -> str | None:
    """Why the stream does not reach the log, or None."""
    position = store.last_position()
    with closing(open_stream(settings)) as stream:
        if _comes_true(lambda: stream.last_position() >= position, RELAY_SECONDS):
            return None
        return f"The log is at position {position}, the stream at {stream.last_position()}."


def web(settings: Settings, _store: Store) -> str | None:
    """Why the page does not answer, or None."""
    answer = http.client.HTTPConnection("127.0.0.1", settings.web.port, timeout=RELAY_SECONDS)
    with closing(answer):
        answer.request("GET", "/healthz")
        status = answer.getresponse().status
    return None if status == HTTPStatus.OK else f"The page answers with status {status}."


CHECKS: dict[str, Callable[[Settings, Store], str | None]] = {
    "watch": watch,
    "worker": worker,
    "poll": poll,
    "relay": relay,
    "web": web,
}


def main(arguments: list[str]) -> int:
    """Check the parts named; 0 when all is well."""
    try:
        settings = load_settings()
        with closing(wiring.open_store(settings)) as store:
            troubles = [CHECKS[name](settings, store) for name in arguments]
    except (MissionfeedError, OSError, http.client.HTTPException) as error:
        troubles = [str(error)]
    for trouble in filter(None, troubles):
        print(trouble, file=sys.stderr)
    return 1 if any(troubles) else 0


def _comes_true(condition: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(POLL_SECONDS)
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

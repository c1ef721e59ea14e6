"""``missionfeed poll``: polls feeds that were leased to it, each in a process that may be lost.

Feeds are strangers' work: reading one can take for ever, or all memory. A process that does is
ended by its guard or by Celery's time limit, and the feed is tried again later. While no feed is
followed, this is one small process that waits; the worker and its processes come with the first.
"""

from __future__ import annotations

import gc
import signal
from typing import Any

from ingest import log, wiring
from ingest.settings import Settings
from ingest.store import Store
from workers.process import broker_of, opened_store, stop_on_signals

logger = log.get(__name__)

LOOK_SECONDS = 2.0


def run(settings: Settings) -> int:
    """Poll until SIGTERM; returns the exit code."""
    broker_of(settings)  # said at once, not with the first feed
    with opened_store(settings) as store:
        wiring.follow_declared(settings, store)
        if not _wait_for_a_feed(store):
            return 0
    return _work(settings)


def _wait_for_a_feed(store: Store) -> bool:
    """Wait until a feed is followed; False when asked to stop meanwhile."""
    stop = stop_on_signals()
    logger.info("poll.waiting")
    while store.feeds.next_due() is None:
        if stop.wait(LOOK_SECONDS):
            return False
    return not stop.is_set()


def _work(settings: Settings) -> int:
    # Celery, and what reads feeds, are loaded late: waiting must cost little.
    from celery import signals

    from ingest.guard import die_when_time_is_up
    from workers.app import FEEDS, create_app
    from workers.worker import log_as_we_do, prefork

    app = create_app(settings)
    gc.collect()
    gc.freeze()

    def open_in_process(**_: Any) -> None:
        # Only the main process acts on SIGTERM: it lets this one finish its poll.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        die_when_time_is_up()
        app.poller = wiring.open_poller(settings)
        app.fetcher = wiring.open_fetcher(app.poller)
        app.subscriber = wiring.open_subscriber(app.poller)

    signals.worker_process_init.connect(open_in_process, weak=False)
    signals.worker_ready.connect(lambda **_: logger.info("poll.ready"), weak=False)
    log_as_we_do()
    app.worker = prefork(app, settings.feeds.processes, FEEDS)
    app.worker.start()
    return int(app.worker.exitcode or 0)

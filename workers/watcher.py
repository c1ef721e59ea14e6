"""``missionfeed watch``: the drop folder; beside it the reconciler, which queues lost documents
again, upkeep, which forgets what is too old to be compared with, and the tick of the feeds."""

from __future__ import annotations

import threading
from contextlib import closing

from ingest import log
from ingest.model import Receipt
from ingest.settings import Settings
from ingest.sources.drop import DropFolder
from ingest.store import Store
from workers import feeding, upkeep
from workers.app import create_app
from workers.process import open_stream, opened_store, stop_on_signals
from workers.queue import CeleryQueue, Reconciler, requeue_all

logger = log.get(__name__)

CHANGING_SECONDS = 10.0
"""With ``once``: how long to wait for files that keep changing."""
POLL_SECONDS = 0.1


def run(settings: Settings, *, once: bool = False, resume: bool = False) -> int:
    """Watch until SIGTERM or, with ``once``, until all that lies there is done and relayed.

    ``resume`` queues what has no receipt yet: the broker is known to hold no messages.
    """
    app = create_app(settings)
    queue = CeleryQueue(app)
    with opened_store(settings) as store:
        folder = DropFolder(settings, store, queue)
        stop = stop_on_signals(folder.stop)
        reconciler = Reconciler(settings.work, store, queue)
        beside = [
            threading.Thread(target=reconciler.run, args=[stop], name="reconciler"),
            threading.Thread(target=upkeep.run, args=[store, settings, stop], name="upkeep"),
        ]
        if not once:
            tick = threading.Thread(target=feeding.run, args=[app, store, stop], name="feeds")
            beside.append(tick)
        for thread in beside:
            thread.start()
        logger.info("watch.started", folder=str(settings.seeds))
        if resume and (sent := requeue_all(store, queue)):
            logger.info("documents.queued_again", documents=sent)
        try:
            if once:
                folder.drain(patience=CHANGING_SECONDS)
                _wait_until_done(settings, store, stop)
            else:
                folder.run()
        finally:
            stop.set()
            for thread in beside:
                thread.join()
    return 0


def _wait_until_done(settings: Settings, store: Store, stop: threading.Event) -> None:
    """Until every document has its receipt, and the stream and every subscriber that takes calls
    have every event."""
    while store.counts().get(Receipt.QUEUED, 0) and not stop.wait(POLL_SECONDS):
        pass
    with closing(open_stream(settings)) as stream:
        while stream.last_position() < store.last_position() and not stop.wait(POLL_SECONDS):
            pass
    while store.webhooks.is_under_way(now=log.now()) and not stop.wait(POLL_SECONDS):
        pass

"""Sends ids of documents to the workers, and sends again those whose message was lost."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from ingest import log
from ingest.model import DocumentId
from ingest.settings import Work
from ingest.sources import Queue
from ingest.store import Store
from workers.app import PROCESS, QUEUE, Missionfeed

logger = log.get(__name__)

RECONCILE_SECONDS = 5.0
PATIENCE = 20
"""While messages are waiting, documents may wait this many times longer before they count as lost:
they are most likely among those messages, which need not be doubled."""
AT_ONCE = 1000


class CeleryQueue:
    """A :data:`~ingest.sources.Queue` on Celery's broker. Raises when that cannot be reached."""

    def __init__(self, app: Missionfeed) -> None:
        self._app = app

    def __call__(self, documents: Sequence[DocumentId]) -> None:
        size = self._app.settings.work.batch
        for i in range(0, len(documents), size):
            self._app.send_task(PROCESS, args=[list(documents[i : i + size])], retry=False)

    def waiting(self) -> int:
        """Messages that no worker has taken yet."""
        with self._app.connection_for_write() as connection:
            try:
                declared = connection.default_channel.queue_declare(QUEUE, passive=True)
            except connection.channel_errors:  # nothing was ever sent, or all of it was taken
                return 0
            return int(declared.message_count)


class Reconciler:
    """Queues again what stays ``queued`` for too long (rule 1)."""

    def __init__(self, work: Work, store: Store, queue: CeleryQueue) -> None:
        self._work = work
        self._store = store
        self._queue = queue

    def step(self) -> int:
        """Send overdue documents again; returns how many."""
        unclaimed = self._work.requeue_after_seconds
        if self._queue.waiting():
            unclaimed *= PATIENCE
        overdue = self._store.overdue(
            now=log.now(),
            unclaimed_seconds=unclaimed,
            claimed_seconds=self._work.time_limit_seconds + self._work.requeue_after_seconds,
            limit=AT_ONCE,
        )
        if overdue:
            self._queue(overdue)
            logger.warning("documents.queued_again", documents=len(overdue))
        return len(overdue)

    def run(self, stop: threading.Event) -> None:
        """Look every few seconds until ``stop``; outlives a database or broker that is away."""
        failing = False
        while not stop.wait(RECONCILE_SECONDS):
            try:
                self.step()
            except Exception as error:
                if not failing:
                    logger.warning("reconciler.waiting", error=str(error))
                failing = True
            else:
                failing = False


def requeue_all(store: Store, queue: Queue) -> int:
    """Queue every document that has no receipt: for a start on a broker that holds no messages."""
    now, sent = log.now(), 0
    while ids := store.overdue(now=now, unclaimed_seconds=1e-6, claimed_seconds=0, limit=AT_ONCE):
        queue(ids)
        sent += len(ids)
    return sent

"""Upkeep beside the watcher: what is too old to be compared with is forgotten, in small steps."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from ingest import log
from ingest.settings import Dedup
from ingest.store import Store

logger = log.get(__name__)

EVERY_SECONDS = 600.0
STEP = 500
"""Articles a transaction: the workers wait for it no longer than for a batch."""


def prune(store: Store, dedup: Dedup, *, now: datetime, stopping: Callable[[], bool]) -> int:
    """Forget the fingerprints of articles beyond both windows; returns of how many."""
    before = now - timedelta(days=max(dedup.window_days, dedup.exact_days))
    forgotten = 0
    while not stopping() and (done := store.prune(before=before, limit=STEP)):
        forgotten += done
    return forgotten


def run(store: Store, dedup: Dedup, stop: threading.Event) -> None:
    """Prune now and then until ``stop``; outlives a database that is away."""
    while not stop.wait(EVERY_SECONDS):
        try:
            forgotten = prune(store, dedup, now=log.now(), stopping=stop.is_set)
        except Exception as error:
            logger.warning("fingerprints.not_pruned", error=str(error))
            continue
        if forgotten:
            logger.info("fingerprints.pruned", articles=forgotten)

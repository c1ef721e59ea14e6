"""Upkeep beside the watcher: what is too old to be compared with is forgotten, in small steps, and
pages that went back and forth are told of when their pause is over."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

from ingest import log, returns
from ingest.settings import Dedup, Settings
from ingest.store import Store
from ingest.wiring import load_catalogue

logger = log.get(__name__)

EVERY_SECONDS = 60.0
STEP = 500
"""Articles a transaction: the workers wait for it no longer than for a batch."""


def prune(store: Store, dedup: Dedup, *, now: datetime, stopping: Callable[[], bool]) -> int:
    """Forget the fingerprints of articles beyond both windows; returns of how many."""
    before = now - timedelta(days=max(dedup.window_days, dedup.exact_days))
    forgotten = 0
    while not stopping() and (done := store.prune(before=before, limit=STEP)):
        forgotten += done
    return forgotten


def tell_returns(store: Store, settings: Settings, *, now: datetime) -> int:
    """Tell what pages show that went back and forth; returns of how many."""
    if not store.has_due_returns(now=now):
        return 0
    return returns.tell_due(store, load_catalogue(settings), now=now)


def run(store: Store, settings: Settings, stop: threading.Event) -> None:
    """Do both now and then until ``stop``; outlives a database that is away."""
    while not stop.wait(EVERY_SECONDS):
        try:
            forgotten = prune(store, settings.dedup, now=log.now(), stopping=stop.is_set)
            tell_returns(store, settings, now=log.now())
        except Exception as error:
            logger.warning("upkeep.failed", error=str(error))
            continue
        if forgotten:
            logger.info("fingerprints.pruned", articles=forgotten)

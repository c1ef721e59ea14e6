"""What keeps feeds polled: a tick that finds those that are due, and leases them to pollers.

The tick is a task like the polls, sent every second by the watcher while some feed is due. It
lapses when no poller has a process free for it, so that ticks never pile up. Leases stand in SQL: a
message that is lost, late or doubled changes nothing.
"""

from __future__ import annotations

import threading
from datetime import timedelta

from ingest import log
from ingest.store import Store
from workers.app import FEEDS, PAGE, POLL, TICK, Missionfeed

logger = log.get(__name__)

TICK_SECONDS = 1.0
LAPSE_SECONDS = 30.0
"""Longer than clocks of different machines are apart."""
AHEAD = 16
"""Leased feeds for each process: enough to keep it busy until the next tick."""
LEASE = timedelta(minutes=1)
"""How long a leased feed may wait for a process, or for another lease if its message was lost."""


def run(app: Missionfeed, store: Store, stop: threading.Event) -> None:
    """Send a tick whenever a feed is due, until ``stop``; outlives a database or broker that is
    away."""
    failing = False
    while not stop.wait(TICK_SECONDS):
        try:
            due = [store.feeds.next_due(), store.pages.next_due()]
            if any(time is not None and time <= log.now() for time in due):
                app.send_task(TICK, queue=FEEDS, expires=LAPSE_SECONDS, retry=False)
        except Exception as error:
            if not failing:
                logger.warning("feeds.waiting", error=str(error))
            failing = True
        else:
            failing = False


def hand_out(app: Missionfeed, store: Store) -> int:
    """Lease feeds and pages that are due to the pollers; returns how many."""
    now = log.now()
    room = AHEAD * app.settings.feeds.processes - store.feeds.under_way(now=now)
    leased = store.feeds.lease(now=now, until=now + LEASE, limit=room) if room > 0 else []
    for held in leased:
        app.send_task(
            POLL,
            args=[held.feed, held.number],
            queue=FEEDS,
            expires=LEASE.total_seconds(),
            time_limit=app.settings.feeds.time_limit_seconds,
            retry=False,
        )
    pages = store.pages.lease(now=now, until=now + LEASE, limit=room) if room > 0 else []
    for document in pages:
        app.send_task(
            PAGE,
            args=[document],
            queue=FEEDS,
            expires=LEASE.total_seconds(),
            time_limit=app.settings.feeds.time_limit_seconds,
            retry=False,
        )
    return len(leased) + len(pages)

"""Delivery: reads the log and calls webhooks, each from its own position and in order.

A webhook takes an event when it answers so; only then comes the next one. Where it does not, the
event is tried again, less and less often, for days. What was taken is written down at once, so an
event comes twice only if we end between its answer and that; then it has the same id.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, timedelta

from ingest import log
from ingest.core.webhooks import Outcome, wait
from ingest.errors import StoreError
from ingest.gateways import webhook as gateway
from ingest.http import Http
from ingest.model import LoggedEvent, Position
from ingest.settings import Webhooks as Settings
from ingest.store import Store
from ingest.store.webhooks import WebhookLease

logger = log.get(__name__)

RETRY_SECONDS = 0.5
PAGE = 100
TURN_SECONDS = 10.0
"""After this long others have their turn."""
LEASE_MARGIN = timedelta(seconds=10)
"""A lease lasts for one call and this."""


class Delivery:
    """Calls the webhooks of one store. ``clock`` and ``chance`` (from 0 to 1) are for tests."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        http: Http,
        *,
        clock: Callable[[], datetime] = log.now,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._store = store
        self._http = http
        self._clock = clock
        self._chance = chance
        self._parallel = settings.parallel
        self._poll_seconds = settings.poll_seconds
        self._give_up = timedelta(hours=settings.give_up_hours)
        self._seconds = settings.timeout_seconds
        self._lease = timedelta(seconds=settings.timeout_seconds) + LEASE_MARGIN

    def run(self, stop: threading.Event) -> None:
        """Deliver until ``stop``; outlives a database that is away."""
        busy: set[Future[None]] = set()
        away = False
        with ThreadPoolExecutor(self._parallel, "webhook") as pool:
            while not stop.is_set():
                busy = {call for call in busy if not call.done()}
                try:
                    leases = self._lease_due(self._parallel - len(busy))
                except StoreError as error:
                    if not away:
                        logger.warning("webhooks.waiting", error=str(error))
                    away = True
                    stop.wait(RETRY_SECONDS)
                    continue
                away = False
                busy |= {pool.submit(self._take_turn, held, stop) for held in leases}
                if not leases:
                    stop.wait(self._poll_seconds)

    def step(self) -> int:
        """Give each webhook that is due its turn, one after the other; how many there were."""
        leases = self._lease_due(self._parallel)
        for held in leases:
            self._take_turn(held, threading.Event())
        return len(leases)

    def _lease_due(self, limit: int) -> list[WebhookLease]:
        now = self._clock()
        if limit <= 0 or not self._store.webhooks.is_due(now=now):
            return []
        return self._store.webhooks.lease(now=now, until=now + self._lease, limit=limit)

    def _take_turn(self, held: WebhookLease, stop: threading.Event) -> None:
        try:
            self._deliver(held, stop)
            self._store.webhooks.release(held)
        except StoreError as error:  # its lease runs out, and it is called again
            logger.warning("webhook.interrupted", webhook=held.webhook.name, error=str(error))
        except Exception:
            logger.exception("webhook.interrupted", webhook=held.webhook.name)

    def _deliver(self, held: WebhookLease, stop: threading.Event) -> None:
        webhook = held.webhook
        position, failures, since = webhook.position, webhook.failures, webhook.failing_since
        ends = time.monotonic() + TURN_SECONDS
        while not stop.is_set() and time.monotonic() < ends:
            reached = self._store.last_position()
            page = self._store.events(
                position, PAGE, mission=webhook.mission, person=webhook.person, type=webhook.type
            )
            for event in page:
                if stop.is_set() or time.monotonic() >= ends:
                    return
                outcome = gateway.call(
                    self._http, webhook, event, seconds=self._seconds, now=self._clock()
                )
                if outcome.result != "delivered":
                    self._failed(held, event, outcome, failures=failures, since=since)
                    return
                if not self._moved_on(held, event.position, delivered=self._clock()):
                    return
                position, failures, since = event.position, 0, None
            if len(page) < PAGE:  # up to what was there before they were read, it wants no more
                if reached > position:
                    self._moved_on(held, reached)
                return

    def _moved_on(
        self, held: WebhookLease, position: Position, *, delivered: datetime | None = None
    ) -> bool:
        until = self._clock() + self._lease
        return self._store.webhooks.moved_on(held, position, until=until, delivered=delivered)

    def _failed(
        self,
        held: WebhookLease,
        event: LoggedEvent,
        outcome: Outcome,
        *,
        failures: int,
        since: datetime | None,
    ) -> None:
        """It did not take ``event``, after so many ``failures`` in a row ``since`` then."""
        now = self._clock()
        since = since or now
        give_up = outcome.result == "gone" or now - since >= self._give_up
        next_try = now + wait(failures + 1, self._chance(), outcome.not_before)
        error = outcome.said or "It gave no reason."
        if not self._store.webhooks.failed(
            held, error, failures=failures + 1, since=since, next_try=next_try, give_up=give_up
        ):
            return
        say = logger.error if give_up else logger.warning
        say(
            "webhook.given_up" if give_up else "webhook.failed",
            webhook=held.webhook.name,
            position=event.position,
            error=error,
            next_try=None if give_up else next_try.isoformat(timespec="seconds"),
        )

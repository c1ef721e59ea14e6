"""The relay: reads the log and hands its events to a gateway, from where the gateway stands.

The gateway is asked for its last position at every step, so nothing needs to be written down: a
lost stream is filled again from the log, and two relays at once do no harm (rule 4).
"""

from __future__ import annotations

import threading

from ingest import log
from ingest.errors import StoreError, StreamAhead
from ingest.gateways import Gateway, GatewayError
from ingest.settings import Relay as RelaySettings
from ingest.store import Store

logger = log.get(__name__)

RETRY_SECONDS = 0.5
LOOKS = 20
"""Looks at the log for one at the stream, while nothing comes."""


class Relay:
    """Keeps one gateway up to the log."""

    def __init__(self, settings: RelaySettings, store: Store, gateway: Gateway) -> None:
        self._settings = settings
        self._store = store
        self._gateway = gateway
        self._position: int | None = None

    def step(self) -> int:
        """Hand on the next batch; returns how many events that were (0: all are there).

        Raises ``StreamAhead`` when the gateway holds positions that the log never reached.
        """
        last = self._gateway.last_position()
        if self._position is not None and last < self._position:
            logger.warning("relay.stream_lost", had=self._position, has=last)
        self._position = last
        reached = self._store.last_position()
        if last > reached:
            raise self._ahead(last, reached)
        if last == reached:
            return 0
        events = self._store.events(after=last, limit=self._settings.batch)
        if not self._gateway.publish(events, after=last):
            return 0
        self._position = events[-1].position
        logger.debug("relay.published", events=len(events), position=self._position)
        return len(events)

    def run(self, stop: threading.Event) -> None:
        """Follow the log until ``stop``; outlives a database or a gateway that is away."""
        away: str | None = None
        idle = 0
        while not stop.is_set():
            try:
                published = self.step() if self._has_work(idle) else 0
            except (GatewayError, StoreError) as error:
                if away is None:
                    logger.warning("relay.waiting", error=str(error))
                away = str(error)
                stop.wait(RETRY_SECONDS)
                continue
            if away is not None:
                logger.info("relay.works_again", position=self._position)
                away = None
            idle = 0 if published else idle + 1
            if not published:
                stop.wait(self._settings.poll_seconds)

    def _has_work(self, idle: int) -> bool:
        """Whether to take a step: something came, or it is time to see whether the stream is still
        what it was. Asking the log alone costs half of that."""
        return idle % LOOKS == 0 or self._store.last_position() != self._position

    def _ahead(self, last: int, reached: int) -> StreamAhead:
        return StreamAhead(
            f"The stream {self._settings.stream!r} ends at position {last}, but the log at "
            f"{reached}: it was filled from another database, or this one lost events.",
            hint="Set another stream name (relay.stream), or, if nobody needs its entries any "
            f"more, delete it: redis-cli DEL {self._settings.stream}",
        )

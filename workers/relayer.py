"""``missionfeed relay``: keeps the Redis stream up to the log, and calls webhooks."""

from __future__ import annotations

import threading
from contextlib import closing

from ingest import log, wiring
from ingest.relay import Relay
from ingest.settings import Settings
from workers.process import open_stream, opened_store, stop_on_signals

logger = log.get(__name__)


def run(settings: Settings) -> int:
    """Relay until SIGTERM."""
    with opened_store(settings) as store, closing(open_stream(settings)) as stream:
        stop = stop_on_signals()
        delivery = wiring.open_delivery(settings, store)

        def call() -> None:
            try:
                delivery.run(stop)
            finally:
                stop.set()  # without one of the two, this process is to be started again

        webhooks = threading.Thread(target=call, name="webhooks")
        webhooks.start()
        logger.info("relay.started", stream=settings.relay.stream)
        try:
            Relay(settings.relay, store, stream).run(stop)
        finally:
            stop.set()
            webhooks.join()
    return 0

"""``missionfeed relay``: keeps the Redis stream up to the log."""

from __future__ import annotations

from contextlib import closing

from ingest import log
from ingest.relay import Relay
from ingest.settings import Settings
from workers.process import open_stream, opened_store, stop_on_signals

logger = log.get(__name__)


def run(settings: Settings) -> int:
    """Relay until SIGTERM."""
    with opened_store(settings) as store, closing(open_stream(settings)) as stream:
        logger.info("relay.started", stream=settings.relay.stream)
        Relay(settings.relay, store, stream).run(stop_on_signals())
    return 0

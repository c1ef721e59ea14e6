"""What each of our processes does first: log as told, wait for its database, end when asked to."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ingest import log, wiring
from ingest.errors import SettingsError, StoreError
from ingest.gateways.redis_stream import RedisStream
from ingest.settings import Settings
from ingest.store import Store

logger = log.get(__name__)

DATABASE_SECONDS = 60.0
RETRY_SECONDS = 0.5


@contextmanager
def opened_store(settings: Settings) -> Iterator[Store]:
    """The store, waited for: a database that starts beside us may take its time, but not forever.

    Raises ``StoreError`` when it cannot be used after a minute.
    """
    store = wiring.open_store(settings, check=False)
    try:
        _wait_for(store)
        yield store
    finally:
        store.close()


def _wait_for(store: Store) -> None:
    give_up_at = time.monotonic() + DATABASE_SECONDS
    said = False
    while True:
        try:
            return store.check()
        except StoreError as error:
            if time.monotonic() > give_up_at:
                raise
            if not said:
                logger.warning("database.waiting", error=str(error), seconds=DATABASE_SECONDS)
                said = True
        time.sleep(RETRY_SECONDS)


def stop_on_signals(*also: Callable[[], None]) -> threading.Event:
    """An event that SIGTERM and SIGINT set, calling ``also`` (which must be safe in a handler)."""
    stop = threading.Event()

    def end(_signal: int, _frame: object) -> None:
        stop.set()
        for act in also:
            act()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    return stop


def broker_of(settings: Settings) -> str:
    """The URL of Celery's broker; raises ``SettingsError`` where none is named."""
    if settings.broker is None:
        raise SettingsError(
            "No broker is named.",
            hint="Set MISSIONFEED_REDIS_URL (or MISSIONFEED_BROKER_URL), for example "
            "redis://127.0.0.1:6379/0, or start everything with `missionfeed run`.",
        )
    return settings.broker


def open_stream(settings: Settings) -> RedisStream:
    """The stream of events; raises ``SettingsError`` where no server is named."""
    if settings.redis_url is None:
        raise SettingsError(
            "No Redis is named for the stream of events.",
            hint="Set MISSIONFEED_REDIS_URL, for example redis://127.0.0.1:6379/0, or start "
            "everything with `missionfeed run`.",
        )
    return RedisStream(settings.redis_url, settings.relay.stream)

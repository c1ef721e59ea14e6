"""The Redis stream: one entry an event, its id ``<position>-0``.

The stream itself knows where it stands (its last generated id), so nothing is written down about
what was published. A batch goes in as one transaction on the condition that the last id has not
moved, so neither a second relay nor a flush in between leaves a gap or an entry twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import redis
from redis.exceptions import RedisError, ResponseError, WatchError

from ingest.gateways import GatewayError
from ingest.model import LoggedEvent, Position

CONNECT_SECONDS = 2.0
ANSWER_SECONDS = 10.0


class RedisStream:
    """A gateway to the stream ``name`` of the Redis or Valkey server at ``url``."""

    def __init__(self, url: str, name: str) -> None:
        self._name = name
        self._client = redis.Redis.from_url(
            url, socket_connect_timeout=CONNECT_SECONDS, socket_timeout=ANSWER_SECONDS
        )

    def close(self) -> None:
        self._client.close()

    def last_position(self) -> Position:
        with _named_errors():
            return self._last(self._client)

    def publish(self, events: Sequence[LoggedEvent], *, after: Position) -> bool:
        with _named_errors(), self._client.pipeline(transaction=True) as pipe:
            pipe.watch(self._name)  # type: ignore[no-untyped-call]
            if self._last(pipe) != after:
                return False
            pipe.multi()
            for event in events:
                fields: Any = {"event": event.body, "type": event.type, "id": event.id}
                pipe.xadd(self._name, fields, id=f"{event.position}-0")
            try:
                pipe.execute()
            except WatchError:
                return False
            return True

    def _last(self, client: Any) -> Position:
        try:
            last: bytes = client.xinfo_stream(self._name)["last-generated-id"]
        except ResponseError as error:
            if "no such key" in str(error).lower():
                return 0
            raise
        return int(last.partition(b"-")[0])


@contextmanager
def _named_errors() -> Iterator[None]:
    try:
        yield
    except RedisError as error:
        raise GatewayError(f"Redis failed: {error}") from error

"""The relay between a real store and a real Valkey: rule 4."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import ExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import redis

from ingest.errors import StreamAhead
from ingest.gateways import GatewayError
from ingest.gateways.redis_stream import RedisStream
from ingest.model import Event
from ingest.relay import Relay
from ingest.settings import Relay as RelaySettings
from ingest.settings import Settings
from ingest.store import Store
from ingest.wiring import migrate, open_store
from workers import valkey as embedded_valkey

NOW = datetime(2025, 6, 18, tzinfo=UTC)
STREAM = "test:events"


class Desk:
    """A log, a stream, and relays between them."""

    def __init__(self, store: Store, url: str) -> None:
        self.store = store
        self.url = url
        self.client = redis.Redis.from_url(url, decode_responses=True)
        self.written = 0
        self.opened = ExitStack()

    def stream(self) -> RedisStream:
        return self.opened.enter_context(closing(RedisStream(self.url, STREAM)))

    def relay(self, batch: int = 4) -> Relay:
        settings = RelaySettings(stream=STREAM, batch=batch, poll_seconds=0.01)
        return Relay(settings, self.store, self.stream())

    def log(self, number: int) -> None:
        """Write ``number`` more events to the log."""
        first = self.written
        self.written += number
        new = [
            Event(
                id=f"e-{i}",
                type="org.missionfeed.article.published.v1",
                subject=f"article/a-{i}",
                time=NOW,
                data={"number": i},
                article=f"a-{i}",
            )
            for i in range(first, self.written)
        ]
        self.store.commit(lambda head: head.append(new))

    def entries(self) -> list[tuple[str, dict[str, Any]]]:
        found: Any = self.client.xrange(STREAM)
        return [(entry, fields) for entry, fields in found]

    def ids(self) -> list[str]:
        return [entry for entry, _ in self.entries()]


def expected(number: int) -> list[str]:
    return [f"{position}-0" for position in range(1, number + 1)]


def catch_up(relay: Relay) -> None:
    while relay.step():
        pass


@pytest.fixture
def desk(tmp_path: Path, valkey: str) -> Iterator[Desk]:
    settings = Settings(data=tmp_path)
    migrate(settings)
    store = open_store(settings)
    made = Desk(store, valkey)
    with made.opened:
        yield made
    made.client.close()
    store.close()


def test_every_event_stands_in_the_stream_under_its_position(desk: Desk) -> None:
    desk.log(10)
    catch_up(desk.relay())
    assert desk.ids() == expected(10)
    for (entry, fields), logged in zip(desk.entries(), desk.store.events(), strict=True):
        body = json.loads(fields["event"])
        assert fields == {"event": logged.body, "type": logged.type, "id": logged.id}
        assert entry == f"{int(body['sequence'])}-0"


def test_a_new_relay_goes_on_where_the_stream_ends(desk: Desk) -> None:
    desk.log(3)
    catch_up(desk.relay())
    desk.log(3)
    catch_up(desk.relay())
    assert desk.ids() == expected(6)


def test_two_relays_at_once_do_no_harm(desk: Desk) -> None:
    desk.log(200)
    relays = [desk.relay(batch=3) for _ in range(2)]
    threads = [threading.Thread(target=catch_up, args=[relay]) for relay in relays]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    catch_up(relays[0])
    assert desk.ids() == expected(200)


@pytest.mark.parametrize("running", [True, False])
def test_a_lost_stream_is_filled_again_with_the_same_entries(desk: Desk, running: bool) -> None:
    desk.log(9)
    relay = desk.relay()
    catch_up(relay)
    before = desk.entries()
    desk.client.flushall()
    catch_up(relay if running else desk.relay())
    assert desk.entries() == before


def test_a_stream_lost_between_two_batches_has_no_gap(desk: Desk) -> None:
    desk.log(9)
    stream = desk.stream()
    first, second = desk.store.events(0, 4), desk.store.events(4, 4)
    assert stream.publish(first, after=0)
    desk.client.flushall()
    assert not stream.publish(second, after=4)
    assert desk.ids() == []
    catch_up(desk.relay())
    assert desk.ids() == expected(9)


def test_trimming_the_stream_does_not_bring_old_events_back(desk: Desk) -> None:
    desk.log(9)
    catch_up(desk.relay())
    desk.client.xtrim(STREAM, maxlen=2, approximate=False)
    catch_up(desk.relay())
    assert desk.ids() == expected(9)[-2:]
    desk.client.xtrim(STREAM, maxlen=0, approximate=False)
    desk.log(1)
    catch_up(desk.relay())
    assert desk.ids() == ["10-0"]


def test_a_stream_ahead_of_the_log_is_an_error_that_says_so(desk: Desk) -> None:
    desk.log(2)
    desk.client.xadd(STREAM, {"event": "{}"}, id="7-0")
    with pytest.raises(StreamAhead, match=r"position 7.*log at 2"):
        desk.relay().step()


def test_a_consumer_group_gets_each_event_once_and_in_order(desk: Desk) -> None:
    desk.client.xgroup_create(STREAM, "desk", id="0", mkstream=True)
    desk.log(20)
    relay = desk.relay()
    got: list[str] = []
    while relay.step():
        answer: Any = desk.client.xreadgroup("desk", "one", {STREAM: ">"}, count=100)
        for _, entries in answer:
            got += [entry for entry, _ in entries]
    assert got == expected(20)


def test_the_relay_outlives_a_server_that_goes_and_comes_back(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    stop = threading.Event()
    with embedded_valkey.serve(folder) as server:
        desk.url, port = server.url(), server.port
        desk.log(5)
        relay = desk.relay()
        thread = threading.Thread(target=relay.run, args=[stop])
        thread.start()
        wait_for_length(server.url(), 5)
    desk.log(5)
    with embedded_valkey.serve(folder, port=port) as server:
        wait_for_length(server.url(), 10)
        stop.set()
        thread.join()
    assert not thread.is_alive()


def wait_for_length(url: str, number: int) -> None:
    """Block (XREAD) until the stream has ``number`` entries."""
    with redis.Redis.from_url(url, socket_timeout=30) as client:
        assert client.xread({STREAM: f"{number - 1}-0"}, block=20_000)


def test_a_server_that_is_away_is_a_gateway_error() -> None:
    stream = RedisStream("redis://127.0.0.1:1/0", STREAM)
    with pytest.raises(GatewayError, match="Redis failed"):
        stream.last_position()
    stream.close()

"""Watcher, worker and relay as processes of their own, as compose runs them."""

from __future__ import annotations

import signal
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
import redis

from tests.e2e.running import Installation, assert_sound, drop, eventually, pages
from workers import valkey

pytestmark = pytest.mark.timeout(300)


def test_a_server_killed_under_load_delays_work_but_loses_none(tmp_path: Path) -> None:
    port = valkey.free_port()
    address = f"redis://127.0.0.1:{port}"
    installation = Installation(
        tmp_path,
        MISSIONFEED_REDIS_URL=f"{address}/0",
        MISSIONFEED_BROKER_URL=f"{address}/1",
        MISSIONFEED_WORK__REQUEUE_AFTER_SECONDS="3",
        MISSIONFEED_WORK__BATCH="10",
    )
    assert installation.command("migrate").returncode == 0
    with ExitStack() as processes:
        for name in ("worker", "watch", "relay"):
            processes.enter_context(installation.process(name))
        for burst in (1, 2):
            with valkey.serve(tmp_path / "valkey", port=port) as server:
                eventually(lambda: installation.said("worker.ready"), because=installation.logged)
                drop(installation.seeds, pages(200, seed=burst, prefix=f"burst-{burst}"))
                wait_for_receipts(installation, 200 * (burst - 1) + 1)
                server.process.kill()
                server.process.wait()
            # Even with messages in hand that it cannot acknowledge, the worker must notice.
            eventually(
                lambda: installation.logged().count("Connection to broker lost") >= burst,  # noqa: B023
                because=installation.logged,
            )
        with valkey.serve(tmp_path / "valkey", port=port) as server:
            eventually(lambda: installation.settled() == 400, because=installation.logged)
            rows = assert_sound(installation)
            assert len({row.path for row in rows}) == len(rows) == 400
            assert_stream_is_log(installation, server.url())


def wait_for_receipts(installation: Installation, number: int) -> None:
    eventually(lambda: installation.settled() >= number, because=installation.logged)


def assert_stream_is_log(installation: Installation, url: str) -> None:
    with installation.store() as store:
        log = [(f"{event.position}-0", event.id) for event in store.events(0, 10**6)]

    def entries() -> list[tuple[str, str]]:
        with redis.Redis.from_url(url, decode_responses=True) as client:
            found: Any = client.xrange("missionfeed:events")
        return [(entry, fields["id"]) for entry, fields in found]

    eventually(lambda: entries() == log, because=installation.logged)


@pytest.mark.parametrize("name", ["watch", "relay", "worker", "poll"])
def test_a_process_without_a_broker_ends_when_asked(tmp_path: Path, name: str) -> None:
    installation = Installation(tmp_path, MISSIONFEED_REDIS_URL="redis://127.0.0.1:1/0")
    assert installation.command("migrate").returncode == 0
    begun = {
        "watch": "watch.started",
        "relay": "relay.waiting",
        "worker": "Cannot connect",
        "poll": "poll.waiting",
    }[name]
    with installation.process(name) as process:
        eventually(lambda: begun in installation.logged(), because=installation.logged)
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) == 0


@pytest.mark.parametrize("name", ["watch", "relay", "worker", "poll"])
def test_a_process_that_is_told_no_server_says_so(tmp_path: Path, name: str) -> None:
    installation = Installation(tmp_path)
    assert installation.command("migrate").returncode == 0
    done = installation.command(name)
    assert done.returncode == 2
    assert b"MISSIONFEED_REDIS_URL" in done.stderr

"""Subscribers that are called by an embedded run, whatever becomes of the run."""

from __future__ import annotations

import json
import os
import signal
import threading
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest
from standardwebhooks.webhooks import Webhook as Verifier

from ingest.model import LoggedEvent
from tests.e2e.running import Installation, alive, assert_sound, drop, eventually, family, pages
from tests.feed_server import Exchange, FeedServer, Seen, serve

pytestmark = pytest.mark.timeout(300)

AMID = 15
"""Which call of a receiver the run does not survive."""
PATIENCE = 60.0


def test_killed_amid_calls_nothing_is_lost_or_out_of_order(tmp_path: Path) -> None:
    installation = Installation(
        tmp_path,
        MISSIONFEED_HTTP__PRIVATE='["127.0.0.1"]',
        MISSIONFEED_WEBHOOKS__TIMEOUT_SECONDS="3",  # what a killed one leased is free after that
    )
    with serve() as server:
        amid, dead = threading.Event(), threading.Event()

        def all_events(exchange: Exchange) -> None:
            if len(calls(server, "/all")) == AMID:
                amid.set()
                dead.wait(PATIENCE)
            exchange.reply(status=204)

        server.routes |= {"/all": all_events, "/some": lambda exchange: exchange.reply(status=204)}
        secret = subscribe(installation, "all", f"{server.url}/all")
        subscribe(installation, "some", f"{server.url}/some", "--type", "mission.mentioned")
        drop(installation.seeds, pages(40))
        with installation.running() as process:
            assert amid.wait(PATIENCE), installation.logged()
            relatives = list(family(process.pid))
            for pid in (process.pid, *relatives):  # as when the power fails
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            process.wait()
        eventually(lambda: alive(relatives) == [], because=lambda: alive(relatives))
        dead.set()
        drop(installation.seeds, pages(5, seed=2, prefix="later"))

        # The next one takes over what was left, and ends when all of it was taken.
        done = installation.command("run", "--once")
        assert done.returncode == 0, done.stderr.decode()
        assert len(assert_sound(installation)) == 45
        assert behind(installation) == [0, 0]

    log = events(installation)
    mentions = [event for event in log if "mission.mentioned" in event.type]
    assert_had(calls(server, "/all"), log)
    assert_had(calls(server, "/some"), mentions)
    twice, number = Counter(ids(calls(server, "/all"))).most_common(1)[0]
    assert (twice, number) == (log[AMID - 1].id, 2)  # it was answered, but to nobody
    for seen in calls(server, "/all")[AMID:]:
        Verifier(secret).verify(seen.body, dict(seen.headers))


def subscribe(installation: Installation, name: str, url: str, *options: str) -> str:
    """Add a subscriber to the whole log; returns its secret."""
    done = installation.command("subscribers", "add", name, url, "--after", "0", "--json", *options)
    assert done.returncode == 0, done.stderr.decode()
    secret: str = json.loads(done.stdout)["secret"]
    return secret


def behind(installation: Installation) -> list[int]:
    with installation.store() as store:
        last = store.last_position()
        return [last - webhook.position for webhook in store.webhooks.all()]


def events(installation: Installation) -> list[LoggedEvent]:
    with installation.store() as store:
        return store.events(0, 10**6)


def calls(server: FeedServer, path: str) -> list[Seen]:
    return [seen for seen in server.seen if seen.path == path]


def ids(seen: list[Seen]) -> list[str]:
    return [one.headers["webhook-id"] for one in seen]


def assert_had(seen: list[Seen], log: list[LoggedEvent]) -> None:
    """All of ``log`` in order, at most one of them twice, and then the same."""
    first = {one.headers["webhook-id"]: one.body for one in reversed(seen)}
    assert list(dict.fromkeys(ids(seen))) == [event.id for event in log]
    assert {event.id: event.body.encode() for event in log} == first
    assert all(first[one.headers["webhook-id"]] == one.body for one in seen)
    assert len(seen) - len(log) <= 1

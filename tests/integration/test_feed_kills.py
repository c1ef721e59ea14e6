"""A poller that is killed: whatever it was doing, no entry is lost and none comes twice."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ingest import log
from ingest.core import ids
from ingest.http import Http
from ingest.model import Feed
from ingest.settings import Http as HttpSettings
from ingest.settings import Settings
from ingest.sources.feeds.polling import Poller
from ingest.store import Store, schema
from tests.e2e.running import Installation, eventually, family
from tests.feed_server import Exchange, Route, serve
from workers import feeding
from workers.app import create_app

pytestmark = pytest.mark.timeout(300)

WORDS = "orbit hatch crew docking ascent descent module crater rover probe".split()


def listing(feed: int, entries: int) -> str:
    items = "".join(
        f"<item><title>{WORDS[i % 10]} {feed} {i}</title><guid>{feed}-{i}</guid>"
        f"<link>https://daily.example.org/{feed}/{i}</link>"
        f"<description>What is said of {WORDS[i // 10]} number {i} of feed {feed}.</description>"
        "</item>"
        for i in reversed(range(entries))
    )
    return f'<rss version="2.0"><channel><title>{feed}</title>{items}</channel></rss>'


def followed(store: Store, url: str) -> str:
    now = log.now()
    feed = Feed(id=ids.feed_id(url), url=url, origin="added", added=now, next_poll=now)
    store.feeds.add([feed])
    return feed.id


# ------------------------------------------------------------------ at each step


@contextmanager
def killed_child(work: Callable[[], object]) -> Iterator[None]:
    """Do ``work`` in a process that must end by SIGKILL."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == -signal.SIGKILL
    yield


def die(*_: Any, **__: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def dying(step: str, settings: Settings) -> Poller:
    """A poller that is killed at this step, with a store of its own."""
    store = Store(settings.database, source="urn:missionfeed:test")
    poller = Poller(settings, store, Http(settings.http))
    target, name, before = {
        "before it begins": (store.feeds, "begin", True),
        "after it began": (store.feeds, "begin", False),
        "after the answer": (poller.http, "get", False),
        "before the commit": (store.feeds, "settle", True),
        "after the commit": (store.feeds, "settle", False),
    }[step]
    real = getattr(target, name)

    def instead(*arguments: Any, **named: Any) -> None:
        if not before:
            real(*arguments, **named)
        die()

    setattr(target, name, instead)
    return poller


def die_amid_commit(store: Store, table: str) -> None:
    """Kill this process amid its transaction: when rows are about to be written there."""
    from sqlalchemy import event

    @event.listens_for(store.database.engine, "before_cursor_execute")
    def _statement(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith(f"INSERT INTO {table}"):
            die()


@pytest.mark.parametrize(
    "step",
    [
        "before it begins",
        "after it began",
        "after the answer",
        "before the commit",
        "amid the commit: documents",
        "amid the commit: feed_entries",
        "after the commit",
    ],
)
def test_killed_at_any_step_all_is_there_once(tmp_path: Path, step: str) -> None:
    settings = Settings(data=tmp_path, http=HttpSettings(private=("127.0.0.1",)))
    store = Store(settings.database, source="urn:missionfeed:test")
    schema.migrate(store.database)
    with serve() as server:
        server.routes["/feed"] = listing(1, 30)
        feed = followed(store, f"{server.url}/feed")
        now = log.now()
        held = store.feeds.lease_one(feed, now=now, until=now + timedelta(minutes=5))
        assert held is not None
        store.close()

        def work() -> None:
            amid, _, table = step.partition(": ")
            if amid == "amid the commit":
                poller = Poller(
                    settings, Store(settings.database, source="urn:x"), Http(settings.http)
                )
                die_amid_commit(poller.store, table)
            else:
                poller = dying(step, settings)
            poller.poll(held)

        with killed_child(work):
            pass
        committed = len(store.receipts())
        assert committed == (30 if step == "after the commit" else 0)
        later = now + timedelta(hours=1)
        server.routes["/feed"] = listing(1, 32)
        again = store.feeds.lease_one(feed, now=later, until=later + timedelta(minutes=5))
        assert again is not None
        poller = Poller(settings, store, Http(settings.http), clock=lambda: later)
        assert len(poller.poll(again)) == 32 - committed
        urls = [row.url or "" for row in store.receipts()]
        assert sorted(urls) == sorted({f"https://daily.example.org/1/{i}" for i in range(32)})
    store.close()


# ------------------------------------------------------------------ anywhere


def growing(number: int, most: int) -> Route:
    """A feed that has three entries more each time it is asked, and takes its time."""
    there = [0]

    def answer(exchange: Exchange) -> None:
        there[0] = min(there[0] + 3, most)
        exchange.stopping(0.02)
        exchange.reply(listing(number, there[0]))

    return answer


def test_killed_again_and_again_all_is_there_once(
    tmp_path: Path, valkey: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process and its children, by seed, while feeds are polled as fast as they can be."""
    feeds, most = 8, 30
    environment = {
        "MISSIONFEED_REDIS_URL": valkey,
        "MISSIONFEED_HTTP__PRIVATE": '["127.0.0.1", "127.0.0.0/8"]',
        "MISSIONFEED_FEEDS__SHORTEST_SECONDS": "0.05",
        "MISSIONFEED_FEEDS__LONGEST_SECONDS": "0.2",
        "MISSIONFEED_FEEDS__LONGEST_FAILING_SECONDS": "0.5",
        "MISSIONFEED_FEEDS__HOST_DELAY_SECONDS": "0",
        "MISSIONFEED_FEEDS__TIME_LIMIT_SECONDS": "1",
        "MISSIONFEED_FEEDS__PROCESSES": "2",
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(feeding, "LEASE", timedelta(seconds=3))
    installation = Installation(tmp_path)
    assert installation.command("migrate").returncode == 0
    chance = random.Random(1)
    app = create_app(installation.settings)
    with installation.store() as store, serve("0.0.0.0") as server:
        port = server.url.rpartition(":")[2]
        for number in range(feeds):
            server.routes[f"/{number}"] = growing(number, most)
            followed(store, f"http://127.0.0.{number + 1}:{port}/{number}")

        def stored() -> int:
            feeding.hand_out(app, store)
            return sum(store.counts().values())

        for kill in range(3):
            with installation.process("poll") as process:
                eventually(
                    lambda: installation.said("poll.ready") > kill,  # noqa: B023
                    because=installation.logged,
                )
                goal = min(stored() + chance.randrange(1, 60), feeds * most)
                eventually(lambda: stored() >= goal, because=installation.logged)  # noqa: B023
                everybody = [process.pid, *family(process.pid)]
                for pid in everybody if kill % 2 else [chance.choice(everybody)]:
                    os.kill(pid, signal.SIGKILL)
        with installation.process("poll"):
            eventually(lambda: stored() >= feeds * most, because=installation.logged)
        rows = store.receipts()
        expected = {
            f"https://daily.example.org/{feed}/{i}" for feed in range(feeds) for i in range(most)
        }
        assert {row.url for row in rows} == expected
        assert len(rows) == len(expected)


def test_a_feed_that_ends_its_reader_is_told_of_and_others_go_on(
    tmp_path: Path, valkey: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading so many entries takes longer than the second that a document may take here."""
    environment = {
        "MISSIONFEED_REDIS_URL": valkey,
        "MISSIONFEED_HTTP__PRIVATE": '["127.0.0.0/8"]',
        "MISSIONFEED_FEEDS__SHORTEST_SECONDS": "600",
        "MISSIONFEED_FEEDS__HOST_DELAY_SECONDS": "0",
        "MISSIONFEED_FEEDS__TIME_LIMIT_SECONDS": "5",
        "MISSIONFEED_LIMITS__DOCUMENT_SECONDS": "1",
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(feeding, "LEASE", timedelta(seconds=3))
    installation = Installation(tmp_path)
    assert installation.command("migrate").returncode == 0
    app = create_app(installation.settings)
    body = "<p>The crew went on board.</p>" * 40
    items = "".join(
        f"<item><title>{i}</title><guid>{i}</guid><description><![CDATA[{body}]]></description></item>"
        for i in range(9_000)
    )
    with installation.store() as store, serve("0.0.0.0") as server:
        port = server.url.rpartition(":")[2]
        server.routes["/heavy"] = f"<rss version='2.0'><channel>{items}</channel></rss>"
        server.routes["/light"] = listing(2, 3)
        heavy = followed(store, f"http://127.0.0.1:{port}/heavy")
        light = followed(store, f"http://127.0.0.2:{port}/light")

        def standing(feed: str) -> Feed:
            feeding.hand_out(app, store)
            found = store.feeds.find(feed)
            assert found is not None
            return found

        with installation.process("poll"):
            eventually(lambda: standing(light).succeeded, because=installation.logged)
            eventually(lambda: standing(heavy).failures, because=installation.logged)
        told = standing(heavy)
        assert told.code == "killed_poller"
        assert "took too long or too much memory" in (told.error or "")
        assert told.next_poll - log.now() > timedelta(minutes=5)
        assert server.paths().count("/heavy") == 2
        assert len(store.receipts()) == 3

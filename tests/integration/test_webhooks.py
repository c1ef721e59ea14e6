"""Webhooks between a real log and real receivers, good and bad: what is called, when, how often."""

from __future__ import annotations

import io
import json
import logging
import shutil
import socket
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from ingest import deliver, log
from ingest.core.events import TYPES
from ingest.core.webhooks import WAITS
from ingest.deliver import LEASE_MARGIN, Delivery
from ingest.errors import StoreError
from ingest.http import Http
from ingest.model import Webhook
from ingest.settings import Http as HttpSettings
from ingest.settings import Settings, Webhooks
from ingest.store import Store
from ingest.wiring import open_store
from tests.feed_server import (
    Exchange,
    FeedServer,
    Route,
    Seen,
    drip,
    endless,
    raw,
    redirect,
    serve,
    status,
)
from tests.webhooks import NOW, OTHER_SECRET, SECRET, signed_by, webhook, write_events

HOUR = timedelta(hours=1)
PATIENCE = 30.0
TAKEN = status(204)


@dataclass
class Desk:
    """A log, receivers at a server, and a clock of its own."""

    store: Store
    server: FeedServer
    now: datetime = NOW
    http: Http = field(default_factory=lambda: Http(HttpSettings(private=("127.0.0.1",))))

    def delivery(self, **settings: Any) -> Delivery:
        chosen = Webhooks(**{"poll_seconds": 0.01, **settings})
        return Delivery(chosen, self.store, self.http, clock=lambda: self.now, chance=lambda: 0.0)

    def subscribe(self, name: str = "desk", answer: Route = TAKEN, **values: Any) -> None:
        """Have the path of that name called, which answers so."""
        self.server.routes[f"/{name}"] = answer
        assert self.store.webhooks.add(webhook(name, url=f"{self.server.url}/{name}", **values))

    def step(self, *, after: timedelta = timedelta(), **settings: Any) -> int:
        """Give all that are due their turn, that long after the last time."""
        self.now += after
        return self.delivery(**settings).step()

    def find(self, name: str = "desk") -> Webhook:
        return {found.name: found for found in self.store.webhooks.all()}[name]

    def change(self, name: str = "desk", **values: Any) -> None:
        assert self.store.webhooks.change(name, **values)

    def resume(self, name: str = "desk") -> None:
        well = {"failures": 0, "failing_since": None, "error": None}
        self.change(name, state="active", next_try=self.now, **well)

    def calls(self, name: str = "desk") -> list[Seen]:
        return [seen for seen in self.server.seen if seen.path == f"/{name}"]

    def ids(self, name: str = "desk") -> list[str]:
        return [seen.headers["webhook-id"] for seen in self.calls(name)]

    @contextmanager
    def running(self, *deliveries: Delivery) -> Iterator[threading.Event]:
        """They run, each in a thread, until the block ends or the event that it gets is set."""
        stop = threading.Event()
        threads = [threading.Thread(target=each.run, args=[stop]) for each in deliveries]
        for thread in threads:
            thread.start()
        try:
            yield stop
        finally:
            stop.set()
            for thread in threads:
                thread.join(PATIENCE)
        assert not any(thread.is_alive() for thread in threads)


@pytest.fixture
def desk(tmp_path: Path, empty_database: Path) -> Iterator[Desk]:
    settings = Settings(data=tmp_path)
    shutil.copy(empty_database, settings.database_file)
    store = open_store(settings)
    with serve() as server:
        yield Desk(store, server)
    store.close()


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What is logged, as JSON lines."""
    root, written = logging.getLogger(), io.StringIO()
    level = root.level
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", written)
        log.configure("DEBUG", "json")
    (ours,) = root.handlers
    yield written
    root.removeHandler(ours)
    root.setLevel(level)


@dataclass
class Receiver:
    """Answers call after call with ``answers``, and all later ones with 204."""

    answers: list[Route]
    number: int = 0

    def __call__(self, exchange: Exchange) -> None:
        self.number += 1
        answer = self.answers[self.number - 1] if self.number <= len(self.answers) else TAKEN
        assert callable(answer)
        answer(exchange)


@dataclass
class Count:
    """Takes all calls; ``full`` is set by call number ``number``."""

    number: int
    full: threading.Event = field(default_factory=threading.Event)
    taken: int = 0

    def __call__(self, exchange: Exchange) -> None:
        self.taken += 1
        exchange.reply(status=204)
        if self.taken == self.number:
            self.full.set()


# ------------------------------------------------------------------ what is taken


def test_every_event_is_posted_once_in_order_and_signed(desk: Desk) -> None:
    ids = write_events(desk.store, 120)
    desk.subscribe()
    assert desk.step() == 1
    assert desk.ids() == ids
    for seen, logged in zip(desk.calls(), desk.store.events(limit=1000), strict=True):
        assert seen.method == "POST"
        assert seen.body == logged.body.encode()
        assert json.loads(seen.body)["id"] == seen.headers["webhook-id"] == logged.id
        assert signed_by(seen.headers, seen.body, SECRET, OTHER_SECRET) == [SECRET]
        assert seen.headers["webhook-timestamp"] == str(int(NOW.timestamp()))
        assert seen.headers["content-type"] == "application/cloudevents+json; charset=utf-8"
    assert desk.find() == replace(desk.find(), position=120, delivered=NOW, failures=0, error=None)
    assert desk.step(after=HOUR) == 0
    more = write_events(desk.store, 2)
    assert desk.step() == 1
    assert desk.ids() == ids + more


def test_one_that_begins_later_gets_what_comes_later(desk: Desk) -> None:
    ids = write_events(desk.store, 5)
    desk.subscribe(position=3)
    desk.step()
    assert desk.ids() == ids[3:]


def test_filters_pass_over_others_to_the_end_of_the_log(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliver, "PAGE", 5)
    milestone = next(one for one in TYPES if "milestone" in one)
    mine: list[str] = []
    named: list[str] = []
    typed: list[str] = []
    for _ in range(12):
        mine += write_events(desk.store, 1, mission="shenzhou-20")
        named += write_events(desk.store, 1, people=("chen-dong", "wang-jie"))
        typed += write_events(desk.store, 1, type=milestone, mission="soyuz-ms-27")
    both = write_events(desk.store, 1, type=milestone, mission="shenzhou-20")
    write_events(desk.store, 9)
    desk.subscribe("mission", mission="shenzhou-20")
    desk.subscribe("person", person="wang-jie")
    desk.subscribe("type", type="milestone")
    desk.subscribe("all-three", type="milestone", mission="shenzhou-20", person="wang-jie")
    desk.subscribe("two", type="milestone", mission="shenzhou-20")
    assert desk.step() == 5
    assert desk.ids("mission") == mine + both
    assert desk.ids("person") == named
    assert desk.ids("type") == typed + both
    assert desk.ids("two") == both
    assert desk.ids("all-three") == []
    assert {found.position for found in desk.store.webhooks.all()} == {46}
    assert desk.find("all-three").delivered is None
    assert desk.step() == 0


@pytest.mark.parametrize(
    "answer",
    [
        status(200, "thank you"),
        status(299),
        status(206, "a part", Content_Range="bytes 0-5/10"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nshort"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"),
        drip(),
        endless,
    ],
    ids=["200", "299", "206", "short", "no-gzip", "drip", "endless"],
)
def test_what_was_answered_well_is_taken_whatever_follows(desk: Desk, answer: Route) -> None:
    ids = write_events(desk.store, 1)
    desk.subscribe(answer=answer)
    desk.step(timeout_seconds=0.3)
    desk.step(after=HOUR)
    assert desk.ids() == ids
    assert (desk.find().position, desk.find().error) == (1, None)


def test_a_good_answer_whose_body_never_comes_is_taken(desk: Desk) -> None:
    def stall(exchange: Exchange) -> None:
        exchange.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n")
        exchange.stopping(PATIENCE)

    ids = write_events(desk.store, 1)
    desk.subscribe(answer=stall)
    desk.step(timeout_seconds=0.3)
    desk.step(after=HOUR)
    assert desk.ids() == ids


# ------------------------------------------------------------------ what fails


def test_one_that_fails_gets_the_same_event_again_and_then_all_others(desk: Desk) -> None:
    ids = write_events(desk.store, 4)
    desk.subscribe(answer=Receiver([TAKEN, *[status(500, "out of order")] * 6]))
    for failures, wait in enumerate(WAITS[:6], start=1):
        assert desk.step() == 1
        found = desk.find()
        assert (found.position, found.failures, found.failing_since) == (1, failures, NOW)
        assert found.error == "It answered 500: out of order"
        assert found.next_try == desk.now + wait
        assert desk.step(after=wait - timedelta(microseconds=1)) == 0
        desk.now += timedelta(microseconds=1)
    assert desk.step() == 1
    assert desk.ids() == [ids[0], *[ids[1]] * 7, *ids[2:]]
    assert len({seen.body for seen in desk.calls()}) == 4
    found = desk.find()
    assert (found.position, found.failures, found.failing_since, found.error) == (4, 0, None, None)
    assert found.delivered == desk.now


def test_each_try_is_signed_with_its_own_time(desk: Desk) -> None:
    write_events(desk.store, 1)
    desk.subscribe(answer=Receiver([status(503)]))
    desk.step()
    desk.step(after=HOUR)
    first, second = desk.calls()
    assert (
        int(second.headers["webhook-timestamp"]) - int(first.headers["webhook-timestamp"]) == 3600
    )
    assert signed_by(second.headers, second.body, SECRET) == [SECRET]


@pytest.mark.parametrize("code", [429, 503])
@pytest.mark.parametrize("form", ["seconds", "date"])
def test_who_asks_for_time_gets_it(desk: Desk, code: int, form: str) -> None:
    ids = write_events(desk.store, 2)
    stated = "7200" if form == "seconds" else format_datetime(NOW + 2 * HOUR, usegmt=True)
    desk.subscribe(answer=Receiver([status(code, Retry_After=stated)]))
    desk.step()
    assert desk.find().next_try == NOW + 2 * HOUR
    assert desk.step(after=2 * HOUR - timedelta(seconds=1)) == 0
    assert desk.step(after=timedelta(seconds=1)) == 1
    assert desk.ids() == [ids[0], *ids]


def test_410_ends_it_until_it_is_resumed(desk: Desk) -> None:
    ids = write_events(desk.store, 3)
    desk.subscribe(answer=Receiver([TAKEN, status(410, "gone")]))
    desk.step()
    found = desk.find()
    assert (found.state, found.position, found.failures) == ("failed", 1, 1)
    assert "no more calls" in (found.error or "")
    assert desk.step(after=timedelta(days=30)) == 0
    assert desk.ids() == ids[:2]
    desk.resume()
    desk.step()
    assert desk.ids() == [*ids[:2], *ids[1:]]


def test_one_that_fails_for_days_is_given_up_and_loses_nothing(desk: Desk) -> None:
    ids = write_events(desk.store, 3)
    answers = Receiver([status(500)] * 100)
    desk.subscribe(answer=answers)
    while desk.find().state == "active":
        assert desk.step() == 1
        last, desk.now = desk.now, desk.find().next_try
    assert timedelta(hours=120) <= last - NOW <= timedelta(hours=120) + WAITS[-1]
    assert set(desk.ids()) == {ids[0]}
    assert 10 <= answers.number <= 20
    assert desk.step(after=timedelta(days=30)) == 0
    answers.number = 100
    desk.server.seen.clear()
    desk.resume()
    assert desk.step() == 1
    assert desk.ids() == ids
    assert (desk.find().state, desk.find().position) == ("active", 3)


def test_a_success_begins_the_days_anew(desk: Desk) -> None:
    ids = write_events(desk.store, 2)
    desk.subscribe(answer=Receiver([status(500), TAKEN, status(500)]))
    desk.step()
    desk.step(after=timedelta(hours=121))  # in one turn it takes the first and fails the second
    found = desk.find()
    assert (found.state, found.failures, found.failing_since) == ("active", 1, desk.now)
    assert found.next_try == desk.now + WAITS[0]
    desk.step(after=HOUR)
    assert desk.ids() == [ids[0], *ids, ids[1]]


def test_a_redirect_is_told_and_not_followed(desk: Desk) -> None:
    write_events(desk.store, 1)
    desk.subscribe(answer=redirect("/elsewhere", 308))
    desk.server.routes["/elsewhere"] = TAKEN
    desk.step()
    assert desk.server.paths() == ["/desk"]
    assert (desk.find().position, desk.find().failures) == (0, 1)
    assert "308, a redirect" in (desk.find().error or "")


def test_an_answer_that_never_comes_is_not_waited_for(desk: Desk) -> None:
    def never(exchange: Exchange) -> None:
        exchange.stopping(PATIENCE)

    write_events(desk.store, 1)
    desk.subscribe(answer=never)
    desk.step(timeout_seconds=0.3)
    assert "within 0.3 seconds" in (desk.find().error or "")
    assert (desk.find().position, desk.find().failures) == (0, 1)


@pytest.mark.parametrize("answer", [raw(b""), raw(b"this is no HTTP\r\n\r\n")])
def test_what_is_no_answer_is_a_failure(desk: Desk, answer: Route) -> None:
    write_events(desk.store, 1)
    desk.subscribe(answer=answer)
    desk.step()
    assert "broke the rules of HTTP" in (desk.find().error or "")
    assert (desk.find().position, desk.find().failures) == (0, 1)


def test_a_port_that_takes_no_connections_is_a_failure(desk: Desk) -> None:
    write_events(desk.store, 1)
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        desk.subscribe()
        desk.store.webhooks.remove("desk")
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        desk.store.webhooks.add(webhook(url=url))
        desk.step()
    assert "does not take connections" in (desk.find().error or "")
    assert (desk.find().position, desk.find().failures) == (0, 1)


def test_a_private_address_is_not_called_and_the_hint_is_told(desk: Desk) -> None:
    write_events(desk.store, 1)
    desk.http = Http(HttpSettings())
    desk.subscribe()
    desk.step()
    assert desk.server.seen == []
    error = desk.find().error or ""
    assert "127.0.0.1 is not a public address" in error
    assert "http.private" in error
    assert (desk.find().position, desk.find().failures) == (0, 1)


def test_a_password_is_sent_and_told_nobody(desk: Desk, told: io.StringIO) -> None:
    write_events(desk.store, 2)
    desk.server.routes["/desk"] = Receiver([status(401), status(410)])
    url = desk.server.url.replace("//", "//me:pass-word@") + "/desk"
    desk.store.webhooks.add(webhook(url=url, old_secret=OTHER_SECRET, old_until=NOW + 9 * HOUR))
    desk.step()
    desk.step(after=HOUR)
    assert {seen.headers["authorization"] for seen in desk.calls()} == {"Basic bWU6cGFzcy13b3Jk"}
    logged = told.getvalue()
    assert '"webhook.failed"' in logged
    assert '"webhook.given_up"' in logged
    for secret in (SECRET, OTHER_SECRET):
        assert secret.removeprefix("whsec_") not in f"{logged} {desk.find()}"
    assert "pass-word" not in f"{logged} {desk.find().error}"


# ------------------------------------------------------------------ what comes between


@pytest.mark.parametrize("error", [StoreError("The disk is full."), RuntimeError("a slip of ours")])
def test_what_was_taken_and_not_written_down_comes_again_with_its_id(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    ids = write_events(desk.store, 4)
    desk.subscribe()
    moved_on, moves = desk.store.webhooks.moved_on, []

    def once(*arguments: Any, **values: Any) -> bool:
        moves.append(arguments)
        if len(moves) == 2:
            raise error
        return moved_on(*arguments, **values)

    monkeypatch.setattr(desk.store.webhooks, "moved_on", once)
    lease = timedelta(seconds=5) + LEASE_MARGIN
    assert desk.step(timeout_seconds=5) == 1
    assert desk.find().position == 1
    assert desk.step(timeout_seconds=5, after=lease - timedelta(seconds=1)) == 0
    assert desk.step(timeout_seconds=5, after=timedelta(seconds=1)) == 1
    assert desk.ids() == [*ids[:2], *ids[1:]]
    assert desk.find().position == 4


def interrupting(number: int, act: Any) -> Route:
    """Takes all calls, and ``act`` happens during that one."""
    seen = []

    def answer(exchange: Exchange) -> None:
        seen.append(exchange)
        if len(seen) == number:
            act()
        exchange.reply(status=204)

    return answer


def test_after_a_pause_only_the_event_in_flight_arrives(desk: Desk) -> None:
    ids = write_events(desk.store, 6)
    desk.subscribe(answer=interrupting(3, lambda: desk.change(state="paused")))
    desk.step()
    assert desk.ids() == ids[:3]
    assert (desk.find().state, desk.find().position) == ("paused", 3)
    assert desk.step(after=HOUR) == 0
    desk.resume()
    desk.step()
    assert desk.ids() == ids


def test_one_that_is_removed_gets_no_more(desk: Desk) -> None:
    ids = write_events(desk.store, 6)
    desk.subscribe(answer=interrupting(2, lambda: desk.store.webhooks.remove("desk")))
    desk.step()
    assert desk.step(after=HOUR) == 0
    assert desk.ids() == ids[:2]
    assert desk.store.webhooks.all() == []


def test_one_that_takes_the_name_of_one_removed_misses_nothing(desk: Desk) -> None:
    ids = write_events(desk.store, 4)

    def take_its_name() -> None:
        desk.store.webhooks.remove("desk")
        desk.server.routes["/new"] = TAKEN
        new = webhook(url=f"{desk.server.url}/new", added=NOW + HOUR)
        desk.store.webhooks.add(new)
        assert desk.delivery().step() == 1  # another relay calls it, while the old call goes on

    desk.subscribe(answer=interrupting(2, take_its_name))
    desk.step()
    assert desk.ids() == ids[:2]
    assert desk.ids("new") == ids
    assert desk.find().position == 4


def test_a_replay_sends_the_same_again(desk: Desk) -> None:
    ids = write_events(desk.store, 5)
    desk.subscribe()
    desk.step()
    desk.store.webhooks.replay("desk", 2, now=desk.now)
    assert desk.step() == 1
    assert desk.ids() == [*ids, *ids[2:]]
    bodies = {(seen.headers["webhook-id"], seen.body) for seen in desk.calls()}
    assert len(bodies) == 5
    assert desk.find().position == 5


@pytest.mark.parametrize("after", [0, 4])
def test_a_replay_amid_deliveries_counts(desk: Desk, after: int) -> None:
    ids = write_events(desk.store, 6)
    desk.subscribe(
        answer=interrupting(3, lambda: desk.store.webhooks.replay("desk", after, now=NOW))
    )
    desk.step()
    assert desk.find().position == after
    desk.step()
    assert desk.ids() == [*ids[:3], *ids[after:]]
    assert desk.find().position == 6


def test_two_secrets_sign_until_the_old_one_ends(desk: Desk) -> None:
    desk.subscribe(secret=OTHER_SECRET, old_secret=SECRET, old_until=NOW + HOUR)
    for after in (timedelta(), HOUR - timedelta(seconds=1), timedelta(seconds=1)):
        write_events(desk.store, 1)
        desk.step(after=after)
    signed = [signed_by(seen.headers, seen.body, SECRET, OTHER_SECRET) for seen in desk.calls()]
    assert signed == [[SECRET, OTHER_SECRET], [SECRET, OTHER_SECRET], [OTHER_SECRET]]


def test_a_turn_ends_amid_a_page_and_others_have_theirs(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Receivers that take seconds for each event must not keep others from being called."""
    ids = write_events(desk.store, 8)
    seconds = Counter[str]()
    monkeypatch.setattr(deliver, "time", SimpleNamespace(monotonic=seconds.total))

    def slowly(exchange: Exchange) -> None:
        seconds[exchange.path] += 4
        exchange.reply(status=204)

    for name in ("a", "b"):
        desk.subscribe(name, slowly)
    for name in ("a", "b", "a", "b", "a", "b"):
        before = len(desk.server.seen)
        assert desk.step(after=timedelta(seconds=12), parallel=1) == 1
        assert {seen.path for seen in desk.server.seen[before:]} == {f"/{name}"}
    assert desk.step() == 0
    assert desk.ids("a") == desk.ids("b") == ids


# ------------------------------------------------------------------ all at once


def test_a_slow_receiver_holds_up_nobody(desk: Desk) -> None:
    ids = write_events(desk.store, 20)
    begun, released = threading.Event(), threading.Event()
    quick, slow = Count(20), Count(20)

    def slowly(exchange: Exchange) -> None:
        begun.set()
        assert released.wait(PATIENCE)
        slow(exchange)

    desk.subscribe("slow", slowly)
    with desk.running(desk.delivery(parallel=2)):
        assert begun.wait(PATIENCE)
        desk.subscribe("quick", quick)
        assert quick.full.wait(PATIENCE)
        assert desk.ids("slow") == ids[:1]
        released.set()
        assert slow.full.wait(PATIENCE)
    assert desk.ids("slow") == desk.ids("quick") == ids


def test_two_relays_at_once_call_each_receiver_once_and_in_order(desk: Desk) -> None:
    ids = write_events(desk.store, 10)
    counts = {f"desk-{n}": Count(30) for n in range(6)}
    for name, count in counts.items():
        desk.subscribe(name, count)
    with desk.running(desk.delivery(parallel=3), desk.delivery(parallel=3)):
        ids += write_events(desk.store, 10)
        ids += write_events(desk.store, 10)
        for count in counts.values():
            assert count.full.wait(PATIENCE)
    for name in counts:
        assert desk.ids(name) == ids


def test_asked_to_end_it_ends_with_the_event_in_flight(desk: Desk) -> None:
    ids = write_events(desk.store, 5)
    begun, released = threading.Event(), threading.Event()

    def answer(exchange: Exchange) -> None:
        begun.set()
        assert released.wait(PATIENCE)
        exchange.reply(status=204)

    desk.subscribe(answer=answer)
    with desk.running(desk.delivery()) as stop:
        assert begun.wait(PATIENCE)
        stop.set()
        released.set()
    assert desk.ids() == ids[:1]
    assert desk.find().position == 1
    assert desk.step() == 1  # at once: the lease was given back
    assert desk.ids() == ids


def test_it_outlives_a_database_that_is_away(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, told: io.StringIO
) -> None:
    monkeypatch.setattr(deliver, "RETRY_SECONDS", 0.01)
    is_due, asked = desk.store.webhooks.is_due, []

    def away(*, now: datetime) -> bool:
        asked.append(now)
        if len(asked) < 4:
            raise StoreError("The database is away.")
        return is_due(now=now)

    monkeypatch.setattr(desk.store.webhooks, "is_due", away)
    ids = write_events(desk.store, 3)
    count = Count(3)
    desk.subscribe(answer=count)
    with desk.running(desk.delivery()):
        assert count.full.wait(PATIENCE)
    assert desk.ids() == ids
    assert told.getvalue().count('"webhooks.waiting"') == 1

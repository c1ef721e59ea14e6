"""WebSub: a hub on this machine, asked, believed only as far as it can prove who it is."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from ingest import log
from ingest.core.feeds import websub
from ingest.http import Http
from ingest.model import Feed
from ingest.settings import Feeds, Settings
from ingest.settings import Http as HttpSettings
from ingest.sources.feeds.polling import Poller
from ingest.sources.feeds.websub import Callback, Subscriber
from ingest.store import Store, schema
from ingest.web import create_app
from tests.feed_server import Exchange, FeedServer, serve, status

PUBLIC = "https://news.example.org/mf"
ITEM = (
    "<item><title>Cargo ship docks</title><link>https://n.example/{n}</link><guid>{n}</guid></item>"
)


@dataclass
class Desk:
    """A followed feed, its hub, and our web server."""

    store: Store
    server: FeedServer
    settings: Settings
    web: TestClient
    now: datetime

    @property
    def feed(self) -> Feed:
        (feed,) = self.store.feeds.all()
        return feed

    def poll(self) -> None:
        held = self.store.feeds.lease_one(
            "f-1", now=self.now, until=self.now + timedelta(minutes=5)
        )
        assert held is not None
        http = Http(self.settings.http)
        Poller(self.settings, self.store, http, lambda: self.now).poll(held)
        Subscriber(self.settings, self.store, http, lambda: self.now).after_poll("f-1")

    def asked(self) -> dict[str, str]:
        """What the hub was asked last."""
        body = next(s.body for s in reversed(self.server.seen) if s.path == "/hub")
        return {name: values[0] for name, values in parse_qs(body.decode()).items()}

    def callback(self) -> str:
        return urlsplit(self.asked()["hub.callback"]).path.removeprefix("/mf")

    def verify(self, **changed: str) -> tuple[int, str]:
        asked = self.asked()
        stated = {
            "hub.mode": "subscribe",
            "hub.topic": asked["hub.topic"],
            "hub.challenge": "c-1",
            "hub.lease_seconds": "864000",
            **{f"hub.{name}": value for name, value in changed.items()},
        }
        answer = self.web.get(self.callback(), params=stated)
        return answer.status_code, answer.text

    def push(self, body: bytes, method: str = "sha256", secret: str | None = None) -> int:
        key = (secret or self.asked()["hub.secret"]).encode()
        signature = f"{method}={hmac.new(key, body, method).hexdigest()}"
        headers = {"X-Hub-Signature": signature}
        return self.web.post(self.callback(), content=body, headers=headers).status_code


def rss(server: FeedServer, *numbers: int) -> str:
    links = "".join(
        f'<atom:link rel="{rel}" href="{server.url}{path}"/>'
        for rel, path in (("hub", "/hub"), ("self", "/topic"))
    )
    items = "".join(ITEM.format(n=n) for n in numbers)
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
        f"<title>Daily</title>{links}{items}</channel></rss>"
    )


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(
        data=tmp_path,
        http=HttpSettings(private=("127.0.0.1",)),
        feeds=Feeds(host_delay_seconds=0.0, public_url=PUBLIC),
    )
    store = Store(settings.database, source="urn:test")
    schema.migrate(store.database)
    with serve() as server, TestClient(create_app(store, hosts=["testserver"])) as web:
        server.routes |= {"/feed": rss(server, 1), "/hub": status(202)}
        now = log.now()
        store.feeds.add(
            [Feed(id="f-1", url=f"{server.url}/feed", origin="added", added=now, next_poll=now,
                  full_text="never")]
        )  # fmt: skip
        yield Desk(store, server, settings, web, now)
    store.close()


def test_a_feed_with_a_hub_is_subscribed_to_and_polled_rarely(desk: Desk) -> None:
    desk.poll()
    asked = desk.asked()
    assert (asked["hub.mode"], asked["hub.topic"]) == ("subscribe", f"{desk.server.url}/topic")
    assert asked["hub.callback"].startswith(f"{PUBLIC}/websub/f-1/")
    assert desk.verify() == (200, "c-1")
    assert desk.feed.hub_until is not None
    assert desk.feed.hub_until > desk.now + timedelta(days=9)
    desk.now += timedelta(hours=1)
    desk.poll()
    assert desk.feed.next_poll - desk.now > timedelta(hours=3)
    assert desk.server.paths().count("/hub") == 1


def test_a_hub_in_the_link_header_is_found(desk: Desk) -> None:
    body = rss(desk.server, 1).replace('rel="hub"', 'rel="x"')
    header = f'<{desk.server.url}/hub>; rel="hub", <{desk.server.url}/t>; rel=self'
    desk.server.routes["/feed"] = lambda e: Exchange.reply(e, body, headers={"Link": header})
    desk.poll()
    assert desk.asked()["hub.topic"] == f"{desk.server.url}/t"


def test_without_a_public_address_no_hub_is_asked(desk: Desk) -> None:
    desk.settings = desk.settings.model_copy(update={"feeds": Feeds(host_delay_seconds=0.0)})
    desk.poll()
    assert desk.server.paths() == ["/feed"]


def test_what_we_did_not_ask_for_is_not_confirmed(desk: Desk) -> None:
    desk.poll()
    assert desk.verify(topic="https://other.example/feed")[0] == 404
    assert desk.verify(mode="unsubscribe")[0] == 404
    assert desk.verify(mode="publish")[0] == 404
    assert desk.feed.hub_until is None
    guessed = desk.web.get(
        "/websub/f-1/" + "0" * 32, params={"hub.mode": "subscribe", "hub.topic": "x"}
    )
    assert guessed.status_code == 404
    assert (
        desk.web.get(
            "/websub/f-2/x", params={"hub.mode": "subscribe", "hub.topic": "x"}
        ).status_code
        == 404
    )


@pytest.mark.parametrize("method", ["sha1", "sha256", "sha384", "sha512"])
def test_what_a_hub_sends_makes_the_feed_due(desk: Desk, method: str) -> None:
    desk.poll()
    desk.verify()
    before = desk.feed.next_poll
    assert desk.push(rss(desk.server, 2).encode(), method) == 202
    assert desk.feed.next_poll < before
    desk.server.routes["/feed"] = rss(desk.server, 2, 1)
    desk.now = desk.feed.next_poll
    desk.poll()
    assert sum(desk.store.counts().values()) == 2


def test_what_is_not_signed_by_the_hub_is_ignored(desk: Desk) -> None:
    desk.poll()
    desk.verify()
    before = desk.feed.next_poll
    assert desk.push(b"x", secret="guess") == 202
    assert desk.push(b"x", "md5") == 202
    assert desk.web.post(desk.callback(), content=b"x").status_code == 202
    assert desk.feed.next_poll == before


def test_unknown_topics_are_answered_404(desk: Desk) -> None:
    desk.poll()
    assert desk.web.post("/websub/f-9/abc", content=b"x").status_code == 404
    assert desk.web.post("/websub/f-1/abc", content=b"x").status_code == 404
    desk.store.feeds.change("f-1", state="paused")
    assert desk.push(b"x") == 404
    assert desk.verify(mode="unsubscribe") == (200, "c-1")


def test_a_lease_is_renewed_before_it_ends_and_lost_when_it_is_not(desk: Desk) -> None:
    desk.poll()
    desk.verify()
    first = desk.asked()["hub.secret"]
    desk.now += timedelta(days=9, hours=1)
    desk.poll()
    assert desk.server.paths().count("/hub") == 2
    assert desk.asked()["hub.secret"] == first
    desk.now += timedelta(days=2)
    desk.poll()
    assert desk.feed.next_poll - desk.now < timedelta(hours=4)


def test_a_hub_that_fails_harms_nothing(desk: Desk) -> None:
    desk.server.routes["/hub"] = status(500)
    desk.poll()
    desk.poll()
    assert desk.feed.error is None
    assert desk.server.paths().count("/hub") == 1
    assert desk.push(b"x") == 202


def test_a_hub_that_calls_all_the_time_does_not_hurry_us(desk: Desk) -> None:
    desk.poll()
    clock = desk.now + timedelta(seconds=1)
    secret = desk.asked()["hub.secret"]
    signature = "sha256=" + hmac.new(secret.encode(), b"x", hashlib.sha256).hexdigest()
    token = desk.callback().rpartition("/")[2]
    for _ in range(5):
        assert Callback(desk.store, lambda: clock).take("f-1", token, b"x", signature)
    assert desk.feed.next_poll == desk.now + timedelta(seconds=10)


@pytest.mark.parametrize(
    ("stated", "days"),
    [("864000", 10), (None, 10), ("x", 10), ("9" * 11, 30), ("-5", 10), ("1" * 99, 10)],
)
def test_leases_are_taken_within_reason(stated: str | None, days: int) -> None:
    assert websub.lease_of(stated) == timedelta(days=days)


def test_links_are_read_from_headers() -> None:
    header = '<https://h.example/>; rel="hub", <https://n.example/f>; title="a"; rel=self'
    assert websub.links(header) == {"hub": "https://h.example/", "self": "https://n.example/f"}
    assert websub.links("<" * 50_000) == {}
    assert websub.links(None) == {}

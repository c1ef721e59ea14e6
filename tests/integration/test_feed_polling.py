"""One feed after another from a real server that behaves well and badly: what we did, and why.

Each test is a row of the table in docs/feeds.md.
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import brotli
import pytest

from ingest.core import ids
from ingest.core.normalise import registry
from ingest.http import Http
from ingest.model import Article, Feed
from ingest.settings import Feeds, Settings
from ingest.settings import Http as HttpSettings
from ingest.sources.feeds.polling import Poller
from ingest.store import Store, schema
from ingest.store.feeds import host_of
from tests.feed_server import (
    Exchange,
    FeedServer,
    Route,
    drip,
    encoded,
    endless,
    raw,
    redirect,
    serve,
    status,
)

START = datetime(2026, 5, 4, 12, tzinfo=UTC)
STORIES = (
    ("Crew opens the hatch of the station", "Three people floated into the station on Monday."),
    ("Cargo ship burns up over the Pacific", "The ship with waste on board left on Sunday."),
    ("Rocket rolls out to its pad", "The rocket was brought to its pad in the early morning."),
    ("Rover drives over the edge of a crater", "The rover covered ninety metres on its own."),
)


def item(number: int, *, guid: str = "", date: str = "", link: str = "", body: str = "") -> str:
    title, text = STORIES[number % len(STORIES)]
    parts = [
        f"<title>{title} ({number})</title>",
        f"<link>{link or f'https://daily.example.org/{number}'}</link>",
        f"<guid isPermaLink='false'>{guid or f'entry-{number}'}</guid>",
        f"<pubDate>{date}</pubDate>" if date else "",
        f"<description>{body or text}</description>",
    ]
    return f"<item>{''.join(parts)}</item>"


def rss(*items: str, about: str = "") -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Daily</title>'
        f"<link>https://daily.example.org/</link>{about}{''.join(items)}</channel></rss>"
    )


FEED = rss(item(1), item(2))


@dataclass
class Desk:
    """A store, a poller and a clock of its own, and one feed to follow."""

    store: Store
    server: FeedServer
    settings: Settings
    now: datetime = START
    followed: dict[str, str] = field(default_factory=dict)

    def poller(self) -> Poller:
        return Poller(self.settings, self.store, Http(self.settings.http), clock=lambda: self.now)

    def follow(self, url: str) -> str:
        feed = Feed(id=ids.feed_id(url), url=url, origin="added", added=START, next_poll=START)
        self.store.feeds.add([feed])
        return feed.id

    def poll(self, where: str = "/feed", *, after: timedelta = timedelta()) -> Feed:
        """Poll the feed at a path or address once, that long after the last poll."""
        self.now += after
        url = where if "://" in where else f"{self.server.url}{where}"
        feed = self.followed.setdefault(url, self.follow(url))
        found = self.find(feed)
        self.store.feeds.free_host(host_of(found.url), at=self.now)
        held = self.store.feeds.lease_one(feed, now=self.now, until=self.now + timedelta(minutes=5))
        assert held is not None
        self.poller().poll(held)
        return self.find(feed)

    def find(self, feed: str) -> Feed:
        found = self.store.feeds.find(feed)
        assert found is not None
        return found

    def articles(self) -> list[Article]:
        """What the documents hold, in the order in which they came."""
        found = []
        for row in self.store.receipts():
            document = self.store.document(row.document)
            assert document is not None
            article = registry.normalise(
                document.raw,
                name=None,
                media_type=document.media_type,
                received=document.received,
                sources=(),
                url=document.url,
            )
            assert isinstance(article, Article)
            found.append(article)
        return found

    def titles(self) -> set[str | None]:
        return {article.title for article in self.articles()}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(
        data=tmp_path,
        http=HttpSettings(private=("127.0.0.1",), timeout_seconds=20.0, response_bytes=2**20),
        feeds=Feeds(shortest_seconds=300.0, longest_seconds=4 * 3600.0),
    )
    store = Store(settings.database, source="urn:missionfeed:test")
    schema.migrate(store.database)
    with serve() as server:
        yield Desk(store, server, settings)
    store.close()


def assert_backed_off(feed: Feed, code: str, said: str) -> None:
    assert (feed.state, feed.code, feed.failures) == ("active", code, 1)
    assert said in (feed.error or "")
    assert timedelta(minutes=4) < feed.next_poll - START < timedelta(minutes=6)


# ------------------------------------------------------------------ what stands there


def test_entries_become_documents_once(desk: Desk) -> None:
    desk.server.routes["/feed"] = FEED
    feed = desk.poll()
    assert (feed.title, feed.site, feed.failures) == ("Daily", "https://daily.example.org/", 0)
    assert (feed.succeeded, feed.changed, feed.error) == (START, START, None)
    rows = desk.store.receipts()
    assert {row.url for row in rows} == {f"https://daily.example.org/{i}" for i in (1, 2)}
    assert {row.source for row in rows} == {"feed"}
    assert len(desk.titles()) == 2
    desk.server.routes["/feed"] = rss(item(3), item(1), item(2))
    later = desk.poll(after=timedelta(hours=1))
    assert later.changed == START + timedelta(hours=1)
    assert len(desk.store.receipts()) == 3


def test_304_brings_nothing_and_is_asked_for_with_what_the_feed_said(desk: Desk) -> None:
    def conditional(exchange: Exchange) -> None:
        if exchange.headers["If-None-Match"] == '"v1"':
            exchange.reply(status=304)
        else:
            exchange.reply(FEED, headers={"ETag": '"v1"', "Last-Modified": "Mon, 04 May 2026"})

    desk.server.routes["/feed"] = conditional
    desk.poll()
    feed = desk.poll(after=timedelta(hours=1))
    assert desk.server.seen[1].headers["if-modified-since"] == "Mon, 04 May 2026"
    assert feed.succeeded == START + timedelta(hours=1)
    assert feed.changed == START
    assert len(desk.store.receipts()) == 2


def test_a_304_for_which_nobody_asked_is_a_failure(desk: Desk) -> None:
    desk.server.routes["/feed"] = status(304)
    assert_backed_off(desk.poll(), "status_304", "status 304")


def test_an_empty_feed_is_well(desk: Desk) -> None:
    desk.server.routes["/feed"] = rss()
    assert desk.poll().error is None


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("br", brotli.compress)], ids=["gzip", "br"]
)
def test_packed_feeds_are_read(desk: Desk, encoding: str, pack: Callable[[bytes], bytes]) -> None:
    desk.server.routes["/feed"] = encoded(pack(FEED.encode()), encoding)
    assert desk.poll().error is None
    assert len(desk.titles()) == 2


# ------------------------------------------------------------------ redirects and ends


@pytest.mark.parametrize("code", [301, 308])
def test_a_permanent_redirect_moves_the_feed(desk: Desk, code: int) -> None:
    desk.server.routes |= {"/feed": redirect("/new", code), "/new": FEED}
    assert desk.poll().url == f"{desk.server.url}/new"
    desk.server.seen.clear()
    desk.poll(after=timedelta(hours=1))
    assert desk.server.paths() == ["/new"]
    assert len(desk.store.receipts()) == 2


@pytest.mark.parametrize("code", [302, 303, 307])
def test_a_temporary_redirect_moves_nothing(desk: Desk, code: int) -> None:
    desk.server.routes |= {"/feed": redirect("/now", code), "/now": FEED}
    assert desk.poll().url == f"{desk.server.url}/feed"
    assert len(desk.store.receipts()) == 2


def test_a_permanent_redirect_to_what_is_no_feed_moves_nothing(desk: Desk) -> None:
    desk.server.routes |= {"/feed": redirect("/login", 301), "/login": "<html><p>Hi</p></html>"}
    feed = desk.poll()
    assert feed.url == f"{desk.server.url}/feed"
    assert feed.code == "not_a_feed"


def test_a_move_to_a_feed_that_is_followed_ends_it(desk: Desk) -> None:
    desk.server.routes |= {"/feed": redirect("/new", 301), "/new": FEED}
    other = desk.poll("/new")
    feed = desk.poll()
    assert (feed.state, feed.code) == ("gone", "moved_to_another")
    assert other.id in (feed.error or "")


def test_410_ends_it(desk: Desk) -> None:
    desk.server.routes["/feed"] = status(410)
    feed = desk.poll()
    assert (feed.state, feed.code) == ("gone", "status_410")
    assert desk.store.feeds.next_due() is None


def test_a_circle_is_told(desk: Desk) -> None:
    desk.server.routes |= {"/feed": redirect("/b"), "/b": redirect("/feed")}
    assert_backed_off(desk.poll(), "redirects", "in a circle")


def test_a_private_address_is_not_called(desk: Desk) -> None:
    desk.server.routes["/feed"] = redirect("http://10.0.0.1/latest/meta-data/")
    assert_backed_off(desk.poll(), "refused_address", "10.0.0.1 is not a public address")


def test_a_password_stays_between_us_and_the_server(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.server.routes |= {"/feed": redirect("/new", 301), "/new": rss(item(1, link=" "))}
    address = desk.server.url.replace("//", "//desk:secret@") + "/feed"
    feed = desk.poll(address)
    assert feed.url == address  # where it moved to we would have no password
    assert {seen.headers["authorization"] for seen in desk.server.seen} == {
        "Basic ZGVzazpzZWNyZXQ="
    }
    (row,) = desk.store.receipts()
    assert row.url == f"{desk.server.url}/feed"
    told = (feed.error, feed.topic, feed.validators_url, feed.site, capsys.readouterr())
    assert "secret" not in str(told)


# ------------------------------------------------------------------ failures


@pytest.mark.parametrize("code", [500, 502, 504, 404, 403, 401])
def test_a_failing_server_is_asked_later_and_later(desk: Desk, code: int) -> None:
    desk.server.routes["/feed"] = status(code)
    assert_backed_off(desk.poll(), f"status_{code}", str(code))
    waits = []
    for _ in range(12):
        feed = desk.poll(after=timedelta(hours=1))
        waits.append((feed.next_poll - desk.now).total_seconds())
    assert waits[1] > 1.5 * waits[0]
    assert max(waits) <= 1.1 * desk.settings.feeds.longest_failing_seconds
    assert min(waits[-2:]) > 0.9 * desk.settings.feeds.longest_failing_seconds
    desk.server.routes["/feed"] = FEED
    again = desk.poll()
    assert (again.failures, again.error, again.code) == (0, None, None)


@pytest.mark.parametrize("code", [429, 503])
@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_kept_to(desk: Desk, code: int, form: str) -> None:
    until = START + timedelta(hours=2)
    stated = "7200" if form == "seconds" else format_datetime(until, usegmt=True)
    desk.server.routes["/feed"] = status(code, Retry_After=stated)
    feed = desk.poll()
    assert feed.code == f"status_{code}"
    assert timedelta() <= feed.next_poll - until < timedelta(seconds=2)
    other = desk.follow(f"{desk.server.url}/other")
    desk.now += timedelta(minutes=59)
    lease = {"now": desk.now, "until": desk.now + timedelta(minutes=1)}
    assert desk.store.feeds.lease_one(other, **lease) is None  # the host has its rest


def test_a_server_cannot_put_us_off_for_ever(desk: Desk) -> None:
    desk.server.routes["/feed"] = status(503, Retry_After="99999999")
    assert desk.poll().next_poll <= START + timedelta(days=1)


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (encoded(gzip.compress(bytes(30 * 2**20)), "gzip"), "too_large"),
        (encoded(brotli.compress(bytes(30 * 2**20)), "br"), "too_large"),
        (endless, "too_large"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n<rss>"), "protocol"),
        ("<!doctype html><html><head><title>Daily</title></head><body/></html>", "not_a_feed"),
        ("Service will be back soon.", "not_a_feed"),
        ("<svg xmlns='http://www.w3.org/2000/svg'></svg>", "not_a_feed"),
        ("", "empty"),
        (b"%PDF-1.7\n\0\0", "binary"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]>' + FEED.partition("?>")[2], "entities_forbidden"),
        ("<rss><channel>" + "<a>" * 400 + "</channel></rss>", "too_deep"),
        (rss("<item/>" * 100_000), "too_many_entries"),
        ('{"version": "https://jsonfeed.org/version/1.1", "items": [', "malformed_json"),
    ],
    ids=[
        "gzip-bomb",
        "br-bomb",
        "endless",
        "wrong-length",
        "html",
        "text",
        "svg",
        "empty",
        "pdf",
        "entities",
        "deep",
        "100k-empty",
        "json",
    ],
)
def test_what_cannot_be_read_is_told(desk: Desk, answer: Route, code: str) -> None:
    desk.server.routes["/feed"] = answer
    assert_backed_off(desk.poll(), code, ".")
    assert desk.store.receipts() == []


def test_of_100_000_entries_the_first_are_taken(desk: Desk) -> None:
    desk.settings = replace_http(desk.settings, response_bytes=15 * 2**20)
    story = (
        "<item><title>Story {0} of today</title><link>https://daily.example.org/{0}</link></item>"
    )
    desk.server.routes["/feed"] = rss(*(story.format(i) for i in range(100_000)))
    assert desk.poll().error is None
    urls = {row.url for row in desk.store.receipts()}
    assert urls == {f"https://daily.example.org/{i}" for i in range(10_000)}


def test_a_drip_is_given_up(desk: Desk) -> None:
    desk.settings = replace_http(desk.settings, timeout_seconds=0.4)
    desk.server.routes["/feed"] = drip()
    assert_backed_off(desk.poll(), "timeout", "0.4 seconds")


def test_names_and_certificates_that_are_wrong_are_told(desk: Desk) -> None:
    assert_backed_off(desk.poll("https://feeds.invalid/"), "dns", "feeds.invalid")
    secure = desk.server.url.replace("http:", "https:")
    assert_backed_off(desk.poll(f"{secure}/feed"), "tls", "No secure connection")


def replace_http(settings: Settings, **values: Any) -> Settings:
    return settings.model_copy(update={"http": settings.http.model_copy(update=values)})


# ------------------------------------------------------------------ content


def test_gbk_declared_as_utf8_is_read_as_gbk(desk: Desk) -> None:
    text = "神舟飞船与空间站组合体完成自主快速交会对接,航天员乘组随后进入天和核心舱。" * 3
    desk.server.routes["/feed"] = rss(item(1, body=text)).encode("gbk")
    assert desk.poll().error is None
    (article,) = desk.articles()
    assert article.text == text


def test_dates_are_read_or_left_out_but_never_made_up(desk: Desk) -> None:
    desk.server.routes["/feed"] = rss(
        item(1),
        item(2, date="2026年5月3日 17:17"),
        item(3, date="Fri, 04 May 2040 10:00:00 GMT"),
        item(4, date="Sun, 03 May 2026 10:00:00 +0800"),
    )
    assert desk.poll().error is None
    found = {(a.title or "")[-2]: a.published for a in desk.articles()}
    assert found["1"] is None
    assert found["2"] is not None
    assert found["2"].value is not None
    assert found["2"].value.replace(tzinfo=None) == datetime(2026, 5, 3, 17, 17)
    assert found["3"] is not None
    assert found["3"].value is None
    assert found["4"] is not None
    assert found["4"].value == datetime(2026, 5, 3, 2, tzinfo=UTC)


def test_one_guid_for_all_makes_as_many_articles_as_there_are(desk: Desk) -> None:
    desk.server.routes["/feed"] = rss(*(item(i, guid="daily") for i in range(4)))
    desk.poll()
    assert len(desk.titles()) == 4
    assert {article.guid for article in desk.articles()} == {None}
    desk.server.routes["/feed"] = rss(*(item(i, guid="daily") for i in (5, 0, 1, 2)))
    desk.poll(after=timedelta(hours=1))
    assert len(desk.store.receipts()) == 5


def test_a_headline_in_the_guid_may_change(desk: Desk) -> None:
    title = STORIES[1][0]
    desk.server.routes["/feed"] = rss(item(1, guid=f"{title} (1)"), item(2))
    desk.poll()
    edited = item(1, guid="Crew closes the hatch (1)").replace("opens the hatch", "closes it")
    desk.server.routes["/feed"] = rss(edited, item(2))
    desk.poll(after=timedelta(hours=1))
    assert len(desk.store.receipts()) <= 3
    assert len({article.url for article in desk.articles()}) == 2


def test_an_edited_entry_comes_again_and_one_that_only_looks_different_does_not(
    desk: Desk,
) -> None:
    desk.server.routes["/feed"] = rss(*(item(i) for i in range(4)))
    desk.poll()
    restyled = (
        item(i, body=f"&lt;p class='v2'&gt;{STORIES[i][1]}&lt;/p&gt;&lt;img src='/x?{i}'/&gt;")
        for i in range(4)
    )
    desk.server.routes["/feed"] = rss(*restyled)
    assert desk.poll(after=timedelta(hours=1)).changed == START
    assert len(desk.store.receipts()) == 4
    edited = item(2, body="The rocket was brought back from its pad because of a storm.")
    desk.server.routes["/feed"] = rss(item(0), item(1), edited, item(3))
    desk.poll(after=timedelta(hours=1))
    assert len(desk.store.receipts()) == 5
    desk.server.routes["/feed"] = rss(*(item(i) for i in range(4)))
    desk.poll(after=timedelta(hours=1))  # back to what it said at first: nothing new
    assert len(desk.store.receipts()) == 5


def test_a_feed_that_is_rewritten_at_each_poll_raises_no_storm(desk: Desk) -> None:
    """Nothing but its address tells an entry here: new GUIDs, new counters, new text at the end."""
    for poll in range(6):
        desk.server.routes["/feed"] = rss(
            *(
                item(i, guid=f"{poll}-{i}", body=f"{STORIES[i][1]} {poll * 7 + i} views.")
                for i in range(4)
            )
        )
        desk.poll(after=timedelta(minutes=30))
    assert len(desk.store.receipts()) == 4


def test_an_entry_that_is_held_is_asked_for_until_it_settles(desk: Desk) -> None:
    """All entries change at once: by a machine, or for good? The next poll must show it, so nothing
    is sent along by which the server could answer that nothing changed."""

    def version(body: str) -> Route:
        whole = rss(*(item(i, body=f"{body} {STORIES[i][1]}") for i in range(4)))

        def answer(exchange: Exchange) -> None:
            tag = f'"{body}"'
            if exchange.headers["If-None-Match"] == tag:
                exchange.reply(status=304)
            else:
                exchange.reply(whole, headers={"ETag": tag})

        return answer

    desk.server.routes["/feed"] = version("Correction:")
    desk.poll()
    desk.server.routes["/feed"] = version("Update:")
    for _ in range(2):
        desk.poll(after=timedelta(hours=1))
    assert len(desk.store.receipts()) == 8


def test_an_entry_that_is_no_longer_listed_was_not_withdrawn(desk: Desk) -> None:
    desk.server.routes["/feed"] = FEED
    feed = desk.poll()
    desk.server.routes["/feed"] = rss(item(3))
    desk.poll(after=timedelta(days=40))
    assert len(desk.store.receipts()) == 3
    keys = desk.store.feeds.entries(feed.id)
    assert {entry.seen for entry in keys.values()} == {desk.now}  # the old ones are forgotten
    desk.server.routes["/feed"] = FEED
    desk.poll(after=timedelta(days=1))  # and come back without coming twice
    assert len(desk.store.receipts()) == 3


def test_a_shared_link_is_no_entrys_own(desk: Desk) -> None:
    home = "https://daily.example.org/"
    desk.server.routes["/feed"] = rss(*(item(i, link=home) for i in range(3)))
    desk.poll()
    assert [article.shared_url for article in desk.articles()] == [True] * 3
    assert {row.url for row in desk.store.receipts()} == {home}


def test_what_is_listed_under_new_guids_and_links_is_never_forgotten(desk: Desk) -> None:
    for poll in range(3):
        desk.server.routes["/feed"] = rss(
            *(
                item(i, guid=f"{poll}-{i}", link=f"https://n.example.org/{poll}/{i}")
                for i in range(4)
            )
        )
        desk.poll(after=timedelta(days=25))
    assert len(desk.store.receipts()) == 4


def test_entries_on_one_page_stay_entries_of_their_own(desk: Desk) -> None:
    page = "https://daily.example.org/2026/06.html"
    desk.server.routes["/feed"] = rss(*(item(i, link=f"{page}#a{i}") for i in range(3)))
    desk.poll()
    desk.server.routes["/feed"] = rss(*(item(i, link=f"{page}#a{i}") for i in range(1, 4)))
    desk.poll(after=timedelta(hours=1))
    assert {article.url for article in desk.articles()} == {f"{page}#a{i}" for i in range(4)}


def test_links_are_meant_where_they_stand(desk: Desk) -> None:
    desk.server.routes["/deep/feed"] = rss(item(1, link="/1")).replace(
        "<link>https://daily.example.org/</link>", ""
    )
    desk.poll("/deep/feed")
    (article,) = desk.articles()
    assert article.url == f"{desk.server.url}/1"


def test_characters_that_cannot_be_stored_do_no_harm(desk: Desk) -> None:
    odd = "\\ud800\\u0000\\u202e x"
    desk.server.routes["/feed"] = f"""{{"version": "https://jsonfeed.org/version/1.1",
        "title": "Daily {odd}", "home_page_url": "https://daily.example.org/{odd}",
        "feed_url": "https://daily.example.org/{odd}", "hubs": [{{"url": "https://h/{odd}"}}],
        "items": [{{"id": "1{odd}", "url": "https://daily.example.org/{odd}",
        "title": "{odd}", "content_text": "{STORIES[0][1]} {odd}", "tags": ["{odd}"]}}]}}"""
    feed = desk.poll()
    assert feed.error is None
    assert (feed.site, feed.topic, feed.hub) == (None, f"{desk.server.url}/feed", None)
    assert feed.title == "Daily \ufffd x"
    (article,) = desk.articles()
    assert article.text == f"{STORIES[0][1]} ? x"


@pytest.mark.parametrize(
    ("error", "said"),
    [(MemoryError(), "too much memory"), (KeyError("x"), "a mistake of ours (KeyError)")],
)
def test_a_mistake_of_ours_is_told_as_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str
) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise error

    desk.server.routes["/feed"] = FEED
    with monkeypatch.context() as patch:
        patch.setattr("ingest.core.feeds.reading.read", fail)
        assert_backed_off(desk.poll(), "internal_error", said)
    with monkeypatch.context() as patch:  # what this would write down cannot be stored
        patch.setattr("ingest.core.feeds.outcome.fragment.inline", lambda _: "\ud800")
        assert desk.poll(after=timedelta(hours=1)).code == "internal_error"
    assert desk.store.receipts() == []
    assert desk.poll(after=timedelta(hours=1)).error is None
    assert len(desk.store.receipts()) == 2


# ------------------------------------------------------------------ when it is asked again


def test_the_servers_word_of_how_long_it_stays_fresh_is_taken(desk: Desk) -> None:
    busy = [
        item(i, date=format_datetime(START - timedelta(minutes=5 * i), usegmt=True))
        for i in range(1, 20)
    ]
    desk.server.routes |= {
        "/plain": rss(*busy),
        "/ttl": rss(*busy, about="<ttl>45</ttl>"),
        "/cached": status(200, rss(*busy), Cache_Control="public, max-age=1800"),
        "/year": status(200, rss(*busy), Cache_Control="max-age=31536000"),
        "/expires": status(
            200,
            rss(*busy),
            Date=format_datetime(START, usegmt=True),
            Expires=format_datetime(START + timedelta(minutes=40), usegmt=True),
        ),
    }
    waits = {
        path: (desk.poll(path).next_poll - START).total_seconds() / 60
        for path in desk.server.routes
    }
    assert waits.pop("/plain") < 10
    assert waits == {"/ttl": 45, "/cached": 30, "/year": 60, "/expires": 40}


def test_what_a_killed_poll_left_is_polled_again_and_at_last_told(desk: Desk) -> None:
    desk.server.routes["/feed"] = FEED
    feed = desk.follow(f"{desk.server.url}/feed")
    for _ in range(2):  # begun, and never heard of again
        held = desk.store.feeds.lease_one(feed, now=desk.now, until=desk.now + timedelta(minutes=1))
        assert held is not None
        begun_until = desk.now + timedelta(minutes=2)
        assert desk.store.feeds.begin(held, now=desk.now, until=begun_until) is not None
        desk.now += timedelta(minutes=3)
    found = desk.poll()
    assert (found.code, found.failures, desk.server.seen) == ("killed_poller", 1, [])
    again = desk.poll(after=timedelta(hours=1))
    assert (again.code, again.failures) == (None, 0)
    assert len(desk.store.receipts()) == 2


def test_a_poll_done_twice_stores_everything_once(desk: Desk) -> None:
    desk.server.routes["/feed"] = FEED
    feed = desk.poll()
    # As if the first result had been lost after its documents were written: all is new again.
    assert desk.store.feeds.remove(feed.id)
    desk.store.feeds.add([replace(feed, etag=None, digest=None, succeeded=None)])
    desk.poll(after=timedelta(hours=1))
    assert len(desk.store.receipts()) == 2

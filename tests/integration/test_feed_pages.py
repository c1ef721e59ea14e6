"""Full text: the pages of entries that come with a summary, fetched where sites allow it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ingest.core import ids
from ingest.core.normalise.registry import normalise
from ingest.http import Http
from ingest.model import Article, Document, Feed, Receipt, WantedPage
from ingest.settings import Feeds, Settings, load_settings
from ingest.settings import Http as HttpSettings
from ingest.sources.feeds.pages import Fetcher
from ingest.sources.feeds.polling import Poller
from ingest.store import Store, schema
from ingest.store.pages import LOST, TRIES
from ingest.wiring import open_journey
from tests.feed_server import Exchange, FeedServer, serve, status

START = datetime(2026, 5, 4, 12, tzinfo=UTC)
STORY = (
    "The cargo ship left the station on Monday after six months, and burnt up as planned. ",
    "On board were four tonnes of waste and used equipment, which nobody needs any more. ",
    "The next ship is to follow in the autumn, with food, water and experiments for the crew. ",
)
SUMMARY = "The ship left after six months …"
PAGE = (
    "<!DOCTYPE html><html><head><title>Cargo ship leaves the station - Daily</title></head><body>"
    "<nav><a href='/'>Home</a></nav><article><h1>Cargo ship leaves the station</h1>"
    + "".join(f"<p>{part * 3}</p>" for part in STORY)
    + "</article></body></html>"
)


def rss(link: str, body: str = SUMMARY, date: str = "Mon, 04 May 2026 10:00:00 GMT") -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Daily</title><item>'
        f"<title>Cargo ship leaves the station</title><link>{link}</link><guid>e1</guid>"
        f"<pubDate>{date}</pubDate><description>{body}</description></item></channel></rss>"
    )


@dataclass
class Desk:
    """A followed feed of one entry, and what polls it and fetches its page."""

    store: Store
    server: FeedServer
    settings: Settings
    now: datetime = START

    def poll(self, full_text: str = "auto") -> list[str]:
        feed = Feed(
            id="f-1", url=f"{self.server.url}/feed", origin="added", added=START, next_poll=START
        )
        self.store.feeds.add([feed])
        self.store.feeds.change("f-1", full_text=full_text, next_poll=self.now)
        held = self.store.feeds.lease_one("f-1", now=self.now, until=self.now + timedelta(hours=1))
        assert held is not None
        poller = Poller(self.settings, self.store, Http(self.settings.http), lambda: self.now)
        documents = poller.poll(held)
        self.now += timedelta(minutes=1)
        return documents

    def fetch(self) -> list[str]:
        """Fetch what is due, as the pollers do."""
        until = self.now + timedelta(minutes=5)
        fetcher = Fetcher(self.settings, self.store, Http(self.settings.http), lambda: self.now)
        made: list[str] = []
        for document in self.store.pages.lease(now=self.now, until=until, limit=10):
            made += fetcher.fetch(document)
        return made

    def page(self, document: str) -> WantedPage:
        found = self.store.pages.find(document)
        assert found is not None
        return found

    def article(self, document: str) -> Article:
        stored = self.store.document(document)
        assert isinstance(stored, Document)
        read = normalise(
            stored.raw, name=None, media_type=stored.media_type, received=self.now, sources=()
        )
        assert isinstance(read, Article)
        return read


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(
        data=tmp_path,
        http=HttpSettings(private=("127.0.0.1",)),
        feeds=Feeds(host_delay_seconds=0.0),
    )
    store = Store(settings.database, source="urn:test")
    schema.migrate(store.database)
    with serve() as server:
        server.routes |= {"/feed": rss(f"{server.url}/story"), "/story": PAGE}
        yield Desk(store, server, settings)
    store.close()


def test_the_page_of_a_summary_is_fetched_and_makes_a_document(desk: Desk) -> None:
    (entry,) = desk.poll()
    (made,) = desk.fetch()
    assert made in (desk.page(entry).outcome or "")
    before, after = desk.article(entry), desk.article(made)
    assert before.paragraphs == (SUMMARY,)
    assert len(after.paragraphs) == len(STORY)
    assert after.title == before.title == "Cargo ship leaves the station"
    assert (after.guid, after.url) == (before.guid, before.url)
    assert after.published == before.published
    assert desk.fetch() == []


def test_feeds_that_say_never_or_all_of_it_cost_no_request(desk: Desk) -> None:
    desk.poll("never")
    desk.server.routes["/feed"] = rss(f"{desk.server.url}/story", "".join(STORY) * 8)
    desk.poll("auto")
    assert desk.fetch() == []
    assert set(desk.server.paths()) == {"/feed"}


def test_headline_and_date_that_the_feed_lacks_are_those_of_the_page(desk: Desk) -> None:
    item = f"<item><link>{desk.server.url}/story</link></item>"
    desk.server.routes["/feed"] = f"<rss version='2.0'><channel>{item}</channel></rss>"
    dated = '<meta property="article:published_time" content="2026-05-04T09:30:00Z">'
    desk.server.routes["/story"] = PAGE.replace("</head>", f"{dated}</head>")
    desk.poll()
    (made,) = desk.fetch()
    article = desk.article(made)
    assert article.title == "Cargo ship leaves the station"
    assert article.published is not None
    assert article.published.value == datetime(2026, 5, 4, 9, 30, tzinfo=UTC)


def test_a_page_that_entries_share_is_no_entrys_text(desk: Desk) -> None:
    items = "".join(
        f"<item><title>Story {i}</title><link>{desk.server.url}/story#a{i}</link></item>"
        for i in range(3)
    )
    desk.server.routes["/feed"] = f"<rss version='2.0'><channel>{items}</channel></rss>"
    assert len(desk.poll("always")) == 3
    assert desk.fetch() == []


def test_always_fetches_the_page_of_a_whole_text_too(desk: Desk) -> None:
    desk.server.routes["/feed"] = rss(f"{desk.server.url}/story", "".join(STORY) * 8)
    desk.poll("always")
    assert len(desk.fetch()) == 1


def test_old_entries_are_left_as_they_are(desk: Desk) -> None:
    desk.server.routes["/feed"] = rss(f"{desk.server.url}/story", date="01 Jan 2020 10:00 GMT")
    desk.poll()
    assert desk.fetch() == []


def test_robots_txt_is_asked_once_and_kept_to(desk: Desk) -> None:
    desk.server.routes["/robots.txt"] = "User-agent: Missionfeed\nDisallow: /story\n"
    (entry,) = desk.poll()
    assert desk.fetch() == []
    assert "robots.txt" in (desk.page(entry).outcome or "")
    assert desk.server.paths() == ["/feed", "/robots.txt"]


@pytest.mark.parametrize("code", [429, 500, 503])
def test_while_robots_txt_cannot_be_had_nothing_is_fetched(desk: Desk, code: int) -> None:
    desk.server.routes["/robots.txt"] = status(code)
    (entry,) = desk.poll()
    assert desk.fetch() == []
    assert desk.server.paths() == ["/feed", "/robots.txt"]
    desk.server.routes["/robots.txt"] = "User-agent: *\nAllow: /\n"
    desk.now += timedelta(minutes=2)
    assert len(desk.fetch()) == 1
    assert "was fetched" in (desk.page(entry).outcome or "")


@pytest.mark.parametrize("code", [401, 403, 404, 410])
def test_without_a_robots_txt_all_may_be_fetched(desk: Desk, code: int) -> None:
    desk.server.routes["/robots.txt"] = status(code)
    desk.poll()
    assert len(desk.fetch()) == 1


def test_of_a_long_robots_txt_the_beginning_counts(desk: Desk) -> None:
    rules = "User-agent: *\nDisallow: /story\n" + "# filler\n" * 100_000
    desk.server.routes["/robots.txt"] = rules
    (entry,) = desk.poll()
    assert desk.fetch() == []
    assert "robots.txt forbids" in (desk.page(entry).outcome or "")


def test_a_crawl_delay_keeps_others_from_the_host(desk: Desk) -> None:
    desk.server.routes["/robots.txt"] = "User-agent: *\nCrawl-delay: 30\n"
    desk.poll()
    assert len(desk.fetch()) == 1
    later = {"until": desk.now + timedelta(hours=1)}
    assert desk.store.feeds.lease_one("f-1", now=desk.now + timedelta(seconds=29), **later) is None
    assert desk.store.feeds.lease_one("f-1", now=desk.now + timedelta(seconds=30), **later)


@pytest.mark.parametrize("code", [404, 403, 410])
def test_a_page_that_is_not_there_leaves_the_summary(desk: Desk, code: int) -> None:
    desk.server.routes["/story"] = status(code)
    (entry,) = desk.poll()
    assert desk.fetch() == []
    assert f"status {code}" in (desk.page(entry).outcome or "")
    assert desk.page(entry).tries == 1


def test_a_server_in_trouble_is_asked_again_and_then_no_more(desk: Desk) -> None:
    desk.server.routes["/story"] = status(503)
    (entry,) = desk.poll()
    for _ in range(TRIES + 2):
        assert desk.fetch() == []
        desk.now += timedelta(minutes=10)
    assert "after 3 tries" in (desk.page(entry).outcome or "")
    assert desk.server.paths().count("/story") == TRIES


def test_a_page_that_says_less_leaves_the_summary_and_says_so(desk: Desk) -> None:
    desk.server.routes["/story"] = "<html><body><p>Please sign in</p></body></html>"
    desk.poll()
    (made,) = desk.fetch()
    article = desk.article(made)
    assert article.paragraphs == (SUMMARY,)
    assert any("page" in note for note in article.notes)


def test_a_fetcher_that_dies_loses_nothing_and_doubles_nothing(desk: Desk) -> None:
    (entry,) = desk.poll()
    desk.store.pages.lease(now=desk.now, until=desk.now + timedelta(minutes=5), limit=9)
    assert desk.fetch() == []  # leased
    desk.now += timedelta(minutes=6)
    (made,) = desk.fetch()
    again = replace(desk.page(entry), outcome=None)
    assert desk.store.pages.settle(entry, "once more", now=desk.now) == []
    assert ids.document_id("page", again.document.encode()) == made


def test_a_page_that_ends_its_fetcher_is_given_up(desk: Desk) -> None:
    (entry,) = desk.poll()
    for _ in range(TRIES + 1):
        desk.store.pages.lease(now=desk.now, until=desk.now + timedelta(minutes=5), limit=9)
        desk.now += timedelta(minutes=6)
    assert desk.page(entry).outcome == LOST


def test_the_page_of_a_changed_entry_is_asked_for_conditionally(desk: Desk) -> None:
    def story(exchange: Exchange) -> None:
        if exchange.headers.get("If-None-Match") == '"1"':
            exchange.reply(status=304)
        else:
            exchange.reply(PAGE, headers={"ETag": '"1"'})

    desk.server.routes["/story"] = story
    desk.poll()
    assert len(desk.fetch()) == 1
    desk.server.routes["/feed"] = rss(f"{desk.server.url}/story", "It left at last …")
    (entry,) = desk.poll()
    assert desk.fetch() == []
    assert "not changed" in (desk.page(entry).outcome or "")


def test_a_page_on_a_private_address_is_not_asked_for(desk: Desk) -> None:
    desk.server.routes["/feed"] = rss("http://127.0.0.2:1/secret")
    (entry,) = desk.poll()
    for _ in range(TRIES + 1):
        desk.fetch()
        desk.now += timedelta(minutes=10)
    assert "summary stands" in (desk.page(entry).outcome or "")


def test_the_page_makes_the_article_of_the_summary_a_revision(desk: Desk) -> None:
    journey = open_journey(load_settings(data=desk.settings.data))
    journey.process(desk.poll())
    journey.process(desk.fetch())
    journey.close()
    receipts = {row.receipt: row for row in desk.store.receipts()}
    assert set(receipts) == {Receipt.NEW, Receipt.REVISION}
    assert receipts[Receipt.REVISION].of == receipts[Receipt.NEW].article

"""Pages of entries in the store: wanted with their entry, leased, settled once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ingest.core import ids
from ingest.model import Arrival, Document, Feed, Polled, WantedPage
from ingest.store import Store
from ingest.store.pages import LOST, TRIES

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
MINUTES = timedelta(minutes=5)


def arrival(name: str) -> Arrival:
    document = Document(
        id=ids.document_id("feed", name.encode()), source="feed", raw=name.encode(), received=NOW
    )
    return Arrival(document=document)


def poll(store: Store, *urls: str) -> list[str]:
    """A poll that brings an entry for each of the addresses of pages."""
    feed = Feed(id="f-1", url="https://f.example/", origin="added", added=NOW, next_poll=NOW)
    store.feeds.add([feed])
    held = store.feeds.lease_one("f-1", now=NOW, until=NOW + MINUTES)
    assert held is not None
    entries = [arrival(url) for url in urls]
    pages = [
        WantedPage(document=entry.document.id, feed="f-1", url=url, due=NOW)
        for entry, url in zip(entries, urls, strict=True)
    ]
    result = Polled(feed=feed, host_free=NOW, arrivals=tuple(entries), pages=tuple(pages))
    return store.feeds.settle(held, result, now=NOW)


def test_a_page_is_leased_one_a_host_and_settled_once(store: Store) -> None:
    first, second, other = poll(store, "https://a.org/1", "https://a.org/2", "https://b.org/1")
    assert store.pages.next_due() == NOW
    leased = store.pages.lease(now=NOW, until=NOW + MINUTES, limit=9)
    assert other in leased
    assert len(leased) == 2
    assert len({first, second} & set(leased)) == 1
    assert store.pages.lease(now=NOW, until=NOW + MINUTES, limit=9) == []
    made = store.pages.settle(other, "well", arrival=arrival("page"), etag='"1"', now=NOW)
    assert len(made) == 1
    assert store.pages.settle(other, "well", arrival=arrival("page"), now=NOW) == []
    found = store.pages.find(other)
    assert found is not None
    assert (found.outcome, found.tries) == ("well", 1)


def test_a_page_that_is_lost_comes_up_again_and_is_given_up(store: Store) -> None:
    (document,) = poll(store, "https://a.org/1")
    now = NOW
    for _ in range(TRIES):
        assert store.pages.lease(now=now, until=now + MINUTES, limit=9) == [document]
        now += MINUTES
    assert store.pages.lease(now=now, until=now + MINUTES, limit=9) == []
    found = store.pages.find(document)
    assert found is not None
    assert found.outcome == LOST
    assert store.pages.next_due() is None


def test_what_a_page_was_fetched_with_serves_its_next_version(store: Store) -> None:
    before, after = poll(store, "https://a.org/1", "https://a.org/1#again")
    store.pages.settle(before, "well", etag='"1"', now=NOW)
    page = store.pages.find(after)
    assert page is not None
    assert store.pages.earlier(page) is None
    same = store.pages.find(before)
    assert same is not None
    assert (
        store.pages.earlier(WantedPage(document="d-9", feed="f-1", url=same.url, due=NOW)) == same
    )


def test_pages_of_a_removed_feed_are_wanted_no_more(store: Store) -> None:
    poll(store, "https://a.org/1")
    store.feeds.remove("f-1")
    assert store.pages.next_due() is None

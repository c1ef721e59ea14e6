"""The feeds of the store: leases, results in one transaction, memory of entries."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ingest.core import ids
from ingest.model import Arrival, Document, Feed, Polled, Receipt, Rhythm, SeenEntry
from ingest.store import Store
from ingest.store.feeds import Lease, host_of

NOW = datetime(2026, 5, 4, 12, tzinfo=UTC)
SOON = NOW + timedelta(minutes=2)
LATER = NOW + timedelta(hours=1)


def feed(url: str, **values: Any) -> Feed:
    return Feed(
        **{
            "id": ids.feed_id(url),
            "url": url,
            "origin": "added",
            "added": NOW,
            "next_poll": NOW,
            **values,
        }
    )


def arrival(feed: Feed, key: str) -> Arrival:
    return Arrival(
        document=Document(
            id=ids.document_id("feed", f"{feed.id}/{key}".encode()),
            source="feed",
            raw=key.encode(),
            received=NOW,
            url=f"https://a.example.org/{key}",
        )
    )


def seen(feed: Feed, key: str) -> SeenEntry:
    return SeenEntry(
        key=key, written="w", said="s", document=arrival(feed, key).document.id, seen=NOW
    )


def polled(feed: Feed, *keys: str, **values: Any) -> Polled:
    return Polled(
        feed=replace(feed, **{"next_poll": LATER, "polled": NOW, **values}),
        host_free=SOON,
        arrivals=tuple(arrival(feed, key) for key in keys),
        entries=tuple(seen(feed, key) for key in keys),
    )


def lease(store: Store, now: datetime = NOW, until: datetime = SOON) -> list[Lease]:
    return store.feeds.lease(now=now, until=until, limit=100)


def test_a_feed_is_stored_as_it_is(store: Store) -> None:
    whole = feed(
        "https://a.example.org/feed",
        folder=("Space", "Crews"),
        rhythm=Rhythm(hours=(1.5,) * 24, days=3.0, as_of=NOW),
        etag='"1"',
        error="It said no.",
        hub="https://hub.example.org/",
        topic="https://a.example.org/topic",
    )
    assert store.feeds.add([whole]) == [whole.id]
    assert store.feeds.all() == [whole]
    assert store.feeds.find(whole.id) == whole
    assert store.feeds.of_topic("https://a.example.org/topic") == [whole]


def test_a_known_feed_is_not_added_again(store: Store) -> None:
    one, other = feed("https://a.example.org/1"), feed("https://a.example.org/2")
    assert store.feeds.add([one, one]) == [one.id]
    assert store.feeds.add([replace(one, title="new"), other]) == [other.id]
    assert [f.title for f in store.feeds.all()] == [None, None]


def test_five_hundred_feeds_are_added_at_once(store: Store) -> None:
    many = [feed(f"https://{i}.example.org/feed") for i in range(1200)]
    assert len(store.feeds.add(many)) == 1200
    assert store.feeds.add(many) == []
    assert len(store.feeds.lease(now=NOW, until=SOON, limit=2000)) == 1200


def test_only_due_and_active_feeds_are_leased_and_the_longest_waiting_first(store: Store) -> None:
    late = feed("https://late.example.org/", next_poll=NOW - timedelta(hours=1))
    due = feed("https://due.example.org/")
    others = [
        feed("https://paused.example.org/", state="paused"),
        feed("https://gone.example.org/", state="gone"),
        feed("https://later.example.org/", next_poll=SOON),
    ]
    store.feeds.add([due, late, *others])
    assert store.feeds.next_due() == late.next_poll
    assert store.feeds.overdue(before=NOW) == 2
    (first,) = store.feeds.lease(now=NOW, until=SOON, limit=1)
    assert first.feed == late.id
    assert [held.feed for held in lease(store)] == [due.id]
    assert lease(store) == []


def test_one_feed_of_a_host_is_leased_at_a_time_and_the_host_has_its_rest(store: Store) -> None:
    one, other = feed("https://a.example.org/1"), feed("https://A.example.org/2")
    store.feeds.add([one, other])
    (held,) = lease(store)
    assert held.feed in (one.id, other.id)
    first, second = (one, other) if held.feed == one.id else (other, one)
    assert lease(store) == []
    assert store.feeds.begin(held, now=NOW, until=SOON) is not None
    store.feeds.settle(held, replace(polled(first), host_free=NOW + timedelta(seconds=5)), now=NOW)
    assert lease(store, NOW + timedelta(seconds=4)) == []
    assert [h.feed for h in lease(store, NOW + timedelta(seconds=5))] == [second.id]


def test_a_host_may_be_taken_for_other_requests(store: Store) -> None:
    one = feed("https://a.example.org/1")
    store.feeds.add([one])
    assert store.feeds.reserve_host(host_of(one.url), now=NOW, until=SOON)
    assert not store.feeds.reserve_host(host_of(one.url), now=NOW, until=SOON)
    assert lease(store) == []
    store.feeds.free_host(host_of(one.url), at=NOW)
    assert len(lease(store)) == 1
    assert store.feeds.reserve_host("new.example.org", now=NOW, until=SOON)
    assert not store.feeds.reserve_host("new.example.org", now=NOW, until=SOON)


def test_a_lease_that_ran_out_is_lost(store: Store) -> None:
    one = feed("https://a.example.org/1")
    store.feeds.add([one])
    (old,) = lease(store)
    assert store.feeds.begin(old, now=SOON, until=LATER) is None
    (new,) = lease(store, SOON, LATER)
    assert store.feeds.settle(old, polled(one, "x"), now=SOON) == []
    assert store.feeds.entries(one.id) == {}
    begun = store.feeds.begin(new, now=SOON, until=LATER)
    assert begun is not None
    assert begun.begun == 1
    assert len(store.feeds.settle(new, polled(begun, "x"), now=SOON)) == 1


def test_polls_that_never_ended_are_counted(store: Store) -> None:
    one = feed("https://a.example.org/1")
    store.feeds.add([one])
    now = NOW
    for count in (1, 2, 3):
        (held,) = lease(store, now, now + timedelta(minutes=1))
        begun = store.feeds.begin(held, now=now, until=now + timedelta(minutes=1))
        assert begun is not None
        assert begun.begun == count
        now += timedelta(minutes=1)
    (held,) = lease(store, now, now + timedelta(minutes=1))
    store.feeds.settle(held, polled(one), now=now)
    found = store.feeds.find(one.id)
    assert found is not None
    assert found.begun == 0


def test_a_result_is_written_as_a_whole(store: Store) -> None:
    one = feed("https://a.example.org/1")
    store.feeds.add([one])
    (held,) = lease(store)
    result = polled(one, "x", "y", etag='"2"', succeeded=NOW, title="Flights")
    queued = store.feeds.settle(held, result, now=NOW)
    assert queued == [arrival(one, "x").document.id, arrival(one, "y").document.id]
    assert store.counts() == {Receipt.QUEUED: 2}
    assert store.feeds.find(one.id) == result.feed
    assert store.feeds.entries(one.id) == {"x": seen(one, "x"), "y": seen(one, "y")}
    held = store.feeds.lease_one(one.id, now=SOON, until=LATER) or pytest.fail("not leased")
    again = replace(polled(one, "x", "z"), forgotten=("y",))
    assert store.feeds.settle(held, again, now=SOON) == [arrival(one, "z").document.id]
    assert store.feeds.entries(one.id).keys() == {"x", "z"}


def test_what_the_operator_changes_meanwhile_stays(store: Store) -> None:
    one = feed("https://a.example.org/1")
    store.feeds.add([one])
    (held,) = lease(store)
    assert store.feeds.change(one.id, state="paused", full_text="never", folder=("News",))
    assert store.feeds.change(one.id, next_poll=NOW + timedelta(seconds=1))
    store.feeds.settle(held, polled(one), now=SOON)
    found = store.feeds.find(one.id)
    assert found is not None
    assert (found.state, found.full_text, found.folder) == ("paused", "never", ("News",))
    assert found.next_poll == NOW + timedelta(seconds=1)
    assert not store.feeds.change("f-none", state="paused")


def test_a_feed_that_moves_to_another_one_is_gone(store: Store) -> None:
    one, other = feed("https://a.example.org/1"), feed("https://b.example.org/2")
    store.feeds.add([one, other])
    for held in lease(store):
        if held.feed == one.id:
            store.feeds.settle(held, polled(one, url=other.url), now=NOW)
    found = store.feeds.find(one.id)
    assert found is not None
    assert (found.url, found.state) == (one.url, "gone")
    assert found.error == f"It moved to {other.url}, which is followed already (as {other.id})."


def test_a_feed_that_moves_is_polled_at_its_new_host(store: Store) -> None:
    one = feed("https://a.example.org/1")
    store.feeds.add([one])
    (held,) = lease(store)
    store.feeds.settle(held, polled(one, url="https://new.example.org/"), now=NOW)
    assert store.feeds.reserve_host("a.example.org", now=SOON, until=LATER)
    assert [h.feed for h in lease(store, LATER, LATER)] == [one.id]


def test_a_removed_feed_leaves_its_documents(store: Store) -> None:
    one = feed("https://a.example.org/1")
    store.feeds.add([one])
    (held,) = lease(store)
    store.feeds.settle(held, polled(one, "x"), now=NOW)
    assert store.feeds.remove(one.id)
    assert not store.feeds.remove(one.id)
    assert store.feeds.entries(one.id) == {}
    assert store.counts() == {Receipt.QUEUED: 1}
    # Followed again, it lists the same: no document comes twice.
    store.feeds.add([one])
    again = store.feeds.lease_one(one.id, now=SOON, until=LATER) or pytest.fail("not leased")
    assert store.feeds.settle(again, polled(one, "x"), now=SOON) == []


def test_pollers_at_once_share_feeds_out_and_no_host_has_two(store_url: str, store: Store) -> None:
    many = [feed(f"https://{i % 20}.example.org/{i}") for i in range(60)]
    store.feeds.add(many)
    taken: list[Lease] = []
    start = threading.Barrier(4)

    def poll() -> None:
        own = Store(store_url, source="urn:missionfeed:test")
        start.wait()
        for _ in range(3):
            taken.extend(own.feeds.lease(now=NOW, until=SOON, limit=7))
        own.close()

    threads = [threading.Thread(target=poll) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    hosts = {f.id: host_of(f.url) for f in many}
    assert sorted(hosts[held.feed] for held in taken) == sorted(set(hosts.values()))

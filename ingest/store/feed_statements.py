"""The statements behind ``feeds``."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, or_, select, update

from ingest.model import DocumentId, Feed, FeedId, Polled, SeenEntry, WantedPage
from ingest.store import documents, hosts
from ingest.store.database import Database
from ingest.store.feed_rows import COLUMNS, FOUND, feed_of, row_of
from ingest.store.hosts import host_of
from ingest.store.tables import feed_entries, feed_hosts, feed_pages, feeds

AT_ONCE = 500
CANDIDATES = 2_000
"""Due feeds that are looked at to find some whose hosts are free."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to poll a feed, once."""

    feed: FeedId
    number: int


# ------------------------------------------------------------------ which are followed


def add(connection: Connection, database: Database, new: Sequence[Feed]) -> list[FeedId]:
    """Follow feeds that are not followed yet, by id or address; the ids of those added."""
    ids = {feed.id for feed in new}
    taken = _among(connection, feeds.c.id, ids) | _among(
        connection, feeds.c.url, {f.url for f in new}
    )
    rows: dict[str, dict[str, Any]] = {}
    for feed in new:
        if not {feed.id, feed.url} & taken and feed.url not in rows:
            rows[feed.url] = row_of(feed) | {"lease": 0, "leased_until": None}
    if rows:
        connection.execute(database.insert_new(feeds), list(rows.values()))
        hosts.know_hosts(connection, database, [(r["host"], r["added_at"]) for r in rows.values()])
    return [row["id"] for row in rows.values()]


def _among(connection: Connection, column: Any, values: Collection[str]) -> set[str]:
    listed, found = list(values), set[str]()
    for i in range(0, len(listed), AT_ONCE):
        part = column.in_(listed[i : i + AT_ONCE])
        found |= set(connection.scalars(select(column).where(part)))
    return found


def listed(connection: Connection) -> list[Feed]:
    """All feeds, in the order in which they were added."""
    rows = connection.execute(select(feeds).order_by(feeds.c.added_at, feeds.c.url))
    return [feed_of(row) for row in rows]


def entry_counts(connection: Connection) -> dict[FeedId, int]:
    """An entry that is told by several keys counts once."""
    entries = func.count(feed_entries.c.document_id.distinct())
    rows = connection.execute(select(feed_entries.c.feed_id, entries).group_by("feed_id"))
    return {row[0]: row[1] for row in rows}


def find(connection: Connection, feed: FeedId) -> Feed | None:
    row = connection.execute(select(feeds).where(feeds.c.id == feed)).first()
    return feed_of(row) if row else None


def find_topic(connection: Connection, topic: str) -> list[Feed]:
    """The feeds that a hub knows under this address."""
    return [feed_of(row) for row in connection.execute(select(feeds).where(feeds.c.topic == topic))]


def change(connection: Connection, feed: FeedId, settings: Mapping[str, Any]) -> bool:
    """Change what is not a poll's to find, by the names of :class:`Feed`; False where there is no
    such feed. A poll that is under way does not undo it."""
    values = {COLUMNS.get(name, name): value for name, value in settings.items()}
    if "folder" in values:
        values["folder"] = json.dumps(list(values["folder"]), ensure_ascii=False)
    return bool(connection.execute(update(feeds).where(feeds.c.id == feed).values(values)).rowcount)


def remove(connection: Connection, feed: FeedId) -> bool:
    """Follow it no longer, and forget its entries; their documents and articles stay."""
    connection.execute(feed_entries.delete().where(feed_entries.c.feed_id == feed))
    connection.execute(feed_pages.delete().where(feed_pages.c.feed_id == feed))
    return bool(connection.execute(feeds.delete().where(feeds.c.id == feed)).rowcount)


# ------------------------------------------------------------------ whose turn it is


def next_due(connection: Connection) -> datetime | None:
    """When the next active feed is due; None when none is followed."""
    found: datetime | None = connection.scalar(
        select(func.min(feeds.c.next_poll_at)).where(feeds.c.state == "active")
    )
    return found


def overdue(connection: Connection, *, before: datetime) -> int:
    """How many active feeds were due before then."""
    wanted = (feeds.c.state == "active", feeds.c.next_poll_at <= before)
    return connection.scalar(select(func.count()).where(*wanted)) or 0


def under_way(connection: Connection, *, now: datetime) -> int:
    """How many feeds are leased, whether their poll has begun or waits for a process."""
    return connection.scalar(select(func.count()).where(feeds.c.leased_until > now)) or 0


def last_polled(connection: Connection) -> datetime | None:
    found: datetime | None = connection.scalar(select(func.max(feeds.c.polled_at)))
    return found


def lease(connection: Connection, *, now: datetime, until: datetime, limit: int) -> list[Lease]:
    """Lease feeds that are due, the longest waiting first, and one of a host at most."""
    free = or_(feeds.c.leased_until.is_(None), feeds.c.leased_until <= now)
    due = connection.execute(
        select(feeds.c.id, feeds.c.host, feeds.c.lease)
        .join_from(feeds, feed_hosts, feed_hosts.c.host == feeds.c.host)
        .where(feeds.c.state == "active", feeds.c.next_poll_at <= now, free)
        .where(feed_hosts.c.free_at <= now)
        .order_by(feeds.c.next_poll_at, feeds.c.id)
        .limit(CANDIDATES)
    )
    first: dict[str, Any] = {}
    for row in due:
        first.setdefault(row.host, row)
    longest = sorted(list(first)[:limit])  # in one order, so that two pollers never deadlock
    tried = [_take(connection, first[host], now=now, until=until) for host in longest]
    return [lease for lease in tried if lease is not None]


def lease_one(
    connection: Connection, feed: FeedId, *, now: datetime, until: datetime
) -> Lease | None:
    """Lease one feed, due or not, unless it or its host is being asked."""
    free = or_(feeds.c.leased_until.is_(None), feeds.c.leased_until <= now)
    columns = (feeds.c.id, feeds.c.host, feeds.c.lease)
    row = connection.execute(select(*columns).where(feeds.c.id == feed, free)).first()
    held = _take(connection, row, now=now, until=until) if row else None
    if held is not None:  # so it was due now, and what `settle` finds later was asked for since
        later = (feeds.c.id == feed, feeds.c.next_poll_at > now)
        connection.execute(update(feeds).where(*later).values(next_poll_at=now))
    return held


def _take(connection: Connection, row: Any, *, now: datetime, until: datetime) -> Lease | None:
    """Lease the feed of ``row`` and its host, unless another poller was quicker."""
    if not hosts.take_host(connection, row.host, now=now, until=until):
        return None
    got = connection.execute(
        update(feeds)
        .where(feeds.c.id == row.id, feeds.c.lease == row.lease)
        .values(lease=row.lease + 1, leased_until=until)
    )
    return Lease(row.id, row.lease + 1) if got.rowcount else None


def begin(connection: Connection, held: Lease, *, now: datetime, until: datetime) -> Feed | None:
    """Begin a leased poll; None where the lease is no longer held. What was begun is counted in a
    commit of its own, before any work, so that a feed which ends its reader can be told."""
    mine = (feeds.c.id == held.feed, feeds.c.lease == held.number, feeds.c.leased_until > now)
    begun = connection.execute(
        update(feeds).where(*mine).values(begun=feeds.c.begun + 1, leased_until=until)
    )
    if not begun.rowcount:
        return None
    feed = find(connection, held.feed)
    assert feed is not None
    hosts.free_host(connection, host_of(feed.url), at=until)
    return feed


def entries(connection: Connection, feed: FeedId) -> dict[str, SeenEntry]:
    """What is remembered of a feed's entries, by key."""
    rows = connection.execute(select(feed_entries).where(feed_entries.c.feed_id == feed))
    return {
        row.key: SeenEntry(
            key=row.key,
            written=row.written,
            said=row.said,
            document=row.document_id,
            seen=row.seen_at,
            changes=row.changes,
            held=row.held,
        )
        for row in rows
    }


def settle(
    connection: Connection, database: Database, held: Lease, polled: Polled, *, now: datetime
) -> list[DocumentId]:
    """Write down what a poll came to, and end its lease; the ids of documents to be queued now.

    Nothing is written where the lease was lost meanwhile: whoever has it now finds the same.
    """
    mine = (feeds.c.id == held.feed, feeds.c.lease == held.number)
    row = connection.execute(select(feeds).where(*mine).with_for_update()).first()
    if row is None:
        return []
    feed = _unless_doubled(connection, polled.feed, row.url)
    found = {name: value for name, value in row_of(feed).items() if name in FOUND}
    ended: dict[str, Any] = {"begun": 0, "leased_until": None}
    if feed.state == "gone":
        ended["state"] = "gone"
    if feed.polled is not None and row.next_poll_at > feed.polled:
        # Somebody asked for it since we did: the hub, `feeds poll`.
        found["next_poll_at"] = min(found["next_poll_at"], row.next_poll_at)
    connection.execute(update(feeds).where(*mine).values(found | ended))
    hosts.free_host(connection, row.host, at=polled.host_free)
    hosts.know_hosts(connection, database, [(host_of(feed.url), polled.host_free)])
    _remember(connection, held.feed, polled)
    want_pages(connection, database, polled.pages)
    return documents.take(connection, database, polled.arrivals, now=now)


def _unless_doubled(connection: Connection, feed: Feed, before: str) -> Feed:
    """The feed, which is gone if it moved to where another one is followed already."""
    if feed.url == before:
        return feed
    other = connection.scalar(
        select(feeds.c.id).where(feeds.c.url == feed.url, feeds.c.id != feed.id)
    )
    if other is None:
        return feed
    error = f"It moved to {feed.url}, which is followed already (as {other})."
    return replace(feed, url=before, state="gone", error=error, code="moved_to_another")


def _remember(connection: Connection, feed: FeedId, polled: Polled) -> None:
    keys = [*polled.forgotten, *(entry.key for entry in polled.entries)]
    for i in range(0, len(keys), AT_ONCE):
        part = feed_entries.c.key.in_(keys[i : i + AT_ONCE])
        connection.execute(feed_entries.delete().where(feed_entries.c.feed_id == feed, part))
    rows = [
        {
            "feed_id": feed,
            "key": entry.key,
            "written": entry.written,
            "said": entry.said,
            "document_id": entry.document,
            "seen_at": entry.seen,
            "changes": entry.changes,
            "held": entry.held,
        }
        for entry in {entry.key: entry for entry in polled.entries}.values()
    ]
    if rows:
        connection.execute(feed_entries.insert(), rows)


def want_pages(connection: Connection, database: Database, pages: Sequence[WantedPage]) -> None:
    """Write down what is to be fetched; pages that are known already stay as they are."""
    if not pages:
        return
    rows = [
        {
            "document_id": page.document,
            "feed_id": page.feed,
            "url": page.url,
            "host": host_of(page.url),
            "due_at": page.due,
            "tries": 0,
            "outcome": None,
            "etag": None,
            "last_modified": None,
        }
        for page in pages
    ]
    connection.execute(database.insert_new(feed_pages), rows)
    hosts.know_hosts(connection, database, [(host_of(p.url), p.due) for p in pages])

"""Feeds: which are followed, whose turn it is, and what is remembered of their entries.

A poll is leased: whoever holds the lease's number may write its result, and nobody else. A lease
that ran out is another's to take, so a poller may die anywhere; what it had not committed is polled
again, and what it had is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from ingest.model import DocumentId, Feed, FeedId, Polled, SeenEntry
from ingest.store import feed_statements as statements
from ingest.store import hosts
from ingest.store.database import Database
from ingest.store.feed_statements import Lease
from ingest.store.hosts import host_of

__all__ = ["Feeds", "Lease", "host_of"]


class Feeds:
    """What may be asked of the database about feeds. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- which are followed

    def add(self, new: Sequence[Feed]) -> list[FeedId]:
        """Follow those that are not followed yet; their ids. Known ones are left as they are."""
        return self._database.transact(lambda c: statements.add(c, self._database, new))

    def all(self) -> list[Feed]:
        with self._database.read() as connection:
            return statements.listed(connection)

    def entry_counts(self) -> dict[FeedId, int]:
        """How many entries are remembered of each feed."""
        with self._database.read() as connection:
            return statements.entry_counts(connection)

    def find(self, feed: FeedId) -> Feed | None:
        with self._database.read() as connection:
            return statements.find(connection, feed)

    def of_topic(self, topic: str) -> list[Feed]:
        """The feeds that a hub knows under this address."""
        with self._database.read() as connection:
            return statements.find_topic(connection, topic)

    def change(self, feed: FeedId, **settings: Any) -> bool:
        """Change what is not a poll's to find: ``state``, ``full_text``, ``folder``, ``next_poll``,
        ``hub_secret``, ``hub_until``, ``hub_asked``. False where there is no such feed."""
        return self._database.transact(lambda c: statements.change(c, feed, settings))

    def remove(self, feed: FeedId) -> bool:
        """Follow it no longer, and forget its entries; their documents and articles stay."""
        return self._database.transact(lambda c: statements.remove(c, feed))

    # -- whose turn it is

    def next_due(self) -> datetime | None:
        """When the next active feed is due; None when none is followed."""
        with self._database.read() as connection:
            return statements.next_due(connection)

    def overdue(self, *, before: datetime) -> int:
        """How many active feeds were due before then."""
        with self._database.read() as connection:
            return statements.overdue(connection, before=before)

    def under_way(self, *, now: datetime) -> int:
        """How many feeds are leased, whether their poll has begun or waits for a process."""
        with self._database.read() as connection:
            return statements.under_way(connection, now=now)

    def last_polled(self) -> datetime | None:
        with self._database.read() as connection:
            return statements.last_polled(connection)

    def lease(self, *, now: datetime, until: datetime, limit: int) -> list[Lease]:
        """Lease feeds that are due, the longest waiting first, and one of a host at most."""
        return self._database.transact(
            lambda c: statements.lease(c, now=now, until=until, limit=limit)
        )

    def lease_one(self, feed: FeedId, *, now: datetime, until: datetime) -> Lease | None:
        """Lease this feed, due or not, unless it or its host is being asked."""
        return self._database.transact(
            lambda c: statements.lease_one(c, feed, now=now, until=until)
        )

    # -- one poll

    def begin(self, held: Lease, *, now: datetime, until: datetime) -> Feed | None:
        """Begin a leased poll, which has until ``until``; None where the lease is lost."""
        return self._database.transact(lambda c: statements.begin(c, held, now=now, until=until))

    def entries(self, feed: FeedId) -> dict[str, SeenEntry]:
        """What is remembered of a feed's entries, by key."""
        with self._database.read() as connection:
            return statements.entries(connection, feed)

    def settle(self, held: Lease, polled: Polled, *, now: datetime) -> list[DocumentId]:
        """Write what a poll came to, all of it or nothing, and end its lease; the ids of documents
        to be queued now. Nothing is written where the lease was lost meanwhile."""
        return self._database.transact(
            lambda c: statements.settle(c, self._database, held, polled, now=now)
        )

    # -- other requests to the same hosts

    def reserve_host(self, host: str, *, now: datetime, until: datetime) -> bool:
        """Take a host (``host_of``) for a request of another kind, unless somebody has it."""
        return self._database.transact(
            lambda c: hosts.reserve_host(c, self._database, host, now=now, until=until)
        )

    def free_host(self, host: str, *, at: datetime) -> None:
        """Let others ask the host from then on."""
        self._database.transact(lambda c: hosts.free_host(c, host, at=at))

"""Pages of entries: which are to be fetched, and what came of it.

A row is written in the transaction that stores its entry. While ``due_at`` is set it is wanted; who
leases it moves ``due_at`` on, so one that was lost with its poller comes up again by itself.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select, update

from ingest.model import Arrival, DocumentId, WantedPage
from ingest.store import documents, feed_statements, hosts
from ingest.store.database import Database
from ingest.store.tables import feed_hosts, feed_pages

TRIES = 3
LOST = (
    f"The summary stands for the text: fetching its page was begun {TRIES} times and came to no "
    "end. It takes too long, or too much memory."
)


class Pages:
    """What may be asked of the database about pages. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def next_due(self) -> datetime | None:
        with self._database.read() as connection:
            due: datetime | None = connection.scalar(select(func.min(feed_pages.c.due_at)))
            return due

    def find(self, document: DocumentId) -> WantedPage | None:
        """What is known of the page of a document that is a feed's entry."""
        mine = feed_pages.c.document_id == document
        with self._database.read() as connection:
            row = connection.execute(select(feed_pages).where(mine)).first()
        return _page(row) if row else None

    def earlier(self, page: WantedPage) -> WantedPage | None:
        """The same page as it was fetched for another version of its entry."""
        same = (feed_pages.c.url == page.url, feed_pages.c.document_id != page.document)
        stated = feed_pages.c.etag.is_not(None) | feed_pages.c.last_modified.is_not(None)
        with self._database.read() as connection:
            row = connection.execute(select(feed_pages).where(*same, stated).limit(1)).first()
        return _page(row) if row else None

    def lease(self, *, now: datetime, until: datetime, limit: int) -> list[DocumentId]:
        """Pages that are due, one of a host; they come up again at ``until``."""
        return self._database.transact(lambda c: self._lease(c, now, until, limit))

    def _lease(
        self, connection: Connection, now: datetime, until: datetime, limit: int
    ) -> list[DocumentId]:
        lost = (feed_pages.c.due_at <= now, feed_pages.c.tries >= TRIES)
        connection.execute(update(feed_pages).where(*lost).values(due_at=None, outcome=LOST))
        rows = connection.execute(
            select(feed_pages.c.document_id, feed_pages.c.host, feed_pages.c.tries)
            .join_from(feed_pages, feed_hosts, feed_hosts.c.host == feed_pages.c.host)
            .where(feed_pages.c.due_at <= now, feed_hosts.c.free_at <= now)
            .order_by(feed_pages.c.due_at, feed_pages.c.document_id)
            .limit(feed_statements.CANDIDATES)
        )
        first = {row.host: row for row in reversed(rows.all())}
        taken: list[DocumentId] = []
        for host in sorted(list(first)[:limit]):
            if hosts.take_host(connection, host, now=now, until=until):
                row = first[host]
                mine = feed_pages.c.document_id == row.document_id
                begun = {"due_at": until, "tries": row.tries + 1}
                connection.execute(update(feed_pages).where(mine).values(begun))
                taken.append(row.document_id)
        return taken

    def again(self, document: DocumentId, *, at: datetime) -> None:
        """Try a page again at ``at``."""
        mine = feed_pages.c.document_id == document
        self._database.transact(
            lambda c: c.execute(update(feed_pages).where(mine).values(due_at=at))
        )

    def settle(
        self,
        document: DocumentId,
        outcome: str,
        *,
        arrival: Arrival | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        now: datetime,
    ) -> list[DocumentId]:
        """Write what came of a page with the document that it makes; its id, to be queued now."""
        mine = feed_pages.c.document_id == document
        values = {
            "due_at": None,
            "outcome": outcome,
            "etag": etag,
            "last_modified": last_modified,
        }

        def write(connection: Connection) -> list[DocumentId]:
            connection.execute(update(feed_pages).where(mine).values(values))
            arrivals = [arrival] if arrival else []
            return documents.take(connection, self._database, arrivals, now=now)

        return self._database.transact(write)


def _page(row: Any) -> WantedPage:
    return WantedPage(
        document=row.document_id,
        feed=row.feed_id,
        url=row.url,
        due=row.due_at,
        tries=row.tries,
        outcome=row.outcome,
        etag=row.etag,
        last_modified=row.last_modified,
    )

"""The store: the only place with SQL. One :class:`Store` a process, on SQLite or PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from ingest.errors import CursorAhead
from ingest.model import (
    Arrival,
    ArticleId,
    Document,
    DocumentId,
    LoggedEvent,
    Position,
    Receipt,
    ReceiptRow,
    SeenFile,
)
from ingest.store import (
    articles,
    clusters,
    corrections,
    documents,
    journal,
    likeness,
    quarantine,
    rereading,
    schema,
)
from ingest.store.database import Database
from ingest.store.feeds import Feeds
from ingest.store.pages import Pages
from ingest.store.webhooks import Webhooks

if TYPE_CHECKING:
    from ingest.core.judge import Subject, Thresholds
    from ingest.core.judge.correcting import Member
    from ingest.store.documents import Claimed

T = TypeVar("T")


class Store:
    """What the rest of the service may ask of the database.

    ``source`` is the CloudEvents ``source`` of this installation. Every method is one transaction.
    """

    def __init__(self, url: str, *, source: str) -> None:
        self.database = Database(url)
        self.feeds = Feeds(self.database)
        self.pages = Pages(self.database)
        self.webhooks = Webhooks(self.database)
        self._source = source

    def close(self) -> None:
        self.database.close()

    def check(self) -> None:
        """Raise :class:`~ingest.errors.StoreError` unless the schema fits this version."""
        schema.check(self.database)

    # -- ways in

    def seen_files(self) -> dict[bytes, SeenFile]:
        """The drop folder's memory, by absolute path."""
        with self.database.read() as connection:
            return documents.seen(connection)

    def take(self, arrivals: Sequence[Arrival], *, now: datetime) -> list[DocumentId]:
        """Store documents with their folder's memory; returns those that must now be queued."""
        return self.database.transact(
            lambda connection: documents.take(connection, self.database, arrivals, now=now)
        )

    def remember_files(self, seen: Sequence[SeenFile]) -> None:
        self.database.transact(lambda connection: documents.remember(connection, seen))

    def forget_files(self, paths: Collection[bytes]) -> None:
        self.database.transact(lambda connection: documents.forget(connection, paths))

    # -- work

    def claim(self, ids: Collection[DocumentId], *, now: datetime) -> Claimed:
        return self.database.transact(lambda c: documents.claim(c, ids, now=now))

    def claim_alone(self, document: DocumentId, *, now: datetime, tries: int) -> Document | None:
        return self.database.transact(
            lambda c: documents.claim_alone(c, document, now=now, tries=tries)
        )

    def overdue(
        self, *, now: datetime, unclaimed_seconds: float, claimed_seconds: float, limit: int
    ) -> list[DocumentId]:
        """Documents whose message was lost (or whose worker was); they count as queued now."""
        return self.database.transact(
            lambda c: documents.overdue(
                c,
                now=now,
                unclaimed=timedelta(seconds=unclaimed_seconds),
                claimed=timedelta(seconds=claimed_seconds),
                limit=limit,
            )
        )

    def boilerplate(self, hashes: Collection[int], *, minimum: int) -> frozenset[int]:
        """Those paragraphs (by hash) that stand in ``minimum`` clusters or more."""
        return self.database.look_up(lambda c: likeness.boilerplate(c, hashes, minimum))

    def look_up(
        self, subjects: Sequence[Subject], *, thresholds: Thresholds
    ) -> tuple[int, dict[ArticleId, list[Subject]]]:
        """Candidates among all stored articles, and the number of the newest that was looked at."""
        return self.database.look_up(
            lambda c: likeness.look_up(c, subjects, after=0, thresholds=thresholds)
        )

    def commit(self, work: Callable[[journal.Head], T]) -> T:
        """Run ``work`` under the head lock, and commit all that it wrote or nothing (rule 2)."""

        def under_lock(connection: Any) -> T:
            head = journal.Head(connection, self.database, self._source)
            result = work(head)
            head.close()
            return result

        return self.database.transact(under_lock)

    def prune(self, *, before: datetime, limit: int) -> int:
        """Forget what finds likenesses of articles that arrived before ``before``: at most
        ``limit`` of them, the oldest first. Returns how many; the articles themselves stay."""
        return self.database.transact(lambda c: likeness.prune(c, before, limit))

    # -- rejected documents

    def rejected(
        self, *, code: str | None = None, path_glob: str | None = None, limit: int
    ) -> list[quarantine.Rejected]:
        """Rejected documents by code, the newest of each first."""
        with self.database.read() as connection:
            return quarantine.listed(connection, code=code, path_glob=path_glob, limit=limit)

    def rejected_codes(
        self, *, code: str | None = None, path_glob: str | None = None
    ) -> dict[str, int]:
        with self.database.read() as connection:
            return quarantine.codes(connection, code=code, path_glob=path_glob)

    def retry(
        self,
        *,
        documents: Collection[DocumentId] = (),
        code: str | None = None,
        path_glob: str | None = None,
    ) -> int:
        """Queue rejected documents again, for the reconciler to send; returns how many."""
        return self.database.transact(
            lambda c: quarantine.retry(c, ids=documents, code=code, path_glob=path_glob)
        )

    # -- reading again

    def newest_article(self) -> int:
        """The number of the newest article; 0 when there is none."""
        with self.database.read() as connection:
            return journal.newest_number(connection)

    def to_read_again(
        self, selection: rereading.Selection, *, after: int, limit: int, most_bytes: int
    ) -> list[rereading.ToRead]:
        """The next page of stored articles that ``selection`` holds, above number ``after``."""
        with self.database.read() as connection:
            return rereading.page(
                connection, selection, after=after, limit=limit, most_bytes=most_bytes
            )

    def unknown_articles(self, ids: Collection[ArticleId]) -> list[ArticleId]:
        """Those of ``ids`` that are not stored."""
        with self.database.read() as connection:
            return rereading.unknown(connection, ids) if ids else []

    def standing(self, ids: Collection[ArticleId]) -> dict[ArticleId, rereading.Standing]:
        """How articles stand in their clusters now."""
        with self.database.read() as connection:
            return rereading.standing(connection, ids)

    # -- clusters

    def has_due_returns(self, *, now: datetime) -> bool:
        """Whether a page that went back and forth is to be told of now."""
        with self.database.read() as connection:
            return bool(clusters.due_returns(connection, now=now, limit=1))

    def members(self, article: ArticleId) -> list[Member]:
        """All articles of the cluster of ``article`` in the order of arrival; none if there is no
        such article."""
        with self.database.read() as connection:
            cluster = corrections.cluster_of(connection, article)
            return corrections.members(connection, [cluster]) if cluster else []

    def corrections(
        self, *, of_clusters: Collection[ArticleId] | None = None
    ) -> list[corrections.Correction]:
        """The operator's corrections in order; only those that name one of ``of_clusters``."""
        with self.database.read() as connection:
            return corrections.listed(connection, clusters=of_clusters)

    def versions(self, cluster: ArticleId) -> list[articles.ArticleRow]:
        """The versions of a cluster, in order."""
        with self.database.read() as connection:
            return articles.versions(connection, cluster)

    # -- looking

    def counts(self) -> dict[Receipt, int]:
        with self.database.read() as connection:
            return documents.counts(connection)

    def receipts(
        self,
        *,
        path_glob: str | None = None,
        ids: Collection[DocumentId] | None = None,
        settled_after: datetime | None = None,
        limit: int | None = None,
    ) -> list[ReceiptRow]:
        with self.database.read() as connection:
            return documents.receipts(
                connection, path_glob=path_glob, ids=ids, settled_after=settled_after, limit=limit
            )

    def document(self, document: DocumentId) -> Document | None:
        with self.database.read() as connection:
            return documents.find(connection, document)

    def article(self, article: ArticleId) -> articles.ArticleRow | None:
        with self.database.read() as connection:
            return articles.find(connection, article)

    def articles(self, *, limit: int | None = None) -> list[articles.ArticleRow]:
        with self.database.read() as connection:
            return articles.newest(connection, limit=limit)

    def last_position(self) -> Position:
        with self.database.read() as connection:
            return journal.last_position(connection)

    def check_cursor(self, after: Position) -> None:
        """Raise ``CursorAhead`` if the log has never been as far as ``after``."""
        last = self.last_position()
        if after > last:
            raise CursorAhead(
                f"Position {after} is ahead of the log, which ends at {last}: it belongs to "
                "another one.",
                hint="Look whether this is the data folder that you mean, or begin again at 0.",
            )

    def events(
        self,
        after: Position = 0,
        limit: int = 500,
        *,
        mission: str | None = None,
        person: str | None = None,
        type: str | None = None,  # noqa: A002
        article: ArticleId | None = None,
    ) -> list[LoggedEvent]:
        """Events at positions above ``after``, in order; at most ``limit`` of them."""
        with self.database.read() as connection:
            return journal.log(
                connection,
                after=after,
                limit=limit,
                mission=mission,
                person=person,
                type=type,
                article=article,
            )

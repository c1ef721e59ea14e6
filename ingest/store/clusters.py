"""Clusters: the newest version of each, and returns that are kept back for a while."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select

from ingest.core.fingerprint import fingerprint
from ingest.core.judge import Subject, Thresholds, Version, place
from ingest.core.judge.compare import Comparison
from ingest.core.judge.versions import with_changes
from ingest.model import Article, ArticleId, Judgement, Reading
from ingest.store.journal import article_from, reading_from
from ingest.store.tables import articles, documents, held_returns


class Versions:
    """What readers were told of some clusters so far, kept up to date while a batch is settled.

    Made under the head lock, for the judgements of one batch.
    """

    def __init__(
        self, connection: Connection, judgements: Sequence[Judgement], thresholds: Thresholds
    ) -> None:
        self._connection = connection
        self._pause = thresholds.return_pause
        old = [judgement for judgement in judgements if judgement.decision != "new"]
        clusters = {judgement.cluster for judgement in old}
        self._newest = newest_versions(connection, clusters)
        self._texts = texts_of(connection, {judgement.of for judgement in old if judgement.of})
        self._held = held_clusters(connection, clusters)
        revised = {judgement.cluster for judgement in old if judgement.decision == "revision"}
        self._readings = readings(connection, [v.id for v in self._versions_of(revised)])

    def place(self, subject: Subject, judgement: Judgement) -> Judgement:
        """The judgement with its place among the versions of its cluster; a return is compared
        with the version before, or kept back."""
        newest = self._newest.get(judgement.cluster)
        placed = place(
            subject,
            judgement,
            newest=newest,
            text_of=self._texts.get(judgement.of or ""),
            told_return=lambda: last_return(self._connection, judgement.cluster),
            pause=self._pause,
        )
        found = placed.judgement
        if placed.due is not None:
            hold(self._connection, found.cluster, subject.id, placed.due)
            self._held.add(found.cluster)
        elif placed.settled and found.cluster in self._held:
            settle(self._connection, found.cluster)
            self._held.discard(found.cluster)
        if (
            found.decision == "revision"
            and newest is not None
            and not self._shows(judgement, newest)
        ):
            before = article(self._connection, newest.id)
            found = with_changes(found, Comparison(subject.fingerprint, fingerprint(before)))
        return found

    def _shows(self, judgement: Judgement, newest: Version) -> bool:
        """Whether the article that it was compared with says what the newest version says."""
        of = judgement.of or ""
        return judgement.decision == "revision" and self._texts.get(of, of) == newest.text_of

    def previous(self, judgement: Judgement) -> Reading | None:
        """What readers know of the cluster of a revision."""
        newest = self._newest.get(judgement.cluster)
        if newest is None or judgement.decision != "revision":
            return None
        if newest.id not in self._readings:
            self._readings |= readings(self._connection, [newest.id])
        return self._readings.get(newest.id)

    def add(self, subject: Subject, judgement: Judgement, reading: Reading) -> None:
        """Take note of what readers are told now."""
        self._texts[subject.id] = judgement.text_of or subject.id
        if judgement.version is None:
            return
        self._readings[subject.id] = reading
        self._newest[judgement.cluster] = Version(
            id=subject.id,
            cluster=judgement.cluster,
            number=judgement.version,
            text_of=judgement.text_of or subject.id,
            url_key=subject.fingerprint.url_key,
            guid_key=subject.fingerprint.guid_key,
            path=subject.path,
        )

    def _versions_of(self, clusters: Collection[ArticleId]) -> list[Version]:
        return [self._newest[cluster] for cluster in clusters if cluster in self._newest]


# ------------------------------------------------------------------ versions


def newest_versions(
    connection: Connection, clusters: Collection[ArticleId]
) -> dict[ArticleId, Version]:
    """Of each cluster the newest version, which readers know."""
    if not clusters:
        return {}
    a = articles.c
    newest = (
        select(a.cluster_id, func.max(a.version).label("version"))
        .where(a.cluster_id.in_(list(clusters)), a.version.is_not(None))
        .group_by(a.cluster_id)
        .subquery()
    )
    rows = connection.execute(
        select(a.id, a.cluster_id, a.version, a.text_of, a.url_key, a.guid_key, documents.c.path)
        .join(newest, and_(a.cluster_id == newest.c.cluster_id, a.version == newest.c.version))
        .outerjoin(documents, and_(documents.c.id == a.document_id, *_is_dropped()))
    )
    return {
        row.cluster_id: Version(
            id=row.id,
            cluster=row.cluster_id,
            number=row.version,
            text_of=row.text_of or row.id,
            url_key=row.url_key,
            guid_key=row.guid_key,
            path=row.path,
        )
        for row in rows
    }


def texts_of(connection: Connection, ids: Collection[ArticleId]) -> dict[ArticleId, ArticleId]:
    """Of each article the one whose text it has."""
    if not ids:
        return {}
    rows = connection.execute(
        select(articles.c.id, articles.c.text_of).where(articles.c.id.in_(list(ids)))
    )
    return {row.id: row.text_of or row.id for row in rows}


def readings(connection: Connection, ids: Collection[ArticleId]) -> dict[ArticleId, Reading]:
    if not ids:
        return {}
    rows = connection.execute(
        select(articles.c.id, articles.c.reading).where(articles.c.id.in_(list(ids)))
    )
    return {row.id: reading_from(row.reading) for row in rows}


def article(connection: Connection, of: ArticleId) -> Article:
    """The article ``of``, which is stored."""
    return article_from(connection.execute(select(articles.c.body).filter_by(id=of)).scalar_one())


def last_return(connection: Connection, cluster: ArticleId) -> datetime | None:
    """When the last return arrived that readers were told of."""
    a = articles.c
    found: datetime | None = connection.scalar(
        select(func.max(a.received_at, type_=a.received_at.type)).where(
            a.cluster_id == cluster, a.version.is_not(None), a.text_of != a.id
        )
    )
    return found


def _is_dropped() -> tuple[ColumnElement[bool], ...]:
    """Only a file of its own in the drop folder has a path that tells it from others."""
    return documents.c.source == "drop", documents.c.entry.is_(None)


# ------------------------------------------------------------------ returns that are kept back


def hold(connection: Connection, cluster: ArticleId, shown: ArticleId, due: datetime) -> None:
    """Keep ``shown``, which a page went back to, until ``due``; it replaces an earlier one."""
    settle(connection, cluster)
    connection.execute(
        insert(held_returns), {"cluster_id": cluster, "article_id": shown, "due_at": due}
    )


def settle(connection: Connection, cluster: ArticleId) -> None:
    """Nothing is kept back any more: readers know what the page shows."""
    connection.execute(delete(held_returns).where(held_returns.c.cluster_id == cluster))


def held_clusters(connection: Connection, clusters: Collection[ArticleId]) -> set[ArticleId]:
    if not clusters:
        return set()
    of = held_returns.c.cluster_id
    return set(connection.scalars(select(of).where(of.in_(list(clusters)))))


def due_returns(
    connection: Connection, *, now: datetime, limit: int
) -> list[tuple[ArticleId, ArticleId]]:
    """``(cluster, article)`` of what was kept back and is to be told now."""
    rows = connection.execute(
        select(held_returns.c.cluster_id, held_returns.c.article_id)
        .where(held_returns.c.due_at <= now)
        .order_by(held_returns.c.due_at, held_returns.c.cluster_id)
        .limit(limit)
    )
    return [(row.cluster_id, row.article_id) for row in rows]

"""Looking at stored articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, select

from ingest.model import Article, ArticleId, Changes, DocumentId, Reading
from ingest.store.journal import article_from, changes_from, reading_from
from ingest.store.tables import articles


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """An article as it is stored, with how it was judged."""

    id: ArticleId
    number: int
    document: DocumentId
    cluster: ArticleId
    of: ArticleId | None
    relation: Literal["new", "copy", "revision"]
    version: int | None
    changes: Changes | None
    similarity: float | None
    layer: str
    why: str
    received: datetime
    article: Article
    reading: Reading
    versions: tuple[str, str, str]


def find(connection: Connection, article: ArticleId) -> ArticleRow | None:
    row = connection.execute(select(articles).where(articles.c.id == article)).first()
    return article_of(row) if row else None


def versions(connection: Connection, cluster: ArticleId) -> list[ArticleRow]:
    """The versions of a cluster, in order."""
    a = articles.c
    rows = connection.execute(
        select(articles).where(a.cluster_id == cluster, a.version.is_not(None)).order_by(a.version)
    )
    return [article_of(row) for row in rows]


def newest(connection: Connection, *, limit: int | None) -> list[ArticleRow]:
    """The newest articles, in order of arrival."""
    rows = connection.execute(select(articles).order_by(articles.c.number.desc()).limit(limit))
    return [article_of(row) for row in reversed(rows.all())]


def article_of(row: Row[Any]) -> ArticleRow:
    return ArticleRow(
        id=row.id,
        number=row.number,
        document=row.document_id,
        cluster=row.cluster_id,
        of=row.of_id,
        relation=row.relation,
        version=row.version,
        changes=changes_from(row.changes) if row.changes else None,
        similarity=row.similarity,
        layer=row.layer,
        why=row.why,
        received=row.received_at,
        article=article_from(row.body),
        reading=reading_from(row.reading),
        versions=(row.normaliser_version, row.linker_version, row.catalogue_version),
    )

"""The operator's corrections: which articles were parted or joined, and how they stood before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import msgspec
from sqlalchemy import Connection, Row, bindparam, delete, func, or_, select, update

from ingest.core.judge.correcting import Member
from ingest.model import ArticleId, Changes
from ingest.store import likeness
from ingest.store.tables import articles, corrections, documents, held_returns


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """``action`` is ``split`` (``article`` out of the cluster ``other``), ``join`` (the cluster
    ``article`` into the cluster ``other``) or ``undo``."""

    number: int
    action: str
    article: ArticleId
    other: ArticleId
    reason: str
    made: datetime
    undone: datetime | None
    before: tuple[Member, ...]


def cluster_of(connection: Connection, article: ArticleId) -> ArticleId | None:
    found: ArticleId | None = connection.scalar(
        select(articles.c.cluster_id).where(articles.c.id == article)
    )
    return found


def members(connection: Connection, clusters: Collection[ArticleId]) -> list[Member]:
    """All articles of ``clusters``, in the order of arrival."""
    a = articles.c
    rows = connection.execute(
        select(
            a.id,
            a.number,
            a.document_id.label("document"),
            a.cluster_id.label("cluster"),
            a.of_id.label("of"),
            a.relation,
            a.version,
            a.similarity,
            a.layer,
            a.why,
        )
        .where(a.cluster_id.in_(list(clusters)))
        .order_by(a.number)
    )
    return [Member(**row._mapping) for row in rows]


def put(connection: Connection, changed: Sequence[Member]) -> None:
    """Write how articles stand now, on their receipts too."""
    connection.execute(
        update(articles)
        .where(articles.c.id == bindparam("article"))
        .values(
            cluster_id=bindparam("cluster"),
            of_id=bindparam("of"),
            relation=bindparam("stands"),
            version=bindparam("nth"),
            similarity=bindparam("alike"),
            layer=bindparam("by"),
            why=bindparam("because"),
        ),
        [
            {
                "article": one.id,
                "cluster": one.cluster,
                "of": one.of,
                "stands": one.relation,
                "nth": one.version,
                "alike": one.similarity,
                "by": one.layer,
                "because": one.why,
            }
            for one in changed
        ],
    )
    connection.execute(
        update(documents)
        .where(documents.c.id == bindparam("document"))
        .values(
            receipt=bindparam("stands"),
            cluster_id=bindparam("cluster"),
            of_id=bindparam("of"),
            similarity=bindparam("alike"),
            reason=bindparam("because"),
        ),
        [
            {
                "document": one.document,
                "stands": one.relation,
                "cluster": one.cluster,
                "of": one.of,
                "alike": one.similarity,
                "because": one.why,
            }
            for one in changed
        ],
    )
    likeness.move(connection, {one.number: one.cluster for one in changed})
    connection.execute(
        delete(held_returns).where(held_returns.c.article_id.in_([one.id for one in changed]))
    )


def revise(connection: Connection, member: Member, changes: Changes) -> None:
    """A copy is a revision now, with these changes: a return that was kept back is told."""
    put(connection, [member])
    connection.execute(
        update(articles)
        .where(articles.c.id == member.id)
        .values(changes=msgspec.json.encode(changes).decode())
    )


def next_number(connection: Connection) -> int:
    last: int | None = connection.scalar(select(func.max(corrections.c.number)))
    return (last or 0) + 1


def add(connection: Connection, made: Correction) -> None:
    connection.execute(
        corrections.insert(),
        {
            "number": made.number,
            "action": made.action,
            "article_id": made.article,
            "other_id": made.other,
            "reason": made.reason,
            "made_at": made.made,
            "before": msgspec.json.encode(made.before).decode(),
        },
    )


def mark_undone(connection: Connection, number: int, *, now: datetime) -> None:
    connection.execute(
        update(corrections).where(corrections.c.number == number).values(undone_at=now)
    )


def find(connection: Connection, number: int) -> Correction | None:
    row = connection.execute(select(corrections).where(corrections.c.number == number)).first()
    return _correction(row) if row else None


def listed(
    connection: Connection, *, clusters: Collection[ArticleId] | None = None, after: int = 0
) -> list[Correction]:
    """Corrections numbered above ``after`` in order; only those that name one of ``clusters``."""
    query = select(corrections).where(corrections.c.number > after)
    if clusters is not None:
        ids = list(clusters)
        query = query.where(or_(corrections.c.article_id.in_(ids), corrections.c.other_id.in_(ids)))
    return [_correction(row) for row in connection.execute(query.order_by(corrections.c.number))]


def _correction(row: Row[tuple[object, ...]]) -> Correction:
    found = row._mapping
    return Correction(
        number=found["number"],
        action=found["action"],
        article=found["article_id"],
        other=found["other_id"],
        reason=found["reason"],
        made=found["made_at"],
        undone=found["undone_at"],
        before=msgspec.json.decode(found["before"], type=tuple[Member, ...]),
    )

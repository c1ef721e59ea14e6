"""Documents and their receipts: taking them in, handing them to workers, telling what became."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, bindparam, func, or_, select, update

from ingest.model import (
    Arrival,
    ArticleId,
    Document,
    DocumentId,
    Judgement,
    Reason,
    Receipt,
    ReceiptRow,
    SeenFile,
)
from ingest.store.database import Database
from ingest.store.tables import articles, documents, seen_files

_QUEUED = documents.c.receipt == Receipt.QUEUED


@dataclass(frozen=True, slots=True)
class Claimed:
    """What a worker may do with a message of ids: ``together`` at once; ``alone`` one by one,
    because they were in a batch whose worker died."""

    together: list[Document]
    alone: list[DocumentId]


# ------------------------------------------------------------------ taking in


def take(
    connection: Connection, database: Database, arrivals: Sequence[Arrival], *, now: datetime
) -> list[DocumentId]:
    """Store documents (those not there yet) with the drop folder's memory; the ids to be queued."""
    if not arrivals:
        return []
    ids = [arrival.document.id for arrival in arrivals]
    known = set(connection.scalars(select(documents.c.id).where(documents.c.id.in_(ids))))
    rows = {a.document.id: _row(a, now) for a in arrivals if a.document.id not in known}
    if rows:
        connection.execute(database.insert_new(documents), list(rows.values()))
    remember(connection, [a.seen for a in arrivals if a.seen is not None])
    return [i for i, row in rows.items() if row["receipt"] == Receipt.QUEUED]


def _row(arrival: Arrival, now: datetime) -> dict[str, Any]:
    document, queued = arrival.document, arrival.receipt == Receipt.QUEUED
    return {
        "id": document.id,
        "source": document.source,
        "path": document.path,
        "url": document.url,
        "entry": document.entry,
        "parent_id": document.parent,
        "media_type": document.media_type,
        "raw": document.raw,
        "received_at": document.received,
        "queued_at": now if queued else None,
        "tries": 0,
        "receipt": arrival.receipt.value,
        "code": arrival.code.value if arrival.code else None,
        "reason": arrival.reason,
        "settled_at": None if queued else now,
    }


def remember(connection: Connection, seen: Sequence[SeenFile]) -> None:
    """Write down what files look like now, replacing what was remembered of them."""
    if not seen:
        return
    latest = {file.path: file for file in seen}
    forget(connection, list(latest))
    connection.execute(
        seen_files.insert(),
        [{name: getattr(file, name) for name in SeenFile.__slots__} for file in latest.values()],
    )


def forget(connection: Connection, paths: Collection[bytes]) -> None:
    """Forget files that are gone, so that dropping them again is a new document."""
    listed = list(paths)
    for i in range(0, len(listed), 500):
        connection.execute(seen_files.delete().where(seen_files.c.path.in_(listed[i : i + 500])))


def seen(connection: Connection) -> dict[bytes, SeenFile]:
    rows = connection.execute(select(seen_files))
    return {row.path: SeenFile(**row._mapping) for row in rows}


# ------------------------------------------------------------------ the queue


def claim(connection: Connection, ids: Collection[DocumentId], *, now: datetime) -> Claimed:
    """Hand out the documents that are still queued. The claim is committed before any work, so
    that a document which kills its worker can be told (three tries, then rejected).
    """
    wanted = and_(documents.c.id.in_(list(ids)), _QUEUED)
    rows = connection.execute(select(documents).where(wanted)).all()
    fresh = [row for row in rows if row.tries == 0]
    if fresh:
        connection.execute(
            update(documents)
            .where(documents.c.id.in_([row.id for row in fresh]))
            .values(tries=1, claimed_at=now)
        )
    order = {document: i for i, document in enumerate(ids)}
    fresh.sort(key=lambda row: order[row.id])
    return Claimed([document_of(row) for row in fresh], [row.id for row in rows if row.tries > 0])


def claim_alone(
    connection: Connection, document: DocumentId, *, now: datetime, tries: int
) -> Document | None:
    """Hand out one document that was lost with its worker before, or reject it after ``tries``."""
    row = connection.execute(select(documents).where(documents.c.id == document, _QUEUED)).first()
    if row is None:
        return None
    if row.tries >= tries:
        settle(
            connection,
            document,
            Receipt.REJECTED,
            now=now,
            code=Reason.KILLED_WORKER,
            reason=f"Reading it ended its worker {row.tries} times (out of time or memory). "
            "The document is kept; try again after an upgrade, or drop a smaller part of it.",
        )
        return None
    connection.execute(
        update(documents)
        .where(documents.c.id == document)
        .values(tries=row.tries + 1, claimed_at=now)
    )
    return document_of(row)


def overdue(
    connection: Connection,
    *,
    now: datetime,
    unclaimed: timedelta,
    claimed: timedelta,
    limit: int,
) -> list[DocumentId]:
    """Documents whose message must have been lost: still queued long after they were queued, or
    after a worker took them. They count as queued now, so that only one reconciler sends each.
    """
    late = or_(
        and_(documents.c.claimed_at.is_(None), documents.c.queued_at <= now - unclaimed),
        and_(
            documents.c.claimed_at <= now - claimed,
            documents.c.queued_at <= now - unclaimed,
        ),
    )
    ids = list(
        connection.scalars(
            select(documents.c.id)
            .where(_QUEUED, late)
            .order_by(documents.c.received_at, documents.c.entry)
            .limit(limit)
        )
    )
    for i in range(0, len(ids), 500):
        part = documents.c.id.in_(ids[i : i + 500])
        connection.execute(update(documents).where(part).values(queued_at=now))
    return ids


def still_queued(connection: Connection, ids: Collection[DocumentId]) -> set[DocumentId]:
    """Those of ``ids`` without a receipt; their rows are locked until the transaction ends, so that
    nobody else gives them one (a document is rejected after its tries without the head lock)."""
    wanted = select(documents.c.id).where(documents.c.id.in_(list(ids)), _QUEUED)
    return set(connection.scalars(wanted.order_by(documents.c.id).with_for_update()))


def settle_articles(
    connection: Connection,
    stored: Sequence[tuple[DocumentId, ArticleId, Judgement]],
    *,
    now: datetime,
) -> None:
    """Give the documents of stored articles their receipts, all in one statement."""
    if not stored:
        return
    statement = (
        update(documents)
        .where(documents.c.id == bindparam("of_document"))
        .values(
            {
                name: bindparam(f"new_{name}")
                for name in ("receipt", "reason", "article_id", "cluster_id", "of_id", "similarity")
            }
            | {"settled_at": now}
        )
    )
    connection.execute(
        statement,
        [
            {
                "of_document": document,
                "new_receipt": judgement.decision,
                "new_reason": judgement.why,
                "new_article_id": article,
                "new_cluster_id": judgement.cluster,
                "new_of_id": judgement.of,
                "new_similarity": judgement.similarity,
            }
            for document, article, judgement in stored
        ],
    )


def settle(
    connection: Connection,
    document: DocumentId,
    receipt: Receipt,
    *,
    now: datetime,
    code: Reason | None = None,
    reason: str | None = None,
    **links: Any,
) -> None:
    """Give a document its receipt, unless it has one."""
    connection.execute(
        update(documents)
        .where(documents.c.id == document, _QUEUED)
        .values(
            receipt=receipt.value,
            code=code.value if code else None,
            reason=reason,
            settled_at=now,
            **links,
        )
    )


# ------------------------------------------------------------------ looking


def document_of(row: Row[Any]) -> Document:
    return Document(
        id=row.id,
        source=row.source,
        raw=row.raw,
        received=row.received_at,
        path=row.path,
        url=row.url,
        entry=row.entry,
        parent=row.parent_id,
        media_type=row.media_type,
    )


def find(connection: Connection, document: DocumentId) -> Document | None:
    row = connection.execute(select(documents).where(documents.c.id == document)).first()
    return document_of(row) if row else None


def counts(connection: Connection) -> dict[Receipt, int]:
    """How many documents there are of each receipt."""
    rows = connection.execute(
        select(documents.c.receipt, func.count()).group_by(documents.c.receipt)
    )
    return {Receipt(receipt): number for receipt, number in rows}


def receipts(
    connection: Connection,
    *,
    path_glob: str | None = None,
    ids: Collection[DocumentId] | None = None,
    settled_after: datetime | None = None,
    limit: int | None = None,
) -> list[ReceiptRow]:
    """One row a document, in the order in which they came (the newest ``limit`` of them)."""
    columns = [c for c in documents.c if c.name != "raw"]
    query = select(*columns, articles.c.title).join_from(
        documents, articles, articles.c.document_id == documents.c.id, isouter=True
    )
    if path_glob is not None:
        query = query.where(named_like(path_glob))
    if ids is not None:
        query = query.where(documents.c.id.in_(list(ids)))
    if settled_after is not None:
        query = query.where(documents.c.settled_at > settled_after)
    # An unpacked file comes before its entries: NULL counts as the smallest on every database.
    entry = documents.c.entry.desc().nulls_last()
    newest = documents.c.received_at.desc(), entry, documents.c.id.desc()
    rows = connection.execute(query.order_by(*newest).limit(limit)).all()
    return [receipt_of(row) for row in reversed(rows)]


def named_like(glob: str) -> ColumnElement[bool]:
    """Whose path fits a shell pattern; or whose address, of those that were no files."""
    pattern = like(glob)
    return or_(
        documents.c.path.like(pattern, escape="\\"),
        and_(documents.c.path.is_(None), documents.c.url.like(pattern, escape="\\")),
    )


def like(glob: str) -> str:
    """A shell pattern (``*``, ``?``) as a LIKE pattern; other wildcards are taken literally."""
    escaped = glob.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return escaped.replace("*", "%").replace("?", "_")


def receipt_of(row: Row[Any]) -> ReceiptRow:
    return ReceiptRow(
        document=row.id,
        source=row.source,
        path=row.path,
        url=row.url,
        entry=row.entry,
        receipt=Receipt(row.receipt),
        code=Reason(row.code) if row.code else None,
        reason=row.reason,
        article=row.article_id,
        cluster=row.cluster_id,
        of=row.of_id,
        similarity=row.similarity,
        received=row.received_at,
        settled=row.settled_at,
        title=row.title,
    )

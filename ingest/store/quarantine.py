"""Rejected documents: looking at them, and queueing them again."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, literal, select, update

from ingest.model import DocumentId, Receipt, ReceiptRow
from ingest.store.documents import named_like, receipt_of
from ingest.store.tables import documents

_REJECTED = documents.c.receipt == Receipt.REJECTED
_KEPT = func.length(documents.c.raw) > 0
_NEVER_SENT = datetime(1970, 1, 1, tzinfo=UTC)
"""Queued this long ago, a document is overdue: the reconciler sends it when it looks next."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A rejected document, and whether its bytes were kept, so that it can be tried again."""

    receipt: ReceiptRow
    kept: bool


def listed(
    connection: Connection, *, code: str | None, path_glob: str | None, limit: int
) -> list[Rejected]:
    """Rejected documents by code, the newest of each first."""
    columns: list[ColumnElement[Any]] = [c for c in documents.c if c.name != "raw"]
    columns += [literal(None).label("title"), _KEPT.label("kept")]
    rows = connection.execute(
        select(*columns)
        .where(*_fit(code, path_glob))
        .order_by(documents.c.code, documents.c.received_at.desc(), documents.c.id)
        .limit(limit)
    )
    return [Rejected(receipt_of(row), bool(row.kept)) for row in rows]


def codes(connection: Connection, *, code: str | None, path_glob: str | None) -> dict[str, int]:
    """How many documents were rejected for each reason, the most frequent first."""
    number = func.count().label("number")
    rows = connection.execute(
        select(documents.c.code, number)
        .where(*_fit(code, path_glob))
        .group_by(documents.c.code)
        .order_by(number.desc(), documents.c.code)
    )
    return {row.code: row.number for row in rows}


def retry(
    connection: Connection,
    *,
    ids: Collection[DocumentId],
    code: str | None,
    path_glob: str | None,
) -> int:
    """Take the receipts of rejected documents back and queue them; returns how many.

    Those of which nothing was kept (too large, no file) stay rejected.
    """
    conditions = [*_fit(code, path_glob), _KEPT]
    if ids:
        conditions.append(documents.c.id.in_(list(ids)))
    done = connection.execute(
        update(documents)
        .where(*conditions)
        .values(
            receipt=Receipt.QUEUED.value,
            code=None,
            reason=None,
            settled_at=None,
            claimed_at=None,
            tries=0,
            queued_at=_NEVER_SENT,
        )
    )
    return done.rowcount


def _fit(code: str | None, path_glob: str | None) -> list[ColumnElement[Any]]:
    conditions: list[ColumnElement[Any]] = [_REJECTED]
    if code is not None:
        conditions.append(documents.c.code == code)
    if path_glob is not None:
        conditions.append(named_like(path_glob))
    return conditions

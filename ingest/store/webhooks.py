"""Webhooks: who is called, how far each of them is, and whose turn it is.

A webhook is leased like a feed: whoever holds the lease's number may write what came of its calls,
and nobody else. What takes it from its place (a replay, its removal) ends the lease.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, or_, select, update

from ingest.model import Position, Webhook
from ingest.store.database import Database
from ingest.store.tables import head, webhooks


@dataclass(frozen=True, slots=True)
class WebhookLease:
    """The right to call a webhook, and how it stood when it was taken."""

    webhook: Webhook
    number: int


class Webhooks:
    """What may be asked of the database about webhooks. Every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # -- who is called

    def add(self, new: Webhook) -> bool:
        """Call it from now on; False where one of that name is there already."""
        row = {name: getattr(new, name) for name in Webhook.__slots__}
        insert = self._database.insert_new(webhooks).values(row | {"lease": 0})
        added = insert.returning(webhooks.c.name)  # psycopg does not count what is inserted
        return self._database.transact(lambda c: c.execute(added).first()) is not None

    def all(self) -> list[Webhook]:
        """In the order in which they were added."""
        query = select(webhooks).order_by(webhooks.c.added, webhooks.c.name)
        with self._database.read() as connection:
            return [_webhook(row) for row in connection.execute(query)]

    def change(self, name: str, **values: Any) -> bool:
        """Change ``state`` or the secrets; False where there is none of that name. A call that is
        under way goes on to its end."""
        return self._write(update(webhooks).where(webhooks.c.name == name).values(values))

    def resume(self, name: str, *, now: datetime) -> bool:
        """Call it at once, as if it had never failed; False where there is none of that name."""
        return self._begin_anew(name, state="active", next_try=now)

    def replay(self, name: str, after: Position, *, now: datetime) -> bool:
        """Have it called again with all that stands after a position; False where there is none of
        that name."""
        return self._begin_anew(name, position=after, next_try=now)

    def _begin_anew(self, name: str, **values: Any) -> bool:
        """Forget its failures, and what comes of a call that is under way."""
        well = {"failures": 0, "failing_since": None, "error": None}
        ended = {"lease": webhooks.c.lease + 1, "leased_until": None}
        anew = update(webhooks).where(webhooks.c.name == name).values(values | well | ended)
        return self._write(anew)

    def remove(self, name: str) -> bool:
        return self._write(delete(webhooks).where(webhooks.c.name == name))

    # -- whose turn it is

    def is_due(self, *, now: datetime) -> bool:
        """Whether there is one to be called now."""
        with self._database.read() as connection:
            return connection.execute(_due(now).limit(1)).first() is not None

    def is_under_way(self, *, now: datetime) -> bool:
        """Whether one is being called, or is to be called now. One look at both: between two, one
        that is to be called would become one that is."""
        called = webhooks.c.leased_until > now
        query = select(webhooks.c.name).join(head, head.c.id == 1).where(or_(called, _to_call(now)))
        with self._database.read() as connection:
            return connection.execute(query.limit(1)).first() is not None

    def lease(self, *, now: datetime, until: datetime, limit: int) -> list[WebhookLease]:
        """Lease those that are to be called now, the longest waiting first."""

        def work(connection: Connection) -> list[WebhookLease]:
            waiting = _due(now).order_by(webhooks.c.next_try, webhooks.c.name).limit(limit)
            rows = connection.execute(waiting).all()
            return [_lease(row) for row in rows if _taken(connection, row, now, until)]

        return self._database.transact(work)

    def release_all(self) -> None:
        """Take back all leases: nobody who held one is there any more."""
        self._write(update(webhooks).values(lease=webhooks.c.lease + 1, leased_until=None))

    def release(self, held: WebhookLease) -> None:
        """Let others call it."""
        self._write(update(webhooks).where(_mine(held)).values(leased_until=None))

    # -- what came of a call

    def moved_on(
        self, held: WebhookLease, position: Position, *, until: datetime, delivered: datetime | None
    ) -> bool:
        """It has, or does not want, all up to ``position``: go on until ``until``. False where the
        lease was lost meanwhile, or it is to be called no more. ``delivered`` is None where nothing
        was sent."""
        values: dict[str, Any] = {"position": position, "leased_until": until}
        if delivered is not None:
            well = {"failures": 0, "failing_since": None, "error": None}
            values |= {"delivered": delivered, **well}

        def work(connection: Connection) -> bool:
            written = connection.execute(update(webhooks).where(_mine(held)).values(values))
            state = connection.scalar(select(webhooks.c.state).where(_mine(held)))
            return bool(written.rowcount) and state == "active"

        return self._database.transact(work)

    def failed(
        self,
        held: WebhookLease,
        error: str,
        *,
        failures: int,
        since: datetime,
        next_try: datetime,
        give_up: bool,
    ) -> bool:
        """A call failed, the last of ``failures`` in a row; with ``give_up`` it is called no more,
        unless the operator has paused it. False where the lease was lost meanwhile."""
        told = {"failures": failures, "failing_since": since, "error": error, "next_try": next_try}

        def work(connection: Connection) -> bool:
            written = connection.execute(update(webhooks).where(_mine(held)).values(told))
            if give_up and written.rowcount:
                active = _mine(held) & (webhooks.c.state == "active")
                connection.execute(update(webhooks).where(active).values(state="failed"))
            return bool(written.rowcount)

        return self._database.transact(work)

    def _write(self, statement: Any) -> bool:
        return bool(self._database.transact(lambda c: c.execute(statement).rowcount))


def _due(now: datetime) -> Any:
    free = or_(webhooks.c.leased_until.is_(None), webhooks.c.leased_until <= now)
    return select(webhooks).join(head, head.c.id == 1).where(_to_call(now), free)


def _to_call(now: datetime) -> ColumnElement[bool]:
    behind = head.c.position > webhooks.c.position
    return and_(behind, webhooks.c.state == "active", webhooks.c.next_try <= now)


def _taken(connection: Connection, row: Row[Any], now: datetime, until: datetime) -> bool:
    """Whether the lease is ours: another may have been quicker since the row was read. From now on
    it waits for its next turn, behind those that wait already."""
    same = (webhooks.c.name == row.name, webhooks.c.lease == row.lease)
    ours = {"lease": row.lease + 1, "leased_until": until, "next_try": now}
    return bool(connection.execute(update(webhooks).where(*same).values(ours)).rowcount)


def _lease(row: Row[Any]) -> WebhookLease:
    return WebhookLease(_webhook(row), row.lease + 1)


def _mine(held: WebhookLease) -> ColumnElement[bool]:
    # By when it was added: one of the same name that was added since is another one.
    same = (webhooks.c.name == held.webhook.name) & (webhooks.c.added == held.webhook.added)
    return same & (webhooks.c.lease == held.number)


def _webhook(row: Row[Any]) -> Webhook:
    return Webhook(**{name: getattr(row, name) for name in Webhook.__slots__})

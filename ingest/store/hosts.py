"""Hosts of others: one request at a time, and a rest after each."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from urllib.parse import urlsplit

from sqlalchemy import Connection, update

from ingest.store.database import Database
from ingest.store.tables import feed_hosts


def host_of(url: str) -> str:
    """The server that an address is of, with its port where one is named."""
    parts = urlsplit(url)
    return (parts.netloc.rpartition("@")[2] or url).lower()


def know_hosts(
    connection: Connection, database: Database, hosts: Collection[tuple[str, datetime]]
) -> None:
    rows = [{"host": host, "free_at": free} for host, free in dict(hosts).items()]
    connection.execute(database.insert_new(feed_hosts), rows)


def take_host(connection: Connection, host: str, *, now: datetime, until: datetime) -> bool:
    taken = connection.execute(
        update(feed_hosts)
        .where(feed_hosts.c.host == host, feed_hosts.c.free_at <= now)
        .values(free_at=until)
    )
    return bool(taken.rowcount)


def reserve_host(
    connection: Connection, database: Database, host: str, *, now: datetime, until: datetime
) -> bool:
    """Take a host for a request of another kind (a page), unless somebody has it."""
    know_hosts(connection, database, [(host, now)])
    return take_host(connection, host, now=now, until=until)


def free_host(connection: Connection, host: str, *, at: datetime) -> None:
    """Let others ask the host from then on."""
    connection.execute(update(feed_hosts).where(feed_hosts.c.host == host).values(free_at=at))

"""The connection to SQLite or PostgreSQL: transactions wait their turn and repeat if broken."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Insert, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError

from ingest.errors import StoreError

T = TypeVar("T")

BUSY_SECONDS = 30.0
CACHE_KIB = 32 * 1024
"""Pages of an SQLite file that a connection keeps: marks are written all over their index."""
ATTEMPTS = 6
"""How often a transaction is repeated when the database restarts or a lock cannot be had."""


class Database:
    """An engine, and the only two ways to use it: :meth:`read` and :meth:`transact`."""

    def __init__(self, url: str) -> None:
        try:
            parsed = make_url(url)
        except ArgumentError as error:
            raise StoreError(
                "The database URL cannot be read.",
                hint="It looks like sqlite:////path/file or postgresql+psycopg://user@host/name.",
            ) from error
        self.shown = parsed.render_as_string(hide_password=True)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        if self.is_sqlite:
            if parsed.database and parsed.database != ":memory:":
                Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
            self.engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS})
            _prepare_sqlite(self.engine)
        else:
            self.engine = create_engine(parsed, pool_pre_ping=True, pool_size=4)

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A read-only look at one consistent state."""
        try:
            with self.engine.connect() as connection:
                yield connection
                # Not left to the pool's rollback: after one psycopg forgets what it prepared, and
                # PostgreSQL plans every query anew.
                connection.commit()
        except OperationalError as error:
            raise self._unreachable(error) from error

    def transact(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` in one write transaction and commit it; repeat the whole of it when the
        database was busy or went away. ``work`` must therefore have no effect but on the database.
        """
        for attempt in range(1, ATTEMPTS + 1):
            try:
                with self.engine.connect() as connection:
                    writing = connection.execution_options(missionfeed_write=True)
                    with writing.begin():
                        return work(writing)
            except (OperationalError, InterfaceError) as error:
                if attempt == ATTEMPTS or not _may_pass(error):
                    raise self._unreachable(error) from error
                time.sleep(0.05 * 2**attempt)
        raise AssertionError("unreachable")

    def insert_new(self, table: Table) -> Insert:
        """An INSERT that leaves rows alone whose key is there already."""
        if self.is_sqlite:
            return sqlite.insert(table).on_conflict_do_nothing()
        return postgresql.insert(table).on_conflict_do_nothing()

    def _unreachable(self, error: DBAPIError) -> StoreError:
        return StoreError(
            f"The database {self.shown} failed: {_first_line(error)}",
            hint="Is it running and reachable, and is there space on its disk?",
        )


def _may_pass(error: DBAPIError) -> bool:
    """Whether doing it again may help: a lock, a deadlock, a lost connection, a server starting."""
    text = str(error.orig).lower()
    return error.connection_invalidated or any(
        sign in text
        for sign in (
            "locked",
            "busy",
            "deadlock",
            "serializ",
            "connection",
            "starting up",
            "closed",
        )
    )


def _first_line(error: DBAPIError) -> str:
    text = str(error.orig or error).strip()
    return text.splitlines()[0] if text else type(error).__name__


def _prepare_sqlite(engine: Engine) -> None:
    """WAL, full durability, and transactions that take the write lock when they begin.

    The driver's own transaction control is switched off, as SQLAlchemy's documentation of the
    SQLite dialect describes, so that BEGIN IMMEDIATE is ours to send.
    """

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute(f"PRAGMA cache_size={-CACHE_KIB}")
        cursor.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("missionfeed_write")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")

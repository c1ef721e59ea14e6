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
from ingest.store.likeness_statements import PREPARED

T = TypeVar("T")

BUSY_SECONDS = 30.0
CACHE_KIB = 32 * 1024
"""Pages of an SQLite file that a connection keeps: marks are written all over their index."""
ATTEMPTS = 6
"""How often a transaction is repeated when the database restarts or a lock cannot be had."""

_PLAN_ONCE = """SELECT set_config('plan_cache_mode', 'force_generic_plan', {local}),
    set_config('enable_seqscan', 'off', {local})"""
"""Look-ups are planned once, since that takes longer than answering them; and by the indexes, since
the plan is kept while the tables grow."""


class Database:
    """The only three ways to use it: :meth:`read`, :meth:`look_up` and :meth:`transact`."""

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
            self._for_look_ups = self.engine
        else:
            self.engine = create_engine(parsed, pool_pre_ping=True, pool_size=4)
            self._for_look_ups = create_engine(
                parsed,
                pool_size=4,
                pool_reset_on_return=None,
                isolation_level="AUTOCOMMIT",
            )
            _prepare_look_ups(self._for_look_ups)
        driver = self.engine.dialect.loaded_dbapi
        self._driver_error = driver.Error
        self._passing = OperationalError, InterfaceError, driver.OperationalError

    def close(self) -> None:
        self.engine.dispose()
        self._for_look_ups.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A read-only look at one consistent state."""
        try:
            with self.engine.connect() as connection:
                yield connection
                # Not left to the pool's rollback: after one psycopg forgets what it prepared, and
                # PostgreSQL plans anew what is asked under the lock.
                connection.commit()
        except OperationalError as error:
            raise self._unreachable(error) from error

    def look_up(self, work: Callable[[Connection], T]) -> T:
        """Run ``work``, which reads without a transaction: each statement sees what is committed
        when it begins, and on PostgreSQL nothing but these statements is sent. So a connection that
        was lost since the last time shows when the first one fails; then ``work`` runs again."""

        def once() -> T:
            with self._for_look_ups.connect() as connection:
                try:
                    return work(connection)
                except self._driver_error:  # which SQLAlchemy has not seen
                    connection.invalidate()
                    raise

        return self._until_done(once)

    def transact(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` in one write transaction and commit it; repeat the whole of it when the
        database was busy or went away. ``work`` must therefore have no effect but on the database.
        """

        def once() -> T:
            with self.engine.connect() as connection:
                writing = connection.execution_options(missionfeed_write=True)
                with writing.begin():
                    return work(writing)

        return self._until_done(once)

    def plan_once(self, connection: Connection) -> None:
        """Have what follows in this transaction planned as in :meth:`look_up`."""
        if not self.is_sqlite:
            connection.exec_driver_sql(_PLAN_ONCE.format(local=True))

    def insert_new(self, table: Table) -> Insert:
        """An INSERT that leaves rows alone whose key is there already."""
        if self.is_sqlite:
            return sqlite.insert(table).on_conflict_do_nothing()
        return postgresql.insert(table).on_conflict_do_nothing()

    def _until_done(self, once: Callable[[], T]) -> T:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return once()
            except self._passing as error:
                if attempt == ATTEMPTS or not _may_pass(error):
                    raise self._unreachable(error) from error
                time.sleep(0.05 * 2**attempt)
        raise AssertionError("unreachable")

    def _unreachable(self, error: Exception) -> StoreError:
        return StoreError(
            f"The database {self.shown} failed: {_first_line(error)}",
            hint="Is it running and reachable, may it be written, is there space on its disk?",
        )


def _may_pass(error: Exception) -> bool:
    """Whether doing it again may help: a lock, a deadlock, a lost connection, a server starting."""
    text = str(_cause(error)).lower()
    return (isinstance(error, DBAPIError) and error.connection_invalidated) or any(
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


def _first_line(error: Exception) -> str:
    text = str(_cause(error)).strip()
    return text.splitlines()[0] if text else type(error).__name__


def _cause(error: Exception) -> BaseException:
    """What the driver raised."""
    return (isinstance(error, DBAPIError) and error.orig) or error


def _prepare_look_ups(engine: Engine) -> None:
    from ingest.store.prepared import Prepared  # psycopg is not loaded where it is not used

    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, record: Any) -> None:
        connection.execute(_PLAN_ONCE.format(local=False))
        connection.commit()
        record.info[PREPARED] = Prepared(connection)


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

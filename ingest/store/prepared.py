"""Asking PostgreSQL by prepared statements through psycopg's wrapper of libpq (``psycopg.pq``).

This is what a cursor's ``execute`` and ``fetchall`` come to when the same statement is asked again
and again without a transaction. All else that a cursor does takes a third of a look-up's time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from psycopg import Connection, OperationalError
from psycopg.adapt import Transformer
from psycopg.errors import error_from_result
from psycopg.pq import ConnStatus, ExecStatus, Format
from psycopg.pq.abc import PGresult


class Prepared:
    """The statements of one connection, which is in autocommit mode and one thread's at a time."""

    def __init__(self, connection: Connection[Any]) -> None:
        self._connection = connection
        self._names: dict[str, bytes] = {}
        self._readers: dict[str, Any] = {}

    def rows(self, text: str, values: Sequence[int | str]) -> list[tuple[Any, ...]]:
        """What ``text`` answers to ``values``, which stand in it as ``$1``, ``$2`` ... Raises
        psycopg's errors."""
        pgconn = self._connection.pgconn
        name = self._names.get(text)
        if name is None:
            name = f"look_up_{len(self._names)}".encode()
            self._checked(pgconn.prepare(name, text.encode()))
            self._names[text] = name
        given = [str(value).encode() for value in values]
        result = self._checked(pgconn.exec_prepared(name, given, result_format=Format.BINARY))
        reader = self._readers.get(text)
        if reader is None:
            reader = self._readers[text] = Transformer(self._connection)
            reader.set_pgresult(result, format=Format.BINARY)
        else:  # the columns are what they were, and so is how they are read
            reader.set_pgresult(result, set_loaders=False)
        return reader.load_rows(0, result.ntuples, tuple)

    def _checked(self, result: PGresult) -> PGresult:
        if result.status in _DONE:
            return result
        if self._connection.pgconn.status == ConnStatus.BAD:
            raise OperationalError(f"the connection is lost: {result.get_error_message()}")
        raise error_from_result(result)


_DONE = (ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK)

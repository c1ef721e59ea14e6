"""Asking PostgreSQL by statements that were prepared, with nothing between us and the protocol.

This is what ``Cursor.execute`` and ``fetchall`` of psycopg come to when the same statement is asked
again and again without a transaction. All else that a cursor does takes a tenth of a look-up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from psycopg import Connection
from psycopg.adapt import Transformer
from psycopg.errors import error_from_result
from psycopg.generators import execute
from psycopg.pq import ExecStatus, Format
from psycopg.pq.abc import PGresult


class Prepared:
    """The statements of one connection, which is in autocommit mode and one thread's at a time."""

    def __init__(self, connection: Connection[Any]) -> None:
        self._connection = connection
        self._names: dict[str, bytes] = {}
        self._readers: dict[str, Any] = {}

    def rows(self, text: str, values: Sequence[int | str]) -> list[tuple[Any, ...]]:
        """What ``text`` answers to ``values``, which stand in it as ``$1``, ``$2`` ..."""
        pgconn = self._connection.pgconn
        name = self._names.get(text)
        if name is None:
            name = f"look_up_{len(self._names)}".encode()
            self._done(pgconn.send_prepare, name, text.encode())
            self._names[text] = name
        given = [str(value).encode() for value in values]
        result = self._done(pgconn.send_query_prepared, name, given, None, Format.BINARY)
        reader = self._readers.get(text)
        if reader is None:
            reader = self._readers[text] = Transformer(self._connection)
            reader.set_pgresult(result, format=Format.BINARY)
        else:  # the columns are what they were, and so is how they are read
            reader.set_pgresult(result, set_loaders=False)
        return reader.load_rows(0, result.ntuples, tuple)

    def _done(self, send: Callable[..., None], *arguments: Any) -> PGresult:
        send(*arguments)
        result: PGresult = self._connection.wait(execute(self._connection.pgconn))[-1]
        if result.status not in _DONE:
            raise error_from_result(result)
        return result


_DONE = {ExecStatus.COMMAND_OK, ExecStatus.TUPLES_OK}

"""The statements of :mod:`ingest.store.likeness`, made once, since that takes a while.

Each takes many values as one parameter, a JSON array (:func:`many`). Of what is stored beside a
value only the newest counts, so that a text that everybody prints, or a page with thousands of
revisions, costs no more than any other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Dialect,
    FromClause,
    Insert,
    Select,
    Table,
    TableValuedAlias,
    Text,
    TypeDecorator,
    bindparam,
    cast,
    column,
    func,
    make_url,
    null,
    select,
    true,
    union_all,
)
from sqlalchemy.dialects import postgresql, sqlite

from ingest.store.tables import articles, head, marks, paragraphs

PREPARED = "prepared"
"""Where connections for look-ups alone have their :class:`~ingest.store.prepared.Prepared`."""
KEYS = ("digest", "guid_key", "url_key", "text_hash")
"""The columns of ``articles`` by which the same page or the same text is found."""
_psycopg: Callable[..., Dialect] = make_url("postgresql+psycopg://").get_dialect()
_DIALECTS: dict[str, Dialect] = {
    "sqlite": sqlite.dialect(paramstyle="named"),
    "postgresql": _psycopg(paramstyle="numeric_dollar"),
}


@dataclass(frozen=True, slots=True)
class Query:
    """A query in the driver's own terms, since to ask through SQLAlchemy takes longer than most of
    the answers. So what is raised are the driver's errors: :class:`Database` knows them."""

    text: str
    places: tuple[str, ...] | None
    """The names of the parameters in order, where they stand as ``$1``, ``$2`` ...: so psycopg need
    not look for them in the text, nor rewrite it, each time. SQLite finds them by name itself."""
    constants: Mapping[str, Any]
    readers: tuple[tuple[int, Callable[[Any], Any]], ...]
    """Of the columns, by place, that the driver does not return as they are to be read."""

    def rows(self, connection: Connection, **values: Any) -> list[tuple[Any, ...]]:
        driver: Any = connection.connection.driver_connection
        values = {**self.constants, **values}
        rows: list[tuple[Any, ...]]
        if self.places is None:
            rows = driver.execute(self.text, values).fetchall()
        else:
            given = [values[name] for name in self.places]
            prepared = connection.info.get(PREPARED)
            if prepared:
                rows = prepared.rows(self.text, given)
            else:
                cursor: Any = connection.dialect.loaded_dbapi.RawCursor(driver)
                rows = cursor.execute(self.text, given, binary=True).fetchall()
        for at, read in self.readers:
            rows = [(*row[:at], read(row[at]), *row[at + 1 :]) for row in rows]
        return rows


def _query(name: str, query: Select[Any]) -> Query:
    dialect = _DIALECTS[name]
    compiled = query.compile(dialect=dialect)
    readers = [
        (at, column.type.dialect_impl(dialect).result_processor(dialect, None))
        for at, column in enumerate(query.selected_columns)
    ]
    return Query(
        text=str(compiled),
        places=tuple(compiled.positiontup) if compiled.positiontup else None,
        constants={name: value for name, value in compiled.params.items() if value is not None},
        readers=tuple((at, read) for at, read in readers if read),
    )


@lru_cache
def sharing_query(dialect: str) -> Query:
    """The articles that share a mark or a key. A row for each mark and key: the number of the
    newest article stored, the mark (nothing where it is a key), and the numbers of its articles.

    In one statement, since each costs as much to send as to answer; and since one statement sees
    one state of the database, whatever it does not see has a number above that newest one.
    """
    asked, numbers = _newest(dialect, marks.c.hash, marks.c.article_number, "per_mark")
    rows = [select(cast(asked.c.value, BigInteger).label("mark"), numbers.label("numbers"))]
    for name in KEYS:
        asked, numbers = _newest(dialect, articles.c[name], articles.c.number, "per_key")
        rows.append(select(cast(null(), BigInteger), numbers).select_from(asked))
    shared = union_all(*rows).subquery("shared")
    return _query(
        dialect,
        select(head.c.articles, shared.c.mark, shared.c.numbers)
        .join_from(head, shared, true())
        .where(head.c.id == 1),
    )


@lru_cache
def load_query(dialect: str) -> Query:
    """Of the articles ``:numbers``, number, id, cluster, arrival, digest, body, and paragraphs (as
    JSON); and those of the paragraphs that stand in more clusters than ``:others``."""
    a = articles.c
    each = _elements(dialect, a.paragraphs)
    value = cast(each.c.value, BigInteger)
    common = select(value).where(_stands_in_enough(each, value)).correlate(articles)
    asked = _values(dialect, "numbers")
    found = (
        select(a.number, a.id, a.cluster_id, a.received_at, a.digest, a.body, a.paragraphs)
        .add_columns(_listed(dialect, common, articles))
        .join_from(asked, articles, a.number == cast(asked.c.value, BigInteger))
    )
    return _query(dialect, found)


@lru_cache
def boilerplate_query(dialect: str) -> Query:
    """Those of ``:hashes`` that stand in more clusters than ``:others``."""
    asked = _values(dialect, "hashes")
    value = cast(asked.c.value, BigInteger)
    return _query(dialect, select(value).where(_stands_in_enough(asked, value)))


def _stands_in_enough(given: FromClause, value: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether the paragraph ``value``, of ``given``, stands in more clusters than ``:others``."""
    enough = (
        select(paragraphs.c.hash)
        .where(paragraphs.c.hash == value)
        .limit(1)
        .offset(bindparam("others", type_=BigInteger()))
        .correlate(given)
    )
    return enough.scalar_subquery().is_not(None)


def _newest(
    dialect: str, key: Column[Any], number: Column[int], most: str
) -> tuple[TableValuedAlias, ColumnElement[Any]]:
    """The values named like the column ``key``; and for each the numbers above ``:after`` that
    stand beside it, as a list: the newest, as many as the parameter ``most`` says. Both databases
    walk the index from its end, so a value that stands everywhere costs no more than any other."""
    asked = _values(dialect, key.name)
    held = key.table.alias("held")
    numbers = (
        select(held.c[number.name].label("number"))
        .where(
            held.c[key.name] == cast(asked.c.value, key.type),
            held.c[number.name] > bindparam("after", type_=BigInteger()),
        )
        .order_by(held.c[number.name].desc())
        .limit(bindparam(most, type_=BigInteger()))
        .correlate(asked)
    )
    return asked, _listed(dialect, numbers, asked)


def _listed(dialect: str, numbers: Select[Any], *given: FromClause) -> ColumnElement[Any]:
    """The rows of ``numbers``, which may speak of ``given``, as a list in one column."""
    if dialect == "sqlite":
        (each,) = numbers.subquery().c
        listed = select(func.json_group_array(each, type_=_Numbers)).correlate(*given)
        return listed.scalar_subquery()
    return func.array(numbers.scalar_subquery())


def _values(dialect: str, name: str) -> TableValuedAlias:
    """The parameter ``name`` as a table with one column, ``value``: see :func:`many`."""
    return _elements(dialect, bindparam(name, type_=Text()))


def _elements(dialect: str, array: ColumnElement[Any]) -> TableValuedAlias:
    """What a JSON array holds, as a table with one column, ``value``."""
    if dialect == "sqlite":
        return func.json_each(array).table_valued("value", name="asked")
    each = func.json_array_elements_text(cast(array, postgresql.JSON))
    return each.table_valued(column("value", Text), name="asked").render_derived()


def many(values: Collection[Any]) -> str:
    """Many values as one parameter, which costs a driver less than a list of them."""
    return msgspec.json.encode(values).decode()


class _Numbers(TypeDecorator[list[int]]):
    """A list of them, as JSON."""

    impl = Text
    cache_ok = True

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> list[int]:
        return _numbers.decode(value or "[]")


_numbers = msgspec.json.Decoder(list[int])


@lru_cache
def insert_statement(dialect: str, table: Table) -> Insert:
    """A row for every one of ``:hashes`` with ``:owner``, where it is not there yet."""
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    hash_column, owner_column = table.c
    each = cast(_values(dialect, "hashes").c.value, BigInteger)
    rows = select(each, bindparam("owner", type_=owner_column.type)).where(true())
    return make(table).from_select([hash_column, owner_column], rows).on_conflict_do_nothing()

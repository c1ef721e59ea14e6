"""The statements of :mod:`ingest.store.likeness`, made once, since that takes a while.

Each takes many values as one parameter (:func:`many`): a JSON array on SQLite, an array on
PostgreSQL. Of what is stored beside a value only the newest counts, so that a text that everybody
prints, or a page with thousands of revisions, costs no more than any other.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    CompoundSelect,
    Insert,
    Select,
    Table,
    TableValuedAlias,
    and_,
    bindparam,
    cast,
    column,
    func,
    null,
    select,
    true,
    union_all,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeEngine

from ingest.store.tables import articles, marks, paragraphs

KEYS = ("digest", "guid_key", "url_key", "text_hash")
"""The columns of ``articles`` by which the same page or the same text is found."""


@lru_cache
def sharing_query(dialect: str) -> CompoundSelect[Any]:
    """The articles that share a mark or a key: mark and number, without a mark where it is a key.
    In one statement, since each costs as much to send as to answer."""
    by_mark = _newest(dialect, marks.c.hash, marks.c.article_number, "other_marks")
    by_key = [_newest(dialect, articles.c[name], articles.c.number, "other_keys") for name in KEYS]
    no_mark = cast(null(), BigInteger).label("hash")
    numbers = (query.with_only_columns(no_mark, articles.c.number) for query in by_key)
    return union_all(by_mark, *numbers)


@lru_cache
def load_query(dialect: str) -> Select[Any]:
    asked = _values(dialect, BigInteger(), "numbers")
    a = articles.c
    return select(a.id, a.number, a.cluster_id, a.received_at, a.digest, a.body).join_from(
        asked, articles, a.number == asked.c.value
    )


@lru_cache
def boilerplate_query(dialect: str) -> Select[Any]:
    asked = _values(dialect, BigInteger(), "hashes")
    enough = (
        select(paragraphs.c.hash)
        .where(paragraphs.c.hash == asked.c.value)
        .limit(1)
        .offset(bindparam("others", type_=BigInteger()))
        .correlate(asked)
        .scalar_subquery()
    )
    return select(asked.c.value).where(enough.is_not(None))


def _newest(dialect: str, key: Column[Any], number: Column[int], others: str) -> Select[Any]:
    """The numbers above ``:after`` that stand beside each of the values named like the column, the
    newest of each, besides as many as the parameter ``others`` says. Both databases walk the index
    from its end, so a value that stands everywhere costs no more than any other."""
    after = bindparam("after", type_=BigInteger())
    asked = _values(dialect, key.type, key.name)
    held = key.table.alias("held")
    last = (
        select(held.c[number.name])
        .where(held.c[key.name] == asked.c.value, held.c[number.name] > after)
        .order_by(held.c[number.name].desc())
        .limit(1)
        .offset(bindparam(others, type_=BigInteger()))
        .correlate(asked)
        .scalar_subquery()
    )
    # One bound, or SQLite would look for the second one beside every row that the first lets in.
    greatest = func.max if dialect == "sqlite" else func.greatest
    from_here = greatest(func.coalesce(last, 0), after + 1)
    return select(key, number).join_from(
        asked, key.table, and_(key == asked.c.value, number >= from_here)
    )


def _values(dialect: str, kind: TypeEngine[Any], name: str) -> TableValuedAlias:
    """The parameter ``name`` as a table with one column, ``value``: see :func:`many`."""
    one = column("value", kind)
    if dialect == "sqlite":
        return func.json_each(bindparam(name)).table_valued(one, name="asked")
    array = cast(bindparam(name), postgresql.ARRAY(kind))
    return func.unnest(array).table_valued(one, name="asked").render_derived()


def many(dialect: str, values: Collection[Any]) -> Any:
    """Many values as one parameter: JSON on SQLite, an array on PostgreSQL."""
    return json.dumps(list(values)) if dialect == "sqlite" else list(values)


@lru_cache
def insert_statement(dialect: str, table: Table) -> Insert:
    """A row for every one of ``:hashes`` with ``:owner``, where it is not there yet."""
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    hash_column, owner_column = table.c
    each = _values(dialect, BigInteger(), "hashes")
    rows = select(each.c.value, bindparam("owner", type_=owner_column.type)).where(true())
    return make(table).from_select([hash_column, owner_column], rows).on_conflict_do_nothing()

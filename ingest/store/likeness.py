"""Finding the stored articles that may be like new ones, for a whole batch at a time.

An article is found by its keys (bytes, GUID, address, text), which are columns of ``articles``, or
by the marks that it shares with another text, which stand in a table of their own. The number of
rows read is bounded whatever is stored: of each key and each mark only the newest articles count.
"""

from __future__ import annotations

import json
import struct
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import (
    BigInteger,
    Column,
    CompoundSelect,
    Connection,
    Insert,
    Select,
    Table,
    TableValuedAlias,
    and_,
    bindparam,
    cast,
    column,
    delete,
    func,
    select,
    true,
    union_all,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeEngine

from ingest.core.fingerprint import Fingerprint, fingerprint, paragraph_hashes
from ingest.core.judge import Subject, Thresholds, keys, likeliest
from ingest.model import Article, ArticleId, Judgement
from ingest.store.tables import articles, fingerprints, marks, paragraphs

_KEYS = ("digest", "guid_key", "url_key", "text_hash")
_PER_KEY = 4
"""The newest articles that are looked at for one key."""
_article = msgspec.json.Decoder(Article)


def look_up(
    connection: Connection, subjects: Sequence[Subject], *, after: int, thresholds: Thresholds
) -> dict[ArticleId, list[Subject]]:
    """For each subject the stored articles worth comparing, of those with a number above ``after``.

    Four queries, however many subjects there are: marks, keys, articles, boilerplate.
    """
    if not subjects:
        return {}
    by_mark = _sharing_marks(connection, subjects, after, thresholds)
    wanted = _sharing_keys(connection, subjects, after).union(*by_mark.values())
    stored = _load(connection, wanted, thresholds)
    by_key: dict[tuple[str, str | int], set[int]] = defaultdict(set)
    for number, one in stored.items():
        for key in keys(one):
            by_key[key].add(number)
    found = {}
    for subject in subjects:
        numbers = by_mark[subject.id].union(*(by_key.get(key, ()) for key in keys(subject)))
        candidates = (stored[number] for number in sorted(numbers) if number in stored)
        found[subject.id] = [one for one in candidates if one.id != subject.id]
    return found


def boilerplate(connection: Connection, hashes: Collection[int], minimum: int) -> frozenset[int]:
    """Those of ``hashes`` that stand in ``minimum`` clusters or more."""
    if not hashes:
        return frozenset()
    dialect = connection.dialect.name
    rows = connection.execute(
        _boilerplate_query(dialect), {"hashes": _many(dialect, hashes), "others": minimum - 1}
    )
    return frozenset(rows.scalars())


def remember(connection: Connection, judged: Sequence[tuple[Subject, Judgement]]) -> None:
    """Make articles findable. Each subject has its number, and the cluster that it was judged into.

    Their keys are columns of ``articles``, which whoever stores the article writes.
    """
    if not judged:
        return
    subjects = [subject for subject, _ in judged]
    connection.execute(
        fingerprints.insert(),
        [
            {
                "article_number": subject.number,
                "received_at": subject.received,
                "cluster_id": subject.cluster,
                "marks": _pack(subject.fingerprint.marks),
                "paragraphs": _pack(sorted(set(subject.fingerprint.paragraph_hashes))),
            }
            for subject in subjects
        ],
    )
    _insert(connection, marks, [(s.number, s.fingerprint.marks) for s in subjects])
    _insert(connection, paragraphs, [(s.cluster, s.fingerprint.paragraph_hashes) for s in subjects])


def prune(connection: Connection, before: datetime, limit: int) -> int:
    """Forget the marks and paragraphs of up to ``limit`` of the oldest articles, if they arrived
    before ``before``; returns how many were forgotten. The articles stay, and so do their keys."""
    oldest = connection.execute(
        select(fingerprints).order_by(fingerprints.c.article_number).limit(limit)
    ).all()
    old = [row for row in oldest if row.received_at < before]
    if not old:
        return 0
    connection.execute(
        delete(marks).where(
            marks.c.hash == bindparam("of"), marks.c.article_number == bindparam("number")
        ),
        [{"of": mark, "number": row.article_number} for row in old for mark in _unpack(row.marks)],
    )
    connection.execute(
        delete(paragraphs).where(
            paragraphs.c.hash == bindparam("of"), paragraphs.c.cluster_id == bindparam("cluster")
        ),
        [
            {"of": value, "cluster": row.cluster_id}
            for row in old
            for value in _unpack(row.paragraphs)
        ],
    )
    connection.execute(
        delete(fingerprints).where(fingerprints.c.article_number == bindparam("number")),
        [{"number": row.article_number} for row in old],
    )
    return len(old)


# ------------------------------------------------------------------ by mark and by key


def _sharing_marks(
    connection: Connection, subjects: Sequence[Subject], after: int, thresholds: Thresholds
) -> dict[ArticleId, set[int]]:
    """Per subject, the numbers of the articles that share the most marks with it."""
    dialect = connection.dialect.name
    wanted = {mark for subject in subjects for mark in subject.fingerprint.marks}
    values = {"hash": _many(dialect, wanted), "after": after, "others": thresholds.postings - 1}
    holders: dict[int, list[int]] = defaultdict(list)
    for mark, number in connection.execute(_marks_query(dialect), values):
        holders[mark].append(number)
    return {
        subject.id: set(likeliest(subject.fingerprint.marks, holders, thresholds))
        for subject in subjects
    }


def _sharing_keys(connection: Connection, subjects: Sequence[Subject], after: int) -> set[int]:
    """The newest articles with the same bytes, GUID, address or text as any, by number."""
    dialect = connection.dialect.name
    wanted: dict[str, set[str | int]] = {name: set() for name in _KEYS}
    for subject in subjects:
        for name, value in keys(subject):
            wanted[name].add(value)
    values = {name: _many(dialect, asked) for name, asked in wanted.items()}
    query = _keys_query(dialect)
    rows = connection.execute(query, {**values, "after": after, "others": _PER_KEY - 1})
    return set(rows.scalars())


def _load(
    connection: Connection, numbers: Collection[int], thresholds: Thresholds
) -> dict[int, Subject]:
    """Stored articles as subjects, by number. Their fingerprints are made again from the text, so
    that what is boilerplate by now is left out of both sides of a comparison."""
    if not numbers:
        return {}
    dialect = connection.dialect.name
    rows = connection.execute(_load_query(dialect), {"numbers": _many(dialect, numbers)}).all()
    common = boilerplate(
        connection,
        {value for row in rows for value in _read(row.body)[1]},
        thresholds.boilerplate_clusters,
    )
    return {
        row.number: Subject(
            id=row.id,
            cluster=row.cluster_id,
            number=row.number,
            received=row.received_at,
            digest=row.digest,
            fingerprint=_fingerprint(row.body, common.intersection(_read(row.body)[1])),
        )
        for row in rows
    }


@lru_cache(maxsize=256)
def _read(body: str) -> tuple[Article, tuple[int, ...]]:
    """A stored article, and the hashes of its paragraphs."""
    article = _article.decode(body)
    return article, paragraph_hashes(article)


@lru_cache(maxsize=256)
def _fingerprint(body: str, common: frozenset[int]) -> Fingerprint:
    """What everybody prints is compared with again and again."""
    return fingerprint(_read(body)[0], boilerplate=common)


# ------------------------------------------------------------------ statements, made once


@lru_cache
def _marks_query(dialect: str) -> Select[Any]:
    return _newest(dialect, marks.c.hash, marks.c.article_number)


@lru_cache
def _keys_query(dialect: str) -> CompoundSelect[Any]:
    queries = [_newest(dialect, articles.c[name], articles.c.number) for name in _KEYS]
    return union_all(*(query.with_only_columns(articles.c.number) for query in queries))


@lru_cache
def _load_query(dialect: str) -> Select[Any]:
    asked = _values(dialect, BigInteger(), "numbers")
    a = articles.c
    return select(a.id, a.number, a.cluster_id, a.received_at, a.digest, a.body).join_from(
        asked, articles, a.number == asked.c.value
    )


@lru_cache
def _boilerplate_query(dialect: str) -> Select[Any]:
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


def _newest(dialect: str, key: Column[Any], number: Column[int]) -> Select[Any]:
    """The numbers above ``:after`` that stand beside each of the values named like the column, the
    newest of each, besides ``:others``. Both databases walk the index from its end, so a value that
    stands everywhere costs no more than any other."""
    after = bindparam("after", type_=BigInteger())
    asked = _values(dialect, key.type, key.name)
    held = key.table.alias("held")
    last = (
        select(held.c[number.name])
        .where(held.c[key.name] == asked.c.value, held.c[number.name] > after)
        .order_by(held.c[number.name].desc())
        .limit(1)
        .offset(bindparam("others", type_=BigInteger()))
        .correlate(asked)
        .scalar_subquery()
    )
    newest = number >= func.coalesce(last, 0)
    return select(key, number).join_from(
        asked, key.table, and_(key == asked.c.value, number > after, newest)
    )


def _values(dialect: str, kind: TypeEngine[Any], name: str) -> TableValuedAlias:
    """The parameter ``name`` as a table with one column, ``value``: see :func:`_many`."""
    one = column("value", kind)
    if dialect == "sqlite":
        return func.json_each(bindparam(name)).table_valued(one, name="asked")
    array = cast(bindparam(name), postgresql.ARRAY(kind))
    return func.unnest(array).table_valued(one, name="asked").render_derived()


def _many(dialect: str, values: Collection[Any]) -> Any:
    """Many values as one parameter: JSON on SQLite, an array on PostgreSQL."""
    return json.dumps(list(values)) if dialect == "sqlite" else list(values)


@lru_cache
def _insert_statement(dialect: str, table: Table) -> Insert:
    """A row for every one of ``:hashes`` with ``:owner``, where it is not there yet."""
    make = sqlite.insert if dialect == "sqlite" else postgresql.insert
    hash_column, owner_column = table.c
    each = _values(dialect, BigInteger(), "hashes")
    rows = select(each.c.value, bindparam("owner", type_=owner_column.type)).where(true())
    return make(table).from_select([hash_column, owner_column], rows).on_conflict_do_nothing()


def _insert(
    connection: Connection, table: Table, hashes_of: Iterable[tuple[Any, Sequence[int]]]
) -> None:
    """Insert the hashes of each owner."""
    dialect = connection.dialect.name
    rows = [
        {"owner": owner, "hashes": _many(dialect, hashes)} for owner, hashes in hashes_of if hashes
    ]
    if rows:
        connection.execute(_insert_statement(dialect, table), rows)


def _pack(hashes: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(hashes)}q", *hashes)


def _unpack(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // 8}q", packed)

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
from typing import Any, TypeVar

import msgspec
from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    TableValuedAlias,
    and_,
    bindparam,
    cast,
    column,
    delete,
    func,
    literal,
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

_PER_KEY = 4
"""The newest articles that are looked at for one key."""
_article = msgspec.json.Decoder(Article)
V = TypeVar("V", int, str)


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
    asked = _values(connection, BigInteger(), sorted(hashes))
    last = (
        select(paragraphs.c.hash)
        .where(paragraphs.c.hash == asked.c.value)
        .limit(1)
        .offset(minimum - 1)
        .correlate(asked)
        .scalar_subquery()
    )
    rows = connection.execute(select(asked.c.value).where(last.is_not(None)))
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
    wanted = {mark for subject in subjects for mark in subject.fingerprint.marks}
    holders: dict[int, list[int]] = defaultdict(list)
    query = _newest(
        connection, marks.c.hash, marks.c.article_number, wanted, after, thresholds.postings
    )
    for mark, number in connection.execute(query):
        holders[mark].append(number)
    return {
        subject.id: set(likeliest(subject.fingerprint.marks, holders, thresholds))
        for subject in subjects
    }


def _sharing_keys(connection: Connection, subjects: Sequence[Subject], after: int) -> set[int]:
    """The newest articles with the same bytes, GUID, address or text as any, by number."""
    wanted: dict[str, set[str | int]] = defaultdict(set)
    for subject in subjects:
        for name, value in keys(subject):
            wanted[name].add(value)
    queries = [
        _newest(connection, articles.c[name], articles.c.number, values, after, _PER_KEY)
        for name, values in sorted(wanted.items())
    ]
    numbers = [query.with_only_columns(query.selected_columns.number) for query in queries]
    return set(connection.execute(union_all(*numbers)).scalars())


def _newest(
    connection: Connection,
    key: Column[V],
    number: Column[int],
    values: Collection[V],
    after: int,
    limit: int,
) -> Select[V, int]:
    """The numbers above ``after`` that stand beside each of ``values``, the newest ``limit`` of
    each. Both databases walk the index from its end, so a value that stands everywhere costs no
    more than any other."""
    asked = _values(connection, key.type, values)
    held = key.table.alias("held")
    last = (
        select(held.c[number.name])
        .where(held.c[key.name] == asked.c.value, held.c[number.name] > after)
        .order_by(held.c[number.name].desc())
        .limit(1)
        .offset(limit - 1)
        .correlate(asked)
        .scalar_subquery()
    )
    return select(key, number).join_from(
        asked,
        key.table,
        and_(key == asked.c.value, number > after, number >= func.coalesce(last, 0)),
    )


def _load(
    connection: Connection, numbers: Collection[int], thresholds: Thresholds
) -> dict[int, Subject]:
    """Stored articles as subjects, by number. Their fingerprints are made again from the text, so
    that what is boilerplate by now is left out of both sides of a comparison."""
    if not numbers:
        return {}
    asked = _values(connection, BigInteger(), numbers)
    a = articles.c
    rows = connection.execute(
        select(a.id, a.number, a.cluster_id, a.received_at, a.digest, a.body).join_from(
            asked, articles, a.number == asked.c.value
        )
    ).all()
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


# ------------------------------------------------------------------ many values at once


def _values(connection: Connection, kind: TypeEngine[V], values: Collection[V]) -> TableValuedAlias:
    """``values`` as a table with one column, ``value``: one parameter, however many there are."""
    return _elements(connection, kind, literal(_array(connection, values)))


def _elements(
    connection: Connection, kind: TypeEngine[V], array: ColumnElement[Any]
) -> TableValuedAlias:
    one = column("value", kind)
    if connection.dialect.name == "sqlite":
        return func.json_each(array).table_valued(one, name="asked")
    unnested = func.unnest(cast(array, postgresql.ARRAY(kind)))
    return unnested.table_valued(one, name="asked").render_derived()


def _array(connection: Connection, values: Collection[Any]) -> Any:
    """Many values as one parameter: JSON on SQLite, an array on PostgreSQL."""
    return json.dumps(list(values)) if connection.dialect.name == "sqlite" else list(values)


def _insert(
    connection: Connection, table: Table, hashes_of: Iterable[tuple[Any, Sequence[int]]]
) -> None:
    """Insert, for each owner, a row for every hash, where it is not there yet."""
    rows = [
        {"owner": owner, "hashes": _array(connection, hashes)}
        for owner, hashes in hashes_of
        if hashes
    ]
    if not rows:
        return
    make = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    hash_column, owner_column = table.c
    each = _elements(connection, BigInteger(), bindparam("hashes"))
    chosen = select(each.c.value, bindparam("owner", type_=owner_column.type)).where(true())
    connection.execute(
        make(table).from_select([hash_column, owner_column], chosen).on_conflict_do_nothing(), rows
    )


def _pack(hashes: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(hashes)}q", *hashes)


def _unpack(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // 8}q", packed)

"""Finding the stored articles that may be like new ones, for a whole batch at a time.

An article is found by its keys (bytes, GUID, address, text), which are columns of ``articles``, or
by the marks that it shares with another text, which stand in a table of their own. The number of
rows read is bounded whatever is stored: of each key and each mark only the newest articles count.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, and_, bindparam, delete, select, update

from ingest.core.fingerprint import Fingerprint, fingerprint, paragraph_hashes
from ingest.core.judge import Subject, Thresholds, keys, likeliest
from ingest.model import Article, ArticleId, Judgement
from ingest.store.likeness_statements import (
    KEYS,
    boilerplate_query,
    insert_statement,
    load_query,
    many,
    sharing_query,
)
from ingest.store.tables import articles, fingerprints, marks, paragraphs

_PER_KEY = 4
"""The newest articles that are looked at for one key."""
_article = msgspec.json.Decoder(Article)
_hashes = msgspec.json.Decoder(list[int])


def look_up(
    connection: Connection, subjects: Sequence[Subject], *, after: int, thresholds: Thresholds
) -> tuple[int, dict[ArticleId, list[Subject]]]:
    """For each subject the stored articles worth comparing, of those with a number above ``after``;
    and before that the number of the newest article that was looked at.

    Two statements, however many subjects there are: what is shared; articles, with what of them is
    boilerplate. They need not see one state of the database: the first one says which articles are
    found, and reads the newest number with them, so what it missed is found by looking again above
    that number.
    """
    if not subjects:
        return after, {}
    newest, by_mark, with_key = _sharing(connection, subjects, after, thresholds)
    wanted = with_key.union(*by_mark.values())
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
    return newest, found


def boilerplate(connection: Connection, hashes: Collection[int], minimum: int) -> frozenset[int]:
    """Those of ``hashes`` that stand in ``minimum`` clusters or more."""
    if not hashes:
        return frozenset()
    query = boilerplate_query(connection.dialect.name)
    rows = query.rows(connection, hashes=many(hashes), others=minimum - 1)
    return frozenset(value for (value,) in rows)


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


def renew(connection: Connection, read_again: Sequence[tuple[int, Fingerprint]]) -> None:
    """Make articles (by number) findable by the text as it is read now; forgotten ones stay so.

    Paragraphs as they were read before stay beside the new ones until the article is forgotten:
    another article of its cluster may hold them.
    """
    made = dict(read_again)
    kept = fingerprints.c.article_number.in_(list(made))
    rows = connection.execute(select(fingerprints).where(kept)).all()
    if not rows:
        return
    gone = [{"of": mark, "number": r.article_number} for r in rows for mark in _unpack(r.marks)]
    if gone:
        of = and_(marks.c.hash == bindparam("of"), marks.c.article_number == bindparam("number"))
        connection.execute(delete(marks).where(of), gone)
    for row in rows:
        new = made[row.article_number]
        both = sorted({*_unpack(row.paragraphs), *new.paragraph_hashes})
        connection.execute(
            update(fingerprints)
            .where(fingerprints.c.article_number == row.article_number)
            .values(marks=_pack(new.marks), paragraphs=_pack(both))
        )
    _insert(connection, marks, [(r.article_number, made[r.article_number].marks) for r in rows])
    _insert(
        connection,
        paragraphs,
        [(r.cluster_id, made[r.article_number].paragraph_hashes) for r in rows],
    )


def move(connection: Connection, clusters: Mapping[int, ArticleId]) -> None:
    """Articles (by number) stand in other clusters now: their paragraphs do, too."""
    kept = fingerprints.c.article_number.in_(list(clusters))
    rows = connection.execute(select(fingerprints).where(kept)).all()
    rows = [row for row in rows if row.cluster_id != clusters[row.article_number]]
    if not rows:
        return
    for row in rows:
        connection.execute(
            update(fingerprints)
            .where(fingerprints.c.article_number == row.article_number)
            .values(cluster_id=clusters[row.article_number])
        )
    moved: dict[ArticleId, set[int]] = defaultdict(set)
    for row in rows:
        moved[row.cluster_id].update(_unpack(row.paragraphs))
    for cluster, hashes in moved.items():
        of = and_(
            fingerprints.c.article_number == articles.c.number, articles.c.cluster_id == cluster
        )
        stay = connection.scalars(select(fingerprints.c.paragraphs).join(articles, of))
        gone = hashes.difference(*map(_unpack, stay))
        connection.execute(
            delete(paragraphs).where(
                paragraphs.c.cluster_id == cluster, paragraphs.c.hash.in_(list(gone))
            )
        )
    _insert(
        connection,
        paragraphs,
        [(clusters[row.article_number], _unpack(row.paragraphs)) for row in rows],
    )


# ------------------------------------------------------------------ by mark and by key


def _sharing(
    connection: Connection, subjects: Sequence[Subject], after: int, thresholds: Thresholds
) -> tuple[int, dict[ArticleId, set[int]], set[int]]:
    """The number of the newest article; per subject, the numbers of those that share the most marks
    with it; and those of the newest with the same bytes, GUID, address or text as any."""
    wanted: dict[str, set[str | int]] = {name: set() for name in ("hash", *KEYS)}
    for subject in subjects:
        wanted["hash"].update(subject.fingerprint.marks)
        for name, value in keys(subject):
            wanted[name].add(value)
    rows = sharing_query(connection.dialect.name).rows(
        connection,
        after=after,
        per_mark=thresholds.postings,
        per_key=_PER_KEY,
        **{name: many(asked) for name, asked in wanted.items()},
    )
    holders = {mark: numbers for _, mark, numbers in rows if mark is not None}
    with_key = {number for _, mark, numbers in rows if mark is None for number in numbers}
    by_mark = {
        subject.id: set(likeliest(subject.fingerprint.marks, holders, thresholds))
        for subject in subjects
    }
    return rows[0][0], by_mark, with_key  # there is a row, since every article has a digest


def _load(
    connection: Connection, numbers: Collection[int], thresholds: Thresholds
) -> dict[int, Subject]:
    """Stored articles as subjects, by number. Their fingerprints are made again from the text, so
    that what is boilerplate by now is left out of both sides of a comparison."""
    if not numbers:
        return {}
    minimum = thresholds.boilerplate_clusters
    query = load_query(connection.dialect.name)
    rows = query.rows(connection, numbers=many(numbers), others=minimum - 1)
    common: set[int] = set()
    unknown: set[int] = set()
    for *_, body, listed, among_them in rows:
        common.update(among_them)
        unknown.update(set(_read(body)[1]).difference(_hashes.decode(listed or "[]")))
    common |= boilerplate(connection, unknown, minimum)
    return {
        number: Subject(
            id=article,
            cluster=cluster,
            number=number,
            received=received,
            digest=digest,
            fingerprint=_fingerprint(body, frozenset(common.intersection(_read(body)[1]))),
        )
        for number, article, cluster, received, digest, body, _, _ in rows
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


def _insert(
    connection: Connection, table: Table, hashes_of: Iterable[tuple[Any, Sequence[int]]]
) -> None:
    """Insert the hashes of each owner."""
    rows = [{"owner": owner, "hashes": many(hashes)} for owner, hashes in hashes_of if hashes]
    if rows:
        connection.execute(insert_statement(connection.dialect.name, table), rows)


def _pack(hashes: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(hashes)}q", *hashes)


def _unpack(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(packed) // 8}q", packed)

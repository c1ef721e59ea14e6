"""Stored articles that are read again: finding them, and putting the new reading in place."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select, update

from ingest.core.fingerprint import Fingerprint
from ingest.model import Article, ArticleId, Document, Reading
from ingest.store import likeness
from ingest.store.articles import ArticleRow, article_of
from ingest.store.clusters import newest_versions
from ingest.store.documents import document_of, named_like
from ingest.store.journal import Head, to_json
from ingest.store.likeness_statements import many
from ingest.store.tables import articles, documents, mentions

Versions = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which stored articles to read again: those that fit everything which is given here.

    ``unless`` leaves out what was read by these versions. ``since`` looks at when an article came.
    """

    unless: Versions | None = None
    articles: tuple[ArticleId, ...] = ()
    path_glob: str | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class ToRead:
    """A stored article with its document, and how often it was read so far."""

    row: ArticleRow
    document: Document
    times: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What readers know of an article: its cluster, and the newest version in that.

    What was read from ``newest`` is what readers were told last; of an article that is not that
    one, nothing is told. A copy has no ``version``: of its mentions nothing was ever told.
    """

    cluster: ArticleId
    version: int | None
    newest: ArticleId
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAgain:
    """What is written of one article: ``fingerprint`` only where the article itself changed."""

    id: ArticleId
    number: int
    article: Article
    reading: Reading
    fingerprint: Fingerprint | None
    versions: Versions


def page(
    connection: Connection, selection: Selection, *, after: int, limit: int, most_bytes: int
) -> list[ToRead]:
    """The first articles numbered above ``after`` that fit: at most ``limit``, and no more than
    ``most_bytes`` of documents (but one at least)."""
    joined = articles.join(documents, documents.c.id == articles.c.document_id)
    found = connection.execute(
        select(articles.c.number, func.length(documents.c.raw).label("size"))
        .select_from(joined)
        .where(articles.c.number > after, *_fits(selection))
        .order_by(articles.c.number)
        .limit(limit)
    ).all()
    numbers: list[int] = []
    total = 0
    for row in found:
        total += row.size
        if numbers and total > most_bytes:
            break
        numbers.append(row.number)
    if not numbers:
        return []
    ours = connection.execute(
        select(articles).where(articles.c.number.in_(numbers)).order_by(articles.c.number)
    ).all()
    theirs = connection.execute(
        select(documents).where(documents.c.id.in_([row.document_id for row in ours]))
    ).all()
    held = {row.id: document_of(row) for row in theirs}
    return [ToRead(article_of(row), held[row.document_id], row.readings) for row in ours]


def _fits(selection: Selection) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if selection.unless is not None:
        normaliser, linker, catalogue = selection.unless
        conditions.append(
            or_(
                articles.c.normaliser_version != normaliser,
                articles.c.linker_version != linker,
                articles.c.catalogue_version != catalogue,
            )
        )
    if selection.articles:
        conditions.append(articles.c.id.in_(selection.articles))
    if selection.path_glob is not None:
        conditions.append(named_like(selection.path_glob))
    if selection.since is not None:
        conditions.append(articles.c.received_at >= selection.since)
    return conditions


def unknown(connection: Connection, asked: Collection[ArticleId]) -> list[ArticleId]:
    """Those of ``asked`` that are no stored articles."""
    known = set(connection.scalars(select(articles.c.id).where(articles.c.id.in_(list(asked)))))
    return [one for one in asked if one not in known]


def standing(connection: Connection, ids: Collection[ArticleId]) -> dict[ArticleId, Standing]:
    """How each article stands in its cluster now."""
    rows = connection.execute(
        select(articles.c.id, articles.c.cluster_id, articles.c.version, articles.c.readings)
        .where(articles.c.id.in_(list(ids)))
        .order_by(articles.c.number)
    ).all()
    newest = newest_versions(connection, {row.cluster_id for row in rows})
    last = {cluster: version.id for cluster, version in newest.items()}
    return {
        row.id: Standing(
            cluster=row.cluster_id,
            version=row.version,
            newest=last.get(row.cluster_id, row.cluster_id),
            times=row.readings,
        )
        for row in rows
    }


def put(head: Head, read_again: Sequence[ReadAgain]) -> None:
    """Replace what is stored of these articles. Their judgements and clusters stay."""
    if not read_again:
        return
    connection = head.connection
    for one in read_again:
        connection.execute(update(articles).where(articles.c.id == one.id).values(_columns(one)))
    connection.execute(
        mentions.delete().where(mentions.c.article_id.in_([one.id for one in read_again]))
    )
    named = [
        {"entry_id": entry, "article_id": one.id, "kind": kind, "known": known}
        for one in read_again
        for entry, (kind, known) in {m.id: (m.kind, m.known) for m in one.reading.mentions}.items()
    ]
    if named:
        connection.execute(mentions.insert(), named)
    likeness.renew(
        connection,
        [(one.number, one.fingerprint) for one in read_again if one.fingerprint is not None],
    )


def _columns(one: ReadAgain) -> dict[Any, Any]:
    normaliser, linker, catalogue = one.versions
    values: dict[Any, Any] = {
        "reading": to_json(replace(one.reading, candidates=())),
        "normaliser_version": normaliser,
        "linker_version": linker,
        "catalogue_version": catalogue,
        "readings": articles.c.readings + 1,
    }
    if one.fingerprint is not None:
        article = one.article
        values |= {
            "body": to_json(article),
            "published_at": article.published.value if article.published else None,
            "title": article.title,
            "language": article.language,
            "site": article.site,
            "text_hash": one.fingerprint.text_hash,
            "url_key": one.fingerprint.url_key,
            "guid_key": one.fingerprint.guid_key,
            "paragraphs": many(one.fingerprint.paragraph_hashes),
        }
    return values

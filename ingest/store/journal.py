"""The one commit (rules 2 and 3): under the head lock, articles and events get their numbers."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, select, update

from ingest.core.events import types_like
from ingest.core.judge import Subject, Thresholds
from ingest.model import (
    Arrival,
    Article,
    ArticleId,
    Changes,
    Document,
    DocumentId,
    Event,
    Judgement,
    LoggedEvent,
    Position,
    Reading,
    Receipt,
    Rejection,
)
from ingest.store import documents, likeness
from ingest.store.database import Database
from ingest.store.likeness_statements import many
from ingest.store.tables import articles, event_people, events, head, mentions


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """All that is written of one article."""

    document: DocumentId
    subject: Subject
    article: Article
    reading: Reading
    judgement: Judgement
    versions: tuple[str, str, str]
    """Of the normaliser, the linker and the catalogue."""


class Head:
    """The locked head of the log, for the length of one transaction."""

    def __init__(self, connection: Connection, database: Database, source: str) -> None:
        self.connection = connection
        self.database = database
        self._source = source
        # FOR UPDATE is left out on SQLite, where BEGIN IMMEDIATE has locked already.
        row = connection.execute(select(head).where(head.c.id == 1).with_for_update()).one()
        self.position: Position = row.position
        self.articles: int = row.articles

    def add_articles(self, stored: Sequence[StoredArticle]) -> None:
        """Write articles, which get the next numbers in this order, and their mentions."""
        if not stored:
            return
        first = self.articles + 1
        rows = [_article_row(one, number) for number, one in enumerate(stored, start=first)]
        self.articles += len(rows)
        self.connection.execute(articles.insert(), rows)
        likeness.remember(
            self.connection,
            [
                (replace(one.subject, number=number, cluster=one.judgement.cluster), one.judgement)
                for number, one in enumerate(stored, start=first)
            ],
        )
        named = [
            {"entry_id": entry, "article_id": one.subject.id, "kind": kind, "known": known}
            for one in stored
            for entry, (kind, known) in {
                mention.id: (mention.kind, mention.known) for mention in one.reading.mentions
            }.items()
        ]
        if named:
            self.connection.execute(mentions.insert(), named)

    def append(self, new: Sequence[Event]) -> None:
        """Write events at the next positions."""
        if not new:
            return
        rows, named = [], []
        for one in new:
            self.position += 1
            rows.append(self._event_row(one))
            named += [{"person": p, "position": self.position} for p in dict.fromkeys(one.people)]
        self.connection.execute(events.insert(), rows)
        if named:
            self.connection.execute(event_people.insert(), named)

    def record(
        self, stored: Sequence[StoredArticle], told: Sequence[Event], *, now: datetime
    ) -> None:
        """Write articles, what makes them findable, their events and their receipts."""
        self.add_articles(stored)
        self.append(told)
        documents.settle_articles(
            self.connection,
            [(one.document, one.subject.id, one.judgement) for one in stored],
            now=now,
        )

    def still_queued(self, ids: Collection[DocumentId]) -> set[DocumentId]:
        """Those of ``ids`` that have no receipt yet: work done twice ends here."""
        return documents.still_queued(self.connection, ids)

    def look_up(
        self, subjects: Sequence[Subject], *, after: int, thresholds: Thresholds
    ) -> dict[ArticleId, list[Subject]]:
        """Candidates for each subject among the articles numbered above ``after``."""
        if after >= self.articles:  # the usual case: nothing arrived in between
            return {subject.id: [] for subject in subjects}
        self.database.plan_once(self.connection)
        _, found = likeness.look_up(self.connection, subjects, after=after, thresholds=thresholds)
        return found

    def reject(self, document: DocumentId, rejection: Rejection, *, now: datetime) -> None:
        documents.settle(
            self.connection,
            document,
            Receipt.REJECTED,
            now=now,
            code=rejection.code,
            reason=rejection.reason,
        )

    def unpack(
        self, parent: Document, entries: Sequence[Arrival], *, now: datetime
    ) -> list[DocumentId]:
        """Store the entries of a file as queued documents; the file itself is done."""
        documents.settle(
            self.connection,
            parent.id,
            Receipt.UNPACKED,
            now=now,
            reason=_unpacked(len(entries)),
        )
        return documents.take(self.connection, self.database, entries, now=now)

    def close(self) -> None:
        """Write the head back; the transaction's commit unlocks it."""
        self.connection.execute(
            update(head)
            .where(head.c.id == 1)
            .values(position=self.position, articles=self.articles)
        )

    def _event_row(self, one: Event) -> dict[str, Any]:
        envelope: dict[str, Any] = {
            "specversion": "1.0",
            "id": one.id,
            "source": self._source,
            "type": one.type,
            "subject": one.subject,
            "time": one.time.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "datacontenttype": "application/json",
            "sequence": f"{self.position:020d}",
        }
        if one.mission is not None:
            envelope["mission"] = one.mission
        if one.person is not None:
            envelope["person"] = one.person
        envelope["data"] = one.data
        return {
            "position": self.position,
            "id": one.id,
            "type": one.type,
            "subject": one.subject,
            "mission": one.mission,
            "person": one.person,
            "article_id": one.article,
            "body": json.dumps(envelope, ensure_ascii=False, separators=(",", ":")),
        }


def _article_row(one: StoredArticle, number: int) -> dict[str, Any]:
    subject, article, judgement = one.subject, one.article, one.judgement
    normaliser, linker, catalogue = one.versions
    published = article.published.value if article.published else None
    return {
        "id": subject.id,
        "number": number,
        "document_id": one.document,
        "cluster_id": judgement.cluster,
        "of_id": judgement.of,
        "relation": judgement.decision,
        "version": judgement.version,
        "text_of": judgement.text_of or judgement.of or subject.id,
        "changes": changes_json(judgement),
        "similarity": judgement.similarity,
        "layer": judgement.layer,
        "why": judgement.why,
        "received_at": subject.received,
        "published_at": published,
        "title": article.title,
        "language": article.language,
        "site": article.site,
        "digest": subject.digest,
        "text_hash": subject.fingerprint.text_hash,
        "url_key": subject.fingerprint.url_key,
        "guid_key": subject.fingerprint.guid_key,
        "paragraphs": many(subject.fingerprint.paragraph_hashes),
        "body": to_json(article),
        "reading": to_json(replace(one.reading, candidates=())),
        "normaliser_version": normaliser,
        "linker_version": linker,
        "catalogue_version": catalogue,
    }


def changes_json(judgement: Judgement) -> str | None:
    """The sentences in which a revision differs from the version before."""
    if judgement.decision != "revision":
        return None
    return msgspec.json.encode(judgement.changes).decode()


def to_json(value: Article | Reading) -> str:
    return msgspec.json.encode(value).decode()


def article_from(body: str) -> Article:
    return msgspec.json.decode(body, type=Article)


def reading_from(body: str) -> Reading:
    return msgspec.json.decode(body, type=Reading)


def changes_from(body: str) -> Changes:
    return msgspec.json.decode(body, type=Changes)


# ------------------------------------------------------------------ looking

_NEWEST_NUMBER = select(head.c.articles).where(head.c.id == 1)


def newest_number(connection: Connection) -> int:
    """The number of the newest article; 0 when there is none."""
    found: int | None = connection.scalar(_NEWEST_NUMBER)
    return found or 0


def last_position(connection: Connection) -> Position:
    found: Position | None = connection.scalar(select(head.c.position).where(head.c.id == 1))
    return found or 0


def log(
    connection: Connection,
    *,
    after: Position,
    limit: int,
    mission: str | None = None,
    person: str | None = None,
    type: str | None = None,  # noqa: A002  the CloudEvents attribute
    article: ArticleId | None = None,
) -> list[LoggedEvent]:
    """Events at positions above ``after``, in order."""
    query = select(events.c.position, events.c.id, events.c.type, events.c.body).where(
        events.c.position > after
    )
    for column, value in (
        (events.c.mission, mission),
        (events.c.article_id, article),
    ):
        if value is not None:
            query = query.where(column == value)
    if person is not None:
        named = select(event_people.c.position).where(event_people.c.person == person)
        query = query.where(events.c.position.in_(named))
    if type is not None:
        query = query.where(events.c.type.in_(types_like(type)))
    rows = connection.execute(query.order_by(events.c.position).limit(limit))
    return [LoggedEvent(row.position, row.id, row.type, row.body) for row in rows]


def _unpacked(entries: int) -> str:
    if entries == 0:
        return "It holds no entries."
    return (
        f"{entries} entries, each with a receipt of its own."
        if entries > 1
        else "One entry, with a receipt of its own."
    )

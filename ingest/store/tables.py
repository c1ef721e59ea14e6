"""The tables, for SQLite and PostgreSQL alike. ``migrations/`` creates them; nothing else does."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    text,
)

SCHEMA_VERSION = "0006"
"""The newest migration. A database at another version is refused with what to do."""

metadata = MetaData()


class UtcDateTime(TypeDecorator[datetime]):
    """Aware datetimes in, UTC out. SQLite has no zones, so they are stored there as naive UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        found: datetime = value
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


head = Table(
    "head",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("articles", BigInteger, nullable=False),
    comment="One row. Whoever commits articles or events locks it first (rule 3).",
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("path", Text),
    Column("url", Text),
    Column("entry", Integer),
    Column("parent_id", Text),
    Column("media_type", Text),
    Column("raw", LargeBinary, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("queued_at", UtcDateTime),
    Column("claimed_at", UtcDateTime),
    Column("tries", Integer, nullable=False, default=0),
    Column("receipt", Text, nullable=False),
    Column("code", Text),
    Column("reason", Text),
    Column("article_id", Text),
    Column("cluster_id", Text),
    Column("of_id", Text),
    Column("similarity", Float),
    Column("settled_at", UtcDateTime),
    Index("documents_by_receipt", "receipt", "queued_at"),
    Index("documents_by_received", "received_at", "id"),
    Index("documents_by_settled", "settled_at"),
    Index("documents_by_path", "path"),
)

seen_files = Table(
    "seen_files",
    metadata,
    Column("path", LargeBinary, primary_key=True),
    Column("inode", BigInteger, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("mtime_ns", BigInteger, nullable=False),
    Column("ctime_ns", BigInteger, nullable=False),
    Column("digest", Text),
    comment="The drop folder's memory: nothing is taken twice, whatever is restarted when.",
)

articles = Table(
    "articles",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", BigInteger, nullable=False, unique=True),
    Column("document_id", Text, nullable=False, unique=True),
    Column("cluster_id", Text, nullable=False),
    Column("of_id", Text),
    Column("relation", Text, nullable=False),
    Column("version", Integer),
    Column("text_of", Text),
    Column("changes", Text),
    Column("similarity", Float),
    Column("layer", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("published_at", UtcDateTime),
    Column("title", Text),
    Column("language", Text),
    Column("site", Text),
    Column("digest", Text, nullable=False),
    Column("text_hash", BigInteger, nullable=False),
    Column("url_key", Text),
    Column("guid_key", Text),
    Column("body", Text, nullable=False),
    Column("reading", Text, nullable=False),
    Column("normaliser_version", Text, nullable=False),
    Column("linker_version", Text, nullable=False),
    Column("catalogue_version", Text, nullable=False),
    Column("readings", Integer, nullable=False, server_default="1"),
    Column("paragraphs", Text),
    Index("articles_by_cluster", "cluster_id", "number"),
    Index(
        "articles_by_version",
        "cluster_id",
        "version",
        sqlite_where=text("version IS NOT NULL"),
        postgresql_where=text("version IS NOT NULL"),
    ),
    Index("articles_by_digest", "digest", "number"),
    Index("articles_by_text", "text_hash", "number"),
    Index("articles_by_url", "url_key", "number"),
    Index("articles_by_guid", "guid_key", "number"),
    comment="body is a model.Article, reading a model.Reading, paragraphs their hashes: all JSON.",
)

held_returns = Table(
    "held_returns",
    metadata,
    Column("cluster_id", Text, primary_key=True),
    Column("article_id", Text, nullable=False),
    Column("due_at", UtcDateTime, nullable=False, index=True),
    comment="Pages that go back and forth: what each shows, and when that is told.",
)

corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("action", Text, nullable=False),
    Column("article_id", Text, nullable=False),
    Column("other_id", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_at", UtcDateTime, nullable=False),
    Column("undone_at", UtcDateTime),
    Column("before", Text, nullable=False),
    Index("corrections_by_article", "article_id"),
    comment="What an operator parted or joined; before: how each article stood, as JSON.",
)

mentions = Table(
    "mentions",
    metadata,
    Column("entry_id", Text, primary_key=True),
    Column("article_id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("known", Boolean, nullable=False),
    Index("mentions_by_article", "article_id"),
    comment="Which articles name a catalogue entry; where and how stands in articles.reading.",
)

events = Table(
    "events",
    metadata,
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("type", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("mission", Text),
    Column("person", Text),
    Column("article_id", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("events_by_mission", "mission", "position"),
    Index("events_by_article", "article_id"),
    comment="The log: append-only, positions 1, 2, 3 ... without a gap.",
)

event_people = Table(
    "event_people",
    metadata,
    Column("person", Text, primary_key=True),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    comment="Everybody whom an event names: a crew's event names several.",
)

# --------------------------------------------------------------------------- likeness

marks = Table(
    "marks",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("article_number", BigInteger, primary_key=True, autoincrement=False),
    comment="Which articles hold a chosen shingle: one index look-up finds similar texts.",
    sqlite_with_rowid=False,
)

paragraphs = Table(
    "paragraphs",
    metadata,
    Column("hash", BigInteger, primary_key=True, autoincrement=False),
    Column("cluster_id", Text, primary_key=True),
    comment="In which clusters a paragraph stands: in several, it is boilerplate.",
    sqlite_with_rowid=False,
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("article_number", BigInteger, primary_key=True, autoincrement=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("cluster_id", Text, nullable=False),
    Column("marks", LargeBinary, nullable=False),
    Column("paragraphs", LargeBinary, nullable=False),
    comment="What stands of an article in marks and paragraphs, to find it again when it is old.",
)

# --------------------------------------------------------------------------- feeds

feeds = Table(
    "feeds",
    metadata,
    Column("id", Text, primary_key=True),
    Column("url", Text, nullable=False, unique=True),
    Column("host", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),
    Column("full_text", Text, nullable=False),
    Column("folder", Text, nullable=False),
    Column("title", Text),
    Column("site", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("validators_url", Text),
    Column("digest", Text),
    Column("next_poll_at", UtcDateTime, nullable=False),
    Column("polled_at", UtcDateTime),
    Column("succeeded_at", UtcDateTime),
    Column("changed_at", UtcDateTime),
    Column("failures", Integer, nullable=False),
    Column("error", Text),
    Column("code", Text),
    Column("rhythm", Text, nullable=False),
    Column("begun", Integer, nullable=False),
    Column("lease", BigInteger, nullable=False),
    Column("leased_until", UtcDateTime),
    Column("hub", Text),
    Column("topic", Text),
    Column("hub_secret", Text),
    Column("hub_until", UtcDateTime),
    Column("hub_asked_at", UtcDateTime),
    Index("feeds_by_next_poll", "state", "next_poll_at"),
    Index("feeds_by_topic", "topic"),
    comment="folder is a JSON array, rhythm a model.Rhythm as JSON. A lease is one poll's number.",
)

feed_entries = Table(
    "feed_entries",
    metadata,
    Column("feed_id", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("written", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("document_id", Text, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("held", Boolean, nullable=False),
    comment="The feeds' memory: an entry is taken once, and again when its text has changed.",
)

feed_pages = Table(
    "feed_pages",
    metadata,
    Column("document_id", Text, primary_key=True),
    Column("feed_id", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("due_at", UtcDateTime),
    Column("tries", Integer, nullable=False),
    Column("outcome", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Index("feed_pages_by_due", "due_at"),
    Index("feed_pages_by_url", "url"),
    comment="Pages of entries: wanted while due_at is set, then what came of it.",
)

feed_hosts = Table(
    "feed_hosts",
    metadata,
    Column("host", Text, primary_key=True),
    Column("free_at", UtcDateTime, nullable=False),
    comment="One request at a time: until then somebody asks this host, or it shall have its rest.",
)

# --------------------------------------------------------------------------- webhooks

webhooks = Table(
    "webhooks",
    metadata,
    Column("name", Text, primary_key=True),
    Column("url", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("old_secret", Text),
    Column("old_until", UtcDateTime),
    Column("mission", Text),
    Column("person", Text),
    Column("type", Text),
    Column("added", UtcDateTime, nullable=False),
    Column("state", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("next_try", UtcDateTime, nullable=False),
    Column("delivered", UtcDateTime),
    Column("failures", Integer, nullable=False),
    Column("failing_since", UtcDateTime),
    Column("error", Text),
    Column("lease", BigInteger, nullable=False),
    Column("leased_until", UtcDateTime),
    comment="Subscribers that are called. Position is the cursor; a lease is one caller's number.",
)

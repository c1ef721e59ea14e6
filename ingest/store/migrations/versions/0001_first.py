"""The first schema, with the one row of the log's head."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ingest.store.tables import UtcDateTime, head

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("cluster_id", sa.Text(), nullable=False),
        sa.Column("of_id", sa.Text(), nullable=True),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("similarity", sa.Float(), nullable=True),
        sa.Column("layer", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("published_at", UtcDateTime(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("site", sa.Text(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("text_hash", sa.BigInteger(), nullable=False),
        sa.Column("url_key", sa.Text(), nullable=True),
        sa.Column("guid_key", sa.Text(), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("normaliser_version", sa.Text(), nullable=False),
        sa.Column("linker_version", sa.Text(), nullable=False),
        sa.Column("catalogue_version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("document_id"),
        sa.UniqueConstraint("number"),
        comment="body is a model.Article, reading a model.Reading, both as JSON.",
    )
    op.create_index("articles_by_cluster", "articles", ["cluster_id", "number"], unique=False)
    op.create_index("articles_by_digest", "articles", ["digest", "number"], unique=False)
    op.create_index("articles_by_guid", "articles", ["guid_key", "number"], unique=False)
    op.create_index("articles_by_text", "articles", ["text_hash", "number"], unique=False)
    op.create_index("articles_by_url", "articles", ["url_key", "number"], unique=False)
    op.create_table(
        "documents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("entry", sa.Integer(), nullable=True),
        sa.Column("parent_id", sa.Text(), nullable=True),
        sa.Column("media_type", sa.Text(), nullable=True),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("queued_at", UtcDateTime(), nullable=True),
        sa.Column("claimed_at", UtcDateTime(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("article_id", sa.Text(), nullable=True),
        sa.Column("cluster_id", sa.Text(), nullable=True),
        sa.Column("of_id", sa.Text(), nullable=True),
        sa.Column("similarity", sa.Float(), nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("documents_by_path", "documents", ["path"], unique=False)
    op.create_index("documents_by_receipt", "documents", ["receipt", "queued_at"], unique=False)
    op.create_index("documents_by_received", "documents", ["received_at", "id"], unique=False)
    op.create_index("documents_by_settled", "documents", ["settled_at"], unique=False)
    op.create_table(
        "event_people",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("person", "position"),
        comment="Everybody whom an event names: a crew's event names several.",
    )
    op.create_table(
        "events",
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("mission", sa.Text(), nullable=True),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position"),
        sa.UniqueConstraint("id"),
        comment="The log: append-only, positions 1, 2, 3 ... without a gap.",
    )
    op.create_index("events_by_article", "events", ["article_id"], unique=False)
    op.create_index("events_by_mission", "events", ["mission", "position"], unique=False)
    op.create_table(
        "fingerprints",
        sa.Column("article_number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("cluster_id", sa.Text(), nullable=False),
        sa.Column("marks", sa.LargeBinary(), nullable=False),
        sa.Column("paragraphs", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("article_number"),
        comment="What stands of an article in marks and paragraphs, to find it again when it is old.",
    )
    op.create_table(
        "head",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("articles", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        comment="One row. Whoever commits articles or events locks it first (rule 3).",
    )
    op.create_table(
        "marks",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("article_number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("hash", "article_number"),
        comment="Which articles hold a chosen shingle: one index look-up finds similar texts.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "mentions",
        sa.Column("entry_id", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("known", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "article_id"),
        comment="Which articles name a catalogue entry; where and how stands in articles.reading.",
    )
    op.create_index("mentions_by_article", "mentions", ["article_id"], unique=False)
    op.create_table(
        "paragraphs",
        sa.Column("hash", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("cluster_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", "cluster_id"),
        comment="In which clusters a paragraph stands: in several, it is boilerplate.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "seen_files",
        sa.Column("path", sa.LargeBinary(), nullable=False),
        sa.Column("inode", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("mtime_ns", sa.BigInteger(), nullable=False),
        sa.Column("ctime_ns", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("path"),
        comment="The drop folder's memory: nothing is taken twice, whatever is restarted when.",
    )
    op.bulk_insert(head, [{"id": 1, "position": 0, "articles": 0}])


def downgrade() -> None:
    op.drop_table("seen_files")
    op.drop_table("paragraphs")
    op.drop_index("mentions_by_article", table_name="mentions")
    op.drop_table("mentions")
    op.drop_table("marks")
    op.drop_table("head")
    op.drop_table("fingerprints")
    op.drop_index("events_by_mission", table_name="events")
    op.drop_index("events_by_article", table_name="events")
    op.drop_table("events")
    op.drop_table("event_people")
    op.drop_index("documents_by_settled", table_name="documents")
    op.drop_index("documents_by_received", table_name="documents")
    op.drop_index("documents_by_receipt", table_name="documents")
    op.drop_index("documents_by_path", table_name="documents")
    op.drop_table("documents")
    op.drop_index("articles_by_url", table_name="articles")
    op.drop_index("articles_by_text", table_name="articles")
    op.drop_index("articles_by_guid", table_name="articles")
    op.drop_index("articles_by_digest", table_name="articles")
    op.drop_index("articles_by_cluster", table_name="articles")
    op.drop_table("articles")

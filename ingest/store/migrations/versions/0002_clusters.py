"""Numbered versions of a cluster, returns that are kept back, and the operator's corrections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from ingest.store.tables import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("articles", sa.Column("version", sa.Integer()))
    op.add_column("articles", sa.Column("text_of", sa.Text()))
    op.add_column("articles", sa.Column("changes", sa.Text()))
    op.execute(
        """
        UPDATE articles SET version = (
            SELECT count(*) FROM articles AS earlier
            WHERE earlier.cluster_id = articles.cluster_id
              AND earlier.relation <> 'copy' AND earlier.number <= articles.number
        )
        WHERE relation <> 'copy'
        """
    )
    op.execute("UPDATE articles SET text_of = CASE WHEN relation = 'copy' THEN of_id ELSE id END")
    op.create_index(
        "articles_by_version",
        "articles",
        ["cluster_id", "version"],
        sqlite_where=sa.text("version IS NOT NULL"),
        postgresql_where=sa.text("version IS NOT NULL"),
    )
    op.create_table(
        "held_returns",
        sa.Column("cluster_id", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("cluster_id"),
        comment="Pages that go back and forth: what each shows, and when that is told.",
    )
    op.create_index("ix_held_returns_due_at", "held_returns", ["due_at"])
    op.create_table(
        "corrections",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("other_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("undone_at", UtcDateTime()),
        sa.Column("before", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        comment="What an operator parted or joined; before: how each article stood, as JSON.",
    )
    op.create_index("corrections_by_article", "corrections", ["article_id"])


def downgrade() -> None:
    op.drop_table("corrections")
    op.drop_table("held_returns")
    op.drop_index("articles_by_version", table_name="articles")
    for column in ("changes", "text_of", "version"):
        op.drop_column("articles", column)

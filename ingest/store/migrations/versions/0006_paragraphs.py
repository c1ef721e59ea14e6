"""The paragraphs of an article beside it, where the statement that loads it can see them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Articles that are stored already have none: theirs are asked for separately.
    op.add_column("articles", sa.Column("paragraphs", sa.Text()))


def downgrade() -> None:
    op.drop_column("articles", "paragraphs")

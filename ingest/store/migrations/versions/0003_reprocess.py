"""How often each article was read: what tells the events of a later reading from earlier ones."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "articles", sa.Column("readings", sa.Integer(), nullable=False, server_default="1")
    )


def downgrade() -> None:
    op.drop_column("articles", "readings")

"""A consultant's stars, counted from their conversations"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022_stars"
down_revision = "0021_conversations"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("stars", "ratings"):
        op.add_column("consultants", sa.Column(name, sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("consultants") as consultants:
        consultants.drop_column("ratings")
        consultants.drop_column("stars")

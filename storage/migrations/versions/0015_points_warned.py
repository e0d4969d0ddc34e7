"""When a customer was told that points would expire"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015_points_warned"
down_revision = "0014_search_at_once"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("point_accounts") as batch_op:
        batch_op.add_column(sa.Column("warned_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("point_accounts") as batch_op:
        batch_op.drop_column("warned_at")

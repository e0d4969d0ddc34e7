"""The life of an order: all its states, who did what, and what notices are about"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
MOMENT = sa.DateTime(timezone=True)

revision = "0007_order_life"
down_revision = "0006_catalog"
branch_labels = None
depends_on = None

OLD_STATES = ("placed", "accepted", "declined", "cancelled")
STATES = ("placed", "paid", "accepted", "assembled", "shipped", "delivered", "declined", "cancelled", "returned")
ABOUT = ("changed", "handed_over", "reminded", "escalated", "tracked", "noted", "return_asked", "return_refused")
PARTIES = ("customer", "consultant", "admin", "system")
BEFORE = {"paid": "placed", "assembled": "accepted", "shipped": "accepted", "delivered": "accepted"}
"""What a state was called when there were four; a returned order was cancelled."""


def upgrade() -> None:
    with op.batch_alter_table("orders") as batch:
        batch.add_column(sa.Column("paid_at", MOMENT, nullable=True))
        batch.add_column(sa.Column("delivered_at", MOMENT, nullable=True))
        batch.add_column(sa.Column("return_asked_at", MOMENT, nullable=True))
        batch.add_column(sa.Column("tracking_sealed", sa.LargeBinary(), nullable=True))
        batch.add_column(sa.Column("waits_since", MOMENT, nullable=True))
        batch.add_column(sa.Column("reminded_at", MOMENT, nullable=True))
        batch.add_column(sa.Column("escalated_at", MOMENT, nullable=True))
        batch.add_column(sa.Column("goods_back", sa.Boolean(), nullable=True))
        batch.drop_constraint(op.f("ck_orders_state"), type_="check")
        batch.create_check_constraint(op.f("ck_orders_state"), _one_of("state", STATES))
        batch.create_index("ix_orders_waits_since", ["waits_since"])
        batch.create_index("ix_orders_state_delivered_at", ["state", "delivered_at"])
    op.execute("UPDATE orders SET waits_since = placed_at WHERE state = 'placed'")
    with op.batch_alter_table("order_lines") as batch:
        batch.add_column(sa.Column("sought", sa.Text(), nullable=False, server_default=""))
    _seek()
    with op.batch_alter_table("order_events") as batch:
        batch.drop_constraint(op.f("ck_order_events_state"), type_="check")
        batch.alter_column("state", new_column_name="kind", existing_type=sa.String(16), existing_nullable=False)
        batch.add_column(sa.Column("party", sa.String(16), nullable=False, server_default="customer"))
        batch.add_column(sa.Column("text_sealed", sa.LargeBinary(), nullable=True))
        batch.create_check_constraint(op.f("ck_order_events_kind"), _one_of("kind", STATES + ABOUT))
        batch.create_check_constraint(op.f("ck_order_events_party"), _one_of("party", PARTIES))
    op.execute("UPDATE order_events SET party = 'consultant' WHERE kind IN ('accepted', 'declined')")
    with op.batch_alter_table("order_events") as batch:
        batch.alter_column("party", server_default=None, existing_type=sa.String(16), existing_nullable=False)
    with op.batch_alter_table("outbox") as batch:
        batch.add_column(sa.Column("subject", sa.String(64), nullable=True))
        batch.create_index("ix_outbox_subject", ["subject"])
    _name_subjects()
    op.create_table(
        "reorder_wishes",
        sa.Column("customer_id", ID, autoincrement=False, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_reorder_wishes_customer_id_customers")
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_reorder_wishes")),
    )
    op.create_table(
        "reorder_told",
        sa.Column("order_id", ID, autoincrement=False, nullable=False),
        sa.Column("product_id", ID, autoincrement=False, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name=op.f("fk_reorder_told_order_id_orders")),
        sa.ForeignKeyConstraint(["product_id"], ["products.id"], name=op.f("fk_reorder_told_product_id_products")),
        sa.PrimaryKeyConstraint("order_id", "product_id", name=op.f("pk_reorder_told")),
    )


def downgrade() -> None:
    op.drop_table("reorder_told")
    op.drop_table("reorder_wishes")
    with op.batch_alter_table("outbox") as batch:
        batch.drop_index("ix_outbox_subject")
        batch.drop_column("subject")
    op.execute(f"DELETE FROM order_events WHERE {_one_of('kind', ABOUT)}")
    _call_as_before("order_events", "kind")
    with op.batch_alter_table("order_events") as batch:
        batch.drop_constraint(op.f("ck_order_events_kind"), type_="check")
        batch.drop_constraint(op.f("ck_order_events_party"), type_="check")
        batch.drop_column("text_sealed")
        batch.drop_column("party")
        batch.alter_column("kind", new_column_name="state", existing_type=sa.String(16), existing_nullable=False)
        batch.create_check_constraint(op.f("ck_order_events_state"), _one_of("state", OLD_STATES))
    with op.batch_alter_table("order_lines") as batch:
        batch.drop_column("sought")
    _call_as_before("orders", "state")
    with op.batch_alter_table("orders") as batch:
        batch.drop_index("ix_orders_state_delivered_at")
        batch.drop_index("ix_orders_waits_since")
        batch.drop_constraint(op.f("ck_orders_state"), type_="check")
        batch.create_check_constraint(op.f("ck_orders_state"), _one_of("state", OLD_STATES))
        for column in (
            "goods_back",
            "escalated_at",
            "reminded_at",
            "waits_since",
            "tracking_sealed",
            "return_asked_at",
            "delivered_at",
            "paid_at",
        ):
            batch.drop_column(column)


def _one_of(column: str, values: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{column} IN ({listed})"


def _call_as_before(table: str, column: str) -> None:
    for new, old in (*BEFORE.items(), ("returned", "cancelled")):
        op.execute(f"UPDATE {table} SET {column} = '{old}' WHERE {column} = '{new}'")


def _seek() -> None:
    # Small letters are made here: SQLite's own folds Latin ones only.
    connection = op.get_bind()
    lines = connection.execute(
        sa.text("SELECT order_id, position, code, name_ru, name_en, shade_ru, shade_en FROM order_lines")
    ).all()
    found = [
        {"order": row[0], "position": row[1], "sought": " ".join(word for word in row[2:] if word)} for row in lines
    ]
    for each in found:
        each["sought"] = each["sought"].casefold().replace("ё", "е")
    if found:
        where = "WHERE order_id = :order AND position = :position"
        connection.execute(sa.text(f"UPDATE order_lines SET sought = :sought {where}"), found)


def _name_subjects() -> None:
    # "order:12:placed" is about "order:12".
    connection = op.get_bind()
    kinds = "kind IN ('order_placed', 'order_decided')"
    rows = connection.execute(sa.text(f"SELECT id, key FROM outbox WHERE {kinds} AND key LIKE 'order:%:%'")).all()
    about = [{"row": row[0], "subject": ":".join(row[1].split(":")[:2])} for row in rows]
    if about:
        connection.execute(sa.text("UPDATE outbox SET subject = :subject WHERE id = :row"), about)

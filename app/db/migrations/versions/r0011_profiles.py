"""What people tell of themselves, and who has which card open just now."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_MOMENT = sa.DateTime(timezone=True)
_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_DOCUMENT = sa.JSON().with_variant(sa.dialects.postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """A profile bears its employee's number; a card that is open names its program, so that each ends its own."""
    op.create_table(
        "profile",
        sa.Column("id", _KEY, sa.ForeignKey("employee.id"), primary_key=True, autoincrement=False),
        sa.Column("work_phone", sa.Text(), nullable=False, server_default=""),
        sa.Column("mobile_phone", sa.Text(), nullable=False, server_default=""),
        sa.Column("workplace", sa.Text(), nullable=False, server_default=""),
        sa.Column("about", sa.Text(), nullable=False, server_default=""),
        sa.Column("theme", sa.Text(), nullable=False, server_default=""),
        sa.Column("interests", _DOCUMENT, nullable=False),
        sa.Column("photo", sa.LargeBinary()),
        sa.Column("changed_at", _MOMENT, nullable=False),
    )
    op.create_table(
        "open_card",
        sa.Column("id", _KEY, primary_key=True, autoincrement=True),
        sa.Column("program", sa.Text(), nullable=False),
        sa.Column("employee_id", _KEY, sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("lead_id", _KEY),
        sa.Column("deal_id", _KEY),
        sa.Column("contact_id", _KEY),
        sa.Column("seen_at", _MOMENT, nullable=False),
    )
    op.create_index("ix_open_card_program", "open_card", ["program"])

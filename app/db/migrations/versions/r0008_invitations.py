"""Invitations: who was asked to come in by which login, until when, and what became of it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

_MOMENT = sa.DateTime(timezone=True)
_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table; people who have a password need no invitation."""
    op.create_table(
        "invitation",
        sa.Column("id", _KEY, primary_key=True, autoincrement=True),
        sa.Column("employee_id", _KEY, sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("code_hash", sa.Text()),
        sa.Column("created_at", _MOMENT, nullable=False),
        sa.Column("created_by", _KEY, sa.ForeignKey("employee.id")),
        sa.Column("expires_at", _MOMENT, nullable=False),
        sa.Column("accepted_at", _MOMENT),
        sa.Column("withdrawn_at", _MOMENT),
    )
    op.create_index("ix_invitation_employee_id", "invitation", ["employee_id"])

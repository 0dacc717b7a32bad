"""Reminders held under a lease and acknowledged; notifications of each employee."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_MOMENT = sa.DateTime(timezone=True)
_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_DOCUMENT = sa.JSON().with_variant(sa.dialects.postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Add the columns and the table; what was shown before this revision counts as acknowledged."""
    op.add_column("activity_reminder", sa.Column("held_by", sa.Text(), nullable=True))
    op.add_column("activity_reminder", sa.Column("held_until", _MOMENT, nullable=True))
    op.add_column("activity_reminder", sa.Column("done_at", _MOMENT, nullable=True))
    op.execute("UPDATE activity_reminder SET done_at = shown_at")
    op.create_table(
        "notification",
        sa.Column("id", _KEY, primary_key=True, autoincrement=True),
        sa.Column("employee_id", _KEY, sa.ForeignKey("employee.id"), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("actor_id", _KEY, sa.ForeignKey("employee.id")),
        sa.Column("section", sa.Text()),
        sa.Column("ref", _KEY),
        sa.Column("activity_id", _KEY, sa.ForeignKey("activity.id")),
        sa.Column("params", _DOCUMENT, nullable=False),
        sa.Column("read_at", _MOMENT),
        sa.UniqueConstraint("employee_id", "mark", name="uq_notification_employee_id_mark"),
    )
    op.create_index("ix_notification_employee_id_at", "notification", ["employee_id", "at"])

"""When a lead or deal was closed: reports and retention ask for it, `stage_since` loses it on reopening."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the column and fill it for what stands on a closing stage already."""
    moment = sa.DateTime(timezone=True)
    for table in ("lead", "deal"):
        op.add_column(table, sa.Column("closed_at", moment, nullable=True))
        op.execute(
            f"UPDATE {table} SET closed_at = stage_since "
            "WHERE stage_id IN (SELECT id FROM stage WHERE stage_kind IN ('success', 'failure'))"
        )

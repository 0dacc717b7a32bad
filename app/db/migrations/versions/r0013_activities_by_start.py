"""Everybody's days: the calendar of the whole office is counted and read in the order of the starts."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

_ALIVE = "deleted_at IS NULL"


def upgrade() -> None:
    """An index that holds all that counting asks, so that no row is looked up for it."""
    op.create_index(
        "ix_activity_by_start",
        "activity",
        ["starts_at", "kind", "state", "responsible_id", "minutes"],
        sqlite_where=sa.text(_ALIVE),
        postgresql_where=sa.text(_ALIVE),
    )

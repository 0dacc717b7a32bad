"""Indexes that answer a calendar's span of days: meetings of leads, contracts of deals, what is held at a place."""

from alembic import op

revision = "0005"
down_revision = "0004"

_INDEXES = (
    ("ix_lead_by_meeting", "lead", "meeting_at, id", "meeting_at"),
    ("ix_deal_by_contract", "deal", "contract_date, id", "contract_date"),
    ("ix_activity_by_place", "activity", "place_id, starts_at", "place_id"),
)


def upgrade() -> None:
    """Few records have such a day or place, and what is in the bin is in no calendar."""
    for name, table, columns, filled in _INDEXES:
        op.execute(f"CREATE INDEX {name} ON {table} ({columns}) WHERE {filled} IS NOT NULL AND deleted_at IS NULL")

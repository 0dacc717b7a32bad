"""Room for an import of many: history gathered a statement on SQLite, no index entries for what a row doesn't hold."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_PARTIAL = (
    ("ix_lead_contact_id", "lead", "contact_id", "contact_id"),
    ("ix_contact_point_contact_id", "contact_point", "contact_id", "contact_id"),
    ("ix_contact_point_lead_id", "contact_point", "lead_id", "lead_id"),
    ("ix_timeline_lead_id_at", "timeline", "lead_id, at", "lead_id"),
    ("ix_timeline_deal_id_at", "timeline", "deal_id, at", "deal_id"),
    ("ix_timeline_contact_id_at", "timeline", "contact_id, at", "contact_id"),
)


def upgrade() -> None:
    """Each line of a timeline and each phone belongs to one of three; whoever asks for one names it."""
    op.add_column("session_context", sa.Column("gathered", sa.Boolean(), nullable=False, server_default=sa.false()))
    for name, table, columns, filled in _PARTIAL:
        op.drop_index(name, table)
        op.execute(f"CREATE INDEX {name} ON {table} ({columns}) WHERE {filled} IS NOT NULL")

"""Leads in the order of their amounts; of imports only the rows that came by one."""

from alembic import op
from sqlalchemy import text

revision = "0014"
down_revision = "0013"

_PRESENT = text("deleted_at IS NULL")
_IMPORTED = text("import_id IS NOT NULL")


def upgrade() -> None:
    """One index more for the lists, and one that costs a lead written by hand nothing any more."""
    op.create_index(
        "ix_lead_by_amount", "lead", ["amount", "id", "deleted_at"],
        sqlite_where=_PRESENT, postgresql_where=_PRESENT,
    )  # fmt: skip
    op.drop_index("ix_lead_import_id", "lead")
    op.create_index("ix_lead_import_id", "lead", ["import_id"], sqlite_where=_IMPORTED, postgresql_where=_IMPORTED)

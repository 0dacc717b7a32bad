"""Which stages a lead or deal went through, as a table of its own; indexes of what is in the bin.

A filter looked for a stage in the parameters of every line of the timeline: seconds at 200,000 leads.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_STAGE = {
    "sqlite": "json_extract(timeline.params, '$.{side}')",
    "postgresql": "(timeline.params ->> '{side}')::bigint",
}


def upgrade() -> None:
    """Make the table, fill it from the timeline, and index the bin."""
    op.create_table(
        "stage_passage",
        sa.Column("section", sa.Text(), primary_key=True),
        sa.Column("stage_id", _KEY, primary_key=True, autoincrement=False),
        sa.Column("record_id", _KEY, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_stage_passage_section_record_id", "stage_passage", ["section", "record_id"])
    stage = _STAGE[op.get_bind().dialect.name]
    for section in ("lead", "deal"):
        for side in ("before", "after"):
            of_side = stage.format(side=side)
            op.execute(
                "INSERT INTO stage_passage (section, stage_id, record_id) "
                f"SELECT DISTINCT '{section}', {of_side}, {section}_id FROM timeline "
                f"WHERE kind IN ('stage', 'converted') AND {section}_id IS NOT NULL AND {of_side} IS NOT NULL "
                "ON CONFLICT DO NOTHING"
            )
    for table in ("lead", "deal", "contact", "activity"):
        op.execute(f"CREATE INDEX ix_{table}_in_bin ON {table} (deleted_at, id) WHERE deleted_at IS NOT NULL")

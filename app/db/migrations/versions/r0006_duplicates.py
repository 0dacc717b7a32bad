"""Duplicates: pairs that are none, which record another went into; tags as a field of leads and contacts."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_MOMENT = sa.DateTime(timezone=True)
_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_TAGS = {"ru": "Метки", "en": "Tags"}


def upgrade() -> None:
    """Add the table, the columns, and the field to offices that have none; it stands last in its first block."""
    op.create_table(
        "not_duplicate",
        sa.Column("one_kind", sa.Text(), primary_key=True),
        sa.Column("one_id", _KEY, primary_key=True, autoincrement=False),
        sa.Column("other_kind", sa.Text(), primary_key=True),
        sa.Column("other_id", _KEY, primary_key=True, autoincrement=False),
        sa.Column("at", _MOMENT, nullable=False),
        sa.Column("employee_id", _KEY, sa.ForeignKey("employee.id")),
    )
    for table in ("lead", "contact"):
        op.add_column(table, sa.Column("merged_into_id", _KEY, nullable=True))
    _add_tags()


def _add_tags() -> None:
    bind = op.get_bind()
    stored = bind.execute(sa.text("SELECT value FROM setting WHERE key = 'language'")).scalar()
    language = json.loads(stored) if isinstance(stored, str) and stored.startswith('"') else stored
    for section in ("lead", "contact"):
        block = bind.execute(
            sa.text("SELECT id FROM block WHERE section = :section ORDER BY position LIMIT 1"), {"section": section}
        ).scalar()
        known = bind.execute(
            sa.text("SELECT id FROM field WHERE section = :section AND code = 'tags'"), {"section": section}
        ).scalar()
        if block is None or known is not None:
            continue
        position = bind.execute(sa.text("SELECT max(position) FROM field WHERE block_id = :block"), {"block": block})
        bind.execute(
            sa.text(
                "INSERT INTO field"
                " (section, block_id, code, name, field_type, builtin, scale, unknown_allowed, position) VALUES ("
                ":section, :block, 'tags', :name, 'several_of', :no, 0, :no, :position)"
            ),
            {
                "section": section, "block": block, "no": False,
                "name": _TAGS.get(str(language), _TAGS["en"]), "position": (position.scalar() or 0) + 1,
            },
        )  # fmt: skip
